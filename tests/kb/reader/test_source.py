"""Files that are none, bytes that are no text, and names that nothing reads."""

import errno
import os
from pathlib import Path

import pytest

from kb.reader.source import LARGEST, read_file, shown_name

EVENT = "a:\n  title: سلالہ\n"


def only(problems: list[str]) -> str:
    (problem,) = problems
    return problem


def test_a_missing_description_makes_it_no_knowledge_base(folder):
    folder.remove("dataset.yaml")

    assert only(folder.errors()) == (
        "data/dataset.yaml:1:1: error E01: there is no dataset.yaml, so this is no knowledge base."
        " Name the folder that holds one with --data, or write one."
    )


def test_a_folder_that_is_not_there_is_no_knowledge_base(folder):
    folder.path.rename(folder.path.parent / "elsewhere")

    assert "there is no dataset.yaml" in only(folder.errors())


def test_a_folder_in_the_place_of_a_file(folder):
    folder.remove("events.yaml", "views.yaml")
    (folder.path / "events.yaml").mkdir()

    assert only(folder.errors()) == (
        "data/events.yaml:1:1: error E01: this is a folder. Put a file here."
    )


def test_a_pipe_is_not_waited_for(folder):
    folder.remove("events.yaml")
    os.mkfifo(folder.path / "events.yaml")

    assert "data/events.yaml:1:1: error E01: this is not a regular file." in only(folder.errors())


def test_a_link_that_leads_nowhere(folder):
    folder.remove("events.yaml")
    (folder.path / "events.yaml").symlink_to("nowhere.yaml")

    assert only(folder.errors()) == (
        "data/events.yaml:1:1: error E01: cannot be read: No such file or directory."
        " Check that it exists, is no circle of links, and may be read by you."
    )


def test_links_in_a_circle(folder):
    folder.remove("events.yaml")
    (folder.path / "events.yaml").symlink_to("other.yaml")
    (folder.path / "other.yaml").symlink_to("events.yaml")

    problems = folder.errors()

    assert problems[0].startswith("data/events.yaml:1:1: error E01: cannot be read: Too many")
    assert problems[1].startswith("data/other.yaml:1:1: warning W02: nothing reads this file.")


def test_a_folder_that_links_to_itself_is_walked_once(folder):
    (folder.path / "again").symlink_to(".", target_is_directory=True)

    assert folder.errors() == []


def test_a_file_that_may_not_be_read(folder, monkeypatch):
    read_bytes = Path.read_bytes

    def locked(path):
        if path.name == "events.yaml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", locked)

    assert only(folder.errors()) == (
        "data/events.yaml:1:1: error E01: cannot be read: Permission denied."
        " Check that it exists, is no circle of links, and may be read by you."
    )


def test_a_folder_that_may_not_be_listed(folder, monkeypatch):
    (folder.path / "events").mkdir()
    scandir = os.scandir

    def locked(path):
        if Path(path).name == "events":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", locked)

    assert only(folder.errors()).startswith(
        "data/events:1:1: error E01: cannot be read: Permission denied."
    )


