"""How each language names months and puts dates into words: one entry a language."""

from __future__ import annotations

from dataclasses import dataclass


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


ENGLISH = Language(
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    day_in_same_month="{day}",
    day_in_same_year="{day} {month}",
    month_in_same_year="{month}",
    about="about {}",
    perhaps="perhaps {}",
    decade="the {}s",
    once_between="some time from {} to {}",
    or_earlier="{} or earlier",
    or_later="{} or later",
    from_to="{} to {}",
    ongoing="since {} (ongoing)",
    end_unknown="from {}, end unknown",
    until="until {}",
    begin_unknown="until {}, begin unknown",
)

URDU = Language(
    months=(
        "جنوری",
        "فروری",
        "مارچ",
        "اپریل",
        "مئی",
        "جون",
        "جولائی",
        "اگست",
        "ستمبر",
        "اکتوبر",
        "نومبر",
        "دسمبر",
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    day_in_same_month="{day}",
    day_in_same_year="{day} {month}",
    month_in_same_year="{month}",
    about="تقریباً {}",
    perhaps="شاید {}",
    decade="{} کی دہائی",
    once_between="{} سے {} کے درمیان کسی وقت",
    or_earlier="{} یا اس سے پہلے",
    or_later="{} یا اس کے بعد",
    from_to="{} سے {} تک",
    ongoing="{} سے جاری",
    end_unknown="{} سے، اختتام نامعلوم",
    until="{} تک",
    begin_unknown="{} تک، آغاز نامعلوم",
)

LANGUAGES = {"en": ENGLISH, "ur": URDU}
