"""From a record's nodes to its fields' values, by the table of fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from yaml import MappingNode, Node, ScalarNode

from kb import model
from kb.fields import CLAIM, LANGUAGE_TAG, SEARCH, TRANSLATED, Field, Form
from kb.phrasing import did_you_mean, nearest, quoted
from kb.reader import forms, statements, typed
from kb.reader.record import Record, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    Reader = Callable[[Record, Node, str], Any]

_LANGUAGE = re.compile(LANGUAGE_TAG)


class Context(Protocol):
    """What a record's reading depends on beyond its own text."""

    @property
    def language(self) -> str:
        """The language of texts that name none."""

    @property
    def folder(self) -> str:
        """The data folder, as messages name it."""

    @property
    def measures(self) -> Collection[str]:
        """The known measures, to tell a misplaced figure from a misspelt field."""


@dataclass
class Values:
    """The fields that could be read by name, and the names of those that were written but not.

    It is `complete` where no required field is missing.
    """

    of: dict[str, Any] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    complete: bool = True


_READERS: dict[Form, Reader] = {
    Form.TEXT: forms.text,
    Form.TEXTS: forms.text,
    Form.NAMES: forms.names,
    Form.ALIASES: forms.names,
    Form.ID: forms.word,
    Form.IDS: forms.words,
    Form.DATE: typed.when,
    Form.COUNT: typed.count,
    Form.FLAG: typed.flag,
    Form.POINT: typed.point,
    Form.ADDRESS: typed.address,
    Form.RANK: typed.rank,
    Form.CITATIONS: statements.citations,
    Form.FIGURES: statements.figures_of,
    Form.CAUSES: statements.causes,
    Form.MEMBERSHIPS: statements.memberships,
    Form.CONTACT: typed.contact,
    Form.REASONS: typed.reasons,
}


def values_of(
    record: Record,
    node: Node,
    what: str,
    table: Iterable[Field],
    context: Context,
    place: Node | None = None,
) -> Values:
    """The fields' values; whatever is wrong with them is told to the record's reporter.

    `what` names the record in messages, such as `event "salala-attack"`; `place` is where a
    missing field shows, the record's key unless told.
    """
    by_name = {field.name: field for field in table}
    values = Values()
    if not isinstance(node, MappingNode) or forms.is_empty(node):
        required = ", ".join(field.name for field in by_name.values() if field.required)
        instead = "no fields" if forms.is_empty(node) else f"{in_words(node)} for its fields"
        record.reporter.at(
            node, "E06", f"{what} has {instead}.", f"Indent them below it: {required}."
        )
        return Values(unread=set(by_name), complete=False)
    for key, value in forms.entries_of(record, node, what):
        name, _, language = key.value.partition("@")
        field = by_name.get(name)
        if field is None or ("@" in key.value and field.form not in TRANSLATED):
            values.unread.add(_tell_unknown(record, key, what, by_name, context))
            continue
        values.unread.add(name)
        if "@" in key.value and not _LANGUAGE.fullmatch(language):
            message = f"{quoted(language)} is no language."
            record.reporter.at(key, "E06", message, f"Write a tag such as {name}@ur.")
            continue
        if field.form is Form.CLAIMS:
            read: Any = _claims(record, value, what, context)
        elif field.form is Form.SEARCHES:
            read = _searches(record, value, what, context)
        else:
            read = _READERS[field.form](record, value, name)
        if read is None or (field.pattern and not _matches(record, value, field)):
            continue
        values.unread.discard(name)
        if field.form not in TRANSLATED:
            values.of[name] = read
        elif (language or context.language) not in values.of.setdefault(name, {}):
            values.of[name][language or context.language] = read
        else:
            message = f"{name} is given twice in the language {language or context.language}."
            record.reporter.at(key, "E05", message, "Keep one.")
    for field in by_name.values():
        if field.required or (field.form is Form.TEXTS and field.name in values.of):
            _complete(record, place or record.key, what, field, values, context)
    return values


def _matches(record: Record, node: Node, field: Field) -> bool:
    for item in forms.items_of(node):
        if isinstance(item, ScalarNode) and not re.fullmatch(field.pattern or "", item.value):
            message = f"{field.name} cannot be {quoted(item.value)}."
            record.reporter.at(item, "E06", message, f"Write it like {field.example}.")
            return False
    return True


def _tell_unknown(
    record: Record, key: ScalarNode, what: str, by_name: dict[str, Field], context: Context
) -> str:
    """Tell of an unknown field, and return the name of the one that was meant, where one is."""
    name, _, language = key.value.partition("@")
    meant = name if name in by_name else nearest(by_name, name)
    if "figures" in by_name and name in context.measures:
        meant, advice = None, "Write it under figures:."
    elif name in by_name:
        advice = f"Only names and texts have languages: write {name}, without @{language}."
    elif meant:
        advice = did_you_mean([quoted(meant)])
    else:
        advice = f"Fields are {', '.join(by_name)}."
    record.reporter.at(key, "E10", f"unknown field {quoted(key.value)} in {what}.", advice)
    return meant or ""


def _complete(
    record: Record, place: Node, what: str, field: Field, values: Values, context: Context
) -> None:
    translations = values.of.get(field.name) if field.form is Form.TEXTS else None
    if field.required and field.name not in values.of:
        values.complete = False
        if field.name not in values.unread:
            advice = field.advice.replace("{folder}", context.folder)
            advice = advice or f"It is {field.meaning}."
            record.reporter.at(place, "E11", f"{what} has no {field.name}.", advice)
    elif translations and context.language not in translations and field.name not in values.unread:
        values.complete = False
        given = ", ".join(translations)
        message = f"{field.name} of {what} is given in {given}, but not in {context.language}."
        record.reporter.at(place, "E11", message, f"Write {field.name}: without a language, too.")


def _claims(
    record: Record, node: Node, what: str, context: Context
) -> tuple[model.Claim, ...] | None:
    if forms.tell_empty(record, node, "claims", "Write a claim,"):
        return None
    found: list[model.Claim] = []
    said: set[tuple[Any, ...]] = set()
    for number, item in enumerate(forms.items_of(node), 1):
        label = f"claim {number} of {what}"
        values = values_of(record, item, label, CLAIM, context, place=item)
        given = [name for name in ("when", "where", "says") if name in {*values.of, *values.unread}]
        if len(given) != 1 and isinstance(item, MappingNode) and not forms.is_empty(item):
            message = f"{label} gives {' and '.join(given) or 'neither when, where nor says'}."
            record.reporter.at(item, "E14", message, "Give exactly one: when, where or says.")
        elif values.complete and given[0] in values.of:
            claim = model.Claim(**values.of)
            keys = {(claim.when, claim.where, *claim.says.items(), who) for who in claim.src}
            if keys & said:
                message = f"{label} repeats what an earlier claim says, of the same source."
                record.reporter.at(item, "E05", message, "Keep one.")
            said |= keys
            found.append(claim)
    return tuple(found)


def _searches(
    record: Record, node: Node, what: str, context: Context
) -> tuple[model.Search, ...] | None:
    if forms.tell_empty(record, node, "searched", "Write a period and collections,"):
        return None
    found: list[model.Search] = []
    for number, item in enumerate(forms.items_of(node), 1):
        values = values_of(record, item, f"search {number} of {what}", SEARCH, context, place=item)
        if values.complete and not values.unread & {field.name for field in SEARCH}:
            found.append(model.Search(**values.of))
    return tuple(found)
