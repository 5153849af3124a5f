"""Each record has a lasting address and is cited under it."""

from datetime import UTC, datetime

import pytest

from kb.cite import plain
from web.citing import lasting
from web.context import reading


@pytest.fixture
def cited(app):
    def of(kind: str, slug: str):
        with app.test_request_context(f"/{kind}/{slug}"):
            return lasting(kind, getattr(reading().kb, f"{kind}s")[slug])

    return of


@pytest.mark.parametrize(
    ("kind", "slug"), [("event", "salala-attack"), ("actor", "nato"), ("source", "ipri-2017")]
)
def test_iri_version_and_day_of_access_are_named(cited, live, kind, slug):
    state, found = live.state, cited(kind, slug)
    today = datetime.now(UTC).date()

    assert found.iri == f"{state.kb.dataset.base}id/{kind}/{slug}"
    assert found.here == f"http://localhost/{kind}/{slug}"
    for text in (plain(found.cited.apa), plain(found.cited.chicago), found.cited.bibtex):
        assert found.iri in text
        assert f"{state.kb.dataset.version}+{state.version}" in text
        assert str(today.year) in text


def test_only_a_source_is_cited_as_itself_too(cited):
    assert cited("event", "salala-attack").of_source is None
    assert plain(cited("source", "ipri-2017").of_source.apa) == (
        "Abbas, K. (2017, February 26). Re-evaluating Pakistan-NATO Relations. Islamabad Policy "
        "Research Institute. https://ipripak.org/re-evaluating-pakistan-nato-relations/"
    )
