"""What is not well-formed YAML, or more than plain YAML: where to look, and what to do."""

import pytest

HEAD = "a:\n  title: A\n"

# Lines below `title` on line 2, and what they get.
NOT_WELL_FORMED = {
    "a quote that is never closed": (
        '  note: "never closed\n  kind: visit\n',
        "3:9: error E03: YAML: found unexpected end of stream."
        ' Close the "quotes", and indent every line that continues a text.',
    ),
    "a quote that is never closed at the end of the file": (
        "  note: 'never closed",
        "3:9: error E03: YAML: found unexpected end of stream."
        ' Close the "quotes", and indent every line that continues a text.',
    ),
    "text behind a closing quote": (
        '  note: "A" and B\n',
        "3:13: error E03: YAML: did not find expected key."
        ' Put the whole text in "quotes": it goes on behind its closing quote or bracket.',
    ),
    "text behind a closing bracket": (
        "  note: [A] and B\n",
        "3:13: error E03: YAML: did not find expected key."
        ' Put the whole text in "quotes": it goes on behind its closing quote or bracket.',
    ),
    "a bracket that is never closed": (
        "  by: [nato, isaf\n  to: pakistan\n",
        "3:7: error E03: YAML: did not find expected ',' or ']'."
        " Check that every [ and { is closed, with commas between.",
    ),
    "a brace that is never closed": (
        "  figures: {killed: 24\n",
        "3:12: error E03: YAML: did not find expected ',' or '}'."
        " Check that every [ and { is closed, with commas between.",
    ),
    "a bracket too many": (
        "  by: ]\n",
        "3:7: error E03: YAML: did not find expected node content."
        " Check that every [ and { is closed, with commas between.",
    ),
    "an @ before a name": (
        "  by: @nato\n",
        "3:7: error E03: YAML: found character '@' that cannot start any token."
        ' Put the whole text in "quotes": it begins with a character that YAML keeps for itself.',
    ),
    "a % before a text": (
        "  note: %5 more\n",
        "3:9: error E03: YAML: found character '%' that cannot start any token."
        ' Put the whole text in "quotes": it begins with a character that YAML keeps for itself.',
    ),
    "a text in asterisks": (
        "  note: *important*\n",
        "3:19: error E03: YAML: did not find expected alphabetic or numeric character."
        ' Put the whole text in "quotes":'
        " it begins with a character that means something to YAML.",
    ),
    "an alias of nothing": (
        "  note: *there\n",
        "3:9: error E03: YAML: found undefined alias."
        ' Put the whole text in "quotes":'
        " it begins with a character that means something to YAML.",
    ),
    "a name without its colon": (
        "  note\n  kind: visit\n",
        "3:3: error E03: YAML: could not find expected ':'."
        " A field is a name, a colon and a value; a text that goes on is indented more.",
    ),
    "a text that goes on without more indentation": (
        "  note: It went\n  on and on\n  kind: visit\n",
        "4:3: error E03: YAML: could not find expected ':'."
        " A field is a name, a colon and a value; a text that goes on is indented more.",
    ),
    "a field indented less than the others": (
        " kind: visit\n",
        "3:2: error E03: YAML: did not find expected key."
        " Check the indentation, quotes, colons and brackets around here.",
    ),
    "a list that begins beside its field": (
        "  src: - ipri-2017\n",
        "3:8: error E03: YAML: block sequence entries are not allowed in this context."
        ' Begin the list on a line of its own. Put the whole text in "quotes" where it is none.',
    ),
    "a backslash": (
        '  note: "C:\\quux"\n',
        "3:12: error E03: YAML: found unknown escape character."
        " Use 'single quotes', in which a backslash is just that.",
    ),
    "a tab in a folded text": (
        "  note: >\n\tA\n",
        "4:1: error E03: YAML: found a tab character where an indentation space is expected."
        " Indent with spaces, not tabs.",
    ),
    "a > before a number in braces": (
        "  figures: {killed: >24}\n",
        "3:21: error E03: YAML: found character '>' that cannot start any token."
        " Write 24+ instead of >24 (a > starts folded text in YAML).",
    ),
    "a million brackets": (
        f"  by: {'[' * 1_000_000}",
        "3:1005: error E03: YAML: exceeded maximum nesting depth."
        " A record needs few levels: look for brackets that are never closed.",
    ),
    "ten million brackets, opened and closed": (
        f"  by: {'[' * 5_000_000}{']' * 5_000_000}\n",
        "3:1005: error E03: YAML: exceeded maximum nesting depth."
        " A record needs few levels: look for brackets that are never closed.",
    ),
    "a million braces": (
        f"  figures: {'{a: ' * 250_000}",
        "3:4004: error E03: YAML: exceeded maximum nesting depth."
        " A record needs few levels: look for brackets that are never closed.",
    ),
    "a thousand dashes": (
        f"  by:\n    {'- ' * 1_000}a\n",
        "4:1999: error E03: YAML: exceeded maximum nesting depth."
        " A record needs few levels: look for brackets that are never closed.",
    ),
}

