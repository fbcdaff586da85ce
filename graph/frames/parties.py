"""The parties of a bilateral process: by the registry, or by its own name."""

from hiwar.graph.mentions import Annotation
from hiwar.graph.mentions.gazetteer import find_names, registry_thing
from hiwar.graph.mentions.mention import View
from hiwar.graph.model import Thing
from hiwar.ontology.records import load_registry

__all__ = ["parties_of"]


def parties_of(process: Thing, annotation: Annotation) -> tuple[Thing, ...]:
    """Return the two parties of a bilateral process, none for any other.

    A name such as "Nigeria-EU Ministerial Dialogue" says who its parties are.
    """
    registry = load_registry()
    if process.iri:
        slug = process.iri.rsplit("/", 1)[1]
        record = next(r for r in registry.records if r.kind == "Process" and r.slug == slug)
        named = [value for name, value in record.facts if name == "party"]
        by_path = {registry_thing(r).key: registry_thing(r) for r in registry.records}
        return tuple(by_path[value] for value in named if value in by_path)
    name = View(process.key.title(), 0)
    found = [m for m in find_names(name, annotation.layout.rules)
             if m.slot in ("state", "org") and m.thing]  # fmt: skip
    if len(found) == 2 and name.text[found[0].end : found[1].start] in ("-", "–", " - "):
        return tuple(m.thing for m in found if m.thing)
    return ()
