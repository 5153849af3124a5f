"""The reference of diagnostics lists the codes that there are, and its examples get them."""

import re
import shutil
from pathlib import Path

import pytest

from kb.diagnostics import CODES
from kb.reader import read

CHECKOUT = Path(__file__).parents[2]
PAGE = CHECKOUT / "docs" / "reference" / "diagnostics.md"
SAMPLE = CHECKOUT / "tests" / "kb" / "samples" / "data"
ROWS = re.findall(r"^\| ([EW]\d\d) \| ([^|]+) \| ([^|]+) \|", PAGE.read_text("utf-8"), re.MULTILINE)

FIELDS = {
    "title": "An air strike",
    "when": "2011-11-26",
    "kind": "airstrike",
    "by": "nato",
    "to": "pakistan",
    "src": "ipri-2017",
}
LATER = (
    "apology:\n  title: An apology\n  when: 2012\n  kind: apology\n  by: nato\n  src: ipri-2017\n"
)


def test_the_page_lists_the_codes_that_there_are():
    assert {code: what for code, what, _ in ROWS} == CODES
    assert [code for code, _, _ in ROWS] == list(CODES)


@pytest.mark.parametrize(
    ("code", "line"),
    [(code, line[1]) for code, _, text in ROWS if (line := re.match(r"`(\w+:[^`]*)`", text))],
)
def test_a_line_of_an_event_gets_the_code_that_it_stands_beside(code, line, tmp_path):
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "views.yaml").unlink()
    name, _, value = line.partition(":")
    fields = {**FIELDS, name: value.strip()}
    lines = [f"  {field}: {text}\n" for field, text in fields.items()]
    event = "salala-attack:\n" + "".join(lines)
    (tmp_path / "events.yaml").write_text(event + LATER, encoding="utf-8")

    assert code in {found.code for found in read(tmp_path).diagnostics}
