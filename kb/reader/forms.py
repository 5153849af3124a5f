"""From a YAML node to a value: texts, ids and lists of them.

Each reader returns the value, or None where there is none to have; why not is told to the
record's reporter, at the node.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kb.fields import SLUG
from kb.phrasing import quoted
from kb.reader.record import Record, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SLUG = re.compile(SLUG)
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def is_slug(text: str) -> bool:
    """Whether the text may be an id."""
    return _SLUG.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """The nearest valid id, or an empty text."""
    apart = _CAPITAL.sub("-", text[:200]).lower()
    return re.sub(r"[^a-z0-9]+", "-", apart).strip("-")


def is_empty(node: Node) -> bool:
    """Whether nothing was written."""
    if isinstance(node, ScalarNode):
        return not node.value.strip() or (not node.style and node.value in {"~", "null"})
    return not node.value


def first_text(node: Node | None) -> str:
    """The text, or the first of several; empty where there is none."""
    if isinstance(node, SequenceNode):
        node = node.value[0] if node.value else None
    return str(node.value) if isinstance(node, ScalarNode) else ""


def tell_empty(record: Record, node: Node, name: str, advice: str = "Fill it in") -> bool:
    """Whether nothing was written; then this is told."""
    if not is_empty(node):
        return False
    if isinstance(node, ScalarNode) and node.style in (">", "|"):
        message = f"{name} is empty: a {node.style} starts folded text in YAML."
        advice = 'For "more than 5" write 5+, else put the text in "quotes".'
        record.reporter.at(node, "E07", message, advice)
    else:
        record.reporter.at(node, "E07", f"{name} is empty.", f"{advice} or delete the line.")
    return True


def items_of(node: Node) -> list[Node]:
    """A sequence's items, or the one value that stands for a sequence of one."""
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def entries_of(record: Record, node: MappingNode, of: str) -> Iterator[tuple[ScalarNode, Node]]:
    """A mapping's entries, each key once and a text."""
    first: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            message = f"a key of {of} must be a text, not {in_words(key)}."
            record.reporter.at(key, "E06", message, "Write name: value.")
        elif key.value == "<<" and not key.style:
            advice = "Write the fields out: merge keys are not used here."
            record.reporter.at(key, "E04", "a merge key (<<) stands here.", advice)
        elif key.value in first:
            line = record.reporter.origin.first_line + first[key.value] + 1
            message = f"{quoted(key.value)} is given twice in {of} (first on line {line})."
            record.reporter.at(key, "E05", message, "Keep one, or rename one.")
        else:
            first[key.value] = key.start_mark.line
            yield key, value


def text(record: Record, node: Node, name: str) -> str | None:
    """One line of text."""
    if not isinstance(node, ScalarNode):
        message = f"{name} must be one line of text, not {in_words(node)}."
        record.reporter.at(node, "E06", message, 'Put the text in "quotes".')
        return None
    if tell_empty(record, node, name):
        return None
    rest = record.rest_of_line(node) if not node.style else ""
    if rest.lstrip().startswith("#"):
        message = f'the text after " #" on this line is not part of {name}'
        advice = 'Put the whole text in "quotes".'
        record.reporter.at(node, "W01", f"{message} (YAML reads it as a comment).", advice)
    value: str = node.value
    return " ".join(value.split())


def word(record: Record, node: Node, name: str) -> str | None:
    """An id, or another word that is looked up elsewhere."""
    if not isinstance(node, ScalarNode):
        advice = "Write one id." if isinstance(node, SequenceNode) else "Write an id."
        record.reporter.at(node, "E06", f"{name} must be an id, not {in_words(node)}.", advice)
        return None
    if tell_empty(record, node, name):
        return None
    value: str = node.value
    return value


def words(record: Record, node: Node, name: str) -> tuple[str, ...] | None:
    """One id or a list of them, each once."""
    return _each(record, node, name, word)


def names(record: Record, node: Node, name: str) -> tuple[str, ...] | None:
    """One text or a list of them, each once."""
    return _each(record, node, name, text)


def _each(
    record: Record, node: Node, name: str, read: Callable[[Record, Node, str], str | None]
) -> tuple[str, ...] | None:
    if isinstance(node, MappingNode):
        message = f"{name} must be a text or a list of them, not a mapping."
        record.reporter.at(node, "E06", message, f"Write {name}: [a, b].")
        return None
    if tell_empty(record, node, name):
        return None
    found: dict[str, None] = {}
    for item in items_of(node):
        value = read(record, item, name)
        if value in found:
            message = f"{quoted(value)} is given twice in {name}."
            record.reporter.at(item, "E05", message, "Keep one.")
        elif value is not None:
            found[value] = None
    return tuple(found) or None
