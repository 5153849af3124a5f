from benchmarks.synthetic import knowledge_base


def test_the_same_events_come_every_time():
    assert knowledge_base(50).events == knowledge_base(50).events


def test_every_event_refers_to_what_there_is():
    kb = knowledge_base(200)
    events = kb.events.values()

    assert len(events) == 200
    assert {slug for event in events for slug in event.actors} <= set(kb.actors)
    assert {event.kind for event in events} <= set(kb.vocabulary.kinds)
    assert {cause.event for event in events for cause in event.because_of} <= set(kb.events)
    assert any(event.because_of for event in events)
    assert any(event.when.is_interval for event in events)
