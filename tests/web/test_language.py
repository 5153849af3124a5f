"""The words of the interface: every language says all that is asked of it, and nothing more."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kb.catalogues import FIRST, LANGUAGES, key_of, read
from kb.dates.languages import Language as Dates
from web.language import Language, direction

CHECKOUT = Path(__file__).parents[2]
WEB = CHECKOUT / "web"
SCRIPTS = [file.read_text() for file in sorted((WEB / "static/js").rglob("*.js"))]
SAYERS = [
    *(file.read_text() for file in sorted(WEB.glob("*.py"))),
    *(file.read_text() for file in sorted((CHECKOUT / "kb").rglob("*.py"))),
    *(file.read_text() for file in sorted(WEB.glob("templates/**/*.html"))),
]
FIELD = re.compile(r"\{(\w*)\}")


def called(name: str, texts: list[str]) -> set[str]:
    """The keys that stand as a text in calls of that function."""
    return {key for text in texts for key in re.findall(rf"""\b{name}\(["'](\w+)["'][,)]""", text)}


def named(texts: list[str]) -> set[str]:
    """All that stands in quotes, so that a key which is chosen by a condition is among it."""
    return {word for text in texts for word in re.findall(r"""["'](\w+)["']""", text)}


def begun(texts: list[str]) -> tuple[str, ...]:
    """The beginnings of keys whose end is a value: `t("rank_" ~ rank)`."""
    return tuple(re.findall(r"""\bt\(["'](\w+_)["'] *~""", "".join(texts)))


def written(lang: str) -> dict[str, list[str]]:
    """The forms of each phrase as the file of that language has them."""
    return {
        key_of(message): [message.string] if isinstance(message.string, str) else [*message.string]
        for message in read(lang)
        if message.id
    }


def with_fields(lang: str) -> dict[str, list[str]]:
    """The fields of each phrase, in the form that all languages have."""
    return {key: sorted(FIELD.findall(forms[-1])) for key, forms in written(lang).items()}


def of_dates() -> set[str]:
    """The keys by which dates are put into words."""
    return {f"date_{field.name}" for field in fields(Dates) if field.name != "months"}


def test_english_stands_in_and_urdu_is_spoken_too():
    assert LANGUAGES[0] == FIRST == "en"
    assert "ur" in LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
class TestEachCatalogue:
    def test_it_says_all_that_the_pages_ask_for(self, lang):
        assert called("t", SAYERS) <= written(lang).keys()

    def test_it_says_all_that_the_script_asks_for(self, lang):
        assert called("phrase", SCRIPTS) <= Language(lang).script_phrases().keys()

    def test_nothing_in_it_is_unused(self, lang):
        unused = written(lang).keys() - of_dates() - named([*SAYERS, *SCRIPTS])

        assert {key for key in unused if not key.startswith(begun(SAYERS))} == set()

    def test_no_phrase_is_empty_or_awaits_a_second_look(self, lang):
        assert [key for key, forms in written(lang).items() if not all(forms)] == []
        assert [message.id for message in read(lang) if message.id and message.fuzzy] == []

    def test_it_has_the_fields_that_english_has(self, lang):
        assert with_fields(lang) == with_fields(FIRST)

    def test_a_phrase_in_the_plural_has_a_count_to_choose_by(self, lang):
        several = {key: forms for key, forms in written(lang).items() if len(forms) > 1}

        assert several
        assert all("{count}" in forms[-1] for forms in several.values())

    def test_its_keys_stand_in_order(self, lang):
        assert list(written(lang)) == sorted(written(lang))

    def test_the_script_gets_no_phrase_that_it_never_says(self, lang):
        assert Language(lang).script_phrases().keys() <= named(SCRIPTS)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "ltr"), ("ur", "rtl"), ("fa", "rtl"), ("ar-EG", "rtl"), ("xx", "ltr"), ("?", "ltr")],
)
def test_the_direction_is_that_of_the_script(tag, expected):
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("lang", "score", "shown"),
    [("en", 5.0, "+5"), ("en", -9.5, "−9.5"), ("ur", -9.5, "−9.5"), ("ur", 0.0, "0")],
)
def test_a_score_has_its_sign_and_stays_left_to_right(lang, score, shown):
    assert Language(lang).score(score) == f'<bdi dir="ltr">{shown}</bdi>'


def test_a_text_in_another_language_is_marked():
    speak = Language("ur")

    assert speak.in_language("<b>", "en") == '<span lang="en" dir="ltr">&lt;b&gt;</span>'
    assert speak.in_language("جنگ", "ur") == "جنگ"


@pytest.mark.parametrize(("lang", "name"), [("en", "English"), ("ur", "اردو")])
def test_a_language_is_called_as_its_speakers_call_it(lang, name):
    assert Language(lang).name == name
