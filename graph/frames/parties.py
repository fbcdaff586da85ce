"""The parties of a bilateral process: by the registry, or by its own name."""

from hiwar.graph.mentions import Annotation
from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import BASE
from hiwar.ontology.records import load_registry

__all__ = ["parties_of"]


def parties_of(process: Thing, annotation: Annotation) -> tuple[Thing, ...]:
    """Return the two parties of a bilateral process, none for any other.

    A name such as "Nigeria-EU Ministerial Dialogue" says who its parties are.
    """
    registry = load_registry()
    record = (
        registry.at(process.iri.removeprefix(f"{BASE}id/")) if process.iri else None
    )
    if record:
        named = (registry.at(path) for path in record.values("party"))
        return tuple(registry_thing(item) for item in named if item)
    for sentence in annotation.sentences:
        for mention in sentence.mentions:
            for part in (mention, *mention.parts):
                if part.thing == process and len(part.parts) == 2:
                    return tuple(item.thing for item in part.parts if item.thing)
    return ()
