"""What the page of an actor gathers."""

import pytest

from kb.timeline import Timeline
from web.profile import profile


@pytest.fixture(scope="module")
def timeline(live):
    return Timeline(live.state.kb)


@pytest.fixture(scope="module")
def nato(timeline):
    return profile(timeline, timeline.kb.actors["nato"])


def test_its_events_are_its_own_and_those_of_its_lane(nato, timeline):
    mine = {event.id for event in timeline.events if "nato" in event.actors}
    lane = {event.id for event in timeline.events if "nato" in timeline.lanes[event.id]}

    assert {event.id for event in nato.events} == mine | lane


def test_decades_count_every_event_once(nato):
    assert sum(decade.events for decade in nato.decades) == len(nato.events)
    assert [decade.begin for decade in nato.decades] == sorted(d.begin for d in nato.decades)
    assert all(d.cooperation + d.conflict <= d.events for d in nato.decades)
    assert all(-10 <= d.mean <= 10 for d in nato.decades)


def test_it_knows_its_members_and_the_sources_that_speak_for_it(nato):
    assert "isaf" in {member.id for member, _ in nato.members}
    assert {source.side for source in nato.speaking} == {"nato"}
