"""The state of a page, as its address says it."""

import pytest
from werkzeug.datastructures import MultiDict

from web import state_url


def read(live, **names: str) -> state_url.PageState:
    return state_url.read(MultiDict(names), live.state.kb)


class TestPeriods:
    def test_both_ends_are_dates_in_edtf(self, live):
        state = read(live, **{"from": "2010-05", "to": "2012"})

        assert dict(state_url.write(state)) == {"from": "2010-05", "to": "2012"}
        assert state.notes == ()

    def test_one_written_the_wrong_way_round_is_exchanged_with_a_note(self, live):
        state = read(live, **{"from": "2012", "to": "2010-05"})

        assert dict(state_url.write(state)) == {"from": "2010-05", "to": "2012"}
        assert [(note.phrase, note.name) for note in state.notes] == [("note_order", "from")]

    @pytest.mark.parametrize("same", ["2011", "2011-11", "2011-11-26"])
    def test_one_date_may_stand_for_both_ends(self, live, same):
        assert read(live, **{"from": same, "to": same}).notes == ()


def test_what_cannot_be_used_is_left_out_with_a_note(live):
    state = read(live, **{"from": "zzz", "min": "abc", "partner": "nobody", "theme": "dark"})

    assert state_url.write(state) == [("theme", "dark")]
    assert {note.name for note in state.notes} == {"from", "min", "partner"}
