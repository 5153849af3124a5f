"""The words in which the knowledge base is shown: one gettext catalogue a language.

`translations/<language>/LC_MESSAGES/messages.po` holds a phrase under each key. It may hold
`{name}` fields; one with plural forms has a field `count`, whose number chooses the form. The
files are read as they are, so that nothing has to be compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from decimal import Decimal

    from babel.messages import Catalog, Message

FOLDER = Path(__file__).parent / "translations"
FILE = "LC_MESSAGES/messages.po"
FIRST = "en"
"""The language that stands in where another lacks a phrase, or a reader's wish cannot be met."""

FOR_SCRIPT = "script"
"""The extracted comment (`#. script`) of the phrases in that language that the script says."""

_CATEGORIES = ("zero", "one", "two", "few", "many")
"""The plural categories of Unicode (UTS 35) in gettext's order; `other` comes last."""

Forms = dict[str, str]
"""A phrase for each plural category of the language; one without plural has `other` alone."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The phrases of one language by key, and the keys of those that the script says."""

    tag: str
    locale: Locale
    phrases: dict[str, Forms]
    for_script: frozenset[str]

    def phrase(self, key: str, count: int = 0, **fields: object) -> str:
        """The phrase with its fields filled in, numbers as the language writes them.

        Where the phrase has plural forms, `count` chooses one. Raises KeyError where no catalogue
        has the key.
        """
        forms = self.phrases[key]
        text = forms["other"]
        if len(forms) > 1:
            text = forms.get(self.locale.plural_form(count), text)
        fields["count"] = count
        return text.format_map({name: self._shown(value) for name, value in fields.items()})

    def number(self, number: float | Decimal) -> str:
        """The number with all its decimals as written, in the groups of the language."""
        whole, _, _ = self.locale.decimal_formats[None].pattern.partition(".")
        is_whole = isinstance(number, float) and number.is_integer()
        _, point, decimals = str(int(number) if is_whole else number).partition(".")
        return format_decimal(number, f"{whole}{point}{'0' * len(decimals)}", locale=self.locale)

    def _shown(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value


def spoken() -> tuple[str, ...]:
    """The BCP 47 tags of the languages that have a catalogue, the stand-in first."""
    tags = [file.parts[-3].replace("_", "-") for file in FOLDER.glob(f"*/{FILE}")]
    return tuple(sorted(tags, key=lambda tag: (tag != FIRST, tag)))


LANGUAGES = spoken()
"""The languages that have a catalogue."""


@cache
def catalogue(tag: str) -> Catalogue:
    """The catalogue of that language; what it does not say yet is said in the first one."""
    held = read(tag)
    locale = held.locale or Locale.parse(tag, sep="-")
    own = {key_of(message): _forms(message, locale) for message in held if message.id}
    own = {key: forms for key, forms in own.items() if all(forms.values())}
    if tag == FIRST:
        marked = (key_of(message) for message in held if FOR_SCRIPT in message.auto_comments)
        return Catalogue(tag, locale, own, frozenset(marked))
    first = catalogue(FIRST)
    return Catalogue(tag, locale, first.phrases | own, first.for_script)


def nearest(tag: str) -> Catalogue:
    """The catalogue of that language, else of it without its region, else the first one."""
    primary = tag.partition("-")[0].lower()
    return catalogue(next((known for known in (tag, primary) if known in LANGUAGES), FIRST))


def read(tag: str) -> Catalog:
    """What stands in the file of that language."""
    name = tag.replace("-", "_")
    with (FOLDER / name / FILE).open("rb") as file:
        return read_po(file, locale=name)


def key_of(message: Message) -> str:
    """The key of a phrase."""
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message, locale: Locale) -> Forms:
    if message.string is None or isinstance(message.string, str):
        return {"other": message.string or ""}
    spoken_of = locale.plural_form.tags
    categories = [category for category in _CATEGORIES if category in spoken_of]
    return dict(zip([*categories, "other"], message.string, strict=True))
