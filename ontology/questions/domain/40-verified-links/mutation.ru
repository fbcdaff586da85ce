PREFIX hiwar: <https://w3id.org/hiwar/ontology#>
PREFIX organisation: <https://w3id.org/hiwar/id/organisation/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX dcterms: <http://purl.org/dc/terms/>

# The code of CEPOL was found in a published list.
DELETE {
  GRAPH graph:registry {
    organisation:cepol hiwar:needsReview true ;
      dcterms:source <https://www.cepol.europa.eu/> .
  }
}
INSERT { GRAPH graph:registry { organisation:cepol dcterms:source <https://github.com/europarl/org-ep> } }
WHERE {}
