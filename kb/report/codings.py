"""`reliability/codings.csv`: the same events coded twice, to see whether two people agree.

Columns: `event`, `coder` (`first` for the data as written, `second` for who coded it anew),
`kind`, `by`, `to`, `between` (ids of actors, joined by a space) and `date` (EDTF).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from kb.dates.edtf import BadDate, parse
from kb.diagnostics import Diagnostic
from kb.phrasing import quoted
from kb.reader.source import read_file
from kb.report.known import event_named, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kb.model import Event, KnowledgeBase

COLUMNS = ("event", "coder", "kind", "by", "to", "between", "date")
CODERS = ("first", "second")
ROLES = ("by", "to", "between")
_PERSON = "person"
_PARTS = ("force", "body")


@dataclass(frozen=True, slots=True)
class Coding:
    """How one coder coded one event; `date` is the EDTF text.

    The roles hold parties: states, organisations and groups, and for a force or a body what it
    belongs to. The forces, bodies and persons themselves are `within`, in whatever role.
    """

    event: str
    coder: Literal["first", "second"]
    kind: str
    by: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    within: frozenset[str]
    date: str


def read_codings(
    path: Path, kb: KnowledgeBase, problems: list[Diagnostic]
) -> tuple[Coding, ...] | None:
    """Read the file; None where there is none. What is wrong is added to the problems."""
    if not path.exists():
        return None
    file, found = read_file(path)
    problems += found
    if file is None:
        return ()
    rows = csv.reader(io.StringIO(file.text, newline=""))
    if tuple(next(rows, ())) != COLUMNS:
        message = "the first line must name the columns."
        problems.append(Diagnostic(file.shown, 1, 1, "E06", message, f"Write {','.join(COLUMNS)}"))
        return ()
    codings: dict[tuple[str, str], Coding] = {}
    for row in rows:
        line = rows.line_num
        wrong = list(_wrong(row, kb))
        if not wrong and row:
            coding = _coding(row, kb)
            if (coding.event, coding.coder) in codings:
                message = f"{coding.event} is coded twice by the {coding.coder} coder."
                wrong = [("E05", message, "Keep one of the lines.")]
            else:
                codings[coding.event, coding.coder] = coding
        problems += [Diagnostic(file.shown, line, 1, *problem) for problem in wrong]
    return tuple(codings.values())


def first_codings(events: Iterable[Event]) -> str:
    """The lines of the first coder, as CSV with a header: these events as the data has them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for event in events:
        actors = (" ".join(sorted(getattr(event, role))) for role in ROLES)
        writer.writerow([event.id, CODERS[0], event.kind, *actors, event.when.edtf])
    return out.getvalue()


def _coding(row: list[str], kb: KnowledgeBase) -> Coding:
    event, coder, kind, *roles, date = row
    named = [role.split() for role in roles]
    parties = [frozenset(filter(None, (_party(slug, kb) for slug in role))) for role in named]
    by, to, between = parties
    return Coding(
        event_named(kb, event) or event,
        cast("Literal['first', 'second']", coder),
        kind,
        by,
        to,
        between,
        frozenset(slug for role in named for slug in role if _party(slug, kb) != slug),
        date,
    )


def _party(slug: str, kb: KnowledgeBase) -> str | None:
    """Whose act an actor's is: its own, or for a force or a body that of what it belongs to."""
    actor = kb.actors[slug]
    if actor.type == _PERSON:
        return None
    if actor.type in _PARTS and actor.part_of:
        return _party(actor.part_of[0].actor, kb)
    return slug


def _wrong(row: list[str], kb: KnowledgeBase) -> Iterator[tuple[str, str, str]]:
    """Code, message and advice of each thing that is wrong with a row; an empty one is none."""
    if not row:
        return
    if len(row) != len(COLUMNS):
        message = f"this line has {len(row)} fields instead of {len(COLUMNS)}."
        yield "E06", message, "Put a text that holds a comma in quotes, and keep empty fields."
        return
    fields = dict(zip(COLUMNS, row, strict=True))
    if event_named(kb, fields["event"]) is None:
        yield "E08", *unknown("event", fields["event"], kb.events, "events.yaml and events/")
    if fields["coder"] not in CODERS:
        yield "E08", f"unknown coder {quoted(fields['coder'])}.", "It is first or second."
    kinds = kb.vocabulary.kinds
    if fields["kind"] not in kinds:
        yield "E08", *unknown("kind", fields["kind"], kinds, "the codebook")
    for actor in (slug for role in ROLES for slug in fields[role].split()):
        if actor not in kb.actors:
            yield "E08", *unknown("actor", actor, kb.actors, "actors.yaml and actors/")
    parsed = parse(fields["date"])
    if isinstance(parsed, BadDate):
        yield "E13", parsed.problem, parsed.advice
