"""From a folder of YAML files to a checked model, with every problem at its line and column."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb import model
from kb.diagnostics import Diagnostic, has_errors
from kb.reader.dataset import read_dataset
from kb.reader.pointing import locate
from kb.reader.reading import Collected
from kb.reader.source import files_of, shown_name, unread_files
from kb.reader.vocabulary import read_vocabulary
from kb.sourcing import problems_of_sources
from kb.validation import Records, problems_of, unused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: a knowledge base where nothing is wrong, and every problem in file order."""

    kb: model.KnowledgeBase | None
    diagnostics: tuple[Diagnostic, ...]


def read(folder: Path) -> Reading:
    """Read and check the knowledge base in this folder, which holds a `dataset.yaml`.

    Whatever the files hold is answered: problems are values, and each is told once.
    """
    with _without_collections():
        return _read(folder)


def _read(folder: Path) -> Reading:
    files = files_of(folder)
    described = read_dataset(folder, files["dataset"])
    vocabulary, found = read_vocabulary(files["vocab"], described.language)
    diagnostics = {*unread_files(folder), *described.problems, *found}
    shown = shown_name(folder)
    collected = Collected(described.language, shown, frozenset(vocabulary.measures))
    records = collected.records
    records.vocabulary_is_whole = not has_errors(found)
    for kind in collected.origins:
        for path in files[f"{kind}s"]:
            diagnostics.update(collected.read(path, kind))
    problems = problems_of(records, vocabulary, shown)
    diagnostics.update(locate(problems, collected.origins))
    dataset = described.dataset
    not_accepted = dataset.not_accepted if dataset else {}
    problems = problems_of_sources(records.of["source"].values(), not_accepted)
    diagnostics.update(locate(problems, collected.origins))
    if dataset is not None:
        diagnostics.update(_focus(dataset, records, shown, described.focus))
    if dataset is None or has_errors(diagnostics):
        return Reading(None, tuple(sorted(diagnostics)))
    diagnostics.update(locate(unused(records, dataset.focus), collected.origins))
    kb = _assemble(dataset, vocabulary, records)
    return Reading(kb, tuple(sorted(diagnostics)))


def _focus(
    dataset: model.Dataset, records: Records, folder: str, position: tuple[int, int]
) -> Iterator[Diagnostic]:
    known = records.known("actor", folder)
    if known.misses(dataset.focus):
        message, advice = known.unknown(dataset.focus)
        yield Diagnostic(f"{folder}/dataset.yaml", *position, "E08", message, advice)


def _assemble(
    dataset: model.Dataset, vocabulary: model.Vocabulary, records: Records
) -> model.KnowledgeBase:
    events: list[model.Event] = sorted(
        records.of["event"].values(), key=lambda event: (event.when.sort_key, event.id)
    )
    return model.KnowledgeBase(
        dataset=dataset,
        vocabulary=vocabulary,
        events={event.id: event for event in events},
        actors=records.of["actor"],
        places=records.of["place"],
        sources=records.of["source"],
        views=records.of["view"],
    )


@contextmanager
def _without_collections() -> Iterator[None]:
    """Pause the collector of circular garbage: none is made here, and it would look in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
