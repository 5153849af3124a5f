"""How a module of this package is run in a fresh interpreter of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import kb


def command(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module; what lies in the current folder is not imported."""
    return [sys.executable, "-P", "-m", module, *arguments]


def environment() -> dict[str, str]:
    """Return an environment in which this very package is found, wherever it was found here."""
    variables = dict(os.environ)
    places = [str(Path(kb.__file__).parents[1]), variables.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(filter(None, places))
    return variables
