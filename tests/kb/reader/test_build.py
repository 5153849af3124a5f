"""Fields by their names: unknown, translated, missing and twice, and claims as records within."""

import pytest

EVENT = "a:\n  title: A visit\n  when: 2011\n  kind: visit\n  by: nato\n  src: ipri-2017\n"


def told(events, lines: str) -> list[str]:
    return [problem.removeprefix("data/events.yaml:") for problem in events(f"{EVENT}{lines}\n")]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("colour: red", "Fields are title, short_title, summary, when, kind, by, to, between,"),
        ("sumary@ur: x", 'Did you mean "summary"?'),
        ("kind@ur: x", "Only names and texts have languages: write kind, without @ur."),
        ("note@: x", "Only names and texts have languages: write note, without @."),
        ('"x\\ny": x', "Fields are title,"),
        ("posts_hit: 2", "Write it under figures:."),
    ],
)
def test_an_unknown_field(events, line, answer):
    (problem,) = told(events, f"  {line}")

    name = "x y" if line.startswith('"') else line.partition(":")[0]
    assert problem.startswith(f'7:3: error E10: unknown field "{name}" in event "a". {answer}')


@pytest.mark.parametrize("tag", ["xxxx", "UR", "u", "ur_PK", "", "ur-"])
def test_an_unknown_language(events, tag):
    assert told(events, f"  title@{tag}: x") == [
        f'7:3: error E06: "{tag}" is no language. Write a tag such as title@ur.'
    ]


@pytest.mark.parametrize("name", ["title", "summary"])
def test_a_translation_alone(events, name):
    text = EVENT.replace("  title: A visit\n", "") if name == "title" else EVENT

    assert events(f"{text}  {name}@ur: x\n") == [
        f'data/events.yaml:1:1: error E11: {name} of event "a" is given in ur, but not in en.'
        f" Write {name}: without a language, too."
    ]


def test_a_text_in_its_language_and_without_one(events):
    assert told(events, "  title@en: A visit") == [
        "7:3: error E05: title is given twice in the language en. Keep one."
    ]


@pytest.mark.parametrize(
    ("file", "field", "value", "example"),
    [
        ("actors", "wikidata", "843", "Q843"),
        ("actors", "wikidata", "Q843 x", "Q843"),
        ("actors", "iso", "PK", "PAK"),
        ("actors", "was", "Old Name", "its-old-id"),
        ("sources", "lang", "english", "ur"),
    ],
)
def test_a_text_of_another_pattern(folder, file, field, value, example):
    more = {
        "actors": "new:\n  name: N\n  type: body\n",
        "sources": "new:\n  title: N\n  publisher: P\n  type: news\n",
    }[file]
    sound = (folder.path / f"{file}.yaml").read_text()
    folder.write(f"{file}.yaml", f"{sound}{more}  {field}: {value}\n")

    line, column = (sound + more).count("\n") + 1, len(field) + 5
    assert folder.errors() == [
        f'data/{file}.yaml:{line}:{column}: error E06: {field} cannot be "{value}".'
        f" Write it like {example}."
    ]


@pytest.mark.parametrize(
    ("claims", "answers"),
    {
        "none": ("", ["7:10: error E07: claims is empty. Write a claim, or delete the line."]),
        "a text": (
            "so they say",
            [
                '7:11: error E06: claim 1 of event "a" has a text for its fields.'
                " Indent them below it: src."
            ],
        ),
        "deeper and deeper": (
            f"{'[' * 40}{']' * 40}",
            [
                '7:12: error E06: claim 1 of event "a" has a sequence for its fields.'
                " Indent them below it: src."
            ],
        ),
        "a claim of nothing": (
            "[{src: abc-2011}]",
            [
                '7:12: error E14: claim 1 of event "a" gives neither when, where nor says.'
                " Give exactly one: when, where or says."
            ],
        ),
        "two claims in one": (
            "[{src: abc-2011, when: 2012, says: Otherwise}]",
            [
                '7:12: error E14: claim 1 of event "a" gives when and says.'
                " Give exactly one: when, where or says."
            ],
        ),
        "nobody claims it": (
            "[{when: 2012}]",
            ['7:12: error E11: claim 1 of event "a" has no src. Name the source of the claim.'],
        ),
        "a date that is none": (
            "[{when: soon, src: abc-2011}]",
            ['7:19: error E13: "soon" is not an EDTF date.'],
        ),
        "places and sources that are none": (
            "[{where: x, src: kabul}, {where: x, src: salala}]",
            [
                '7:20: error E08: unknown place "x".',
                '7:28: error E08: unknown source "kabul".',
                '7:44: error E08: unknown place "x".',
                '7:52: error E08: unknown source "salala".',
            ],
        ),
        "one claim twice": (
            "[{when: 2012, src: abc-2011}, {when: 2012, src: [ipri-2017, abc-2011], note: x}]",
            [
                '7:41: error E05: claim 2 of event "a" repeats what an earlier claim says,'
                " of the same source. Keep one."
            ],
        ),
    }.values(),
)
def test_claims(events, claims, answers):
    problems = told(events, f"  claims: {claims}")

    assert len(problems) == len(answers)
    assert all(map(str.startswith, problems, answers)), problems


@pytest.mark.parametrize(
    ("searches", "answer"),
    [
        ("", "error E07: searched is empty."),
        ("{period: 1947/2026}", 'error E11: search 1 of actor "a" has no collections.'),
        ("{period: 1947/2026, collections: [Dawn]}", 'search 1 of actor "a" has no on.'),
        ("[{period: x, collections: Dawn, on: 2026}]", 'error E13: "x" is not an EDTF date.'),
        ("[{period: 1947, sites: Dawn, on: 2026}]", 'unknown field "sites" in search 1 of'),
    ],
)
def test_what_was_searched(folder, searches, answer):
    line = f"a: {{name: A, type: body, searched: {searches}}}\n"
    folder.write("actors.yaml", line + (folder.path / "actors.yaml").read_text())

    assert any(answer in problem for problem in folder.errors())
