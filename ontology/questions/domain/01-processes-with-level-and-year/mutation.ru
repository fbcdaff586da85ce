PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The conference that established the Khartoum Process is only planned.
DELETE {
  GRAPH graph:facts { ?process hiwar:established ?date }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:planned } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?process ;
      rdf:predicate hiwar:established ;
      rdf:object ?date .
  }
}
