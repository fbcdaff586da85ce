PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The agency only quotes somebody.
DELETE {
  GRAPH graph:facts {
    ?person hiwar:holdsPost ?office .
    ?holding ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:attributed } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?person ;
      rdf:predicate hiwar:holdsPost ;
      rdf:object ?office ;
      hiwar:describes ?holding ;
      hiwar:wasStatedIn/dcterms:source <https://mena.org.eg/news/dbcall/table/textnews/id/11131620> .
  }
  GRAPH graph:facts { ?holding ?property ?value }
}
