"""Which folder holds the data, where nobody said so or somebody did."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
DESCRIPTION = "dataset.yaml"
"""The file that makes a folder a knowledge base."""


def shipped() -> Path:
    """The data that ships: in the installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def find(named: Path | None) -> Path:
    """The folder that was named, else `data/` of the current one where that is one, else ours."""
    if named is not None:
        return named
    here = Path("data")
    return here if (here / DESCRIPTION).is_file() else shipped()
