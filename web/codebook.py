"""The page of the codebook: every kind of event, what belongs to it, and what it is scored."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, render_template
from markupsafe import Markup

from web.context import reading

if TYPE_CHECKING:
    from collections.abc import Collection

    from kb.model import Kind, Term

_IN_PARENTHESES = re.compile(r"\(([a-z, -]+)\)")
_SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")

codebook = Blueprint("codebook", __name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind with its score from -10 to +10, its quad class, and how many events are of it."""

    kind: Kind
    score: float
    quad: Term
    events: int


@codebook.get("/codebook")
def codebook_page() -> str:
    """The kinds under their families, in the order of the vocabulary."""
    vocabulary = reading().kb.vocabulary
    events = Counter(event.kind for event in reading().kb.events.values())
    entries = [
        Entry(
            kind,
            vocabulary.score(kind.id),
            vocabulary.quads[vocabulary.quad(kind.id)],
            events[kind.id],
        )
        for kind in vocabulary.kinds.values()
    ]
    families = [
        (family, [entry for entry in entries if entry.kind.family == family.id])
        for family in vocabulary.families.values()
    ]
    return render_template(
        "codebook.html",
        families=[(family, held) for family, held in families if held],
        linked=lambda text: linked(text, vocabulary.kinds),
    )


def linked(text: str, kinds: Collection[str]) -> Markup:
    """The text, in which each kind that is named in parentheses leads to its own entry."""

    def link(found: re.Match[str]) -> str:
        slug = found[0]
        return f'<a href="#{slug}">{slug}</a>' if slug in kinds else slug

    def links(found: re.Match[str]) -> str:
        return f"({_SLUG.sub(link, found[1])})"

    return Markup(_IN_PARENTHESES.sub(links, str(Markup.escape(text))))
