"""A small knowledge base that holds every form, and a folder to break a copy of it in."""

import shutil
from pathlib import Path

import pytest

from kb.reader import Reading, read

SAMPLE = Path(__file__).parent / "samples" / "data"


class Folder:
    """A copy of the sample in `data/` of the current folder, so that messages name it so."""

    def __init__(self, path):
        self.path = path

    def write(self, name: str, content: str | bytes) -> Path:
        """Put this in the place of a file; a text is taken as it is, line ends included."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def remove(self, *names: str) -> None:
        for name in names:
            (self.path / name).unlink()

    def read(self) -> Reading:
        return read(Path("data"))

    def errors(self) -> list[str]:
        """What is wrong, each a line; a warning that something is unused is left out."""
        return [str(problem) for problem in self.read().diagnostics if problem.code != "W05"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A knowledge base without a fault, to be given one."""
    shutil.copytree(SAMPLE, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path / "data")


@pytest.fixture
def events(folder):
    """Replaces the events, and the views, and tells what is wrong with them then."""

    def replaced(text: str | bytes) -> list[str]:
        folder.write("events.yaml", text)
        folder.write("views.yaml", "")
        return folder.errors()

    return replaced


@pytest.fixture(scope="session")
def sample():
    """The sample as a knowledge base."""
    reading = read(SAMPLE)
    assert reading.diagnostics == ()
    assert reading.kb is not None
    return reading.kb
