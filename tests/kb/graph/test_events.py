"""Events and views in the graph: the plain triples, the four days, and whom a state is part of."""

import pytest


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2011-11-26", ("2011-11-26", "2011-11-26", "2011-11-26", "2011-11-26")),
        ("2005~", ("2004-01-01", "2006-12-31", "2004-01-01", "2006-12-31")),
        ("[2006-01..2006-04]", ("2006-01-01", "2006-04-30", "2006-01-01", "2006-04-30")),
        ("2006-05/2007-03", ("2006-05-01", "2006-05-31", "2007-03-01", "2007-03-31")),
        ("2001/..", ("2001-01-01", "2001-12-31", "9999-12-31", "9999-12-31")),
        ("2001/", ("2001-01-01", "2001-12-31", "2001-01-01", "9999-12-31")),
        ("0001", ("0001-01-01", "0001-12-31", "0001-01-01", "0001-12-31")),
    ],
)
def test_the_four_days_that_bound_a_date(graph, written, days):
    found = graph(when=written)

    names = ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
    for name, day in zip(names, days, strict=True):
        assert found.plain("ev:a", f"sem:has{name}TimeStamp") == {f'"{day}"^^xsd:date'}
    assert found.plain("ev:a", "dcterms:date") == {f'"{written}"^^edtf:EDTF'}


def test_all_that_an_event_may_hold(whole):
    event = dict(whole.of["ev:salala-attack"])

    assert event.pop("dcterms:source") == {
        "source:abc-2011",
        "source:ipri-2017",
        "source:jang-2011",
        "source:tribune-2011",
    }
    assert {name for name in event if name.startswith("sem:has") and "Time" in name} == {
        "sem:hasEarliestBeginTimeStamp",
        "sem:hasLatestBeginTimeStamp",
        "sem:hasEarliestEndTimeStamp",
        "sem:hasLatestEndTimeStamp",
    }
    assert {name: values for name, values in event.items() if "Time" not in name} == {
        "rdf:type": {"sem:Event"},
        "rdfs:label": {'"NATO air strike on Salala"@en', '"سلالہ حملہ"@ur'},
        "skos:altLabel": {'"Salala"@en'},
        "dcterms:description": {'"Helicopters fired on two border posts at night."@en'},
        "dcterms:date": {'"2011-11-26"^^edtf:EDTF'},
        "schema:agent": {"actor:isaf-headquarters"},
        "schema:recipient": {"actor:pakistan"},
        "sem:hasActor": {
            "actor:isaf-headquarters",
            "actor:isaf",
            "actor:nato",
            "actor:pakistan",
        },
        "sem:hasPlace": {"place:salala"},
        "sem:eventType": {"kind:airstrike"},
        "dcterms:subject": {"ctx:military", "ctx:territory"},
        "kb:score": {'"-9.5"^^xsd:decimal'},
        "m:killed": {'"24"^^xsd:integer'},
        "m:troops": {'"40"^^xsd:integer'},
        "rdfs:comment": {'"The posts are named Volcano and Boulder."@en'},
    }


def test_where_all_act_together_all_are_agents(whole):
    assert whole.plain("ev:cooperation", "schema:agent") == {"actor:pakistan", "actor:nato"}
    assert whole.plain("ev:cooperation", "schema:recipient") == set()


def test_what_an_alliance_obliges_to_and_what_it_weighs(whole):
    assert whole.plain("ev:pact", "kb:obligation") == {
        "obligation:consultation",
        "obligation:neutrality",
    }
    assert whole.plain("ev:cooperation", "kb:weight") == {'"2"^^xsd:integer'}
    assert whole.plain("ev:command", "sem:subEventOf") == {"ev:cooperation"}


def test_the_contexts_of_a_kind_serve_an_event_that_names_none(graph):
    assert graph(kind="regret").plain("ev:a", "dcterms:subject") == {"ctx:diplomatic"}
    assert graph(about="legal", kind="regret").plain("ev:a", "dcterms:subject") == {"ctx:legal"}


@pytest.mark.parametrize(
    ("when", "joined"),
    [
        ("2003-08-10", False),
        ("2003-08-11", True),
        ("2003", True),
        ("2014-12-28/..", True),
        ("2014-12-29", False),
        ("2002/2020", True),
        ("[..2004]", True),
    ],
)
def test_an_actor_stands_for_all_that_it_may_have_been_part_of(graph, when, joined):
    actors = graph(when=when).plain("ev:a", "sem:hasActor")

    assert ("actor:nato" in actors) is joined
    assert {"actor:isaf", "actor:pakistan"} <= actors


def test_a_successor_does_not_stand_for_its_predecessor(graph):
    assert graph(by="russia").plain("ev:a", "sem:hasActor") == {"actor:russia", "actor:pakistan"}


def test_a_view(whole):
    iri = "<https://example.org/small/id/view/ties-would-help>"
    view = dict(whole.of[iri])

    quotes = [whole.plain(selector, "oa:exact") for selector in view.pop("oa:hasSelector")]
    assert set().union(*quotes) == {'"closer ties would help"@en', '"both would gain"@en'}
    assert view == {
        "rdf:type": {"schema:Claim"},
        "schema:about": {"actor:nato", "actor:pakistan"},
        "dcterms:description": {
            '"Closer ties would help both."@en',
            '"قریبی تعلقات دونوں کے لیے مفید ہوں گے۔"@ur',
        },
        "dcterms:date": {'"2017-02-26"^^edtf:EDTF'},
        "dcterms:temporal": {'"2014/.."^^edtf:EDTF'},
        "dcterms:source": {"source:ipri-2017"},
        "rdfs:comment": {'"The author\'s conclusion."@en'},
    }


def test_old_ids_and_layout_are_not_in_the_graph(sample, whole):
    assert sample.events["salala-attack"].was == ("salala",)
    assert sample.actors["nato"].lane
    objects = {text for parts in whole.of.values() for values in parts.values() for text in values}
    assert not any("isaf-hq" in text or "lane" in text for text in objects)
