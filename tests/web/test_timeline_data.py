"""What the script of the timeline is sent."""

from types import SimpleNamespace

import pytest

from benchmarks.synthetic import knowledge_base
from kb.live import State
from kb.timeline.timeline import ALL_AT_ONCE
from web.app import create_app


@pytest.fixture(scope="module")
def many():
    """One event more than is sent whole."""
    return knowledge_base(ALL_AT_ONCE + 1)


@pytest.fixture(scope="module")
def asked(many, guard):
    """Asks the application over them."""
    application = create_app(SimpleNamespace(state=State(many, "made-up")), guard)
    return application.test_client().get


class TestShort:
    def test_all_events_come_at_once_whatever_the_state(self, client, live):
        found = client.get("/timeline.json?lang=en&partner=india").json

        assert sorted(found["events"]["id"]) == sorted(live.state.kb.events)
        assert found["total"] == len(live.state.kb.events)

    def test_the_answer_is_in_the_language_that_was_asked_for(self, client):
        assert client.get("/timeline.json?lang=ur").json["lang"] == "ur"
        assert client.get("/timeline.json?lang=en").json["lang"] == "en"

    def test_ids_alone_are_those_that_the_filter_lets_through(self, client):
        ids = client.get("/timeline.json?ids=1&family=military").json

        assert 0 < len(ids) < len(client.get("/timeline.json").json["events"]["id"])


@pytest.mark.slow
class TestLong:
    """More events than are sent whole."""

    def test_first_come_counts_by_month_and_the_window(self, asked, many):
        found = asked("/timeline.json?lang=en&from=2001&to=2001-03").json
        everything = found["months"]["all"]

        assert found["total"] == len(many.events)
        assert sum(sum(everything[part]) for part in ("up", "down", "even")) == len(many.events)
        assert 0 < len(found["window"]["events"]["id"]) < 800

    def test_a_window_is_sent_alone(self, asked):
        found = asked("/timeline.json?lang=en&from=2001&to=2001-03&part=window").json

        assert "months" not in found
        assert found["span"][1] - found["span"][0] == 90

    def test_the_filter_is_applied_by_the_server(self, asked, many):
        whole = asked("/timeline.json?lang=en").json["months"]["all"]
        some = asked("/timeline.json?lang=en&family=military").json["months"]["all"]
        ids = asked("/timeline.json?ids=1&family=military").json

        assert sum(sum(some[part]) for part in ("up", "down", "even")) == len(ids)
        assert sum(some["up"]) < sum(whole["up"])

    def test_the_page_lists_a_part_and_says_how_many_there_are(self, asked, many):
        html = asked("/").text

        assert f"{len(many.events):,} of {len(many.events):,} events" in html
        assert len(html) < 200_000


@pytest.mark.parametrize("address", ["/timeline.json", "/timeline.json?lang=ur"])
def test_an_answer_that_is_known_is_not_sent_again(client, address):
    tag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
