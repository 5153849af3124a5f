"""How far two coders agree, field by field: percent agreement and Krippendorff's alpha.

Source: Krippendorff, Content Analysis (2004), chapter 11; the library `krippendorff` computes it.

Kind and date are nominal: two values are the same or they are not, for a date its EDTF text. Actors
are sets, and two sets that share most of their members differ less than two that share none. So
their distance is MASI (Passonneau 2006, "Measuring Agreement on Set-valued Items"): one minus the
Jaccard index times 1 where the sets are equal, 2/3 where one holds the other, 1/3 where they
overlap and 0 where they do not. `actors` takes role and actor together, `by:nato` beside
`to:pakistan`, so that who acts on whom counts and not only who is there; `by`, `to` and `between`
say where a difference lies. Actors are parties here: a force or a body counts as the state or
organisation that it belongs to, which is how lanes, filters and scores take it. `within` compares
the forces, bodies and persons that are named besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.report.codings import ROLES, Coding
from kb.report.result import Agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from kb.report.result import Target

Sets = frozenset[str]


def agreements(codings: Iterable[Coding], targets: Mapping[str, Target]) -> tuple[Agreement, ...]:
    """For each field: the events that both coders coded, and how far they agree on them."""
    by_coder: dict[str, dict[str, Coding]] = {"first": {}, "second": {}}
    for coding in codings:
        by_coder[coding.coder][coding.event] = coding
    first, second = by_coder["first"], by_coder["second"]
    pairs = [(first[event], second[event]) for event in first if event in second]
    fields: dict[str, Callable[[Coding], Hashable]] = {
        "kind": lambda coding: coding.kind,
        "actors": _actors,
        **{role: _role(role) for role in ROLES},
        "within": lambda coding: coding.within,
        "date": lambda coding: coding.date,
    }
    return tuple(
        _agreement(name, [(a.event, read(a), read(b)) for a, b in pairs], targets)
        for name, read in fields.items()
    )


def masi(one: Sets, other: Sets) -> float:
    """The distance of two sets, from 0 for equal ones to 1 for those that share nothing."""
    if one == other:
        return 0.0
    shared = one & other
    if not shared:
        return 1.0
    holds = one <= other or other <= one
    return 1 - len(shared) / len(one | other) * (2 / 3 if holds else 1 / 3)


def alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Krippendorff's alpha of two coders; None where all values are the same, or there are none.

    Sets are MASI apart, other values are the same or not.
    """
    values = list(dict.fromkeys(value for pair in pairs for value in pair))
    if len(values) < 2:
        return None
    # They take a tenth of a second to import, and a report without codings needs neither.
    import krippendorff
    import numpy as np

    row = {value: number for number, value in enumerate(values)}
    distances = np.array([[_distance(one, other) for other in values] for one in values])

    def distance(v1: Any, v2: Any, i1: Any, i2: Any, n_v: Any, dtype: Any = None) -> Any:
        return distances[i1, i2]

    return float(
        krippendorff.alpha(
            reliability_data=[[row[one] for one, _ in pairs], [row[other] for _, other in pairs]],
            value_domain=list(range(len(values))),
            level_of_measurement=distance,
        )
    )


def _distance(one: Hashable, other: Hashable) -> float:
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return masi(one, other)
    return float(one != other)


def _actors(coding: Coding) -> Sets:
    return frozenset(f"{role}:{slug}" for role in ROLES for slug in getattr(coding, role))


def _role(name: str) -> Callable[[Coding], Sets]:
    def read(coding: Coding) -> Sets:
        actors: Sets = getattr(coding, name)
        return actors

    return read


def _agreement(
    field: str,
    rows: Sequence[tuple[str, Hashable, Hashable]],
    targets: Mapping[str, Target],
) -> Agreement:
    differing = tuple(event for event, one, other in rows if one != other)
    return Agreement(
        field=field,
        events=len(rows),
        same=len(rows) - len(differing),
        alpha=alpha([(one, other) for _, one, other in rows]),
        differing=differing,
        target=targets.get(f"alpha-{field}"),
    )
