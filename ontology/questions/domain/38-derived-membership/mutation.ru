PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX membership: <https://w3id.org/hiwar/id/membership/>
PREFIX graph: <https://w3id.org/hiwar/graph/>

# The United Kingdom has no membership of its own.
DELETE WHERE {
  GRAPH graph:registry {
    process:khartoum-process hiwar:hasMember state:GBR .
    membership:khartoum-process-gbr ?property ?value .
  }
}
