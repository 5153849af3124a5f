"""Rules between records: sides, circles, causes, redirects, spellings, and what nothing uses."""

import pytest

GOOD = "  when: 2011\n  kind: visit\n  by: nato\n  src: ipri-2017\n"


def event(name: str, more: str = "", fields: str = GOOD) -> str:
    return f"{name}:\n  title: A visit\n{fields}{more}"


def told(events, text: str) -> list[str]:
    return [problem.removeprefix("data/events.yaml:") for problem in events(text)]


@pytest.mark.parametrize(
    ("fields", "answer"),
    {
        "nobody": (
            "",
            '1:1: error E11: event "a" has neither by nor between. Name who acts:'
            " by (with to) when one side acts, between when all act together.",
        ),
        "only one acted upon": (
            "  to: nato\n",
            '1:1: error E11: event "a" has neither by nor between. Name who acts:'
            " by (with to) when one side acts, between when all act together.",
        ),
        "between one": (
            "  between: nato\n",
            "6:3: error E14: between names a single actor. Name the others too, or use by.",
        ),
        "between and to": (
            "  between: [nato, pakistan]\n  to: russia\n",
            "6:3: error E14: between cannot be used with by or to."
            " Use by/to when one side acts on the other, between when all act together.",
        ),
        "a misspelt between": (
            "  betwen: [nato, pakistan]\n",
            '6:3: error E10: unknown field "betwen" in event "a". Did you mean "between"?',
        ),
    }.values(),
)
def test_who_takes_part(events, fields, answer):
    assert told(events, event("a", fields, GOOD.replace("  by: nato\n", ""))) == [answer]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("about: [x]", '7:11: error E08: unknown context "x". Known ones are in vocab/terms.yaml.'),
        ("where: nato", '7:10: error E08: unknown place "nato". Known ones are in'),
        ("to: kabul", '7:7: error E08: unknown actor "kabul". Known ones are in data/actors.yaml.'),
        ("part_of: b", '7:12: error E08: unknown event "b" in part_of.'),
        (
            "to: isaf-hq",
            '7:7: error E08: unknown actor "isaf-hq". It was renamed.'
            ' Did you mean "isaf-headquarters"?',
        ),
    ],
)
def test_a_name_of_nothing(events, line, answer):
    (problem,) = told(events, event("a", f"  {line}\n"))

    assert problem.startswith(answer)


@pytest.mark.parametrize(
    ("file", "old", "new", "answer"),
    [
        ("actors", "type: igo", "type: ngo", 'unknown actor type "ngo". Did you mean "igo"?'),
        ("actors", "succeeds: ussr", "succeeds: usr", 'unknown actor "usr". Did you mean "ussr"?'),
        ("places", "country: afghanistan", "country: kabul", 'unknown actor "kabul".'),
        ("sources", "type: opinion", "type: blog", 'unknown source type "blog".'),
        ("sources", "side: pakistan", "side: x", 'unknown actor "x".'),
        ("views", "[nato, pakistan]", "[nato, x]", 'unknown actor "x".'),
        ("views", "{ipri-2017:", "{x:", 'unknown source "x".'),
    ],
)
def test_a_name_of_nothing_in_other_records(folder, file, old, new, answer):
    sound = (folder.path / f"{file}.yaml").read_text()
    folder.write(f"{file}.yaml", sound.replace(old, new, 1))

    (problem,) = [problem for problem in folder.errors() if "W06" not in problem]

    line = sound[: sound.index(old)].count("\n") + 1
    assert problem.startswith(f"data/{file}.yaml:{line}:")
    assert f"error E08: {answer}" in problem


@pytest.mark.parametrize(
    ("was", "answer"),
    [
        ("b", '7:8: error E05: "b" is the id of a living event, so it cannot lead to another.'),
        ("a", '7:8: error E05: "a" is the id of a living event, so it cannot lead to another.'),
        ("c", None),
        ("d", '14:8: error E05: "d" leads to the event "a" already.'),
    ],
)
def test_an_old_id_leads_to_one_record(events, was, answer):
    problems = told(events, event("a", f"  was: {was}\n") + event("b", "  was: d\n"))

    assert problems == ([f"{answer} Delete it from was."] if answer else [])


