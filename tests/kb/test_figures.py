"""Figures: the five forms, their refusals, and how readers see them."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.figures import BadFigure, Quantity, in_words, parse

FORMS = "Write 24, ~3500 (about), 7600+ (at least), 28- (up to) or 24-28 (range)."


def figure(text: str) -> Quantity:
    found = parse(text)
    assert isinstance(found, Quantity), found
    return found


def message(text: str) -> str:
    found = parse(text)
    assert isinstance(found, BadFigure), found
    return f"{found.problem} {found.advice}"


@pytest.mark.parametrize(
    ("text", "expected", "english", "urdu"),
    [
        ("24", Quantity("24", 24), "24", "24"),
        ("0", Quantity("0", 0), "0", "0"),
        (
            "~3500",
            Quantity("~3500", 3500, approximate=True),
            "about 3,500",
            "تقریباً 3,500",
        ),
        ("7600+", Quantity("7600+", 7600, minimum=7600), "at least 7,600", "کم از کم 7,600"),
        ("28-", Quantity("28-", 28, maximum=28), "up to 28", "زیادہ سے زیادہ 28"),
        ("24-28", Quantity("24-28", None, 24, 28), "24 to 28", "24 سے 28"),
        ("46.2", Quantity("46.2", Decimal("46.2")), "46.2", "46.2"),
        (
            "2.5-3",
            Quantity("2.5-3", None, Decimal("2.5"), 3),
            "2.5 to 3",
            "2.5 سے 3",
        ),
    ],
)
def test_every_form(text: str, expected: Quantity, english: str, urdu: str) -> None:
    assert figure(text) == expected
    assert in_words(figure(text)) == english
    assert in_words(figure(text), "ur") == urdu


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two dozen", f'"two dozen" is not a figure. {FORMS}'),
        ("-5", f'"-5" is not a figure. {FORMS}'),
        ("~24-28", f'"~24-28" is not a figure. {FORMS}'),
        ("1e5", f'"1e5" is not a figure. {FORMS}'),
        ("2,5", f'"2,5" is not a figure. {FORMS}'),
        ("", f"The figure is empty. {FORMS}"),
        ("3,500", '"3,500" has a thousands separator. Did you mean 3500?'),
        ("~3 500", '"~3 500" has a thousands separator. Did you mean ~3500?'),
        ("1,00,000+", '"1,00,000+" has a thousands separator. Did you mean 100000+ ?'),
        ("28-24", '"28-24": a range goes up. Did you mean 24-28?'),
        ("24-24", '"24-24": a range goes up. Did you mean 24?'),
        ("24–28", '"24–28" is not a figure. Did you mean 24-28?'),
        (">7600", '">7600" is not a figure. Did you mean 7600+ ?'),
        ("at least 7,600", '"at least 7,600" has a thousands separator. Did you mean 7600+ ?'),
        ("about 3500", '"about 3500" is not a figure. Did you mean ~3500?'),
        ("up to 28", '"up to 28" is not a figure. Did you mean 28- ?'),
        ("between 28 and 24", '"between 28 and 24" is not a figure. Did you mean 24-28?'),
        ("010", '"010" is not a figure. Did you mean 10?'),
        ("۲۴", '"۲۴" is not a figure. Did you mean 24?'),
        (
            "1234567890123456",
            '"1234567890123456" has too many digits.'
            " Up to 15 fit before the decimal point and 6 behind it.",
        ),
    ],
)
def test_refusals_say_what_is_wrong_and_what_to_write(text: str, expected: str) -> None:
    assert message(text) == expected


def test_an_unknown_language_is_english() -> None:
    assert in_words(figure("7600+"), "xx") == "at least 7,600"
    assert in_words(figure("7600+"), "ur-PK") == in_words(figure("7600+"), "ur")


@pytest.mark.parametrize("text", ["1" * 10**6, ",111" * 250_000, "1-" * 10**6, "~" * 10**6])
def test_a_very_long_text_is_answered_at_once_and_in_short(text: str) -> None:
    begin = time.perf_counter()
    assert len(message(text)) < 300
    assert time.perf_counter() - begin < 1


NUMBER = st.integers(0, 10**15 - 1).map(str) | st.decimals(0, 10**9, places=3, allow_nan=False).map(
    "{:f}".format
)


@given(NUMBER, st.sampled_from(["{}", "~{}", "{}+", "{}-"]))
def test_a_number_keeps_its_value_in_every_form(number: str, form: str) -> None:
    found = figure(form.format(number))
    assert found.value == Decimal(number)
    assert {found.minimum, found.maximum} <= {None, found.value}
    assert f"{Decimal(number):,}" in in_words(found)


@given(st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))
def test_a_range_is_taken_upwards_only(one: int, other: int) -> None:
    found = parse(f"{one}-{other}")
    if one < other:
        assert found == Quantity(f"{one}-{other}", None, one, other)
    else:
        assert isinstance(found, BadFigure)
        assert isinstance(parse(found.advice.removeprefix("Did you mean ").strip("?")), Quantity)


@given(st.text() | st.text(alphabet="0123456789.,~+- ٢²２<≥to", max_size=20))
def test_any_text_is_answered(text: str) -> None:
    found = parse(text)
    if isinstance(found, BadFigure):
        assert found.problem.endswith(".")
        assert found.advice
    else:
        assert found.written == text.strip()
        assert found.written.isascii()
