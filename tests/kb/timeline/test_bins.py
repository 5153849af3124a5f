import pytest

from kb.timeline import Timeline
from kb.timeline.bins import by_month, by_width, tallies, total


@pytest.fixture
def rows(make, event):
    """A strike at NATO in January, a visit of both partners in March, another in May."""
    return Timeline(
        make(
            event("strike", "1970-01-11", by=("nato",), to=("pakistan",), kind="airstrike"),
            event("visit", "1970-03-01", between=("pakistan", "nato", "russia")),
            event("later", "1970-05-01", between=("pakistan", "nato")),
        )
    ).rows


def of(rows, lane, found):
    return found[rows.lane_ids.index(lane)]


def test_an_event_counts_once_in_each_of_its_lanes_and_once_in_all(rows):
    found = tallies(rows, range(3))
    nato, russia = of(rows, "nato", found), of(rows, "russia", found)

    assert (nato.up, nato.down, nato.count) == (2, 1, 3)
    assert (russia.up, russia.down, russia.count) == (1, 0, 1)
    assert total(rows, range(3)).count == 3


def test_the_sum_is_that_of_the_scores(rows):
    assert total(rows, [0]).total == rows.score[0] < 0


def test_months_are_told_by_the_gaps_between_those_that_hold_something(rows):
    found = by_month(rows, range(3))

    assert found["all"]["gap"] == [0, 2, 2]
    assert found["all"]["down"] == [1, 0, 0]
    assert of(rows, "russia", found["lanes"])["gap"] == [2]
    assert len(found["edges"]) == 13


def test_bins_of_equal_width_are_of_the_lanes_asked_for(rows):
    nato = rows.lane_ids.index("nato")

    found = by_width(rows, range(3), [nato], a=0, size=10, count=7)

    assert found["edges"] == {"a": 0, "size": 10, "count": 7}
    assert found["lanes"][nato]["gap"] == [1, 4]
    assert [lane for lane in found["lanes"] if lane is not None] == [found["lanes"][nato]]
