PREFIX cadiz: <https://w3id.org/hiwar/theme/cadiz/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

# The fifth area of Cadiz lies within our theme and does not match it closely.
DELETE { GRAPH graph:themes { ?theme skos:closeMatch cadiz:5 } }
INSERT { GRAPH graph:themes { ?theme skos:narrowMatch cadiz:5 } }
WHERE { GRAPH graph:themes { ?theme skos:closeMatch cadiz:5 ; skos:inScheme <https://w3id.org/hiwar/theme/migration> } }
