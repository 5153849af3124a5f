"""Small knowledge bases to measure, and files of checks beside them."""

from textwrap import dedent

import pytest

from kb.report import Checks, Report, read_checks, report


@pytest.fixture
def kb_of(folder):
    """The sample with these events in the place of its own."""

    def made(text: str):
        folder.write("events.yaml", dedent(text))
        folder.write("views.yaml", "")
        reading = folder.read()
        assert reading.kb is not None, reading.diagnostics
        return reading.kb

    return made


@pytest.fixture
def measured(kb_of):
    """What is measured of these events, by the id of the measure."""

    def made(text: str):
        return {one.id: one for one in report(kb_of(text)).measures}

    return made


@pytest.fixture
def checks(folder):
    """What is read of the checks once this file is beside the sample."""

    def made(name: str, text: str) -> Checks:
        folder.write(name, dedent(text))
        kb = folder.read().kb
        assert kb is not None
        return read_checks(folder.path, kb)

    return made


@pytest.fixture
def of_sample(sample) -> Report:
    return report(sample)


@pytest.fixture
def problems(checks):
    """What is wrong with a file of checks, each a line."""

    def made(name: str, text: str) -> list[str]:
        return [str(problem) for problem in checks(name, text).problems]

    return made
