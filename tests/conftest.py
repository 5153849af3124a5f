"""What tests of several folders share: the checkout, and the application over the shipped data."""

from pathlib import Path

import pytest
from hypothesis import settings

from kb.guard import Guard
from kb.live import Live
from web.app import create_app

# A busy machine is no failure, so examples have no deadline.
settings.register_profile("tieline", deadline=None)
settings.load_profile("tieline")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shipped(checkout):
    """The folder of the data that ships."""
    return checkout / "data"


@pytest.fixture(scope="session")
def guard():
    with Guard() as guard:
        yield guard


@pytest.fixture(scope="session")
def live(shipped, guard):
    """The state that ships, answered for by a real guard."""
    return Live(shipped, guard)


@pytest.fixture(scope="session")
def app(live, guard):
    return create_app(live, guard)


@pytest.fixture
def client(app):
    return app.test_client()
