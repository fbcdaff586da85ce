"""Frames of those who belong to a process: members, partners, observers, steering."""

import re
from collections.abc import Iterable, Iterator

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.labels import headed
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_FEWEST = 2
_LISTED_WITHIN = 8
_KNOWN_SHARE = 6
"""A line is a list where so many names are known for one word that is not."""
_ROLES = {
    "": HIWAR.hasMember,
    "partner": HIWAR.hasPartner,
    "observer": HIWAR.hasObserver,
    "steering": HIWAR.hasSteeringMember,
}


@frame("member")
def member(context: Context, match: Match) -> None:
    """State who is a member, a partner or an observer of a process."""
    process = context.process(match, "p", "p2", "p3", "p4")
    groups = ("a", "a2", "a3", "a4")
    actors = [m for group in groups for m in match.mentions(group, "state", "org")]
    if process and not _is_in_role(context, match, actors):
        _state(context, match, process, ((match.sentence, a) for a in actors))


@frame("compose")
def compose(context: Context, match: Match) -> None:
    """State of whom a process consists, as a list behind a verb or a colon says.

    "Kenya and Mali in Africa, and Italy (Chair) in Europe" is one list: it goes on
    as long as only such words stand between two names. One name alone is no list.
    """
    if _are_guests(context, match):
        return
    process = context.process(match, "p", "p2")
    actors = list(_in_list(context, match))
    if _is_in_role(context, match, actors):
        return
    if process and len(actors) >= _FEWEST:
        own = context.whole_actors(actors, match)
        _state(context, match, process, ((match.sentence, a) for a in own))


def _are_guests(context: Context, match: Match) -> bool:
    """Whether a line "Participants: …" belongs to the meeting named above it."""
    cue = context.scribe.rules.cues.get("participants_label")
    labelled = cue is not None and cue.match(match.item.rendered.text)
    named = match.mentions("p", "process") or match.mentions("p2", "process")
    return bool(labelled) and not named and headed(context, match) is not None


def _is_in_role(context: Context, match: Match, actors: list[Mention]) -> bool:
    """Whether a list is of those in another role: "counts A and B as its donors"."""
    cue, rendered = context.scribe.rules.cues.get("composed_as"), match.item.rendered
    if cue is None or match.rule.option or not actors:
        return False
    return bool(cue.match(rendered.text, rendered.place_of(actors[-1]) + 1))


def _in_list(context: Context, match: Match) -> Iterator[Mention]:
    """Yield the states and bodies of a list, up to the first words that end it."""
    cues, text = context.scribe.rules.cues, match.item.rendered.text
    gap, lead = cues.get("list_gap"), cues.get("list_lead")
    position, end = match.found.span("list")
    if match.text("p2") and ";" in text[position:end]:
        # "consists of the states of X, namely A and B; and C": C is none of X's
        end = text.index(";", position, end)
    step = lead
    while step and (found := step.match(text, position, end)):
        mention = match.item.rendered.mentions.get(found.end())
        if mention is None:
            return
        if mention.slot in ("state", "org"):
            yield mention
        position, step = found.end() + 1, gap


def _state(
    context: Context,
    match: Match,
    process: Thing,
    actors: Iterable[tuple[int, Mention]],
) -> None:
    """State the membership of each actor, whom a sentence of its own may name.

    Guarantee: who was or may become a member is none: "former members of …".
    """
    text, cues = match.item.rendered.text, context.scribe.rules.cues
    before, inside = cues.get("no_members"), cues.get("no_members_in")
    start, end = match.found.span()
    if before and before.search(text, 0, start):
        return
    if inside and inside.search(text, start, end):
        return
    for sentence, actor in actors:
        if actor.thing and actor.thing != process:
            context.scribe.state(
                process,
                _ROLES[match.rule.option],
                actor.thing,
                match.rule.name,
                tuple(dict.fromkeys((sentence, match.sentence))),
                status=match.status,
                describes=Thing(
                    "Membership",
                    f"{process.key}/{actor.thing.key}/{match.rule.option}",
                ),
                mentioned_as=actor.text,
            )


@frame("list_members")
def list_members(context: Context, match: Match) -> None:
    """State that the actors of the items below are members, partners or observers."""
    process = context.process(match, "p")
    if process:
        listed = ((item.index, actor) for item, actor in _listed(context, match))
        _state(context, match, process, listed)


def _listed(context: Context, match: Match) -> list[tuple[Annotated, Mention]]:
    """Return the actors of the items below, or of the lines below that name only such.

    "Angola / Burundi / Chad" is such a line; a sentence is none.
    """
    below = []
    for item in context.scribe.items_below(match.item):
        actor = next((m for m in item.mentions if m.slot in ("state", "org")), None)
        if actor and actor.start < _LISTED_WITHIN:
            below.append((item, actor))
    if below:
        return below
    lines = list(_lines(context, match))
    return lines if len(lines) > 1 else []


def _lines(context: Context, match: Match) -> Iterator[tuple[Annotated, Mention]]:
    """Yield the actors of the lines below that name only actors, one or many each."""
    sentences = context.scribe.annotation.sentences
    for line in sentences[match.sentence + 1 :]:
        actors = [m for m in line.mentions if m.slot in ("state", "org")]
        rest = line.view.text
        for actor in actors:
            rest = rest.replace(actor.text, "", 1)
        others = len(re.findall(r"[^\W\d_]{4,}", rest))
        is_list = bool(actors) and others * _KNOWN_SHARE <= len(actors)
        if not is_list or (len(actors) == 1 and line.block.last - line.block.first > 1):
            return
        yield from ((line, actor) for actor in actors)
        if len(actors) > 1:
            return
