"""One run of HermiT through owlready2, in a process of its own.

owlready2 keeps its Java in a module's global and leaves HermiT's input behind when
an ontology is inconsistent; a process that ends keeps both from its caller.
Reads N-Triples on standard input, writes one JSON object on standard output:
``{"consistent": bool, "unsatisfiable": [class IRI, …]}``, ``{"error": text}`` where
HermiT aborts, or ``{"java": text}`` where Java does not start.
"""

import json
import sys
from io import BytesIO
from typing import Any

import owlready2

__all__ = ["reason"]


def reason(ntriples: bytes, java: str) -> dict[str, Any]:
    """Return what HermiT finds of an ontology."""
    owlready2.JAVA_EXE = java
    world = owlready2.World()
    ontology = world.get_ontology("http://example.org/checked")
    ontology.load(fileobj=BytesIO(ntriples), format="ntriples")
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return {"consistent": False, "unsatisfiable": []}
    except owlready2.OwlReadyJavaError as error:
        return {"error": str(error)}
    except OSError as error:
        return {"java": str(error)}
    found = {entity.iri for entity in world.inconsistent_classes()}
    empty = sorted(found - {owlready2.Nothing.iri})
    return {"consistent": True, "unsatisfiable": empty}


if __name__ == "__main__":
    json.dump(reason(sys.stdin.buffer.read(), sys.argv[1]), sys.stdout)