def test_a_file_larger_than_any_of_ours(folder):
    with (folder.path / "events.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)

    assert only(folder.errors()) == (
        "data/events.yaml:1:1: error E01: this file has 67 MB, more than 67 MB."
        " Split it, as events/*.yaml."
    )


@pytest.mark.parametrize(
    ("content", "answer"),
    {
        "binary": (
            b"\x7fELF\x02\x01\n\x01\x00\x00",
            "2:2: error E02: this is a binary file: it holds a NUL byte. Put YAML text here.",
        ),
        "UTF-16": (
            EVENT.encode("utf-16"),
            "1:1: error E02: this file is UTF-16. Save it as UTF-8 in your editor.",
        ),
        "Latin-1, the column in characters": (
            "a:\n  title: سلالہ ".encode() + "Café\n".encode("latin-1"),
            "2:19: error E02: byte 0xe9 is not UTF-8. Save it as UTF-8 in your editor.",
        ),
        "Latin-1 behind a byte order mark and CRLF": (
            b"\xef\xbb\xbfa:\r\n  b: c\r\n  title: \xe9\r\n",
            "3:10: error E02: byte 0xe9 is not UTF-8. Save it as UTF-8 in your editor.",
        ),
        "Latin-1 behind the line ends of an old Macintosh": (
            b"a:\r  title: \xe9\r",
            "2:10: error E02: byte 0xe9 is not UTF-8. Save it as UTF-8 in your editor.",
        ),
        "a text cut within a character": (
            EVENT.encode()[:-2],
            "2:14: error E02: byte 0xdb is not UTF-8. Save it as UTF-8 in your editor.",
        ),
    }.values(),
)
def test_bytes_that_are_no_text(events, content, answer):
    assert events(content) == [f"data/events.yaml:{answer}"]


@pytest.mark.parametrize(
    "char",
    ["\x01", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ufeff", "\uffff"],
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_an_invisible_character_is_named_and_nothing_else_goes_wrong(folder, char):
    sound = (folder.path / "events.yaml").read_text()
    folder.write("events.yaml", sound.replace("A pact", f"A{char}pact"))

    line = sound[: sound.index("A pact")].count("\n") + 1
    assert only(folder.errors()) == (
        f"data/events.yaml:{line}:11: error E02: an invisible character, U+{ord(char):04X},"
        " stands here. Delete it."
    )


def test_many_invisible_characters_are_not_all_told(events):
    problems = events("#" + "\x01" * 100_000 + "\n")

    assert len(problems) == 20
    assert problems[-1].endswith("stands here. Delete all that follow, too.")


def test_joiners_and_marks_of_direction_belong_to_urdu(folder):
    sound = (folder.path / "events.yaml").read_text()
    folder.write("events.yaml", sound.replace("سلالہ حملہ", "سلالہ\u200c\u200f حملہ"))

    assert folder.errors() == []


@pytest.mark.parametrize("kind", ["actors", "places", "sources"])
def test_an_outgrown_file_may_be_split(folder, kind):
    """`sources.yaml` and `sources/*.yaml` are read as one, as events are."""
    text = folder.path.joinpath(f"{kind}.yaml").read_text("utf-8")
    folder.write(f"{kind}/part.yaml", text)
    folder.path.joinpath(f"{kind}.yaml").unlink()

    assert folder.errors() == []


def test_line_ends_and_a_byte_order_mark_move_no_position(folder):
    text = "a:\n  title: A\n  when: 31.31.2011\n"
    seen = set()
    for written in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), f"\ufeff{text}"):
        folder.write("events.yaml", written)
        (problem,) = [found for found in folder.read().diagnostics if found.code == "E13"]
        seen.add((problem.file, problem.line, problem.column))

    assert seen == {("data/events.yaml", 3, 9)}


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("events.yml", 'Did you mean "events.yaml"?'),
        ("actor.yaml", 'Did you mean "actors.yaml"?'),
        ("events/sub/2001.yaml", "Move it to events/sub-2001.yaml."),
        ("events/2001.yml", "Move it to events/2001.yaml."),
        (
            "archive.yaml",
            "These are read: dataset.yaml, events.yaml, actors.yaml, places.yaml, sources.yaml,"
            " views.yaml, events/*.yaml, actors/*.yaml, places/*.yaml, sources/*.yaml,"
            " views/*.yaml, vocab/*.yaml, targets.yaml, proofreading/*.yaml.",
        ),
    ],
)
def test_a_file_that_nothing_reads(folder, name, advice):
    folder.write(name, "")

    assert (
        only(folder.errors()) == f"data/{name}:1:1: warning W02: nothing reads this file. {advice}"
    )


def test_files_of_editors_and_other_programs_are_no_concern(folder):
    for name in (".events.yaml.swp", ".git/config.yaml", "events.yaml~", "README.md", ".keep"):
        folder.write(name, "")

    assert folder.errors() == []


def test_names_are_shown_on_one_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert (
        shown_name(Path("data/a\nb\x1b.yaml"))
        == "data/a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}.yaml"
    )
    assert shown_name(Path(os.fsdecode(b"caf\xe9.yaml"))) == "caf\N{REPLACEMENT CHARACTER}.yaml"
    assert shown_name(Path("/elsewhere/events.yaml")) == "/elsewhere/events.yaml"


def test_the_text_has_line_feeds_alone(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa:\r\n  b: c\r")

    file, problems = read_file(path)

    assert file is not None
    assert (file.text, problems) == ("a:\n  b: c\n", [])
