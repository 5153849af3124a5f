"""`targets.yaml`: what the editors of a knowledge base ask of it.

It has `measures`, a mapping such as `{events: 400, two-publishers: 70%, alpha-kind: 0.8}`, and
`partners`, which says in how many events an actor should stand: `{nato: 40}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaml import MappingNode

from kb.phrasing import quoted
from kb.reader import forms
from kb.reader.record import Origin, Record, Reporter
from kb.reader.source import read_file
from kb.reader.yaml_records import whole
from kb.report.known import unknown
from kb.report.names import MEASURES, named
from kb.report.result import Target

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yaml import Node

    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase
    from kb.report.names import Form

_FORMS: dict[Form, tuple[re.Pattern[str], str]] = {
    "count": (re.compile(r"\d{1,9}"), "a whole number, such as 400"),
    "share": (re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?%"), "a share, such as 70%"),
    "alpha": (re.compile(r"[01](?:\.\d{1,4})?"), "an alpha, such as 0.8"),
}


@dataclass(frozen=True, slots=True)
class Targets:
    """Targets by id of the measure, and numbers of events by id of the actor."""

    measures: Mapping[str, Target] = field(default_factory=dict)
    partners: Mapping[str, Target] = field(default_factory=dict)


def read_targets(path: Path, kb: KnowledgeBase, problems: list[Diagnostic]) -> Targets:
    """Read the file; without one nothing is asked. What is wrong is added to the problems."""
    if not path.exists():
        return Targets()
    file, found = read_file(path)
    problems += found
    if file is None:
        return Targets()
    reporter = Reporter(Origin(file, 0, 0, len(file.text)))
    record = whole(file, reporter)
    parts: dict[str, dict[str, Target]] = {"measures": {}, "partners": {}}
    if record is not None and isinstance(record.value, MappingNode):
        for key, value in forms.entries_of(record, record.value, path.name):
            if key.value not in parts:
                message = f"unknown field {quoted(key.value)} in {path.name}."
                reporter.at(key, "E10", message, "It has measures and partners.")
            elif not isinstance(value, MappingNode):
                message = f"{key.value} must be a mapping of ids to targets."
                reporter.at(value, "E06", message, f"Write {key.value}: {{id: target}}.")
            else:
                parts[key.value] = _part(record, value, key.value, kb)
    problems += reporter.problems
    return Targets(**parts)


def _part(record: Record, node: MappingNode, part: str, kb: KnowledgeBase) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for key, value in forms.entries_of(record, node, part):
        if part == "partners":
            form: Form | None = "count" if key.value in kb.actors else None
            problem = unknown("actor", key.value, kb.actors, "actors.yaml")
        else:
            measure = named(key.value)
            form = measure.form if measure else None
            problem = unknown("measure", key.value, MEASURES, "the reference of the report")
        if form is None:
            record.reporter.at(key, "E08", *problem)
            continue
        target = _target(record, value, key.value, form)
        if target is not None:
            found[key.value] = target
    return found


def _target(record: Record, node: Node, name: str, form: Form) -> Target | None:
    written = forms.word(record, node, name)
    if written is None:
        return None
    pattern, example = _FORMS[form]
    match = pattern.fullmatch(written)
    if match is None:
        message = f"the target of {name} cannot be {quoted(written)}."
        record.reporter.at(node, "E06", message, f"Write {example}.")
        return None
    return Target(float(match[1]) / 100 if form == "share" else float(written), written)
