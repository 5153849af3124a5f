import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Store, Triple

from kb.formats import FORMATS, by_media_type, by_name, by_suffix, writing


def test_no_two_formats_share_a_name_or_a_suffix():
    assert len({form.name for form in FORMATS}) == len(FORMATS)
    assert len({form.suffix for form in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_is_found_by_each_of_its_keys(form):
    assert by_name(form.name.upper()) is form
    assert by_suffix(form.suffix) is by_suffix(form.suffix[1:]) is form
    assert by_media_type(f"{form.media_type.upper()}; charset=utf-8", form.writes) is form


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_table_says_what_oxigraph_says(form):
    kind = QueryResultsFormat if form.writes == "bindings" else RdfFormat

    assert isinstance(form.oxigraph, kind)
    assert kind.from_media_type(form.media_type) == form.oxigraph
    assert kind.from_extension(form.suffix[1:]) == form.oxigraph
    assert form.media_type == form.oxigraph.media_type.partition(";")[0]


@pytest.fixture
def triple():
    return Triple(NamedNode("https://e.org/s"), NamedNode("https://e.org/p"), Literal("o"))


@pytest.mark.parametrize("form", writing("graph"), ids=lambda form: form.name)
def test_rdflib_reads_what_oxigraph_writes(form, triple):
    written = Store().query(f"CONSTRUCT {{ {triple} }} {{}}").serialize(format=form.oxigraph)
    graph = rdflib.Dataset(default_union=True)

    graph.parse(data=written, format=form.media_type)

    assert [str(term) for term in next(iter(graph))[:3]] == [
        "https://e.org/s",
        "https://e.org/p",
        "o",
    ]


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.rdflib], ids=lambda form: form.name
)
def test_oxigraph_reads_what_rdflib_writes(form, triple):
    graph = rdflib.Graph().parse(data=f"{triple} .", format="nt")

    written = graph.serialize(format=form.rdflib, encoding="utf-8")

    assert [quad.triple for quad in pyoxigraph.parse(written, form.oxigraph)] == [triple]


def test_json_is_what_fits_what_is_written():
    assert by_media_type("application/json", "bindings") is by_name("json")
    assert by_media_type("application/json", "graph") is by_name("jsonld")
    assert by_media_type("text/csv", "graph") is None


def test_only_text_names_its_character_set():
    assert by_name("csv").content_type == "text/csv; charset=utf-8"
    assert by_name("json").content_type == "application/sparql-results+json"


def test_the_unknown_is_none():
    assert by_name("word") is by_suffix(".docx") is by_media_type("text/html", "graph") is None
