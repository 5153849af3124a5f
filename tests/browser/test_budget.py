"""What a first visit costs on a phone, in bytes as they came over the wire."""

import pytest

pytestmark = pytest.mark.browser

KB = 1000
BARE = 150 * KB
IN_ENGLISH = 250 * KB
IN_URDU = 420 * KB
PAGES = ["/", "/?event=salala-attack", "/event/salala-attack", "/actor/nato", "/search?q=salala"]
NASTALIQ = "noto-nastaliq-urdu.woff2"


def loaded(page, measure: str) -> dict[str, int]:
    """Path and size of the page and of all that it loaded, by that measure of Resource Timing."""
    page.evaluate("document.fonts.ready.then(() => {})")
    page.wait_for_load_state("networkidle")
    entries = page.evaluate(
        """measure => ["navigation", "resource"]
            .flatMap(type => performance.getEntriesByType(type))
            .map(entry => [new URL(entry.name).pathname, entry[measure]])""",
        measure,
    )
    return dict(entries)


@pytest.mark.parametrize("lang", ["en", "ur"])
@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_keeps_to_its_budget(visit, path, lang):
    joint = "&" if "?" in path else "?"

    sizes = loaded(visit(f"{path}{joint}lang={lang}", size="phone"), "encodedBodySize")

    # A page in English may hold a title in Urdu, and then shows it in its letters.
    urdu = any(NASTALIQ in file for file in sizes)
    assert all(size > 0 for size in sizes.values())
    assert sum(size for file, size in sizes.items() if not file.endswith(".woff2")) <= BARE
    assert sum(sizes.values()) <= (IN_URDU if urdu else IN_ENGLISH)


def test_the_font_of_urdu_is_loaded_only_where_its_letters_stand(visit):
    english = loaded(visit("/?lang=en", size="phone"), "encodedBodySize")
    urdu = loaded(visit("/?lang=ur", size="phone"), "encodedBodySize")

    assert not any(NASTALIQ in file for file in english)
    assert any(NASTALIQ in file for file in urdu)


def test_a_second_visit_fetches_nothing_anew(visit):
    first = visit("/?lang=en", size="phone")
    sizes = loaded(first, "encodedBodySize")

    second = first.context.new_page()
    second.goto(first.url)
    second.locator("html.ready").wait_for(state="attached")
    fetched = loaded(second, "transferSize")

    kept = {file: size for file, size in fetched.items() if file.startswith("/static/")}
    asked = {file: size for file, size in fetched.items() if file not in kept}
    assert len(kept) > 3
    assert set(kept.values()) == {0}
    assert asked
    assert all(size < sizes[file] / 4 for file, size in asked.items())
