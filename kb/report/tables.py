"""The report as tables of texts in one language, for a terminal, a document or a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.catalogues import FIRST, Catalogue, catalogue
from kb.report.names import language_name, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.model import KnowledgeBase, Texts
    from kb.report.report import Report
    from kb.report.result import Count, Measure


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; the first column is text, the others are numbers."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


COUNTS = {
    "source-types": ("by_type", "sources"),
    "domains": ("by_domain", "sources"),
    "publishers": ("by_publisher", "sources"),
    "source-languages": ("by_language", "sources"),
    "most-cited": ("most_cited", "events"),
    "families": ("by_family", "events"),
    "weights": ("by_weight", "events"),
}
"""Of each table of counts the phrase of its title, and that of what is counted."""


LEAST = 0.001
"""The smallest share that is written as a number; what is not quite none is never 0%."""


def tables(report: Report, kb: KnowledgeBase, lang: str = FIRST) -> Iterator[Table]:
    """All that the report holds, measures first."""
    words = catalogue(lang)
    yield Table(
        words.phrase("report_measures"),
        tuple(map(words.phrase, ("measure", "value", "of", "share", "target", "target_met"))),
        tuple(_row(measure, words, lang) for measure in report.measures),
    )
    yield _grid(report, kb, words, lang)
    for key, rows in report.counts.items():
        title, counted = COUNTS[key]
        yield Table(
            words.phrase(title),
            (words.phrase("name"), words.phrase(counted)),
            tuple((label(key, row, kb, lang), words.number(row.count)) for row in rows),
        )
    yield _rounds(report, words)
    yield _reliability(report, words, lang)


def label(key: str, row: Count, kb: KnowledgeBase, lang: str) -> str:
    """What a row of a table of counts is called."""
    if key == "source-types":
        return text(kb.vocabulary.source_types[row.name].name, lang)
    if key == "families":
        return text(kb.vocabulary.families[row.name].name, lang)
    if key == "source-languages":
        return language_name(row.name, lang)
    return row.name or catalogue(lang).phrase("no_address")


def text(texts: Texts, lang: str) -> str:
    """The text in that language, else in the first that it has."""
    return texts[lang] if lang in texts else next(iter(texts.values()))


def percent(share: float | None) -> str:
    """The share with a decimal, cut off so that what is not quite all is never 100%."""
    if share is None:
        return "–"
    if 0 < share < LEAST:
        return "<0.1%"
    return f"{int(share * 1000 + 1e-9) / 10:g}%"


def met(reached: bool | None, words: Catalogue) -> str:
    """`yes` or `no`, or nothing where nothing was asked."""
    return "" if reached is None else words.phrase("yes" if reached else "no")


def _row(measure: Measure, words: Catalogue, lang: str) -> tuple[str, ...]:
    target = measure.target
    return (
        name(measure.id, lang),
        words.number(measure.value),
        "" if measure.of is None else words.number(measure.of),
        "" if measure.of is None else percent(measure.share),
        "" if target is None else bound(target.written, fewer=measure.fewer),
        met(measure.met, words),
    )


def bound(written: str, *, fewer: bool) -> str:
    """A target with the sign that says on which side of it to be."""
    return f"{'≤' if fewer else '≥'} {written}"


def _grid(report: Report, kb: KnowledgeBase, words: Catalogue, lang: str) -> Table:
    grid = report.grid
    rows = [
        (
            text(kb.actors[row.actor].name, lang),
            *(words.number(count) if count else "·" for count in row.counts),
            words.number(row.total),
            bound(row.target.written, fewer=False) if row.target else "",
        )
        for row in grid.rows
    ]
    each = words.phrase("every_event_once")
    totals = (each, *map(words.number, grid.totals), words.number(sum(grid.totals)), "")
    return Table(
        words.phrase("by_partner_and_decade"),
        (
            words.phrase("actor"),
            *(words.phrase("decade", year=str(decade)) for decade in grid.decades),
            words.phrase("in_all"),
            words.phrase("target"),
        ),
        (*rows, totals),
    )


def _rounds(report: Report, words: Catalogue) -> Table:
    rows = tuple(
        (
            f"{one.seed} ({one.on.edtf})",
            words.number(len(one.verdicts)),
            words.number(len(one.of("mended"))),
            words.number(len(one.of("unconfirmed"))),
            ", ".join(f"{field} {words.number(n)}" for field, n in one.by_field.items()),
        )
        for one in report.rounds
    )
    head = tuple(map(words.phrase, ("round", "read", "mended", "unconfirmed", "fields")))
    note = "" if rows else words.phrase("not_measured")
    return Table(words.phrase("proofreading"), head, rows, note)


def _reliability(report: Report, words: Catalogue, lang: str) -> Table:
    rows = tuple(
        (
            name(f"alpha-{one.field}", lang),
            words.number(one.events),
            percent(one.same / one.events if one.events else None),
            "–" if one.alpha is None else f"{one.alpha:.3f}",
            bound(one.target.written, fewer=False) if one.target else "",
            met(one.met, words),
        )
        for one in report.reliability or ()
    )
    keys = ("field", "coded_twice", "same", "alpha", "target", "target_met")
    note = "" if rows else words.phrase("not_measured")
    return Table(words.phrase("reliability"), tuple(map(words.phrase, keys)), rows, note)
