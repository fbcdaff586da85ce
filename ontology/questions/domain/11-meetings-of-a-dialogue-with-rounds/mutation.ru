PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX round: <https://w3id.org/hiwar/id/round/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

# The third round is one of another dialogue.
DELETE {
  GRAPH graph:facts { round:eu-egypt-3 hiwar:roundOf ?dialogue }
  GRAPH ?document { ?statement rdf:object ?dialogue }
}
INSERT {
  GRAPH graph:registry {
    process:rabat-process a hiwar:Process ;
      rdfs:label "Rabat Process"@en ;
      skos:prefLabel "Rabat Process"@en ;
      dcterms:source <https://www.rabat-process.org/en/about/rabat-process> .
  }
  GRAPH graph:facts { round:eu-egypt-3 hiwar:roundOf process:rabat-process }
  GRAPH ?document { ?statement rdf:object process:rabat-process }
}
WHERE {
  GRAPH ?document {
    ?statement rdf:subject round:eu-egypt-3 ;
      rdf:predicate hiwar:roundOf ;
      rdf:object ?dialogue .
  }
}
