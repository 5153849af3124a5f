"""The command `tieline` with all its commands; those of `kb` need no web server."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

import click

from kb.cli import main
from kb.cli.common import data_option, show

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["main"]


@main.command()
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--proxy",
    "proxies",
    metavar="N",
    default=0,
    type=click.IntRange(0, 10),
    help="Trust what N proxies in front say of the reader's address (X-Forwarded-...).",
)
@click.option(
    "--prefix",
    default="",
    metavar="/PATH",
    callback=lambda _context, _option, value: _prefix(value),
    help="Path at which the pages begin, where they share a host with others.",
)
def serve(folder: Path, host: str, port: int, proxies: int, prefix: str) -> None:
    """Serve the timeline, its pages and the SPARQL endpoint.

    A change of a file is picked up at once; while the files have errors the last good state stays.

    \b
    tieline serve
    tieline serve --data my-country/ --port 9000
    tieline serve --proxy 1 --prefix /ties
    """  # noqa: D301 - click needs the character itself
    from kb import BadData
    from web.serve import Place, Unavailable, run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    try:
        run(folder, Place(host, port, proxies, prefix))
    except BadData as error:
        show(error.diagnostics)
        click.echo(f"{folder} has errors: mend them, then serve it.", err=True)
        sys.exit(1)
    except Unavailable as error:
        raise click.UsageError(str(error)) from None


def _prefix(value: str) -> str:
    """The path with one slash before it and none behind; empty for the root."""
    path = value.strip("/")
    if path and not re.fullmatch(r"[\w.~-]+(/[\w.~-]+)*", path, re.ASCII):
        message = f"{value} is no path. Write letters, digits and -._~ between slashes: /ties."
        raise click.BadParameter(message)
    return f"/{path}" if path else ""


if __name__ == "__main__":
    main()
