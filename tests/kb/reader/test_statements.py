"""Citations, figures, causes and memberships: what may be written, and what may not."""

import pytest

from kb.model import Citation

EVENT = "a:\n  title: A visit\n  when: 2011\n  kind: visit\n  by: nato\n"
SOURCE = "  src: ipri-2017\n"


def told(events, lines: str, source: str = SOURCE) -> list[str]:
    found = events(f"{EVENT}{source}{lines}\n")
    return [problem.removeprefix("data/events.yaml:") for problem in found]


@pytest.mark.parametrize(
    ("src", "answer"),
    {
        "nothing": ("", "6:7: error E07: src is empty. Name a source id, or delete the line."),
        "an empty list": (
            "[]",
            "6:8: error E07: src is empty. Name a source id, or delete the line.",
        ),
        "a source twice": (
            "[abc-2011, ipri-2017, abc-2011]",
            '6:30: error E05: "abc-2011" is given twice in src. Keep one.',
        ),
        "the same words twice": (
            "[{abc-2011: A}, {abc-2011: A}]",
            '6:25: error E05: "abc-2011 with these words" is given twice in src. Keep one.',
        ),
        "a list in a list": (
            "[[abc-2011]]",
            "6:9: error E06: src must be an id, not a sequence. Write one id.",
        ),
        "a quotation that is a mapping": (
            "{abc-2011: {a: b}}",
            "6:19: error E06: the quotation of abc-2011 must be one line of text, not a mapping."
            ' Put the text in "quotes".',
        ),
        "a long quotation": (
            "{abc-2011: " + "a" * 301 + "}",
            "6:19: error E22: this quotation has 301 characters, more than 300."
            " Quote less: a sentence is enough.",
        ),
        "a wordy quotation": (
            "{abc-2011: " + "ab " * 26 + "}",
            "6:19: warning W04: this quotation has 26 words, more than 25."
            " Quote only what carries the fact.",
        ),
    }.values(),
)
def test_citations(events, src, answer):
    assert answer in told(events, "", f"  src: {src}\n")


def test_citations_may_be_written_in_several_ways(folder):
    ways = ("abc-2011", "[abc-2011]", "{abc-2011: }", "[{abc-2011: null}]")
    for src in ways:
        folder.write("events.yaml", f"{EVENT}  src: {src}\n")
        reading = folder.read()
        assert reading.kb is not None
        assert reading.kb.events["a"].src == (Citation("abc-2011"),)


def test_a_source_may_be_quoted_twice(sample):
    assert sample.views["ties-would-help"].src == (
        Citation("ipri-2017", "closer ties would help"),
        Citation("ipri-2017", "both would gain"),
    )


@pytest.mark.parametrize(
    ("figures", "answer"),
    {
        "nothing": (
            "",
            "7:11: error E07: figures is empty. Write killed: 24 below it, or delete the line.",
        ),
        "a number alone": (
            "24",
            "7:12: error E06: figures must map measures to values, not be a text."
            " Write figures: {killed: 24}.",
        ),
        "a list": (
            "{killed: [24, 28]}",
            "7:21: error E06: killed must be one figure or a mapping of them, not a sequence."
            " Write {24: source-a, 28: source-b}.",
        ),
        "an empty measure": (
            "{killed: }",
            "7:21: error E07: killed is empty. Fill it in or delete the line.",
        ),
        "an unknown measure": (
            "{kiled: 24}",
            '7:13: error E08: unknown measure "kiled". Did you mean "killed"?'
            " Known ones are in vocab/measures.yaml.",
        ),
        "a figure twice": (
            "{killed: {24: abc-2011, 24: ipri-2017}}",
            '7:36: error E05: "24" is given twice in killed (first on line 7).'
            " Keep one, or rename one.",
        ),
        "an unknown source": (
            "{killed: {24: abc-2012}}",
            '7:26: error E08: unknown source "abc-2012". Did you mean "abc-2011"?'
            " Known ones are in data/sources.yaml.",
        ),
        "an unknown field": (
            "{killed: {24: {src: abc-2011, from: x}}}",
            '7:42: error E10: unknown field "from" in the figure 24.'
            " A value has src, rank and note.",
        ),
        "a separator of thousands": (
            "{killed: '1,000'}",
            '7:21: error E20: "1,000" has a thousands separator. Did you mean 1000?',
        ),
        "a range backwards": (
            "{killed: 28-24}",
            '7:21: error E20: "28-24": a range goes up. Did you mean 24-28?',
        ),
    }.values(),
)
def test_figures(events, figures, answer):
    assert told(events, f"  figures: {figures}") == [answer]


def test_three_preferred_figures_are_one_problem(events):
    figures = ", ".join(f"{n}: {{src: abc-2011, rank: preferred}}" for n in (1, 2, 3))

    assert told(events, f"  figures: {{killed: {{{figures}}}}}") == [
        "7:22: error E21: killed: 3 figures are ranked preferred."
        " Rank one of them normal or deprecated."
    ]


def test_the_first_figure_is_accepted_unless_another_is_ranked(folder):
    figures = "  figures: {{killed: {{24: abc-2011, 28: {}}}}}\n"
    ranks = {}
    for second in ("ipri-2017", "{src: ipri-2017, rank: preferred}"):
        folder.write("events.yaml", f"{EVENT}{SOURCE}{figures.format(second)}")
        reading = folder.read()
        assert reading.kb is not None
        ranks[second] = [figure.rank for figure in reading.kb.events["a"].figures]

    assert list(ranks.values()) == [["preferred", "normal"], ["normal", "preferred"]]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "because_of:",
            "7:14: error E07: because_of is empty. Name an event, or delete the line.",
        ),
        ("because_of: [b, b]", '7:19: error E05: "b" is given twice in because_of. Keep one.'),
        (
            "because_of: [b, {b: abc-2011}]",
            '7:20: error E05: "b" is given twice in because_of. Keep one.',
        ),
        (
            "because_of: {b: abc-2012}",
            '7:19: error E08: unknown source "abc-2012". Did you mean "abc-2011"?'
            " Known ones are in data/sources.yaml.",
        ),
        ("because_of: [[b]]", "7:16: error E06: because_of must be an id, not a sequence."),
    ],
)
def test_causes(events, line, answer):
    other = EVENT.replace("a:", "b:", 1) + SOURCE

    assert any(found.startswith(answer) for found in told(events, f"  {line}\n{other}"))


@pytest.mark.parametrize(
    ("part_of", "answer"),
    [
        ("", "11: error E07: part_of is empty. Name an actor, or delete the line."),
        ("[nato, nato]", '19: error E05: "nato" is given twice in part_of. Keep one.'),
        ("{nato: always}", '19: error E13: "always" is not an EDTF date.'),
        ("[{nato: 2001/2003}, {nato: 2001/2003}]", '33: error E05: "nato" is given twice'),
        ("otan", '12: error E08: unknown actor "otan".'),
    ],
)
def test_memberships(folder, part_of, answer):
    sound = (folder.path / "actors.yaml").read_text()
    new = f"new:\n  name: N\n  type: body\n  part_of: {part_of}\n"
    folder.write("actors.yaml", sound + new)

    (problem,) = folder.errors()

    assert problem.startswith(f"data/actors.yaml:11:{answer}")


def test_an_actor_may_belong_twice_to_another_at_different_times(folder):
    sound = (folder.path / "actors.yaml").read_text()
    new = "new: {name: N, type: body, part_of: [{nato: 2001/2003}, {nato: 2005/2007}]}\n"
    folder.write("actors.yaml", sound + new)

    assert folder.errors() == []