@pytest.mark.parametrize(
    ("links", "circles"),
    [
        ({"a": ["a"]}, ["a -> a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b -> c -> b"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, ["a -> b -> a", "c -> d -> c"]),
    ],
)
@pytest.mark.parametrize("field", ["part_of", "because_of"])
def test_circles(events, field, links, circles):
    text = "".join(
        event(name, f"  {field}: [{', '.join(above)}]\n" if above else "")
        for name, above in links.items()
    )

    assert [problem.split("error E17: ")[1] for problem in told(events, text)] == [
        f"{field} runs in a circle: {circle}. Cut one of the links." for circle in circles
    ]


@pytest.mark.parametrize("field", ["part_of", "succeeds"])
def test_circles_of_actors(folder, field):
    new = "".join(
        f"new-{one}: {{name: N, type: body, {field}: new-{other}}}\n"
        for one, other in ("ab", "bc", "ca")
    )
    folder.write("actors.yaml", (folder.path / "actors.yaml").read_text() + new)

    (problem,) = folder.errors()

    assert f"E17: {field} runs in a circle: new-a -> new-b -> new-c -> new-a." in problem


def test_a_long_circle_is_shown_in_part(events):
    names = [f"e{number}" for number in range(5_000)]
    links = zip(names, [*names[1:], names[0]], strict=True)
    text = "".join(event(name, f"  part_of: {above}\n") for name, above in links)

    (problem,) = told(events, text)

    assert "circle: e0 -> e1 -> e2 -> … -> e4998 -> e4999 -> e0." in problem


def test_many_ways_up_are_walked_once(events):
    layers = 60
    text = "".join(
        event(f"{side}{layer}", f"  part_of: [a{layer + 1}, b{layer + 1}]\n")
        for layer in range(layers)
        for side in "ab"
    )

    assert told(events, text + event(f"a{layers}") + event(f"b{layers}")) == []


def test_an_effect_may_begin_before_its_cause_where_dates_are_vague(events):
    cause = event("cause", fields=GOOD.replace("2011", "2011-06"))

    assert told(events, event("effect", "  because_of: cause\n") + cause) == []


def test_what_nothing_refers_to(folder):
    additions = {
        "actors": "new: {name: N, type: body, part_of: nato}\n",
        "places": "new: {name: N}\n",
        "sources": "new: {title: N, publisher: P, type: news}\n",
    }
    for name, line in additions.items():
        sound = (folder.path / f"{name}.yaml").read_text()
        folder.write(f"{name}.yaml", sound + line)

    reading = folder.read()

    assert reading.kb is not None
    assert [(found.file, found.column, found.code) for found in reading.diagnostics] == [
        (f"data/{name}.yaml", 1, "W05") for name in additions
    ]
    assert reading.diagnostics[0].message == 'nothing refers to the actor "new".'


def test_what_nothing_refers_to_waits_until_all_can_be_read(folder):
    folder.write("events.yaml", "a: [\n")

    assert {found.code for found in folder.read().diagnostics} == {"E03"}


def test_proposals_are_given_up_before_the_time_is(folder):
    names = "".join(
        f"source-{number}: {{title: N, publisher: P, type: news}}\n" for number in range(500)
    )
    folder.write("sources.yaml", names)
    folder.write("views.yaml", "")
    cited = ", ".join(f"sourse-{number}" for number in range(2_000))
    folder.write("events.yaml", event("a", fields=GOOD.replace("ipri-2017", f"[{cited}]")))

    problems = [problem for problem in folder.errors() if "E08" in problem]

    assert len(problems) == 2_000
    assert len([problem for problem in problems if "Did you mean" in problem]) == 200
