"""What is drawn: heads on their dates, labels clear of everything, bins with named landmarks."""

from itertools import combinations

import pytest

pytestmark = pytest.mark.browser

VIEWS = [
    "/",
    "/?lang=ur",
    "/?from=2001&to=2011",
    "/?from=2011&to=2011",
    "/?from=2011-11&to=2011-12",
    "/?from=2009&to=2014&event=salala-attack",
    "/?partner=nato",
    "/?q=salala",
]

BOXES = """nodes => nodes
    .filter(node => node.getClientRects().length && getComputedStyle(node).visibility === 'visible')
    .map(node => {
        const {left, right, top, bottom} = node.getBoundingClientRect();
        return [left, right, top, bottom, node.closest('a').getAttribute('aria-label')];
    })"""


def boxes(page, selector: str) -> list:
    return page.locator(selector).evaluate_all(BOXES)


def meet(one, other, slack: float) -> bool:
    """Whether two boxes overlap; a line's box is higher than its letters, by the slack."""
    return (
        one[0] + slack < other[1]
        and other[0] + slack < one[1]
        and one[2] + slack < other[3]
        and other[2] + slack < one[3]
    )


@pytest.mark.parametrize("path", VIEWS)
def test_no_label_lies_on_another_or_on_a_head(visit, path):
    page = visit(path)
    slack = 6 if "lang=ur" in path else 3

    labels = boxes(page, "#lanes .mark text")
    heads = boxes(page, "#lanes .mark .head")

    assert len(labels) > 4
    assert [(a[4], b[4]) for a, b in combinations(labels, 2) if meet(a, b, slack)] == []
    assert [(a[4], b[4]) for a in labels for b in heads if meet(a, b, slack)] == []


@pytest.mark.parametrize("path", VIEWS)
def test_no_head_lies_on_another(visit, path):
    heads = boxes(visit(path), "#lanes .mark .head")

    assert [(a[4], b[4]) for a, b in combinations(heads, 2) if meet(a, b, 4)] == []


@pytest.mark.parametrize("path", VIEWS)
def test_every_label_has_a_ground(visit, path):
    page = visit(path)

    bare = page.locator("#lanes .mark").evaluate_all(
        """marks => marks.filter(mark =>
            mark.querySelector('text')?.getClientRects().length &&
            !mark.querySelector('.ground').getClientRects().length).length"""
    )

    assert bare == 0


@pytest.mark.parametrize("path", ["/", "/?from=2011&to=2011", "/?partner=nato"])
def test_what_lies_under_the_pointer_is_the_mark_that_is_seen(visit, path):
    page = visit(path)

    wrong = page.locator("#lanes .mark .head").evaluate_all(
        """heads => heads.flatMap(head => {
            const {left, right, top, bottom} = head.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const top_ = document.elementFromPoint(x, y);
            const mark = head.closest('.mark');
            if (!top_ || !top_.closest('#lanes') || getComputedStyle(head).visibility === 'hidden')
                return [];
            return top_.closest('.mark') === mark ? [] : [mark.getAttribute('aria-label')];
        })"""
    )

    assert wrong == []


def test_heads_stand_on_their_dates(visit):
    page = visit("/?from=2011&to=2011")
    middle = """nodes => nodes.map(node => {
        const {left, right} = node.getBoundingClientRect();
        const name = node.closest('a')?.getAttribute('aria-label') ?? node.textContent;
        return [name, (left + right) / 2];
    })"""
    at = dict(page.locator("#axis-box .axis text").evaluate_all(middle))
    day = (at["2012"] - at["2011"]) / 365

    heads = page.locator("#lanes .mark .head").evaluate_all(middle)
    stems = page.locator("#lanes .mark .stem").evaluate_all(
        "all => all.map(s => s.getAttribute('d'))"
    )

    salala = next(x for name, x in heads if name.startswith("26 November 2011. NATO. US"))
    assert salala == pytest.approx(at["2011"] + 329 * day, abs=day + 0.6)
    assert all(stem.startswith("M0 0V") for stem in stems)


