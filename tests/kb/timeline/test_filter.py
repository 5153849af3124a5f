import pytest

from kb.model import Citation, Claim
from kb.timeline import Filter, Timeline


@pytest.fixture
def timeline(make, event):
    """A strike, a visit that began before it, and relief by a partner without a lane."""
    return Timeline(
        make(
            event(
                "strike",
                "2011-11-26",
                kind="airstrike",
                by=("nato", "isaf"),
                to=("pakistan",),
                where="salala",
                title={"en": "Air strike at Salala", "ur": "سلالہ حملہ"},
                src=(Citation("abc", "killing up to 28 troops"),),
                claims=(
                    Claim((Citation("abc"),), says={"en": "A mistake"}),
                    Claim((Citation("tribune"),), says={"en": "Intent"}),
                ),
            ),
            event("stay", "2001/..", between=("pakistan", "united-states"), title={"en": "Stay"}),
            event(
                "relief", "2005-10", kind="relief", by=("ukraine",), title={"en": "Tonnes of aid"}
            ),
        )
    )


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Filter(), ["stay", "relief", "strike"]),
        (Filter(partner=("nato",)), ["strike"]),
        (Filter(partner=("isaf",)), ["strike"]),
        (Filter(partner=("nato", "united-states")), ["stay", "strike"]),
        (Filter(kind=("relief",)), ["relief"]),
        (Filter(family=("military", "diplomacy")), ["stay", "strike"]),
        (Filter(place=("salala",)), ["strike"]),
        (Filter(source=("tribune",)), ["stay", "relief", "strike"]),
        (Filter(source=("abc",)), ["strike"]),
        (Filter(minimum=4), ["stay", "relief"]),
        (Filter(maximum=4), ["stay", "strike"]),
        (Filter(minimum=-9.5, maximum=-9.5), ["strike"]),
        (Filter(disputed=True), ["strike"]),
        (Filter(partner=("nato",), family=("economy",)), []),
    ],
)
def test_parts_hold_together_and_values_are_alternatives(timeline, chosen, ids):
    assert [event.id for event in timeline.matching(chosen)] == ids


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        ("2006", None, ["stay", "strike"]),
        ("2005-10-31", None, ["stay", "relief", "strike"]),
        (None, "2004", ["stay"]),
        (None, "2005-10-01", ["stay", "relief"]),
        ("2011-11-26", "2011-11-26", ["stay", "strike"]),
        (None, "2000", []),
    ],
)
def test_an_event_passes_that_may_have_been_going_on(timeline, when, first, last, ids):
    chosen = Filter(first=first and when(first), last=last and when(last))

    assert [event.id for event in timeline.matching(chosen)] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("salala", ["strike"]),
        ("SALALA strike", ["strike"]),
        ("سلالہ", ["strike"]),
        ("28 troops", ["strike"]),
        ("mistake", ["strike"]),
        ("air strike", ["strike"]),
        ("report of tribune", ["stay", "relief", "strike"]),
        ("united-states", ["stay"]),
        ("nowhere", []),
    ],
)
def test_every_word_must_be_found_somewhere(timeline, text, ids):
    assert [event.id for event in timeline.matching(Filter(text=text))] == ids
