import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.guard import Refusal, Settings
from kb.guard.precheck import precheck

SETTINGS = Settings()


def check(text: str):
    return precheck(text, SETTINGS)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "select"),
        ("sElEcT*{}", "select"),
        ("ask{}", "ask"),
        ("CONSTRUCT WHERE {}", "construct"),
        ("DESCRIBE <http://e/>", "describe"),
        ("PREFIX a: <http://e/#> BASE <http://e/> PREFIX select: <x> ASK {}", "ask"),
        ('VERSION "1.2" ASK {}', "ask"),
        ("# SELECT\n#INSERT\rASK {}", "ask"),
        ("\n\t ASK {}", "ask"),
    ],
)
def test_the_form_of_a_query(text, form):
    assert check(text) == form


@pytest.mark.parametrize(
    "text",
    [
        "ASK { SERVICE <http://e/> {} }",
        "ASK { sErViCe <http://e/> {} }",
        "ASK { SERVICE SILENT <http://e/> {} }",
        "ASK { SERVICE#comment\n<http://e/> {} }",
        "ASK {SERVICE<http://e/>{}}",
        "ASK { SERVICE ?u {} }",
        "ASK { #\rSERVICE <http://e/> {} }",
        "ASK { ?s ?p true.SERVICE <http://e/> {} }",
        "ASK { ?s ?p trueSERVICE <http://e/> {} }",
        "ASK { ?s ?p 1SERVICE <http://e/> {} }",
        "ASK { ?s ?p 1.e5SERVICE <http://e/> {} }",
        "ASK { ?s ?p 'a'SERVICE <http://e/> {} }",
        "ASK { ?s ?p 'a'@enSERVICE <http://e/> {} . SERVICE <http://e/> {} }",
        "ASK { ?s ?p <http://e/>SERVICE <http://e/> {} }",
        "ASK { SERVICESILENT<http://e/>{} }",
        "PREFIX e: <http://e/> ASK { SERVICEe:x {} }",
        "PREFIX : <http://e/> ASK { SERVICE:x {} }",
        "PREFIX service: <http://e/> ASK { service:x {} }",
        "PREFIX : <http://e/> ASK { ?s ?p :a\\# . SERVICE <http://e/> {} }",
        "PREFIX : <http://e/> ASK { ?s ?p :a\\' . SERVICE <http://e/> {} }#'",
        "ASK { ?s ?p <http://e/\\u0041#> . SERVICE <http://e/> {} }",
        "ASK { ?s ?p 'a\\\\' . SERVICE <http://e/> {} }#'",
        "ASK { ?s ?p '\\'' . SERVICE <http://e/> {} }#'",
        "ASK { ?s ?p '''a''' . SERVICE <http://e/> {} }#'''",
        'ASK { ?s ?p """a\\"""" . SERVICE <http://e/> {} }#"""',
        "PREFIX : <http://e/> ASK { FILTER(?s<1)SERVICE:x#>\n{} }",
        "PREFIX : <http://e/> SELECT(?s<1 AS ?t){ SERVICE:x#>\n{} }",
        "PREFIX : <http://e/> ASK { FILTER <f>(?s<1)SERVICE:x#>\n{} }",
        "PREFIX : <http://e/> ASK { BIND(1<#>\n2 AS ?b) SERVICE <http://e/> {} }",
        "PREFIX : <http://e/> ASK { FILTER(:a<1)SERVICE?x#>\n{} }",
        "PREFIX a: <http://e:8> ASK { ?s ?p a: . SERVICE <http://e/> {} }",
        "INSERT {} WHERE { SERVICE <http://e/> {} }",
    ],
)
def test_service_is_refused_however_it_is_spelled(text):
    refusal = check(text)

    assert isinstance(refusal, Refusal)
    assert refusal.status == "forbidden"


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?s ?p 'SERVICE' }",
        "ASK { ?s ?p '''it's\nSERVICE''' }",
        'ASK { ?s ?p "\\"SERVICE" }',
        "ASK { ?s ?p 'a'@service }",
        "ASK { ?s <http://e/service> ?service . _:service ?SERVICE ?o } # SERVICE",
        "ASK { ?s <http://e/a(b)SERVICE#x> ?o }",
        "PREFIX a: <http://e/> ASK { ?s a:service a:\\~service . a:x.service ?p a:%41service }",
        "ASK { FILTER(?a < 1) ?s <http://e/SERVICE> ?o }",
        "SELECT * { VALUES (?a ?b) { (<http://e/SERVICE> <http://e/#SERVICE>) } }",
        "PREFIX p: <http://e/> ASK { ?s (p:a/<http://e/SERVICE#>) (1 <http://e/SERVICE#>) }",
    ],
)
def test_what_only_looks_like_service_passes(text):
    assert not isinstance(check(text), Refusal)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <s> <p> <o> }",
        "PREFIX a: <http://e/> delete where { ?s ?p ?o }",
        "LOAD <http://e/>",
        "#SELECT\nCLEAR ALL",
        "BASE <http://e/> WITH <g> DELETE {} WHERE {}",
        "DROP ALL",
        "CREATE GRAPH <g>",
        "COPY <g> TO <h>",
    ],
)
def test_an_update_is_refused_as_such(text):
    refusal = check(text)

    assert refusal.status == "forbidden"
    assert "update" in refusal.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "# SELECT * {}",
        "hello",
        "{}",
        "PREFIX",
        "PREFIX a:",
        "<http://e/>",
        "SELEKT * {}",
    ],
)
def test_what_is_no_query_is_malformed(text):
    refusal = check(text)

    assert refusal.status == "malformed"
    assert "SELECT" in refusal.message


