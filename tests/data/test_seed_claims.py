"""Every claim of the article that the data set starts from is in it, traceable to its words.

`seed_claims.yaml` lists the 45 claims with where each stands; what other sources say otherwise is
checked here by name, since those corrections are what the data set is for.
"""

from pathlib import Path

import pytest
import yaml

import kb

HERE = Path(__file__).parent
ARTICLE = "ipri-2017"
CLAIMS = yaml.safe_load((HERE / "seed_claims.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def base():
    return kb.load(HERE.parents[1] / "data")


def cited_at(base, reference):
    """The citations that stand at a reference such as `event/x/figures/killed/24`."""
    kind, name, *rest = reference.split("/")
    record = getattr(base, f"{kind}s")[name]
    match rest:
        case []:
            return record.src
        case ["figures", measure, written]:
            figures = {(f.measure, f.quantity.written): f for f in record.figures}
            return figures[measure, written].src
        case ["because_of", cause]:
            return next(c for c in record.because_of if c.event == cause).src
        case ["claims", number]:
            return record.claims[int(number)].src
    raise AssertionError(reference)


def test_all_45_claims_are_listed():
    numbers = [*(f"S{n:02}" for n in range(1, 15)), "S15a", "S15b"]
    assert list(CLAIMS) == [*numbers, *(f"S{n:02}" for n in range(16, 45))]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_stands_in_the_data_with_the_words_of_the_article(base, claim):
    quote, places = CLAIMS[claim]["quote"], CLAIMS[claim]["stands_in"]
    assert places
    for place in places:
        if place == f"source/{ARTICLE}":
            assert quote in base.sources[ARTICLE].note
            continue
        words = [c.quote for c in cited_at(base, place) if c.source == ARTICLE]
        assert quote in words, place


@pytest.mark.parametrize("claim", [claim for claim in CLAIMS if CLAIMS[claim]["correction"]])
def test_a_correction_names_records_that_exist(base, claim):
    named = [word.strip(".,;:()") for word in CLAIMS[claim]["correction"].split() if "/" in word]
    for reference in named:
        kind, _, name = reference.partition("/")
        if kind in {"event", "view", "source"}:
            assert name.split("/")[0] in getattr(base, f"{kind}s"), reference


def accepted(base, event, measure):
    figures = [f for f in base.events[event].figures if f.measure == measure]
    return next(f.quantity.written for f in figures if f.rank == "preferred")


def all_given(base, event, measure):
    return {f.quantity.written for f in base.events[event].figures if f.measure == measure}


def test_24_were_killed_at_salala_and_the_first_reports_are_kept(base):
    assert accepted(base, "salala-attack", "killed") == "24"
    assert {"8", "25", "26", "28-"} <= all_given(base, "salala-attack", "killed")


def test_both_sides_and_nato_give_their_account_of_salala(base):
    spoken = {
        base.sources[citation.source].side
        for claim in base.events["salala-attack"].claims
        if claim.says
        for citation in claim.src
    }
    assert {"united-states", "nato"} < spoken
    assert spoken & {"pakistan", "pakistan-army", "ispr"}


def test_the_helicopters_moved_7600_people_not_the_air_bridge(base):
    assert accepted(base, "earthquake-relief", "people_moved") == "7600+"
    notes = [f.note or "" for f in base.events["earthquake-relief"].figures]
    assert any("helicopter" in note.lower() for note in notes)


def test_the_3500_tons_were_not_food_and_medicine(base):
    figures = base.events["earthquake-relief"].figures
    supplies = next(f for f in figures if f.measure == "tonnes_supplied" and f.rank == "preferred")
    assert "tents" in supplies.note


@pytest.mark.parametrize(
    ("event", "edtf"),
    [
        ("minuto-rizzo-first-visit", "2005-03-02?"),
        ("minuto-rizzo-second-visit", "2006-05"),
        ("jioc", "2007-01-25"),
        ("sco-accession", "2017-06-09"),
        ("gloc-closure", "2011-11-26/2012-07-03"),
        ("supply-lines-reopened", "2012-07-03"),
        ("us-led-intervention", "2001-10-07/2021-08"),
        ("isaf-under-nato", "2003-08-11/2014-12-28"),
        ("eco-summit", "2017-03-01"),
        ("kashmir-earthquake", "2005-10-08"),
    ],
)
def test_the_dates_that_the_article_leaves_out_or_gets_wrong(base, event, edtf):
    assert base.events[event].when.edtf == edtf
