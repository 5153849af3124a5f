"""The score line: whose it is, beside whose, how it fades, and who changed most."""

import pytest

pytestmark = pytest.mark.browser

REST = 300


def line(page) -> str:
    return page.locator("#score .mean").first.get_attribute("d")


def test_it_follows_the_filter(visit):
    whole = visit("/")
    nato = visit("/?partner=nato")
    military = visit("/?family=military")

    assert whole.locator("#score select").first.input_value() == "united-states"
    assert nato.locator("#score select").first.input_value() == "nato"
    assert nato.locator("#score select").first.locator("option").count() == 1
    assert line(military) != line(whole)


def test_its_half_life_can_be_changed_and_is_explained(visit):
    page = visit("/")
    before = line(page)

    page.get_by_label("Half-life").select_option("10")
    assert line(page) != before
    page.get_by_text("How it is reckoned").click()

    assert "PLOVER" in page.locator(".explain").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator(".explain").is_visible()


def test_a_second_partner_may_stand_beside_the_first(visit):
    page = visit("/")
    assert page.locator("#score .all").count() == 1

    page.get_by_label("beside").select_option("india")

    assert page.locator("#score .other").count() == 1
    assert page.locator("#score .all").count() == 0


def test_counts_stand_beside_the_mean(visit):
    page = visit("/?partner=nato&from=2011&to=2011")

    text = page.locator(".score-counts").inner_text()
    down = page.locator("#score .bin.down").get_attribute("d")

    assert "of cooperation" in text
    assert "of conflict" in text
    assert down.count("M") >= 1


def test_the_mean_under_the_pointer_is_told(visit):
    page = visit("/")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(REST)
    box = page.locator("#score svg").bounding_box()

    page.mouse.move(box["x"] + 690, box["y"] + 40)
    page.mouse.move(box["x"] + 700, box["y"] + 40)

    month, mean = page.locator(".score-read").inner_text().split(": ")
    assert month[-4:].isdigit()
    assert mean[0] in "+−0"


def test_years_in_which_the_mean_changed_its_side_are_named(visit):
    page = visit("/?partner=united-states")

    turns = page.locator("#score .turn").all_text_contents()

    assert turns
    assert all(turn[0] in "▲▼" and turn[2:].isdigit() for turn in turns)


def test_who_changed_most_is_a_table_whose_rows_choose_the_line(visit):
    page = visit("/?from=2001&to=2011")

    page.locator(".changes summary").click()
    rows = page.locator(".changes tbody tr")
    changes = rows.locator("td.score").all_text_contents()
    sizes = [abs(float(change.replace("−", "-"))) for change in changes]
    assert len(sizes) > 3
    assert sizes == sorted(sizes, reverse=True)
    rows.locator("button", has_text="India").click()

    assert page.locator("#score select").first.input_value() == "india"
    assert not page.locator(".changes table").is_visible()
