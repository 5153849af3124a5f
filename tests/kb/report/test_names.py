"""Every measure has a name and a rule in each language."""

import pytest

from kb.catalogues import LANGUAGES
from kb.report.names import MEASURES, language_name, name, named, rule


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_has_a_name_and_a_rule(measure, lang):
    assert name(measure, lang)
    assert rule(measure, lang)


def test_one_of_translations_names_its_language():
    assert name("title@ur") == "Titles of events in Urdu"
    assert language_name("qtz") == "qtz"


@pytest.mark.parametrize(("measure", "known"), [("title@ur", 1), ("title", 0), ("day@ur", 0)])
def test_only_translations_have_a_language(measure, known):
    assert (named(measure) is not None) == bool(known)
