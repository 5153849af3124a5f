"""What of each record can be found, and what a hit there is worth."""

from kb.search.documents import Tier, documents


def found(kb, what, slug):
    weight = dict.fromkeys(kb.events, 1)
    return next(d for d in documents(kb, weight) if (d.what, d.id) == (what, slug))


def test_an_event_is_found_by_all_that_is_said_of_it(kb):
    texts = {(p.field, p.tier, p.text) for p in found(kb, "event", "strike").passages}

    assert {
        ("title", Tier.TITLE, "Strikes on two posts at Salala"),
        ("title", Tier.TITLE, "سلالہ حملہ"),
        ("actor", Tier.NAME, "NATO"),
        ("place", Tier.NAME, "سلالہ"),
        ("kind", Tier.NAME, "Air strike"),
        ("summary", Tier.SUMMARY, "Helicopters crossed into Mohmand."),
        ("account", Tier.SUMMARY, "It was deliberate."),
        ("quotation", Tier.QUOTATION, "fired upon while they slept"),
        ("source", Tier.QUOTATION, "The Express Tribune"),
        ("source", Tier.QUOTATION, "Supply lines"),
        ("date", Tier.QUOTATION, "26 November 2011"),
        ("date", Tier.QUOTATION, "26 نومبر 2011"),
    } <= texts


def test_a_passage_tells_whose_it_is(kb):
    passages = found(kb, "event", "strike").passages

    assert {p.of for p in passages if p.field == "quotation"} == {"tribune"}
    assert {p.of for p in passages if p.field == "place"} == {"salala"}


def test_other_records_are_found_by_names_and_weigh_by_their_events(kb):
    assert [p.text for p in found(kb, "actor", "turkiye").passages][-1] == "Turkey"
    assert found(kb, "actor", "nato").weight == 3
    assert found(kb, "source", "dawn").weight == 4
    assert found(kb, "kind", "visit").weight == 3
    assert "Zahid Hussain" in {p.text for p in found(kb, "source", "dawn").passages}
