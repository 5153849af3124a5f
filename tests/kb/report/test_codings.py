"""The file of codings, and what is said of a line that cannot be used."""

import pytest

from kb.report.codings import first_codings

HEAD = "event,coder,kind,by,to,between,date\n"
LINE = "salala-attack,first,airstrike,isaf nato,pakistan,,2011-11-26\n"
FILE = "reliability/codings.csv"


def test_a_line_is_a_coding(checks):
    found = checks(FILE, HEAD + LINE)

    (coding,) = found.codings
    assert found.problems == ()
    assert (coding.event, coding.coder, coding.kind) == ("salala-attack", "first", "airstrike")
    assert (coding.by, coding.between, coding.within) == ({"nato"}, frozenset(), {"isaf"})


def test_forces_and_persons_stand_apart_from_the_parties(checks, folder):
    actors = folder.path / "actors.yaml"
    folder.write("actors.yaml", actors.read_text() + "allen: {name: John Allen, type: person}\n")

    (coding,) = checks(FILE, HEAD + LINE.replace("isaf nato", "allen isaf")).codings

    assert (coding.by, coding.within) == ({"nato"}, {"allen", "isaf"})


def test_an_old_id_still_names_its_event(checks):
    assert checks(FILE, HEAD + LINE.replace("salala-attack", "salala")).codings[0].event == (
        "salala-attack"
    )


def test_without_the_file_nothing_was_coded(checks):
    assert checks("targets.yaml", "measures: {events: 1}\n").codings is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (LINE.replace("salala-attack", "salala-attak"), 'E08: unknown event "salala-attak".'),
        (LINE.replace("first", "third"), 'E08: unknown coder "third". It is first or second.'),
        (LINE.replace("airstrike", "air-strike"), 'E08: unknown kind "air-strike".'),
        (LINE.replace("isaf nato", "nat"), 'E08: unknown actor "nat". Did you mean "nato"?'),
        (LINE.replace("2011-11-26", "26/11/2011"), "E13:"),
        ("salala-attack,first,airstrike\n", "E06: this line has 3 fields instead of 7."),
        (LINE + LINE, "E05: salala-attack is coded twice by the first coder."),
    ],
)
def test_a_line_that_cannot_be_used_is_told_and_left_out(checks, line, problem):
    found = checks(FILE, HEAD + line)

    (told,) = [str(one) for one in found.problems]
    number = 1 + line.count("\n")
    assert told.startswith(f"data/{FILE}:{number}:1: error {problem}")
    assert len(found.codings) == line.count("\n") - 1


def test_the_first_line_names_the_columns(problems):
    (told,) = problems(FILE, LINE)

    assert told.endswith(f"the first line must name the columns. Write {HEAD.strip()}")


def test_what_is_written_as_the_first_coding_is_read_back(checks, sample):
    text = first_codings(sample.events.values())

    found = checks(FILE, text)

    assert found.problems == ()
    assert {c.event: (c.kind, c.date) for c in found.codings} == {
        event.id: (event.kind, event.when.edtf) for event in sample.events.values()
    }
