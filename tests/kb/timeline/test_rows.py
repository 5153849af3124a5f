import pytest

from kb.timeline import Timeline


@pytest.fixture
def rows(make, event):
    return Timeline(
        make(
            event("early", "1970-01-11"),
            event("inside", "1970-03", by=("pakistan-army",), to=("pakistan",)),
            event("late", "1971-12-31", between=("pakistan", "russia")),
        )
    ).rows


def test_one_row_an_event_in_date_order(rows):
    assert rows.number == {"early": 0, "inside": 1, "late": 2}
    assert list(rows.begin) == [10, 59, 729]
    assert list(rows.end) == [10, 89, 729]
    assert list(rows.month) == [0, 2, 23]


def test_events_without_a_partner_stand_in_a_last_lane_without_a_name(rows):
    lanes = [rows.lane_ids[lane] for lane in rows.lanes[1]]

    assert rows.lane_ids[-1] == ""
    assert lanes == [""]


def test_there_is_no_such_lane_where_nothing_stands_in_it(make, event):
    assert "" not in Timeline(make(event("visit"))).rows.lane_ids


def test_within_is_what_may_have_been_going_on(rows):
    """The day `b` is not part of the window, the last day of an event is part of it."""
    everything = range(3)

    assert rows.within(everything, 0, 10) == []
    assert rows.within(everything, 10, 60) == [0, 1]
    assert rows.within(everything, 89, 729) == [1]
