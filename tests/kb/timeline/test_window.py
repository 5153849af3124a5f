import json

import pytest

from kb.dates.edtf import parse
from kb.model import Cause
from kb.timeline import Filter, Timeline
from kb.timeline.window import MARKS, overview, window

CROWD = MARKS + 60


@pytest.fixture
def timeline(make, event):
    """NATO's lane is too full for marks; two visits of Russia's can be drawn."""
    crowd = [
        event(f"n{number}", f"{1990 + number % 20}-0{1 + number % 9}-11", weight=1 + number % 4)
        for number in range(CROWD)
    ]
    strike = event("strike", "1995-02-01", kind="airstrike", weight=5)
    russian = [
        event(f"r{year}", f"{year}-03-01", between=("pakistan", "russia"), **more)
        for year, more in ((1992, {}), (2003, {"because_of": (Cause("r1992", ()),)}))
    ]
    return Timeline(make(*crowd, strike, *russian))


def asked(first=None, last=None, **more):
    return Filter(
        first=None if first is None else parse(first),
        last=None if last is None else parse(last),
        **more,
    )


def lane(timeline, name):
    return timeline.rows.lane_ids.index(name)


def ids(found):
    return set(found["events"]["id"])


def test_a_full_lane_is_bins_with_landmarks_and_an_emptier_one_is_its_events(timeline):
    found = window(timeline, asked(), None, "en")
    nato, russia = lane(timeline, "nato"), lane(timeline, "russia")

    assert nato not in found["complete"]
    assert sum(found["bins"]["lanes"][nato]["up"]) == CROWD
    assert "strike" in ids(found)
    assert len(ids(found)) < 40
    assert russia in found["complete"]
    assert found["bins"]["lanes"][russia] is None
    assert {"r1992", "r2003"} <= ids(found)


def test_landmarks_are_spread_over_the_window_and_the_signs(timeline):
    found = window(timeline, asked(), None, "en")
    events = found["events"]
    years = {begin // 365 + 1970 for begin in events["begin"]}

    assert max(years) - min(years) > 15
    assert min(events["score"]) < 0 < max(events["score"])


def test_a_short_window_holds_all_its_events(timeline):
    found = window(timeline, asked("1995", "1995-03"), None, "en")

    assert found["complete"] == list(range(len(timeline.rows.lane_ids)))
    assert found["all"]["up"] + found["all"]["down"] == len(
        timeline.matching(asked("1995", "1995-03"))
    )
    begin, end = found["held"]
    inside = [at for at in timeline.rows.at if begin <= at < end]
    assert len(ids(found)) == len(inside)


def test_counts_are_those_of_the_list(timeline):
    chosen = asked("1993", "1996", partner=("nato",))

    found = window(timeline, chosen, None, "en")

    assert sum(found["all"][part] for part in ("up", "down", "even")) == len(
        timeline.matching(chosen)
    )


def test_the_selected_event_comes_with_its_chain_though_it_does_not_pass(timeline):
    found = window(timeline, asked("1995", "1996", partner=("nato",)), "r2003", "en")
    beside = {found["events"]["id"][place] for place in found["beside"]}

    assert beside == {"r1992", "r2003"}
    assert [found["events"]["id"][effect] for _, effect, _ in found["causes"]] == ["r2003"]


def test_the_window_is_kept_within_the_timeline(timeline):
    found = window(timeline, asked("1800", "2200"), None, "en")

    assert tuple(found["span"]) == timeline.rows.domain


def test_the_overview_counts_what_the_filter_lets_through(timeline):
    found = overview(timeline, asked("1995", "1996", family=("military",)), None, "en")

    assert sum(found["months"]["all"]["down"]) == 1
    assert found["total"] == len(timeline.events)
    assert json.loads(json.dumps(found))["window"]["all"]["down"] == 1
