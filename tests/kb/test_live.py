"""The state that is served: a change is swapped in whole, a mistake takes nothing down."""

import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph
import pytest

from kb import BadData
from kb.live import Live

SMALL = Path(__file__).parent / "samples" / "data"


class Recorder:
    """Takes what is published as the guard would, and can refuse it."""

    def __init__(self):
        self.published = []
        self.refuses = False

    def publish(self, path, version, prefixes):
        assert prefixes["sem"]
        if self.refuses:
            raise RuntimeError("cannot be loaded")
        quads = pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS)
        self.published.append((version, len(list(quads))))


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "data")


@pytest.fixture
def publisher():
    return Recorder()


@pytest.fixture
def live(folder, publisher):
    live = Live(folder, publisher)
    yield live
    live.close()


def add(folder, text):
    with (folder / "places.yaml").open("a") as file:
        file.write(f"\n{text}\n")


def test_the_graph_is_published_with_its_version(live, publisher):
    ((version, count),) = publisher.published
    assert version == live.state.version
    assert count > 100
    assert live.state.diagnostics == ()


def test_a_change_becomes_the_state(live, folder, publisher):
    before = live.state
    add(folder, "testville: {name: Testville}")
    live.refresh()
    assert "testville" in live.state.kb.places
    assert "testville" not in before.kb.places
    assert live.state.version == publisher.published[-1][0] != before.version


def test_layout_and_comments_change_no_version(live, folder):
    before = live.state.version
    add(folder, "# only a comment")
    live.refresh()
    assert live.state.version == before


def test_a_mistake_leaves_the_last_good_state_and_is_told(live, folder, publisher, caplog):
    before = live.state
    add(folder, "testville: {nome: Testville}")
    live.refresh()
    assert live.state.kb is before.kb
    assert live.state.version == before.version
    assert any("nome" in str(problem) for problem in live.state.diagnostics)
    assert any("nome" in message for message in caplog.messages)
    assert len(publisher.published) == 1
    text = (folder / "places.yaml").read_text().replace("nome", "name")
    (folder / "places.yaml").write_text(text)
    live.refresh()
    assert live.state.diagnostics == ()
    assert "testville" in live.state.kb.places


def test_a_state_that_cannot_be_published_is_not_shown(live, folder, publisher):
    before = live.state
    publisher.refuses = True
    add(folder, "testville: {name: Testville}")
    live.refresh()
    assert live.state is before


def test_files_that_are_broken_at_the_start_are_refused(folder, publisher):
    add(folder, "testville: {nome: Testville}")
    with pytest.raises(BadData, match="nome"):
        Live(folder, publisher)


def test_a_saved_file_is_noticed(live, folder):
    thread = live.watch()
    time.sleep(0.5)
    add(folder, "testville: {name: Testville}")
    deadline = time.monotonic() + 15
    while "testville" not in live.state.kb.places and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "testville" in live.state.kb.places
    live.close()
    thread.join(10)
    assert not thread.is_alive()


def test_the_state_says_when_a_file_was_last_written(tmp_path):
    folder = shutil.copytree(SMALL, tmp_path / "data")
    for file in folder.rglob("*.yaml"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    os.utime(folder / "events.yaml", (1_300_000_000.5, 1_300_000_000.5))

    changed = Live(folder, Recorder()).state.changed

    assert changed == datetime(2011, 3, 13, 7, 6, 40, tzinfo=UTC)
