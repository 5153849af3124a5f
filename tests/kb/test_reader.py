"""What each of an analyst's usual mistakes is answered with, at its line and column."""

import pytest

EVENT = """\
salala-attack:
  title: NATO air strike on the Salala border posts
  when: 2011-11-26
  kind: airstrike
  by: [nato, isaf]
  to: pakistan
  src: ipri-2017
"""


def but(old: str, new: str) -> str:
    """The event with something else in place of a line or a part of one."""
    assert EVENT.count(old) == 1, old
    return EVENT.replace(old, new)


def dated(text: str) -> str:
    return but("2011-11-26", text)


def with_line(line: str) -> str:
    return f"{EVENT}  {line}\n"


def event(name: str, more: str = "", when: str = "2011-11-26") -> str:
    return dated(when).replace("salala-attack", name) + more


DISPUTED = "figures:\n    killed:\n"

# Mistake, the events file with it, and the lines that it gets.
MISTAKES = {
    "tab indent": (
        but("  title", "\ttitle"),
        "2:1: error E03: YAML: found character '\\t' that cannot start any token."
        " Indent with spaces, not tabs.",
    ),
    "colon in plain text": (
        but("NATO air strike", "NATO: air strike"),
        "2:14: error E03: YAML: mapping values are not allowed in this context."
        ' Put the text in "quotes": it contains a colon.',
    ),
    "> before a number": (
        with_line("figures:\n    staff: >7600"),
        "9:14: error E03: YAML: did not find expected comment or line break."
        " Write 7600+ instead of >7600 (a > starts folded text in YAML).",
    ),
    "same id twice": (
        EVENT + EVENT,
        '8:1: error E05: "salala-attack" is given twice in data/events.yaml (first on line 1).'
        " Keep one, or rename one.",
    ),
    "same field twice": (
        with_line("kind: closure"),
        '8:3: error E05: "kind" is given twice in event "salala-attack" (first on line 4).'
        " Keep one, or rename one.",
    ),
    "id with capitals": (
        but("salala-attack", "Salala_Attack"),
        '1:1: error E09: "Salala_Attack" is not a valid id.'
        " Use lower-case letters, digits and single hyphens: salala-attack.",
    ),
    "missing when": (
        but("  when: 2011-11-26\n", ""),
        '1:1: error E11: event "salala-attack" has no when.'
        " Write an EDTF date, or leave the event out until one is known.",
    ),
    "missing src": (
        but("  src: ipri-2017\n", ""),
        '1:1: error E11: event "salala-attack" has no src.'
        " Every event needs at least one source id from data/sources.yaml.",
    ),
    "misspelt field": (
        but("kind:", "knid:"),
        '4:3: error E10: unknown field "knid" in event "salala-attack". Did you mean "kind"?',
    ),
    "figure at top level": (
        with_line("killed: 24"),
        '8:3: error E10: unknown field "killed" in event "salala-attack". Write it under figures:.',
    ),
    "misspelt actor": (
        but("to: pakistan", "to: pakistn"),
        '6:7: error E08: unknown actor "pakistn". Did you mean "pakistan"?'
        " Known ones are in data/actors.yaml.",
    ),
    "unknown source": (
        but("ipri-2017", "ipri-2016"),
        '7:8: error E08: unknown source "ipri-2016". Did you mean "ipri-2017"?'
        " Known ones are in data/sources.yaml.",
    ),
    "kind not in list": (
        but("airstrike", "air-strike"),
        '4:9: error E08: unknown kind "air-strike". Did you mean "airstrike"?'
        " Known ones are in vocab/kinds.yaml.",
    ),
    "natural-language date": (
        dated("early 2006"),
        '3:9: error E13: "early 2006" is not an EDTF date. Did you mean [2006-01..2006-04]?',
    ),
    "circa": (
        dated("c. 2005"),
        '3:9: error E13: "c. 2005" is not an EDTF date. Did you mean 2005~ ?',
    ),
    "31 November": (
        dated("2011-11-31"),
        '3:9: error E13: "2011-11-31": November 2011 has 30 days. Did you mean 2011-11-30?',
    ),
    "day first": (
        dated("26/11/2011"),
        '3:9: error E13: "26/11/2011" is not an EDTF date. Did you mean 2011-11-26?',
    ),
    "ambiguous slashes": (
        dated("05/06/2011"),
        '3:9: error E13: "05/06/2011" is not an EDTF date.'
        " Day and month are ambiguous: write 2011-05-06 or 2011-06-05.",
    ),
    "backwards interval": (
        dated("2014/2001"),
        '3:9: error E13: "2014/2001" ends before it begins. Did you mean 2001/2014?',
    ),
    "a length, not a date": (
        dated("decade-long"),
        '3:9: error E13: "decade-long" is not an EDTF date.'
        " A length is not a date: give a begin and an end, e.g. 2005~/2014.",
    ),
    "empty title": (
        but(" NATO air strike on the Salala border posts", ""),
        "2:9: error E07: title is empty. Fill it in or delete the line.",
    ),
    "between and by": (
        with_line("between: [pakistan, russia]"),
        '6:7: error E15: "pakistan" is on both sides of event "salala-attack".'
        " Remove it from by or from to.",
        "8:3: error E14: between cannot be used with by or to."
        " Use by/to when one side acts on the other, between when all act together.",
    ),
    "same actor on both sides": (
        but("to: pakistan", "to: nato"),
        '6:7: error E15: "nato" is on both sides of event "salala-attack".'
        " Remove it from by or from to.",
    ),
    "not a figure": (
        with_line("figures: {killed: two dozen}"),
        '8:21: error E20: "two dozen" is not a figure.'
        " Write 24, ~3500 (about), 7600+ (at least), 28- (up to) or 24-28 (range).",
    ),
    "disputed figure without source": (
        with_line(f"{DISPUTED}      24:\n      28-: abc-2011"),
        "10:7: error E11: the figure 24 has no source."
        " Disputed figures each need one: {24: source-a, 28: source-b}.",
    ),
    "two preferred figures": (
        with_line(
            f"{DISPUTED}      24: {{src: abc-2011, rank: preferred}}\n"
            "      28: {src: ipri-2017, rank: preferred}"
        ),
        "10:7: error E21: killed: two figures are ranked preferred."
        " Rank one of them normal or deprecated.",
    ),
    "unknown cause": (
        with_line("because_of: earthquake"),
        '8:15: error E08: unknown event "earthquake" in because_of.'
        " Known ones are in data/events.yaml.",
    ),
    "cause after effect": (
        event("a", when="2005") + "\n" + event("c", "  because_of: b\n", "2005") + event("b"),
        '16:15: error E18: "c" (2005) ends before its cause "b" begins (2011-11-26).'
        " Check both dates.",
    ),
    "part_of circle": (
        event("a", "  part_of: b\n") + event("b", "  part_of: a\n"),
        "16:12: error E17: part_of runs in a circle: a -> b -> a. Cut one of the links.",
    ),
    "obligation on a non-alliance": (
        with_line("obligations: [defense]"),
        "8:3: error E16: obligations only go with kind: alliance. Change kind, or delete the line.",
    ),
    "unknown obligation": (
        but("airstrike", "alliance") + "  obligations: [defence]\n",
        '8:17: error E08: unknown obligation "defence". Did you mean "defense"?'
        " Known ones are in the ATOP codebook:"
        " defense, offense, neutrality, nonaggression, consultation.",
    ),
    "# cuts the title": (
        but("strike on", "strike # on"),
        '2:10: warning W01: the text after " #" on this line is not part of title'
        ' (YAML reads it as a comment). Put the whole text in "quotes".',
    ),
    "list where text is wanted": (
        but("NATO air strike on the Salala border posts", "[NATO air strike]"),
        "2:10: error E06: title must be one line of text, not a sequence."
        ' Put the text in "quotes".',
    ),
}


@pytest.mark.parametrize(("text", "answers"), [(t, a) for t, *a in MISTAKES.values()], ids=MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(events, text, answers):
    assert events(text) == [f"data/events.yaml:{answer}" for answer in answers]


def test_an_event_without_a_mistake_is_read(folder):
    folder.write("events.yaml", EVENT)

    reading = folder.read()

    assert {problem.severity for problem in reading.diagnostics} == {"warning"}
    assert reading.kb is not None
    assert reading.kb.events["salala-attack"].agents == ("nato", "isaf")
