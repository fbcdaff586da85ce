PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX document: <https://w3id.org/hiwar/id/document/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# No document says that the plan of Cadiz replaces that of Marrakesh.
DELETE {
  GRAPH graph:facts { document:cadiz-action-plan hiwar:successorOf ?old }
  GRAPH ?document { ?statement ?property ?value }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:subject document:cadiz-action-plan ;
      rdf:predicate hiwar:successorOf ;
      rdf:object ?old ;
      ?property ?value .
  }
}
