"""The command line as a user meets it: output, exit codes, which folder is read."""

import csv
import io
import shutil
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner

from kb import __version__
from kb.data import shipped
from kb.iris import SHARED_PREFIXES
from web.cli import main

SMALL = Path(__file__).parents[1] / "samples" / "data"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run `tieline` in an empty folder, with nothing set in the environment."""
    monkeypatch.delenv("TIELINE_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **more: CliRunner().invoke(main, list(arguments), **more)


@pytest.fixture
def here(tmp_path):
    """A small knowledge base in `data/` of the current folder, where it is found by itself."""
    return shutil.copytree(SMALL, tmp_path / "data")


@pytest.fixture
def broken(tmp_path):
    """A knowledge base with several mistakes in one event."""
    folder = shutil.copytree(SMALL, tmp_path / "broken")
    with (folder / "events.yaml").open("a") as file:
        file.write("\nzz-bad:\n  title: Bad\n  when: soon\n")
    return folder


def test_version(run):
    assert run("--version").output == f"tieline, version {__version__}\n"


@pytest.mark.parametrize("command", ["check", "query", "export", "serve"])
def test_each_command_has_help_that_names_the_data_option(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--data DIR" in result.output


def test_check_of_clean_data_counts_what_it_holds(run):
    result = run("check", "--data", str(SMALL))
    assert result.exit_code == 0, result.output
    assert "events" in result.stdout
    assert "0 errors" in result.stdout


def test_check_of_broken_data_tells_every_problem_and_exits_with_1(run, broken):
    result = run("check", "--data", str(broken))
    assert result.exit_code == 1
    assert 'error E13: "soon" is not an EDTF date.' in result.stderr
    assert 'event "zz-bad" has no kind.' in result.stderr
    assert 'event "zz-bad" has no src.' in result.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ["check", "--data", "no-such-folder"],
        ["frobnicate"],
        ["query"],
        ["query", "SELECT nonsense"],
        ["query", "no-such-file.rq"],
        ["query", "DELETE WHERE { ?s ?p ?o }"],
        ["query", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"],
        ["query", "--name", "no-such-question"],
        ["export", "docx"],
        ["serve", "--port", "many"],
    ],
)
def test_wrong_use_exits_with_2(run, wrong):
    assert run(*wrong).exit_code == 2


def test_the_data_is_found_here_then_in_the_environment_then_in_the_option(run, broken, tmp_path):
    assert str(shipped()) in run("check").stdout
    shutil.copytree(broken, tmp_path / "data")
    assert run("check").exit_code == 1
    assert run("check", env={"TIELINE_DATA": str(SMALL)}).exit_code == 0
    chosen = run("check", "--data", str(broken), env={"TIELINE_DATA": str(SMALL)})
    assert chosen.exit_code == 1


def test_query_answers_in_a_table_and_in_formats(run, here):
    ask = "SELECT ?e WHERE { ?e a sem:Event } ORDER BY ?e LIMIT 2"
    assert "(2 rows)" in run("query", ask).stdout
    rows = list(csv.reader(io.StringIO(run("query", ask, "--format", "csv").stdout)))
    assert rows[0] == ["e"]
    assert len(rows) == 3
    assert run("query", "ASK { ?e a sem:Event }").stdout == "true\n"


def test_the_table_writes_iris_as_a_query_may_write_them(run, here):
    ask = "SELECT ?e { ?e a sem:Event } ORDER BY ?e LIMIT 1"

    name = run("query", ask).stdout.splitlines()[2]

    assert name.startswith("ev:")
    assert run("query", f"ASK {{ {name} a sem:Event }}").stdout == "true\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--name", "timelin"], 'Did you mean "timeline"?'),
        (["ASK {}", "--set", "from=2001-01-01"], "add --name"),
        (
            ["--name", "causal-chain", "--set", "event=ev:salala-atack"],
            'event: there is no event "salala-atack". Did you mean ev:salala-attack?',
        ),
        (
            ["--name", "causal-chain", "--set", "event=<https://example.org/small/id/event/x>"],
            'event: there is no event "x".',
        ),
    ],
)
def test_query_tells_what_was_meant(run, here, arguments, told):
    result = run("query", *arguments)

    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_query_reads_a_file_and_standard_input(run, here, tmp_path):
    Path(tmp_path, "q.rq").write_text("ASK { ?e a sem:Event }")
    assert run("query", "q.rq").stdout == "true\n"
    assert run("query", "-", input="ASK { ?e a sem:Nothing }").stdout == "false\n"


def test_a_named_question_takes_its_parameters(run, here):
    result = run("query", "--list")
    assert "timeline:" in result.stdout
    assert run("query", "--name", "timeline").exit_code == 0


def test_constructed_triples_come_out_in_an_rdf_format(run, here):
    result = run("query", "CONSTRUCT { ?e a sem:Event } WHERE { ?e a sem:Event }")
    assert len(rdflib.Graph().parse(data=result.stdout, format="turtle")) > 0


@pytest.mark.parametrize(
    ("name", "parser"),
    [
        ("turtle", "turtle"),
        ("ntriples", "nt"),
        ("rdfxml", "xml"),
        ("jsonld", "json-ld"),
        ("nquads", "nquads"),
        ("trig", "trig"),
    ],
)
def test_export_writes_the_same_triples_in_each_format(run, here, name, parser):
    result = run("export", name)
    graph = rdflib.Dataset().parse(data=result.stdout_bytes, format=parser)
    events = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SHARED_PREFIXES['sem']}Event")))
    assert f"{len(events)} events" in run("check").stdout


def test_export_of_the_events_as_csv_has_a_line_for_each(run, here, tmp_path):
    result = run("export", "csv", "--output", "events.csv")
    assert result.exit_code == 0, result.output
    text = Path(tmp_path, "events.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert f"{len(rows)} events" in run("check").stdout
    assert {"id", "when", "score", "title@en", "title@ur"} <= rows[0].keys()
    assert {path.name for path in tmp_path.iterdir()} == {"data", "events.csv"}
