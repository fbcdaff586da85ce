PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The page of ICMPD does not say where the conference met.
DELETE { GRAPH ?document { ?statement ?property ?value } }
WHERE {
  GRAPH ?document {
    ?statement rdf:predicate hiwar:heldInPlace ;
      hiwar:wasStatedIn/hiwar:fileName "note-on-the-icmpd-page.txt" ;
      ?property ?value .
  }
}
