"""The words of a language: fields, numbers, plural forms, and what a third language needs."""

from decimal import Decimal

import pytest

from kb import catalogues
from kb.catalogues import LANGUAGES, catalogue, nearest


def test_fields_are_filled_in_with_numbers_as_the_language_writes_them():
    told = catalogue("en").phrase("count", shown=12, total=3456)

    assert told == "12 of 3,456 events"


@pytest.mark.parametrize(("count", "word"), [(1, "a problem"), (2, "2 problems")])
def test_the_count_chooses_the_form(count, word):
    assert word in catalogue("en").phrase("banner", count=count)


def test_a_key_that_is_nowhere_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        catalogue("en").phrase("none")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_keeps_all_its_decimals(lang):
    assert catalogue(lang).number(Decimal("1234.567891")) == "1,234.567891"
    assert catalogue(lang).number(Decimal("3.50")) == "3.50"


@pytest.mark.parametrize(
    ("tag", "found"), [("ur", "ur"), ("ur-PK", "ur"), ("EN", "en"), ("xx", "en"), ("", "en")]
)
def test_a_region_is_ignored_and_english_stands_in(tag, found):
    assert nearest(tag).tag == found


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A third language, of which one phrase is written so far."""
    catalogue("en")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)

    def begin(tag, *words):
        file = tmp_path / tag / catalogues.FILE
        file.parent.mkdir(parents=True)
        forms = "".join(f'msgstr[{n}] "{word} {{count}}"\n' for n, word in enumerate(words))
        file.write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            f'msgid "years"\nmsgid_plural "years"\n{forms}',
            encoding="utf-8",
        )
        return catalogue(tag)

    yield begin
    catalogue.cache_clear()


class TestThirdLanguage:
    def test_its_catalogue_is_found(self, begun):
        begun("de", "Jahr", "Jahre")
        begun("en", "year", "years")

        assert catalogues.spoken() == ("en", "de")

    def test_a_region_is_written_as_in_a_tag(self, begun):
        begun("pt_BR", "ano", "anos", "anos")

        assert catalogues.spoken() == ("pt-BR",)

    def test_what_it_does_not_say_yet_is_said_in_english(self, begun):
        assert begun("de", "Jahr", "Jahre").phrase("timeline") == "Timeline"

    @pytest.mark.parametrize(
        ("count", "form"), [(0, "ص"), (1, "و"), (2, "ت"), (3, "ف"), (11, "ك"), (100, "ر")]
    )
    def test_each_of_its_plural_forms_is_chosen(self, begun, count, form):
        assert begun("ar", *"صوتفكر").phrase("years", count=count).startswith(form)

    @pytest.mark.parametrize(("tag", "written"), [("de", "24.000"), ("hi", "24,000")])
    def test_its_numbers_are_grouped_its_way(self, begun, tag, written):
        assert begun(tag, "a", "b").number(24_000) == written
