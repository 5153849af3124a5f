"""`tieline export`: the whole graph, or the events, in a format that other tools read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kb.cli.common import data_option, load_or_exit, working
from kb.exports import EXPORTS


@click.command()
@click.argument("name", type=click.Choice(sorted(EXPORTS)))
@data_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Into FILE.")
def export(name: str, folder: Path, output: Path | None) -> None:
    """Write the knowledge base in another format, to standard output or a file.

    turtle, ntriples, rdfxml and jsonld hold the default graph; nquads and trig the named graphs
    too; csv holds one line for each event.

    \b
    tieline export turtle -o pakistan.ttl
    tieline export csv > events.csv
    """  # noqa: D301 - click needs the character itself
    kb = load_or_exit(folder)
    with working(f"Writing {name}"):
        data = EXPORTS[name](kb)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    unfinished = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(output)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise click.UsageError(f"{output} cannot be written: {error.strerror}.") from None
