PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX statement: <https://w3id.org/hiwar/id/statement/>
PREFIX migration: <https://w3id.org/hiwar/theme/migration/>
PREFIX gcm: <https://w3id.org/hiwar/theme/gcm/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The commitment on irregular migration is about borders (objective 11) too.
INSERT {
  GRAPH graph:facts { ?item hiwar:hasTheme gcm:11 }
  GRAPH ?document {
    statement:added a hiwar:Statement ;
      rdf:subject ?item ; rdf:predicate hiwar:hasTheme ; rdf:object gcm:11 ;
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
}
