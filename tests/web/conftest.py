"""Ways to ask for a page."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from web.app import create_app


@pytest.fixture
def page(client):
    """The HTML at a path, which must be there."""

    def fetch(path: str) -> str:
        response = client.get(path)
        assert response.status_code == 200, path
        return response.text

    return fetch


@pytest.fixture
def client_with(live, guard):
    """A client of the same application over a state of which parts differ."""

    def made(**changed):
        state = replace(live.state, **changed)
        return create_app(SimpleNamespace(state=state), guard).test_client()

    return made
