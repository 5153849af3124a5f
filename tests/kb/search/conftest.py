"""A small knowledge base to search in: each word stands where a test looks for it."""

import pytest

from kb.dates.edtf import parse
from kb.figures import parse as figure
from kb.model import (
    Actor,
    Citation,
    Claim,
    Dataset,
    Event,
    Figure,
    Kind,
    KnowledgeBase,
    Place,
    Source,
    Vocabulary,
)
from kb.search import Finder

WEIGHT = {"strike": 5, "apology": 3, "visit": 1, "relief": 2}


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    kinds = (
        Kind("airstrike", {"en": "Air strike"}, "ASSAULT:aerial", "military", {"en": "Bombs"}),
        Kind("visit", {"en": "Visit"}, "CONSULT:visit", "diplomacy", {"en": "A journey"}),
    )
    actors = (
        Actor("nato", {"en": "NATO", "ur": "نیٹو"}, "organisation"),
        Actor("pakistan", {"en": "Pakistan", "ur": "پاکستان"}, "state"),
        Actor("turkiye", {"en": "Türkiye", "ur": "ترکیہ"}, "state", aliases={"en": ("Turkey",)}),
    )
    places = (Place("salala", {"en": "Salala", "ur": "سلالہ"}),)
    sources = (
        Source("tribune", {"en": "Jets attack checkpost"}, "The Express Tribune", "news"),
        Source("dawn", {"en": "Supply lines"}, "Dawn", "news", author=("Zahid Hussain",)),
    )
    events = (
        Event(
            "strike",
            {"en": "Strikes on two posts at Salala", "ur": "سلالہ حملہ"},
            parse("2011-11-26"),
            "airstrike",
            (Citation("tribune", "fired upon while they slept"),),
            by=("nato",),
            to=("pakistan",),
            where="salala",
            summary={"en": "Helicopters crossed into Mohmand."},
            figures=(Figure("killed", figure("24"), (Citation("dawn"),), "normal"),),
            claims=(Claim((Citation("tribune"),), says={"en": "It was deliberate."}),),
        ),
        Event(
            "apology",
            {"en": "Regret"},
            parse("2012-07-03"),
            "visit",
            (Citation("dawn", "Salala cost us dear"),),
            by=("nato",),
            summary={"en": "An apology for Salala."},
        ),
        Event(
            "visit",
            {"en": "President's visit"},
            parse("2013"),
            "visit",
            (Citation("dawn"),),
            between=("turkiye", "pakistan"),
        ),
        Event(
            "relief",
            {"en": "Relief after the earthquake"},
            parse("2005-10"),
            "visit",
            (Citation("dawn"),),
            by=("nato",),
            short_title={"en": "Air bridge"},
        ),
    )
    dataset = Dataset({"en": "T"}, "pakistan", "https://example.org/", ("en", "ur"), "", "", "", 1)
    lists = [
        "measures",
        "actor_types",
        "source_types",
        "contexts",
        "obligations",
        "families",
        "quads",
        "plover",
    ]
    return KnowledgeBase(
        dataset=dataset,
        vocabulary=Vocabulary(
            kinds={kind.id: kind for kind in kinds}, **{name: {} for name in lists}
        ),
        events={one.id: one for one in events},
        actors={one.id: one for one in actors},
        places={one.id: one for one in places},
        sources={one.id: one for one in sources},
        views={},
    )


@pytest.fixture(scope="session")
def finder(kb) -> Finder:
    return Finder(kb, WEIGHT)
