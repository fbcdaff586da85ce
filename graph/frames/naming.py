"""What a meeting is called that no name of its own tells apart: "meeting in Lima"."""

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.ontology.records import load_registry

__all__ = ["name_by_what_is_told"]

_TAKING_PART = (HIWAR.hasParticipant, HIWAR.expectedParticipant)
_FEW = range(2, 5)
"""How many states a name can bear."""


def name_by_what_is_told(context: Context, draft: MeetingDraft) -> None:
    """Name a meeting that a common noun alone names by its place, or who took part.

    "Meeting" becomes "meeting in Lima", or else "meeting between Chile and Peru".
    """
    if not draft.common and (" " in draft.name or not draft.descriptive):
        return
    phrase: dict[str, str] = context.scribe.rules.words.get("gathered_name", {})
    if draft.places:
        told, link = draft.places[0].text, phrase.get("in_place", "")
    else:
        told, link = _those_at(context, draft), phrase.get("between", "")
    if told and link and told not in draft.name:
        draft.names.pop(draft.name, None)
        draft.name = f"{draft.name} {link} {told}"


def _those_at(context: Context, draft: MeetingDraft) -> str:
    """Return the few states that took part, in the order of the text, or nothing."""
    states = dict.fromkeys(
        fact.actor
        for fact in draft.facts
        if fact.predicate in _TAKING_PART and fact.actor.kind == "State"
    )
    joins = context.scribe.rules.list_words("list_and")
    if not joins or len(states) not in _FEW:
        return ""
    language = context.scribe.rules.language
    named = [_name_of(state, language) for state in states]
    return f"{', '.join(named[:-1])} {joins[0]} {named[-1]}"


def _name_of(state: Thing, language: str) -> str:
    """Return what the registry calls a state in a language."""
    record = load_registry().at(state.iri.removeprefix(f"{BASE}id/"))
    return (record.name(language) or record.name()) if record else state.key
