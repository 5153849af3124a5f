"""Search as one types, by pointer and by keyboard, and what the page copies."""

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


def typed(page, text: str):
    """The options that come up for the text."""
    page.locator("#q").fill("")
    page.locator("#q").press_sequentially(text)
    options = page.get_by_role("option")
    options.first.wait_for()
    return options


def names(options) -> list[str]:
    return options.locator(".name").all_text_contents()


class TestTyping:
    def test_the_best_come_up_with_the_words_marked(self, visit):
        page = visit("/actor/nato")

        options = typed(page, "salala")

        assert 0 < options.count() <= 8
        assert names(options)[0] == "US and ISAF air strikes on two Pakistani posts at Salala"
        assert options.first.locator("mark").all_text_contents() == ["Salala"]
        assert page.locator("#q").get_attribute("aria-expanded") == "true"
        assert page.locator("#search [role=status]").inner_text().startswith("Suggestions: ")

    def test_a_slip_is_forgiven(self, visit):
        assert "Salala" in names(typed(visit("/actor/nato"), "salalla"))[0]

    def test_urdu_is_found_and_marked_as_urdu(self, visit):
        page = visit("/actor/nato?lang=ur")

        first = typed(page, "نيٹو").first.locator(".name")

        assert first.inner_text() == "نیٹو"
        assert (first.get_attribute("lang"), first.get_attribute("dir")) == ("ur", "rtl")

    def test_an_empty_box_closes_the_list(self, visit):
        page = visit("/actor/nato")
        typed(page, "salala")

        page.locator("#q").fill("")

        page.get_by_role("listbox").wait_for(state="hidden")


class TestKeyboard:
    def test_arrows_choose_and_enter_opens(self, visit):
        page = visit("/actor/nato?lang=en")
        typed(page, "salala")

        page.keyboard.press("ArrowDown")
        chosen = page.locator("#q").get_attribute("aria-activedescendant")
        assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")

        page.wait_for_url("**/event/salala-attack?lang=en")

    def test_up_from_the_box_goes_to_the_last_and_down_back_into_the_box(self, visit):
        page = visit("/actor/nato")
        options = typed(page, "salala")

        page.keyboard.press("ArrowUp")
        assert options.last.get_attribute("aria-selected") == "true"
        page.keyboard.press("ArrowDown")

        assert page.locator("#q").get_attribute("aria-activedescendant") is None

    def test_escape_closes_and_keeps_the_text(self, visit):
        page = visit("/actor/nato")
        typed(page, "salala")

        page.keyboard.press("Escape")

        assert page.get_by_role("listbox").is_hidden()
        assert page.locator("#q").input_value() == "salala"

    def test_enter_without_a_choice_goes_to_all_results(self, visit):
        page = visit("/?partner=nato")
        typed(page, "salala")

        page.keyboard.press("Enter")

        page.wait_for_url("**/search?**")
        assert page.get_by_role("heading", level=1).inner_text() == "Search: “salala”"


class TestOnTheTimeline:
    def test_a_chosen_event_opens_in_place(self, visit):
        page = visit("/")

        typed(page, "salala attack").first.click()

        page.locator('.panel [data-id="salala-attack"]').wait_for()
        assert parse_qs(urlsplit(page.url).query)["event"] == ["salala-attack"]

    def test_once_an_event_is_chosen_what_was_typed_filters_no_longer(self, visit):
        page = visit("/?lang=en")
        options = typed(page, "salalla")
        page.wait_for_url("**q=salalla**")

        options.first.click()

        page.wait_for_url(lambda url: "event=salala-attack" in url and "q=" not in url)
        assert page.locator("#q").input_value() == ""

    def test_results_are_what_stays_in_the_list(self, visit):
        page = visit("/")
        typed(page, "salalla")

        page.locator(".entry").nth(30).wait_for(state="detached")

        assert parse_qs(urlsplit(page.url).query)["q"] == ["salalla"]
        assert page.locator('.entry[data-id="salala-attack"]').count() == 1


class TestList:
    def test_its_pages_are_turned_in_place(self, visit):
        page = visit("/")
        first = page.locator(".entry").first.get_attribute("data-id")

        page.locator(".pager a[rel=next]").click()
        page.locator(f'.entry[data-id="{first}"]').wait_for(state="detached")

        assert parse_qs(urlsplit(page.url).query)["page"] == ["2"]
        assert page.locator(".entry").count() == 100

    def test_an_event_on_a_later_page_stays_there_when_it_is_opened(self, visit):
        page = visit("/?page=3")
        last = page.locator(".entry").last.get_attribute("data-id")

        page.locator(".entry a").last.click()

        page.locator(f'.panel [data-id="{last}"]').wait_for()
        page.locator(f'.entry[data-id="{last}"][aria-current]').wait_for()


class TestCopying:
    def test_a_reference_is_copied_whole(self, visit):
        page = visit("/event/salala-attack", permissions=["clipboard-read", "clipboard-write"])
        page.get_by_text("Cite", exact=True).click()

        page.locator('[data-copy="cite-apa"]').click()

        page.get_by_text("Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#cite-apa").inner_text()
        assert "(Version 0.1.0+" in copied


class TestWithoutScript:
    def test_the_box_is_a_form_that_leads_to_the_results(self, visit):
        page = visit("/actor/nato?lang=ur", java_script_enabled=False)

        page.locator("#q").fill("سلالہ")
        page.locator("#q").press("Enter")

        page.wait_for_url("**/search?**lang=ur**")
        assert page.locator('.hit[data-id="salala-attack"]').count() == 1

    def test_no_button_stands_that_would_do_nothing(self, visit):
        page = visit("/event/salala-attack", java_script_enabled=False)

        page.get_by_text("Cite", exact=True).click()

        assert page.locator("#cite-bibtex").is_visible()
        assert page.locator("button.copy").first.is_hidden()


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ur"])
def test_axe_finds_nothing_on_results_and_suggestions(visit, lang, scheme, size):
    page = visit(f"/search?q=nato salala&lang={lang}", size=size, color_scheme=scheme)
    typed(page, "nato")
    page.keyboard.press("ArrowDown")

    found = Axe().run(page).response["violations"]

    assert [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", ["/event/salala-attack", "/source/ipri-2017"])
@pytest.mark.parametrize("lang", ["en", "ur"])
def test_axe_finds_nothing_where_all_is_open(visit, path, lang):
    page = visit(f"{path}?lang={lang}")
    page.locator("details.cite").evaluate_all("all => all.forEach(one => { one.open = true; })")

    found = Axe().run(page).response["violations"]

    assert [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"]] == []
