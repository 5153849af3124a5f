"""`dataset.yaml`: what the knowledge base says of itself, its fields at the top level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml import MappingNode, ScalarNode

from kb.diagnostics import Diagnostic, has_errors
from kb.fields import DATASET
from kb.model import Dataset
from kb.phrasing import quoted
from kb.reader.build import values_of
from kb.reader.forms import first_text
from kb.reader.record import Origin, Record, Reporter
from kb.reader.source import read_file, shown_name
from kb.reader.yaml_records import whole

if TYPE_CHECKING:
    from pathlib import Path

    from yaml import Node

SCHEMA = 1
"""The version of the format that this reader reads."""


@dataclass(frozen=True, slots=True)
class _Context:
    language: str
    folder: str
    measures: frozenset[str] = frozenset()


@dataclass
class DatasetReading:
    """The description of the data set, or None, what is wrong with it, and where `focus` stands.

    `language` is that of the texts that name none, as far as it is known.
    """

    dataset: Dataset | None
    problems: list[Diagnostic]
    language: str = "en"
    focus: tuple[int, int] = (1, 1)


def read_dataset(folder: Path, paths: list[Path]) -> DatasetReading:
    """Read the description; there is none without `dataset.yaml`."""
    shown = shown_name(folder)
    if not paths:
        message = "there is no dataset.yaml, so this is no knowledge base."
        advice = "Name the folder that holds one with --data, or write one."
        missing = Diagnostic(f"{shown}/dataset.yaml", 1, 1, "E01", message, advice)
        return DatasetReading(None, [missing])
    file, problems = read_file(paths[0])
    if file is None:
        return DatasetReading(None, problems)
    reporter = Reporter(Origin(file, 0, 0, len(file.text)))
    record = whole(file, reporter)
    if record is None:
        return DatasetReading(None, problems + reporter.problems)
    nodes = _nodes(record.value)
    language = first_text(nodes.get("languages")) or "en"
    dataset = _dataset(record, nodes, _Context(language, shown))
    problems += reporter.problems
    focus = nodes["focus"].start_mark if "focus" in nodes else record.key.start_mark
    return DatasetReading(dataset, problems, language, (focus.line + 1, focus.column + 1))


def _nodes(root: Node) -> dict[str, Node]:
    pairs = root.value if isinstance(root, MappingNode) else []
    return {key.value: node for key, node in pairs if isinstance(key, ScalarNode)}


def _dataset(record: Record, nodes: dict[str, Node], context: _Context) -> Dataset | None:
    values = values_of(record, record.value, "dataset.yaml", DATASET, context)
    schema, base = values.of.get("schema", SCHEMA), values.of.get("base", "/")
    if schema != SCHEMA:
        message = f"schema {schema} is not the format that this version reads."
        advice = (
            f"Write schema: {SCHEMA}, or use the version of tieline that the data was made for."
        )
        record.reporter.at(nodes["schema"], "E12", message, advice)
    if not base.endswith("/") or "?" in base or "#" in base:
        message = f"base must end in a slash and have no ? or #, not be {quoted(base)}."
        advice = f"Write base: {base.partition('?')[0].partition('#')[0].rstrip('/')}/"
        record.reporter.at(nodes["base"], "E06", message, advice)
    if not values.complete or has_errors(record.reporter.problems):
        return None
    contact = values.of.pop("contact", {})
    return Dataset(**values.of, **contact)
