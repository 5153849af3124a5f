import json

import pytest

from kb.model import Cause, Citation
from kb.timeline import Timeline, columns


@pytest.fixture
def kb(make, event):
    return make(
        event("stay", "2001/..", between=("pakistan", "united-states"), title={"en": "Stay"}),
        event(
            "strike", "1970-01-02", kind="airstrike", where="salala", title={"en": "S", "ur": "س"}
        ),
        event(
            "closure", "2011-11", because_of=(Cause("strike"), Cause("stay", (Citation("abc"),)))
        ),
    )


def test_all_columns_have_one_entry_an_event(kb):
    events = columns(Timeline(kb), "en")["events"]

    assert {len(column) for column in events.values()} == {3}
    assert events["id"] == ["strike", "stay", "closure"]


def test_days_are_counted_from_1970(kb):
    events = columns(Timeline(kb), "en")["events"]

    assert events["begin"][0] == 1
    assert events["end"][0] == 1
    assert events["open"] == [None, "ongoing", None]
    assert events["approximate"] == [0, 1, 1]


def test_what_repeats_stands_as_an_index(kb):
    found = columns(Timeline(kb), "en")
    lanes = [[found["lanes"][lane]["id"] for lane in of] for of in found["events"]["lanes"]]

    assert lanes == [["nato"], ["united-states"], ["nato"]]
    assert [found["kinds"][kind]["id"] for kind in found["events"]["kind"]] == [
        "airstrike",
        "visit",
        "visit",
    ]
    assert found["places"][found["events"]["place"][0]] == "salala"


def test_a_cause_says_whether_a_source_says_so(kb):
    assert columns(Timeline(kb), "en")["causes"] == [[0, 2, 0], [1, 2, 1]]


def test_a_title_in_another_language_is_marked(kb):
    events = columns(Timeline(kb), "ur")["events"]

    assert events["title"] == ["س", "Stay", "closure"]
    assert events["foreign"] == [0, 1, 1]


def test_columns_are_plain_json(kb):
    found = columns(Timeline(kb), "en")

    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("lang", "label"),
    [("en", "Stay"), ("ur", None)],
)
def test_a_label_is_in_the_language_asked_where_the_title_is(make, event, lang, label):
    """An Urdu title says more to its readers than a short one in English."""
    texts = {"title": {"en": "They stay", "ur": "قیام"}, "short_title": {"en": "Stay"}}
    kb = make(event("stay", "2001", **texts))

    assert columns(Timeline(kb), lang)["events"]["short"] == [label]
