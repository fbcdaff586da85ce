"""Whose paper it is: who signed it, for whom, and between whom it is told to be."""

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.model import Thing

__all__ = ["bodies_of", "note_parties"]

_TWO = 2
_ACTORS = ("state", "org")


def note_parties(
    context: Context, match: Match, mention: Mention, document: Thing
) -> None:
    """Note who signed a document: those named, else the two whom the text is about."""
    parties = _signers(context, match) or _between(context, match, mention)
    before = match.item.view.text[: mention.start].lower().split()[-1:]
    article = context.scribe.rules.word_set("indefinite").intersection(before)
    is_new = bool(mention.details.get("new") or article)
    is_news = is_new and not match.mentions("m", "meeting")
    about = context.title.parties if context.title else context.parties()
    if is_news and (not parties or len(about) == _TWO):
        parties |= set(about)
    signed = match.rule.option == "signed"
    told = match.rule.option == "anywhere" and is_news and bool(parties)
    if match.status.is_true and (signed or told):
        context.signatories.append((parties, document, match.sentence))


def _signers(context: Context, match: Match) -> set[Thing]:
    """Return the states and bodies that a match tells to have signed, or for whom."""
    slots = (*_ACTORS, "person", "demonym")
    named = [m for g in ("x", "y") for m in as_states(match.mentions(g, *slots))]
    own = {m.thing for m in named if m.thing and m.slot in _ACTORS}
    return own | bodies_of(context, named)


def bodies_of(context: Context, named: list[Mention]) -> set[Thing]:
    """Return the states and bodies whose posts the persons among some names hold."""
    known = context.scribe.annotation.persons
    posts = [known[m.thing.key].post for m in named if m.thing and m.thing.key in known]
    bodies = [post.body for post in posts if post and post.body]
    return {body.thing for body in bodies if body.thing}


def _between(context: Context, match: Match, mention: Mention) -> set[Thing]:
    """Return the two of "an agreement between X and Y was signed"."""
    cue, rendered = context.scribe.rules.cues.get("paper_between"), match.item.rendered
    at = next((at for at, known in rendered.mentions.items() if known is mention), 0)
    found = cue.match(rendered.text, at) if cue else None
    named = rendered.group(found, "x", *_ACTORS) if found else []
    return {m.thing for m in named if m.thing}
