"""The timeline under the reader's hands: pointer, keys, address."""

from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

REST = 400
"""Milliseconds after which the window rests and the address follows."""


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def count(page) -> str:
    return page.locator("#count").inner_text()


def rested(page):
    page.wait_for_timeout(REST)
    return page


def test_every_mark_is_a_named_item_of_its_lane(visit):
    page = visit("/?partner=nato")

    lanes = page.get_by_role("list", name="NATO", exact=True)
    names = lanes.get_by_role("link").evaluate_all(
        "links => links.map(link => link.getAttribute('aria-label'))"
    )

    assert any("26 November 2011. NATO. US and ISAF air strikes" in name for name in names)
    assert all("Cooperation" in n or "Conflict" in n or "Neutral" in n for n in names)


class TestSelecting:
    def test_a_click_opens_the_event_and_the_address_says_so(self, visit):
        page = visit("/?from=2010&to=2012&partner=nato")

        page.locator('.mark[data-event="salala-attack"] .head').click()

        page.locator('.panel [data-id="salala-attack"]').wait_for()
        assert query(page)["event"] == ["salala-attack"]
        assert page.locator(".mark.selected").count() == 1
        assert page.locator("#lanes .cause").count() > 0

    def test_back_and_forward_walk_through_what_was_open(self, visit):
        page = visit("/?event=salala-attack")

        page.locator(".panel .close").click()
        page.locator(".panel .turning").wait_for()
        page.go_back()
        page.locator('.panel [data-id="salala-attack"]').wait_for()
        page.go_forward()
        page.locator(".panel .turning").wait_for()

        assert "event" not in query(page)

    def test_later_opens_the_next_event(self, visit):
        page = visit("/?event=salala-attack")

        page.locator(".panel .walk a[rel=next]").click()
        page.locator('.event-card:not([data-id="salala-attack"])').wait_for()

        shown = page.locator(".event-card").get_attribute("data-id")
        assert query(page)["event"] == [shown]

    def test_the_panel_is_the_same_html_as_the_event_has_without_a_script(self, visit):
        scripted = visit("/?partner=nato&from=2011-11-20&to=2011-12-05")
        scripted.locator('.mark[data-event="salala-attack"] .head').first.click()
        scripted.locator('.panel [data-id="salala-attack"]').wait_for()
        plain = visit("/?event=salala-attack", java_script_enabled=False)

        headings = [page.locator(".panel h3").all_text_contents() for page in (scripted, plain)]

        assert headings[0] == headings[1] != []


class TestFiltering:
    @pytest.mark.parametrize(
        "asked",
        [
            "partner=isaf",
            "family=military&family=sanction",
            "from=2011&to=2012-06",
            "kind=airstrike&max=-3",
            "source=ipri-2017",
            "disputed=1",
            "q=salala",
            "from=2011-11-26&to=2011-11-26&min=-10",
        ],
    )
    def test_the_script_counts_what_the_server_counts(self, visit, asked):
        scripted = visit(f"/?{asked}")
        plain = visit(f"/?{asked}", java_script_enabled=False)

        assert count(scripted) == count(plain)

    def test_a_chip_filters_lanes_list_and_address(self, visit):
        page = visit("/")
        before = count(page)

        page.locator("label", has_text="Military").locator("input").check()
        page.wait_for_url("**family=military**")
        rested(page)

        assert count(page) != before
        shown = page.locator(".entry use").evaluate_all("uses => uses.map(u => u.href.baseVal)")
        assert set(shown) == {"#shape-military"}

    def test_searching_narrows_as_one_types(self, visit):
        page = visit("/")

        page.locator("#q").press_sequentially("salala")
        page.wait_for_url("**q=salala**")
        rested(page)

        assert page.locator('.entry[data-id="salala-attack"]').count() == 1
        page.locator("#clear").click()
        rested(page)
        assert query(page) == {}

    def test_a_bound_that_is_no_plain_date_goes_to_the_server(self, visit):
        page = visit("/")

        page.locator("#from").fill("26/11/2011")
        page.locator("#from").press("Enter")
        page.locator(".notes").wait_for()

        assert "2011-11-26" in page.locator(".notes").inner_text()


