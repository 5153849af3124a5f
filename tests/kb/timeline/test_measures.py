import pytest

from kb.figures import Quantity
from kb.model import Citation, Claim, Figure
from kb.timeline.measures import approximate, disputed, weight


def figure(measure, value, rank="normal", src=()):
    return Figure(measure, Quantity(str(value), value), src, rank)


class TestWeight:
    def test_what_is_written_stands(self, event):
        assert weight(event("a", weight=2), -9.5, has_effects=True) == 2

    def test_each_reason_adds_one(self, event):
        sourced = event("a", src=tuple(map(Citation, ("tribune", "abc", "ap"))))
        counted = event("a", src=sourced.src, figures=(figure("killed", 24),))

        assert weight(event("a"), 4, has_effects=False) == 1
        assert weight(event("a"), -8, has_effects=False) == 2
        assert weight(sourced, -8, has_effects=False) == 3
        assert weight(counted, -8, has_effects=False) == 4
        assert weight(counted, -8, has_effects=True) == 5


class TestDisputed:
    def test_an_event_on_which_all_agree_is_not(self, event):
        assert not disputed(event("a", figures=(figure("killed", 24), figure("injured", 12))))

    def test_two_values_of_one_measure_are(self, event):
        assert disputed(event("a", figures=(figure("killed", 24), figure("killed", 28))))

    def test_the_same_value_from_two_sources_is_not(self, event):
        tribune, abc = (Citation("tribune"),), (Citation("abc"),)
        agreed = (figure("killed", 24, src=tribune), figure("killed", 24, src=abc))

        assert not disputed(event("a", figures=agreed))

    @pytest.mark.parametrize(("claimed", "answer"), [("2007", False), ("2007-01-26", True)])
    def test_another_date_is_unless_one_holds_the_other(self, event, when, claimed, answer):
        claim = Claim((Citation("abc"),), when=when(claimed))

        assert disputed(event("a", "2007-01-25", claims=(claim,))) is answer

    def test_another_place_is(self, event):
        claim = Claim((Citation("abc"),), where="bagh")

        assert disputed(event("a", where="salala", claims=(claim,)))
        assert not disputed(event("a", where="bagh", claims=(claim,)))

    def test_rival_accounts_are_but_one_alone_is_not(self, event):
        mistake = Claim((Citation("abc"),), says={"en": "A mistake on both sides"})
        intent = Claim((Citation("tribune"),), says={"en": "A deliberate attack"})

        assert disputed(event("a", claims=(mistake, intent)))
        assert not disputed(event("a", claims=(mistake,)))


@pytest.mark.parametrize(
    ("date", "answer"),
    [
        ("2011-11-26", False),
        ("2011-11-26/2012-07-03", False),
        ("2015-04-20/..", False),
        ("2011-11", True),
        ("1986~", True),
        ("2001/2014-12-28", True),
    ],
)
def test_a_date_is_approximate_where_its_first_day_is_not_known(when, date, answer):
    assert approximate(when(date)) is answer
