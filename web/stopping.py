"""How the server stops: it takes no more connections, answers what is under way, and ends."""

from __future__ import annotations

import logging
import signal
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer
from waitress.wasyncore import dispatcher

if TYPE_CHECKING:
    from types import FrameType

Channels = dict[int, Any]
"""Waitress's map of everything that its loop looks after: servers, triggers and connections."""

PATIENCE = 15.0
"""Seconds that answers under way are waited for: the limit of a query, and what it may wait."""

_PAUSE = 0.05

log = logging.getLogger("tieline.serve")


class Stop:
    """Stops the server whose loop looks after these channels; a second signal stops it at once."""

    def __init__(self, channels: Channels) -> None:
        self._channels = channels
        self._asked = False

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Begin to stop; raises KeyboardInterrupt once nothing is under way, or when called again.

        It runs in the main thread, which runs the loop.
        """
        if self._asked:
            # From here on the program ends on its way, which no further signal may disturb.
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_IGN)
            raise KeyboardInterrupt
        self._asked = True
        log.info("stopping: answers under way are finished first")
        for channel in list(self._channels.values()):
            if isinstance(channel, BaseWSGIServer):
                # In the loop itself, which may not find a closed socket among those it waits for.
                trigger: Any = channel.trigger
                trigger.pull_trigger(partial(dispatcher.close, channel))
        threading.Thread(target=self._finish, name="stop", daemon=True).start()

    def _finish(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and any(map(_is_busy, list(self._channels.values()))):
            time.sleep(_PAUSE)
        signal.raise_signal(signal.SIGINT)


def _is_busy(channel: object) -> bool:
    """Whether a request is being answered, or an answer not yet sent."""
    return isinstance(channel, HTTPChannel) and bool(
        channel.requests or channel.total_outbufs_len > 0
    )
