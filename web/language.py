"""The language in which a page speaks: phrases, names, dates and numbers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from kb import figures
from kb.catalogues import FIRST, LANGUAGES, catalogue
from kb.dates.words import in_words

if TYPE_CHECKING:
    from kb.catalogues import Forms
    from kb.dates.when import When
    from kb.figures import Quantity
    from kb.model import Texts

MINUS = "−"


class Language:
    """One language of the interface; templates know it as `speak`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.direction = direction(code)
        self._catalogue = catalogue(code)

    @property
    def name(self) -> str:
        """What its own speakers call the language."""
        return self._catalogue.locale.get_language_name() or self.code

    @property
    def locale(self) -> str:
        """The BCP 47 tag by which the script writes dates and numbers: `en-GB`, digits Latin."""
        return f"{str(self._catalogue.locale).replace('_', '-')}-u-nu-latn"

    def others(self) -> list[Language]:
        """The other languages of the interface."""
        return [Language(code) for code in LANGUAGES if code != self.code]

    def phrase(self, key: str, count: int = 0, **fields: object) -> str:
        """A phrase of the interface with its fields filled in; `count` chooses its plural form."""
        return self._catalogue.phrase(key, count, **fields)

    def script_phrases(self) -> dict[str, str | Forms]:
        """All that the script says by key; what has several plural forms, by their category."""
        held = {key: self._catalogue.phrases[key] for key in sorted(self._catalogue.for_script)}
        return {key: forms if len(forms) > 1 else forms["other"] for key, forms in held.items()}

    def plain(self, texts: Texts) -> str:
        """The text in this language, else in the first that it has; for attributes and titles."""
        return texts[self.of(texts)]

    def say(self, texts: Texts) -> Markup:
        """The text for a page, marked with its language where that is another one."""
        code = self.of(texts)
        return self.in_language(texts[code], code)

    def in_language(self, text: str, code: str) -> Markup:
        """A text in the language `code`, marked where the page's is another one."""
        if code == self.code:
            return Markup("{}").format(text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(code, direction(code), text)

    def date(self, when: When) -> str:
        """The date in words."""
        return in_words(when, self.code)

    def number(self, number: float) -> str:
        """A number as the language writes it: `3,500`."""
        return self._catalogue.number(number)

    def score(self, score: float) -> Markup:
        """A score with its sign, set left to right in every script: `+5`, `−9.5`."""
        return Markup('<bdi dir="ltr">{}{}</bdi>').format(sign(score), self.number(abs(score)))

    def quantity(self, quantity: Quantity) -> str:
        """The figure in words: `about 3,500`, `at least 7,600`, `24 to 28`."""
        return figures.in_words(quantity, self.code)

    def of(self, texts: Texts) -> str:
        """The language of what is shown of a text: this one, else the first that it has."""
        return self.code if self.code in texts else next(iter(texts))


@cache
def direction(code: str) -> str:
    """The direction in which the language of that BCP 47 tag is written: `rtl` or `ltr`."""
    try:
        return Locale.parse(code, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def sign(score: float) -> str:
    """The sign of a score, with a true minus; none for 0."""
    return "+" if score > 0 else MINUS if score < 0 else ""


def chosen(wanted: str | None, accepted: str | None) -> str:
    """The language to speak: what the address says, else what the browser prefers."""
    return wanted or accepted or FIRST
