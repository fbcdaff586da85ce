PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The joint meeting was one of the Khartoum Process only.
DELETE {
  GRAPH graph:facts { ?meeting hiwar:isMeetingOf process:rabat-process }
  GRAPH ?document { ?statement ?property ?value }
}
WHERE {
  GRAPH graph:facts { ?meeting hiwar:isMeetingOf process:rabat-process }
  GRAPH ?document {
    ?statement rdf:subject ?meeting ;
      rdf:object process:rabat-process ;
      ?property ?value .
  }
}
