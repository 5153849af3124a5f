"""A round of proof-reading: events drawn at random, looked up afresh, and what had to be mended.

A file `proofreading/*.yaml` has `seed` (that of `tieline sample`), `on` (the day) and `events`, a
mapping of ids to `{verdict: right}`, to `{verdict: mended, field, was, is}`, with a list of such
`faults` where there are several, or to `{verdict: unconfirmed}` where a statement was found
nowhere again. Each may have a `note`. Files of the same seed are one round.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from yaml import MappingNode

from kb.phrasing import quoted
from kb.reader import forms, typed
from kb.reader.record import Origin, Record, Reporter
from kb.reader.source import read_file
from kb.reader.yaml_records import whole
from kb.report.known import event_named, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from yaml import Node

    from kb.dates.when import When
    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase

_FIELDS = ("seed", "on", "events")
_OF_FAULT = ("field", "was", "is")
_OF_VERDICT = ("verdict", *_OF_FAULT, "faults", "note")
_VERDICTS = ("right", "mended", "unconfirmed")

Outcome = Literal["right", "mended", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class Fault:
    """That a field was wrong; `was` and `now` say it before and after, in short."""

    field: str
    was: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one event."""

    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One round: `seed` is that of `tieline sample`, `on` the day on which it was finished."""

    seed: str
    on: When
    verdicts: Mapping[str, Verdict]

    def of(self, outcome: Outcome) -> tuple[str, ...]:
        """Ids of the events of which that was found."""
        return tuple(slug for slug, found in self.verdicts.items() if found.outcome == outcome)

    @property
    def by_field(self) -> Mapping[str, int]:
        """In how many of the mended events which field was wrong, most first."""
        faults = (self.verdicts[slug].faults for slug in self.of("mended"))
        fields = (field for found in faults for field in dict.fromkeys(f.field for f in found))
        return dict(Counter(fields).most_common())


def joined(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """The rounds with those of the same seed made one, in the order of their days."""
    found: dict[str, Round] = {}
    for one in rounds:
        held = found.get(one.seed, one)
        later = max(held.on, one.on, key=lambda when: when.sort_key)
        found[one.seed] = Round(one.seed, later, {**held.verdicts, **one.verdicts})
    return tuple(sorted(found.values(), key=lambda one: (one.on.sort_key, one.seed)))


def read_round(path: Path, kb: KnowledgeBase, problems: list[Diagnostic]) -> Round | None:
    """Read one file; None where it holds no round. What is wrong is added to the problems."""
    file, found = read_file(path)
    problems += found
    if file is None:
        return None
    reporter = Reporter(Origin(file, 0, 0, len(file.text)))
    record = whole(file, reporter)
    read = None
    if record is not None and isinstance(record.value, MappingNode):
        read = _round(record, record.value, kb)
    problems += reporter.problems
    return read


def _round(record: Record, node: MappingNode, kb: KnowledgeBase) -> Round | None:
    nodes = _fields(record, node, "a round", _FIELDS)
    for field in _FIELDS:
        if field not in nodes:
            record.reporter.at(record.key, "E11", f"the round has no {field}.", "Add it.")
    if len(nodes) < len(_FIELDS):
        return None
    seed = forms.text(record, nodes["seed"], "seed")
    on = typed.when(record, nodes["on"], "on")
    verdicts = _verdicts(record, nodes["events"], kb)
    return Round(seed, on, verdicts) if seed and on else None


def _verdicts(record: Record, node: Node, kb: KnowledgeBase) -> dict[str, Verdict]:
    found: dict[str, Verdict] = {}
    if not isinstance(node, MappingNode):
        message = "events must be ids, each with its verdict."
        record.reporter.at(node, "E06", message, "Write salala-attack: {verdict: right}.")
        return found
    for key, value in forms.entries_of(record, node, "events"):
        slug = event_named(kb, key.value)
        if slug is None:
            problem = unknown("event", key.value, kb.events, "events.yaml and events/")
            record.reporter.at(key, "E08", *problem)
            continue
        verdict = _verdict(record, value)
        if verdict is not None:
            found[slug] = verdict
    return found


def _verdict(record: Record, node: Node) -> Verdict | None:
    if not isinstance(node, MappingNode):
        message = "an event must have its verdict."
        record.reporter.at(node, "E06", message, "Write {verdict: right}.")
        return None
    nodes = _fields(record, node, "a verdict", _OF_VERDICT)
    outcome = forms.word(record, nodes["verdict"], "verdict") if "verdict" in nodes else None
    if outcome not in _VERDICTS:
        advice = f"It is {', '.join(_VERDICTS[:-1])} or {_VERDICTS[-1]}."
        if outcome:
            record.reporter.at(node, "E08", f"unknown verdict {quoted(outcome)}.", advice)
        elif "verdict" not in nodes:
            record.reporter.at(node, "E11", "the verdict is missing.", advice)
        return None
    written = forms.items_of(nodes["faults"]) if "faults" in nodes else []
    written += [node] if "field" in nodes else []
    faults = tuple(filter(None, (_fault(record, each) for each in written)))
    if outcome == "mended" and not written:
        advice = "Add field: when, or a list of faults."
        record.reporter.at(node, "E11", "what was mended is not said.", advice)
    note = forms.text(record, nodes["note"], "note") if "note" in nodes else None
    return Verdict(cast("Outcome", outcome), faults, note)


def _fault(record: Record, node: Node) -> Fault | None:
    if not isinstance(node, MappingNode):
        message = "a fault must be a mapping."
        record.reporter.at(node, "E06", message, "Write {field: when, was: ..., is: ...}.")
        return None
    texts = {
        key.value: forms.text(record, value, key.value)
        for key, value in node.value
        if key.value in _OF_FAULT
    }
    field = texts.get("field")
    if not field:
        record.reporter.at(node, "E11", "the fault has no field.", "Add field: when.")
        return None
    return Fault(field, texts.get("was"), texts.get("is"))


def _fields(record: Record, node: MappingNode, of: str, known: tuple[str, ...]) -> dict[str, Node]:
    """The nodes of the known fields; another is told."""
    found: dict[str, Node] = {}
    for key, value in forms.entries_of(record, node, of):
        if key.value in known:
            found[key.value] = value
        else:
            message = f"unknown field {quoted(key.value)} in {of}."
            record.reporter.at(key, "E10", message, f"It has {', '.join(known)}.")
    return found
