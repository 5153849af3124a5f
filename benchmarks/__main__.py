"""`python -m benchmarks`: measure, print, and keep the figures. Nothing here passes or fails."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from typing import TYPE_CHECKING

import click

from benchmarks import asking, endpoint, reading, report, timeline

if TYPE_CHECKING:
    from benchmarks.report import Row

SIZES = tuple(timeline.OPENINGS)


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Measure everything, or what a command names."""
    if context.invoked_subcommand is None:
        for command in (check, sparql, hostile, ordinary, browser):
            context.invoke(command)


@main.command()
def check() -> None:
    """The check of the shipped files, beside parsing their YAML."""
    _tell("check", [reading.measure()])


@main.command()
def sparql() -> None:
    """The named questions through the guard, beside the bare store."""
    _tell("sparql", asking.measure())


@main.command()
@click.option("--seconds", default=endpoint.SECONDS, show_default=True, type=float)
def hostile(seconds: float = endpoint.SECONDS) -> None:
    """The endpoint under hostile clients beside normal ones."""
    _tell("hostile", endpoint.hostile(seconds), seconds=f"{seconds:g}")


@main.command()
def ordinary() -> None:
    """The endpoint beside the oxigraph server and rdflib-endpoint."""
    _tell("endpoint", endpoint.ordinary(), generator="http.client, 4 processes")


@main.command("timeline")
@click.option(
    "--events",
    "-n",
    "sizes",
    multiple=True,
    type=click.Choice([*map(str, SIZES)]),
    help="Only so many.",
)
def browser(sizes: tuple[str, ...] = ()) -> None:
    """The timeline beside vis-timeline and TimelineJS, on the same events in one browser."""
    version, rows = asyncio.run(timeline.measure(tuple(map(int, sizes)) or SIZES))
    _tell("timeline", rows, Chromium=version)


def _tell(name: str, rows: list[Row], **about: str) -> None:
    said = {"measured": date.today().isoformat(), **report.machine(), **about}
    report.write(name, said, rows)
    click.echo(f"{name}: {said}\n{report.table(rows)}\n")


logging.basicConfig(level=logging.INFO, format="%(message)s")
# The server tells each time that a page asks for more files at once than it has threads.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)
main(prog_name="python -m benchmarks")
