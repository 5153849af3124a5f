"""The measures that there are: what each is called, its rule, and how its target is written.

The ids are what `--missing`, `targets.yaml` and the anchors of the page use. Names and rules are
phrases of the interface, so that the command line and the page say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from babel import Locale, UnknownLocaleError

from kb.catalogues import FIRST, catalogue

Form = Literal["count", "share", "alpha"]


@dataclass(frozen=True, slots=True)
class Named:
    """Keys of the phrases that name a measure and tell its rule, and the form of its target."""

    name: str
    rule: str
    form: Form = "share"


MEASURES = {
    "events": Named("measure_events", "rule_events", "count"),
    "two-publishers": Named("measure_two_publishers", "rule_two_publishers"),
    "day": Named("measure_day", "rule_day"),
    "quotation": Named("measure_quotation", "rule_quotation"),
    "summary": Named("measure_summary", "rule_summary"),
    "accounts": Named("measure_accounts", "rule_accounts", "count"),
    "one-sided": Named("measure_one_sided", "rule_one_sided"),
    "causes": Named("measure_causes", "rule_causes", "count"),
    "sourced-causes": Named("measure_sourced_causes", "rule_sourced_causes"),
    "contested": Named("measure_contested", "rule_contested", "count"),
    "noted": Named("measure_noted", "rule_noted"),
    "title": Named("measure_titles_in", "rule_titles_in"),
    "actors": Named("measure_actors_in", "rule_names_in"),
    "places": Named("measure_places_in", "rule_names_in"),
    "kinds": Named("measure_kinds_in", "rule_names_in"),
    "archived": Named("measure_archived", "rule_archived"),
    "overused": Named("measure_overused", "rule_overused"),
    "orphans": Named("measure_orphans", "rule_orphans"),
    "partners": Named("measure_partners", "rule_partners"),
    "mended": Named("measure_mended", "rule_mended"),
    "alpha-kind": Named("measure_alpha_kind", "rule_alpha", "alpha"),
    "alpha-actors": Named("measure_alpha_actors", "rule_alpha_actors", "alpha"),
    "alpha-by": Named("measure_alpha_by", "rule_alpha_role", "alpha"),
    "alpha-to": Named("measure_alpha_to", "rule_alpha_role", "alpha"),
    "alpha-between": Named("measure_alpha_between", "rule_alpha_role", "alpha"),
    "alpha-within": Named("measure_alpha_within", "rule_alpha_within", "alpha"),
    "alpha-date": Named("measure_alpha_date", "rule_alpha", "alpha"),
}
"""By id; one of translations has `@` and a language behind it, as its field in YAML has."""

_OF_A_LANGUAGE = ("title", "actors", "places", "kinds")


def named(measure: str) -> Named | None:
    """What is known of the measure of this id; None where there is none."""
    bare, _, language = measure.partition("@")
    return MEASURES.get(bare) if (bare in _OF_A_LANGUAGE) == bool(language) else None


def name(measure: str, lang: str = FIRST) -> str:
    """What the measure is called in that language; raises KeyError where there is none."""
    bare, _, language = measure.partition("@")
    return catalogue(lang).phrase(MEASURES[bare].name, language=language_name(language, lang))


def rule(measure: str, lang: str = FIRST) -> str:
    """By which rule it is measured, in a sentence; raises KeyError where there is none."""
    return catalogue(lang).phrase(MEASURES[measure.partition("@")[0]].rule)


def language_name(language: str, lang: str = FIRST) -> str:
    """What a language is called in another; its tag where Unicode's tables have no name."""
    try:
        return Locale.parse(language, sep="-").get_display_name(lang.replace("-", "_")) or language
    except (UnknownLocaleError, ValueError):
        return language
