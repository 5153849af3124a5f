"""The timeline on a phone: the list, and what a tap adds to it."""

import pytest

pytestmark = pytest.mark.browser

REST = 500
TOUCH = {"has_touch": True, "is_mobile": True}


def test_a_tap_opens_a_strip_of_lanes_and_another_closes_it(visit):
    page = visit("/", size="phone", **TOUCH)
    assert not page.locator("#lanes").is_visible()

    page.locator("#show-lanes").tap()
    assert page.locator("#show-lanes").get_attribute("aria-expanded") == "true"
    assert page.locator("#lanes .mark").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator("#lanes").bounding_box()["height"] < 844 / 2

    page.locator("#show-lanes").tap()
    assert not page.locator("#lanes").is_visible()


def test_two_fingers_zoom_the_strip(visit):
    page = visit("/", size="phone", **TOUCH)
    page.locator("#show-lanes").tap()
    box = page.locator("#lanes").bounding_box()
    y = box["y"] + 60
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *xs: float):
        points = [{"x": x, "y": y, "id": number} for number, x in enumerate(xs)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", 200, 240)
    for step in range(1, 8):
        send("touchMove", 200 - 8 * step, 240 + 8 * step)
    send("touchEnd")
    page.wait_for_timeout(REST)

    assert "from=" in page.url
    assert "to=" in page.url


def test_turning_points_come_as_a_sheet_and_one_opens_from_it(visit):
    page = visit("/", size="phone", **TOUCH)

    page.locator("#show-turning").tap()
    assert page.locator("#panel").bounding_box()["y"] > 200
    page.locator(".panel .turning a").first.tap()

    page.locator(".panel .event-card").wait_for()
    assert "event=" in page.url


def test_a_tap_beside_the_sheet_of_turning_points_puts_it_away(visit):
    page = visit("/", size="phone", **TOUCH)

    page.locator("#show-turning").tap()
    page.touchscreen.tap(195, 30)

    assert not page.locator("#panel").is_visible()
    assert page.locator("#show-turning").get_attribute("aria-expanded") == "false"


def test_the_address_can_be_handed_on(visit):
    page = visit("/?partner=nato", size="phone", permissions=["clipboard-read", "clipboard-write"])

    page.locator(".phone-bar .share").click()

    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_targets_in_the_strip_are_large_enough(visit):
    page = visit("/", size="phone", **TOUCH)
    page.locator("#show-lanes").tap()

    small = page.locator(".phone-bar button, .zoom button").evaluate_all(
        """targets => targets
            .filter(target => target.checkVisibility())
            .filter(target => Math.min(target.offsetWidth, target.offsetHeight) < 44).length"""
    )

    assert small == 0


def test_a_finger_beside_a_head_opens_it(visit):
    page = visit("/?partner=seato", size="phone", **TOUCH)
    page.locator("#show-lanes").tap()
    head = page.locator("#lanes .mark .head").first.bounding_box()

    page.touchscreen.tap(head["x"] + head["width"] / 2 - 16, head["y"] + head["height"] / 2)

    page.locator(".panel .event-card").wait_for()
