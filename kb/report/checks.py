"""What people add to the data to say how far it can be trusted: targets, rounds and codings.

All of it is optional: `targets.yaml`, `proofreading/*.yaml` and `reliability/codings.csv` in the
folder of the knowledge base.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.report.codings import Coding, read_codings
from kb.report.rounds import Round, joined, read_round
from kb.report.targets import Targets, read_targets

if TYPE_CHECKING:
    from pathlib import Path

    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase

CODINGS = "reliability/codings.csv"


@dataclass(frozen=True, slots=True)
class Checks:
    """What was read, and what is wrong with the files; what is wrong is left out of the rest.

    `codings` is None where no file of them is; `rounds` are in the order of their days.
    """

    targets: Targets = field(default_factory=Targets)
    rounds: tuple[Round, ...] = ()
    codings: tuple[Coding, ...] | None = None
    problems: tuple[Diagnostic, ...] = ()


def read_checks(folder: Path, kb: KnowledgeBase) -> Checks:
    """Read the checks in the folder of this knowledge base."""
    problems: list[Diagnostic] = []
    targets = read_targets(folder / "targets.yaml", kb, problems)
    read = (read_round(path, kb, problems) for path in sorted(folder.glob("proofreading/*.yaml")))
    rounds = joined(one for one in read if one is not None)
    codings = read_codings(folder / CODINGS, kb, problems)
    return Checks(targets, rounds, codings, tuple(sorted(problems)))
