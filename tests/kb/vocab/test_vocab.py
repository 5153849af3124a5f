"""The vocabularies that ship: codebook, scores, terms, ontology, shapes and named queries."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import correlation
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest
import yaml
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery

import kb
from kb.iris import Iris

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(kb.__file__).parent
KB = Namespace("https://w3id.org/tieline/ns#")
PREFIXES = "".join(
    f"PREFIX {prefix}: <{namespace}>\n"
    for prefix, namespace in Iris("https://example.org/").prefixes.items()
)
QUERIES = sorted((FOLDER / "queries").glob("*.rq"))

WRITTEN = {"date": '"{}"^^xsd:date', "text": '"{}"', "iri": "{}", "integer": "{}"}
"""How the default of a parameter stands in its query, by type."""


def load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / "vocab" / name).read_text("utf-8"))
    return content


KINDS = load("kinds.yaml")
TERMS = load("terms.yaml")
PLOVER = {
    event if mode == "score" else f"{event}:{mode}": (quad, score)
    for quad, events in load("plover.yaml").items()
    for event, modes in events.items()
    for mode, score in modes.items()
}
GOLDSTEIN = dict(
    line.split("\t")
    for line in (FOLDER / "vocab" / "goldstein.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
)


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 0, the mean rank where values are equal."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
class TestKind:
    def test_has_a_whole_codebook_entry(self, kind: dict[str, Any]) -> None:
        for name in ("name", "name@ur", "definition", "includes", "excludes"):
            assert isinstance(kind[name], str)
            assert kind[name].strip()
        assert re.fullmatch(r"[A-Z][^.]*\.", kind["definition"]), "one sentence"

    def test_has_two_borderline_cases(self, kind: dict[str, Any]) -> None:
        assert len({case.strip() for case in kind["borderline"]}) == 2
        assert all(case.endswith(".") for case in kind["borderline"])

    def test_names_kinds_that_exist_where_it_sends_to_others(self, kind: dict[str, Any]) -> None:
        named = ", ".join(re.findall(r"\(([^)]+)\)", kind["excludes"])).split(", ")
        assert set(named) <= set(KINDS)
        assert all(KINDS[other] is not kind for other in named)

    def test_has_a_score_and_a_known_family_and_context(self, kind: dict[str, Any]) -> None:
        assert kind["plover"] in PLOVER
        assert kind["family"] in TERMS["families"]
        assert set(kind.get("about", ())) <= set(TERMS["contexts"])

    def test_has_a_cameo_code_with_a_goldstein_value(self, kind: dict[str, Any]) -> None:
        if any(kind is KINDS[name] for name in ("disaster", "regime-change")):
            assert "cameo" not in kind, "CAMEO has no code for what is no act towards an actor"
        else:
            assert kind["cameo"] in GOLDSTEIN


def test_what_holds_over_time_is_marked_as_a_state() -> None:
    states = {name for name, kind in KINDS.items() if kind.get("state")}
    assert states == {"alliance", "membership", "mission", "war", "blockade"}


@pytest.mark.parametrize("name", ["name", "name@ur"])
def test_no_two_kinds_and_no_two_measures_have_the_same_name(name: str) -> None:
    for records in (KINDS, load("measures.yaml"), *TERMS.values()):
        names = [record[name] for record in records.values()]
        assert len(names) == len(set(names))


def test_no_goldstein_value_is_left_over() -> None:
    assert set(GOLDSTEIN) == {kind["cameo"] for kind in KINDS.values() if "cameo" in kind}


class TestScores:
    def test_the_two_defects_of_the_table_stay_corrected(self) -> None:
        assert PLOVER["ACCUSE"] == ("verbal-conflict", -3)
        assert PLOVER["SANCTION"] == ("material-conflict", -6)

    def test_the_sign_of_a_score_follows_from_its_quad_class(self) -> None:
        for code, (quad, score) in PLOVER.items():
            if not code.startswith("REQUEST"):
                assert (score > 0) == quad.endswith("cooperation"), code

    def test_every_score_lies_on_the_scale_and_every_quad_class_is_a_term(self) -> None:
        assert all(-10 <= score <= 10 for _, score in PLOVER.values())
        assert {quad for quad, _ in PLOVER.values()} == set(TERMS["quads"])

    def test_kinds_rank_much_as_goldstein_ranks_them(self) -> None:
        coded = [kind for kind in KINDS.values() if "cameo" in kind]
        plover = [PLOVER[kind["plover"]][1] for kind in coded]
        goldstein = [float(GOLDSTEIN[kind["cameo"]]) for kind in coded]
        assert correlation(ranks(plover), ranks(goldstein)) >= 0.8

    def test_the_table_keeps_its_own_licence(self) -> None:
        assert "CC BY-SA 4.0" in (FOLDER / "vocab" / "plover.yaml").read_text("utf-8")


class TestMeasuresAndTerms:
    def test_a_measure_has_names_and_a_unit(self) -> None:
        for measure in load("measures.yaml").values():
            assert {"name", "name@ur", "unit"} <= set(measure)

    def test_only_the_dead_and_the_injured_are_matched_to_wikidata(self) -> None:
        exact = {name: m["exact"] for name, m in load("measures.yaml").items() if "exact" in m}
        assert exact == {
            "killed": "http://www.wikidata.org/entity/P1120",
            "injured": "http://www.wikidata.org/entity/P1339",
        }

    def test_a_term_has_names_and_a_definition(self) -> None:
        for terms in TERMS.values():
            for term in terms.values():
                assert set(term) == {"name", "name@ur", "definition"}

    def test_the_obligations_are_those_of_atop(self) -> None:
        atop = {"defense", "offense", "neutrality", "nonaggression", "consultation"}
        assert set(TERMS["obligations"]) == atop


class TestOntology:
    GRAPH = Graph().parse(FOLDER / "vocabulary.ttl")
    OWN = sorted({s for s in GRAPH.subjects() if isinstance(s, URIRef) and s in KB})

    @pytest.mark.parametrize("term", OWN)
    def test_an_own_term_is_labelled_explained_and_shown_in_a_query(self, term: URIRef) -> None:
        languages = {
            lab.language for lab in self.GRAPH[term : RDFS.label] if isinstance(lab, Literal)
        }
        assert languages == {"en", "ur"}
        assert (term, RDFS.comment, None) in self.GRAPH
        assert (term, RDFS.isDefinedBy, URIRef(str(KB)[:-1])) in self.GRAPH
        assert (term, RDF.type, None) in self.GRAPH
        pyoxigraph.Store().query(PREFIXES + str(self.GRAPH.value(term, SKOS.example)))

    def test_terms_of_others_are_only_noted_upon(self) -> None:
        ontology = self.GRAPH.value(None, RDF.type, OWL.Ontology)
        for subject, predicate in set(self.GRAPH.subject_predicates()):
            if subject != ontology and subject not in self.OWN:
                assert predicate == SKOS.note

    def test_every_own_term_of_the_shapes_and_queries_is_defined(self) -> None:
        texts = [path.read_text("utf-8") for path in (FOLDER / "shapes.ttl", *QUERIES)]
        used = {KB[name] for text in texts for name in re.findall(r"\bkb:(\w+)", text)}
        assert used - {KB[""]} <= set(self.OWN)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
class TestQuery:
    HEADER = re.compile(r"# (title|description|parameter|column): (\S.*)")

    def test_is_read_by_both_engines(self, path: Path) -> None:
        query = PREFIXES + path.read_text("utf-8")
        prepareQuery(query)
        pyoxigraph.Store().query(query)

    def test_says_what_it_asks(self, path: Path) -> None:
        headers = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        names = [match[1] for line in headers if (match := self.HEADER.fullmatch(line))]
        assert names[:2] == ["title", "description"]
        assert len(names) == len(headers)

    def test_uses_the_default_of_each_parameter(self, path: Path) -> None:
        text = path.read_text("utf-8")
        for line in re.findall(r"^# parameter: (.*)$", text, re.MULTILINE):
            name, kind, default, meaning = line.split(maxsplit=3)
            value = WRITTEN[kind].format(default)
            assert text.count(f"\n  VALUES ?{name} {{ {value} }}\n") == 1
            assert meaning

    def test_is_ordered(self, path: Path) -> None:
        assert re.search(r"^ORDER BY .*$\Z", path.read_text("utf-8").strip(), re.MULTILINE)


def test_every_shape_is_named_and_every_rule_says_in_words_what_is_wrong() -> None:
    shapes = Graph().parse(FOLDER / "shapes.ttl")
    named = set(shapes.subjects(RDF.type, SH.NodeShape))
    rules = {rule for shape in named for rule in shapes.objects(shape, SH.property | SH.sparql)}
    assert all((shape, SH.name, None) in shapes for shape in named)
    assert all((rule, SH.message, None) in shapes for rule in rules)
    assert len(rules) > len(named) > 0
