"""One record as it stands in a file: where, its YAML nodes, and the problems told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml import Node, ScalarNode, SequenceNode

from kb.diagnostics import Diagnostic

if TYPE_CHECKING:
    from yaml.error import Mark

    from kb.reader.source import SourceFile


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands: its file, its first line (from 0), its span of the file's text."""

    file: SourceFile
    first_line: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The lines of the record."""
        return self.file.text[self.start : self.end]


class Reporter:
    """Collects the problems of one record."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.problems: list[Diagnostic] = []

    def at(self, place: Node | Mark, code: str, message: str, advice: str = "") -> None:
        """Note a problem that begins where the node, or the mark, stands."""
        mark: Mark = place.start_mark if isinstance(place, Node) else place
        self.at_position(mark.line, mark.column, code, message, advice)

    def at_position(self, line: int, column: int, code: str, message: str, advice: str) -> None:
        """Note a problem at a line and column of the record, both from 0."""
        line += self.origin.first_line + 1
        shown = self.origin.file.shown
        self.problems.append(Diagnostic(shown, line, column + 1, code, message, advice))


@dataclass(frozen=True, slots=True)
class Record:
    """One top-level entry: its key, its value, the lines it was composed from, its reporter."""

    key: ScalarNode
    value: Node
    lines: list[str]
    reporter: Reporter

    def source_of(self, node: Node) -> str:
        """The text of a node as it was written; line ends become spaces."""
        start, end = node.start_mark, node.end_mark
        rows = self.lines[start.line : end.line + 1]
        if start.line == end.line:
            return rows[0][start.column : end.column] if rows else ""
        rows = [rows[0][start.column :], *rows[1:-1], rows[-1][: end.column]]
        return " ".join(row.strip() for row in rows).strip()

    def rest_of_line(self, node: Node) -> str:
        """What follows a node on its last line."""
        mark = node.end_mark
        return self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""


def in_words(node: Node) -> str:
    """What a node is: `a text`, `a sequence` or `a mapping`."""
    if isinstance(node, ScalarNode):
        return "a text"
    return "a sequence" if isinstance(node, SequenceNode) else "a mapping"
