PREFIX cs: <http://purl.org/vocab/changeset/schema#>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX hiwar: <https://w3id.org/hiwar/ontology#>

# The list of guests stayed, so that no participant went.
DELETE {
  GRAPH graph:difference { ?change ?property ?value . ?gone ?part ?of }
}
WHERE {
  GRAPH graph:difference {
    ?change cs:removal ?gone ; ?property ?value .
    ?gone rdf:predicate hiwar:hasParticipant ; ?part ?of .
  }
}
