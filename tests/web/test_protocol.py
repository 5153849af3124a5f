"""How requests are read and answered, section by section of SPARQL 1.1 Protocol (2013)."""

import pytest
import rdflib
import SPARQLWrapper
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from benchmarks.storm import serving

ASK = "ASK { ?e a sem:Event }"
ROWS = "SELECT ?e ?d WHERE { ?e a sem:Event ; dcterms:date ?d } ORDER BY ?d ?e LIMIT 2"
DIRECT = "application/sparql-query"


def direct(client, text, **options):
    return client.post("/sparql", data=text.encode(), content_type=DIRECT, **options)


class TestQueryOperation:
    """2.1."""

    def test_by_get(self, client):
        """2.1.1: the query is %-encoded in the address."""
        assert client.get("/sparql?query=ASK%7B%7D").json["boolean"] is True

    def test_by_post_of_a_form(self, client):
        """2.1.2: all parameters are in the body."""
        answer = client.post("/sparql", data={"query": ROWS, "default-graph-uri": "http://e.org/"})
        assert answer.json["results"]["bindings"] == []

    def test_by_post_directly(self, client):
        """2.1.3: the body is the query, unencoded in UTF-8; the data set is in the address."""
        text = "SELECT ('سلالہ' AS ?x) {}"
        answer = direct(client, text)
        assert answer.json["results"]["bindings"][0]["x"]["value"] == "سلالہ"

        empty = direct(client, ROWS, query_string={"default-graph-uri": "http://e.org/"})
        assert empty.json["results"]["bindings"] == []

    @pytest.mark.parametrize("content_type", [DIRECT, "application/x-www-form-urlencoded"])
    def test_by_query(self, client, content_type):
        """The method QUERY is safe and takes what POST takes."""
        body = ASK if content_type == DIRECT else "query=ASK%7B%7D"
        answer = client.open("/sparql", method="QUERY", data=body, content_type=content_type)
        assert answer.json["boolean"] is True

    @pytest.mark.parametrize("twice", [{"query": [ASK, ASK]}, {"query": []}])
    def test_exactly_one_query(self, client, twice):
        """2.1: exactly one."""
        assert client.post("/sparql", data=twice or {"x": "y"}).status_code in {400, 415}
        assert direct(client, ASK, query_string={"query": ASK}).status_code == 400

    def test_the_request_decides_on_the_data_set_before_the_query(self, client, live):
        """2.1.4: what the request says takes the place of FROM."""
        graph = f"{live.state.kb.dataset.base}graph/dataset"
        text = f"ASK FROM <{graph}> {{ ?d a void:Dataset }}"
        assert client.get("/sparql", query_string={"query": text}).json["boolean"] is True
        other = {"query": text, "default-graph-uri": "http://e.org/none"}
        assert client.get("/sparql", query_string=other).json["boolean"] is False

    def test_named_graphs_of_the_request(self, client, live):
        """2.1.4: several, and GRAPH sees these alone."""
        graph = f"{live.state.kb.dataset.base}graph/dataset"
        text = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
        asked = {"query": text, "named-graph-uri": [graph, "http://e.org/none"]}
        found = client.post("/sparql", data=asked).json["results"]["bindings"]
        assert [row["g"]["value"] for row in found] == [graph]
        asked = {"query": text, "named-graph-uri": "http://e.org/none"}
        assert client.post("/sparql", data=asked).json["results"]["bindings"] == []

    def test_a_graph_that_is_no_iri(self, client):
        asked = {"query": ASK, "default-graph-uri": "no iri"}
        assert client.get("/sparql", query_string=asked).status_code == 400

    @pytest.mark.parametrize(
        ("query", "accept", "media_type"),
        [
            ("SELECT * {}", "application/sparql-results+xml", "application/sparql-results+xml"),
            ("ASK {}", "application/sparql-results+json", "application/sparql-results+json"),
            ("CONSTRUCT {} {}", "application/rdf+xml", "application/rdf+xml"),
            ("DESCRIBE <http://e.org/>", "text/turtle", "text/turtle"),
        ],
    )
    def test_a_success_is_200_in_an_accepted_format(self, client, query, accept, media_type):
        """2.1.5 and 2.1.6."""
        asked = {"query": query}
        answer = client.get("/sparql", query_string=asked, headers={"Accept": accept})
        assert (answer.status_code, answer.mimetype) == (200, media_type)

    @pytest.mark.parametrize(
        ("query", "status"), [("SELECT", 400), ("", 400), ("INSERT DATA { <a> <b> 1 }", 403)]
    )
    def test_a_failure_says_why(self, client, query, status):
        """2.1.7: 4xx, with an explanation in the body."""
        answer = client.get("/sparql", query_string={"query": query})
        assert answer.status_code == status
        assert answer.json["error"]


