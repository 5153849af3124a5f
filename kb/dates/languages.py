"""How each language names months and puts dates into words, as its catalogue has it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from kb import catalogues
from kb.catalogues import FIRST, catalogue


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language.

    `day`, `month` and `year` are formats of `{day}`, `{month}` and `{year}`; the formats that
    follow are for the first of two dates that share the month or year. In the others `{}` is a
    date or two.
    """

    months: tuple[str, ...]
    day: str
    month: str
    year: str
    day_in_same_month: str
    day_in_same_year: str
    month_in_same_year: str
    about: str
    perhaps: str
    decade: str
    once_between: str
    or_earlier: str
    or_later: str
    from_to: str
    ongoing: str
    end_unknown: str
    until: str
    begin_unknown: str


def _language(tag: str) -> Language:
    held = catalogue(tag)
    months = held.locale.months["format"]["wide"]
    names = [field.name for field in fields(Language) if field.name != "months"]
    return Language(
        months=tuple(months[number] for number in range(1, 13)),
        **{name: held.phrases[f"date_{name}"]["other"] for name in names},
    )


LANGUAGES = {tag: _language(tag) for tag in catalogues.LANGUAGES}
ENGLISH = LANGUAGES[FIRST]
