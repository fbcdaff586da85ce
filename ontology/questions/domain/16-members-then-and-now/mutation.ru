PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX membership: <https://w3id.org/hiwar/id/membership/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

# Switzerland signed the declaration of 2014.
DELETE { GRAPH graph:registry { membership:khartoum-process-che hiwar:notBefore ?day } }
INSERT { GRAPH graph:registry { membership:khartoum-process-che hiwar:notBefore "2014-11-28"^^xsd:date } }
WHERE { GRAPH graph:registry { membership:khartoum-process-che hiwar:notBefore ?day } }
