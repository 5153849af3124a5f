"""The quads that are served: loaded once, then changed by the difference to a new file.

The difference is worked out in a process of its own, which has the store by having been forked,
so that queries are answered meanwhile. It takes a second store there, which is freed with the
process; the guard itself only ever holds one.
"""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Store

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(fd: int) -> Store:
    """Return a store of the N-Quads file. Raises SyntaxError or OSError where it cannot be read."""
    store = Store()
    with _reading(fd) as file:
        store.bulk_extend(_quads(file))
    return store


def write_difference(store: Store, fd: int, added: int, removed: int) -> tuple[int, int]:
    """Write what the N-Quads file has more and less than the store into two files, as N-Quads.

    Returns how many quads were added and removed. Blank nodes are the same if their labels are.
    The file goes through a store of its own first: a store changes how some literals are written
    (`5.0` as a decimal comes out as `5`), and only what has been through one can be compared.
    """
    new = load(fd)
    more = [quad for quad in new if quad not in store]
    less = [quad for quad in store if quad not in new]
    for quads, target in ((more, added), (less, removed)):
        with open(target, "wb", closefd=False) as file:
            pyoxigraph.serialize(quads, file, RdfFormat.N_QUADS)
    return len(more), len(less)


def apply_difference(store: Store, added: int, removed: int) -> None:
    """Change the store in place by what `write_difference` has written."""
    with _reading(removed) as file:
        for quad in _quads(file):
            store.remove(quad)
    with _reading(added) as file:
        store.extend(_quads(file))


def _reading(fd: int) -> IO[bytes]:
    os.lseek(fd, 0, os.SEEK_SET)
    return open(fd, "rb", closefd=False)


def _quads(file: IO[bytes]) -> Iterator[Quad]:
    return pyoxigraph.parse(file, RdfFormat.N_QUADS)
