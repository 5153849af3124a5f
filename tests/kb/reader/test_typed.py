"""Dates, numbers, flags, points, addresses and ranks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kb.fields import LANGUAGE_TAG
from kb.reader.typed import ADDRESS

EVENT = "a:\n  title: A visit\n  when: {}\n  kind: visit\n  by: nato\n  src: ipri-2017\n"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("12:30", '"12:30" is not an EDTF date.'),
        ("010", '"010" is not an EDTF date.'),
        ("NO", '"NO" is not an EDTF date.'),
        ("1e3", '"1e3" is not an EDTF date.'),
        ("2011-11-26T12:30:00Z", '"2011-11-26T12:30:00Z"'),
        ("[2006, 2007]", '"[2006, 2007]"'),
        ("{2006, 2007}", '"{2006, 2007}"'),
    ],
)
def test_what_is_no_date(events, written, answer):
    (problem,) = events(EVENT.format(written))

    assert problem.startswith(f"data/events.yaml:3:9: error E13: {answer}")


@pytest.mark.parametrize(
    "written", ["[2006-01..2006-04]", "[..2006]", "'2006~'", "2007?", "2001/.."]
)
def test_dates_that_yaml_takes_for_something_else(events, folder, written):
    assert events(EVENT.format(written)) == []

    reading = folder.read()

    assert reading.kb is not None
    assert reading.kb.events["a"].when.edtf == written.strip("'")


def test_a_bracketed_date_may_go_over_a_line(events, folder):
    assert events(EVENT.format("[2006-01..\n    2006-04]")) != []


def test_a_date_is_no_mapping_of_lines(events):
    assert events(EVENT.format("\n    from: 2006")) == [
        "data/events.yaml:4:5: error E06: when must be a date, not a mapping. Write one date."
    ]


@pytest.mark.parametrize("written", ["high", "2.5", "-1", "1_000", "9999999999"])
def test_a_weight_is_a_whole_number(events, written):
    assert events(EVENT.format("2011") + f"  weight: {written}\n") == [
        f'data/events.yaml:7:11: error E06: weight must be a whole number, not "{written}".'
        " Write weight: 3."
    ]


@pytest.mark.parametrize("written", ["0", "9"])
def test_a_weight_is_from_1_to_5(events, written):
    assert events(EVENT.format("2011") + f"  weight: {written}\n") == [
        f"data/events.yaml:7:11: error E12: weight {written} is outside 1 to 5. Write 1 to 5."
    ]


@pytest.mark.parametrize("written", ["yes", "TRUE", "1"])
def test_a_flag_is_true_or_false(folder, written):
    folder.write("actors.yaml", f"pakistan:\n  name: P\n  type: state\n  lane: {written}\n")

    assert folder.errors()[0] == (
        f'data/actors.yaml:4:9: error E06: lane must be true or false, not "{written}".'
        " Write lane: true."
    )


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        (
            "[173, 33]",
            "E12: [173, 33] lies outside the globe. Latitude comes first: did you mean [33, 173]?",
        ),
        ("[99, 190]", "E12: [99, 190] lies outside the globe. Check the numbers."),
        *(
            (
                other,
                "E06: at must be a latitude and a longitude in degrees. Write at: [33.69, 73.05].",
            )
            for other in ("33.69 73.05", "[33.69]", "[33.69N, 73.05E]", "[1, 2, 3]", "[nan, [1]]")
        ),
    ],
)
def test_a_point_is_on_the_globe(folder, written, answer):
    sound = (folder.path / "places.yaml").read_text()
    folder.write("places.yaml", sound + f"new: {{name: N, at: {written}}}\n")

    assert folder.errors() == [f"data/places.yaml:4:20: error {answer}"]


@pytest.mark.parametrize(
    "written",
    [
        "example.org/a",
        "ftp://example.org/",
        "https://",
        "https://example.org/a b",
        "https://example.org/a[1]",
        "https://example.org/100%",
        "https://example.org:port/",
        "https://[::1/",
        "javascript:alert(1)",
        'https://example.org/"onclick=',
    ],
)
def test_an_address_is_one_as_it_stands(folder, written):
    sound = (folder.path / "sources.yaml").read_text()
    written = written.replace('"', '\\"')
    folder.write("sources.yaml", sound.replace("https://example.org/ipri", f'"{written}"'))

    (problem,) = folder.errors()

    assert problem.startswith("data/sources.yaml:6:8: error E06: url must be a web address, not ")


@given(st.from_regex(ADDRESS, fullmatch=True) | st.text())
def test_an_address_that_is_taken_is_an_iri(text):
    if ADDRESS.fullmatch(text):
        assert NamedNode(text).value == text


@given(st.from_regex(re.compile(LANGUAGE_TAG), fullmatch=True))
def test_a_language_that_is_taken_can_tag_a_literal(tag):
    language = Literal("text", language=tag).language

    assert language is not None
    assert language.lower() == tag.lower()


def test_an_unknown_rank(events):
    problems = events(
        EVENT.format("2011") + "  claims:\n    - {when: 2012, src: abc-2011, rank: prefered}\n"
    )

    assert problems == [
        'data/events.yaml:8:41: error E08: unknown rank "prefered". Did you mean "preferred"?'
        " Ranks are preferred, normal, deprecated."
    ]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("me@example.org", "12:10: error E06: contact must hold mail and issues."),
        ("{mail: me at example}", "12:17: error E06: mail must be a mail address,"),
        ("{issues: me@example.org}", "12:19: error E06: issues must be a web address,"),
        ("{phone: 1}", '12:11: error E10: unknown field "phone" in contact.'),
    ],
)
def test_a_contact_is_a_mail_address_and_a_page(folder, written, answer):
    lines = (folder.path / "dataset.yaml").read_text().splitlines()
    lines = [line for line in lines if not line.startswith("contact")]
    folder.write("dataset.yaml", "\n".join([*lines, f"contact: {written}"]))

    (problem,) = folder.errors()

    assert problem.startswith(f"data/dataset.yaml:{answer}")


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("[a.example]", "12:15: error E06: not_accepted must hold domains with their reasons."),
        ("{https://a.example/: x}", "12:16: error E06: not_accepted names domains, and"),
        ("{a.example: }", "12:27: error E07: the reason for a.example is empty."),
        ("{a.example: [x]}", "12:27: error E06: the reason for a.example must be one line of"),
    ],
)
def test_domains_that_are_not_accepted_have_reasons(folder, written, answer):
    lines = (folder.path / "dataset.yaml").read_text().splitlines()
    lines = [line for line in lines if not line.startswith("not_accepted")]
    folder.write("dataset.yaml", "\n".join([*lines, f"not_accepted: {written}"]))

    (problem,) = folder.errors()

    assert problem.startswith(f"data/dataset.yaml:{answer}")


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("[event/x]", "error E06: removed must hold records with their reasons."),
        ("{x: y}", "error E06: removed names records, and"),
        ("{event/x: }", "error E07: the reason for event/x is empty."),
    ],
)
def test_removed_records_have_reasons(folder, written, answer):
    text = (folder.path / "dataset.yaml").read_text()
    folder.write("dataset.yaml", f"{text.rstrip()}\nremoved: {written}\n")

    (problem,) = folder.errors()

    assert answer in problem
