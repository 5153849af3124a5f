"""The look-ups that records themselves answer."""

from kb.figures import parse
from kb.model import Citation, Claim, Event, Figure


def test_citations_of_an_event_come_from_every_part(sample):
    event = next(iter(sample.events.values()))
    one = Event(
        id="a",
        title={"en": "A"},
        when=event.when,
        kind=event.kind,
        src=(Citation("tribune"),),
        figures=(Figure("killed", parse("24"), (Citation("abc"),), "normal"),),
        claims=(Claim((Citation("ap"), Citation("abc")), says={"en": "It was so"}),),
    )

    assert [citation.source for citation in one.citations] == ["tribune", "abc", "ap", "abc"]
    assert one.sources == ("tribune", "abc", "ap")
