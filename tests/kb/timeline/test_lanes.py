import pytest

from kb.model import Membership
from kb.timeline.lanes import Lanes


@pytest.mark.parametrize(
    ("actor_id", "date", "lane"),
    [
        ("nato", "2011", "nato"),
        ("united-states", "2011", "united-states"),
        ("isaf", "2011", "nato"),
        ("isaf-kabul", "2011", "nato"),
        ("isaf", "2016", None),
        ("ussr", "1960", "russia"),
        ("soviet-army", "1960", "russia"),
        ("ukraine", "2015", None),
        ("pakistan", "2011", None),
        ("pakistan-army", "2011", None),
    ],
)
def test_the_lane_of_an_actor(make, when, actor_id, date, lane):
    assert Lanes(make()).of_actor(actor_id, when(date)) == lane


def test_an_actor_without_lane_or_ties_has_none(make, actor, when):
    kb = make(actors=(actor("sweden"),))

    assert Lanes(kb).of_actor("sweden", when("2011")) is None


def test_an_event_stands_in_the_lane_of_each_actor_once(make, event):
    strike = event("strike", by=("nato", "isaf"), to=("pakistan", "united-states"))

    assert Lanes(make(strike)).of_event(strike) == ("nato", "united-states")


def test_the_focal_actor_has_no_lane_even_where_one_is_written(make):
    assert Lanes(make()).ids() == ("united-states", "nato", "russia", "belarus")


def test_succession_is_followed_over_several_steps(make, actor, when):
    kb = make(
        actors=(
            actor("british-india"),
            actor("dominion", succeeds=("british-india",)),
            actor("india", lane=True, succeeds=("dominion",)),
        )
    )

    assert Lanes(kb).of_actor("british-india", when("1946")) == "india"


def test_a_circle_of_memberships_ends(make, actor, when):
    kb = make(
        actors=(
            actor("one", part_of=(Membership("two"),), succeeds=("two",)),
            actor("two", part_of=(Membership("one"),), succeeds=("one",)),
        )
    )

    assert Lanes(kb).of_actor("one", when("2011")) is None
