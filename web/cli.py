"""The command `tieline` with all its commands; those of `kb` need no web server."""

from __future__ import annotations

import logging
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
def serve(folder: Path, host: str, port: int) -> None:
    """Serve the timeline, its pages and the SPARQL endpoint.

    A change of a file is picked up at once; while the files have errors the last good state stays.

    \b
    tieline serve
    tieline serve --data my-country/ --port 9000
    """  # noqa: D301 - click needs the character itself
    from kb import BadData
    from web.serve import Unavailable, run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    try:
        run(folder, host, port)
    except BadData as error:
        show(error.diagnostics)
        click.echo(f"{folder} has errors: mend them, then serve it.", err=True)
        sys.exit(1)
    except Unavailable as error:
        raise click.UsageError(str(error)) from None


if __name__ == "__main__":
    main()
