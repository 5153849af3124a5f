"""Every page in every dress: axe finds nothing, nothing scrolls sideways, text may grow."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PATHS = [
    "/",
    "/?event=salala-attack&from=2009&to=2014",
    "/event/salala-attack",
    "/actor/nato",
    "/source/ipri-2017",
    "/quality",
    "/codebook",
    "/?partner=pakistn&q=nothing",
]
SIZES = ["desktop", "tablet", "phone"]


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ur"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(visit, path, lang, scheme, size):
    joint = "&" if "?" in path else "?"

    page = visit(f"{path}{joint}lang={lang}", size=size, color_scheme=scheme)

    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "ur"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_scrolls_sideways(visit, path, lang, size):
    joint = "&" if "?" in path else "?"

    page = visit(f"{path}{joint}lang={lang}", size=size)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_text_of_twice_the_size_still_fits(visit, size):
    page = visit("/?event=salala-attack", size=size)

    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(400)

    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_targets_of_touch_are_large_enough(visit):
    page = visit("/?event=salala-attack", size="phone", has_touch=True, is_mobile=True)

    small = page.locator(
        "header a.button, header input, .pick > summary, .families label, .panel .walk a, .acts a"
    ).evaluate_all(
        """targets => targets
            .filter(target => target.checkVisibility())
            .filter(target => target.getBoundingClientRect().height < 44)
            .map(target => target.outerHTML.slice(0, 80))"""
    )

    assert small == []
