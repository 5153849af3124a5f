"""From a YAML node to what sources say: citations, figures, causes, memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kb import figures
from kb.fields import ATTRIBUTION
from kb.model import Cause, Citation, Figure, Membership, Rank
from kb.phrasing import quoted, shown
from kb.reader import forms, typed
from kb.reader.record import in_words

if TYPE_CHECKING:
    from kb.reader.record import Record

LONGEST_QUOTE = 300
"""Characters: past that it is no short quotation any more."""

MOST_WORDS = 25
"""Words, past which a quotation is still taken, with a warning."""

_ATTRIBUTION = frozenset(field.name for field in ATTRIBUTION)


def citations(record: Record, node: Node, name: str) -> tuple[Citation, ...] | None:
    """`s`, `[s, t]`, `{s: words}` or a list of these; each source may have several quotations."""
    if forms.tell_empty(record, node, name, "Name a source id,"):
        return None
    found: dict[Citation, None] = {}
    for item in forms.items_of(node):
        if isinstance(item, MappingNode):
            for key, value in forms.entries_of(record, item, name):
                for citation in _quotations(record, key, value):
                    _once(record, key, found, citation, f"{key.value} with these words", name)
        else:
            source = forms.word(record, item, name)
            if source is not None:
                _once(record, item, found, Citation(source), source, name)
    return tuple(found) or None


def _once(
    record: Record, node: Node, found: dict[Any, None], value: Any, text: str, name: str
) -> None:
    """Add the value to those found, where it is not among them."""
    if value in found:
        message = f"{quoted(text)} is given twice in {name}."
        record.reporter.at(node, "E05", message, "Keep one.")
    found[value] = None


def _quotations(record: Record, key: ScalarNode, node: Node) -> list[Citation]:
    if forms.is_empty(node):
        return [Citation(key.value)]
    found = []
    for item in forms.items_of(node):
        quote = forms.text(record, item, f"the quotation of {shown(key.value)}")
        if quote is None:
            continue
        if len(quote) > LONGEST_QUOTE:
            message = f"this quotation has {len(quote)} characters, more than {LONGEST_QUOTE}."
            record.reporter.at(item, "E22", message, "Quote less: a sentence is enough.")
        elif (words := len(quote.split())) > MOST_WORDS:
            message = f"this quotation has {words} words, more than {MOST_WORDS}."
            record.reporter.at(item, "W04", message, "Quote only what carries the fact.")
        found.append(Citation(key.value, quote))
    return found


def attribution(record: Record, node: Node, name: str) -> dict[str, Any] | None:
    """Who says so: citations alone, or a mapping of `src`, `rank` and `note`."""
    if isinstance(node, MappingNode):
        keys = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
        if any(key in _ATTRIBUTION for key in keys):
            return _attribution_fields(record, node, name)
    cited = citations(record, node, name)
    return None if cited is None else {"src": cited}


def _attribution_fields(record: Record, node: MappingNode, name: str) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    for key, value in forms.entries_of(record, node, name):
        if key.value == "src":
            read: Any = citations(record, value, f"src of {name}")
        elif key.value == "rank":
            read = typed.rank(record, value, "rank")
        elif key.value == "note":
            read = forms.text(record, value, "note")
        else:
            advice = "A value has src, rank and note."
            message = f"unknown field {quoted(key.value)} in {name}."
            record.reporter.at(key, "E10", message, advice)
            continue
        if read is not None:
            found[key.value] = read
    return found


def figures_of(record: Record, node: Node, name: str) -> tuple[Figure, ...] | None:
    """`measure: figure` or `measure: {figure: who says so, ...}`, for each measure."""
    if forms.tell_empty(record, node, name, "Write killed: 24 below it,"):
        return None
    if not isinstance(node, MappingNode):
        message = f"{name} must map measures to values, not be {in_words(node)}."
        record.reporter.at(node, "E06", message, "Write figures: {killed: 24}.")
        return None
    found: list[Figure] = []
    for key, value in forms.entries_of(record, node, name):
        if isinstance(value, MappingNode):
            found.extend(_figures_with_sources(record, key.value, value))
        elif isinstance(value, SequenceNode):
            message = f"{shown(key.value)} must be one figure or a mapping of them, not a sequence."
            record.reporter.at(value, "E06", message, "Write {24: source-a, 28: source-b}.")
        else:
            quantity = _quantity(record, value, key.value)
            if quantity is not None:
                found.append(Figure(key.value, quantity, (), "preferred"))
    return tuple(found)


def _quantity(record: Record, node: Node, measure: str) -> figures.Quantity | None:
    written = forms.word(record, node, measure)
    if written is None:
        return None
    quantity = figures.parse(written)
    if isinstance(quantity, figures.BadFigure):
        record.reporter.at(node, "E20", quantity.problem, quantity.advice)
        return None
    return quantity


def _figures_with_sources(record: Record, measure: str, node: MappingNode) -> list[Figure]:
    if forms.tell_empty(record, node, measure, "Write {24: source-a},"):
        return []
    read: list[tuple[figures.Quantity, dict[str, Any]]] = []
    preferred: list[Node] = []
    for key, value in forms.entries_of(record, node, measure):
        quantity = _quantity(record, key, measure)
        label = f"the figure {shown(key.value)}"
        if forms.is_empty(value):
            advice = "Disputed figures each need one: {24: source-a, 28: source-b}."
            record.reporter.at(key, "E11", f"{label} has no source.", advice)
            continue
        who = attribution(record, value, label)
        if who is not None and who.get("rank") == "preferred":
            preferred.append(key)
        if quantity is not None and who is not None:
            read.append((quantity, who))
    if len(preferred) > 1:
        message = f"{shown(measure)}: {_counted(len(preferred))} figures are ranked preferred."
        record.reporter.at(preferred[0], "E21", message, "Rank one of them normal or deprecated.")
    result = []
    for number, (quantity, who) in enumerate(read):
        default = "normal" if number or preferred else "preferred"
        rank = cast("Rank", who.get("rank", default))
        result.append(Figure(measure, quantity, who.get("src", ()), rank, who.get("note")))
    return result


def _counted(number: int) -> str:
    return "two" if number == 2 else str(number)


def causes(record: Record, node: Node, name: str) -> tuple[Cause, ...] | None:
    """`x`, `[x, y]` (the editors' reading) or `{x: who says so}`, or a list of these."""
    if forms.tell_empty(record, node, name, "Name an event,"):
        return None
    found: list[Cause] = []
    named: dict[str, None] = {}
    for item in forms.items_of(node):
        if not isinstance(item, MappingNode):
            event = forms.word(record, item, name)
            if event is not None:
                _once(record, item, named, event, event, name)
                found.append(Cause(event))
            continue
        for key, value in forms.entries_of(record, item, name):
            _once(record, key, named, key.value, key.value, name)
            if forms.is_empty(value):
                found.append(Cause(key.value))
                continue
            who = attribution(record, value, f"the cause {shown(key.value)}")
            if who is not None:
                found.append(Cause(key.value, who.get("src", ()), who.get("note")))
    return tuple(found) or None


def memberships(record: Record, node: Node, name: str) -> tuple[Membership, ...] | None:
    """`x`, `[x, y]` or `{x: interval}`, or a list of these."""
    if forms.tell_empty(record, node, name, "Name an actor,"):
        return None
    found: dict[Membership, None] = {}
    for item in forms.items_of(node):
        if isinstance(item, MappingNode):
            for key, value in forms.entries_of(record, item, name):
                held = typed.when(record, value, f"{name} of {shown(key.value)}")
                if held is not None:
                    _once(record, key, found, Membership(key.value, held), key.value, name)
        else:
            actor = forms.word(record, item, name)
            if actor is not None:
                _once(record, item, found, Membership(actor), actor, name)
    return tuple(found) or None