class TestUpdateOperation:
    """2.2: there is none, in whichever way it is asked for."""

    @pytest.mark.parametrize(
        "request_",
        [
            {"method": "POST", "data": {"update": "CLEAR ALL"}},
            {"method": "POST", "data": {"query": ASK, "update": "CLEAR ALL"}},
            {
                "method": "POST",
                "data": "CLEAR ALL",
                "content_type": "application/sparql-update; charset=utf-8",
            },
            {"method": "POST", "data": {"query": "LOAD <http://127.0.0.1:1/>"}},
            {"method": "GET", "query_string": {"update": "CLEAR ALL"}},
            {"method": "POST", "data": {"query": ASK}, "query_string": {"update": "CLEAR ALL"}},
        ],
    )
    def test_it_is_forbidden(self, client, request_):
        answer = client.open("/sparql", **request_)
        assert answer.status_code == 403
        assert answer.json["error"]


class TestBytesThatAreNoText:
    @pytest.mark.parametrize(
        "request_",
        [
            {"path": "/sparql?query=ASK%7B%7D%ff"},
            {"path": "/sparql?query=ASK%7B%7D&default-graph-uri=%ff"},
            {
                "path": "/sparql",
                "method": "POST",
                "data": b"query=ASK%7B%7D%c3%28",
                "content_type": "application/x-www-form-urlencoded",
            },
            {"path": "/sparql", "method": "POST", "data": b"\xff", "content_type": DIRECT},
        ],
    )
    def test_they_are_refused_and_not_replaced(self, client, request_):
        answer = client.open(**request_)
        assert answer.status_code == 400
        assert "UTF-8" in answer.json["error"]

    @pytest.mark.parametrize(
        "content_type", ["text/plain", "application/json", f"{DIRECT}; charset=latin-1"]
    )
    def test_what_no_query_comes_in_is_415(self, client, content_type):
        answer = client.post("/sparql", data=ASK, content_type=content_type)
        assert answer.status_code == 415


class TestHttp:
    def test_head_tells_what_get_would_send(self, client):
        """RFC 9110, 9.3.2."""
        asked = {"query": ROWS}
        got = client.get("/sparql", query_string=asked)
        head = client.head("/sparql", query_string=asked)
        assert head.data == b""
        for name in ("Content-Type", "Content-Length", "ETag"):
            assert head.headers[name] == got.headers[name]

    def test_options_tells_the_methods_also_to_other_sites(self, client):
        answer = client.options("/sparql", headers={"Access-Control-Request-Method": "QUERY"})
        assert answer.status_code == 204
        for name in ("Allow", "Access-Control-Allow-Methods"):
            assert {"GET", "HEAD", "POST", "QUERY"} <= set(answer.headers[name].split(", "))

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
    def test_other_methods_are_not_allowed(self, client, method):
        assert client.open("/sparql", method=method).status_code == 405

    def test_a_tag_spares_the_body(self, client):
        """RFC 9110, 13.1.2, with each way of compression."""
        asked = {"query": ROWS.replace("LIMIT 2", "LIMIT 200")}
        for encoding in ("identity", "gzip", "br"):
            headers = {"Accept-Encoding": encoding}
            first = client.get("/sparql", query_string=asked, headers=headers)
            assert first.headers.get("Content-Encoding", "identity") == encoding
            headers["If-None-Match"] = first.headers["ETag"]
            again = client.get("/sparql", query_string=asked, headers=headers)
            assert (again.status_code, again.data) == (304, b"")

    def test_formats_have_tags_of_their_own(self, client):
        """RFC 9110, 8.8.3: a strong tag belongs to one representation."""
        empty = {"query": "CONSTRUCT WHERE { <http://e.org/> ?p 1 }"}
        tags = {
            client.get("/sparql", query_string=empty, headers={"Accept": media}).headers["ETag"]
            for media in ("application/n-triples", "application/n-quads")
        }
        assert len(tags) == 2

    def test_a_timeout_is_only_ever_lowered(self, client):
        endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        asked = {"query": endless, "timeout": "0.3"}
        answer = client.get("/sparql", query_string=asked)
        assert (answer.status_code, answer.json["limit"]) == (504, "0.3 s")
        for wrong in ("0", "-1", "nan", "inf", "1e9", "x"):
            asked = {"query": ASK, "timeout": wrong}
            assert client.get("/sparql", query_string=asked).status_code == 400

    def test_a_query_that_takes_too_much_memory_is_413(self, client):
        doubled = " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(40))
        asked = {"query": f"SELECT (STRLEN(?v40) AS ?n) {{ BIND('xxxxxxxx' AS ?v0) {doubled} }}"}
        answer = client.get("/sparql", query_string=asked)
        assert (answer.status_code, answer.json["limit"]) == (413, "512 MiB")


