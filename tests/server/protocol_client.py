"""Ask an endpoint by rdflib's client; print the names of Egypt."""

import sys

from rdflib import Graph, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore

QUERY = """SELECT ?name {
  <https://w3id.org/hiwar/id/state/EGY>
    <http://www.w3.org/2000/01/rdf-schema#label> ?name
}"""

names = set()
for method in ("GET", "POST", "POST_FORM"):
    for form in ("json", "xml", "csv"):
        store = SPARQLStore(sys.argv[1], method=method, returnFormat=form)
        bindings = Graph(store).query(QUERY).bindings
        names.add(" ".join(sorted(str(row[Variable("name")]) for row in bindings)))
sys.stdout.buffer.write("\n".join(names).encode())
