"""The state of the page as the query string of its address, read and written.

The names are part of every link that readers share, so they stay as they are: `partner`, `kind`,
`family`, `place`, `source` (each may stand several times), `from`, `to` (EDTF), `min`, `max`,
`disputed=1`, `q`, `event`, `lang`, `theme`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from kb.catalogues import LANGUAGES
from kb.dates.edtf import BadDate, parse
from kb.timeline import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkzeug.datastructures import MultiDict

    from kb.dates.when import When
    from kb.model import KnowledgeBase

THEMES = ("light", "dark")
LONGEST_TEXT = 200
SCALE_END = 10.0

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Note:
    """What was wrong with a value that was left out; `phrase` names a phrase of the interface."""

    phrase: str
    name: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PageState:
    """What the reader chose; `lang` and `theme` are None where the address does not say."""

    filter: Filter
    event: str | None = None
    lang: str | None = None
    theme: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def filter_is_set(self) -> bool:
        """Whether the reader asks for less than everything."""
        return self.filter != Filter()

    def query(self, **changed: str | None) -> str:
        """The query string of this state, with `event`, `lang` or `theme` changed."""
        return urlencode(write(replace(self, **changed)))  # type: ignore[arg-type]


def read(args: MultiDict[str, str], kb: KnowledgeBase) -> PageState:
    """The state that the query string asks for; a value that cannot be used becomes a note."""
    reader = _Reader(args, kb)
    first, last = reader.period()
    families = reader.ids("family", kb.vocabulary.families, {})
    return PageState(
        filter=Filter(
            partner=reader.ids("partner", kb.actors, _renamed(kb.actors)),
            kind=reader.ids("kind", kb.vocabulary.kinds, {}),
            family=() if len(families) == len(kb.vocabulary.families) else families,
            place=reader.ids("place", kb.places, _renamed(kb.places)),
            source=reader.ids("source", kb.sources, _renamed(kb.sources)),
            first=first,
            last=last,
            minimum=reader.number("min"),
            maximum=reader.number("max"),
            disputed=reader.choice("disputed", ("0", "1")) == "1",
            text=args.get("q", "").strip()[:LONGEST_TEXT],
        ),
        event=next(iter(reader.ids("event", kb.events, _renamed(kb.events))), None),
        lang=reader.choice("lang", LANGUAGES),
        theme=reader.choice("theme", THEMES),
        notes=tuple(reader.notes),
    )


def write(state: PageState) -> list[tuple[str, str]]:
    """The names and values that say this state, in a fixed order, without what is the default."""
    chosen = state.filter
    rows: list[tuple[str, str | None]] = []
    for name in ("partner", "kind", "family", "place", "source"):
        rows.extend((name, value) for value in getattr(chosen, name))
    rows += [
        ("from", chosen.first.edtf if chosen.first else None),
        ("to", chosen.last.edtf if chosen.last else None),
        ("min", number_text(chosen.minimum)),
        ("max", number_text(chosen.maximum)),
        ("disputed", "1" if chosen.disputed else None),
        ("q", chosen.text or None),
        ("event", state.event),
        ("lang", state.lang),
        ("theme", state.theme),
    ]
    return [(name, value) for name, value in rows if value]


def number_text(value: float | None) -> str | None:
    """The number as it stands in an address: `-9.5`, `4`."""
    return None if value is None else f"{value:g}"


class _Reader:
    def __init__(self, args: MultiDict[str, str], kb: KnowledgeBase) -> None:
        self._args = args
        self._kb = kb
        self.notes: list[Note] = []

    def ids(
        self, name: str, known: Mapping[str, object], renamed: Mapping[str, str]
    ) -> tuple[str, ...]:
        found: list[str] = []
        for value in self._values(name):
            slug = renamed.get(value, value)
            if slug in known:
                found.append(slug)
            else:
                self._leave_out("note_unknown", name, value)
        return tuple(dict.fromkeys(found))

    def period(self) -> tuple[When | None, When | None]:
        """`from` and `to`, exchanged where they were written the wrong way round."""
        first, last = self.date("from"), self.date("to")
        if first is None or last is None or first.earliest_begin <= last.latest_end:
            return first, last
        self.notes.append(Note("note_order", "from", f"{last.edtf} – {first.edtf}"))
        return last, first

    def date(self, name: str) -> When | None:
        return self._last(name, self._read_date)

    def number(self, name: str) -> float | None:
        return self._last(name, self._read_number)

    def choice(self, name: str, choices: tuple[str, ...]) -> str | None:
        for value in self._values(name)[-1:]:
            if value in choices:
                return value
            self._leave_out("note_unknown", name, value)
        return None

    def _read_date(self, name: str, value: str) -> When | None:
        when = parse(value)
        if isinstance(when, BadDate):
            self._leave_out("note_date", name, value, f"{when.problem} {when.advice}")
            return None
        return when

    def _read_number(self, name: str, value: str) -> float | None:
        try:
            number = float(value.replace("−", "-"))
        except ValueError:
            number = SCALE_END + 1
        if -SCALE_END <= number <= SCALE_END:
            return number
        self._leave_out("note_number", name, value)
        return None

    def _last(self, name: str, read: Callable[[str, str], _T | None]) -> _T | None:
        for value in self._values(name)[-1:]:
            return read(name, value)
        return None

    def _values(self, name: str) -> list[str]:
        return [value.strip() for value in self._args.getlist(name) if value.strip()]

    def _leave_out(self, phrase: str, name: str, value: str, detail: str = "") -> None:
        self.notes.append(Note(phrase, name, value[:LONGEST_TEXT], detail))


def _renamed(records: Mapping[str, object]) -> dict[str, str]:
    """Earlier ids of records to the ids they have now."""
    return {old: slug for slug, record in records.items() for old in getattr(record, "was", ())}