class TestClients:
    """What widespread clients send, taken as they mean it."""

    STORE = "application/sparql-results+xml, application/rdf+xml"

    def test_rdflib_s_store_accepts_both_of_everything(self, client):
        rows = client.get("/sparql", query_string={"query": ROWS}, headers={"Accept": self.STORE})
        assert rows.mimetype == "application/sparql-results+xml"
        text = "CONSTRUCT { ?s a sem:Event } { ?s a sem:Event } LIMIT 3"
        graph = client.get("/sparql", query_string={"query": text}, headers={"Accept": self.STORE})
        assert len(rdflib.Graph().parse(data=graph.data, format="xml")) == 3

    @pytest.mark.parametrize(
        ("name", "text", "media_type"),
        [
            ("json", ROWS, "application/sparql-results+json"),
            ("xml", ROWS, "application/sparql-results+xml"),
            ("xml", "CONSTRUCT {} {}", "application/rdf+xml"),
            ("json-ld", "CONSTRUCT {} {}", "application/ld+json"),
            ("n3", "DESCRIBE <e:x>", "text/turtle"),
        ],
    )
    def test_sparqlwrapper_says_the_format_three_times(self, client, name, text, media_type):
        asked = {"query": text, "format": name, "output": name, "results": name}
        answer = client.get("/sparql", query_string=asked, headers={"Accept": "*/*"})
        assert answer.mimetype == media_type

    @pytest.mark.parametrize(
        ("accept", "media_type"),
        [
            ("text/csv;q=0.1, application/json;q=0", "text/csv"),
            ("text/*", "text/csv"),
            ("application/*;q=0.2, text/tab-separated-values", "text/tab-separated-values"),
            ("TEXT/CSV", "text/csv"),
            ("application/sparql-results+json;charset=utf-8", "application/sparql-results+json"),
        ],
    )
    def test_quality_and_ranges(self, client, accept, media_type):
        """RFC 9110, 12.5.1."""
        asked = {"query": ROWS}
        answer = client.get("/sparql", query_string=asked, headers={"Accept": accept})
        assert answer.mimetype == media_type

    def test_a_format_that_the_form_of_query_has_not_is_406(self, client):
        for text, accept in ((ROWS, "text/turtle"), ("DESCRIBE <e:x>", "text/csv")):
            asked = {"query": text}
            answer = client.get("/sparql", query_string=asked, headers={"Accept": accept})
            assert answer.status_code == 406
            assert "/" in answer.json["advice"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("serving") / "log") as (_, port):
        yield f"http://127.0.0.1:{port}/sparql"


@pytest.mark.slow
class TestOverTheWire:
    """The clients themselves, over a real connection."""

    def test_sparqlwrapper(self, address):
        wrapper = SPARQLWrapper.SPARQLWrapper(address)
        wrapper.setQuery(ROWS)
        for form in (SPARQLWrapper.JSON, SPARQLWrapper.XML, SPARQLWrapper.CSV):
            wrapper.setReturnFormat(form)
            assert b"/id/event/" in wrapper.query().response.read()
        wrapper.setMethod(SPARQLWrapper.POST)
        wrapper.setRequestMethod(SPARQLWrapper.POSTDIRECTLY)
        wrapper.setReturnFormat(SPARQLWrapper.JSON)
        assert len(wrapper.queryAndConvert()["results"]["bindings"]) == 2

    def test_sparqlwrapper_takes_a_graph(self, address):
        wrapper = SPARQLWrapper.SPARQLWrapper(address)
        wrapper.setQuery("CONSTRUCT { ?s a sem:Event } { ?s a sem:Event } LIMIT 3")
        wrapper.setReturnFormat(SPARQLWrapper.RDFXML)
        body = wrapper.query().response.read()
        assert len(rdflib.Graph().parse(data=body, format="xml")) == 3

    @pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
    def test_rdflib_s_store(self, address, method):
        graph = rdflib.Graph(SPARQLStore(address, method=method))
        rows = list(graph.query(ROWS))
        assert len(rows) == 2
        assert all(isinstance(row.e, rdflib.URIRef) for row in rows)
        assert (rows[0].e, None, None) in graph
