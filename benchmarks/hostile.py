# ruff: noqa: E501 - one request a line
"""Queries and requests that would harm an endpoint that is not guarded.

Each is a request as bytes are sent over a socket by `send`, under a name. `statuses` are the
answers that are right; 200 stands where an answer within the limits is as good as a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

REFUSED = (400, 403, 406, 413, 415, 429, 431, 499, 503, 504)
LISTENER = "http://127.0.0.1:{port}/"
"""Where SERVICE, LOAD and FROM point; the port is that of a listener of the test's own."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One request; `{port}` in the body or target is the listener's."""

    name: str
    target: str = "/sparql"
    method: str = "POST"
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    statuses: tuple[int, ...] = (200, *REFUSED)

    def sent(self, port: int) -> bytes:
        """The request as bytes on the wire, with the listener's port filled in."""
        body = self.body.replace(b"{port}", str(port).encode())
        headers = {"Host": "localhost", "Content-Length": str(len(body)), "Connection": "close"}
        lines = [f"{self.method} {self.target} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in {**headers, **self.headers}.items()]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def _query(name: str, text: str, *statuses: int) -> Hostile:
    headers = {"Content-Type": "application/sparql-query"}
    return Hostile(name, body=text.encode(), headers=headers, statuses=statuses or (200, *REFUSED))


def _nested(open_: str, close: str, inner: str, times: int) -> str:
    return open_ * times + inner + close * times


ALL = "?a ?b ?c"
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"

COSTLY = [
    ("cross product", f"SELECT * {{ {CROSS} }}"),
    ("cross product counted", f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"),
    ("cross product of distinct", f"SELECT DISTINCT ?a ?d ?g {{ {CROSS} }}"),
    ("cross product sorted", f"SELECT * {{ {CROSS} }} ORDER BY ?c ?f ?i ?l"),
    ("cross product grouped", f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?a ?d"),
    ("cross product constructed", f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}"),
    ("cross product asked", f"ASK {{ {CROSS} FILTER(?a = ?d && ?d = ?g && ?c != ?c) }}"),
    ("cross product by OPTIONAL", f"SELECT * {{ {ALL} OPTIONAL {{ ?d ?e ?f }} }} ORDER BY ?f"),
    ("cross product by MINUS", f"SELECT * {{ {CROSS} MINUS {{ ?a ?e ?i }} }}"),
    ("cross product by UNION", f"SELECT * {{ {{ {CROSS} }} UNION {{ {CROSS} }} }}"),
    ("deep OFFSET", f"SELECT * {{ {CROSS} }} OFFSET 999999999"),
    ("NOT EXISTS of a cross product", f"SELECT * {{ {ALL} FILTER NOT EXISTS {{ ?c ?x ?y . {CROSS} }} }}"),
    ("GROUP_CONCAT of a cross product", f"SELECT (GROUP_CONCAT(?c) AS ?x) {{ {CROSS} }}"),
    ("GROUP_CONCAT of all", f"SELECT (GROUP_CONCAT(CONCAT(STR(?c), STR(?f))) AS ?x) {{ {ALL} . ?d ?e ?f }}"),
    ("SAMPLE and MAX of a cross product", f"SELECT (MAX(?c) AS ?m) (SAMPLE(?f) AS ?s) {{ {CROSS} }}"),
    ("path closure of everything", "SELECT (COUNT(*) AS ?n) { ?a (!<x:>)* ?b }"),
    ("path closure of a closure", "SELECT (COUNT(*) AS ?n) { ?a ((!<x:>)*/(!<y:>)*)* ?b }"),
    ("path there and back", "SELECT (COUNT(*) AS ?n) { ?a ((!<x:>)|^(!<x:>))+ ?b . ?b (!<x:>)+ ?c }"),
    ("path of paths", "SELECT * { ?a (((!<x:>)?/(!<x:>)?)?/(!<x:>)*)* ?b } ORDER BY ?b"),
    ("path from the unknown", "SELECT * { ?a (<x:>|!<x:>)* ?b . ?c (<x:>|!<x:>)* ?d }"),
    ("REPLACE that doubles", "SELECT (STRLEN(" + "REPLACE(" * 30 + '"xx"' + ',"x","xx")' * 30 + ") AS ?n) {}"),
    ("REPLACE that grows", "SELECT (STRLEN(" + "REPLACE(" * 12 + '"xxxxxxxx"' + ',"x","xxxxxxxx")' * 12 + ") AS ?n) {}"),
    ("CONCAT that doubles", "SELECT * { BIND('xxxxxxxx' AS ?v0) " + " ".join(
        f"BIND(CONCAT(?v{i},?v{i}) AS ?v{i + 1})" for i in range(40)) + " }"),
    ("ENCODE_FOR_URI that triples", "SELECT (STRLEN(" + _nested("ENCODE_FOR_URI(", ")", "'%%%%%%%%'", 25) + ") AS ?n) {}"),
    ("regular expression that backtracks", "SELECT * { " + ALL + " FILTER REGEX(CONCAT(STR(?c),'" + "a" * 40 + "!'), '^(a+)+$') }"),
    ("regular expression with huge counts", "ASK { FILTER REGEX('a', '((a{1,900}){1,900}){1,900}') }"),
    ("regular expressions, one a row", f"SELECT * {{ {ALL} . ?d ?e ?f FILTER REGEX(STR(?c), STR(?f)) }}"),
    ("VALUES bomb", "SELECT (COUNT(*) AS ?n) { " + " ".join(
        f"VALUES ?v{i} {{ {' '.join(map(str, range(60)))} }}" for i in range(6)) + " }"),
    ("VALUES sorted", "SELECT * { " + " ".join(
        f"VALUES ?v{i} {{ {' '.join(map(str, range(60)))} }}" for i in range(4)) + " } ORDER BY ?v3 ?v2 ?v1 ?v0"),
    ("numbers without end", f"SELECT (SUM(?n * 1e300 * ?n) AS ?s) {{ {CROSS} BIND(STRLEN(STR(?c)) AS ?n) }}"),
    ("random order of all pairs", f"SELECT * {{ {ALL} . ?d ?e ?f }} ORDER BY RAND() LIMIT 10"),
    ("hash of hashes", f"SELECT (SHA512(SHA512(SHA512(STR(?c)))) AS ?h) {{ {ALL} . ?d ?e ?f }}"),
    ("subqueries that multiply", "SELECT * { " + " ".join(
        f"{{ SELECT ?s{i} {{ ?s{i} ?p{i} ?o{i} }} }}" for i in range(8)) + " }"),
    ("DESCRIBE of everything", "DESCRIBE * { ?a ?b ?c . ?d ?e ?f }"),
    ("graphs of graphs", "SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } " + CROSS.replace("?a", "?z") + " }"),
]  # fmt: skip
"""Queries that take as much time or memory as they are given."""

DEEP = [
    ("deep functions", "SELECT (" + _nested("CONCAT('a',", ")", "'b'", 3000) + " AS ?x) {}"),
    ("deep parentheses", "ASK { FILTER(" + _nested("(", ")", "1", 5000) + ") }"),
    ("deep groups", "ASK " + _nested("{", "}", "?a ?b ?c", 5000)),
    ("deep lists", "ASK { ?a ?b " + _nested("(", ")", "1", 5000) + " }"),
    ("deep blank nodes", "ASK { ?a ?b " + _nested("[<x:> ", "]", "1", 5000) + " }"),
    ("deep paths", "ASK { ?a " + _nested("(", ")*", "<x:>", 5000) + " ?b }"),
    ("deep subqueries", "SELECT * " + _nested("{ SELECT * ", "}", "{ ?a ?b ?c }", 2000)),
    ("deep EXISTS", "ASK { " + _nested("FILTER EXISTS { ", "}", ALL, 2000) + " }"),
    ("deep OPTIONAL", "ASK { " + _nested("?a ?b ?c OPTIONAL { ", "}", ALL, 2000) + " }"),
    ("deep quoted triples", "ASK { " + _nested("<<", ">> <p:> <o:>", "<s:> <p:> <o:>", 2000) + " }"),
    ("long OR", "ASK { FILTER(" + "||".join(["1=2"] * 20000) + ") }"),
    ("long sum", "SELECT (" + "+".join(["1"] * 50000) + " AS ?x) {}"),
    ("long negation", "ASK { FILTER(" + "!" * 50000 + "true) }"),
    ("long UNION", "ASK { " + "UNION".join(["{}"] * 20000) + " }"),
    ("long path", "ASK { ?a " + "/".join(["<x:>"] * 50000) + " ?b }"),
    ("long alternatives", "ASK { ?a " + "|".join(["<x:>"] * 50000) + " ?b }"),
    ("open brackets", "ASK " + "{" * 500000),
    ("dots", "ASK { ?a ?b a" + ".a" * 300000 + " }"),
    ("prefixes", "".join(f"PREFIX p{i}: <x:> " for i in range(20000)) + "ASK {}"),
    ("an unclosed string", "ASK { ?a ?b '" + "x" * 900000),
]  # fmt: skip
"""Texts that would overflow the stack of a recursive parser, or its time."""

FETCHING = [
    ("SERVICE", f"ASK {{ SERVICE <{LISTENER}> {{ {ALL} }} }}"),
    ("SERVICE SILENT", f"ASK {{ SeRvIcE sIlEnT <{LISTENER}> {{ {ALL} }} }}"),
    ("SERVICE by a prefix", f"PREFIX l: <{LISTENER}> ASK {{ SERVICE l:x {{ {ALL} }} }}"),
    ("SERVICE of a variable", f"ASK {{ VALUES ?s {{ <{LISTENER}> }} SERVICE ?s {{ {ALL} }} }}"),
    ("SERVICE without a space", f"PREFIX l: <{LISTENER}> ASK {{ ?a ?b true.SERVICEl:x {{ {ALL} }} }}"),
    ("SERVICE behind a comparison", f"ASK {{ FILTER(1<2)SERVICE<{LISTENER}>{{ {ALL} }} }}"),
    ("LOAD", f"LOAD <{LISTENER}>"),
    ("LOAD SILENT", f"LOAD SILENT <{LISTENER}> INTO GRAPH <g:>"),
    ("INSERT", "INSERT DATA { <a:> <b:> <c:> }"),
    ("DROP", "DROP ALL"),
]  # fmt: skip
"""What would make the server fetch, or change what it has."""

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
REQUESTS = [
    Hostile("FROM a listener", body=f"query={quote('ASK FROM <' + LISTENER + '> { ?a ?b ?c }', safe='{}')}".encode(), headers=FORM),
    Hostile("a graph at a listener", body=f"query=ASK%7B%7D&default-graph-uri={LISTENER}".encode(), headers=FORM),
    Hostile("ten megabytes", body=b"query=" + b"x" * 10_000_000, headers=FORM, statuses=REFUSED),
    Hostile("ten megabytes directly", body=b"#" * 10_000_000, headers={"Content-Type": "application/sparql-query"}, statuses=REFUSED),
    Hostile("bytes that are no text", body=b"ASK { ?s ?p '\xff\xfe' }", headers={"Content-Type": "application/sparql-query"}, statuses=(400,)),
    Hostile("half a character", body=b"query=ASK%7B%7D%ED%A0%80", headers=FORM, statuses=(400,)),
    Hostile("a null", body=b"query=ASK%7B%00%7D", headers=FORM, statuses=(400,)),
    Hostile("a page as a query", body=b"<html>", headers={"Content-Type": "text/html"}, statuses=(415,)),
    Hostile("an entity bomb", body=b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>', headers={"Content-Type": "application/rdf+xml"}, statuses=(415,)),
    Hostile("an update", body=b"DROP ALL", headers={"Content-Type": "application/sparql-update"}, statuses=(403,)),
    Hostile("a graph to replace", "/graphs?default", "PUT", b"<a:> <b:> <c:> .", statuses=(405,)),
    Hostile("ten thousand parameters", body=b"&".join(b"query=ASK%7B%7D" for _ in range(10000)), headers=FORM, statuses=(400, 413)),
    Hostile("a path upwards", "/static/../../../../etc/passwd", "GET", statuses=(400, 404)),
    Hostile("a path upwards, encoded", "/event/..%2f..%2f..%2fetc%2fpasswd.ttl", "GET", statuses=(400, 404)),
    Hostile("a header in the address", "/id/event/x%0d%0aSet-Cookie:%20a=b", "GET", statuses=(400, 404)),
    Hostile("a script in the address", "/event/%3Cscript%3Ealert(1)%3C/script%3E", "GET", statuses=(404,)),
    Hostile("a long address", "/?q=" + "a" * 200_000, "GET", statuses=(400, 414, 431, 413)),
    Hostile("many headers", "/", "GET", headers={f"X-{i}": "x" * 100 for i in range(4000)}, statuses=(400, 431)),
    Hostile("ranges without end", "/data.csv", "GET", headers={"Range": "bytes=" + ",".join("0-" for _ in range(1000))}, statuses=(200, 206, 416)),
    Hostile("formats without end", "/sparql?query=ASK%7B%7D", "GET", headers={"Accept": ",".join(f"a/{i};q=0.1" for i in range(5000))}, statuses=(200, 406)),
]  # fmt: skip
"""Requests whose harm lies in HTTP."""

HOSTILE: tuple[Hostile, ...] = (
    *(_query(name, text) for name, text in COSTLY),
    *(_query(name, text, 200, 400, 413, 429, 503) for name, text in DEEP),
    *(_query(name, text, 400, 403) for name, text in FETCHING),
    *REQUESTS,
)
