"""A timeline too long to be sent whole: bins from the server, and events where the reader looks."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from benchmarks.synthetic import knowledge_base
from kb.live import State

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVENTS = 12_000
ALL = "12,000 of 12,000 events"


@pytest.fixture(scope="module")
def kb():
    return knowledge_base(EVENTS)


@pytest.fixture(scope="module")
def address(kb, serving):
    """Where the application is served over made-up events."""
    with serving(lambda _: SimpleNamespace(state=State(kb, "made-up"))) as found:
        yield found


def shown(page) -> str:
    return page.locator("#count").inner_text()


def titles(page) -> set[str]:
    names = page.locator("#lanes .mark").evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label'))"
    )
    return {name.split(". ")[2] for name in names}


def test_the_whole_is_bins_with_landmarks(visit):
    page = visit("/")

    assert shown(page) == ALL
    assert page.locator('#lanes .bin.up[d^="M"]').count() > 5
    assert 20 < page.locator("#lanes .mark").count() < 600


def test_zooming_in_brings_the_events_of_the_window_by_title(visit, kb):
    page = visit("/")
    landmarks = titles(page)
    area = page.locator("#lanes").bounding_box()
    page.mouse.move(area["x"] + area["width"] / 2, area["y"] + 60)

    with page.expect_response(lambda response: "part=window" in response.url):
        page.keyboard.down("Control")
        for _ in range(20):
            page.mouse.wheel(0, -200)
        page.keyboard.up("Control")
    page.wait_for_timeout(500)

    asked = parse_qs(urlsplit(page.url).query)
    first, last = asked["from"][0], asked["to"][0]
    within = {event.title["en"] for event in kb.events.values() if first <= event.when.edtf <= last}
    # A mark that would lie on a weightier one is not drawn, so that not all of them stand there.
    assert len(titles(page) & within) > len(within) / 2
    assert titles(page) - landmarks
    assert shown(page).endswith("of 12,000 events")


def test_an_event_far_away_is_found_and_shown_in_its_lane(visit):
    page = visit("/?from=2001&to=2002")

    page.goto(page.url + "&event=made-up-000123")

    page.locator('.panel [data-id="made-up-000123"]').wait_for()
    assert page.locator("#panel h2").first.inner_text().strip() != ""


def test_a_filter_is_counted_by_the_server(visit, kb):
    page = visit("/")

    page.locator(".families label").first.click()

    expect(page.locator("#count")).not_to_have_text(ALL)
    number = int(shown(page).split(" of ")[0].replace(",", ""))
    kinds = kb.vocabulary.kinds
    assert number == sum(kinds[event.kind].family == "agreement" for event in kb.events.values())


def test_going_back_shows_what_is_known_without_asking_again(visit):
    page = visit("/")
    page.locator(".families label").first.click()
    expect(page.locator("#count")).not_to_have_text(ALL)
    asked = []
    page.on(
        "request", lambda request: asked.append(request.url) if ".json" in request.url else None
    )

    page.go_back()

    expect(page.locator("#count")).to_have_text(ALL)
    assert asked == []
