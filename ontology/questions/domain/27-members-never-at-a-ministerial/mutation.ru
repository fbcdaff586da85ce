PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# Uganda's presence is attributed to somebody's claim.
DELETE {
  GRAPH graph:facts {
    ?meeting hiwar:hasParticipant state:UGA .
    ?participation ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:attributed } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?meeting ;
      rdf:object state:UGA ;
      hiwar:describes ?participation .
  }
  GRAPH graph:facts { ?participation ?property ?value }
}
