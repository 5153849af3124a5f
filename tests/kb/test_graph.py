"""The graph as a whole: nothing blank, nothing twice, nothing that depends on chance."""

import re

import pytest
import yaml
from pyoxigraph import BlankNode, Literal, NamedNode

from kb.data import shipped
from kb.graph import quads, record_quads
from kb.graph.dataset import dataset_quads, publisher_quads
from kb.graph.vocabulary import vocabulary_quads
from kb.iris import SHARED_PREFIXES, Iris
from kb.reader import read

KINDS = ("event", "actor", "place", "source", "view")


@pytest.fixture(scope="module", params=["sample", "shipped"])
def kb(request):
    if request.param == "sample":
        return request.getfixturevalue("sample")
    reading = read(shipped())
    assert reading.kb is not None
    return reading.kb


def test_no_node_is_blank(kb):
    for quad in quads(kb):
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)


def test_each_quad_stands_once(kb):
    found = list(quads(kb))

    assert len(found) == len(set(found))
    for kind in KINDS:
        for name in getattr(kb, f"{kind}s"):
            of_record = list(record_quads(kb, kind, name))
            assert len(of_record) == len(set(of_record))


def test_the_whole_is_its_records_with_vocabulary_and_description(kb):
    iris = Iris(kb.dataset.base)
    parts = {*publisher_quads(kb, iris), *vocabulary_quads(kb), *dataset_quads(kb, iris)}
    for kind in KINDS:
        for name in getattr(kb, f"{kind}s"):
            parts.update(record_quads(kb, kind, name))

    assert set(quads(kb)) == parts


def test_every_iri_is_of_the_base_or_a_shared_namespace_or_an_address_that_was_given(kb):
    spaces = (kb.dataset.base, *SHARED_PREFIXES.values())
    given = {kb.dataset.licence}
    for source in kb.sources.values():
        given |= {source.url, source.archived}

    for quad in quads(kb):
        for node in (quad.subject, quad.predicate, quad.object):
            if isinstance(node, NamedNode):
                assert node.value.startswith(spaces) or node.value in given


def test_a_statement_has_one_value_of_each_part(kb):
    parts: dict[str, dict[str, set[object]]] = {}
    for quad in quads(kb):
        if "/claim/" in quad.subject.value:
            own = parts.setdefault(quad.subject.value, {})
            own.setdefault(quad.predicate.value, set()).add(quad.object)

    assert parts
    several = {SHARED_PREFIXES["dcterms"] + "description"}
    for own in parts.values():
        assert all(len(values) == 1 for name, values in own.items() if name not in several)


def test_dates_and_numbers_are_well_formed(kb):
    forms = {
        "date": r"\d{4}-\d\d-\d\d",
        "integer": r"-?\d+",
        "decimal": r"-?\d+(\.\d*[1-9])?",
        "boolean": "true|false",
    }
    seen = set()
    for quad in quads(kb):
        if isinstance(quad.object, Literal):
            name = quad.object.datatype.value.removeprefix(SHARED_PREFIXES["xsd"])
            seen.add(name)
            assert re.fullmatch(forms.get(name, r"[\s\S]+"), quad.object.value)

    assert forms.keys() <= seen


def reversed_keys(node: object) -> object:
    """The same YAML with the keys of every mapping in the other order."""
    if isinstance(node, dict):
        return {key: reversed_keys(value) for key, value in reversed(node.items())}
    return [reversed_keys(item) for item in node] if isinstance(node, list) else node


def test_the_same_files_make_the_same_graph(folder):
    first = list(quads(folder.read().kb))

    assert list(quads(folder.read().kb)) == first


def test_the_order_of_keys_makes_no_difference(folder):
    before = set(quads(folder.read().kb))
    for name in ("actors", "places", "sources", "views", "dataset", "vocab/kinds"):
        content = yaml.load((folder.path / f"{name}.yaml").read_text(), yaml.BaseLoader)
        turned = yaml.safe_dump(reversed_keys(content), allow_unicode=True, sort_keys=False)
        folder.write(f"{name}.yaml", turned)
    content = yaml.load((folder.path / "events.yaml").read_text(), yaml.BaseLoader)
    for event in content.values():
        figures = event.get("figures", {})
        turned = {**reversed_keys(event), "figures": dict(reversed(figures.items()))}
        event.clear()
        event.update({name: value for name, value in turned.items() if value})
    dumped = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
    folder.write("events.yaml", dumped)

    reading = folder.read()

    assert reading.diagnostics == ()
    assert set(quads(reading.kb)) == before
