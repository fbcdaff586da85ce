PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

# Mr Buffet was there and did not speak.
DELETE {
  GRAPH graph:facts { ?participation hiwar:participationRole ?role }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:negated } }
WHERE {
  GRAPH graph:facts {
    ?person rdfs:label "François-Noël Buffet"@en .
    ?participation hiwar:participant ?person ;
      hiwar:participationRole ?role .
  }
  GRAPH ?document {
    ?statement rdf:subject ?participation ;
      rdf:predicate hiwar:participationRole .
  }
}
