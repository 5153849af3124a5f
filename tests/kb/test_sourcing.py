"""Where sources come from: publishers in one spelling, and domains that are not accepted."""

import pytest

from kb.sourcing import domain_among


def test_a_publisher_has_one_spelling(folder):
    sources = (folder.path / "sources.yaml").read_text()
    more = "".join(
        f"new-{number}: {{title: N, publisher: {name}, type: news}}\n"
        for number, name in enumerate(["The Daily Times", "Daily Times", "DAILY-TIMES", "Times"])
    )
    folder.write("sources.yaml", sources + more)

    line = sources.count("\n") + 1
    assert [problem for problem in folder.errors() if "W05" not in problem] == [
        f'data/sources.yaml:{number}:30: warning W03: the publisher "{name}" is also spelled'
        ' "Daily Times". Use one spelling.'
        for number, name in ((line, "The Daily Times"), (line + 2, "DAILY-TIMES"))
    ]


@pytest.mark.parametrize("field", ["url", "archived"])
def test_a_source_on_a_domain_that_is_not_accepted(folder, field):
    sources = (folder.path / "sources.yaml").read_text()
    address = "https://www.copies.example/a?b"
    line = f"new: {{title: N, publisher: P, type: news, {field}: '{address}'}}"
    folder.write("sources.yaml", f"{sources}{line}\n")

    (problem,) = folder.errors()

    number = sources.count("\n") + 1
    assert problem == (
        f"data/sources.yaml:{number}:{line.index(address)}: warning W07: copies.example is not"
        " accepted as a source: copies articles without naming them. Cite where the words were"
        " first published, or another document."
    )


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://example.org/", "example.org"),
        ("http://a.b.example.org:8080/x", "b.example.org"),
        ("https://EXAMPLE.ORG", "example.org"),
        ("https://notexample.org/", None),
        ("https://example.org.uk/", None),
        (None, None),
    ],
)
def test_a_domain_holds_for_all_below_it(address, domain):
    assert domain_among({"example.org": "", "b.example.org": ""}, address) == domain
