"""The data set's description, in a graph of its own, and the editors in the default one."""

from pyoxigraph import DefaultGraph

from kb.graph import quads

DATASET = "<https://example.org/small/dataset>"


def test_the_description(whole):
    assert whole.of[DATASET] == {
        "rdf:type": {"dcat:Dataset", "void:Dataset"},
        "dcterms:title": {'"A small knowledge base"@en', '"ایک چھوٹا علمی ذخیرہ"@ur'},
        "dcterms:description": {'"It holds each form that a record can take."@en'},
        "dcterms:license": {"<https://creativecommons.org/licenses/by/4.0/>"},
        "dcterms:publisher": {"<https://example.org/small/id/publisher>"},
        "dcterms:language": {'"en"', '"ur"'},
        "dcat:version": {'"1"'},
        "void:uriSpace": {'"https://example.org/small/"'},
        "void:classPartition": {
            f"<https://example.org/small/dataset/{part}>"
            for part in ("events", "actors", "sources")
        },
    }


def test_the_counts(sample, whole):
    for part in ("events", "actors", "sources"):
        counted = whole.plain(f"<https://example.org/small/dataset/{part}>", "void:entities")
        assert counted == {f'"{len(getattr(sample, part))}"^^xsd:integer'}


def test_the_editors(whole):
    assert whole.of["<https://example.org/small/id/publisher>"] == {
        "rdf:type": {"prov:Agent"},
        "rdfs:label": {'"The editors"'},
    }


def test_only_the_description_stands_in_its_graph(sample):
    named = {q for q in quads(sample) if not isinstance(q.graph_name, DefaultGraph)}

    assert {quad.graph_name.value for quad in named} == {"https://example.org/small/graph/dataset"}
    subjects = {quad.subject.value for quad in named}
    assert all(subject.startswith("https://example.org/small/dataset") for subject in subjects)
