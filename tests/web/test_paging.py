"""A list is cut into pages."""

import pytest

from web.context import reading
from web.paging import SIZE, listing


@pytest.fixture
def turned(app):
    """The page of all events at an address."""

    def at(path: str, **options):
        with app.test_request_context(path):
            return listing(reading().timeline.events, **options)

    return at


def test_the_first_page_leads_on_and_not_back(turned):
    first = turned("/?lang=en")

    assert (first.first, first.last, first.number) == (1, SIZE, 1)
    assert (first.earlier, first.later) == (None, "/?lang=en&page=2")


def test_the_last_page_holds_the_rest(turned):
    last = turned(f"/?page={'9' * 5000}")

    assert last.number == last.pages
    assert last.last == last.total
    assert len(last.events) == last.total - (last.pages - 1) * SIZE
    assert last.later is None


def test_without_a_page_it_is_that_of_the_selected_event(turned, live):
    last = turned("/?page=9999").events[-1].id

    assert turned("/", selected=last).number > 1
    assert turned("/?page=1", selected=last).number == 1


@pytest.mark.parametrize("written", ["0", "-3", "x", "٣", ""])
def test_what_is_no_page_is_the_first(turned, written):
    assert turned(f"/?page={written}").number == 1


def test_other_pages_than_the_timeline_keep_all_that_was_asked(turned):
    assert turned("/actor/pakistan?page=2&theme=dark").later == "/actor/pakistan?theme=dark&page=3"


def test_events_stand_under_years_or_in_the_order_given(turned):
    by_year, plain = turned("/"), turned("/", by_year=False)

    assert [event for year in by_year.years for event in year.events] == list(by_year.events)
    assert plain.years == ()


def test_nothing_is_a_page_of_nothing(app):
    with app.test_request_context("/"):
        empty = listing(())

    assert (empty.first, empty.last, empty.pages) == (0, 0, 1)
