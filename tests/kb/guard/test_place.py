import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.guard.place import at, excerpt, offset_of, place


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 3, 1), (6, 4, 1), (8, 4, 3)]
)
def test_lines_end_in_each_of_three_ways(offset, line, column):
    assert place("ab\nc\r\nde", offset)[:2] == place("ab\rc\rde", offset)[:2] or offset > 4
    assert place("ab\nc\r\rde", offset)[:2] == (line, column)


def test_the_caret_stands_under_the_place():
    refusal = at("ASK {\n\tüber }", 12, "malformed", "Wrong.")

    assert (refusal.line, refusal.column) == (2, 7)
    assert refusal.excerpt == " über }\n      ^"


def test_a_long_line_is_cut_down():
    shown, caret = excerpt("a" * 500 + "b" + "c" * 500, 0, 500).split("\n")

    assert shown[len(caret) - 1] == "b"
    assert len(shown) <= 100


def test_what_prints_nothing_is_shown_as_a_dot():
    assert excerpt("a\x00\u202eb", 0, 3) == "a··b\n   ^"


@given(st.text(alphabet="ab\r\n"), st.data())
def test_a_place_is_found_again(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column, _ = place(text, offset)

    if not text[:offset].endswith("\r"):
        assert offset_of(text, line, column) == offset


def test_a_place_outside_of_the_text_is_its_end():
    assert offset_of("ab\nc", 9, 9) == 4
