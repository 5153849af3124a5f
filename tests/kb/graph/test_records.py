"""Actors, places and sources in the graph."""


def test_an_actor(whole):
    assert whole.of["actor:pakistan"] == {
        "rdf:type": {"sem:Actor"},
        "rdfs:label": {'"Pakistan"@en', '"پاکستان"@ur'},
        "sem:actorType": {"actortype:state"},
        "skos:notation": {'"PAK"', '"770"^^kb:cow'},
        "owl:sameAs": {"wd:Q843"},
    }


def test_an_actor_that_took_the_place_of_another(whole):
    assert whole.plain("actor:russia", "dcterms:replaces") == {"actor:ussr"}
    assert whole.plain("actor:ussr", "skos:altLabel") == {'"USSR"@en', '"سوویت یونین"@ur'}
    assert whole.plain("actor:nato", "rdfs:comment") == {'"Founded in 1949."@en'}


def test_what_was_searched_for_an_actor(whole):
    (search,) = whole.plain("actor:nato", "kb:searched")

    assert whole.of[search] == {
        "rdf:type": {"prov:Activity"},
        "dcterms:temporal": {'"2005/2017"^^edtf:EDTF'},
        "dcterms:date": {'"2026-11-29"^^edtf:EDTF'},
        "kb:collection": {'"NATO\'s archive"', '"Dawn"'},
        "rdfs:comment": {'"By title."@en'},
    }


def test_places(whole):
    assert whole.of["place:salala"] == {
        "rdf:type": {"sem:Place"},
        "rdfs:label": {'"Salala"@en'},
        "dcterms:isPartOf": {"actor:pakistan"},
        "geo:lat": {'"34.42"^^xsd:decimal'},
        "geo:long": {'"71.12"^^xsd:decimal'},
    }
    assert whole.of["place:baizai"] == {
        "rdf:type": {"sem:Place"},
        "rdfs:label": {'"Baizai"@en', '"بائیزئی"@ur'},
        "skos:altLabel": {'"Baezai"@en'},
        "dcterms:isPartOf": {"actor:pakistan"},
        "owl:sameAs": {"wd:Q4848483"},
    }


def test_a_source(whole):
    assert whole.of["source:ipri-2017"] == {
        "rdf:type": {"schema:CreativeWork"},
        "rdfs:label": {'"Re-evaluating relations"@en'},
        "dcterms:creator": {'"A. Author"', '"B. Author"'},
        "dcterms:publisher": {'"Daily Times"'},
        "dcterms:issued": {'"2017-02-26"^^edtf:EDTF'},
        "dcterms:type": {"sourcetype:opinion"},
        "dcterms:language": {'"en"'},
        "schema:url": {"<https://example.org/ipri>"},
        "schema:archivedAt": {"<https://example.org/archive/ipri>"},
        "schema:pagination": {'"p. 3"'},
        "kb:speaksFor": {"actor:pakistan"},
        "kb:accessed": {'"2026-11-01"^^edtf:EDTF'},
    }


def test_a_source_in_another_language(whole):
    assert whole.plain("source:jang-2011", "rdfs:label") == {
        '"سلالہ پر حملہ"@ur',
        '"Attack on Salala"@en',
    }
    assert whole.plain("source:jang-2011", "dcterms:language") == {'"ur"'}
