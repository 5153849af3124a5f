import pytest

from kb.timeline.slices import number_of, slice_of


@pytest.fixture
def events(event):
    return tuple(event(f"e{number}") for number in range(25))


def ids(events):
    return [event.id for event in events]


def test_a_slice_is_one_page_of_the_list(events):
    second = slice_of(events, 2, size=10)

    assert ids(second.events) == ids(events[10:20])
    assert (second.number, second.last, second.total, second.begin) == (2, 3, 25, 10)
    assert (second.earlier, second.later) == (1, 3)


def test_the_ends_have_no_neighbour(events):
    assert slice_of(events, 1, size=10).earlier is None
    assert slice_of(events, 3, size=10).later is None


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-7, 1), (99, 3)])
def test_a_number_beyond_the_ends_gives_the_nearest_page(events, asked, given):
    assert slice_of(events, asked, size=10).number == given


def test_an_empty_list_has_one_empty_page():
    empty = slice_of(())

    assert (empty.events, empty.number, empty.last, empty.total) == ((), 1, 1, 0)


def test_the_page_of_an_event_can_be_found(events):
    assert number_of(events, "e19", size=10) == 2
    assert number_of(events, "elsewhere", size=10) is None
