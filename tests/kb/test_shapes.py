"""What the SHACL shapes let pass and what they refuse, each refusal in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph

import kb

SHAPES = Graph().parse(Path(kb.__file__).parent / "shapes.ttl")

SOUND = """
@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> .
@prefix ctx: <https://w3id.org/tieline/context/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix kb: <https://w3id.org/tieline/ns#> .
@prefix m: <https://w3id.org/tieline/measure/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://example.org/id/> .

<event/strike> a sem:Event ; rdfs:label "Strike"@en ; skos:altLabel "Strike"@en ;
  dcterms:date "2011-11-26"^^edtf:EDTF ;
  sem:hasEarliestBeginTimeStamp "2011-11-26"^^xsd:date ;
  sem:hasLatestBeginTimeStamp "2011-11-26"^^xsd:date ;
  sem:hasEarliestEndTimeStamp "2011-11-26"^^xsd:date ;
  sem:hasLatestEndTimeStamp "2011-11-26"^^xsd:date ;
  sem:eventType <https://w3id.org/tieline/kind/airstrike> ; dcterms:subject ctx:military ;
  schema:agent <actor/isaf> ; schema:recipient <actor/pakistan> ;
  sem:hasActor <actor/isaf> , <actor/nato> , <actor/pakistan> ;
  sem:hasPlace <place/salala> ; dcterms:source <source/a> ;
  kb:score -9.5 ; kb:weight 5 ; m:killed 24 .
<event/closure> a sem:Event ; rdfs:label "Closure"@en ; dcterms:date "2011-11/.."^^edtf:EDTF ;
  sem:hasEarliestBeginTimeStamp "2011-11-01"^^xsd:date ;
  sem:hasLatestBeginTimeStamp "2011-11-30"^^xsd:date ;
  sem:hasEarliestEndTimeStamp "9999-12-31"^^xsd:date ;
  sem:hasLatestEndTimeStamp "9999-12-31"^^xsd:date ;
  sem:eventType <https://w3id.org/tieline/kind/airstrike> ; kb:score -9.5 ;
  schema:agent <actor/pakistan> ; sem:hasActor <actor/pakistan> ; dcterms:source <source/a> ;
  crm:P17_was_motivated_by <event/strike> .

<claim/killed> a rdf:Statement ; rdf:subject <event/strike> ; rdf:predicate m:killed ;
  rdf:object 24 ;
  kb:asWritten "~24" ; kb:approximate true ; wikibase:rank wikibase:PreferredRank ;
  dcterms:source <source/a> ; oa:hasSelector <claim/killed/quote> .
<claim/killed/quote> a oa:TextQuoteSelector ; oa:exact "killing 24 soldiers"@en .
<claim/killed2> a rdf:Statement ; rdf:subject <event/strike> ; rdf:predicate m:killed ;
  rdf:object "24-28" ; kb:asWritten "24-28" ; schema:minValue 24 ; schema:maxValue 28 ;
  wikibase:rank wikibase:NormalRank ; dcterms:source <source/a> .
<claim/cause> a rdf:Statement ; rdf:subject <event/closure> ; rdf:object <event/strike> ;
  rdf:predicate crm:P17_was_motivated_by ; wikibase:rank wikibase:NormalRank ;
  prov:wasAttributedTo <publisher> .
<claim/place> a rdf:Statement ; rdf:subject <event/strike> ; rdf:predicate sem:hasPlace ;
  rdf:object <place/salala> ; wikibase:rank wikibase:NormalRank ; dcterms:source <source/a> .
<publisher> a prov:Agent .

<actor/pakistan> a sem:Actor ; rdfs:label "Pakistan"@en ; skos:notation "PAK" , "770"^^kb:cow ;
  sem:actorType <https://w3id.org/tieline/actor-type/state> ; owl:sameAs wd:Q843 .
