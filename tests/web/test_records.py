"""Records that were renamed or removed after they had been published."""

from dataclasses import replace

import pytest


@pytest.fixture
def changed(client_with, live):
    """A client where an event was renamed and another removed."""
    kb = live.state.kb
    renamed = replace(kb.events["salala-attack"], was=("salala-strike",))
    dataset = replace(kb.dataset, removed={"event/twice": "It was the same as salala-attack."})
    events = {**kb.events, "salala-attack": renamed}
    return client_with(kb=replace(kb, dataset=dataset, events=events))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/id/event/salala-strike", "/id/event/salala-attack"),
        ("/event/salala-strike", "/event/salala-attack"),
        ("/event/salala-strike.ttl", "/event/salala-attack.ttl"),
        ("/event/salala-strike.jsonld", "/event/salala-attack.jsonld"),
    ],
)
def test_a_renamed_record_leads_to_where_it_is(changed, old, new):
    answer = changed.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, new)


@pytest.mark.parametrize("path", ["/id/event/twice", "/event/twice", "/event/twice.ttl"])
def test_a_removed_record_is_gone_and_the_page_says_why(changed, path):
    answer = changed.get(path)
    assert answer.status_code == 410
    assert "It was the same as salala-attack." in answer.text


@pytest.mark.parametrize("path", ["/event/never", "/actor/twice", "/id/nothing/twice"])
def test_what_never_was_is_not_found(changed, path):
    assert changed.get(path).status_code == 404
