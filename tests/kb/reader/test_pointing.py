"""Problems between records show at the very word that is wrong."""

EVENT = "a:\n  title: A visit\n  when: 2011\n  kind: visit\n  by: nato\n  src: ipri-2017\n"


def places(problems: list[str]) -> list[str]:
    return [":".join(problem.split(":")[1:3]) for problem in problems]


def test_a_word_is_looked_for_below_its_field_alone(events):
    problems = events(
        EVENT.replace("A visit", "x") + "  note: x\n  to: [pakistan, x]\n  where: x\n"
    )

    assert places(problems) == ["8:18", "9:10"]


def test_a_field_is_told_from_a_text_that_reads_like_it(events):
    problems = events(EVENT.replace("A visit", "between") + "  between: [nato, pakistan]\n")

    assert places(problems) == ["7:3"]


def test_the_same_word_shows_where_it_stands_again(events):
    problems = events(EVENT + "  because_of:\n    - x\n    - {y: [z, {z: words}]}\n    - {x: z}\n")

    assert places(problems) == ["8:7", "9:8", "9:12", "10:8", "10:8", "10:11"]


def test_a_source_of_a_figure(events):
    figures = "  figures:\n    killed:\n      24: [abc-2011, x]\n      28: {src: {x: words}}\n"

    assert places(events(EVENT + figures)) == ["9:22", "10:18"]
