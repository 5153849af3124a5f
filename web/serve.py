"""From a folder to a running server: the guard, the state, the watch, the web server."""

from __future__ import annotations

import logging
import signal
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitress.server import MultiSocketServer, create_server
from werkzeug.middleware.proxy_fix import ProxyFix

from kb.guard import Guard
from kb.live import Live
from web.app import create_app
from web.stopping import Stop

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed.wsgi import WSGIApplication
    from waitress.server import BaseWSGIServer

    from web.stopping import Channels

THREADS = 48
"""Far more than queries can run and wait long at once, so that a page always finds a place."""

CONNECTIONS = 1000
"""Idle and slow connections must not use up the places of the others."""

log = logging.getLogger("tieline.serve")


class Unavailable(Exception):  # noqa: N818 - the message is for the user
    """The address cannot be listened on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are served: what is listened on, and how readers reach it.

    `proxies` is the number of proxies in front, each trusted to say for whom it asks. `prefix` is
    the path at which the pages begin, such as `/history`; empty where they begin at `/`.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    proxies: int = 0
    prefix: str = ""


def run(folder: Path, place: Place) -> None:
    """Serve until interrupted or terminated.

    Raises `BadData` where the folder holds errors, `Unavailable` where the address cannot be had.
    """
    with Guard() as guard, closing(Live(folder, guard)) as live:
        app = create_app(live, guard)
        channels: Channels = {}
        try:
            server = create_server(
                _behind(place.proxies, app.wsgi_app),
                map=channels,
                host=place.host,
                port=place.port,
                url_prefix=place.prefix,
                threads=THREADS,
                connection_limit=CONNECTIONS,
                channel_timeout=60,
                ident=None,
                channel_request_lookahead=1,
                # What the proxies say is for the application; without any, a reader said it.
                clear_untrusted_proxy_headers=not place.proxies,
            )
        except (OSError, ValueError) as error:
            where = f"{place.host}:{place.port}"
            raise Unavailable(f"{where} cannot be listened on: {error}") from None
        live.watch()
        log.info("data: %s", folder.absolute())
        for address in _addresses(server):
            log.info("serving http://%s%s/ (Ctrl-C stops it)", address, place.prefix)
        stop = Stop(channels)
        signal.signal(signal.SIGTERM, stop.on_signal)
        signal.signal(signal.SIGINT, stop.on_signal)
        try:
            server.run()
        except KeyboardInterrupt:
            log.info("stopped")
        finally:
            server.close()


def _behind(proxies: int, app: WSGIApplication) -> WSGIApplication:
    """The application that takes a reader's address, scheme and host from so many proxies."""
    if not proxies:
        return app
    return ProxyFix(app, x_for=proxies, x_proto=proxies, x_host=proxies)


def _addresses(server: BaseWSGIServer | MultiSocketServer) -> list[str]:
    """Where the server listens, as a browser takes it; a host name may stand for several."""
    if isinstance(server, MultiSocketServer):
        listening = server.effective_listen
    else:
        host, port, *_ = server.getsockname()
        listening = [(str(host), int(port))]
    return [f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in listening]
