PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

# Eritrea took over on 9 March 2019.
DELETE {
  GRAPH graph:registry {
    ?italy hiwar:when ?w1 ; hiwar:endDate ?day ; hiwar:notAfter ?day .
    ?eritrea hiwar:when ?w2 ; hiwar:startDate ?day ; hiwar:notBefore ?day .
  }
}
INSERT {
  GRAPH graph:registry {
    ?italy hiwar:when "2018/2019-03-09" ;
      hiwar:endDate "2019-03-09"^^xsd:date ; hiwar:notAfter "2019-03-09"^^xsd:date .
    ?eritrea hiwar:when "2019-03-09/2020-03-05" ;
      hiwar:startDate "2019-03-09"^^xsd:date ; hiwar:notBefore "2019-03-09"^^xsd:date .
  }
}
WHERE {
  GRAPH graph:registry {
    ?italy hiwar:chair state:ITA ; hiwar:when ?w1 ; hiwar:endDate ?day .
    ?eritrea hiwar:chair state:ERI ; hiwar:when ?w2 ; hiwar:startDate ?day .
  }
}
