"""Rounds of proof-reading, and what is said of a file that cannot be used."""

import pytest

HEAD = "seed: proof-1\non: 2026-11-29\nevents:\n"
FILE = "proofreading/one.yaml"


def test_a_round_tells_what_was_mended_and_in_which_field(checks):
    found = checks(
        FILE,
        HEAD
        + """\
  salala-attack: {verdict: right}
  closure: {verdict: mended, field: when, was: 2011-11-25, is: 2011-11-26, note: Checked.}
  apology:
    verdict: mended
    faults:
      - {field: when, was: 2012-06, is: 2012-07}
      - {field: title, was: a}
  pact: {verdict: unconfirmed}
""",
    )

    (one,) = found.rounds
    assert found.problems == ()
    assert (one.seed, one.on.edtf, len(one.verdicts)) == ("proof-1", "2026-11-29", 4)
    assert (one.of("mended"), one.of("unconfirmed")) == (("closure", "apology"), ("pact",))
    assert one.by_field == {"when": 2, "title": 1}
    assert one.verdicts["closure"].faults[0].now == "2011-11-26"


def test_files_of_one_seed_are_one_round(checks, folder):
    folder.write("proofreading/two.yaml", HEAD + "  closure: {verdict: right}\n")
    later = HEAD.replace("proof-1", "proof-0").replace("29", "30")
    folder.write("proofreading/zero.yaml", later + "  closure: {verdict: right}\n")

    found = checks(FILE, HEAD + "  apology: {verdict: right}\n")

    assert [(one.seed, len(one.verdicts)) for one in found.rounds] == [
        ("proof-1", 2),
        ("proof-0", 1),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("seed: a\non: 2026\n", "1:1: error E11: the round has no events. Add it."),
        (HEAD + "  closur: {verdict: right}\n", '4:3: error E08: unknown event "closur".'),
        (HEAD + "  closure: {verdict: wrong}\n", '4:12: error E08: unknown verdict "wrong".'),
        (HEAD + "  closure: {note: a}\n", "4:12: error E11: the verdict is missing."),
        (HEAD + "  closure: {verdict: mended}\n", "4:12: error E11: what was mended is not said."),
        (HEAD + "  closure: right\n", "4:12: error E06: an event must have its verdict."),
        (HEAD + "  closure: {verdict: right, by: me}\n", '4:29: error E10: unknown field "by"'),
        (HEAD + "  closure: {verdict: mended, faults: [{was: a}]}\n", "4:39: error E11: the fault"),
        ("seed: a\non: soon\nevents: {closure: {verdict: right}}\n", "2:5: error E13:"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_at_its_place(problems, text, problem):
    (told,) = problems(FILE, text)

    assert told.startswith(f"data/{FILE}:{problem}")
