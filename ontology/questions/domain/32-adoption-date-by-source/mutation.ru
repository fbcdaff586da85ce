PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

# The page on the meeting of Madrid says 2015 too.
DELETE { GRAPH ?document { ?statement rdf:object "2018" } }
INSERT { GRAPH ?document { ?statement rdf:object "2015" } }
WHERE { GRAPH ?document { ?statement rdf:object "2018" } }
