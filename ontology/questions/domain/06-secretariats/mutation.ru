PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX organisation: <https://w3id.org/hiwar/id/organisation/>
PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX graph: <https://w3id.org/hiwar/graph/>

# The Almaty Process keeps one of its two secretariats.
DELETE WHERE {
  GRAPH graph:registry {
    process:almaty-process hiwar:hasSecretariat organisation:united-nations-high-commissioner-for-refugees
  }
}