def test_cooperation_stands_above_the_line_and_conflict_below(visit):
    page = visit("/?from=2001&to=2011")

    sides = page.locator("#lanes .mark").evaluate_all(
        """marks => marks.map(mark => [
            mark.getAttribute('aria-label').match(/Cooperation|Conflict|Neutral/g).pop(),
            -Number(mark.querySelector('.stem').getAttribute('d').split('V')[1]),
        ])"""
    )

    assert {sign for sign, y in sides if y < 0} <= {"Cooperation", "Neutral"}
    assert {sign for sign, y in sides if y > 0} == {"Conflict"}


def test_a_crowded_lane_is_drawn_as_bins_under_named_turning_points(visit):
    page = visit("/")
    lane = page.locator(".lane-marks.dense").first

    names = lane.locator(".mark text:not(.none)").all_text_contents()

    assert len(names) == lane.locator(".mark").count() >= 4
    assert len(lane.locator(".bin.up").get_attribute("d")) > 100


def test_what_a_mark_hides_is_counted_and_comes_apart_nearer(visit):
    far = visit("/?partner=nato&from=2011&to=2011")
    near = visit("/?partner=nato&from=2011-11-22&to=2011-12-05")

    texts = far.locator("#lanes .mark text:not(.none)").all_text_contents()

    assert any(text.endswith(" more") for text in texts)
    names = near.locator("#lanes .mark").evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label').slice(0, 16))"
    )
    assert names.count("26 November 2011") >= 2


def test_lanes_without_events_are_named_in_one_line(visit):
    page = visit("/?q=salala")

    assert page.locator("#lanes [role=list]").count() < 8
    assert "Japan" in page.locator(".absent").inner_text()


def test_nothing_found_says_so_in_the_picture(visit):
    page = visit("/?q=zzzzqqqq")

    assert page.locator(".absent.nothing").inner_text() == "No event passes these filters."


def test_the_years_stand_once_while_all_are_shown(visit):
    whole = visit("/")
    part = visit("/?from=2001&to=2011")

    assert not whole.locator("#overview .axis text").first.is_visible()
    assert part.locator("#overview .axis text").first.is_visible()


class TestArrows:
    def test_those_of_all_events_are_drawn_on_demand_and_announced(self, visit):
        page = visit("/?from=2009&to=2014")
        assert page.locator("#lanes .cause").count() == 0

        page.locator("#all-arrows").click()

        assert page.locator("#all-arrows").get_attribute("aria-pressed") == "true"
        drawn = page.locator("#lanes .cause").count()
        assert drawn > 5
        assert page.locator("#said").inner_text() == f"{drawn} arrows are drawn"
        page.locator("#all-arrows").click()
        assert page.locator("#lanes .cause").count() == 0

    def test_a_sources_word_is_solid_and_the_editors_reading_dashed(self, visit):
        page = visit("/?from=2011-11&to=2012-07&event=salala-attack")

        dashes = page.locator("#lanes .cause").evaluate_all(
            "all => all.map(p => [p.classList[1], getComputedStyle(p).strokeDasharray !== 'none'])"
        )

        assert {tuple(pair) for pair in dashes} == {("sourced", False), ("read", True)}


def test_a_lanes_name_filters_to_its_partner_and_back(visit):
    page = visit("/")

    page.locator(".lane a", has_text="Russia").click()
    page.wait_for_url("**partner=russia**")
    assert page.locator("#lanes [role=list]").count() == 1
    page.locator(".lane a", has_text="Russia").click()

    page.wait_for_function("!location.search.includes('partner')")
    assert page.locator("#lanes [role=list]").count() > 10


def test_text_of_twice_the_size_makes_the_labels_larger_too(visit):
    page = visit("/")
    size = "parseFloat(getComputedStyle(document.querySelector('.lane-name')).fontSize)"
    before = page.evaluate(size)

    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.set_viewport_size({"width": 1430, "height": 900})
    page.wait_for_timeout(400)

    assert page.evaluate(size) > 1.8 * before
    labels = boxes(page, "#lanes .mark text")
    assert [(a[4], b[4]) for a, b in combinations(labels, 2) if meet(a, b, 8)] == []


def test_on_paper_the_picture_fits_and_controls_are_gone(visit):
    page = visit("/?from=2001&to=2011")

    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    page.wait_for_timeout(400)

    assert page.locator("#lanes > svg").bounding_box()["width"] <= 720
    for control in ("#filters", ".zoom", ".helps", ".changes", "#keys"):
        assert not page.locator(control).first.is_visible()
