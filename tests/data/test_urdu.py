"""Urdu texts of the data write digits as the pages do in dates: Latin ones."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import kb

DATA = Path(__file__).parents[2] / "data"
ARABIC_INDIC = re.compile("[٠-٩۰-۹]")


def urdu(value):
    """Every text in Urdu within records, at any depth; a quotation is its speaker's and none."""
    if is_dataclass(value):
        for field in fields(value):
            yield from urdu(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key == "ur" and isinstance(inner, str) else urdu(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from urdu(inner)


def test_digits_are_latin():
    base = kb.load(DATA)
    texts = [
        text
        for records in (base.events, base.actors, base.places, base.sources, base.views)
        for text in urdu(records)
    ]

    assert len(texts) > 100
    assert [text for text in texts if ARABIC_INDIC.search(text)] == []
