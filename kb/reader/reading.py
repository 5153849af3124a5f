"""The records of all files of a folder, and where each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yaml import MappingNode

from kb import model
from kb.fields import LANGUAGE_TAG, RECORDS, Field, Form
from kb.phrasing import quoted
from kb.reader import forms
from kb.reader.build import values_of
from kb.reader.source import read_file
from kb.reader.yaml_records import Findings, records
from kb.validation import RECORD_KINDS, Records

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from kb.diagnostics import Diagnostic
    from kb.reader.record import Origin, Record

_MAKERS: dict[str, Callable[..., Any]] = {
    "event": model.Event,
    "actor": model.Actor,
    "place": model.Place,
    "source": model.Source,
    "view": model.View,
}
_NOTHING: dict[Form, Any] = {Form.TEXTS: {}, Form.IDS: (), Form.NAMES: (), Form.CITATIONS: ()}
"""What stands for a required field that could not be read; None for the other forms."""


@dataclass(frozen=True, slots=True)
class _Context:
    language: str
    folder: str
    measures: frozenset[str]


@dataclass
class Collected:
    """Reads one file after the other; texts without a language are in `language`."""

    language: str
    folder: str
    measures: frozenset[str]
    records: Records = field(default_factory=Records)
    origins: dict[str, dict[str, Origin]] = field(
        default_factory=lambda: {kind: {} for kind in RECORD_KINDS}
    )

    def read(self, path: Path, kind: str) -> list[Diagnostic]:
        """Add the file's records, and return what is wrong with each by itself.

        A record that lacks something required is added too, so that its other fields are checked.
        """
        file, problems = read_file(path)
        if file is None:
            self.records.partial.add(kind)
            return problems
        findings = Findings(problems)
        latest: date | None = None
        for record in records(file, findings):
            made = self._add(record, kind)
            if kind == "event" and made is not None and made.when is not None:
                begin = made.when.earliest_begin
                if latest is not None and begin < latest:
                    message = f"{quoted(made.id)} begins before the event above it."
                    record.reporter.at(record.key, "W06", message, "Keep events in date order.")
                latest = begin
        self.records.ids[kind].update(findings.lost)
        if not findings.whole:
            self.records.partial.add(kind)
        return findings.problems

    def _add(self, record: Record, kind: str) -> Any:
        """The record, or None where its id keeps it from being one."""
        key = record.key.value
        known = self.origins[kind]
        if not forms.is_slug(key):
            proposal = forms.slug_of(key)
            advice = "Use lower-case letters, digits and single hyphens"
            advice = f"{advice}: {proposal}." if proposal else f"{advice}."
            record.reporter.at(record.key, "E09", f"{quoted(key)} is not a valid id.", advice)
            self.records.ids[kind].update((key, proposal))
            return None
        if key in known:
            where = f"{known[key].file.shown}:{known[key].first_line + 1}"
            message = f"{quoted(key)} is given twice: here and at {where}."
            record.reporter.at(record.key, "E05", message, "Keep one, or rename one.")
            return None
        known[key] = record.reporter.origin
        self.records.ids[kind].add(key)
        context = _Context(self._language_of(record, kind), self.folder, self.measures)
        values = values_of(record, record.value, f'{kind} "{key}"', RECORDS[kind], context)
        if values.unread:
            self.records.unread[kind, key] = values.unread
        if kind == "source":
            values.of.setdefault("lang", self.language)
        missing = {} if values.complete else _placeholders(RECORDS[kind])
        made = _MAKERS[kind](id=key, **(missing | values.of))
        self.records.of[kind][key] = made
        return made

    def _language_of(self, record: Record, kind: str) -> str:
        """A source's title is in the source's own language."""
        if kind != "source" or not isinstance(record.value, MappingNode):
            return self.language
        written = (node for name, node in record.value.value if name.value == "lang")
        language = forms.first_text(next(written, None))
        return language if re.fullmatch(LANGUAGE_TAG, language) else self.language


def _placeholders(table: tuple[Field, ...]) -> dict[str, Any]:
    return {field.name: _NOTHING.get(field.form) for field in table if field.required}
