"""Kinds, measures and terms of a knowledge base's own, beside those that ship."""

import pytest

KIND = """\
{id}:
  name: A kind
  plover: CONSULT:visit
  family: diplomacy
  definition: It is one.
"""


def told(folder, name: str, content: str) -> list[str]:
    sound = (folder.path / "vocab" / name).read_text() if name != "terms.yaml" else ""
    folder.write(f"vocab/{name}", content + sound)
    return [problem.removeprefix(f"data/vocab/{name}:") for problem in folder.errors()]


def test_they_stand_beside_those_that_ship(sample):
    assert sample.vocabulary.kinds["regret"].name == {"en": "Regret"}
    assert sample.vocabulary.score("regret") == 4.5
    assert sample.vocabulary.quad("regret") == "verbal-cooperation"
    assert sample.vocabulary.measures["posts_hit"].unit == "posts"
    assert {"visit", "airstrike"} <= sample.vocabulary.kinds.keys()
    assert "killed" in sample.vocabulary.measures


def test_every_kind_that_ships_has_a_score_and_a_family(sample):
    vocabulary = sample.vocabulary

    for kind in vocabulary.kinds.values():
        assert -10 <= vocabulary.score(kind.id) <= 10
        assert vocabulary.quad(kind.id) in vocabulary.quads
        assert kind.family in vocabulary.families
        assert set(kind.about) <= vocabulary.contexts.keys()


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    {
        "a kind that is there": (
            "kinds.yaml",
            KIND.format(id="visit"),
            '1:1: error E05: the kind "visit" is there already. Choose another id.',
        ),
        "no score": (
            "kinds.yaml",
            KIND.format(id="new").replace("visit", "visits"),
            '1:1: error E08: unknown PLOVER event and mode "CONSULT:visits".'
            ' Did you mean "CONSULT:visit"?',
        ),
        "an unknown family": (
            "kinds.yaml",
            KIND.format(id="new").replace("diplomacy", "x"),
            '1:1: error E08: unknown family "x". Known ones are agreement, diplomacy, economy,'
            " military, sanction.",
        ),
        "an unknown context": (
            "kinds.yaml",
            KIND.format(id="new") + "  about: [militry]\n",
            '1:1: error E08: unknown context "militry". Did you mean "military"?',
        ),
        "an id of capitals": (
            "measures.yaml",
            "Killed In: {name: N, unit: people}\n",
            '1:1: error E09: "Killed In" is not a valid id.'
            " Use lower-case letters, digits and single hyphens or underscores: killed-in.",
        ),
        "a measure without a unit": (
            "measures.yaml",
            "ships: {name: Ships}\n",
            '1:1: error E11: measure "ships" has no unit. Name the unit.',
        ),
        "terms that are none": (
            "terms.yaml",
            "contexts: maritime\n",
            "1:11: error E06: contexts must map ids to terms. Indent an id below it, with a name.",
        ),
        "a term without a name": (
            "terms.yaml",
            "contexts:\n  maritime: {definition: At sea.}\n",
            '2:3: error E11: term "maritime" has no name. Write one line of text.',
        ),
        "another list": (
            "terms.yaml",
            "colours: {red: {name: Red}}\n",
            '1:1: error E10: "colours" is no list of terms. The lists of terms.yaml are'
            " actor_types, source_types, contexts, obligations, families, quads.",
        ),
    }.values(),
)
def test_a_fault_in_a_list(folder, name, content, answer):
    assert told(folder, name, content) == [answer]


def test_scores_are_not_a_knowledge_base_s_own(folder):
    folder.write("vocab/plover.yaml", "verbal-conflict: {ACCUSE: {score: lots}}\n")

    assert folder.errors() == [
        'data/vocab/plover.yaml:1:1: error E10: nothing reads "verbal-conflict".'
        " Only kinds.yaml, measures.yaml and terms.yaml are read."
    ]


def test_a_term_of_one_s_own_serves_a_kind_and_an_event(folder):
    folder.write("vocab/terms.yaml", "contexts: {maritime: {name: Maritime}}\n")
    kinds = (folder.path / "vocab" / "kinds.yaml").read_text()
    folder.write("vocab/kinds.yaml", kinds.replace("[diplomatic]", "[maritime]"))
    text = (folder.path / "events.yaml").read_text()
    folder.write("events.yaml", text.replace("[military, territory]", "[maritime]"))

    assert folder.errors() == []


def test_what_a_broken_list_may_hold_is_not_unknown(folder):
    folder.write("vocab/kinds.yaml", "regret: [\n")

    (problem,) = folder.errors()

    assert problem.startswith("data/vocab/kinds.yaml:1:10: error E03")
