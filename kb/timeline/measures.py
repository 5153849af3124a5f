"""What is derived of a single event: its weight, whether it is disputed, how sure its date is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.dates.when import When
    from kb.model import Event

STRONG = 8.0
"""From this absolute score on an event counts as strong (PLOVER's scale ends at 10)."""


def weight(event: Event, score: float, has_effects: bool) -> int:
    """Importance from 1 to 5: as written, else derived.

    One, and one more each for a strong score, for three sources or more, for figures, and for
    being named as the cause of another event.
    """
    if event.weight is not None:
        return event.weight
    reasons = (abs(score) >= STRONG, len(event.sources) >= 3, bool(event.figures), has_effects)
    return 1 + sum(reasons)


def disputed(event: Event) -> bool:
    """Whether sources disagree: on a figure, on the date or place, or by rival accounts.

    A figure is disputed where a measure has more than one value, a date where neither of the two
    holds the other ("2007" and 2007-01-25 agree). One account alone is no dispute.
    """
    written = {(figure.measure, figure.quantity.written) for figure in event.figures}
    values = Counter(measure for measure, _ in written)
    if any(count > 1 for count in values.values()):
        return True
    if any(claim.when is not None and event.when.disputes(claim.when) for claim in event.claims):
        return True
    if any(claim.where is not None and claim.where != event.where for claim in event.claims):
        return True
    return sum(1 for claim in event.claims if claim.says) > 1


def approximate(when: When) -> bool:
    """Whether the day on which it began is not known."""
    return when.earliest_begin != when.latest_begin
