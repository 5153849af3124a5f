"""What a knowledge base holds: frozen records without behaviour beyond simple look-ups.

Nothing here reads a file or knows of RDF. Every record keeps its `id`, the slug under which an
analyst wrote it. A text that may stand in several languages is a `Texts` mapping from BCP 47
language tag to text; the first language of the data set is the one that is always there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.dates.edtf import When
    from kb.figures import Quantity

Texts = dict[str, str]
Rank = Literal["preferred", "normal", "deprecated"]


@dataclass(frozen=True, slots=True)
class Citation:
    """That a source says so, and in which words."""

    source: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One value that sources give of a measure; `src` is empty where it is the editors' own."""

    measure: str
    quantity: Quantity
    src: tuple[Citation, ...]
    rank: Rank
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """That one event came about because of another; no `src` means the editors' reading."""

    event: str
    src: tuple[Citation, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says that differs from the event's own fields: exactly one of the three."""

    src: tuple[Citation, ...]
    rank: Rank = "normal"
    when: When | None = None
    where: str | None = None
    says: Texts = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or a state that held, with who took part and who says so."""

    id: str
    title: Texts
    when: When
    kind: str
    src: tuple[Citation, ...]
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    short_title: Texts = field(default_factory=dict)
    summary: Texts = field(default_factory=dict)
    weight: int | None = None
    where: str | None = None
    about: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    because_of: tuple[Cause, ...] = ()
    figures: tuple[Figure, ...] = ()
    obligations: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    was: tuple[str, ...] = ()
    note: str | None = None

    @property
    def agents(self) -> tuple[str, ...]:
        """Those who act: `by`, or all of `between`."""
        return self.by or self.between

    @property
    def actors(self) -> tuple[str, ...]:
        """All who take part, in the order written."""
        return self.agents + self.to

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of every source behind the event, its figures, causes and claims, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of the event: its own, and those of its figures, causes and claims."""
        parts: tuple[Figure | Cause | Claim, ...] = (
            *self.figures,
            *self.because_of,
            *self.claims,
        )
        return (*self.src, *(citation for part in parts for citation in part.src))


@dataclass(frozen=True, slots=True)
class Membership:
    """That an actor belongs to another, always (`when` is None) or for a time."""

    actor: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """That events of a period were looked for in some collections, so that absence means something.

    `on` is when that was done.
    """

    period: When
    collections: tuple[str, ...]
    on: When
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, force, group, body or person that takes part in events."""

    id: str
    name: Texts
    type: str
    iso: str | None = None
    cow: str | None = None
    wikidata: str | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    part_of: tuple[Membership, ...] = ()
    succeeds: tuple[str, ...] = ()
    searched: tuple[Search, ...] = ()
    lane: bool = False
    was: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; `at` is WGS 84 latitude and longitude in degrees."""

    id: str
    name: Texts
    country: str | None = None
    at: tuple[float, float] | None = None
    wikidata: str | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document that events cite; `title` is in the document's own language, `lang`."""

    id: str
    title: Texts
    publisher: str
    type: str
    author: tuple[str, ...] = ()
    issued: When | None = None
    url: str | None = None
    lang: str = "en"
    side: str | None = None
    accessed: When | None = None
    archived: str | None = None
    locator: str | None = None
    was: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """An attributed statement about actors or a relation that is no event."""

    id: str
    about: tuple[str, ...]
    says: Texts
    when: When
    src: tuple[Citation, ...]
    period: When | None = None
    was: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event with its codebook entry, and where it stands in PLOVER and CAMEO."""

    id: str
    name: Texts
    plover: str
    family: str
    definition: Texts
    cameo: str | None = None
    about: tuple[str, ...] = ()
    state: bool = False
    includes: str | None = None
    excludes: str | None = None
    borderline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts, in which unit; `exact` is the IRI of an equal property elsewhere."""

    id: str
    name: Texts
    unit: str
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A named concept of a short closed list: actor type, context, obligation, family, quad."""

    id: str
    name: Texts
    definition: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists that every record draws on, keyed by id."""

    kinds: Mapping[str, Kind]
    measures: Mapping[str, Measure]
    actor_types: Mapping[str, Term]
    source_types: Mapping[str, Term]
    contexts: Mapping[str, Term]
    obligations: Mapping[str, Term]
    families: Mapping[str, Term]
    quads: Mapping[str, Term]
    plover: Mapping[str, tuple[str, float]]
    """`EVENT` or `EVENT:mode` to (id of its quad class, score from -10 to +10)."""

    def score(self, kind: str) -> float:
        """The kind's conflict-cooperation score, from -10 to +10 (PLOVER)."""
        return self.plover[self.kinds[kind].plover][1]

    def quad(self, kind: str) -> str:
        """Id of the kind's PLOVER quad class, such as `material-conflict`."""
        return self.plover[self.kinds[kind].plover][0]


@dataclass(frozen=True, slots=True)
class Dataset:
    """What the knowledge base says of itself; `base`, which ends in a slash, begins its IRIs."""

    title: Texts
    focus: str
    base: str
    languages: tuple[str, ...]
    licence: str
    publisher: str
    version: str
    schema: int
    mail: str | None = None
    issues: str | None = None
    not_accepted: Mapping[str, str] = field(default_factory=dict)
    """Domain to the reason why no source may be on it, or on one below it."""
    removed: Mapping[str, str] = field(default_factory=dict)
    """`kind/id` of each record that was published once and is no more, to the reason why."""
    description: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """One checked state of the data; every mapping is keyed by id, events in date order."""

    dataset: Dataset
    vocabulary: Vocabulary
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    views: Mapping[str, View]
