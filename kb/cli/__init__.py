"""The command `tieline`. Exit codes: 0 all is well, 1 the data has errors, 2 wrong use."""

from __future__ import annotations

import click

from kb import __version__
from kb.cli.check import check
from kb.cli.export import export
from kb.cli.query import query
from kb.cli.report import report, sample

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tieline")
def main() -> None:
    """A timeline knowledge base of a country's alliances and bilateral ties.

    A knowledge base is a folder of YAML files with a dataset.yaml. Each command takes it from
    --data DIR or TIELINE_DATA, else from data/ in the current folder, else uses the one that ships.

    Exit codes: 0 all is well, 1 the data has errors, 2 the command was used wrongly.
    """


for _command in (check, query, export, report, sample):
    main.add_command(_command)
