"""A published state: the open file that it is loaded from, now and whenever the guard restarts."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Published:
    """N-Quads behind a descriptor, under a version, and the prefixes for the queries of them."""

    fd: int
    version: str
    prefixes: dict[str, str]
    token: str = field(default_factory=lambda: uuid4().hex)
    """Tells this publication from every other, also of the same version."""

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.fd)


def open_state(path: Path, version: str, prefixes: Mapping[str, str]) -> Published:
    """Open the file, so that it may be replaced or deleted. Raises OSError where it cannot be.

    Windows deletes no open file, so there it is copied to one that vanishes when it is closed.
    """
    if os.name != "nt":
        return Published(os.open(path, os.O_RDONLY), version, dict(prefixes))
    with path.open("rb") as source, tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        return Published(os.dup(copy.fileno()), version, dict(prefixes))
