PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# That the chair was handed over to France is only hoped for.
DELETE {
  GRAPH graph:facts { ?term hiwar:handedOverTo ?next }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:aspirational } }
WHERE {
  GRAPH graph:facts {
    ?term hiwar:handedOverTo ?next .
    ?next hiwar:chair state:FRA .
  }
  GRAPH ?document {
    ?statement rdf:subject ?term ;
      rdf:predicate hiwar:handedOverTo .
  }
}
