"""The scripts and style sheets of a page: one file each, where that was made of those of today.

`make bundle` writes `static/built/`. In a checkout whose scripts have changed since, pages load
them as they are written, so that an edit shows at the next reload.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import url_for
from markupsafe import Markup

from web import assets

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = ("everywhere", "main", "query")
"""The modules with which a page begins, each with all that it imports."""

SHEETS = ("all",)
BUILT = "built"
SOURCES = "sources.txt"
"""The file beside what was built that holds the fingerprints of what it was built from."""

_IMPORT = re.compile(r'^@import "\./([\w.-]+)";$', re.MULTILINE)


def sources() -> str:
    """The fingerprints of the scripts and the style sheets."""
    return f"{assets.of('js')} {assets.of('css')}\n"


def is_current() -> bool:
    """Whether what was built was made of the scripts and style sheets of today."""
    written: Path = assets.STATIC / BUILT / SOURCES
    return written.is_file() and written.read_text(encoding="utf-8") == sources()


def script(name: str, when: str = "defer") -> Markup:
    """The tag that loads a script, to run once the page is parsed; at its end that is at once."""
    if is_current():
        address = _address(f"{BUILT}/{name}.js")
        return Markup('<script {} src="{}"></script>').format(when, address)
    return Markup('<script type="module" src="{}"></script>').format(_address(f"js/{name}.js"))


def sheet(name: str) -> Markup:
    """The tags that load a style sheet; not built, what it imports comes in tags of its own.

    A browser would load imports one after the other, and checkers of pages do not follow them.
    """
    if name in SHEETS and is_current():
        return _link(f"{BUILT}/{name}.css")
    text = (assets.STATIC / "css" / f"{name}.css").read_text(encoding="utf-8")
    imported = _IMPORT.findall(text)
    return Markup("\n").join(_link(f"css/{each}") for each in imported or [f"{name}.css"])


def _link(filename: str) -> Markup:
    return Markup('<link rel="stylesheet" href="{}">').format(_address(filename))


def _address(filename: str) -> str:
    return url_for(assets.ENDPOINT, filename=filename)
