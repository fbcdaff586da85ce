PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The Khartoum Process does not follow up the plan of Valletta.
DELETE {
  GRAPH graph:facts { ?process hiwar:followsUp ?plan }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:negated } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?process ;
      rdf:predicate hiwar:followsUp ;
      rdf:object ?plan .
  }
}
