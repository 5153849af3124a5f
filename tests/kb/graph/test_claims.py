"""How statements stand in the graph: the plain triple, and the rdf:Statement with its parts."""

import pytest

NORMAL = {"wikibase:rank": {"wikibase:NormalRank"}}
PREFERRED = {"wikibase:rank": {"wikibase:PreferredRank"}}
EDITORS = {"prov:wasAttributedTo": {"<https://example.org/small/id/publisher>"}}


def said_by(source: str) -> dict[str, set[str]]:
    return {"dcterms:source": {f"source:{source}"}}


def days(*four: str) -> dict[str, set[str]]:
    names = ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
    return {
        f"sem:has{name}TimeStamp": {f'"{day}"^^xsd:date'}
        for name, day in zip(names, four, strict=True)
    }


def with_quote(graph, statement, words: str) -> dict[str, set[str]]:
    """The statement without its selector, once that holds these words."""
    (selector,) = statement.pop("oa:hasSelector")
    assert selector.endswith("/quote>")
    assert graph.of[selector] == {
        "rdf:type": {"oa:TextQuoteSelector"},
        "oa:exact": {words},
    }
    return statement


def test_a_source_alone_makes_no_statement(graph):
    found = graph(src="ipri-2017")

    assert found.plain("ev:a", "dcterms:source") == {"source:ipri-2017"}
    assert found.statements("ev:a", "dcterms:source") == []


def test_a_source_with_a_quotation(graph):
    found = graph(src="[{jang-2011: چوبیس جوان}]")

    assert found.plain("ev:a", "dcterms:source") == {"source:jang-2011"}
    (statement,) = found.statements("ev:a", "dcterms:source")
    assert with_quote(found, statement, '"چوبیس جوان"@ur') == {
        "rdf:object": {"source:jang-2011"},
        **said_by("jang-2011"),
        **NORMAL,
    }


FIGURES = {
    "24": ({'"24"^^xsd:integer'}, {"rdf:object": {'"24"^^xsd:integer'}}),
    "7600+": (
        {'"7600"^^xsd:integer'},
        {"rdf:object": {'"7600"^^xsd:integer'}, "schema:minValue": {'"7600"^^xsd:integer'}},
    ),
    "28-": (
        {'"28"^^xsd:integer'},
        {"rdf:object": {'"28"^^xsd:integer'}, "schema:maxValue": {'"28"^^xsd:integer'}},
    ),
    "~3500": (
        {'"3500"^^xsd:integer'},
        {"rdf:object": {'"3500"^^xsd:integer'}, "kb:approximate": {'"true"^^xsd:boolean'}},
    ),
    "24-28": (
        set(),
        {
            "rdf:object": {'"24-28"'},
            "schema:minValue": {'"24"^^xsd:integer'},
            "schema:maxValue": {'"28"^^xsd:integer'},
        },
    ),
    "2.50": ({'"2.5"^^xsd:decimal'}, {"rdf:object": {'"2.5"^^xsd:decimal'}}),
}


@pytest.mark.parametrize("written", FIGURES)
def test_an_accepted_figure(graph, written):
    plain, parts = FIGURES[written]

    found = graph(f"  figures: {{killed: {{{written}: abc-2011}}}}\n")

    assert found.plain("ev:a", "m:killed") == plain
    assert found.statements("ev:a", "m:killed") == [
        {**parts, "kb:asWritten": {f'"{written}"'}, **said_by("abc-2011"), **PREFERRED}
    ]


def test_a_figure_that_is_not_the_accepted_one(graph):
    found = graph("  figures: {killed: {24: ipri-2017, 28-: {src: abc-2011, note: early}}}\n")

    assert found.plain("ev:a", "m:killed") == {'"24"^^xsd:integer'}
    assert {
        "rdf:object": {'"28"^^xsd:integer'},
        "schema:maxValue": {'"28"^^xsd:integer'},
        "kb:asWritten": {'"28-"'},
        "rdfs:comment": {'"early"@en'},
        **said_by("abc-2011"),
        **NORMAL,
    } in found.statements("ev:a", "m:killed")


def test_a_figure_of_nobody_is_the_editors_own(graph):
    found = graph("  figures: {killed: 24}\n")

    assert found.statements("ev:a", "m:killed") == [
        {
            "rdf:object": {'"24"^^xsd:integer'},
            "kb:asWritten": {'"24"'},
            **EDITORS,
            **PREFERRED,
        }
    ]


