PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX migration: <https://w3id.org/hiwar/theme/migration/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The second commitment is about protection too, and not about pathways.
DELETE {
  GRAPH graph:facts { ?item hiwar:hasTheme migration:regular-pathways }
  GRAPH ?document { ?statement rdf:object migration:regular-pathways }
}
INSERT {
  GRAPH graph:facts { ?item hiwar:hasTheme migration:protection-rights }
  GRAPH ?document { ?statement rdf:object migration:protection-rights }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?item ;
      rdf:object migration:regular-pathways .
  }
}