<actor/nato> a sem:Actor ; rdfs:label "NATO"@en ;
  sem:actorType <https://w3id.org/tieline/actor-type/state> .
<actor/nato> kb:searched <claim/search> .
<claim/search> a prov:Activity ; dcterms:temporal "2005/2017"^^edtf:EDTF ;
  dcterms:date "2026-11-29"^^edtf:EDTF ; kb:collection "Dawn" .
<actor/isaf> a sem:Actor ; rdfs:label "ISAF"@en ; dcterms:isPartOf <actor/nato> ;
  sem:actorType <https://w3id.org/tieline/actor-type/state> .
<place/salala> a sem:Place ; rdfs:label "Salala"@en ; geo:lat 34.5 ; geo:long 71.0 ;
  dcterms:isPartOf <actor/pakistan> .
<source/a> a schema:CreativeWork ; rdfs:label "Report"@en ; dcterms:publisher "Paper" ;
  dcterms:type <https://w3id.org/tieline/source-type/news> ; dcterms:language "en" ;
  dcterms:issued "2011"^^edtf:EDTF ; kb:speaksFor <actor/nato> .
<view/v> a schema:Claim ; schema:about <actor/nato> ; dcterms:description "It helps"@en ;
  dcterms:date "2017"^^edtf:EDTF ; dcterms:source <source/a> .

<https://w3id.org/tieline/kind/airstrike> a sem:EventType , skos:Concept ;
  rdfs:label "Air strike"@en ; skos:definition "A strike."@en ; kb:score -9.5 ;
  skos:broader <https://w3id.org/tieline/quad/material-conflict> ;
  kb:family <https://w3id.org/tieline/family/military> ;
  skos:notation "195"^^kb:cameo , "ASSAULT:aerial"^^kb:plover .
