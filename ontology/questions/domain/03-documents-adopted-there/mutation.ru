PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX document-kind: <https://w3id.org/hiwar/theme/document-kind/>
PREFIX graph: <https://w3id.org/hiwar/graph/>

# The document denies that the declaration was adopted.
DELETE {
  GRAPH graph:facts {
    ?text hiwar:adoptedAt ?meeting .
    ?adoption ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:negated } }
WHERE {
  GRAPH graph:facts {
    ?text hiwar:documentKind document-kind:declaration ;
      hiwar:adoptedAt ?meeting .
    ?adoption hiwar:adoptedDocument ?text ;
      ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:describes ?adoption }
}
