"""Names of what is in ``small.trig``."""

from rdflib import Graph

from hiwar.graph.namespaces import (
    thing_iri,
)

Graphs = dict[str, Graph]

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
MEETING = thing_iri("meeting", "cairo-2025")
PROCESS = thing_iri("process", "khartoum-process")
CAIRO = thing_iri("document", "cairo")
TEXT = "Egypt chairs the Khartoum Process.\nEgypt hosted ministers in Cairo."
TEXTS = {CAIRO: TEXT}
