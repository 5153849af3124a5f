"""`tieline check`: every problem in the files, at its line and column."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from kb.cli.common import data_option, show, working
from kb.reader import read
from kb.report import read_checks

if TYPE_CHECKING:
    from pathlib import Path

    from kb.model import KnowledgeBase


@click.command()
@data_option
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def check(folder: Path, strict: bool) -> None:
    """Check the YAML files and tell every problem, with what to do about it.

    \b
    tieline check
    tieline check --data my-country/
    """  # noqa: D301 - click needs the character itself
    with working(f"Checking {folder}"):
        reading = read(folder)
        checks = read_checks(folder, reading.kb).problems if reading.kb is not None else ()
    problems = (*reading.diagnostics, *checks)
    show(problems)
    found = Counter(problem.severity for problem in problems)
    counted = ", ".join(
        f"{found[kind]} {kind}{'' if found[kind] == 1 else 's'}" for kind in ("error", "warning")
    )
    if reading.kb is not None:
        click.echo(f"{folder}: {_sizes(reading.kb)}: {counted}.")
    else:
        click.echo(f"{folder}: {counted}.")
    if found["error"] or (strict and found["warning"]):
        sys.exit(1)


def _sizes(kb: KnowledgeBase) -> str:
    names = ("events", "actors", "places", "sources", "views")
    return ", ".join(f"{len(getattr(kb, name))} {name}" for name in names)
