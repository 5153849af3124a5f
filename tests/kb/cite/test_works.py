"""What is cited of this knowledge base."""

from dataclasses import replace
from datetime import date

from kb.cite import entry, of_source, plain
from kb.cite.apa import apa


def test_an_event_is_an_entry_under_its_iri_in_the_version_that_was_read(sample):
    event = next(iter(sample.events.values()))

    work = entry(sample, "event", event.id, event.title, "1a2b3c", date(2026, 11, 29))

    assert work.url == f"{sample.dataset.base}id/event/{event.id}"
    assert work.version == f"{sample.dataset.version}+1a2b3c"
    assert work.title == event.title["en"]
    assert f"Retrieved November 29, 2026, from {work.url}" in plain(apa(work))


def test_a_source_is_cited_as_the_document_that_it_is(sample):
    source = next(iter(sample.sources.values()))
    news = replace(source, type="news", author=("Zarar Khan",), publisher="Dawn", locator="p. 1")

    work = of_source(sample, news)

    assert (work.type, work.container, work.number) == ("article-newspaper", "Dawn", "p. 1")
    assert work.authors[0].family == "Khan"


def test_a_person_among_the_actors_is_no_body(sample):
    source = next(iter(sample.sources.values()))
    actor = next(iter(sample.actors.values()))
    person = replace(actor, name={"en": "Imran Khan"}, type="person")
    kb = replace(sample, actors={**sample.actors, person.id: person})

    (author,) = of_source(kb, replace(source, author=("Imran Khan",))).authors

    assert (author.family, author.given) == ("Khan", "Imran")
