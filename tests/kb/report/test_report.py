"""The report as a whole."""

from kb.report import report
from kb.report.names import named


def test_every_measure_is_known_by_name_and_stands_there_once(of_sample):
    ids = [one.id for one in of_sample.measures]

    assert len(ids) == len(set(ids))
    assert all(named(one) for one in ids)


def test_what_nobody_checked_is_not_measured(of_sample):
    assert of_sample.rounds == ()
    assert of_sample.reliability is None
    assert of_sample.measure("mended") is None
    assert of_sample.measure("partners") is None


def test_targets_reach_the_measures(sample, checks):
    found = report(
        sample, checks("targets.yaml", "measures: {events: 7, day: 1%}\npartners: {nato: 1}\n")
    )

    assert found.measure("events").met is False
    assert found.measure("day").met is True
    assert found.measure("partners").share == 1


def test_the_last_round_of_proof_reading_is_measured(sample, checks):
    text = "seed: a\non: 2026\nevents:\n  closure: {verdict: mended, field: when}\n"
    text += "  pact: {verdict: right}\n"

    found = report(sample, checks("proofreading/a.yaml", text)).measure("mended")

    assert (found.value, found.of, found.misses[0].id) == (1, 2, "closure")


def test_codings_by_one_coder_alone_measure_nothing(sample, checks):
    head = "event,coder,kind,by,to,between,date\n"
    line = "apology,first,regret,nato,pakistan,,2012-07\n"

    alone = report(sample, checks("reliability/codings.csv", head + line))
    both = report(
        sample, checks("reliability/codings.csv", head + line + line.replace("first", "second"))
    )

    assert alone.reliability is None
    assert {one.events for one in both.reliability} == {1}


def test_weights_and_families_count_every_event(of_sample):
    for table in ("weights", "families"):
        assert sum(row.count for row in of_sample.counts[table]) == 6
