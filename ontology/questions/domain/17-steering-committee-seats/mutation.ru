PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The later list does not have Finland.
DELETE {
  GRAPH graph:facts {
    ?process hiwar:hasSteeringMember state:FIN .
    ?membership ?property ?value .
  }
  GRAPH ?document { ?statement ?about ?what }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?process ;
      rdf:predicate hiwar:hasSteeringMember ;
      rdf:object state:FIN ;
      hiwar:describes ?membership ;
      ?about ?what .
  }
  GRAPH graph:facts { ?membership ?property ?value }
}
