"""Shares of events: what counts, and which events are named as missing it."""

import pytest

from kb.report.events import one_side, words

PARTS = "kind: airstrike, by: nato, to: pakistan"


def missed(measure):
    return [miss.id for miss in measure.misses]


def test_two_sources_of_one_publisher_are_one_publisher(measured, folder):
    folder.write(
        "sources.yaml",
        "a: {title: A, publisher: NATO, type: news}\n"
        "b: {title: B, publisher: NATO, type: news}\n"
        "c: {title: C, publisher: Dawn, type: news}\n",
    )

    found = measured(f"""
        one: {{title: One, when: 2011, {PARTS}, src: [a, b]}}
        two: {{title: Two, when: 2012, {PARTS}, src: [a, c]}}
    """)["two-publishers"]

    assert (found.value, found.of, missed(found)) == (1, 2, ["one"])


def test_the_source_of_a_figure_is_a_source_of_the_event(measured):
    found = measured(f"""
        one: {{title: One, when: 2011, {PARTS}, src: ipri-2017, figures: {{killed: {{24: abc-2011}}}}}}
    """)  # noqa: E501

    assert found["two-publishers"].value == 1


@pytest.mark.parametrize(
    ("date", "known"),
    [
        ("2011-11-26", 1),
        ("2011-11-26/..", 1),
        ("2011-11", 0),
        ("2011-11-26?", 0),
        ("2011/2011-12-01", 0),
    ],
)
def test_a_known_day_is_one_on_which_it_surely_began(measured, date, known):
    assert measured(f"a: {{title: A, when: {date}, {PARTS}, src: abc-2011}}")["day"].value == known


def test_a_quotation_of_a_claim_is_one_too(measured):
    found = measured(f"""
        bare: {{title: A, when: 2011, {PARTS}, src: abc-2011}}
        said:
          title: B
          when: 2012
          kind: airstrike
          by: nato
          src: abc-2011
          claims: [{{says: Both erred., src: {{abc-2011: mistakes on both sides}}}}]
    """)["quotation"]

    assert (found.share, missed(found)) == (0.5, ["bare"])


@pytest.mark.parametrize(("count", "right"), [(39, False), (40, True), (90, True), (91, False)])
def test_a_summary_has_40_to_90_words(count, right):
    assert words("word " * count) == right


def test_an_event_is_told_by_one_side_where_all_its_sources_speak_for_the_same(kb_of, folder):
    folder.write(
        "sources.yaml",
        "ours: {title: A, publisher: ISPR, type: official, side: pakistan}\n"
        "also: {title: B, publisher: APP, type: news, side: pakistan}\n"
        "theirs: {title: C, publisher: NATO, type: official, side: nato}\n"
        "none: {title: D, publisher: Dawn, type: news}\n",
    )
    kb = kb_of(f"""
        a: {{title: A, when: 2011, {PARTS}, src: [ours, also]}}
        b: {{title: B, when: 2011, {PARTS}, src: [ours, theirs]}}
        c: {{title: C, when: 2011, {PARTS}, src: [ours, none]}}
        d: {{title: D, when: 2011, {PARTS}, src: none}}
    """)

    assert {slug: one_side(kb, event) for slug, event in kb.events.items()} == {
        "a": "pakistan",
        "b": None,
        "c": None,
        "d": None,
    }


def test_titles_and_names_are_counted_in_each_further_language(of_sample):
    titles, places = of_sample.measure("title@ur"), of_sample.measure("places@ur")

    assert (titles.value, titles.of) == (1, 6)
    assert missed(places) == ["salala", "kabul"]
    assert of_sample.measure("title@en") is None
