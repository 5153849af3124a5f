"""The table of events by partner and decade."""

import pytest

from kb.report.partners import decade_of, depth, grid
from kb.report.result import Target
from kb.timeline import Timeline


@pytest.mark.parametrize(("year", "decade"), [(1947, 1940), (1950, 1950), (2009, 2000)])
def test_a_decade_begins_with_a_round_year(year, decade):
    assert decade_of(year) == decade


def test_an_event_counts_once_in_a_lane_and_once_in_the_totals(kb_of):
    kb = kb_of("""
        a: {title: A, when: 1999, kind: airstrike, by: nato, to: afghanistan, src: ipri-2017}
        b: {title: B, when: 2012, kind: airstrike, by: [isaf, nato], to: pakistan, src: ipri-2017}
    """)

    found = grid(Timeline(kb), {})

    rows = {row.actor: row.counts for row in found.rows}
    assert found.decades == (1990, 2000, 2010)
    assert (rows["nato"], rows["afghanistan"]) == ((1, 0, 1), (1, 0, 0))
    assert found.totals == (1, 0, 1)
    assert "pakistan" not in rows


def test_a_state_without_a_lane_stands_there_from_four_events_on_or_with_a_target(kb_of, folder):
    actors = (folder.path / "actors.yaml").read_text("utf-8")
    folder.write("actors.yaml", actors + "yemen: {name: Yemen, type: state}\n")
    line = "e{0}: {{title: A, when: {0}, kind: visit, by: yemen, src: ipri-2017}}\n"
    three = "".join(line.format(2001 + n) for n in range(3))

    def actors_of(text, targets):
        return [row.actor for row in grid(Timeline(kb_of(text)), targets).rows]

    assert "yemen" not in actors_of(three, {})
    assert "yemen" in actors_of(three + line.format(2010), {})
    assert "yemen" in actors_of(three, {"yemen": Target(8, "8")})


def test_a_predecessor_stands_in_the_lane_of_its_successor(kb_of):
    lines = "".join(
        f"e{year}: {{title: A, when: {year}, kind: visit, by: ussr, src: ipri-2017}}\n"
        for year in range(1961, 1966)
    )

    rows = {row.actor: row.total for row in grid(Timeline(kb_of(lines)), {}).rows}

    assert rows["russia"] == 5
    assert "ussr" not in rows


def test_depth_counts_the_partners_that_reach_their_target(sample):
    found = depth(grid(Timeline(sample), {"nato": Target(1, "1"), "russia": Target(9, "9")}))

    assert (found.value, found.of, [miss.id for miss in found.misses]) == (1, 2, ["russia"])
