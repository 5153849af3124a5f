"""A random sample of events that anyone can draw again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def sample(ids: Iterable[str], size: int, seed: str) -> tuple[str, ...]:
    """The `size` ids with the lowest SHA-256 of `seed:id`, lowest first; all where there are fewer.

    The digest of one id depends on no other, so an event that is added later takes at most one
    place and leaves the rest of the sample as it was.
    """
    return tuple(sorted(ids, key=lambda slug: _digest(seed, slug))[:size])


def _digest(seed: str, slug: str) -> str:
    return hashlib.sha256(f"{seed}:{slug}".encode()).hexdigest()
