"""Rules that hold between records: what each refers to exists, and together they make sense.

Pure: records go in, problems come out. Where a problem stands in the text is found afterwards, by
`kb.reader.pointing`, from the record, the fields that lead to it and the words to look for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kb.phrasing import did_you_mean, did_you_mean_one_of, quoted
from kb.references import named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kb.model import Event, Vocabulary

RECORD_KINDS = ("event", "actor", "place", "source", "view")
_MOST_PROPOSALS = 200
"""Of one kind of name: past that the time is worth more than a proposal for each."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record: below the fields `within`, at the first text that is `at`."""

    kind: str
    id: str
    code: str
    message: str
    advice: str
    within: tuple[str, ...] = ()
    at: str | None = None


@dataclass
class Known:
    """Which names a field may use, and where messages say they are listed.

    Where some could not be read, it is not `whole`, and no name is wrong.
    """

    what: str
    names: Collection[str]
    listed: str
    whole: bool = True
    _proposals: int = 0

    def misses(self, name: str) -> bool:
        """Whether the name is certainly none of them."""
        return self.whole and name not in self.names

    def unknown(self, name: str, place: str = "") -> tuple[str, str]:
        """Message and advice for a name that is missed."""
        self._proposals += 1
        proposal = ""
        if self._proposals <= _MOST_PROPOSALS:
            proposal = did_you_mean_one_of(self.names, name)
        advice = f"{proposal} Known ones are in {self.listed}.".strip()
        return f"unknown {self.what} {quoted(name)}{place}.", advice


@dataclass
class Records:
    """The records that were read, by kind and id, and what is known of those that were not.

    A record that lacks something required is here too, with None or nothing in its place; `unread`
    holds the fields that were written but could not be read. `ids` are all that were written.
    Files of `partial` kinds could not be read to the end.
    """

    of: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {kind: {} for kind in RECORD_KINDS}
    )
    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in RECORD_KINDS})
    unread: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)
    vocabulary_is_whole: bool = True

    def known(self, kind: str, folder: str) -> Known:
        """The ids of a kind of record."""
        return Known(kind, self.ids[kind], f"{folder}/{kind}s.yaml", kind not in self.partial)


def problems_of(records: Records, vocabulary: Vocabulary, folder: str) -> Iterator[Problem]:
    """Everything that is wrong between the records, in no order."""
    known = _known(records, vocabulary, folder)
    renamed = {kind: _renamed(records.of[kind].values()) for kind in RECORD_KINDS}
    for kind in RECORD_KINDS:
        for record in records.of[kind].values():
            yield from _references(kind, record, known, renamed)
            yield from _redirects(kind, record, records, renamed[kind])
    for event in records.of["event"].values():
        yield from _sides(event, records.unread.get(("event", event.id), set()))
        yield from _obligations(event, vocabulary)
        yield from _causes(event, records.of["event"])
        if event.weight is not None and not 1 <= event.weight <= 5:
            message = f"weight {event.weight} is outside 1 to 5."
            yield Problem("event", event.id, "E12", message, "Write 1 to 5.", ("weight",))
    for kind, name in (("event", "part_of"), ("event", "because_of"), ("actor", "part_of")):
        yield from _circles(kind, name, records.of[kind])
    yield from _circles("actor", "succeeds", records.of["actor"])


def unused(records: Records, focus: str) -> Iterator[Problem]:
    """A warning for each actor, place and source that no other record names."""
    used = {"actor": {focus}, "place": set[str](), "source": set[str]()}
    for kind in RECORD_KINDS:
        for record in records.of[kind].values():
            for what, name, _ in named(kind, record):
                if what in used and (kind, record.id) != (what, name):
                    used[what].add(name)
    for kind, names in used.items():
        for name in records.of[kind].keys() - names:
            message = f'nothing refers to the {kind} "{name}".'
            yield Problem(kind, name, "W05", message, "Use it, or delete it.")


def _known(records: Records, vocabulary: Vocabulary, folder: str) -> dict[str, Known]:
    lists = {
        "kind": (vocabulary.kinds, "vocab/kinds.yaml"),
        "measure": (vocabulary.measures, "vocab/measures.yaml"),
        "actor type": (vocabulary.actor_types, "vocab/terms.yaml"),
        "source type": (vocabulary.source_types, "vocab/terms.yaml"),
        "context": (vocabulary.contexts, "vocab/terms.yaml"),
        "obligation": (
            vocabulary.obligations,
            f"the ATOP codebook: {', '.join(vocabulary.obligations)}",
        ),
    }
    whole = records.vocabulary_is_whole
    terms = {what: Known(what, ids, listed, whole) for what, (ids, listed) in lists.items()}
    return terms | {kind: records.known(kind, folder) for kind in RECORD_KINDS}


