"""A knowledge base of any size: the shipped actors, kinds and places with made-up events."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kb.data import shipped
from kb.dates.edtf import parse
from kb.dates.when import When
from kb.model import Cause, Citation, Event, KnowledgeBase
from kb.reader import read

if TYPE_CHECKING:
    from kb.model import Actor

SEED = 1947
FIRST, LAST = date(1947, 8, 14), date(2026, 6, 30)
LASTING, APPROXIMATE, CAUSED = 0.08, 0.06, 0.1
"""Parts of the events that last, that have a vague date, and that have a cause."""


def knowledge_base(count: int) -> KnowledgeBase:
    """So many events, the same on every call; the later years hold more of them, as in life."""
    real = _shipped()
    dice = random.Random(SEED)
    partners = [actor for actor in real.actors.values() if _is_partner(real, actor)]
    # A few partners have most of the events, and the last ones nearly none.
    weights = [1 / (place + 1) for place in range(len(partners))]
    days = sorted(_day(dice) for _ in range(count))
    events: list[Event] = []
    for number, day in enumerate(days):
        partner = dice.choices(partners, weights)[0]
        events.append(_event(real, dice, number, day, partner, events))
    return replace(real, events={event.id: event for event in events}, views={})


@cache
def _shipped() -> KnowledgeBase:
    kb = read(shipped()).kb
    if kb is None:
        raise ValueError("the shipped data has errors: tieline check tells them")
    return kb


def _is_partner(kb: KnowledgeBase, actor: Actor) -> bool:
    return actor.lane and actor.id != kb.dataset.focus


def _day(dice: random.Random) -> date:
    length = (LAST - FIRST).days
    return FIRST + timedelta(days=round(length * dice.random() ** 0.7))


def _event(
    kb: KnowledgeBase,
    dice: random.Random,
    number: int,
    day: date,
    partner: Actor,
    before: list[Event],
) -> Event:
    kind = dice.choice(list(kb.vocabulary.kinds.values()))
    cause = dice.choice(before[-40:]) if before and dice.random() < CAUSED else None
    return Event(
        id=f"made-up-{number:06}",
        title={"en": f"{kind.name['en']} {number} with {partner.name['en']}"},
        when=_when(dice, day),
        kind=kind.id,
        src=(Citation(dice.choice(list(kb.sources))),),
        between=(kb.dataset.focus, partner.id),
        weight=dice.choices((1, 2, 3, 4, 5), (50, 30, 14, 5, 1))[0],
        where=dice.choice(list(kb.places)) if dice.random() < 0.5 else None,
        because_of=() if cause is None else (Cause(cause.id, ()),),
    )


def _when(dice: random.Random, day: date) -> When:
    written = day.isoformat()
    if dice.random() < APPROXIMATE:
        written = written[:7]
    elif dice.random() < LASTING:
        written = f"{written}/{(day + timedelta(days=dice.randint(10, 1500))).isoformat()}"
    when = parse(written)
    if not isinstance(when, When):
        raise TypeError(f"{written} is no date")
    return when
