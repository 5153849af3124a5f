"""The language in which a page speaks: phrases, names, dates and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kb import figures
from kb.dates.words import in_words
from web.strings import LANGUAGES, RIGHT_TO_LEFT, phrase

if TYPE_CHECKING:
    from kb.dates.when import When
    from kb.figures import Quantity
    from kb.model import Texts

MINUS = "−"


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
        """The figure in words: `about 3,500`, `at least 7,600`, `24 to 28`."""
        return figures.in_words(quantity, self.code)

    def _of(self, texts: Texts) -> str:
        return self.code if self.code in texts else next(iter(texts))


def direction(code: str) -> str:
    """The direction in which that language is written: `rtl` or `ltr`."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def signed(score: float) -> str:
    """The score with its sign and without needless decimals: `+5`, `−9.5`, `0`."""
    sign = "+" if score > 0 else MINUS if score < 0 else ""
    return f"{sign}{abs(score):g}"


def chosen(wanted: str | None, accepted: str | None) -> str:
    """The language to speak: what the address says, else what the browser prefers."""
    return wanted or accepted or LANGUAGES[0]
