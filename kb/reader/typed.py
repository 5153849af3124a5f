"""From a YAML node to a value: dates, numbers, flags, points, addresses and ranks.

Like the forms of text, each reader returns the value, or None where there is none to have; why
not is told to the record's reporter, at the node.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kb.dates.edtf import BadDate, When, parse
from kb.fields import SLUG
from kb.phrasing import did_you_mean_one_of, quoted
from kb.reader import forms

if TYPE_CHECKING:
    from kb.reader.record import Record

_RANKS = ("preferred", "normal", "deprecated")
_COUNT = re.compile(r"[0-9]{1,9}")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,12})?")
_DOMAIN = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z0-9-]+")
_REMOVED = re.compile(rf"(event|actor|place|source|view)/{SLUG}")


class _Reasoned(NamedTuple):
    """What has reasons: the form of its keys, what they are, and how to write them."""

    pattern: re.Pattern[str]
    what: str
    example: str
    advice: str


_REASONED = {
    "not_accepted": _Reasoned(
        _DOMAIN,
        "domains",
        "example.org: copies articles without naming them",
        "Write example.org, without https:// and without a path.",
    ),
    "removed": _Reasoned(
        _REMOVED,
        "records",
        "event/its-id: it was the same as another",
        "Write event/its-id, or actor, place, source or view before the slash.",
    ),
}
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CHARACTER = r"[A-Za-z0-9\-._~!$&'()*+,;=:@\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]|%[0-9A-Fa-f]{2}"
ADDRESS = re.compile(
    r"https?://(?:(?:[A-Za-z0-9_-]+\.)*[A-Za-z0-9-]+)(?::[0-9]{1,5})?"
    rf"(?:/(?:{_CHARACTER}|/)*)?(?:\?(?:{_CHARACTER}|[/?])*)?(?:#(?:{_CHARACTER}|[/?])*)?"
)


def when(record: Record, node: Node, name: str) -> When | None:
    """An EDTF date; a bracketed one is a list to YAML, so its source text is read."""
    written = node.value if isinstance(node, ScalarNode) else record.source_of(node)
    if isinstance(node, MappingNode) and not node.flow_style:
        record.reporter.at(node, "E06", f"{name} must be a date, not a mapping.", "Write one date.")
        return None
    if forms.tell_empty(record, node, name, "Write an EDTF date such as 2011-11-26,"):
        return None
    parsed = parse(written)
    if isinstance(parsed, BadDate):
        record.reporter.at(node, "E13", parsed.problem, parsed.advice)
        return None
    return parsed


def count(record: Record, node: Node, name: str) -> int | None:
    """A whole number from 0."""
    value = forms.word(record, node, name)
    if value is None:
        return None
    if not _COUNT.fullmatch(value):
        message = f"{name} must be a whole number, not {quoted(value)}."
        record.reporter.at(node, "E06", message, f"Write {name}: 3.")
        return None
    return int(value)


def flag(record: Record, node: Node, name: str) -> bool | None:
    """`true` or `false`."""
    value = forms.word(record, node, name)
    if value is None:
        return None
    if value not in {"true", "false"}:
        message = f"{name} must be true or false, not {quoted(value)}."
        record.reporter.at(node, "E06", message, f"Write {name}: true.")
        return None
    return value == "true"


def point(record: Record, node: Node, name: str) -> tuple[float, float] | None:
    """`[latitude, longitude]` in degrees."""
    parts = [item.value for item in forms.items_of(node) if isinstance(item, ScalarNode)]
    numeric = all(_DEGREES.fullmatch(part) for part in parts)
    if not isinstance(node, SequenceNode) or len(node.value) != 2 or len(parts) != 2 or not numeric:
        message = f"{name} must be a latitude and a longitude in degrees."
        record.reporter.at(node, "E06", message, f"Write {name}: [33.69, 73.05].")
        return None
    latitude, longitude = (float(part) for part in parts)
    if abs(latitude) > 90 or abs(longitude) > 180:
        swapped = abs(longitude) <= 90 and abs(latitude) <= 180
        advice = f"Latitude comes first: did you mean [{parts[1]}, {parts[0]}]?"
        message = f"[{parts[0]}, {parts[1]}] lies outside the globe."
        record.reporter.at(node, "E12", message, advice if swapped else "Check the numbers.")
        return None
    return latitude, longitude


def address(record: Record, node: Node, name: str) -> str | None:
    """A web address, `http` or `https`, that is an IRI as it stands (RFC 3987)."""
    value = forms.word(record, node, name)
    if value is None:
        return None
    if not ADDRESS.fullmatch(value):
        message = f"{name} must be a web address, not {quoted(value)}."
        whole = value.startswith(("http://", "https://"))
        advice = "Write it as a browser copies it, with %20 for a space, %5B for [, %5D for ]."
        record.reporter.at(node, "E06", message, advice if whole else "Begin it with https://")
        return None
    return value


def rank(record: Record, node: Node, name: str) -> str | None:
    """How far a statement is accepted: preferred, normal or deprecated (Wikibase's ranks)."""
    value = forms.word(record, node, name)
    if value is not None and value not in _RANKS:
        advice = f"{did_you_mean_one_of(_RANKS, value)} Ranks are {', '.join(_RANKS)}.".strip()
        record.reporter.at(node, "E08", f"unknown rank {quoted(value)}.", advice)
        return None
    return value


def contact(record: Record, node: Node, name: str) -> dict[str, str] | None:
    """`mail` and `issues`, where errors in the data can be reported."""
    if not isinstance(node, MappingNode):
        advice = f"Write {name}: {{mail: ..., issues: ...}}."
        record.reporter.at(node, "E06", f"{name} must hold mail and issues.", advice)
        return None
    found: dict[str, str] = {}
    for key, value in forms.entries_of(record, node, name):
        if key.value == "issues":
            read = address(record, value, "issues")
        elif key.value == "mail":
            read = _mail(record, value)
        else:
            message = f"unknown field {quoted(key.value)} in {name}."
            record.reporter.at(key, "E10", message, "It has mail and issues.")
            continue
        if read is not None:
            found[key.value] = read
    return found


def reasons(record: Record, node: Node, name: str) -> dict[str, str] | None:
    """Domains, or records that have been removed, each with the reason why it stands here."""
    keys = _REASONED[name]
    if not isinstance(node, MappingNode):
        advice = f"Write {name}: {{{keys.example}}}."
        message = f"{name} must hold {keys.what} with their reasons."
        record.reporter.at(node, "E06", message, advice)
        return None
    found: dict[str, str] = {}
    for key, value in forms.entries_of(record, node, name):
        if not keys.pattern.fullmatch(key.value):
            message = f"{name} names {keys.what}, and {quoted(key.value)} is none."
            record.reporter.at(key, "E06", message, keys.advice)
            continue
        reason = forms.text(record, value, f"the reason for {key.value}")
        if reason is not None:
            found[key.value] = reason
    return found


def _mail(record: Record, node: Node) -> str | None:
    value = forms.word(record, node, "mail")
    if value is not None and not _MAIL.fullmatch(value):
        message = f"mail must be a mail address, not {quoted(value)}."
        record.reporter.at(node, "E06", message, "Write mail: name@example.org.")
        return None
    return value