def test_one_statement_for_each_source_of_a_figure(graph):
    found = graph("  figures: {killed: {24: [abc-2011, {ipri-2017: killing 24}]}}\n")

    statements = found.statements("ev:a", "m:killed")

    assert len(statements) == 2
    (quoting,) = [statement for statement in statements if "oa:hasSelector" in statement]
    assert quoting["dcterms:source"] == {"source:ipri-2017"}
    assert found.plain("ev:a", "dcterms:source") == {"source:abc-2011", "source:ipri-2017"}


def test_a_claim_of_another_date(graph):
    found = graph("  claims: [{when: 2011-11~, src: abc-2011, rank: deprecated, note: x}]\n")

    assert found.plain("ev:a", "dcterms:date") == {'"2011-11-26"^^edtf:EDTF'}
    assert found.statements("ev:a", "dcterms:date") == [
        {
            "rdf:object": {'"2011-11~"^^edtf:EDTF'},
            **days("2011-10-01", "2011-12-31", "2011-10-01", "2011-12-31"),
            **said_by("abc-2011"),
            "wikibase:rank": {"wikibase:DeprecatedRank"},
            "rdfs:comment": {'"x"@en'},
        }
    ]


def test_a_claim_of_another_place(graph):
    found = graph("  where: salala\n  claims: [{where: baizai, src: abc-2011}]\n")

    assert found.plain("ev:a", "sem:hasPlace") == {"place:salala"}
    assert found.statements("ev:a", "sem:hasPlace") == [
        {"rdf:object": {"place:baizai"}, **said_by("abc-2011"), **NORMAL}
    ]


def test_an_account(graph):
    found = graph("  claims: [{says: Both erred., src: {abc-2011: mistakes on both sides}}]\n")

    assert found.plain("ev:a", "dcterms:description") == set()
    (statement,) = found.statements("ev:a", "dcterms:description")
    assert with_quote(found, statement, '"mistakes on both sides"@en') == {
        "rdf:object": {'"Both erred."@en'},
        **said_by("abc-2011"),
        **NORMAL,
    }
    assert found.plain("ev:a", "dcterms:source") == {"source:abc-2011", "source:ipri-2017"}


OTHER = "b:\n  title: B\n  when: 2011\n  kind: visit\n  by: nato\n  src: abc-2011\n"


def test_a_cause_that_a_source_tells(graph):
    found = graph("  because_of: {b: {src: abc-2011, note: x}}\n", OTHER)

    assert found.plain("ev:a", "crm:P17_was_motivated_by") == {"ev:b"}
    assert found.statements("ev:a", "crm:P17_was_motivated_by") == [
        {"rdf:object": {"ev:b"}, "rdfs:comment": {'"x"@en'}, **said_by("abc-2011"), **NORMAL}
    ]


def test_a_cause_in_the_editors_reading(graph):
    found = graph("  because_of: b\n", OTHER)

    assert found.plain("ev:a", "crm:P17_was_motivated_by") == {"ev:b"}
    assert found.statements("ev:a", "crm:P17_was_motivated_by") == [
        {"rdf:object": {"ev:b"}, **EDITORS, **NORMAL}
    ]


def test_a_membership_for_a_time(whole):
    assert whole.plain("actor:isaf", "dcterms:isPartOf") == {"actor:nato"}
    (statement,) = whole.statements("actor:isaf", "dcterms:isPartOf")
    assert statement.pop("dcterms:date") == {'"2003-08-11/2014-12-28"^^edtf:EDTF'}
    assert statement == {
        "rdf:object": {"actor:nato"},
        **days("2003-08-11", "2003-08-11", "2014-12-28", "2014-12-28"),
        **EDITORS,
        **NORMAL,
    }


def test_a_membership_at_all_times_makes_no_statement(whole):
    assert whole.plain("actor:isaf-headquarters", "dcterms:isPartOf") == {"actor:isaf"}
    assert whole.statements("actor:isaf-headquarters", "dcterms:isPartOf") == []


def test_the_statement_of_a_figure_keeps_its_iri_when_rank_and_note_change(graph):
    def claims(figure: str) -> set[str]:
        found = graph(f"  figures: {{killed: {{24: {figure}}}}}\n")
        return {subject for subject in found.of if "/claim/" in subject}

    assert claims("abc-2011") == claims("{src: abc-2011, rank: normal, note: x}")
    assert claims("abc-2011") != claims("{abc-2011: words}")
    assert claims("abc-2011") != claims("ipri-2017")
