"""What the commands share: the --data option, loading or failing, and signs of life."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.data import DESCRIPTION, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase


def _folder(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    folder = find(value)
    if not folder.is_dir():
        raise click.BadParameter(f'"{folder}" is no folder. Name one that holds a {DESCRIPTION}.')
    return folder


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--data DIR`, which becomes the parameter `folder`."""
    return click.option(
        "--data",
        "folder",
        type=click.Path(path_type=Path),
        envvar="TIELINE_DATA",
        callback=_folder,
        metavar="DIR",
        help="Folder of the knowledge base  [default: data/ here, else the one that ships]",
    )(command)


def load_or_exit(folder: Path) -> KnowledgeBase:
    """The knowledge base; where the data has errors they are shown and the command ends with 1."""
    from kb.reader import read

    with working(f"Reading {folder}"):
        reading = read(folder)
    if reading.kb is None:
        show(reading.diagnostics)
        click.echo("The data has errors: mend them first (tieline check).", err=True)
        sys.exit(1)
    return reading.kb


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Each diagnostic on a line of standard error, in colour on a terminal."""
    for problem in diagnostics:
        where = f"{problem.file}:{problem.line}:{problem.column}:"
        colour = "red" if problem.severity == "error" else "yellow"
        sign = click.style(f"{problem.severity} {problem.code}:", fg=colour, bold=True)
        line = f"{click.style(where, bold=True)} {sign} {problem.message} {problem.advice}"
        click.echo(line.rstrip(), err=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say what is going on once it has taken a second, with the time on a terminal."""
    done = threading.Event()

    def tell() -> None:
        started = time.monotonic()
        if done.wait(1):
            return
        if not sys.stderr.isatty():
            click.echo(f"{what} ...", err=True)
            return
        while not done.wait(0.5):
            seconds = time.monotonic() - started
            click.echo(f"\r{what} ... {seconds:.0f} s", err=True, nl=False)
        click.echo("\r\x1b[K", err=True, nl=False)

    thread = threading.Thread(target=tell, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
