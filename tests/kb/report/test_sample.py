"""A sample that anyone can draw again."""

import hashlib

from kb.report.sample import sample

IDS = [f"event-{n}" for n in range(200)]


def test_it_takes_the_lowest_digests_of_seed_and_id():
    drawn = sample(IDS, 1, "a")

    assert drawn == (min(IDS, key=lambda slug: hashlib.sha256(f"a:{slug}".encode()).hexdigest()),)


def test_the_order_of_the_ids_does_not_matter_but_the_seed_does():
    assert sample(reversed(IDS), 20, "a") == sample(IDS, 20, "a")
    assert sample(IDS, 20, "b") != sample(IDS, 20, "a")


def test_an_added_event_takes_at_most_one_place():
    before = sample(IDS, 20, "a")

    for n in range(200, 260):
        after = sample([*IDS, f"event-{n}"], 20, "a")
        assert len(set(before) - set(after)) <= 1


def test_of_fewer_all_are_drawn():
    assert set(sample(IDS[:3], 20, "a")) == set(IDS[:3])
