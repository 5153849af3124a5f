"""Agreement of two coders: worked examples, and what cannot be measured."""

import pytest

from kb.report.agreement import agreements, alpha, masi
from kb.report.codings import Coding
from kb.report.result import Target


def coding(event, coder, kind="visit", by="", to="", between="", within="", date="2011"):
    sets = (frozenset(actors.split()) for actors in (by, to, between, within))
    return Coding(event, coder, kind, *sets, date)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("nato", "nato", 0),
        ("", "", 0),
        ("nato", "isaf", 1),
        ("nato", "", 1),
        ("nato", "nato isaf", 1 - 1 / 2 * 2 / 3),
        ("nato isaf", "nato us", 1 - 1 / 3 * 1 / 3),
    ],
)
def test_sets_are_masi_apart(one, other, distance):
    assert masi(frozenset(one.split()), frozenset(other.split())) == pytest.approx(distance)


def test_alpha_of_krippendorffs_example_of_two_observers_and_nominal_values():
    """Computing Krippendorff's Alpha-Reliability (2011), section B: twelve articles, 0.692."""
    first = [*"aabbdcccedda"]
    second = [*"babbbcccedd" + "d"]

    assert alpha(list(zip(first, second, strict=True))) == pytest.approx(0.692, abs=0.001)


def test_alpha_is_1_where_all_is_the_same_and_undefined_where_nothing_varies():
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([]) is None


def test_near_misses_of_sets_cost_less_than_far_ones():
    a, b, both = frozenset("a"), frozenset("b"), frozenset("ab")

    near = alpha([(a, a), (b, b), (a, both)])
    far = alpha([(a, a), (b, b), (a, b)])

    assert near > far


def test_only_events_that_both_coded_count():
    found = agreements([coding("a", "first"), coding("a", "second"), coding("b", "first")], {})

    assert {one.field: one.events for one in found} == dict.fromkeys(
        ("kind", "actors", "by", "to", "between", "within", "date"), 1
    )


def test_an_actor_in_another_role_is_a_difference_of_actors_and_of_both_roles():
    found = agreements(
        [
            coding("a", "first", by="nato", to="pakistan"),
            coding("a", "second", between="nato pakistan"),
        ],
        {"alpha-kind": Target(0.8, "0.8")},
    )

    differing = {one.field: one.differing for one in found if one.differing}
    assert differing == dict.fromkeys(("actors", "by", "to", "between"), ("a",))
    assert [one.field for one in found if one.target] == ["kind"]


def test_a_person_left_out_is_no_difference_of_parties():
    found = agreements(
        [coding("a", "first", by="nato", within="allen"), coding("a", "second", by="nato")], {}
    )

    assert [one.field for one in found if one.differing] == ["within"]
