"""A small knowledge base, written by hand: only what a test of the timeline looks at."""

from collections.abc import Callable

import pytest

from kb.dates.edtf import parse
from kb.dates.when import When
from kb.model import (
    Actor,
    Citation,
    Dataset,
    Event,
    Kind,
    KnowledgeBase,
    Membership,
    Place,
    Source,
    Term,
    Vocabulary,
)

Make = Callable[..., KnowledgeBase]


def _when(text: str) -> When:
    found = parse(text)
    assert isinstance(found, When)
    return found


def _event(slug: str, date: str = "2011", **fields) -> Event:
    """An event of which only the id and what is given matters."""
    defaults = {"title": {"en": slug}, "kind": "visit", "src": (Citation("tribune"),)}
    if not {"by", "between"} & set(fields):
        defaults["between"] = ("pakistan", "nato")
    return Event(id=slug, when=_when(date), **{**defaults, **fields})


def _actor(slug: str, **fields) -> Actor:
    return Actor(id=slug, name={"en": slug.title()}, type="state", **fields)


ACTORS = (
    _actor("pakistan", lane=True),
    _actor("pakistan-army", part_of=(Membership("pakistan"),)),
    _actor("united-states", lane=True, part_of=(Membership("nato"),)),
    _actor("nato", lane=True),
    _actor("isaf", part_of=(Membership("nato", _when("2003-08-11/2014-12-28")),)),
    _actor("isaf-kabul", part_of=(Membership("isaf"),)),
    _actor("ussr"),
    _actor("soviet-army", part_of=(Membership("ussr"),)),
    _actor("ukraine", succeeds=("ussr",)),
    _actor("russia", lane=True, succeeds=("ussr",)),
    _actor("belarus", lane=True, succeeds=("ussr",)),
)

KINDS = (
    Kind("visit", {"en": "Visit"}, "CONSULT:visit", "diplomacy", {"en": ""}),
    Kind("airstrike", {"en": "Air strike"}, "ASSAULT:aerial", "military", {"en": ""}),
    Kind("relief", {"en": "Relief"}, "AID", "economy", {"en": ""}),
)


@pytest.fixture
def make() -> Make:
    """Puts events, and actors beside the usual ones, into a knowledge base about Pakistan."""

    def made(*events: Event, actors: tuple[Actor, ...] = ()) -> KnowledgeBase:
        families = {kind.family: Term(kind.family, {"en": kind.family}) for kind in KINDS}
        return KnowledgeBase(
            dataset=Dataset(
                {"en": "T"}, "pakistan", "https://example.org/", ("en",), "", "", "", 1
            ),
            vocabulary=Vocabulary(
                kinds={kind.id: kind for kind in KINDS},
                measures={},
                actor_types={},
                source_types={},
                contexts={},
                obligations={},
                families=families,
                quads={},
                plover={
                    "CONSULT:visit": ("verbal-cooperation", 4.0),
                    "ASSAULT:aerial": ("material-conflict", -9.5),
                    "AID": ("material-cooperation", 10.0),
                },
            ),
            events={one.id: one for one in events},
            actors={one.id: one for one in (*ACTORS, *actors)},
            places={
                "salala": Place("salala", {"en": "Salala"}),
                "bagh": Place("bagh", {"en": "Bagh"}),
            },
            sources={
                slug: Source(slug, {"en": f"Report of {slug}"}, slug.title(), "news")
                for slug in ("tribune", "abc", "ap")
            },
            views={},
        )

    return made


@pytest.fixture
def when() -> Callable[[str], When]:
    """Reads a date."""
    return _when


@pytest.fixture
def event() -> Callable[..., Event]:
    """Writes an event of Pakistan and NATO in 2011, but for what is said otherwise."""
    return _event


@pytest.fixture
def actor() -> Callable[..., Actor]:
    """Writes an actor."""
    return _actor
