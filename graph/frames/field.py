"""Whether a text, as a whole, is about migration or about something else."""

from functools import cache

from hiwar.graph.mentions import Annotated, Annotation
from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.rules import Rules
from hiwar.graph.rules.patterns import Sought
from hiwar.ontology.records import load_registry

__all__ = ["has_own_words", "is_of_another_field", "is_of_our_field"]

_FEW = 2
_SHARE = 0.15


def is_of_our_field(annotation: Annotation) -> bool:
    """Whether the first sentence of a text, or enough of them all, is on migration."""
    cue, sentences = annotation.layout.rules.cues.get("domain"), annotation.sentences
    if cue is None:
        return True
    about = sum(
        bool(cue.search(item.view.text)) or _names_ours(item, cue) for item in sentences
    )
    titled = bool(sentences and cue.search(sentences[0].view.text))
    return titled or about >= max(_FEW, _SHARE * len(sentences))


def is_of_another_field(annotation: Annotation) -> bool:
    """Whether a text has words of another field, and none that only this one has.

    "The return of salmon", in a text on fishing, is not about migration.
    """
    rules = annotation.layout.rules
    other = rules.cues.get("other_domain")
    if "shared_words" not in rules.cues or other is None:
        return False
    texts = [item.view.text for item in annotation.sentences]
    if any(has_own_words(text, rules) for text in texts):
        return False
    return any(other.search(text) for text in texts)


def has_own_words(text: str, rules: Rules) -> bool:
    """Whether a text has words of migration that other fields have not.

    True where the rules of the language list no words of migration.
    """
    ours, shared = rules.cues.get("domain"), rules.cues.get("shared_words")
    if ours is None:
        return True
    return bool(ours.search(shared.sub("", text) if shared else text))


def _names_ours(item: Annotated, cue: Sought) -> bool:
    """Whether a sentence names a body or process of the field by an acronym."""
    named = (m.thing for m in item.mentions if m.slot in ("org", "process"))
    fields = _bodies(cue)
    return any(t and (t.iri in fields if t.iri else cue.search(t.key)) for t in named)


@cache
def _bodies(cue: Sought) -> frozenset[str]:
    """Return the registry's bodies and processes that a name places in the field."""
    registry = load_registry()
    return frozenset(
        registry_thing(record).iri
        for kind in ("Organisation", "Process")
        for record in registry.of_kind(kind)
        if any(cue.search(name.text) for name in record.names)
    )
