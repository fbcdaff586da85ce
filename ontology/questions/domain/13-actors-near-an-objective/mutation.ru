PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX gcm: <https://w3id.org/hiwar/theme/gcm/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The regional dialogue put smuggling first.
DELETE {
  GRAPH graph:facts { ?item hiwar:hasTheme gcm:21 }
  GRAPH ?document { ?statement rdf:object gcm:21 }
}
INSERT {
  GRAPH graph:facts { ?item hiwar:hasTheme gcm:9 }
  GRAPH ?document { ?statement rdf:object gcm:9 }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?item ;
      rdf:object gcm:21 .
  }
}