<https://w3id.org/tieline/quad/material-conflict> a skos:Concept ; rdfs:label "Conflict"@en .
<https://w3id.org/tieline/family/military> a skos:Concept ; rdfs:label "Military"@en .
<https://w3id.org/tieline/obligation/defense> a skos:Concept ; rdfs:label "Defence"@en .
<https://w3id.org/tieline/source-type/news> a skos:Concept ; rdfs:label "News"@en .
<https://w3id.org/tieline/actor-type/state> a skos:Concept , sem:ActorType ; rdfs:label "State"@en .
ctx:military a skos:Concept ; rdfs:label "Military"@en .
m:killed a rdf:Property ; rdfs:label "People killed"@en ; kb:unit "people" .
"""

BROKEN = {
    "no title": ('rdfs:label "Strike"@en ;', "", "It needs a name"),
    "two titles in a language": ('rdfs:label "Strike"@en', 'rdfs:label "A"@en , "B"@en', "a name"),
    "plain date": ('"2011-11-26"^^edtf:EDTF', '"2011-11-26"', "one date, in EDTF"),
    "bounds out of order": (
        'hasLatestEndTimeStamp "2011-11-26"',
        'hasLatestEndTimeStamp "2011-11-25"',
        "no later than the latest end",
    ),
    "nobody acts": ("schema:agent <actor/isaf> ;", "", "someone who acts"),
    "on both sides": ("recipient <actor/pakistan>", "recipient <actor/isaf>", "not one of those"),
    "agent left out": ("sem:hasActor <actor/isaf> ,", "sem:hasActor", "also among the event's"),
    "no source": (
        "<actor/pakistan> ; dcterms:source <source/a>",
        "<actor/pakistan>",
        "at least one source",
    ),
    "score off the scale": (
        "kb:score -9.5 ; kb:weight",
        "kb:score -11.0 ; kb:weight",
        "-10 to +10",
    ),
    "score not its kind's": (
        "kb:score -9.5 ; kb:weight",
        "kb:score 2.0 ; kb:weight",
        "of its kind",
    ),
    "weight of 6": ("kb:weight 5", "kb:weight 6", "from 1 to 5"),
    "obligation of no alliance": (
        "kb:weight 5",
        "kb:weight 5 ; kb:obligation <https://w3id.org/tieline/obligation/defense>",
        "only go with the kind alliance",
    ),
    "part of itself": (
        "kb:weight 5",
        "kb:weight 5 ; sem:subEventOf <event/strike>",
        "part of itself",
    ),
    "causes in a circle": (
        "kb:weight 5",
        "kb:weight 5 ; crm:P17_was_motivated_by <event/closure>",
        "not its own cause",
    ),
    "cause without statement": (
        "subject <event/closure>",
        "subject <event/strike>",
        "who holds it",
    ),
    "statement by nobody": (
        "prov:wasAttributedTo <publisher>",
        'rdfs:comment ""@en',
        "no source makes",
    ),
    "statement without rank": ("wikibase:rank wikibase:PreferredRank ;", "", "one rank"),
    "unknown measure": ("m:killed ;\n  rdf:object 24", "m:x ;\n  rdf:object 24", "of a measure"),
    "place that is none": (
        "rdf:object <place/salala>",
        "rdf:object <actor/nato>",
        "gives a place",
    ),
    "long quotation": ("killing 24 soldiers", "a" * 301, "300 characters"),
    "loose figure": ('kb:asWritten "~24"', 'kb:asWritten "two dozen"', "A figure is written"),
    "about, yet exact": ("kb:approximate true ;", "", "is approximate"),
    "range that goes down": ("schema:minValue 24", "schema:minValue 29", "no more than the most"),
    "accepted figure nobody gave": ("m:killed 24 .", "m:killed 25 .", "accepted figure"),
    "unknown actor type": ("actor-type/state> ; owl", "actor-type/planet> ; owl", "one type"),
    "bad code": ('"PAK"', '"Pakistan"', "alpha-3"),
    "bad Wikidata id": ("wd:Q843", "wd:P843", "Wikidata id"),
    "succeeds itself": ('"NATO"@en', '"NATO"@en ; dcterms:replaces <actor/nato>', "succeed itself"),
    "half a position": ("geo:lat 34.5 ;", "", "both latitude and longitude"),
    "off the globe": ("geo:lat 34.5", "geo:lat 345.0", "between -90 and 90"),
    "two publishers": ('publisher "Paper"', 'publisher "Paper" , "The Paper"', "one publisher"),
    "unknown source type": (
        "source-type/news> ; dcterms:l",
        "source-type/blog> ; dcterms:l",
        "type",
    ),
    "speaks for nobody known": (
        "kb:speaksFor <actor/nato>",
        "kb:speaksFor <x>",
        "at most one actor",
    ),
    "search nowhere": ('; kb:collection "Dawn"', "", "says where was looked"),
    "view of nobody": ("schema:about <actor/nato> ;", "", "at least one actor"),
    "view without speaker": ("EDTF ; dcterms:source <source/a> .", "EDTF .", "has a speaker"),
    "kind of no family": (
        "kb:family <https://w3id.org/tieline/family/military> ;",
        "",
        "one family",
    ),
    "kind of no quad class": (
        "skos:broader <https://w3id.org/tieline/quad/material-conflict> ;",
        "",
        "one quad class",
    ),
    "kind without definition": ('skos:definition "A strike."@en ;', "", "has a definition"),
}


def report(turtle: str) -> str:
    """What the shapes say against the graph; nothing where it conforms."""
    graph = Graph().parse(data=turtle, format="turtle")
    conforms, _, text = validate(graph, shacl_graph=SHAPES)
    return "" if conforms else str(text)


def test_a_sound_graph_passes() -> None:
    assert report(SOUND) == ""


@pytest.mark.parametrize(("sound", "broken", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_graph_is_refused_in_words(sound: str, broken: str, words: str) -> None:
    assert SOUND.count(sound) == 1
    assert words in report(SOUND.replace(sound, broken))
