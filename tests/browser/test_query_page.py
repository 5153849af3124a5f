"""The query page in a browser: its editor, its questions, and what it makes of rows."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROWS = """SELECT ?event ?title ?date ?score WHERE {
  ?event a sem:Event ; rdfs:label ?title ; dcterms:date ?date ; kb:score ?score ;
    sem:hasActor actor:nato .
  FILTER(LANG(?title) = "en")
} ORDER BY ?date ?event LIMIT 40"""
ASKED = f"/sparql?query={quote(ROWS)}"
PATHS = [
    "/sparql",
    ASKED,
    f"{ASKED}&view=timeline",
    f"{ASKED}&view=chart",
    "/q/",
    "/q/two-parties",
    "/q/score-by-year?view=chart",
    "/vocabulary",
]


def joined(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def write(page, text: str) -> None:
    """Type at the end of the editor."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def query_of(page) -> str:
    return parse_qs(urlsplit(page.url).query)["query"][0]


@pytest.mark.parametrize(
    ("lang", "scheme", "size"),
    [
        ("en", "light", "desktop"),
        ("en", "dark", "phone"),
        ("ur", "dark", "desktop"),
        ("ur", "light", "phone"),
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, path, lang, scheme, size):
    page = visit(joined(path, lang), size=size, color_scheme=scheme)

    found = Axe().run(page).response["violations"]

    assert [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


class TestEditor:
    def test_it_stands_over_the_text_area_and_has_its_label(self, visit):
        page = visit("/sparql?lang=en")

        expect(page.locator("#query")).to_be_hidden()
        editor = page.get_by_role("textbox", name="SPARQL query")
        expect(editor).to_contain_text("SELECT ?event")
        page.get_by_text("SPARQL query; the usual").click()
        expect(editor).to_be_focused()

    def test_control_enter_asks_what_is_written(self, visit):
        page = visit("/sparql?lang=en")

        write(page, "# mine")
        page.keyboard.press("Control+Enter")

        expect(page.locator("#answer")).to_contain_text("100 rows")
        assert query_of(page).endswith("# mine")
        expect(page.locator(".cm-content")).to_contain_text("# mine")

    def test_tab_leaves_it(self, visit):
        page = visit("/sparql?lang=en")

        page.locator(".cm-content").click()
        page.keyboard.press("Tab")

        expect(page.get_by_role("button", name="Run")).to_be_focused()

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("\nactor:united-st", "actor:united-states"),
            ("\nev:salala", "ev:salala-attack"),
            ("\nkb:sc", "kb:score"),
            ("\nFILT", "FILTER"),
            ("\n?tit", "?title"),
            ("\nhasAct", "sem:hasActor"),
        ],
    )
    def test_names_are_completed(self, visit, typed, offered):
        page = visit("/sparql?lang=en")

        write(page, typed)

        options = page.locator(".cm-tooltip-autocomplete")
        expect(options.get_by_text(offered, exact=True)).to_be_visible()

    def test_enter_takes_what_is_offered(self, visit):
        page = visit("/sparql?lang=en")

        write(page, "\n# kind:airs")
        expect(page.locator(".cm-tooltip-autocomplete")).to_contain_text("kind:airstrike")
        page.wait_for_timeout(150)
        page.keyboard.press("Enter")

        expect(page.locator(".cm-content")).to_contain_text("# kind:airstrike")

    def test_an_error_is_marked_at_its_place(self, chromium, address):
        page = chromium.new_page(locale="en-GB")
        page.goto(
            f"{address}/sparql?query={quote('SELECT ?e WHERE {' + chr(10) + '  ?e a ?f ?g }')}"
        )

        expect(page.locator(".cm-lintRange-error")).to_have_text("?g")
        expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
        expect(page.get_by_role("alert")).to_contain_text("is not expected here")
        page.close()


