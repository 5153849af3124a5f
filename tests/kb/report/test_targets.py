"""What the editors ask of the data, and what is said of a target that cannot be read."""

import pytest

FILE = "targets.yaml"


def test_shares_counts_and_alphas_are_read_as_they_are_meant(checks):
    found = checks(
        FILE,
        """
        measures: {events: 400, two-publishers: 70%, title@ur: 99.5%, alpha-kind: 0.8}
        partners: {nato: 40}
        """,
    )

    assert found.problems == ()
    assert {key: one.value for key, one in found.targets.measures.items()} == {
        "events": 400,
        "two-publishers": 0.7,
        "title@ur": 0.995,
        "alpha-kind": 0.8,
    }
    assert found.targets.partners["nato"].written == "40"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("measures: {event: 4}\n", '1:12: error E08: unknown measure "event". Did you mean'),
        ("measures: {title: 4%}\n", '1:12: error E08: unknown measure "title".'),
        ("measures: {events: 70%}\n", '1:20: error E06: the target of events cannot be "70%".'),
        ("measures: {day: 70}\n", '1:17: error E06: the target of day cannot be "70".'),
        ("partners: {natoo: 4}\n", '1:12: error E08: unknown actor "natoo".'),
        ("partners: 8\n", "1:11: error E06: partners must be a mapping"),
        ("others: {}\n", '1:1: error E10: unknown field "others" in targets.yaml.'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_at_its_place(problems, text, problem):
    (told,) = problems(FILE, text)

    assert told.startswith(f"data/{FILE}:{problem}")
