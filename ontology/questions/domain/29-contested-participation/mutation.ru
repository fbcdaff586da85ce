PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX organisation: <https://w3id.org/hiwar/id/organisation/>
PREFIX status: <https://w3id.org/hiwar/theme/status/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The declaration only announces IGAD.
DELETE {
  GRAPH graph:facts {
    ?meeting hiwar:hasParticipant ?igad .
    ?participation ?property ?value .
  }
  GRAPH ?document { ?statement hiwar:status status:reported }
}
INSERT { GRAPH ?document { ?statement hiwar:status status:planned } }
WHERE {
  GRAPH ?document {
    ?statement rdf:subject ?meeting ;
      rdf:object ?igad ;
      hiwar:describes ?participation .
  }
  GRAPH graph:facts { ?participation ?property ?value }
  FILTER(?igad = organisation:intergovernmental-authority-on-development)
}