class TestWindow:
    def test_zooming_and_all_years_change_the_address(self, visit):
        page = visit("/")

        page.locator("#zoom-in").click()
        rested(page)
        assert {"from", "to"} <= set(query(page))
        page.locator("#all-years").click()
        rested(page)
        assert query(page) == {}

    def test_a_grip_is_a_slider_that_keys_move(self, visit):
        page = visit("/")
        grip = page.get_by_role("slider", name="Start of the window")
        before = int(grip.get_attribute("aria-valuenow"))

        grip.focus()
        page.keyboard.press("ArrowRight")
        rested(page)

        assert int(grip.get_attribute("aria-valuenow")) == before + 1
        assert query(page)["from"][0].startswith(str(before + 1))

    def test_dragging_pans(self, visit):
        page = visit("/?from=2005&to=2012")
        box = page.locator("#lanes").bounding_box()

        page.mouse.move(box["x"] + 600, box["y"] + 200)
        page.mouse.down()
        page.mouse.move(box["x"] + 700, box["y"] + 200, steps=5)
        page.mouse.up()
        rested(page)

        assert query(page)["from"][0] < "2005"
        assert query(page)["to"][0] < "2012-12"

    def test_the_wheel_zooms_with_ctrl_and_scrolls_without(self, visit):
        page = visit("/")
        box = page.locator("#lanes").bounding_box()
        page.mouse.move(box["x"] + 600, box["y"] + 200)

        page.mouse.wheel(0, 200)
        rested(page)
        assert query(page) == {}
        page.keyboard.down("Control")
        page.mouse.wheel(0, -300)
        page.keyboard.up("Control")
        rested(page)

        assert {"from", "to"} <= set(query(page))

    def test_a_short_window_has_ticks_of_days(self, visit):
        page = visit("/?from=2011-11-22&to=2011-12-01")

        assert "26 Nov" in page.locator("#axis-box .axis text").all_text_contents()


class TestKeyboard:
    def test_there_is_one_tab_stop_into_the_lanes(self, visit):
        page = visit("/")

        assert page.locator('#lanes [tabindex="0"]').count() == 1

    def test_arrows_move_in_time_and_between_lanes_and_enter_opens(self, visit):
        page = visit("/?from=2010&to=2013")
        page.locator('#lanes [tabindex="0"]').focus()
        focused = "document.activeElement.getAttribute('aria-label')"
        first = page.evaluate(focused)

        page.keyboard.press("ArrowRight")
        second = page.evaluate(focused)
        page.keyboard.press("ArrowDown")
        below = page.evaluate(focused)
        page.keyboard.press("Enter")
        page.locator(".panel .event-card").wait_for()

        assert len({first, second, below}) == 3
        assert page.locator(".panel h2").inner_text() in below
        assert page.locator('#lanes [tabindex="0"]').count() == 1

    def test_plus_and_minus_zoom_and_escape_closes(self, visit):
        page = visit("/?event=salala-attack")
        page.locator('#lanes [tabindex="0"]').focus()

        page.keyboard.press("+")
        rested(page)
        assert "from" in query(page)
        page.keyboard.press("Escape")
        page.locator(".panel .turning").wait_for()
        assert "event" not in query(page)


def test_the_theme_is_switched_and_kept(visit):
    page = visit("/", color_scheme="light")

    page.locator("#theme").click()
    page.locator('html[data-theme="dark"]').wait_for()

    assert query(page)["theme"] == ["dark"]


def test_urdu_mirrors_the_axis_and_keeps_the_state(visit):
    page = visit("/?partner=nato&event=salala-attack")

    page.locator(".language").click()
    page.wait_for_url("**lang=ur**")
    page.locator("html.ready").wait_for(state="attached")
    rested(page)

    assert query(page)["event"] == ["salala-attack"]
    assert page.locator("html").get_attribute("dir") == "rtl"
    years = page.locator("#axis-box .axis text:not(.beyond)").evaluate_all(
        "ticks => ticks.map(t => [Number(t.textContent), t.getBoundingClientRect().x])"
    )
    by_place = [year for year, _ in sorted(years, key=lambda tick: tick[1])]
    assert by_place == sorted(by_place, reverse=True)


def test_no_label_lies_on_another(visit):
    page = visit("/?from=2009&to=2014&event=salala-attack")

    boxes = page.locator("#lanes .mark text:not(.none)").evaluate_all(
        """texts => texts.map(text => {
            const {left, right, top, bottom} = text.getBoundingClientRect();
            return [left, right, top + 3, bottom - 3, text.textContent];
        })"""
    )

    clashes = [
        (one[4], two[4])
        for place, one in enumerate(boxes)
        for two in boxes[:place]
        if one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]
    ]
    assert len(boxes) > 5
    assert clashes == []


class TestPhone:
    def test_the_list_has_an_overview_above_it_that_follows(self, visit):
        page = visit("/", size="phone")
        grip = page.get_by_role("slider", name="Start of the window")
        before = int(grip.get_attribute("aria-valuenow"))

        page.mouse.wheel(0, 4000)
        rested(page)

        assert int(grip.get_attribute("aria-valuenow")) > before
        assert page.locator("#overview").bounding_box()["y"] < 20

    def test_a_tap_opens_a_sheet_and_close_puts_it_away(self, visit):
        page = visit("/?partner=nato", size="phone")

        page.locator('.entry[data-id="salala-attack"] a').click()
        page.locator(".panel .event-card").wait_for()
        assert page.locator(".panel").bounding_box()["y"] > 200
        page.locator(".panel .close").click()
        page.locator(".panel.idle").wait_for(state="attached")

        assert not page.locator(".panel").is_visible()
