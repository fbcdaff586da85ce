PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX place: <https://w3id.org/hiwar/id/place/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The meeting of 2015 is attributed to nobody's process.
DELETE {
  GRAPH graph:facts { ?meeting hiwar:isMeetingOf ?process }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:attributed } }
WHERE {
  GRAPH graph:facts {
    ?meeting hiwar:isMeetingOf ?process ;
      hiwar:heldInPlace place:sharm-el-sheikh .
  }
  GRAPH ?document {
    ?statement rdf:subject ?meeting ;
      rdf:predicate hiwar:isMeetingOf .
  }
}
