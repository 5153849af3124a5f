"""Words as they are compared: without case, accents and the variants of one letter.

Latin: Türkiye = Turkiye. Arabic script: the Arabic and the Urdu forms of yeh, kaf and heh are one
letter each, vowel signs and tatweel are left out, and digits are those of ASCII (the variants that
Unicode Technical Report 53 and Urdu keyboards set apart). Zero-width signs are left out everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("يىێېے", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        **dict.fromkeys("ههھةەۃ", "ہ"),
        "ں": "ن",
        "ٱ": "ا",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
_LEFT_OUT = "'’‘ʼʻʿʾ`´′\u0640"
"""Apostrophes, the letters that transcribe ayn and hamza, and the Arabic tatweel."""

_MARKS = "".join(
    sign
    for sign in map(chr, range(0x300, 0xFFFF))
    if unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf")
)
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[^\W_](?:[^\W_]|[{re.escape(_MARKS + _LEFT_OUT)}\u00ad])*"
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)


class Word(NamedTuple):
    """A word of a text: where it stands, and the form in which it is compared."""

    begin: int
    end: int
    folded: str


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; `U.S.` is one word, and `Pakistan's` is compared without s."""
    for match in _WORD.finditer(text):
        folded = fold(_POSSESSIVE.sub("", match[0])).replace(".", "")
        if folded:
            yield Word(match.start(), match.end(), folded)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text for comparison; folding what is folded changes nothing."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in decomposed.translate(_LETTERS)
        if not _ignored(sign)
    )
    return "".join(kept)


def _ignored(sign: str) -> bool:
    return (
        sign in _LEFT_OUT or unicodedata.combining(sign) > 0 or unicodedata.category(sign) == "Cf"
    )
