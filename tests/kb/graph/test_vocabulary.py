"""Kinds, measures and terms in the graph, and the table of PLOVER's scores behind them."""


def test_a_kind_of_ones_own(whole):
    assert whole.of["kind:regret"] == {
        "rdf:type": {"sem:EventType", "skos:Concept"},
        "rdfs:label": {'"Regret"@en'},
        "skos:definition": {'"One side says that it is sorry."@en'},
        "skos:broader": {"quad:verbal-cooperation"},
        "skos:notation": {'"CONCEDE"^^kb:plover'},
        "kb:family": {"family:diplomacy"},
        "kb:score": {'"4.5"^^xsd:decimal'},
    }


def test_a_kind_that_ships(whole):
    kind = whole.of["kind:airstrike"]

    assert kind["skos:broader"] == {"quad:material-conflict"}
    assert kind["kb:score"] == {'"-9.5"^^xsd:decimal'}
    assert {text.partition("^^")[2] for text in kind["skos:notation"]} == {"kb:plover", "kb:cameo"}
    assert len(kind["skos:example"]) == 2


def test_measures(whole):
    assert whole.of["m:posts_hit"] == {
        "rdf:type": {"rdf:Property"},
        "rdfs:label": {'"Posts hit"@en'},
        "kb:unit": {'"posts"'},
    }
    assert whole.plain("m:killed", "skos:exactMatch") == {"wd:P1120"}


def test_terms(sample, whole):
    lists = {
        "actortype": sample.vocabulary.actor_types,
        "sourcetype": sample.vocabulary.source_types,
        "ctx": sample.vocabulary.contexts,
        "obligation": sample.vocabulary.obligations,
        "family": sample.vocabulary.families,
        "quad": sample.vocabulary.quads,
    }
    for prefix, terms in lists.items():
        for term in terms.values():
            assert "skos:Concept" in whole.plain(f"{prefix}:{term.id}", "rdf:type")
            assert f'"{term.name["en"]}"@en' in whole.plain(f"{prefix}:{term.id}", "rdfs:label")
    assert "sem:ActorType" in whole.plain("actortype:state", "rdf:type")


def test_all_that_records_name_is_there(whole):
    for predicate in ("sem:eventType", "sem:actorType", "dcterms:type", "dcterms:subject"):
        named = set().union(*(parts.get(predicate, set()) for parts in whole.of.values()))
        assert named
        assert named <= whole.of.keys()
