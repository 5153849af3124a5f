"""What tests of every folder share: where the checkout is, and how hypothesis runs."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure, so examples have no deadline.
settings.register_profile("tieline", deadline=None)
settings.load_profile("tieline")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parents[1]
