PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX document: <https://w3id.org/hiwar/id/document/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The page that dates the plan of Valletta to 2018 is not there.
DELETE {
  GRAPH graph:facts { ?disagreement ?property ?value }
  GRAPH ?document { ?statement ?about ?what }
}
WHERE {
  GRAPH graph:facts {
    ?disagreement hiwar:disputedSubject document:joint-valletta-action-plan ;
      ?property ?value .
  }
  GRAPH ?document {
    ?statement rdf:subject document:joint-valletta-action-plan ;
      rdf:object "2018" ;
      ?about ?what .
  }
}