def _renamed(records: Iterable[Any]) -> dict[str, str]:
    """Old id to the record that bears it as `was`; the first, where several do."""
    renamed: dict[str, str] = {}
    for record in records:
        for old in record.was:
            renamed.setdefault(old, record.id)
    return renamed


def _references(
    kind: str, record: Any, known: dict[str, Known], renamed: dict[str, dict[str, str]]
) -> Iterator[Problem]:
    for what, name, within in named(kind, record):
        if not known[what].misses(name):
            continue
        place = f" in {within[0]}" if what == "event" else ""
        message, advice = known[what].unknown(name, place)
        now = renamed.get(what, {}).get(name)
        if now is not None:
            advice = f"It was renamed. {did_you_mean([quoted(now)])}"
        yield Problem(kind, record.id, "E08", message, advice, within, name)


def _redirects(
    kind: str, record: Any, records: Records, renamed: dict[str, str]
) -> Iterator[Problem]:
    for old in record.was:
        other = record.id if old == record.id else renamed[old]
        if old in records.ids[kind]:
            message = f'"{old}" is the id of a living {kind}, so it cannot lead to another.'
        elif other != record.id:
            message = f'"{old}" leads to the {kind} "{other}" already.'
        else:
            continue
        yield Problem(kind, record.id, "E05", message, "Delete it from was.", ("was",), old)


def _sides(event: Event, unread: Collection[str]) -> Iterator[Problem]:
    acting = {*event.by, *event.between}
    for actor in event.to:
        if actor in acting:
            message = f'{quoted(actor)} is on both sides of event "{event.id}".'
            advice = "Remove it from by or from to."
            yield Problem("event", event.id, "E15", message, advice, ("to",), actor)
    if event.between and (event.by or event.to):
        message = "between cannot be used with by or to."
        advice = "Use by/to when one side acts on the other, between when all act together."
        yield Problem("event", event.id, "E14", message, advice, (), "between")
    elif not event.agents and not {"by", "between"} & set(unread):
        message = f'event "{event.id}" has neither by nor between.'
        advice = "Name who acts: by (with to) when one side acts, between when all act together."
        yield Problem("event", event.id, "E11", message, advice)
    elif len(event.between) == 1 and "between" not in unread:
        message = "between names a single actor."
        advice = "Name the others too, or use by."
        yield Problem("event", event.id, "E14", message, advice, (), "between")


def _obligations(event: Event, vocabulary: Vocabulary) -> Iterator[Problem]:
    if event.obligations and event.kind in vocabulary.kinds and event.kind != "alliance":
        message = "obligations only go with kind: alliance."
        advice = "Change kind, or delete the line."
        yield Problem("event", event.id, "E16", message, advice, (), "obligations")


def _causes(event: Event, events: dict[str, Event]) -> Iterator[Problem]:
    for cause in event.because_of:
        other = events.get(cause.event)
        if other is None or None in (event.when, other.when):
            continue
        if event.when.latest_end < other.when.earliest_begin:
            message = (
                f'"{event.id}" ({event.when.edtf}) ends before its cause "{other.id}" begins'
                f" ({other.when.edtf})."
            )
            within = ("because_of",)
            yield Problem("event", event.id, "E18", message, "Check both dates.", within, other.id)


def _circles(kind: str, name: str, records: dict[str, Any]) -> Iterator[Problem]:
    """One problem for each link that closes a circle, walking each link once."""
    above = {key: _links(getattr(record, name)) for key, record in records.items()}
    done: set[str] = set()
    for start in above:
        path: dict[str, Iterator[str]] = {}
        ahead = [start]
        while ahead:
            key = ahead.pop()
            if key not in done and key in above:
                path.setdefault(key, iter(above[key]))
            while path:
                last, others = next(reversed(path.items()))
                following = next(others, None)
                if following is None:
                    del path[last]
                    done.add(last)
                elif following in path:
                    yield _circle(kind, name, list(path), following)
                else:
                    ahead.append(following)
                    break


def _circle(kind: str, name: str, path: list[str], closing: str) -> Problem:
    circle = [*path[path.index(closing) :], closing]
    if len(circle) > 8:
        circle = [*circle[:3], "…", *circle[-3:]]
    message = f"{name} runs in a circle: {' -> '.join(circle)}."
    return Problem(kind, path[-1], "E17", message, "Cut one of the links.", (name,), closing)


def _links(value: Iterable[Any]) -> list[str]:
    return [
        item if isinstance(item, str) else getattr(item, "event", None) or item.actor
        for item in value
    ]
