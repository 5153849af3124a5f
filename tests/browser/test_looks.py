"""How the timeline looks: screenshots of a made-up knowledge base against those that are kept.

After a change that is meant, look at those in `shots` beside it, then write the kept ones anew with
`LOOKS=write pytest tests/browser/test_looks.py`.
"""

import os
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from kb.live import Live

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[1] / "kb" / "samples" / "data"
KEPT = Path(__file__).parent / "looks"
SEEN = Path(__file__).parent / "shots"
TOLERANCE = 0.004
"""The part of the picture that may differ: another Chromium draws the edges of letters anew."""
STEP = 40
"""Of 255: a difference of colour that the eye sees, edges being smoothed first."""
COLOURS = 64
"""Of the palette in which pictures are kept, to keep them small."""

LOOKS = {
    "whole": ("desktop", "light", "/"),
    "whole-dark": ("desktop", "dark", "/"),
    "whole-urdu": ("desktop", "light", "/?lang=ur"),
    "decade": ("desktop", "light", "/?from=1995&to=2006"),
    "month": ("desktop", "light", "/?from=2011-11&to=2011-12"),
    "selected": ("desktop", "light", "/?from=2008&to=2014&event=salala-attack"),
    "partner-dark-urdu": ("desktop", "dark", "/?partner=arcadia&lang=ur"),
    "nothing": ("desktop", "light", "/?partner=arcadia&kind=phone-call"),
    "search": ("desktop", "light", "/?q=summit"),
    "tablet": ("tablet", "light", "/"),
    "tablet-selected-dark": ("tablet", "dark", "/?from=2008&to=2014&event=salala-attack"),
    "phone": ("phone", "light", "/"),
    "phone-dark-urdu": ("phone", "dark", "/?lang=ur"),
    "phone-lanes": ("phone", "light", "/"),
}
BEFORE = {"phone-lanes": "#show-lanes"}
"""What is pressed before the picture is taken."""

PARTNERS = (
    ("arcadia", "Arcadia", "آرکیڈیا"),
    ("borduria", "Borduria", "بورڈوریا"),
    ("cascadia", "Cascadia", "کیسکیڈیا"),
    ("dorado", "El Dorado", "ایل ڈوراڈو"),
)
"""From the one with most events to the one with few."""
KINDS = (
    ("visit", "Visit", "دورہ"),
    ("agreement", "Agreement", "معاہدہ"),
    ("airstrike", "Air strike", "فضائی حملہ"),
    ("summit", "Summit", "سربراہی اجلاس"),
    ("alliance", "Alliance", "اتحاد"),
    ("withdrawal", "Withdrawal", "علیحدگی"),
    ("mediation", "Mediation", "ثالثی"),
)
EVENTS = 180


@pytest.fixture(scope="module")
def address(serving, tmp_path_factory):
    """Where the application is served over the made-up knowledge base."""
    data = made_up(tmp_path_factory.mktemp("looks"))
    with serving(lambda guard: Live(data, guard)) as where:
        yield where


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_did(visit, name):
    size, scheme, path = LOOKS[name]
    page = visit(path, size=size, color_scheme=scheme)
    page.evaluate("document.fonts.ready")
    if name in BEFORE:
        page.locator(BEFORE[name]).click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    SEEN.mkdir(exist_ok=True)
    seen = SEEN / f"{name}.png"

    page.screenshot(path=seen, animations="disabled", caret="hide")

    if os.environ.get("LOOKS") == "write":
        Image.open(seen).convert("RGB").quantize(COLOURS).save(KEPT / seen.name, optimize=True)
    assert difference(KEPT / seen.name, seen) <= TOLERANCE, f"compare {KEPT / seen.name} and {seen}"


def test_the_kept_pictures_are_small():
    assert {file.stem for file in KEPT.glob("*.png")} == set(LOOKS)
    assert sum(file.stat().st_size for file in KEPT.glob("*.png")) < 2_000_000


def difference(kept: Path, seen: Path) -> float:
    """The part of the pixels whose colours differ to the eye; 1 where the sizes do."""
    one, other = (Image.open(file).convert("RGB") for file in (kept, seen))
    if one.size != other.size:
        return 1.0
    smooth = ImageFilter.BoxBlur(1)
    apart = ImageChops.difference(one.filter(smooth), other.filter(smooth))
    strongest = max(apart.split(), key=lambda channel: channel.getextrema()[1])
    counts = strongest.point([int(value >= STEP) for value in range(256)]).histogram()
    return counts[1] / sum(counts[:2])


def made_up(folder: Path) -> Path:
    """The sample knowledge base with some hundred events more, the same at each call."""
    data = folder / "data"
    shutil.copytree(SAMPLES, data)
    actors = [
        f"{slug}: {{name: {name}, name@ur: {urdu}, type: state, lane: true}}"
        for slug, name, urdu in PARTNERS
    ]
    _write(data / "actors" / "made-up.yaml", actors)
    _write(
        data / "events" / "made-up.yaml", [text for _, text in sorted(map(_event, range(EVENTS)))]
    )
    return data


def _event(number: int) -> tuple[str, str]:
    """Its date, by which events are sorted in a file, and what stands there."""
    # Squares crowd the later years, and multiples of primes scatter partners, kinds and dates.
    share = (number / EVENTS) ** 0.6
    year = 1950 + int(70 * share)
    month, day = 1 + number * 7 % 12, 1 + number * 11 % 28
    partner = PARTNERS[min(3, number * 13 % 17 // 4)][0]
    kind, name, urdu = KINDS[number * 5 % len(KINDS)]
    when = f"{year}-{month:02}-{day:02}"
    if number % 9 == 4:
        when = f"{year}-{month:02}"
    if number % 23 == 7:
        when = f"{year}-{month:02}/{min(2022, year + 3)}-{month:02}"
    lines = [
        f"made-{number}:",
        f"  title: {name} number {number}",
        f"  title@ur: {urdu} نمبر {number}",
        f"  when: {when}",
        f"  kind: {kind}",
        f"  between: [pakistan, {partner}]",
        f"  weight: {1 + number * 7 % 5}",
        "  src: ipri-2017",
    ]
    if number % 4 == 3 and number > 12:
        cause = f"made-{number - 12}"
        lines.append(
            f"  because_of: {{{cause}: ipri-2017}}" if number % 8 == 3 else f"  because_of: {cause}"
        )
    return when, "\n".join(lines)


def _write(file: Path, parts: list[str]) -> None:
    file.parent.mkdir()
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
