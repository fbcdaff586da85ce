PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX membership: <https://w3id.org/hiwar/id/membership/>
PREFIX graph: <https://w3id.org/hiwar/graph/>

# The United Kingdom is not known to have left the process.
DELETE WHERE {
  GRAPH graph:registry {
    membership:khartoum-process-gbr hiwar:notAfter ?day
  }
}
