"""This timeline and others on the same made-up events, in one run of one browser."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

from benchmarks.browser import Contender, Opened, chromium, moved, opened
from benchmarks.gestures import CONTROL, drag, press, wheel
from benchmarks.rivals import RIVALS, TIMELINE_JS, VIS_TIMELINE
from benchmarks.served import OURS as OUR_NAME
from benchmarks.served import served

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from benchmarks.trace import Frames

log = logging.getLogger("benchmarks")

OPENINGS = {400: 5, 10_000: 3, 100_000: 3}
"""How often a page is opened for the median of its first view, by the number of events."""
PATIENCE = {400: 60.0, 10_000: 90.0, 100_000: 45.0}
"""Seconds after which a page is taken to show nothing; one that took long is opened once."""
LONG = 5_000
"""Milliseconds."""
MOVES = 2
"""How often the gestures are made; all their frames count together."""


OURS = Contender(
    OUR_NAME,
    """document.querySelector('#lanes .mark, #lanes .bin[d^="M"]')""",
    "#lanes",
    {"zoom in": wheel(-60, CONTROL), "pan": drag(12), "zoom out": wheel(60, CONTROL)},
)
CONTENDERS = (
    OURS,
    Contender(
        VIS_TIMELINE.name,
        "document.querySelector('.vis-timeline')?.style.visibility === 'visible'"
        " && document.querySelector('.vis-item')",
        ".vis-center",
        {"zoom in": wheel(-60), "pan": drag(12), "zoom out": wheel(60)},
    ),
    Contender(
        TIMELINE_JS.name,
        "document.querySelector('.tl-timemarker')",
        ".tl-timenav",
        {
            "zoom in": press('.tl-menubar-button[aria-label="Zoom in"]'),
            "zoom out": press('.tl-menubar-button[aria-label="Zoom out"]'),
        },
    ),
)


@dataclass(slots=True)
class Figures:
    """What was measured of one contender with so many events."""

    name: str
    events: int
    openings: list[Opened] = field(default_factory=list)
    frames: list[Frames] = field(default_factory=list)
    gave_up: float | None = None
    """Seconds after which nothing was drawn."""

    @property
    def first_view(self) -> float | None:
        """Median of milliseconds."""
        return median(one.milliseconds for one in self.openings) if self.openings else None

    @property
    def first_work(self) -> float | None:
        """Median of milliseconds of processor time."""
        return median(one.work for one in self.openings) if self.openings else None

    def row(self) -> dict[str, Any]:
        """The figures as plain numbers; null where there is none."""
        work = [spent for frames in self.frames for spent in frames.work]
        cuts = quantiles(work, n=100, method="inclusive") if len(work) > 1 else [None] * 99
        presented = sum(frames.presented for frames in self.frames)
        dropped = sum(frames.dropped for frames in self.frames)
        last = self.openings[-1] if self.openings else None
        return {
            "name": self.name,
            "events": self.events,
            "first view ms": _rounded(self.first_view, 0),
            "its work ms": _rounded(self.first_work, 0),
            "nothing after s": self.gave_up,
            "frame p50 ms": _rounded(cuts[49], 1),
            "frame p95 ms": _rounded(cuts[94], 1),
            "at rest ms": _rounded(max((one.rest for one in self.frames), default=None), 0),
            "frames": len(work),
            "dropped %": _rounded(100 * dropped / (presented + dropped), 1) if presented else None,
            "heap MB": _rounded(last.heap if last else None, 1),
            "compressed KB": _rounded(last.compressed if last else None, 0),
        }


async def measure(sizes: tuple[int, ...]) -> tuple[str, list[dict[str, Any]]]:
    """The browser's version, and one row for each contender and number of events."""
    for rival in RIVALS:
        rival.fetch()
    rows: list[dict[str, Any]] = []
    async with chromium() as browser:
        for size in sizes:
            log.info("measuring %d events", size)
            rows += await _at_size(browser, size)
            log.info("%s", rows[-1 - len(RIVALS) :])
        return browser.version, rows


async def _at_size(browser: Browser, size: int) -> list[dict[str, Any]]:
    with served(size) as addresses:
        for address in addresses.values():
            urlopen(address).read()
        # The first answer over a state of the data is reckoned, and later ones are kept.
        urlopen(f"{addresses[OURS.name]}/timeline.json?lang=en").read()
        found = {contender.name: Figures(contender.name, size) for contender in CONTENDERS}
        for opening in range(OPENINGS[size]):
            for contender in CONTENDERS:
                address = addresses[contender.name]
                await _open(browser, contender, address, found[contender.name], opening)
    rows = [figures.row() for figures in found.values()]
    ours, vis = found[OURS.name], found[VIS_TIMELINE.name]
    if ours.first_view and vis.first_view:
        rows[0]["view of vis"] = round(ours.first_view / vis.first_view, 2)
    if ours.first_work and vis.first_work:
        rows[0]["work of vis"] = round(ours.first_work / vis.first_work, 2)
    return rows


async def _open(
    browser: Browser, contender: Contender, address: str, figures: Figures, opening: int
) -> None:
    """Open the page once more, in turn with the others, and move it the first few times."""
    tedious = any(one.milliseconds > LONG for one in figures.openings)
    if figures.gave_up is not None or tedious:
        return
    seconds = PATIENCE[figures.events]
    async with opened(browser, contender, address, seconds) as found:
        if found is None:
            figures.gave_up = seconds
            return
        page, first = found
        figures.openings.append(first)
        if opening < MOVES and first.milliseconds <= LONG:
            figures.frames += await moved(browser, page, contender)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
