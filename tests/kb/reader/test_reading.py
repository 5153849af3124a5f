"""Ids, the order of events, and what one fault must not be blamed for elsewhere."""

import pytest

GOOD = "  when: 2011\n  kind: visit\n  by: nato\n  src: ipri-2017\n"


def event(name: str, more: str = "", fields: str = GOOD) -> str:
    return f"{name}:\n  title: A visit\n{fields}{more}\n"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Salala_Attack", " salala-attack."),
        ("salalaAttack", " salala-attack."),
        ("salala--attack", " salala-attack."),
        ("سلالہ", "."),
        ("2011 11", " 2011-11."),
        ("-a-", " a."),
    ],
)
def test_an_id_is_a_slug(events, name, advice):
    (problem,) = events(event(f'"{name}"'))

    lead = "Use lower-case letters, digits and single hyphens"
    colon = "" if advice == "." else ":"
    assert problem == (
        f'data/events.yaml:1:1: error E09: "{name}" is not a valid id. {lead}{colon}{advice}'
    )


def test_a_long_id_is_shown_in_part(events):
    (problem,) = events(event("A" * 100))

    assert f'"{"A" * 59}…" is not a valid id.' in problem


def test_events_stand_in_date_order_within_a_file(folder, events):
    late, early = event("late"), event("early", fields=GOOD.replace("2011", "2010"))
    folder.write("events/more.yaml", early.replace("early", "earliest"))

    assert events(late + early + late.replace("late", "last")) == [
        'data/events.yaml:8:1: warning W06: "early" begins before the event above it.'
        " Keep events in date order."
    ]


@pytest.mark.parametrize(
    "broken",
    [
        event("cause", fields=GOOD.replace("2011", "nonsense")),
        event("cause", fields=GOOD.replace("by: nato", "by: [nato, [x]]")),
        event("cause", fields=""),
        event("cause", '  note: "never closed\n'),
        event("cause", "  note: !tag x\n"),
        event("Cause"),
        '"cause":\n  title: [\n',
        "cause: {title: A\n",
        "cause:\n",
    ],
)
def test_an_event_that_could_not_be_read_is_not_unknown(events, broken):
    problems = events(broken + event("effect", "  because_of: cause\n"))

    assert problems
    assert not [problem for problem in problems if "unknown event" in problem]


@pytest.mark.parametrize("content", [b"\xff", "[\n" * 2000], ids=["bytes", "brackets"])
@pytest.mark.parametrize("kind", ["actor", "place", "source", "event"])
def test_records_of_a_file_that_could_not_be_read_are_not_unknown(folder, kind, content):
    folder.write(f"{kind}s.yaml", content)

    assert not [problem for problem in folder.errors() if "E08" in problem]


def test_a_fault_of_one_field_hides_none_of_another(events):
    problems = events(
        event("a", "  to: nobody\n  where: nowhere\n", GOOD.replace("2011", "nonsense"))
    )

    assert [problem.split(". ")[0] for problem in problems] == [
        'data/events.yaml:3:9: error E13: "nonsense" is not an EDTF date',
        'data/events.yaml:7:7: error E08: unknown actor "nobody"',
        'data/events.yaml:8:10: error E08: unknown place "nowhere"',
    ]


def test_an_unreadable_field_is_not_missing_as_well(events):
    fields = "  when: {a: b}\n  kind: [visit]\n  by: {nato: x}\n  src:\n"

    assert [problem.split(" ")[2] for problem in events(event("a", fields=fields))] == [
        "E13:",
        "E06:",
        "E06:",
        "E07:",
    ]


def test_a_source_is_titled_in_its_own_language(sample):
    assert sample.sources["jang-2011"].title == {
        "ur": "سلالہ پر حملہ",
        "en": "Attack on Salala",
    }
    assert sample.sources["abc-2011"].title == {"en": "Pakistan attacked"}


def test_the_language_of_a_source_is_the_data_set_s_where_none_is_given(folder):
    dataset = (folder.path / "dataset.yaml").read_text()
    folder.write("dataset.yaml", dataset.replace("[en, ur]", "[ur, en]").replace("title@ur", "x"))
    folder.write("sources.yaml", "a: {title: عنوان, publisher: P, type: news}\n")

    assert not [problem for problem in folder.errors() if problem.startswith("data/sources.yaml")]


def test_a_source_is_given_in_one_file_only(folder):
    folder.write("sources/part.yaml", "abc-2011: {title: T, publisher: ABC, type: news}\n")

    (problem,) = folder.errors()

    assert problem == (
        'data/sources/part.yaml:1:1: error E05: "abc-2011" is given twice: here and at'
        " data/sources.yaml:13. Keep one, or rename one."
    )
