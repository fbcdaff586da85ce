PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX migration: <https://w3id.org/hiwar/theme/migration/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The note only quotes somebody who speaks of return.
DELETE {
  GRAPH graph:facts { ?commitment ?property ?value }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:attributed } }
WHERE {
  GRAPH graph:facts {
    ?commitment hiwar:hasTheme migration:return-readmission-reintegration ;
      ?property ?value .
  }
  GRAPH ?document { ?statement rdf:subject ?commitment }
}
