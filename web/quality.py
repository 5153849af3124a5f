"""The page that tells how far to trust the data: the report, with what misses each measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, render_template

from kb.report import Report, read_checks, report
from kb.report.names import name, rule
from kb.report.tables import COUNTS, label, percent
from web.context import EXTENSION, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.model import KnowledgeBase
    from kb.report.result import Count, Measure, Row

REPORT = "tieline.report"

HEADLINES = ("events", "two-publishers", "day", "quotation", "causes", "accounts")
"""Measures that stand large at the top of the page."""

GROUPS = {
    "quality_sourcing": (
        "events",
        "two-publishers",
        "quotation",
        "one-sided",
        "archived",
        "overused",
        "orphans",
    ),
    "quality_texts": ("day", "summary", "title", "actors", "places", "kinds"),
    "quality_links": ("causes", "sourced-causes", "contested", "noted", "accounts"),
    "quality_checks": ("partners", "mended"),
}
"""The measures under the headings of the page, by the phrase of each."""

MOST_LISTED = 400
"""Records listed under a measure; past that nobody reads them on a page."""

SHADES = (1, 3, 6, 11, 21)
"""From so many events on a cell of the grid has the next darker shade."""

quality = Blueprint("quality", __name__)


@dataclass(frozen=True, slots=True)
class Held:
    """The report of one state of the data."""

    kb: KnowledgeBase
    report: Report


@quality.get("/quality")
def quality_page() -> str:
    """Measures with targets, events by partner and decade, sources, and what people checked."""
    held = reading()
    found = _report(held.kb)
    lang = held.speak.code
    return render_template(
        "quality.html",
        report=found,
        headlines=[one for slug in HEADLINES if (one := found.measure(slug)) is not None],
        groups=_groups(found),
        counts=[
            (key, *COUNTS[key], rows, max((row.count for row in rows), default=1))
            for key, rows in found.counts.items()
        ],
        name=lambda slug: name(slug, lang),
        rule=lambda slug: rule(slug, lang),
        label=lambda key, row: _label(key, row, held.kb, lang),
        percent=percent,
        shade=shade,
        isolated=isolated,
        anchor=anchor,
        cells=lambda row: _cells(found, row),
        most=MOST_LISTED,
    )


def shade(count: int) -> int:
    """How dark the cell of so many events is, from 0 for none to 5."""
    return sum(1 for start in SHADES if count >= start)


def anchor(slug: str) -> str:
    """The id of a measure as the id of an element: `title@ur` is `title-ur`."""
    return slug.replace("@", "-")


def isolated(text: str) -> str:
    """The text set apart from the direction of what stands around it (Unicode's isolates)."""
    return f"\u2066{text}\u2069"


def _groups(found: Report) -> list[tuple[str, list[Measure]]]:
    groups = [
        (phrase, [one for one in found.measures if one.id.partition("@")[0] in slugs])
        for phrase, slugs in GROUPS.items()
    ]
    return [(phrase, measures) for phrase, measures in groups if measures]


def _report(kb: KnowledgeBase) -> Report:
    """The report of this state, made once; a changed file of checks makes a new state too."""
    held: Held | None = current_app.extensions.get(REPORT)
    if held is None or held.kb is not kb:
        checks = read_checks(current_app.extensions[EXTENSION].folder, kb)
        held = current_app.extensions[REPORT] = Held(kb, report(kb, checks, reading().timeline))
    return held.report


def _label(key: str, row: Count, kb: KnowledgeBase, lang: str) -> str:
    """As on the command line, but a source is called by its publisher and title."""
    if key != "most-cited":
        return label(key, row, kb, lang)
    source = kb.sources[row.name]
    return f"{source.publisher}: {reading().speak.plain(source.title)}"


def _cells(found: Report, row: Row) -> Iterator[tuple[int, int]]:
    """The decades of a row with its events in each."""
    return zip(found.grid.decades, row.counts, strict=True)
