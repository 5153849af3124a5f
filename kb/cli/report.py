"""`tieline report`: how far to trust the data; `tieline sample`: events at random, for checks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kb.cli.common import data_option, load_or_exit, show, working

if TYPE_CHECKING:
    from pathlib import Path

    from kb.report import Report

FORMATS = ("text", "json", "markdown")


@click.command()
@data_option
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option("--missing", metavar="MEASURE", help="List the ids that miss this measure instead.")
def report(folder: Path, form: str, missing: str | None) -> None:
    """Measure how far the data can be trusted, against what its editors ask of it.

    Targets are in targets.yaml, rounds of proof-reading in proofreading/*.yaml and codings in
    reliability/codings.csv, in the folder of the knowledge base; each may be absent.

    \b
    tieline report
    tieline report --missing two-publishers
    tieline report --format markdown > report.md
    """  # noqa: D301 - click needs the character itself
    from kb.cli.report_writing import WRITERS
    from kb.report import read_checks
    from kb.report import report as measured

    kb = load_or_exit(folder)
    with working("Measuring"):
        checks = read_checks(folder, kb)
        result = measured(kb, checks)
    if missing is not None:
        click.echo("".join(f"{slug}\n" for slug in _missing(result, missing)), nl=False)
    else:
        click.echo(WRITERS[form](result, kb), nl=False)
    show(checks.problems)
    if checks.problems:
        sys.exit(1)


@click.command()
@click.argument("size", type=click.IntRange(min=1), metavar="N")
@data_option
@click.option("--seed", required=True, metavar="TEXT", help="Any text; the same one draws again.")
@click.option("--codings", is_flag=True, help="Write them as the first coder's lines, in CSV.")
def sample(size: int, folder: Path, seed: str, codings: bool) -> None:
    """Draw N events at random: those with the lowest SHA-256 of "TEXT:id", lowest first.

    With --codings they come as lines of reliability/codings.csv with what the data says of them.
    Once written to that file they are kept as they are, so that later edits do not change what
    was compared.

    \b
    tieline sample 60 --seed proof-2026-11
    tieline sample 60 --seed coding-2026-11 --codings > data/reliability/codings.csv
    """  # noqa: D301 - click needs the character itself
    from kb.report.codings import first_codings
    from kb.report.sample import sample as drawn

    kb = load_or_exit(folder)
    ids = drawn(kb.events, size, seed)
    if codings:
        click.echo(first_codings(kb.events[slug] for slug in ids), nl=False)
    else:
        click.echo("".join(f"{slug}\n" for slug in ids), nl=False)


def _missing(result: Report, name: str) -> tuple[str, ...]:
    measures = {one.id: tuple(miss.id for miss in one.misses) for one in result.measures}
    coded = {f"alpha-{one.field}": one.differing for one in result.reliability or ()}
    known = measures | coded
    if name not in known:
        raise click.UsageError(f'There is no measure "{name}". There are: {", ".join(known)}.')
    return known[name]
