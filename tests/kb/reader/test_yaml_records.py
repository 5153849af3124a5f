"""Files as a whole: what stands in column 1, what stands twice, and what never ends."""

import pytest

from kb.reader import yaml_records
from kb.reader.yaml_records import MOST_UNREADABLE

ID_FIRST = "Begin the line with an id and a colon, or indent it if it continues the text above."
NO_ID = "error E04: the top level must be ids, each with its fields indented below it."
MARKER = "starts or ends a YAML document, or is a directive."
ONE_DOCUMENT = "One file holds one document: delete this line."


@pytest.mark.parametrize(
    ("content", "answers"),
    {
        "a list": (
            "- a\n- b\n",
            [f"1:1: {NO_ID} {ID_FIRST}", f"2:1: {NO_ID} {ID_FIRST}"],
        ),
        "text": ("hello\n", [f"1:1: {NO_ID} {ID_FIRST}"]),
        "a number": ("42", [f"1:1: {NO_ID} {ID_FIRST}"]),
        "braces around everything": ("{a: {title: A}}\n", [f"1:1: {NO_ID} {ID_FIRST}"]),
        "a key that is a list": (
            "[a, b]: {title: A}\n",
            ["1:1: error E06: an id must be a word, not a sequence. Write id: first."],
        ),
        "an id without fields": (
            "# one\na:\n",
            [
                '2:3: error E06: event "a" has no fields.'
                " Indent them below it: title, when, kind, src."
            ],
        ),
        "an id with a text": (
            "a: b\n",
            [
                '1:4: error E06: event "a" has a text for its fields.'
                " Indent them below it: title, when, kind, src."
            ],
        ),
        "all indented": (
            "# events\n\n  a:\n    title: A\n",
            [
                "3:3: error E04: this line is indented, and no id stands above it."
                " Begin ids in column 1, with their fields indented below them."
            ],
        ),
        "a directive": (
            "%YAML 1.1\n---\n",
            [f'1:1: error E04: "%" {MARKER} {ONE_DOCUMENT}'],
        ),
        "an end of the document": (
            "...\n",
            [f'1:1: error E04: "..." {MARKER} {ONE_DOCUMENT}'],
        ),
    }.values(),
)
def test_the_top_level_is_ids(events, content, answers):
    assert events(content) == [f"data/events.yaml:{answer}" for answer in answers]


@pytest.mark.parametrize(
    "content", ["", "\n\n", "# only\n  # comments\n", "---\n", "--- # events\n"]
)
def test_a_file_may_hold_nothing(events, content):
    assert events(content) == []


def test_text_that_continues_in_column_1(events):
    problems = events('a:\n  title: "a text\nthat goes on"\n')

    assert problems == [
        "data/events.yaml:2:10: error E03: YAML: found unexpected end of stream."
        ' Close the "quotes", and indent every line that continues a text.',
        f"data/events.yaml:3:1: {NO_ID} {ID_FIRST}",
    ]


def test_a_second_document(folder):
    sound = (folder.path / "places.yaml").read_text()
    folder.write("places.yaml", f"---\n{sound}---\n")

    line = sound.count("\n") + 2
    assert folder.errors() == [
        f'data/places.yaml:{line}:1: error E04: "---" {MARKER} {ONE_DOCUMENT}'
    ]


def test_an_error_costs_one_record(events):
    problems = events('a:\n  title: "A\nb:\n  title: [B]\n# no fault\nc: [\n')

    assert [problem.split(" error")[0] for problem in problems] == [
        "data/events.yaml:2:10:",
        *["data/events.yaml:3:1:"] * 4,
        "data/events.yaml:4:10:",
        "data/events.yaml:6:5:",
    ]


def test_an_id_that_is_given_in_two_files(folder):
    text = (folder.path / "events.yaml").read_text()
    folder.write("events/more.yaml", text[text.index("pact:") :])

    line = text[: text.index("pact:")].count("\n") + 1
    assert folder.errors() == [
        f'data/events/more.yaml:1:1: error E05: "pact" is given twice: here and at'
        f" data/events.yaml:{line}. Keep one, or rename one."
    ]


def test_a_file_of_nothing_but_problems_is_given_up(events):
    problems = events("[\n" * 1_000_000)

    assert len(problems) == MOST_UNREADABLE + 1
    assert problems[-1] == (
        f"data/events.yaml:{MOST_UNREADABLE + 1}:1: error E03: after {MOST_UNREADABLE} problems"
        " the rest was not checked. Mend those above first."
    )


def test_more_problems_than_anybody_reads_are_not_told(events, monkeypatch):
    monkeypatch.setattr(yaml_records, "MOST_PROBLEMS", 100)

    problems = events("".join(f"a{number}: x\n" for number in range(1000)))

    assert len(problems) == 100 + 1


def test_warnings_do_not_keep_a_file_from_being_read(folder):
    folder.write(
        "sources.yaml",
        "".join(f"s{n}: {{title: A # b\n  , publisher: P, type: news}}\n" for n in range(1500)),
    )

    assert not [problem for problem in folder.errors() if "E03" in problem]


def test_what_was_not_checked_is_not_missed(folder):
    folder.write("sources.yaml", "[\n" * (MOST_UNREADABLE + 1))

    assert not [problem for problem in folder.errors() if "E08" in problem]


def test_ten_thousand_unknown_fields_are_all_told(events):
    fields = "".join(f"  field_{number}: x\n" for number in range(10_000))

    problems = events(f"a:\n  title: A\n{fields}")

    assert len([problem for problem in problems if "E10: unknown field" in problem]) == 10_000


def test_a_key_of_several_lines_or_wide_spaces_is_no_id(events):
    problems = events("\u00a0a:\n  title: A\n? b\n: {title: B}\n")

    assert problems[0].startswith('data/events.yaml:1:1: error E09: "a" is not a valid id.')
    assert len(problems) > 1
