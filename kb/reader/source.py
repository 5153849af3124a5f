"""From a folder to the text of its files: which files are read, and what keeps one from it."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kb.diagnostics import Diagnostic
from kb.phrasing import did_you_mean, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 64 * 1024 * 1024
"""Bytes. No file of a curated data set comes near it; a disk image taken for YAML does."""

SPLIT = ("events", "actors", "places", "sources", "views")
"""What may stand in one file or, when that is outgrown, in a folder of its name too."""

OF_CHECKS = ("targets.yaml", "proofreading/*.yaml")
"""What people say of the data beside it, which `kb.report` reads."""

_NAMES = ("dataset.yaml", *(f"{name}.yaml" for name in SPLIT))
_READ = (*_NAMES, *(f"{name}/*.yaml" for name in SPLIT), "vocab/*.yaml", *OF_CHECKS)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MOST_CONTROL_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the knowledge base: its name in messages, and its text with line feeds alone."""

    shown: str
    text: str


def shown_name(path: Path) -> str:
    """The path as a message names it: from the current folder where it lies below it."""
    absolute = path.absolute()
    here = Path.cwd()
    shown = absolute.relative_to(here) if absolute.is_relative_to(here) else absolute
    text = os.fsencode(shown.as_posix()).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def files_of(folder: Path) -> dict[str, list[Path]]:
    """The files that are read, by what they hold: `events`, `vocab`, `dataset`, `actors` ..."""
    found = {"dataset": [folder / "dataset.yaml"], "vocab": sorted(folder.glob("vocab/*.yaml"))}
    for name in SPLIT:
        found[name] = [folder / f"{name}.yaml", *sorted(folder.glob(f"{name}/*.yaml"))]
    return {
        holds: [path for path in paths if os.path.lexists(path)] for holds, paths in found.items()
    }


def unread_files(folder: Path) -> Iterator[Diagnostic]:
    """What in the folder is not read: YAML files of other names, and folders that cannot be."""
    read = {path for paths in files_of(folder).values() for path in paths}
    read.update(path for pattern in OF_CHECKS for path in folder.glob(pattern))
    locked: list[OSError] = []
    for directory, folders, names in os.walk(folder, onerror=locked.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(directory, name)
            if path.suffix not in {".yaml", ".yml"} or path in read or name.startswith("."):
                continue
            advice = _better_name(path.relative_to(folder))
            yield Diagnostic(shown_name(path), 1, 1, "W02", "nothing reads this file.", advice)
    for error in locked:
        if not isinstance(error, FileNotFoundError):
            yield _unreadable(shown_name(Path(error.filename)), error)


def _better_name(path: Path) -> str:
    parts = path.with_suffix(".yaml").parts
    if parts[0] in SPLIT:
        return f"Move it to {parts[0]}/{'-'.join(parts[1:])}."
    meant = nearest([Path(name).stem for name in _NAMES], path.stem)
    if meant is not None:
        return did_you_mean([quoted(f"{meant}.yaml")])
    return f"These are read: {', '.join(_READ)}."


def read_file(path: Path) -> tuple[SourceFile | None, list[Diagnostic]]:
    """The file's text, or None where there is none to read, and what is wrong with its bytes."""
    shown = shown_name(path)
    try:
        mode = path.stat()
        if not stat.S_ISREG(mode.st_mode):
            what = "a folder" if stat.S_ISDIR(mode.st_mode) else "not a regular file"
            return None, [Diagnostic(shown, 1, 1, "E01", f"this is {what}.", "Put a file here.")]
        if mode.st_size > LARGEST:
            size = f"this file has {mode.st_size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f} MB."
            return None, [Diagnostic(shown, 1, 1, "E01", size, "Split it, as events/*.yaml.")]
        data = path.read_bytes()
    except OSError as error:
        return None, [_unreadable(shown, error)]
    return _decode(shown, data)


def _unreadable(shown: str, error: OSError) -> Diagnostic:
    problem = f"cannot be read: {error.strerror or error}."
    advice = "Check that it exists, is no circle of links, and may be read by you."
    return Diagnostic(shown, 1, 1, "E01", problem, advice)


def _decode(shown: str, data: bytes) -> tuple[SourceFile | None, list[Diagnostic]]:
    save_as = "Save it as UTF-8 in your editor."
    if data.startswith(_UTF16):
        return None, [Diagnostic(shown, 1, 1, "E02", "this file is UTF-16.", save_as)]
    try:
        text = _with_line_feeds(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        position = _position(_with_line_feeds(error.object[: error.start].decode()))
        problem = f"byte 0x{error.object[error.start]:02x} is not UTF-8."
        return None, [Diagnostic(shown, *position, "E02", problem, save_as)]
    if "\0" in text:
        position = _position(text[: text.index("\0")])
        problem = "this is a binary file: it holds a NUL byte."
        return None, [Diagnostic(shown, *position, "E02", problem, "Put YAML text here.")]
    return SourceFile(shown, _CONTROL.sub(" ", text)), list(_control_characters(shown, text))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _position(before: str) -> tuple[int, int]:
    """Line and column of what follows this text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _control_characters(shown: str, text: str) -> Iterator[Diagnostic]:
    for number, match in enumerate(_CONTROL.finditer(text), 1):
        problem = f"an invisible character, U+{ord(match.group()):04X}, stands here."
        line, column = _position(text[: match.start()])
        if number == _MOST_CONTROL_CHARACTERS:
            yield Diagnostic(shown, line, column, "E02", problem, "Delete all that follow, too.")
            return
        yield Diagnostic(shown, line, column, "E02", problem, "Delete it.")
