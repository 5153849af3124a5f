"""When a target is met."""

import pytest

from kb.report.result import Measure, Target


@pytest.mark.parametrize(
    ("value", "of", "fewer", "target", "met"),
    [
        (7, 10, False, 0.7, True),
        (6, 10, False, 0.7, False),
        (400, None, False, 400, True),
        (3, 60, True, 0.05, True),
        (4, 60, True, 0.05, False),
        (0, 0, False, 0.7, None),
    ],
)
def test_more_is_better_unless_fewer_is(value, of, fewer, target, met):
    assert Measure("day", value, of, fewer=fewer, target=Target(target, "")).met is met


def test_without_a_target_nothing_is_met_or_missed():
    assert Measure("day", 1, 2).met is None
