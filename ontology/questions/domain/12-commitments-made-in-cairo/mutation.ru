PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX place: <https://w3id.org/hiwar/id/place/>
PREFIX document-kind: <https://w3id.org/hiwar/theme/document-kind/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The declaration was adopted in Valletta.
DELETE {
  GRAPH graph:facts {
    ?declaration hiwar:adoptedAt ?meeting .
    ?adoption hiwar:adoptedIn ?meeting .
  }
  GRAPH ?document { ?statement rdf:object ?meeting }
}
INSERT {
  GRAPH graph:facts {
    ?declaration hiwar:adoptedAt ?other .
    ?adoption hiwar:adoptedIn ?other .
  }
  GRAPH ?document { ?statement rdf:object ?other }
}
WHERE {
  GRAPH graph:facts {
    ?declaration hiwar:documentKind document-kind:declaration ;
      hiwar:adoptedAt ?meeting .
    ?adoption hiwar:adoptedDocument ?declaration .
    ?other hiwar:heldInPlace place:valletta .
  }
  GRAPH ?document {
    ?statement rdf:subject ?declaration ;
      rdf:predicate hiwar:adoptedAt .
  }
}
