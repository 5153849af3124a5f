"""How a problem reads, what order problems come in, and that nothing at all breaks the reader."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.diagnostics import CODES, Diagnostic, has_errors
from kb.graph import quads
from kb.reader import read

SAMPLE = Path(__file__).parent / "samples" / "data"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yaml"))


def test_an_error_reads_as_compilers_write_them():
    found = Diagnostic("data/events.yaml", 6, 7, "E08", 'unknown actor "x".', "Add it.")

    assert str(found) == 'data/events.yaml:6:7: error E08: unknown actor "x". Add it.'
    assert found.severity == "error"


def test_a_warning_may_have_no_advice():
    found = Diagnostic("a.yaml", 1, 1, "W02", "nothing reads this file.")

    assert str(found) == "a.yaml:1:1: warning W02: nothing reads this file."
    assert not has_errors([found])


def test_problems_come_in_the_order_of_files_lines_and_columns():
    ordered = [
        Diagnostic("a.yaml", 2, 1, "W01", "x"),
        Diagnostic("a.yaml", 10, 1, "E01", "x"),
        Diagnostic("a.yaml", 10, 3, "E01", "x"),
        Diagnostic("b.yaml", 1, 1, "E01", "x"),
    ]

    assert sorted([ordered[2], ordered[0], ordered[3], ordered[1]]) == ordered


def test_codes_are_letters_and_two_digits():
    assert all(code[0] in "EW" and code[1:].isdigit() and len(code) == 3 for code in CODES)


FRAGMENTS = st.sampled_from(
    [
        *(":#-[]{},&*!|>'\"%@`~?\t\n\r \u2028\ufeff\x00\x1b😀"),
        *("\r\n", "---\n", "...\n", "%YAML 1.2\n", "<<", ": ", "- ", "\n\n"),
        *("@ur", "null", "&a ", "*a ", "!!int "),
    ]
).map(str.encode) | st.binary(max_size=4)
MUTATION = st.tuples(
    st.sampled_from(FILES), st.floats(0, 1, exclude_max=True), st.integers(0, 12), FRAGMENTS
)


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    return tmp_path_factory.mktemp("broken") / "data"


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=st.lists(MUTATION, min_size=1, max_size=4))
def test_whatever_the_files_hold_is_answered(broken, mutations):
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(SAMPLE, broken)
    for name, where, deleted, inserted in mutations:
        data = (broken / name).read_bytes()
        start = int(where * len(data))
        (broken / name).write_bytes(data[:start] + inserted + data[start + deleted :])

    reading = read(broken)

    assert (reading.kb is None) == has_errors(reading.diagnostics)
    assert reading.kb is None or len(list(quads(reading.kb))) > 0
    assert len(set(reading.diagnostics)) == len(reading.diagnostics)
    assert list(reading.diagnostics) == sorted(reading.diagnostics)
    for found in reading.diagnostics:
        lines = Path(found.file).read_bytes().decode("utf-8", "replace")
        lines = lines.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= found.line <= len(lines) + 1
        assert 1 <= found.column <= len([*lines, ""][found.line - 1]) + 1
        assert found.code in CODES
        assert found.message.endswith((".", "?"))
        assert found.message.isprintable()
        assert found.advice.isprintable()