MORE_THAN_PLAIN = {
    "an anchor and its alias": (
        "  by: &who [nato]\n  to: *who\n",
        "4:7: error E04: the alias *who repeats another part."
        " Write the value out where it is meant.",
    ),
    "a merge key": (
        "  figures: &f {killed: 2}\n  claims: {<<: *f}\n",
        "4:16: error E04: the alias *f repeats another part."
        " Write the value out where it is meant.",
    ),
    "an alias of itself": (
        "  by: &all [*all]\n",
        "3:13: error E04: the alias *all repeats another part."
        " Write the value out where it is meant.",
    ),
    "a tag that runs a program": (
        "  note: !!python/object/apply:os.system [touch owned]\n",
        "3:9: error E04: the tag !!python/object/apply:os.system asks for a type of its own."
        ' Delete it; put a text that begins with ! in "quotes".',
    ),
    "a tag of a number": (
        "  weight: !!int 5\n",
        "3:11: error E04: the tag !!int asks for a type of its own."
        ' Delete it; put a text that begins with ! in "quotes".',
    ),
    "a text that begins with !": (
        "  note: !important\n",
        "3:9: error E04: the tag !important asks for a type of its own."
        ' Delete it; put a text that begins with ! in "quotes".',
    ),
}


@pytest.mark.parametrize(
    ("lines", "answer"), list(NOT_WELL_FORMED.values()), ids=list(NOT_WELL_FORMED)
)
def test_what_is_not_well_formed(events, lines, answer):
    assert events(HEAD + lines) == [f"data/events.yaml:{answer}"]


@pytest.mark.parametrize(
    ("lines", "answer"), list(MORE_THAN_PLAIN.values()), ids=list(MORE_THAN_PLAIN)
)
def test_what_is_more_than_plain_yaml(events, lines, answer):
    assert events(HEAD + lines) == [f"data/events.yaml:{answer}"]


def test_an_alias_bomb_does_not_go_off(events):
    bomb = "".join(
        f"    - &l{level} [{', '.join([f'*l{level - 1}'] * 10) if level else 'x'}]\n"
        for level in range(12)
    )

    (problem,) = events(f"{HEAD}  by:\n{bomb}")

    assert problem.startswith("data/events.yaml:5:12: error E04: the alias *l0 repeats")


def test_an_alias_does_not_reach_into_another_record(events):
    problems = events("a: &a {title: A}\nb: *a\n")

    assert any("2:4: error E03: YAML: found undefined alias." in problem for problem in problems)


def test_an_anchor_alone_does_no_harm(folder):
    sound = (folder.path / "events.yaml").read_text()
    folder.write("events.yaml", sound.replace("title: A pact", "title: &a A pact & more!*"))

    assert folder.errors() == []


def test_columns_count_characters_left_of_the_error_from_either_direction(events):
    (problem,) = events(HEAD + '  note: "سلالہ 😀 é" x\n')

    assert problem.startswith("data/events.yaml:3:21: error E03")


def test_a_merge_key_without_an_alias(events):
    problems = events(HEAD + "  <<: {kind: visit}\n")

    assert problems[-1] == (
        "data/events.yaml:3:3: error E04: a merge key (<<) stands here."
        " Write the fields out: merge keys are not used here."
    )