class TestRows:
    def test_a_date_makes_a_timeline_whose_marks_lead_to_pages(self, visit):
        page = visit(f"{ASKED}&lang=en")

        page.get_by_role("button", name="Timeline").click()

        expect(page.locator("#rows")).to_be_hidden()
        marks = page.locator(".picture a")
        expect(marks).to_have_count(40)
        expect(page.get_by_role("status").filter(has_text="Drawn: 40 of 40")).to_be_visible()
        assert marks.first.get_attribute("href").startswith("/event/")
        assert "view=timeline" in page.url

    def test_marks_and_their_names_never_lie_on_each_other(self, visit):
        page = visit(f"{ASKED}&view=timeline&lang=en")

        boxes = page.locator(".picture a").evaluate_all(
            "marks => marks.map(mark => mark.getBBox()).map(b => [b.x, b.y, b.width, b.height])"
        )

        overlaps = [
            (one, other)
            for at, one in enumerate(boxes)
            for other in boxes[:at]
            if min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0]) > 1
            and min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1]) > 4
        ]
        assert overlaps == []

    def test_a_number_makes_bars(self, visit):
        page = visit(f"{ASKED}&lang=en")

        page.get_by_role("button", name="Chart").click()

        expect(page.locator(".picture rect")).to_have_count(40)
        assert page.locator(".picture rect.down").count() > 0

    def test_two_numbers_make_a_line_of_the_chosen_one(self, visit):
        page = visit("/q/score-by-year?view=chart&lang=en")

        expect(page.get_by_role("img", name="events / year")).to_be_visible()
        page.get_by_label("Numbers of").select_option(label="mean")

        expect(page.get_by_role("img", name="mean / year")).to_be_visible()

    def test_rows_without_dates_and_numbers_are_a_table_alone(self, visit):
        page = visit(f"/sparql?query={quote('SELECT ?a { ?a a sem:ActorType }')}&lang=en")

        expect(page.locator("#rows table")).to_be_visible()
        expect(page.locator(".views")).to_have_count(0)

    def test_a_snippet_can_be_copied(self, visit):
        page = visit(f"{ASKED}&lang=en")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])

        page.get_by_text("This query in your own program").click()
        page.get_by_role("button", name="Copy: Python").click()

        expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
        assert "pandas.read_csv" in page.evaluate("navigator.clipboard.readText()")


class TestQuestions:
    def test_a_question_is_asked_with_what_is_suggested(self, visit):
        page = visit("/sparql?lang=en")
        page.get_by_text("Two parties in a period").click()
        partner = page.locator("#ask-two-parties-partner")

        partner.fill("chin")
        option = page.locator("#ask-two-parties-partner-ids option[value=china]")
        expect(option).to_be_attached()
        partner.fill("china")
        page.get_by_role("button", name="Ask: Two parties in a period").click()

        page.wait_for_url("**/q/two-parties?*")
        assert "partner=china" in page.url
        expect(page.locator("#set-two-parties-partner")).to_have_value("china")

    def test_it_can_be_opened_in_the_editor(self, visit):
        page = visit("/q/two-parties?partner=china&lang=en")

        page.get_by_role("link", name="As SPARQL").click()

        expect(page.locator(".cm-content")).to_contain_text("VALUES ?partner { actor:china }")


class TestWithoutScript:
    def test_a_query_is_a_form(self, visit):
        page = visit("/sparql?lang=en", java_script_enabled=False)

        page.locator("#query").fill(ROWS)
        page.get_by_role("button", name="Run").click()

        expect(page.locator("#answer")).to_contain_text("40 rows")

    def test_so_is_a_question(self, visit):
        page = visit("/q/two-parties?lang=en", java_script_enabled=False)

        page.locator("#set-two-parties-partner").fill("china")
        page.get_by_role("button", name="Ask").click()

        expect(page.locator("#set-two-parties-partner")).to_have_value("china")
        expect(page.locator("#rows table")).to_be_visible()
