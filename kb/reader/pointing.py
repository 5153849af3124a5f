"""From problems between records to the lines and columns where they show."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kb.reader.record import Reporter
from kb.reader.yaml_records import record_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kb.diagnostics import Diagnostic
    from kb.reader.record import Origin, Record
    from kb.validation import Problem


def locate(
    problems: Iterable[Problem], origins: Mapping[str, Mapping[str, Origin]]
) -> Iterator[Diagnostic]:
    """Each problem at its place; a record is composed again once, however many it has."""
    by_record: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_record[problem.kind, problem.id].append(problem)
    for (kind, name), found in by_record.items():
        origin = origins[kind][name]
        record = record_at(origin, Reporter(origin))
        if record is None:
            message = f"{kind} {name} was read but cannot be composed again"
            raise AssertionError(message)
        pointer = _Pointer(record)
        reporter = Reporter(origin)
        for problem in found:
            node = pointer.node(problem)
            reporter.at(node, problem.code, problem.message, problem.advice)
        yield from reporter.problems


class _Pointer:
    """Finds the nodes of one record; the same text asked for again is its next occurrence."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._below: dict[tuple[str, ...], tuple[Node, dict[str, list[Node]]]] = {}
        self._asked: Counter[tuple[tuple[str, ...], str, str]] = Counter()

    def node(self, problem: Problem) -> Node:
        """Where the problem shows."""
        if problem.within not in self._below:
            self._below[problem.within] = self._look_below(problem.within)
        place, by_text = self._below[problem.within]
        if problem.at is None or problem.at not in by_text:
            return place
        asked = (problem.within, problem.at, problem.code)
        self._asked[asked] += 1
        nodes = by_text[problem.at]
        return nodes[min(self._asked[asked], len(nodes)) - 1]

    def _look_below(self, within: tuple[str, ...]) -> tuple[Node, dict[str, list[Node]]]:
        place: Node = self._record.key
        node: Node = self._record.value
        for name in within:
            found = _value_of(node, name)
            if found is None:
                break
            place = node = found
        by_text: dict[str, list[Node]] = defaultdict(list)
        for text in _texts(node):
            by_text[text.value.strip()].append(text)
        return place, by_text


def _value_of(node: Node, name: str) -> Node | None:
    """The value that a key has in a mapping, or in one of a sequence of mappings."""
    if isinstance(node, SequenceNode):
        return next((found for item in node.value if (found := _value_of(item, name))), None)
    if not isinstance(node, MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _texts(node: Node) -> Iterator[ScalarNode]:
    """Every key and value below the node, itself included: its own keys, then all in order."""
    keys = [key for key, _ in node.value] if isinstance(node, MappingNode) else []
    yield from (key for key in keys if isinstance(key, ScalarNode))
    waiting = [value for _, value in reversed(node.value)] if keys else [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ScalarNode):
            yield current
        elif isinstance(current, MappingNode):
            waiting.extend(part for pair in reversed(current.value) for part in reversed(pair))
        elif isinstance(current, SequenceNode):
            waiting.extend(reversed(current.value))
