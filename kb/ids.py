"""The ids behind a prefix, with their names: what may be written after `actor:` or `kind:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.iris import Iris
from kb.phrasing import did_you_mean, nearest, quoted
from kb.questions import fill, prefixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.model import KnowledgeBase, Texts
    from kb.questions import Question

RECORDS = {"ev": "events", "actor": "actors", "place": "places", "source": "sources"}
TERMS = {
    "kind": "kinds",
    "m": "measures",
    "quad": "quads",
    "ctx": "contexts",
    "family": "families",
    "obligation": "obligations",
    "actortype": "actor_types",
    "sourcetype": "source_types",
}


def ids(kb: KnowledgeBase, prefix: str) -> dict[str, Texts] | None:
    """Id to name or title of all that the prefix abbreviates; None where it names no records."""
    if prefix in RECORDS:
        held: Mapping[str, object] = getattr(kb, RECORDS[prefix])
    elif prefix in TERMS:
        held = getattr(kb.vocabulary, TERMS[prefix])
    else:
        return None
    return {slug: _name(item) for slug, item in held.items()}


def _name(item: object) -> Texts:
    texts: Texts = getattr(item, "title", None) or getattr(item, "name")  # noqa: B009
    return texts


def ask(kb: KnowledgeBase, question: Question, values: Mapping[str, str]) -> str:
    """The query of a named question with these values.

    Raises ValueError, with what to do, for a parameter that it has not, a value of the wrong type,
    or an id that no record has: that would be answered with no rows, as if nothing were to tell.
    """
    text = fill(question, values)
    iris = Iris(kb.dataset.base)
    for parameter in question.parameters:
        if parameter.type == "iri" and parameter.name in values:
            name = iris.abbreviate(iris.expand(prefixed(parameter, values[parameter.name])))
            prefix, _, slug = name.partition(":")
            known = ids(kb, prefix)
            if known is not None and slug not in known:
                raise ValueError(_unknown(parameter.name, prefix, slug, known))
    return text


def _unknown(parameter: str, prefix: str, slug: str, known: Mapping[str, Texts]) -> str:
    near = nearest(known, slug)
    what = {"ev": "event"}.get(prefix, prefix)
    proposal = did_you_mean([f"{prefix}:{near}"]) if near else ""
    return f"{parameter}: there is no {what} {quoted(slug)}. {proposal}".rstrip()
