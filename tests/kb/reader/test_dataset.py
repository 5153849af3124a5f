"""`dataset.yaml`, which makes a folder a knowledge base."""

import pytest


def replaced(folder, old: str, new: str) -> list[str]:
    sound = (folder.path / "dataset.yaml").read_text()
    assert sound.count(old) == 1
    folder.write("dataset.yaml", sound.replace(old, new))
    return [problem.removeprefix("data/dataset.yaml:") for problem in folder.errors()]


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    {
        "another format": (
            "schema: 1",
            "schema: 2",
            "11:9: error E12: schema 2 is not the format that this version reads."
            " Write schema: 1, or use the version of tieline that the data was made for.",
        ),
        "a base without its slash": (
            "base: https://example.org/small/",
            "base: https://example.org/small",
            "5:7: error E06: base must end in a slash and have no ? or #,"
            ' not be "https://example.org/small". Write base: https://example.org/small/',
        ),
        "a base with a fragment": (
            "base: https://example.org/small/",
            "base: https://example.org/small#a/",
            "5:7: error E06: base must end in a slash and have no ? or #,"
            ' not be "https://example.org/small#a/". Write base: https://example.org/small/',
        ),
        "no languages": (
            "languages: [en, ur]\n",
            "",
            "1:1: error E11: dataset.yaml has no languages. Write languages: [en].",
        ),
        "a language that is none": (
            "[en, ur]",
            "[en, urdu]",
            '6:17: error E06: languages cannot be "urdu". Write it like ur.',
        ),
        "a focus that is none": (
            "focus: pakistan",
            "focus: pakistn",
            '4:8: error E08: unknown actor "pakistn". Did you mean "pakistan"?'
            " Known ones are in data/actors.yaml.",
        ),
        "a list": (
            "title: A small",
            "- title: A small",
            "2:1: error E03: YAML: did not find expected '-' indicator."
            " Check the indentation, quotes, colons and brackets around here.",
        ),
        "a directive": (
            "title: A small",
            "%YAML 1.2\n---\ntitle: A small",
            '1:1: error E04: "%" starts or ends a YAML document, or is a directive.'
            " One file holds one document: delete this line.",
        ),
        "a second document": (
            "schema: 1",
            "schema: 1\n---\ntitle: x",
            '12:1: error E04: "---" starts or ends a YAML document, or is a directive.'
            " One file holds one document: delete this line.",
        ),
    }.values(),
)
def test_a_fault_of_the_description(folder, old, new, answer):
    assert replaced(folder, old, new) == [answer]


@pytest.mark.parametrize("content", ["", "# nothing\n", "hello", "[a]", "- a\n", "[a]: b\n"])
def test_a_description_without_fields(folder, content):
    folder.write("dataset.yaml", content)

    assert folder.errors() == [
        "data/dataset.yaml:1:1: error E04: the top level must be fields, each with its value."
        " Write title: and the rest."
    ]


def test_a_leading_marker_is_no_second_document(folder):
    assert replaced(folder, "title: A small", "--- # here it begins\ntitle: A small") == []


def test_what_the_data_set_says_of_itself(sample):
    dataset = sample.dataset

    assert dataset.title == {"en": "A small knowledge base", "ur": "ایک چھوٹا علمی ذخیرہ"}
    assert dataset.languages == ("en", "ur")
    assert (dataset.mail, dataset.issues) == (
        "editors@example.org",
        "https://example.org/small/issues",
    )
    assert (dataset.version, dataset.schema) == ("1", 1)
