"""The keyboard, what it announces, and addresses that are wrong."""

from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

REST = 500


def query(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


class TestKeys:
    def test_a_question_mark_names_the_keys(self, visit):
        page = visit("/")

        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Keys")

        assert dialog.locator("kbd").count() > 10
        page.keyboard.press("Escape")
        assert not dialog.is_visible()

    def test_single_keys_can_be_kept_to_the_lanes(self, visit):
        page = visit("/")
        page.locator("#show-keys").click()
        page.get_by_label("Single keys work anywhere").uncheck()
        page.keyboard.press("Escape")
        page.reload()
        page.locator("html.ready").wait_for(state="attached")

        page.keyboard.press("?")
        assert not page.locator("#keys").is_visible()
        page.locator('#lanes [tabindex="0"]').focus()
        page.keyboard.press("?")

        assert page.locator("#keys").is_visible()

    def test_a_slash_goes_to_the_search_where_keys_are_letters(self, visit):
        page = visit("/")

        page.keyboard.press("/")
        page.keyboard.type("a?")

        assert page.locator("#q").input_value() == "a?"
        assert not page.locator("#keys").is_visible()

    def test_home_and_end_go_to_the_first_and_last_event_of_a_partner(self, visit):
        page = visit("/")
        page.locator('#lanes [tabindex="0"]').focus()
        focused = "document.activeElement.getAttribute('aria-label')"

        page.keyboard.press("End")
        page.wait_for_timeout(REST)
        last = page.evaluate(focused)
        page.keyboard.press("Home")
        page.wait_for_timeout(REST)
        first = page.evaluate(focused)

        assert int(first.split(".")[0].split()[-1]) < int(last.split(".")[0].split()[-1])

    def test_an_event_under_another_is_reached_by_going_nearer(self, visit):
        page = visit("/?partner=nato&from=2011&to=2011")
        page.locator('.mark[data-event="salala-attack"]').focus()
        focused = "document.activeElement.getAttribute('data-event')"

        page.keyboard.press("ArrowRight")

        page.wait_for_function(f"{focused} && {focused} !== 'salala-attack'")

    def test_the_mark_with_the_focus_is_not_covered(self, visit):
        page = visit("/")
        page.locator('#lanes [tabindex="0"]').focus()

        for _ in range(9):
            page.keyboard.press("ArrowDown")
        page.wait_for_timeout(REST)

        clear = page.evaluate(
            """() => {
                const mark = document.activeElement.querySelector('.head').getBoundingClientRect();
                const axis = document.getElementById('axis-box').getBoundingClientRect();
                const score = document.getElementById('score').getBoundingClientRect();
                return mark.top >= axis.bottom && mark.bottom <= score.top;
            }"""
        )
        assert clear

    def test_keys_zoom_down_to_a_week(self, visit):
        page = visit("/?event=salala-attack&from=2011-10&to=2011-12")
        page.locator('#lanes [tabindex="0"]').focus()

        for _ in range(16):
            page.keyboard.press("+")
        page.wait_for_timeout(REST)

        days = page.locator("#axis-box .axis text:not(.beyond)").all_text_contents()
        assert "26 Nov" in days
        assert 7 <= len(days) <= 9


class TestAnnouncements:
    def test_what_is_in_view_is_told_at_rest(self, visit):
        page = visit("/?from=2009&to=2012")

        page.locator("#zoom-in").click()
        page.wait_for_timeout(REST)

        said = page.locator("#said").inner_text()
        assert " to " in said
        assert said.endswith(" events")

    def test_the_count_is_not_told_twice(self, visit):
        page = visit("/")

        assert page.locator("#count").get_attribute("role") is None


class TestAddresses:
    def test_the_script_takes_what_the_server_could_read(self, visit):
        page = visit("/?from=zzz&min=abc&partner=nope&partner=nato")

        page.locator("label", has_text="Military").locator("input").check()
        page.wait_for_url("**family=military**")

        assert query(page) == {"partner": ["nato"], "family": ["military"]}

    def test_a_period_written_the_wrong_way_round_is_exchanged_by_both(self, visit):
        scripted = visit("/?from=2012&to=2010")
        plain = visit("/?from=2012&to=2010", java_script_enabled=False)

        assert scripted.locator("#count").inner_text() == plain.locator("#count").inner_text()
        assert scripted.locator("#from").input_value() == "2010"
        assert "exchanged" in plain.locator(".notes").inner_text()

    def test_going_back_to_a_bad_address_shows_what_was_shown_there(self, visit):
        page = visit("/?from=zzz&partner=nato")
        before = page.locator("#count").inner_text()

        page.locator("label", has_text="Military").locator("input").check()
        page.wait_for_url("**family=military**")
        page.go_back()
        page.wait_for_timeout(REST)

        assert page.locator("#count").inner_text() == before


def test_a_search_without_an_answer_shows_no_old_hits(chromium, address):
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address + "/?q=salala")
    page.locator("html.ready").wait_for(state="attached")
    page.route("**/timeline.json?ids=1*", lambda route: route.abort())

    page.locator("#q").fill("kargil")
    page.locator(".absent.nothing").wait_for()

    assert page.locator(".absent").inner_text() == "The server did not answer."
    assert page.locator("#lanes .mark").count() == 0
    page.context.close()


def test_where_the_clipboard_is_closed_the_address_can_be_copied_from_a_box(visit):
    page = visit("/?partner=nato")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.default_value), dialog.dismiss()))

    page.locator(".tools .share").click()
    page.wait_for_timeout(100)

    assert asked == [page.url]


def test_an_event_opened_while_a_search_is_under_way_does_not_undo_it(visit):
    page = visit("/")
    page.evaluate(
        """() => {
            const soon = window.fetch;
            window.fetch = async (address, ...rest) => {
                if (String(address).includes('ids=1')) await new Promise(on => setTimeout(on, 700));
                return soon(address, ...rest);
            };
        }"""
    )

    page.locator("#q").fill("salala")
    page.wait_for_url("**q=salala**")
    page.locator('.mark[data-event="salala-attack"] ').first.dispatch_event("click")
    page.locator(".panel .event-card").wait_for()
    page.wait_for_timeout(REST + 700)

    assert page.locator("#lanes [role=list]").count() < 8
