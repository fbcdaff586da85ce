PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

# Eritrea took over a month later.
DELETE { GRAPH graph:registry { ?term hiwar:when ?when ; hiwar:startDate ?day ; hiwar:notBefore ?day } }
INSERT {
  GRAPH graph:registry {
    ?term hiwar:when "2019-04-07/2020-03-05" ;
      hiwar:startDate "2019-04-07"^^xsd:date ; hiwar:notBefore "2019-04-07"^^xsd:date
  }
}
WHERE { GRAPH graph:registry { ?term hiwar:chair state:ERI ; hiwar:when ?when ; hiwar:startDate ?day } }
