PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX migration: <https://w3id.org/hiwar/theme/migration/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The words of the plan are others.
DELETE {
  GRAPH graph:facts { ?item hiwar:wording ?wording }
  GRAPH ?document { ?statement rdf:object ?wording }
}
INSERT {
  GRAPH graph:facts { ?item hiwar:wording "Cooperate on voluntary return"@en }
  GRAPH ?document { ?statement rdf:object "Cooperate on voluntary return"@en }
}
WHERE {
  GRAPH graph:facts {
    ?item a hiwar:Commitment ;
      hiwar:hasTheme migration:return-readmission-reintegration ;
      hiwar:wording ?wording .
  }
  GRAPH ?document {
    ?statement rdf:subject ?item ;
      rdf:predicate hiwar:wording .
  }
}
