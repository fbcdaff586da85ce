PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# Sudan is only expected: its participation was planned, not reported.
DELETE {
  GRAPH graph:facts {
    ?meeting hiwar:hasParticipant state:SDN .
    ?participation ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:planned } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?meeting ;
      rdf:predicate hiwar:hasParticipant ;
      rdf:object state:SDN ;
      hiwar:describes ?participation .
  }
  GRAPH graph:facts { ?participation ?property ?value }
}
