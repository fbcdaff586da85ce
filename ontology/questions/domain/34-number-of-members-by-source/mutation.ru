PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The declaration names the United Kingdom only as one that intends to join.
DELETE {
  GRAPH graph:facts {
    ?process hiwar:hasMember state:GBR .
    ?membership ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:planned } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?process ;
      rdf:object state:GBR ;
      hiwar:describes ?membership .
  }
  GRAPH graph:facts { ?membership ?property ?value }
}
