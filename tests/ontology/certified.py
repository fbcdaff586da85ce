"""The cases that reasoners are asked."""

from rdflib import RDF

from hiwar.graph.namespaces import HIWAR
from hiwar.ontology.cases import (
    load_cases,
)

CASES = load_cases()

BY_PATH = {case.path: case for case in CASES}

PREDICATES = {
    "participation": HIWAR.hasParticipant,
    "chairmanship": HIWAR.chairs,
    "membership": HIWAR.hasMember,
    "post-holding": HIWAR.holdsPost,
    "adoption": HIWAR.adoptedAt,
    "commitment": RDF.type,
}
