PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

# Ethiopia joined the process only in 2020.
DELETE { GRAPH graph:registry { ?membership hiwar:when ?when ; hiwar:startDate ?day ; hiwar:notBefore ?day } }
INSERT {
  GRAPH graph:registry {
    ?membership hiwar:when "2020-01-01/" ;
      hiwar:startDate "2020-01-01"^^xsd:date ; hiwar:notBefore "2020-01-01"^^xsd:date
  }
}
WHERE {
  GRAPH graph:registry {
    ?membership hiwar:member state:ETH ; hiwar:when ?when ; hiwar:startDate ?day
  }
}
