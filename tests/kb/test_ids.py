"""Ids behind prefixes, and named questions asked with them."""

import pytest

from kb.data import shipped
from kb.ids import RECORDS, TERMS, ask, ids
from kb.questions import questions
from kb.reader import read


@pytest.fixture(scope="module")
def kb():
    return read(shipped()).kb


@pytest.mark.parametrize("prefix", [*RECORDS, *TERMS])
def test_each_prefix_of_records_has_ids_with_names(kb, prefix):
    known = ids(kb, prefix)

    assert known
    assert all(name for texts in known.values() for name in texts.values())


def test_other_prefixes_have_none(kb):
    assert ids(kb, "sem") is None
    assert ids(kb, "") is None


@pytest.mark.parametrize(
    "value", ["china", "actor:china", "<https://w3id.org/tieline/pakistan/id/actor/china>"]
)
def test_an_id_may_be_plain_prefixed_or_an_iri(kb, value):
    text = ask(kb, questions()["two-parties"], {"partner": value})

    assert "china" in text
    assert "VALUES ?partner { actor:nato }" not in text


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("two-parties", {"partner": "chian"}, "no actor.*Did you mean actor:china?"),
        ("causal-chain", {"event": "salala-atack"}, "no event.*Did you mean ev:salala-attack?"),
        ("who-did-what-to-whom", {"quad": "material-conflit"}, "quad:material-conflict"),
        ("two-parties", {"partner": "actor:chian"}, "Did you mean actor:china"),
        ("two-parties", {"from": "soon"}, "is not a day"),
        ("two-parties", {"until": "2011"}, "has no parameter"),
    ],
)
def test_what_cannot_be_asked_says_what_to_do(kb, name, values, says):
    with pytest.raises(ValueError, match=says):
        ask(kb, questions()[name], values)
