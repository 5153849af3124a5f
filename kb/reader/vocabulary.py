"""The closed lists: those that ship, and what a knowledge base adds in `vocab/*.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaml import MappingNode, ScalarNode

from kb.fields import KIND, MEASURE, SLUG, TERM
from kb.model import Kind, Measure, Term, Vocabulary
from kb.phrasing import did_you_mean_one_of, quoted
from kb.reader import forms
from kb.reader.build import values_of
from kb.reader.source import read_file, shown_name
from kb.reader.yaml_records import Findings, records

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kb.diagnostics import Diagnostic
    from kb.reader.record import Record

SHIPPED = Path(__file__).parent.parent / "vocab"
_TERM_LISTS = ("actor_types", "source_types", "contexts", "obligations", "families", "quads")
_OWN = ("terms", "measures", "kinds")
_ID = re.compile(SLUG.replace("(-", "([-_]"))


@dataclass
class _Lists:
    """What was read so far; a `Context` of reading at the same time."""

    language: str
    folder: str
    kinds: dict[str, Kind] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    terms: dict[str, dict[str, Term]] = field(
        default_factory=lambda: {name: {} for name in _TERM_LISTS}
    )
    plover: dict[str, tuple[str, float]] = field(default_factory=dict)


def read_vocabulary(paths: list[Path], language: str) -> tuple[Vocabulary, list[Diagnostic]]:
    """The vocabulary that ships, extended by these files, and what is wrong with them.

    A file's stem says what it holds: `kinds`, `measures` or `terms`. Kinds are read last, as they
    name terms.
    """
    shipped = [SHIPPED / f"{stem}.yaml" for stem in ("plover", *_OWN)]
    own = sorted(paths, key=lambda path: (*_OWN, path.stem).index(path.stem))
    lists = _Lists(language, shown_name(paths[0].parent) if paths else "vocab")
    findings = Findings()
    for path in [*shipped, *own]:
        file, found = read_file(path)
        findings.problems.extend(found)
        if file is None:
            continue
        for record in records(file, findings):
            if path == shipped[0]:
                lists.plover.update(_scores(record))
            else:
                _read(path.stem, record, lists)
    vocabulary = Vocabulary(
        kinds=lists.kinds, measures=lists.measures, plover=lists.plover, **lists.terms
    )
    return vocabulary, findings.problems


def _read(stem: str, record: Record, lists: _Lists) -> None:
    key = record.key
    if stem == "kinds":
        _add(record, key, record.value, "kind", lists.kinds, lists)
    elif stem == "measures":
        _add(record, key, record.value, "measure", lists.measures, lists)
    elif stem == "terms" and key.value in lists.terms:
        if not isinstance(record.value, MappingNode):
            message = f"{key.value} must map ids to terms."
            record.reporter.at(record.value, "E06", message, "Indent an id below it, with a name.")
            return
        for term, node in forms.entries_of(record, record.value, key.value):
            _add(record, term, node, "term", lists.terms[key.value], lists)
    elif stem == "terms":
        advice = f"The lists of terms.yaml are {', '.join(_TERM_LISTS)}."
        record.reporter.at(key, "E10", f"{quoted(key.value)} is no list of terms.", advice)
    else:
        advice = "Only kinds.yaml, measures.yaml and terms.yaml are read."
        message = f"nothing reads {quoted(key.value)}."
        record.reporter.at(key, "E10", message, advice)


_MAKERS: Mapping[str, tuple[Any, Any]] = {
    "kind": (Kind, KIND),
    "measure": (Measure, MEASURE),
    "term": (Term, TERM),
}


def _add(
    record: Record, key: ScalarNode, node: Any, what: str, listed: dict[str, Any], lists: _Lists
) -> None:
    name = key.value
    if not _ID.fullmatch(name):
        proposal = f"{forms.slug_of(name)}." if forms.slug_of(name) else "killed-in-action."
        advice = f"Use lower-case letters, digits and single hyphens or underscores: {proposal}"
        record.reporter.at(key, "E09", f"{quoted(name)} is not a valid id.", advice)
        return
    if name in listed:
        message = f"the {what} {quoted(name)} is there already."
        record.reporter.at(key, "E05", message, "Choose another id.")
        return
    make, table = _MAKERS[what]
    values = values_of(record, node, f"{what} {quoted(name)}", table, lists, place=key)
    if values.complete and (what != "kind" or _kind_is_known(record, key, values.of, lists)):
        listed[name] = make(id=name, **values.of)


def _kind_is_known(record: Record, key: ScalarNode, values: dict[str, Any], lists: _Lists) -> bool:
    """Whether all that a kind names is there; told where not."""
    named: list[tuple[str, str, Collection[str]]] = [
        ("PLOVER event and mode", values["plover"], lists.plover),
        ("family", values["family"], lists.terms["families"]),
        *(("context", name, lists.terms["contexts"]) for name in values.get("about", ())),
    ]
    unknown = [(what, name, known) for what, name, known in named if name not in known]
    for what, name, known in unknown:
        advice = did_you_mean_one_of(known, name) or f"Known ones are {', '.join(sorted(known))}."
        record.reporter.at(key, "E08", f"unknown {what} {quoted(name)}.", advice)
    return not unknown


def _scores(record: Record) -> dict[str, tuple[str, float]]:
    """`EVENT` and `EVENT:mode` to (quad class, score), from one quad class of plover.yaml."""
    found: dict[str, tuple[str, float]] = {}
    if not isinstance(record.value, MappingNode):
        return found
    for event, modes in forms.entries_of(record, record.value, record.key.value):
        if not isinstance(modes, MappingNode):
            continue
        for mode, score in forms.entries_of(record, modes, event.value):
            name = event.value if mode.value == "score" else f"{event.value}:{mode.value}"
            if isinstance(score, ScalarNode):
                found[name] = (record.key.value, float(score.value))
    return found
