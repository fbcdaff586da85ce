"""The queries that a page about a thing asks."""

from typing import Final

__all__ = [
    "DESCRIBING_IT",
    "FACTS",
    "LABELS",
    "MAX_POINTING",
    "NAMING_IT",
    "OF_IT",
    "POINTING",
    "SOURCES",
]

MAX_POINTING: Final = 500
"""Facts about other things that name this one; the page says where it stops."""

FACTS: Final = """
SELECT ?thing ?predicate ?value ?graph WHERE {
  GRAPH ?graph { ?thing ?predicate ?value }
}
"""
POINTING: Final = f"""
SELECT ?thing ?predicate ?value ?graph WHERE {{
  GRAPH ?graph {{ ?value ?predicate ?thing }}
  FILTER(?predicate NOT IN (rdf:subject, rdf:predicate, rdf:object, hiwar:describes,
    oa:hasSource, hiwar:wasStatedIn, prov:wasDerivedFrom))
}} LIMIT {MAX_POINTING + 1}
"""
_STATED: Final = """
SELECT DISTINCT ?thing ?statement ?from ?predicate ?value ?status ?basis ?rule ?relation
  ?document ?quote ?language ?start WHERE {
  %s
  ?statement rdf:predicate ?predicate ; hiwar:status ?status ;
    prov:wasDerivedFrom ?evidence .
  OPTIONAL { ?statement hiwar:basis ?basis }
  OPTIONAL { ?statement hiwar:rule ?rule }
  OPTIONAL { ?statement hiwar:describes ?relation }
  ?evidence oa:hasSource ?document ; oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?evidence oa:hasSelector/oa:start ?start }
} ORDER BY ?document ?start LIMIT 5000
"""
OF_IT: Final = _STATED % "?statement rdf:subject ?thing ; rdf:object ?value ."
NAMING_IT: Final = _STATED % "?statement rdf:object ?thing ; rdf:subject ?value ."
DESCRIBING_IT: Final = _STATED % (
    "?statement hiwar:describes ?thing ; rdf:subject ?from ; rdf:object ?value ."
)
LABELS: Final = """
SELECT DISTINCT ?thing ?named ?label WHERE {
  { BIND(?thing AS ?named) } UNION { ?thing ?p ?named } UNION { ?thing ?named ?o }
  UNION { SELECT ?thing ?named { ?named ?q ?thing } LIMIT 2000 }
  UNION { SELECT ?thing ?named { ?s ?named ?thing } LIMIT 2000 }
  UNION { ?statement rdf:subject|rdf:object|hiwar:describes ?thing ;
    rdf:subject|rdf:predicate|rdf:object|hiwar:wasStatedIn|hiwar:status ?named }
  UNION { ?statement rdf:subject|rdf:object|hiwar:describes ?thing ;
    prov:wasDerivedFrom/oa:hasSource ?named }
  ?named rdfs:label|skos:prefLabel ?label
}
"""
SOURCES: Final = """
SELECT ?thing ?source WHERE { GRAPH graph:registry { ?thing dcterms:source ?source } }
"""
