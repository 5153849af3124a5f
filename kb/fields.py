"""The one table of what an analyst may write: each record's fields, their form and meaning.

The reader, the diagnostics and the reference are made from it, so that they cannot drift apart.
A field's name is also the name of its attribute in `kb.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Form(Enum):
    """The shape of a field's value."""

    TEXT = auto()
    TEXTS = auto()
    NAMES = auto()
    ALIASES = auto()
    ID = auto()
    IDS = auto()
    DATE = auto()
    COUNT = auto()
    FLAG = auto()
    POINT = auto()
    ADDRESS = auto()
    RANK = auto()
    CITATIONS = auto()
    FIGURES = auto()
    CAUSES = auto()
    CLAIMS = auto()
    MEMBERSHIPS = auto()
    CONTACT = auto()
    SEARCHES = auto()
    REASONS = auto()


TRANSLATED = {Form.TEXTS, Form.ALIASES}
"""Forms of fields that may be repeated with a language: `title`, `title@ur`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `advice` tells what to write where a required one is missing.

    Each text must match `pattern`, a regular expression, where there is one.
    """

    name: str
    form: Form
    meaning: str
    required: bool = False
    advice: str = ""
    pattern: str | None = None
    example: str = ""


LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
"""Language, script and region of BCP 47: `ur`, `ur-Arab`, `ur-Arab-PK`."""

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""An id."""


_WAS = Field(
    "was",
    Form.IDS,
    "ids it had before; they stay alive as redirects",
    pattern=SLUG,
    example="its-old-id",
)
_NOTE = Field("note", Form.TEXT, "a remark for readers and other analysts")
_WIKIDATA = Field(
    "wikidata",
    Form.TEXT,
    "its Wikidata id, such as Q843, once confirmed",
    pattern="Q[1-9][0-9]{0,15}",
    example="Q843",
)
_ALIASES = Field("aliases", Form.ALIASES, "other names it goes by")

EVENT = (
    Field("title", Form.TEXTS, "what happened, in one line", True, "Write one line of text."),
    Field("short_title", Form.TEXTS, "a few words for a label"),
    Field("summary", Form.TEXTS, "what happened, in our own words"),
    Field(
        "when",
        Form.DATE,
        "an EDTF date or interval",
        True,
        "Write an EDTF date, or leave the event out until one is known.",
    ),
    Field("kind", Form.ID, "its kind", True, "Choose one from vocab/kinds.yaml."),
    Field("by", Form.IDS, "the actors who act"),
    Field("to", Form.IDS, "the actors acted upon"),
    Field("between", Form.IDS, "the actors, where all act together"),
    Field("where", Form.ID, "the place"),
    Field("about", Form.IDS, "its contexts; replaces those of its kind"),
    Field("part_of", Form.IDS, "the larger events it belongs to"),
    Field("because_of", Form.CAUSES, "the events that caused it, with who says so"),
    Field("figures", Form.FIGURES, "values of measures, with who says which"),
    Field("obligations", Form.IDS, "an alliance's obligations (ATOP)"),
    Field("weight", Form.COUNT, "its importance from 1 to 5"),
    Field(
        "src",
        Form.CITATIONS,
        "the sources, each with a short quotation where there is one",
        True,
        "Every event needs at least one source id from {folder}/sources.yaml.",
    ),
    Field("claims", Form.CLAIMS, "what a source says that differs from what stands above"),
    _WAS,
    _NOTE,
)

CLAIM = (
    Field("when", Form.DATE, "another date"),
    Field("where", Form.ID, "another place"),
    Field("says", Form.TEXTS, "an account of cause, responsibility or motive, in our words"),
    Field("src", Form.CITATIONS, "who says so", True, "Name the source of the claim."),
    Field("rank", Form.RANK, "preferred, normal or deprecated"),
    _NOTE,
)

ATTRIBUTION = (
    Field("src", Form.CITATIONS, "who says so", True, "Name the source."),
    Field("rank", Form.RANK, "preferred, normal or deprecated"),
    _NOTE,
)

SEARCH = (
    Field("period", Form.DATE, "the time whose events were looked for", True, "Write 1947/2026."),
    Field(
        "collections",
        Form.NAMES,
        "where they were looked for",
        True,
        "Name the archives, sites or newspapers.",
    ),
    Field("on", Form.DATE, "when this was done", True, "Write an EDTF date."),
    _NOTE,
)

ACTOR = (
    Field("name", Form.TEXTS, "its name", True, "Write one line of text."),
    Field("type", Form.ID, "state, igo, alliance, force, person, group or body", True),
    Field("iso", Form.TEXT, "ISO 3166-1 alpha-3 code", pattern="[A-Z]{3}", example="PAK"),
    Field("cow", Form.TEXT, "Correlates of War code"),
    _WIKIDATA,
    _ALIASES,
    Field("part_of", Form.MEMBERSHIPS, "the actors it belongs to, each for a time or always"),
    Field("succeeds", Form.IDS, "the actors it took the place of"),
    Field("lane", Form.FLAG, "whether it has a lane of its own on the timeline"),
    Field(
        "searched",
        Form.SEARCHES,
        "what was searched for its events: period, collections and on",
    ),
    _WAS,
    _NOTE,
)

PLACE = (
    Field("name", Form.TEXTS, "its name", True, "Write one line of text."),
    Field("country", Form.ID, "the state it lies in"),
    Field("at", Form.POINT, "latitude and longitude in degrees (WGS 84)"),
    _WIKIDATA,
    _ALIASES,
    _WAS,
    _NOTE,
)

SOURCE = (
    Field("title", Form.TEXTS, "the document's title", True, "Write one line of text."),
    Field("publisher", Form.TEXT, "who published it, in one spelling", True, "Name it."),
    Field("author", Form.NAMES, "who wrote it"),
    Field("issued", Form.DATE, "when it was published"),
    Field("url", Form.ADDRESS, "where it can be read"),
    Field("type", Form.ID, "official, treaty, news, reference, scholarly, opinion, archive", True),
    Field("lang", Form.TEXT, "its language, such as en", pattern=LANGUAGE_TAG, example="ur"),
    Field("side", Form.ID, "the actor it speaks for, where it speaks for one"),
    Field("accessed", Form.DATE, "when it was last read"),
    Field("archived", Form.ADDRESS, "where a copy can be read"),
    Field("locator", Form.TEXT, "page, paragraph or document number"),
    _WAS,
    _NOTE,
)

VIEW = (
    Field("about", Form.IDS, "the actors it speaks of", True, "Name at least one actor."),
    Field("says", Form.TEXTS, "what is said, in our words", True, "Write it in our own words."),
    Field("when", Form.DATE, "when it was said", True, "Write an EDTF date."),
    Field("period", Form.DATE, "the time it speaks of"),
    Field("src", Form.CITATIONS, "who says so", True, "A view needs its source."),
    _WAS,
    _NOTE,
)

KIND = (
    Field("name", Form.TEXTS, "its name", True, "Write one line of text."),
    Field("plover", Form.TEXT, "PLOVER event and mode, such as CONSULT:visit", True),
    Field("cameo", Form.TEXT, "CAMEO code"),
    Field("family", Form.ID, "agreement, diplomacy, economy, military or sanction", True),
    Field("about", Form.IDS, "the contexts that its events have by default"),
    Field("state", Form.FLAG, "whether it holds over time"),
    Field("definition", Form.TEXTS, "what it is", True, "Write one sentence."),
    Field("includes", Form.TEXT, "what else belongs to it"),
    Field("excludes", Form.TEXT, "what does not, and which kind to use instead"),
    Field("borderline", Form.NAMES, "two cases at its edge"),
)

MEASURE = (
    Field("name", Form.TEXTS, "its name", True, "Write one line of text."),
    Field("unit", Form.TEXT, "what it counts", True, "Name the unit."),
    Field("exact", Form.ADDRESS, "the same property elsewhere"),
)

TERM = (
    Field("name", Form.TEXTS, "its name", True, "Write one line of text."),
    Field("definition", Form.TEXTS, "what it means"),
)

DATASET = (
    Field("title", Form.TEXTS, "its title", True, "Write one line of text."),
    Field("description", Form.TEXTS, "what it is about"),
    Field("focus", Form.ID, "the actor whose relations it holds", True, "Name an actor's id."),
    Field("base", Form.ADDRESS, "what its IRIs begin with, ending in /", True),
    Field(
        "languages",
        Form.NAMES,
        "its languages, the one that is always there first",
        True,
        "Write languages: [en].",
        pattern=LANGUAGE_TAG,
        example="ur",
    ),
    Field("licence", Form.ADDRESS, "the licence of the data", True),
    Field("publisher", Form.TEXT, "who answers for it", True),
    Field("contact", Form.CONTACT, "mail and issues: where errors can be reported"),
    Field(
        "not_accepted",
        Form.REASONS,
        "domains that no source may be on, each with the reason",
    ),
    Field("removed", Form.REASONS, "records that are no more, as event/its-id, with reasons"),
    Field("version", Form.TEXT, "the version of the data", True),
    Field("schema", Form.COUNT, "the version of this format: 1", True),
)

RECORDS = {
    "event": EVENT,
    "actor": ACTOR,
    "place": PLACE,
    "source": SOURCE,
    "view": VIEW,
    "kind": KIND,
    "measure": MEASURE,
    "term": TERM,
}
