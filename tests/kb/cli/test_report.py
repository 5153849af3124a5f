"""`tieline report` and `tieline sample` as a user meets them."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from web.cli import main

SMALL = Path(__file__).parents[1] / "samples" / "data"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run `tieline` where a small knowledge base is in `data/`."""
    monkeypatch.delenv("TIELINE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, tmp_path / "data")
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


class TestReport:
    def test_it_is_a_table_on_a_terminal(self, run):
        result = run("report")

        assert result.exit_code == 0, result.output
        assert "Events with sources of two publishers" in result.stdout
        assert "RELIABILITY OF THE CODING\n  Not measured." in result.stdout

    def test_in_json_it_holds_all_that_was_measured(self, run):
        found = json.loads(run("report", "--format", "json").stdout)

        day = next(one for one in found["measures"] if one["id"] == "day")
        assert (day["value"], day["of"], len(day["misses"])) == (3, 6, 3)
        assert found["reliability"] is None

    def test_in_markdown_each_table_has_a_heading(self, run):
        text = run("report", "--format", "markdown").stdout

        assert text.startswith("## Measures\n\n| Measure | Value |")
        assert "\n## Events by partner and decade\n" in text

    def test_missing_lists_ids_alone(self, run):
        result = run("report", "--missing", "places@ur")

        assert result.stdout == "salala\nkabul\n"

    def test_missing_of_no_measure_names_those_that_there_are(self, run):
        result = run("report", "--missing", "dya")

        assert result.exit_code == 2
        assert 'There is no measure "dya". There are: events, two-publishers, day' in result.stderr

    def test_what_is_wrong_with_the_checks_is_told_and_exits_with_1(self, run, tmp_path):
        (tmp_path / "data" / "targets.yaml").write_text("measures: {day: most}\n")

        for command in ("report", "check"):
            result = run(command)
            assert result.exit_code == 1
            assert "data/targets.yaml:1:17: error E06: the target of day" in result.stderr

    def test_broken_data_exits_with_1(self, run, tmp_path):
        (tmp_path / "data" / "events.yaml").write_text("a: {title: A}\n")

        result = run("report")

        assert (result.exit_code, result.stdout) == (1, "")


class TestSample:
    def test_it_draws_as_many_as_are_asked_for_the_same_each_time(self, run):
        first, again = (run("sample", "3", "--seed", "a").stdout for _ in range(2))

        assert first == again
        assert len(first.split()) == 3

    def test_as_codings_they_are_lines_of_the_first_coder(self, run):
        drawn = run("sample", "2", "--seed", "a").stdout.split()

        rows = list(
            csv.DictReader(io.StringIO(run("sample", "2", "--seed", "a", "--codings").stdout))
        )

        assert [row["event"] for row in rows] == drawn
        assert {row["coder"] for row in rows} == {"first"}

    @pytest.mark.parametrize("wrong", [["sample", "3"], ["sample", "0", "--seed", "a"]])
    def test_without_a_seed_or_a_number_it_is_wrong_use(self, run, wrong):
        assert run(*wrong).exit_code == 2
