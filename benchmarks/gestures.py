"""What a reader does to a timeline: real input, a step a frame, whether the page keeps up or no."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page

    Gesture = Callable[[Page, float, float], Awaitable[None]]
    """Is given the page and the point over which the pointer stands."""

FRAME = 1 / 60
STEPS = 60
CONTROL = 2
"""The bit of the control key among the modifiers of the DevTools protocol."""


def wheel(delta: float, modifiers: int = 0) -> Gesture:
    """Turn the wheel, with a key held where the page asks for it."""

    async def turn(page: Page, x: float, y: float) -> None:
        step = {"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta}
        await _sent(page, [{**step, "modifiers": modifiers}] * STEPS)

    return turn


def drag(distance: float) -> Gesture:
    """Drag sideways and back, so many pixels a step."""

    async def pull(page: Page, x: float, y: float) -> None:
        step = {"type": "mouseMoved", "button": "left", "buttons": 1, "y": y}
        places = [x - distance * min(number, STEPS - number) for number in range(STEPS)]
        await page.mouse.down()
        await _sent(page, [{**step, "x": place} for place in places])
        await page.mouse.up()

    return pull


def press(selector: str, times: int = 6) -> Gesture:
    """Press a button some times."""

    async def push(page: Page, _x: float, _y: float) -> None:
        for _ in range(times):
            await page.locator(selector).click(force=True)
            await asyncio.sleep(0.2)

    return push


async def _sent(page: Page, steps: list[dict[str, Any]]) -> None:
    """Send one step a frame without waiting for what the page makes of it, and then for all."""
    session = await page.context.new_cdp_session(page)
    under_way = []
    due = time.perf_counter()
    for step in steps:
        under_way.append(asyncio.ensure_future(session.send("Input.dispatchMouseEvent", step)))
        due += FRAME
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
    await asyncio.gather(*under_way)
    await session.detach()
