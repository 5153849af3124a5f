"""The how-to pages can be followed: what they say to write is read, what they ask is answered."""

import re
import shutil
from pathlib import Path

import pytest

from kb.diagnostics import Diagnostic
from kb.iris import RECORD_PREFIXES, SHARED_PREFIXES
from kb.reader import Reading, read
from kb.store import Store

CHECKOUT = Path(__file__).parents[2]
HOW_TO = CHECKOUT / "docs" / "how-to"
QUERIES = "query-from-curl-pandas-sparqlwrapper.md"


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of one language, in order."""
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small knowledge base to write in, which knows whom and what the page names."""
    folder = shutil.copytree(CHECKOUT / "tests" / "kb" / "samples" / "data", tmp_path / "data")
    append(folder / "actors.yaml", "india: {name: India, type: state}")
    for name in ("ap-2011", "abc-au-2011", "dod-2011", "dawn-2011"):
        source = f"{name}: {{title: T, publisher: P, type: news}}\n"
        append(folder / "sources.yaml", source)
    return folder


def append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")


def write(data: Path, event: str) -> Reading:
    """What is read where the example's source and place, and this event, have been added."""
    source, place = blocks("add-an-event.md", "yaml")[:2]
    append(data / "sources.yaml", source)
    append(data / "places.yaml", place)
    (data / "events").mkdir(exist_ok=True)
    (data / "events" / "added.yaml").write_text(event, encoding="utf-8")
    return read(data)


def errors(reading: Reading) -> list[Diagnostic]:
    return [problem for problem in reading.diagnostics if problem.severity == "error"]


def test_the_event_of_the_example_can_be_added(data):
    event = blocks("add-an-event.md", "yaml")[2]

    reading = write(data, event)

    assert reading.kb is not None, [str(problem) for problem in reading.diagnostics]
    assert reading.kb.events["lahore-declaration"].where == "lahore"


def test_figures_claims_and_causes_are_written_as_the_page_says(data):
    event, *details = blocks("add-an-event.md", "yaml")[2:]

    reading = write(data, event + "".join(details))

    # The event is older than the cause that the page gives as an example of one.
    assert [problem.code for problem in errors(reading)] == ["E18"]


def test_a_mistake_gets_the_message_that_the_page_shows(data):
    event = blocks("add-an-event.md", "yaml")[2]

    reading = write(data, event.replace("india,", "indai,"))

    (problem,) = errors(reading)
    page = (HOW_TO / "add-an-event.md").read_text(encoding="utf-8")
    shown = re.search(r"^data/events.yaml:\d+:(\d+: error .* Known)", page, re.MULTILINE)
    assert shown
    assert shown[1] in f"{problem.column}: {str(problem).split(': ', 1)[1]}"


@pytest.fixture(scope="module")
def store() -> Store:
    kb = read(CHECKOUT / "data").kb
    assert kb is not None
    return Store(kb)


@pytest.mark.parametrize("query", blocks(QUERIES, "sparql"))
def test_a_query_of_the_page_has_rows(query, store):
    assert list(store.query(query))


@pytest.mark.parametrize("code", blocks(QUERIES, "python"))
def test_the_python_of_the_page_compiles(code):
    compile(code, QUERIES, "exec")


def test_the_page_names_every_prefix():
    text = (HOW_TO / QUERIES).read_text(encoding="utf-8")
    named = set(re.findall("`([a-z]+)`", text[text.index("## Prefixes") :]))

    assert named == {*SHARED_PREFIXES, *RECORD_PREFIXES}
