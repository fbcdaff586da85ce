PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

# The ministers changed after the fourth round.
DELETE {
  GRAPH graph:registry {
    ?old hiwar:when ?w1 ; hiwar:endDate ?day ; hiwar:notAfter ?day .
    ?new hiwar:when ?w2 ; hiwar:startDate ?day ; hiwar:notBefore ?day .
  }
}
INSERT {
  GRAPH graph:registry {
    ?old hiwar:when "2014/2024-07-20" ;
      hiwar:endDate "2024-07-20"^^xsd:date ; hiwar:notAfter "2024-07-20"^^xsd:date .
    ?new hiwar:when "2024-07-20/" ;
      hiwar:startDate "2024-07-20"^^xsd:date ; hiwar:notBefore "2024-07-20"^^xsd:date .
  }
}
WHERE {
  GRAPH graph:registry {
    ?old hiwar:when ?w1 ; hiwar:endDate ?day .
    ?new hiwar:when ?w2 ; hiwar:startDate ?day .
  }
}
