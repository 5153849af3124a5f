"""An inverted index whose postings are sets of documents, held as the bits of an integer.

A prefix such as `pa` stands in hundreds of words and most documents; the union of their postings
is then a few hundred operations on integers instead of a walk through every posting.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kb.search.documents import Tier
from kb.search.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kb.search.documents import Document

Bits = int
"""A set of documents: bit n stands for the document of number n."""

_TIERS = len(Tier)
_AFTER = "\U0010ffff"
"""Sorts behind every sign that may follow a prefix."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query, and the words of the index that it stands for.

    `misspelt` is true where the index has no word that begins so, and nearby words stand in.
    """

    typed: str
    words: tuple[str, ...]
    exact: tuple[Bits, ...]
    """For each tier the documents that hold the very word."""
    loose: tuple[Bits, ...]
    """For each tier those that hold a word which begins so, or a nearby one."""
    misspelt: bool

    @property
    def documents(self) -> Bits:
        """All documents that hold any of the words."""
        return _union(self.loose)

    def cost(self, bit: Bits) -> int:
        """How telling the best hit in a document is: two a tier, one more for part of a word."""
        for tier in range(_TIERS):
            if self.exact[tier] & bit:
                return 2 * tier
            if self.loose[tier] & bit:
                return 2 * tier + 1
        return 2 * _TIERS


class Index:
    """The words of some documents. Built once; safe to read from many threads."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: tuple[Document, ...] = tuple(documents)
        postings: dict[str, list[set[int]]] = {}
        folded: dict[str, frozenset[str]] = {}  # names and titles stand in many documents
        for number, document in enumerate(self.documents):
            for passage in document.passages:
                if passage.text not in folded:
                    folded[passage.text] = frozenset(word.folded for word in words(passage.text))
                for word in folded[passage.text]:
                    if word not in postings:
                        postings[word] = [set() for _ in range(_TIERS)]
                    postings[word][passage.tier].add(number)
        self._vocabulary = sorted(postings)
        self._names = frozenset(
            word
            for document in self.documents
            if document.what == "actor"
            for passage in document.passages
            for word in folded[passage.text]
        )
        self._postings: dict[str, tuple[Bits, ...]] = {
            word: tuple(_bits(numbers, len(self.documents)) for numbers in tiers)
            for word, tiers in postings.items()
        }
        """Word to the documents that hold it, by tier."""
        self._guessable = [word for word in self._vocabulary if _may_be_misspelt(word)]

    def term(self, typed: str) -> Term:
        """What a folded word of a query stands for: what begins so, else what is nearly so."""
        found = self._beginning(typed)
        misspelt = not found
        if misspelt:
            found = self._near(typed, _tolerance(typed))
        return self._term(typed, found, misspelt)

    def guesses(self, typed: str, most: int) -> tuple[str, ...]:
        """Words that may have been meant, the nearest first; further away than `term` goes."""
        if not _may_be_misspelt(typed):
            return ()
        allowed = max(2, len(typed) // 3)
        ranked = process.extract(
            typed, self._guessable, scorer=OSA.distance, score_cutoff=allowed, limit=8 * most
        )
        near = sorted(ranked, key=lambda hit: (hit[1], -self._frequency(hit[0]), hit[0]))
        return tuple(word for word, _, _ in near if word != typed)[:most]

    def numbers(self, found: Bits) -> Iterator[int]:
        """The numbers of the documents in the set, ascending."""
        while found:
            lowest = found & -found
            yield lowest.bit_length() - 1
            found ^= lowest

    def _beginning(self, typed: str) -> tuple[str, ...]:
        """The words that begin so; but US and UN are names, and one letter stands for itself."""
        if len(typed) == 1 or (len(typed) == 2 and typed in self._names):
            return (typed,) if typed in self._postings else ()
        first = bisect_left(self._vocabulary, typed)
        last = bisect_left(self._vocabulary, typed + _AFTER, first)
        return tuple(self._vocabulary[first:last])

    def _near(self, typed: str, allowed: int) -> tuple[str, ...]:
        """The nearest words, else the nearest beginnings of words, for a word half typed."""
        if not allowed or not _may_be_misspelt(typed):
            return ()
        whole = _nearest(typed, self._guessable, self._guessable, allowed)
        if whole:
            return whole
        longer = [word for word in self._guessable if len(word) > len(typed)]
        begun = [word[: len(typed) + more] for more in (0, 1) for word in longer]
        return tuple(dict.fromkeys(_nearest(typed, begun, [*longer, *longer], allowed)))

    def _term(self, typed: str, found: tuple[str, ...], misspelt: bool) -> Term:
        none = (0,) * _TIERS
        rows = [self._postings[word] for word in found]
        loose = tuple(_union(row[tier] for row in rows) for tier in range(_TIERS))
        return Term(typed, found, self._postings.get(typed, none), loose, misspelt)

    def _frequency(self, word: str) -> int:
        return _union(self._postings[word]).bit_count()


def _nearest(typed: str, among: list[str], words: list[str], allowed: int) -> tuple[str, ...]:
    """Those of `words` whose form in `among` is nearest, at most `allowed` edits away."""
    hits = process.extract(typed, among, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    if not hits:
        return ()
    least = min(distance for _, distance, _ in hits)
    return tuple(words[place] for _, distance, place in hits if distance == least)


def _tolerance(word: str) -> int:
    """Edits that are forgiven: none in a short word, one from four letters on, two from eight."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _may_be_misspelt(word: str) -> bool:
    """A number is meant as it stands: 2011 is no slip for 2012."""
    return len(word) > 2 and not any(sign.isdigit() for sign in word)


def _bits(numbers: set[int], size: int) -> Bits:
    if not numbers:
        return 0
    row = bytearray(size // 8 + 1)
    for number in numbers:
        row[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(row, "little")


def _union(sets: Iterable[Bits]) -> Bits:
    union = 0
    for one in sets:
        union |= one
    return union
