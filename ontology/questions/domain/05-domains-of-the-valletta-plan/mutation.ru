PREFIX jvap: <https://w3id.org/hiwar/theme/jvap/>
PREFIX graph: <https://w3id.org/hiwar/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

# The fifth domain is taken out of the scheme.
DELETE WHERE { GRAPH graph:themes { jvap:5 skos:inScheme ?scheme } }
