"""From a file's text to its records: YAML composed one top-level entry at a time.

A file is split at the lines that begin in column 1, and each piece is composed by itself. So a
syntax error costs one record and the rest is still checked, and only one record's nodes are in
memory at a time. The price: text that continues in column 1 is an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from yaml import MappingNode, ScalarNode

from kb.diagnostics import Diagnostic
from kb.phrasing import quoted
from kb.reader.composing import compose
from kb.reader.record import Origin, Record, Reporter, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.reader.source import SourceFile

MOST_UNREADABLE = 1000
"""Records of one file: past that it is no such file at all, and the rest is not read."""

MOST_PROBLEMS = 50_000
"""Of one file: past that nobody reads them."""

_STARTS_IN_COLUMN_1 = re.compile(r"^[^ \t\n#]", re.MULTILINE)
_STARTS_ELSEWHERE = re.compile(r"^([ \t]+)[^ \t\n#]", re.MULTILINE)
_MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \t\n]|\Z)|%")
_FIRST_MARKER = re.compile(r"---[ \t]*(?:#.*)?(?:\n|\Z)")
_KEY = re.compile(r"""(["']?)([^\s:"'#]{1,200})\1[ \t]*:""")


@dataclass
class Findings:
    """What was found in a file besides its records.

    `lost` holds the keys of records that could not be read: what names them is not wrong. Where
    the file is not `whole`, keys may be missing from it.
    """

    problems: list[Diagnostic] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    whole: bool = True


def records(file: SourceFile, findings: Findings) -> Iterator[Record]:
    """The file's records in order, each key once.

    A record's problems are collected into the findings once the next record is asked for.
    """
    seen: dict[str, int] = {}
    unreadable = 0
    for origin in _origins(file, findings.problems):
        if unreadable >= MOST_UNREADABLE or len(findings.problems) >= MOST_PROBLEMS:
            message = f"after {len(findings.problems)} problems the rest was not checked."
            advice = "Mend those above first."
            line = origin.first_line + 1
            findings.problems.append(Diagnostic(file.shown, line, 1, "E03", message, advice))
            findings.whole = False
            return
        reporter = Reporter(origin)
        record = record_at(origin, reporter)
        if record is None:
            unreadable += 1
            key_of_lost = _KEY.match(origin.text)
            findings.lost.update([key_of_lost[2]] if key_of_lost else [])
        elif record.key.value in seen:
            key = record.key.value
            message = f"{quoted(key)} is given twice in {file.shown} (first on line {seen[key]})."
            reporter.at(record.key, "E05", message, "Keep one, or rename one.")
        else:
            seen[record.key.value] = origin.first_line + 1
            yield record
        findings.problems.extend(reporter.problems)


def record_at(origin: Origin, reporter: Reporter) -> Record | None:
    """The record that stands there, or None, with the reason told to the reporter."""
    text = origin.text
    node = compose(text, reporter)
    if node is None:
        return None
    if not isinstance(node, MappingNode) or node.flow_style or len(node.value) != 1:
        message = "the top level must be ids, each with its fields indented below it."
        advice = (
            "Begin the line with an id and a colon, or indent it if it continues the text above."
        )
        reporter.at(node, "E04", message, advice)
        return None
    key, value = node.value[0]
    if not isinstance(key, ScalarNode):
        reporter.at(key, "E06", f"an id must be a word, not {in_words(key)}.", "Write id: first.")
        return None
    return Record(key, value, text.split("\n"), reporter)


def whole(file: SourceFile, reporter: Reporter) -> Record | None:
    """A file that is one record: its value is the top level, its key the first of the fields."""
    markers = [marker for _, marker in _pieces(file) if marker is not None]
    if markers:
        reporter.problems.extend(markers)
        return None
    node = compose(file.text, reporter)
    if isinstance(node, MappingNode) and node.value and isinstance(node.value[0][0], ScalarNode):
        return Record(node.value[0][0], node, file.text.split("\n"), reporter)
    if not reporter.problems:
        message = "the top level must be fields, each with its value."
        reporter.at_position(0, 0, "E04", message, "Write title: and the rest.")
    return None


def _origins(file: SourceFile, problems: list[Diagnostic]) -> Iterator[Origin]:
    first = _STARTS_IN_COLUMN_1.search(file.text)
    before = file.text[: first.start()] if first else file.text
    indented = _STARTS_ELSEWHERE.search(before)
    if indented:
        line = before.count("\n", 0, indented.start()) + 1
        message = "this line is indented, and no id stands above it."
        advice = "Begin ids in column 1, with their fields indented below them."
        problems.append(Diagnostic(file.shown, line, len(indented[1]) + 1, "E04", message, advice))
    for origin, marker in _pieces(file):
        if marker is None:
            yield origin
        else:
            problems.append(marker)


def _pieces(file: SourceFile) -> Iterator[tuple[Origin, Diagnostic | None]]:
    """Each line in column 1 with what is below it, and what is wrong where it is a marker."""
    text = file.text
    starts = [match.start() for match in _STARTS_IN_COLUMN_1.finditer(text)]
    line, position, leading = 0, 0, True
    for start, end in pairwise([*starts, len(text)]):
        line += text.count("\n", position, start)
        position = start
        if leading and _FIRST_MARKER.match(text, start):
            leading = False
            continue
        marker = None
        if found := _MARKER.match(text, start):
            message = f"{quoted(found[0])} starts or ends a YAML document, or is a directive."
            advice = "One file holds one document: delete this line."
            marker = Diagnostic(file.shown, line + 1, 1, "E04", message, advice)
        leading = leading and text[start] == "%"
        yield Origin(file, line, start, end), marker