@pytest.mark.parametrize(
    "text",
    [
        "\\u0053ELECT * {}",
        "ASK { \\u0053ERVICE <http://e/> {} }",
        "ASK { SERVI\\u0043E <http://e/> {} }",
        "ASK { \\U00000053ERVICE <http://e/> {} }",
        "ASK { ?\\u0061 ?p ?o }",
    ],
)
def test_codepoint_escapes_of_syntax_are_refused(text):
    assert isinstance(check(text), Refusal)


def test_codepoint_escapes_in_strings_and_iris_pass():
    assert check(r'ASK { ?s <http://e/\u0053ERVICE> "\u0053ERVICE" }') == "ask"


def test_half_a_character_is_malformed():
    refusal = check("ASK { ?s ?p '\ud83d' }")

    assert (refusal.status, refusal.column) == ("malformed", 14)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (" + "(" * 70 + "1" + ")" * 70 + " AS ?x) {}",
        "ASK " + "{" * 70 + "}" * 70,
        "ASK { ?s ?p " + "[ ?p " * 70 + "1" + "]" * 70 + "}",
        "ASK { " + "FILTER NOT EXISTS {" * 70 + "}" * 70 + "}",
        "ASK { ?s ?p " + "<< ?s ?p " * 70 + "1" + ">>" * 70 + "}",
        "ASK { FILTER(" + "(1<#>)))))\n" * 70 + "}",
        "ASK { FILTER(" + "(1 = ')' + " * 70 + "}",
        "ASK { FILTER(" + "1 IN (#)\n" * 70 + "}",
    ],
)
def test_deep_nesting_is_refused(text):
    refusal = check(text)

    assert refusal.status == "too_complex"
    assert refusal.limit == "60 brackets"


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(" + " || ".join(["?a = 1"] * 200) + ") }",
        "ASK { FILTER(" + "!" * 400 + "true) }",
        "ASK { FILTER(1" + "-1" * 400 + ") }",
        "ASK { FILTER(?a" + "+1" * 400 + " = 1) }",
        "ASK { FILTER(" + "1<2&&" * 400 + "true) }",
        "ASK { ?s " + "<p>/" * 400 + "<p> ?o }",
        "ASK {" + "{} UNION " * 400 + "{} }",
        "ASK {" + "OPTIONAL {}" * 400 + "}",
        "ASK {" + "".join(f"BIND(1 AS ?x{n})" for n in range(400)) + "}",
    ],
)
def test_a_chain_of_operators_is_refused(text):
    refusal = check(text)

    assert refusal.status == "too_complex"
    assert refusal.limit == "300 operators"


@pytest.mark.parametrize(
    "row",
    [
        '("2001-01-01"^^<http://www.w3.org/2001/XMLSchema#date>)',
        '("1"^^xsd:integer "a"@en)',
        "(-1 +2 -.5 1e-7)",
        "(<http://e/a> <http://e/b#c>)",
    ],
)
def test_a_long_list_of_values_passes(row):
    rows = "\n".join([row] * 10_000)

    assert check(f"PREFIX xsd: <http://x/> SELECT * {{ VALUES (?a ?b) {{ {rows} }} }}") == "select"


def test_a_long_in_passes():
    assert check(f"ASK {{ FILTER(?a IN ({', '.join(['-1'] * 5000)})) }}") == "ask"


def test_a_long_text_is_too_large():
    refusal = check("ASK {}" + " " * 1_000_000)

    assert (refusal.status, refusal.limit) == ("too_large", "1,000,000 characters")


HARD = ["a.", "a.b:", "_:a.", ":%41", '"', "'''a\n", '"""a""\n', "<a", "\\n", "@a-", "1e", "#"]


@pytest.mark.parametrize("piece", HARD)
def test_the_time_grows_with_the_text_and_no_faster(piece):
    """A hang is what this test would show, were it otherwise."""
    long = piece * (150_000 // len(piece))

    for text in (f"ASK {{ ?s ?p {long}", f"ASK {{ ?s ?p '{long}", f"ASK {{ ?s ?p <{long}"):
        assert check(text)


MARKS = [*"{}()<>#:1-.", "<<", ">>", "<a#>", "\n", "\\", "\\u0053", "'", '"', '"""', "^^", "@en"]
WORDS = ["?a", "a:b", "true", "SELECT", "ASK", "FILTER", "VALUES", "SERVICE", "BIND(", "AS"]
PIECES = st.sampled_from([*MARKS, *WORDS])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_no_text_raises(text):
    result = check(text)

    assert isinstance(result, Refusal) or result in {"select", "ask", "construct", "describe"}


@given(st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=6).map(" ".join))
def test_a_query_that_ends_in_service_is_never_passed_to_the_engine_as_valid(before, after):
    """Either the precheck refuses it, or what comes before hides it from the engine as well."""
    import pyoxigraph

    text = f"ASK {{ {before} SERVICE <http://127.0.0.1:1/> {{}} {after} }}"
    if not isinstance(check(text), Refusal):
        try:
            pyoxigraph.Store().query(text)
        except SyntaxError:
            return
        except OSError as error:
            pytest.fail(f"the engine asked another endpoint: {error}")
