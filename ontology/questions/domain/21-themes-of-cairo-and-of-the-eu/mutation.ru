PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX statement: <https://w3id.org/hiwar/id/statement/>
PREFIX migration: <https://w3id.org/hiwar/theme/migration/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The plan has a word on borders too.
INSERT {
  GRAPH graph:facts { ?item hiwar:hasTheme migration:border-management }
  GRAPH ?document {
    statement:added a hiwar:Statement ;
      rdf:subject ?item ; rdf:predicate hiwar:hasTheme ; rdf:object migration:border-management ;
      hiwar:status ?status ; hiwar:basis ?basis ; hiwar:rule ?rule ;
      hiwar:wasStatedIn ?source ; prov:wasDerivedFrom ?evidence .
  }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:object migration:irregular-smuggling-trafficking ;
      rdf:subject ?item ;
      hiwar:status ?status ; hiwar:basis ?basis ; hiwar:rule ?rule ;
      hiwar:wasStatedIn ?source ; prov:wasDerivedFrom ?evidence .
  }
  GRAPH graph:facts { ?item a hiwar:Commitment }
}
