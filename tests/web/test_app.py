"""What every response carries, whichever part of the application it comes from."""

import re

import pytest

PATHS = [
    *("/", "/event/salala-attack", "/actor/nato", "/search?q=salala", "/codebook", "/quality"),
    *("/sparql", "/data.ttl", "/timeline.json", "/static/x/icon.svg", "/nothing", "/healthz"),
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_may_load_nothing_from_elsewhere(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.parametrize("path", PATHS)
def test_no_type_is_guessed(client, path):
    assert client.get(path).headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/event/salala-attack", "/actor/nato", "/nothing"])
def test_no_page_has_an_inline_style_or_script(client, path):
    html = client.get(path).text
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html)
    for script in re.findall(r"<script[^>]*>", html):
        assert "src=" in script or "application/json" in script or "application/ld+json" in script


def test_a_body_that_is_too_long_is_refused(client):
    body = b"x" * (3 * 1024 * 1024)
    answer = client.post("/sparql", data=body, content_type="application/sparql-query")
    assert answer.status_code == 413
