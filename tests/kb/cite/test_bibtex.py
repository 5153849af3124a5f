"""BibTeX that a bibliography's file can hold."""

from dataclasses import replace

import pytest

from kb.cite import bibtex
from kb.cite.bibtex import escaped
from kb.cite.work import Name


def test_an_article(news):
    assert bibtex(news) == "\n".join(
        [
            "@article{manjoo,",
            "  author = {Manjoo, Farhad},",
            "  title = {{Snap Makes a Bet on the Cultural Supremacy of the Camera}},",
            "  journal = {{New York Times}},",
            "  year = 2017,",
            "  month = mar,",
            "  url = {https://www.nytimes.com/2017/03/08/technology/snap.html},",
            "  urldate = {2017-05-01},",
            "}",
        ]
    )


def test_an_entry_of_a_data_set_notes_version_and_access_for_classic_bibtex(dictionary_entry):
    text = bibtex(replace(dictionary_entry, version="0.1.0+1a2b3c"))

    assert text.startswith("@misc{semantics,\n  author = {{Merriam-Webster}},")
    assert "  note = {Version 0.1.0+1a2b3c, accessed 2020-01-04}," in text


def test_bodies_and_persons_are_joined_by_and(news):
    text = bibtex(replace(news, authors=(Name("Khan", "Zarar"), Name("Press & Radio Board"))))

    assert r"author = {Khan, Zarar and {Press \& Radio Board}}," in text


def test_a_page_without_an_author_is_its_publishers(page_of_a_body):
    assert "author = {{World Health Organization}}," in bibtex(page_of_a_body)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100% of $5 & #1", r"100\% of \$5 \& \#1"),
        ("a_b {c}", r"a\_b \{c\}"),
        ("~ ^ \\", r"\textasciitilde{} \textasciicircum{} \textbackslash{}"),
        ("سلالہ", "سلالہ"),
    ],
)
def test_signs_that_tex_would_take_for_commands_are_escaped(text, written):
    assert escaped(text) == written
