"""Texts, ids and lists of them, and what is said where a field holds something else."""

import pytest

BASE = """\
a:
  title: A visit
  when: 2011
  kind: visit
  by: [nato, isaf]
  src: ipri-2017
"""


def told(events, line: str) -> list[str]:
    """What a seventh line gets, without the file's name."""
    return [problem.removeprefix("data/events.yaml:") for problem in events(f"{BASE}  {line}\n")]


@pytest.mark.parametrize(
    ("line", "answer"),
    {
        "nothing": ("note:", "7:8: error E07: note is empty. Fill it in or delete the line."),
        "a null": ("note: null", "7:9: error E07: note is empty. Fill it in or delete the line."),
        "a tilde": ("note: ~", "7:9: error E07: note is empty. Fill it in or delete the line."),
        "spaces": (
            'note: "  "',
            "7:9: error E07: note is empty. Fill it in or delete the line.",
        ),
        "a mapping for a text": (
            "note: {a: b}",
            "7:9: error E06: note must be one line of text, not a mapping."
            ' Put the text in "quotes".',
        ),
        "a list for an id": (
            "where: [kabul]",
            "7:10: error E06: where must be an id, not a sequence. Write one id.",
        ),
        "a mapping for an id": (
            "where: {kabul: x}",
            "7:10: error E06: where must be an id, not a mapping. Write an id.",
        ),
        "an empty id": (
            "where:",
            "7:9: error E07: where is empty. Fill it in or delete the line.",
        ),
        "an empty list": ("to: []", "7:7: error E07: to is empty. Fill it in or delete the line."),
        "a mapping for ids": (
            "to: {pakistan: x}",
            "7:7: error E06: to must be a text or a list of them, not a mapping. Write to: [a, b].",
        ),
        "an id twice": (
            "to: [pakistan, russia, pakistan]",
            '7:26: error E05: "pakistan" is given twice in to. Keep one.',
        ),
        "a comment in a quotation": (
            "note: see page # 5",
            '7:9: warning W01: the text after " #" on this line is not part of note'
            ' (YAML reads it as a comment). Put the whole text in "quotes".',
        ),
        "folded text of nothing": (
            "note: >5",
            "7:9: error E07: note is empty: a > starts folded text in YAML."
            ' For "more than 5" write 5+, else put the text in "quotes".',
        ),
        "a key that is a list": (
            "? [a, b]\n  : c",
            '7:5: error E06: a key of event "a" must be a text, not a sequence. Write name: value.',
        ),
    }.values(),
)
def test_a_value_of_the_wrong_shape(events, line, answer):
    assert told(events, line) == [answer]


@pytest.mark.parametrize("line", ['note: "see page # 5"', "note: C#", "note: see page#5"])
def test_a_number_sign_that_cuts_nothing(events, line):
    assert told(events, line) == []


def test_texts_are_put_on_one_line(folder):
    text = (folder.path / "events.yaml").read_text()
    folder.write(
        "events.yaml", text.replace("title: A pact", "title: >-\n    A\n\n    pact  of\n    two")
    )

    reading = folder.read()

    assert reading.kb is not None
    assert reading.kb.events["pact"].title == {"en": "A pact of two"}


@pytest.mark.parametrize("word", ["NO", "yes", "010", "1e3", "12:30", "0x1F", "2011-11-26", ".5"])
def test_words_that_other_readers_of_yaml_take_for_values(folder, word):
    text = (folder.path / "events.yaml").read_text()
    folder.write("events.yaml", text.replace("title: A pact", f"title: {word}"))

    reading = folder.read()

    assert reading.kb is not None
    assert reading.kb.events["pact"].title == {"en": word}


def test_ten_megabytes_of_text_are_read(folder):
    text = (folder.path / "events.yaml").read_text()
    long = "word " * 2_000_000
    folder.write("events.yaml", text.replace("note: The posts", f"note: {long}"))

    reading = folder.read()

    assert reading.kb is not None
    assert len(reading.kb.events["salala-attack"].note or "") > 9_000_000


def test_ten_megabytes_where_a_word_is_due_are_not_repeated(events):
    problems = told(events, f"where: {'x' * 10_000_000}")

    assert problems == [
        f'7:10: error E08: unknown place "{"x" * 59}…". Known ones are in data/places.yaml.'
    ]


def test_twenty_thousand_ids_in_a_list(events):
    problems = told(events, f"to: [{', '.join(f'a{number}' for number in range(20_000))}]")

    assert len(problems) == 20_000
    assert problems[1].startswith('7:12: error E08: unknown actor "a1".')
