"""A headless Chromium that opens a page, moves its timeline, and tells what that cost."""

from __future__ import annotations

import asyncio
import gzip
import shutil
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.async_api import Error, Page, Response, async_playwright
from playwright.async_api import TimeoutError as TooLate

from benchmarks.trace import CATEGORIES, Frames, frames

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from playwright.async_api import Browser, CDPSession

    from benchmarks.gestures import Gesture

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
SIZE = {"width": 1440, "height": 900}
QUIET = 0.9
"""Seconds between gestures, in which the picture comes to rest."""

WATCH = """
const look = () => {
  if (%s) requestAnimationFrame(() => setTimeout(() => drawn(performance.now())));
  else requestAnimationFrame(look);
};
look();
"""
"""Calls what the driver bound to the page, for to ask the page over and over would cost it time."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A page to measure: how to know that it has drawn, and how a reader moves it."""

    name: str
    is_drawn: str
    """A JavaScript expression that holds as soon as there are marks to see."""
    area: str
    """Selector of what is dragged and over which the wheel turns."""
    gestures: dict[str, Gesture]


@dataclass(frozen=True, slots=True)
class Opened:
    """The first view of a page."""

    milliseconds: float
    work: float
    """Milliseconds of the main thread's processor time until then."""
    heap: float
    """Megabytes of JavaScript objects after a collection of garbage."""
    compressed: float
    """Kilobytes of all that was loaded, each file compressed by gzip."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The machine's Chromium. Raises `FileNotFoundError` where there is none."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        raise FileNotFoundError("Chromium is missing: tests/setup-chromium.sh installs it")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(
    browser: Browser, contender: Contender, address: str, seconds: float
) -> AsyncIterator[tuple[Page, Opened] | None]:
    """The page with its first view, in a context without a cache; None where it takes longer."""
    context = await browser.new_context(viewport=SIZE, locale="en-GB")  # type: ignore[arg-type]
    page = await context.new_page()
    drawn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    await page.expose_function("drawn", lambda when: drawn.set_result(when))
    await page.add_init_script(WATCH % contender.is_drawn)
    session = await context.new_cdp_session(page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})
    found: tuple[Page, Opened] | None = None
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    try:
        with suppress(TimeoutError, TooLate):
            async with asyncio.timeout(seconds):
                await page.goto(address, timeout=seconds * 1000, wait_until="commit")
                when = await drawn
            work = await _work(session)
            found = page, Opened(when, work, await _heap(session), await _kilobytes(responses))
        yield found
    finally:
        await context.close()


async def moved(browser: Browser, page: Page, contender: Contender) -> list[Frames]:
    """What each gesture cost, in their order."""
    box = await page.locator(contender.area).first.bounding_box()
    if box is None:
        raise LookupError(f"{contender.name} has no {contender.area}")
    x, y = box["x"] + box["width"] * 0.6, box["y"] + min(box["height"] / 2, 200)
    await page.mouse.move(x, y)
    await asyncio.sleep(QUIET)
    await browser.start_tracing(page=page, categories=CATEGORIES)
    for name, gesture in contender.gestures.items():
        await _mark(page, f"{name}-begin")
        await gesture(page, x, y)
        await _mark(page, f"{name}-end")
        await asyncio.sleep(QUIET)
        await _mark(page, f"{name}-rest")
    trace = await browser.stop_tracing()
    return frames(trace, list(contender.gestures))


async def _mark(page: Page, name: str) -> None:
    await page.evaluate("name => void performance.mark(name)", name)


async def _work(session: CDPSession) -> float:
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


async def _heap(session: CDPSession) -> float:
    await session.send("HeapProfiler.collectGarbage")
    usage = await session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"]) / 1e6


async def _kilobytes(responses: Sequence[Response]) -> float:
    total = 0
    for response in responses:
        with suppress(Error):
            total += len(gzip.compress(await response.body(), 6))
    return total / 1000
