"""The application over the data that ships, with a real guard behind it."""

from pathlib import Path

import pytest

from kb.guard import Guard
from kb.live import Live
from web.app import create_app

SHIPPED = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def guard():
    with Guard() as guard:
        yield guard


@pytest.fixture(scope="session")
def live(guard):
    return Live(SHIPPED, guard)


@pytest.fixture
def client(live, guard):
    return create_app(live, guard).test_client()
