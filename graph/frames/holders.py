"""In whose post somebody stands: persons behind offices, states behind ministries."""

from dataclasses import replace

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.mentions.posts import state_of

__all__ = ["for_state", "hold_for", "holder", "is_affiliation"]


def holder(context: Context, match: Match, actors: list[Mention]) -> Mention | None:
    """Return the person named before, in whose post the actors stand, if any.

    In "Mr Sample, head of a department of IOM, chaired" it is he who chaired.
    """
    cue = context.scribe.rules.cues.get("apposed")
    if not cue or not actors or actors[0].slot == "person":
        return None
    mentions = match.item.rendered.mentions
    place = match.item.rendered.place_of(actors[0])
    persons = [p for p, m in mentions.items() if m.slot == "person"]
    last = max((p for p in persons if p < place), default=-1)
    text = match.item.rendered.text
    is_apposed = last >= 0 and cue.fullmatch(text, last + 1, place)
    return mentions[last] if is_apposed else None


def is_affiliation(actor: Mention, match: Match) -> bool:
    """Whether an office only stands behind one of its people: "Ms A, Ministry of X"."""
    if actor.slot != "org" or "ministry" not in actor.details:
        return False
    before = (m for m in match.item.mentions if m.end <= actor.start)
    last = max(before, key=lambda mention: mention.end, default=None)
    between = match.item.view.text[last.end : actor.start] if last else ""
    return bool(last and last.slot in ("person", "org") and between.strip() == ",")


def for_state(actor: Mention) -> Mention:
    """Return the state whose ministry came, else who came."""
    told = state_of(actor) if actor.slot == "org" else actor
    return as_states([told])[0] if told and told.slot == "demonym" else told or actor


def hold_for(context: Context, persons: list[Mention], state: Mention | None) -> None:
    """Give the posts of those who stood for a state to that state."""
    held_by = {mention.thing for mention in persons if mention.details.get("post")}
    for person in context.scribe.annotation.persons.values():
        if state and person.post and not person.post.body and person.thing in held_by:
            person.post = replace(person.post, body=state)
