from kb.dates.edtf import parse
from kb.model import Cause, Citation
from kb.timeline import Timeline


def ids(events):
    return [event.id for event in events]


def test_events_stand_in_date_order_whatever_the_order_of_the_file(make, event):
    kb = make(event("b", "2011"), event("c", "2011-05"), event("a", "2011"), event("d", "2009"))

    assert ids(Timeline(kb).events) == ["d", "a", "b", "c"]


def test_the_heaviest_lane_comes_first_and_an_empty_one_last(make, event):
    visit = event("visit", between=("pakistan", "nato"), weight=2)
    call = event("call", between=("pakistan", "nato"), weight=2)
    war = event("war", between=("pakistan", "russia"), weight=5)

    order = Timeline(make(visit, call, war)).lane_order

    assert order == ("russia", "nato", "united-states", "belarus")


def test_effects_are_the_causes_read_backwards(make, event):
    strike = event("strike")
    closure = event("closure", because_of=(Cause("strike", (Citation("abc"),)),))

    [(effect, cause)] = Timeline(make(strike, closure)).effects["strike"]

    assert effect is closure
    assert cause.src == (Citation("abc"),)


def test_parts_are_found_from_the_whole(make, event):
    kb = make(event("alliance"), event("signed", part_of=("alliance",)))

    assert ids(Timeline(kb).parts["alliance"]) == ["signed"]


def test_the_source_of_most_events_comes_first(make, event):
    cited = {"first": ("abc",), "second": ("dawn", "abc"), "third": ("dawn", "abc", "dawn")}
    kb = make(*(event(name, src=tuple(map(Citation, src))) for name, src in cited.items()))

    assert Timeline(kb).most_cited == ("abc", "dawn")


def test_events_are_grouped_by_the_first_year_written(make, event):
    kb = make(event("about", "1986~"), event("sure", "1986-03-01"), event("later", "2001/.."))
    timeline = Timeline(kb)

    years = Timeline.by_year(timeline.events)

    assert [(group.year, ids(group.events)) for group in years] == [
        (1986, ["about", "sure"]),
        (2001, ["later"]),
    ]


def test_turning_points_are_the_weightiest_in_date_order(make, event):
    kb = make(
        event("late", "2015", weight=5),
        event("weak", "2012", weight=4),
        event("strong", "2013", weight=4, kind="airstrike"),
        event("early", "2001", weight=5),
    )
    timeline = Timeline(kb)

    assert ids(timeline.turning_points(timeline.events, most=3)) == ["early", "strong", "late"]


def test_what_began_before_a_period_is_no_turning_point_of_it(make, event):
    timeline = Timeline(
        make(event("going-on", "1979/", weight=5), event("begun", "2011", weight=2))
    )

    since = parse("2010")

    assert ids(timeline.turning_points(timeline.events, since)) == ["begun"]
