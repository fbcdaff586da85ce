"""Numbered provisions: "Objective 21" of a compact that the text names."""

from hiwar.graph.frames.context import Context
from hiwar.graph.mentions import Annotated
from hiwar.graph.namespaces import BASE, HIWAR, concept_iri

__all__ = ["write_provisions"]

_SCHEMES = {
    "document/global-compact-for-migration": ("gcm", 23),
}


def write_provisions(context: Context) -> None:
    """State which numbered provisions of a known document the text names.

    A number counts only where the document stands in the same sentence or in the
    one before it, and has so many provisions.
    """
    cue = context.scribe.rules.cues.get("provision")
    if not cue:
        return
    named: tuple[str, int] | None = None
    seen = -2
    for item in context.scribe.annotation.sentences:
        here = _scheme(item)
        if here:
            named, seen = here, item.index
        for found in cue.finditer(item.rendered.text):
            number = int(found["n"])
            if named and item.index - seen <= 1 and 1 <= number <= named[1]:
                sentences = tuple(dict.fromkeys((item.index, seen)))
                context.scribe.state(
                    context.source,
                    HIWAR.mentions,
                    concept_iri(named[0], str(number)),
                    "mention.provision",
                    sentences,
                )


def _scheme(item: Annotated) -> tuple[str, int] | None:
    """Return the scheme of provisions of a document that a sentence names."""
    for mention in item.mentions:
        for part in (mention, *mention.parts):
            if part.thing and part.thing.iri:
                found = _SCHEMES.get(part.thing.iri.removeprefix(f"{BASE}id/"))
                if found:
                    return found
    return None
