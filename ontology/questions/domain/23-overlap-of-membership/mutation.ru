PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX state: <https://w3id.org/hiwar/id/state/>
PREFIX process: <https://w3id.org/hiwar/id/process/>
PREFIX membership: <https://w3id.org/hiwar/id/membership/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX dcterms: <http://purl.org/dc/terms/>

# Morocco joins the Khartoum Process.
INSERT DATA {
  GRAPH graph:registry {
    process:khartoum-process hiwar:hasMember state:MAR .
    membership:khartoum-process-mar a hiwar:Membership ;
      hiwar:memberIn process:khartoum-process ;
      hiwar:member state:MAR ;
      dcterms:source <https://www.khartoumprocess.net/about/actors-and-governance> .
  }
}
