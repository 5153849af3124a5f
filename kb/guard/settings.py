"""Every limit that the guard holds a query to, in one record."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits; the defaults suit two cores and some hundred thousand quads."""

    timeout: float = 10.0
    """Seconds that one query may be evaluated; a query's own timeout can only lower it."""
    memory: int = 512 * MIB
    """Bytes of address space that a worker may take beyond what it starts with."""
    result: int = 32 * MIB
    """Bytes of the written answer."""
    text: int = 1_000_000
    """Characters of a query's text."""
    depth: int = 60
    """Brackets of any kind that may be open at once in a query's text."""
    operators: int = 300
    """Operators, and keywords that nest like them, in a query's text."""

    light: int = 4
    """Queries evaluated at once that have not yet run long."""
    long_after: float = 0.25
    """Processor seconds after which a query is long and needs one of the few places of such."""
    long_after_waiting: float = 0.05
    """The same while other queries wait for a first place."""
    long: int = 4
    """Queries evaluated at once that have run long."""
    long_per_client: int = 2
    """Of those, how many may be one client's."""
    light_waiting: int = 64
    """Queries that may wait for being evaluated; one more is refused as busy."""
    shed_after: float = 1.0
    """Seconds after which a long query may be ended for one that waits and has a share left."""
    long_waiting: int = 8
    """Queries that ran long while no place for such was free, and wait for one to start anew."""
    wait: float = 5.0
    """Seconds that a query may wait before it is refused as busy."""

    warm: int = 4
    """Idle workers that are kept ready."""
    grown: int = 48 * MIB
    """Bytes by which a worker may have grown before it is replaced."""
    served: int = 10_000
    """Queries after which a worker is replaced."""

    cache: int = 64 * MIB
    """Bytes of answers that are kept to be given again while the state is the same."""

    start: float = 120.0
    """Seconds that the guard may take to load a state before it is given up as hung."""
    portable: bool = False
    """Use only what every Unix has: a temporary file for memfd, a watching thread for PDEATHSIG."""
    fork: bool = True
    """Fork workers; without it (or where the system cannot) one worker is started afresh."""
