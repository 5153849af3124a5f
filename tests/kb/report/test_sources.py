"""Sources: copies, leaning on one, what nothing uses, and how many there are of what."""

from kb.report.sources import domains, most_cited, types


def test_an_archived_copy_is_an_address(of_sample):
    found = of_sample.measure("archived")

    assert (found.value, found.of) == (1, 4)
    assert "tribune-2011" in [miss.id for miss in found.misses]


def test_a_source_is_overused_from_more_than_five_events_and_a_fiftieth_on(measured):
    line = "e{0}: {{title: A, when: {0}, kind: airstrike, by: nato, src: [{1}]}}\n"
    five = "".join(line.format(2001 + n, "abc-2011") for n in range(5))

    assert measured(five)["overused"].value == 0
    assert [
        miss.id for miss in measured(five + line.format(2010, "abc-2011"))["overused"].misses
    ] == ["abc-2011"]


def test_orphans_are_what_no_other_record_names(measured):
    found = measured("a: {title: A, when: 2011, kind: airstrike, by: nato, src: ipri-2017}")

    orphans = {(miss.what, miss.id) for miss in found["orphans"].misses}
    assert ("source", "abc-2011") in orphans
    assert ("place", "salala") in orphans
    assert ("actor", "pakistan") not in orphans, "the focus needs no event"


def test_types_are_all_there_and_domains_are_hosts(sample):
    assert [(row.name, row.count) for row in types(sample)][:2] == [("news", 3), ("opinion", 1)]
    assert {row.name for row in types(sample)} == set(sample.vocabulary.source_types)
    assert [(row.name, row.count) for row in domains(sample)] == [("", 3), ("example.org", 1)]


def test_most_cited_counts_events_and_not_citations(sample):
    cited = {row.name: row.count for row in most_cited(sample)}

    assert cited["ipri-2017"] == sum("ipri-2017" in e.sources for e in sample.events.values())
