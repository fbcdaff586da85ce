PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX membership: <https://w3id.org/hiwar/id/membership/>
PREFIX graph: <https://w3id.org/hiwar/graph/>

# Nothing says that Egypt left the Rabat Process.
DELETE WHERE {
  GRAPH graph:registry {
    membership:rabat-process-egy-former hiwar:when ?when ; hiwar:notAfter ?day
  }
}
