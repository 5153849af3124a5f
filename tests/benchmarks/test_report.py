from benchmarks.report import table


def test_numbers_stand_to_the_right_and_what_is_missing_is_a_dash():
    rows = [{"name": "one", "events": 10_000, "ms": 1.5}, {"name": "other", "events": 400}]

    assert table(rows).splitlines() == [
        "| name  | events |  ms |",
        "|-------|-------:|----:|",
        "| one   | 10,000 | 1.5 |",
        "| other |    400 |   – |",
    ]
