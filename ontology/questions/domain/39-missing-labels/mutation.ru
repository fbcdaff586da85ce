PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

# The Khartoum Process has no French name.
DELETE { GRAPH graph:registry { process:khartoum-process rdfs:label ?name ; skos:prefLabel ?name } }
WHERE {
  GRAPH graph:registry { process:khartoum-process rdfs:label ?name }
  FILTER(LANG(?name) = "fr")
}
