"""Rules for sources: one spelling for each publisher, and none on a domain that is not accepted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kb.phrasing import quoted
from kb.validation import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kb.model import Source

_HOST = re.compile(r"https?://([^/:?#]+)")


def problems_of_sources(
    sources: Collection[Source], not_accepted: Mapping[str, str]
) -> Iterator[Problem]:
    """Everything that is to be said about where the sources come from, in no order."""
    yield from _publishers(sources)
    for source in sources:
        for name in ("url", "archived"):
            domain = domain_among(not_accepted, getattr(source, name))
            if domain:
                message = f"{domain} is not accepted as a source: {not_accepted[domain]}."
                advice = "Cite where the words were first published, or another document."
                yield Problem("source", source.id, "W07", message, advice, (name,))


def domain_among(domains: Collection[str], address: str | None) -> str | None:
    """Which of the domains the address is on: the very one, or the nearest above its host."""
    host = _HOST.match(address or "")
    labels = host[1].lower().split(".") if host else []
    candidates = (".".join(labels[start:]) for start in range(len(labels)))
    return next((domain for domain in candidates if domain in domains), None)


def _publishers(sources: Collection[Source]) -> Iterator[Problem]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    spelled = [(source, source.publisher) for source in sources if source.publisher]
    for _, publisher in spelled:
        spellings[_bare(publisher)][publisher] += 1
    for source, publisher in spelled:
        usual, _ = spellings[_bare(publisher)].most_common(1)[0]
        if usual != publisher:
            message = f"the publisher {quoted(publisher)} is also spelled {quoted(usual)}."
            yield Problem("source", source.id, "W03", message, "Use one spelling.", ("publisher",))


def _bare(name: str) -> str:
    letters = "".join(char for char in name.casefold() if char.isalnum() or char == " ")
    return "".join(letters.removeprefix("the ").split())
