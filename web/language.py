"""The language in which a page speaks: phrases, names, dates and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kb.dates.words import in_words
from web.strings import LANGUAGES, RIGHT_TO_LEFT, phrase

if TYPE_CHECKING:
    from kb.dates.when import When
    from kb.figures import Number, Quantity
    from kb.model import Texts

MINUS = "−"
QUANTITY_WORDS = {
    "en": ("about {0}", "at least {0}", "up to {0}", "{0}–{1}"),
    "ur": ("تقریباً {0}", "کم از کم {0}", "زیادہ سے زیادہ {0}", "{0} تا {1}"),
}


class Language:
    """One language of the interface; templates know it as `speak`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.direction = direction(code)

    def phrase(self, key: str, **fields: object) -> str:
        """A phrase of the interface with its fields filled in."""
        return phrase(key, self.code, **fields)

    def plain(self, texts: Texts) -> str:
        """The text in this language, else in the first that it has; for attributes and titles."""
        return texts[self._of(texts)]

    def say(self, texts: Texts) -> Markup:
        """The text for a page, marked with its language where that is another one."""
        code = self._of(texts)
        return self.in_language(texts[code], code)

    def in_language(self, text: str, code: str) -> Markup:
        """A text in the language `code`, marked where the page's is another one."""
        if code == self.code:
            return Markup("{}").format(text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(code, direction(code), text)

    def date(self, when: When) -> str:
        """The date in words."""
        return in_words(when, self.code)

    def score(self, score: float) -> Markup:
        """A score with its sign, set left to right in every script: `+5`, `−9.5`."""
        return Markup('<bdi dir="ltr">{}</bdi>').format(signed(score))

    def quantity(self, quantity: Quantity) -> str:
        """The figure in words: `about 3,500`, `at least 7,600`, `24–28`."""
        about, least, most, span = QUANTITY_WORDS[self.code]
        low, high = quantity.minimum, quantity.maximum
        if low is not None and high is not None:
            return span.format(grouped(low), grouped(high))
        if low is not None:
            return least.format(grouped(low))
        if high is not None:
            return most.format(grouped(high))
        value = grouped(quantity.value) if quantity.value is not None else quantity.written
        return about.format(value) if quantity.approximate else value

    def _of(self, texts: Texts) -> str:
        return self.code if self.code in texts else next(iter(texts))


def direction(code: str) -> str:
    """The direction in which that language is written: `rtl` or `ltr`."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def signed(score: float) -> str:
    """The score with its sign and without needless decimals: `+5`, `−9.5`, `0`."""
    sign = "+" if score > 0 else MINUS if score < 0 else ""
    return f"{sign}{abs(score):g}"


def grouped(number: Number) -> str:
    """The number with its thousands set apart by commas."""
    return f"{number:,}"


def chosen(wanted: str | None, accepted: str | None) -> str:
    """The language to speak: what the address says, else what the browser prefers."""
    return wanted or accepted or LANGUAGES[0]
