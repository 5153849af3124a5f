"""Search in one knowledge base: which records a text finds, in which order, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from kb.search.documents import documents
from kb.search.folding import words
from kb.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.model import KnowledgeBase
    from kb.search.documents import Document, Passage, What
    from kb.search.index import Bits, Term

MOST_TERMS = 12
"""Words of a query that count; those behind them are passed over."""
_MOST_GUESSES = 3
_MOST_TRIED = 256


class _Spelling(NamedTuple):
    """A word to try in the place of another: whether it is left out, and how little that costs."""

    word: str
    left_out: int
    ease: int


def _loss(chosen: tuple[_Spelling, ...]) -> tuple[int, int]:
    """What a choice of spellings gives up: first how many words, then how telling they were."""
    return sum(one.left_out for one in chosen), -sum(one.ease for one in chosen)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a text: documents best first, and which words were taken for which.

    `corrected` has each word that nothing begins with, and the words that stood in for it.
    """

    documents: tuple[Document, ...]
    corrected: Mapping[str, tuple[str, ...]]
    words: frozenset[str]
    """Folded words of the records that the text stands for; what to mark in a hit."""

    def of(self, what: What) -> tuple[Document, ...]:
        """Those documents that are of one kind, best first."""
        return tuple(document for document in self.documents if document.what == what)


class Finder:
    """The search of one state of the knowledge base. Built once, then read by many threads.

    Every word of a text must be found in a record. A word stands for all words that begin with it;
    where none does, for the nearest ones: one edit away from four letters on, two from eight. The
    order is by where the words stand (title, then name or alias, then summary, then quotation or
    source), a whole word before a beginning, then by weight.
    """

    def __init__(self, kb: KnowledgeBase, weight: Mapping[str, int]) -> None:
        self._index = Index(documents(kb, weight))
        kinds: dict[What, Bits] = {}
        for number, document in enumerate(self._index.documents):
            kinds[document.what] = kinds.get(document.what, 0) | 1 << number
        self._kinds = kinds
        self.events = lru_cache(maxsize=512)(self._events)
        """The ids of the events that a text finds: what `q` lets through."""

    def find(self, text: str, what: What | None = None) -> Found:
        """The records that hold every word of the text, or only those of one kind, best first."""
        terms = self._terms(text)
        found = self._all(terms, what)
        ranked = sorted(
            self._index.numbers(found),
            key=lambda number: (
                sum(term.cost(1 << number) for term in terms),
                -self._index.documents[number].weight,
                number,
            ),
        )
        return Found(
            tuple(self._index.documents[number] for number in ranked),
            {term.typed: term.words for term in terms if term.misspelt and term.words},
            frozenset(word for term in terms for word in term.words),
        )

    def did_you_mean(self, text: str) -> str | None:
        """The nearest text that finds something, for one that finds nothing.

        A word that is nowhere gives way to one that may have been meant; where that does not help,
        the commonest words are left out first.
        """
        terms = self._terms(text)
        choices = [self._spellings(term) for term in terms]
        typed = " ".join(term.typed for term in terms)
        for chosen in sorted(islice(product(*choices), _MOST_TRIED), key=_loss):
            proposal = " ".join(spelling.word for spelling in chosen if spelling.word)
            if proposal and proposal != typed and self._all(self._terms(proposal), None):
                return proposal
        return None

    def _spellings(self, term: Term) -> tuple[_Spelling, ...]:
        """A word as it is known or may have been meant, and, at a cost, none in its place."""
        out = _Spelling("", 1, term.documents.bit_count())
        if not term.words:
            guesses = self._index.guesses(term.typed, _MOST_GUESSES)
            return (*(_Spelling(word, 0, -place) for place, word in enumerate(guesses)), out)
        return (_Spelling(term.words[0] if term.misspelt else term.typed, 0, 0), out)

    def _events(self, text: str) -> frozenset[str]:
        found = self._all(self._terms(text), "event")
        return frozenset(self._index.documents[n].id for n in self._index.numbers(found))

    def _terms(self, text: str) -> list[Term]:
        typed = dict.fromkeys(word.folded for word in words(text))
        return [self._index.term(word) for word in list(typed)[:MOST_TERMS]]

    def _all(self, terms: list[Term], what: What | None) -> Bits:
        """The documents that hold every term; none where there is no term."""
        if not terms:
            return 0
        found = (1 << len(self._index.documents)) - 1 if what is None else self._kinds.get(what, 0)
        for term in terms:
            found &= term.documents
        return found


def reason(document: Document, found: frozenset[str], lang: str) -> Passage | None:
    """The passage that best shows why a document was found: the most words in the least text.

    One in the reader's language before another; None where the title holds every word.
    """
    own = [p for p in document.passages if p.field == "title"]
    in_title = _held(own[0], found) if own else frozenset()
    best: tuple[int, int, bool] | None = None
    chosen = None
    for passage in document.passages:
        more = _held(passage, found) - in_title
        if (passage.field == "title" and passage.lang == lang) or not more:
            continue
        rank = (-len(more), int(passage.tier), passage.lang != lang)
        if best is None or rank < best:
            best, chosen = rank, passage
    return chosen


def _held(passage: Passage, found: frozenset[str]) -> frozenset[str]:
    return frozenset(word.folded for word in words(passage.text)) & found
