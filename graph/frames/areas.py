"""Frames of areas of focus: what a meeting was about, or ranks high for somebody."""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.undertaking import (
    state_agents,
    state_item,
    state_meeting,
    state_set_out,
    wording_of,
    wording_of_item,
)
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("area")
def area(context: Context, match: Match) -> None:
    """State what a meeting was about, or what ranks high for somebody."""
    option = match.rule.option
    if not _is_area(context, match):
        return
    context.undertaken.add(match.sentence)
    thing = state_item(
        context,
        "AreaOfFocus",
        wording_of(context, match),
        (match.sentence,),
        match.rule.name,
        Status.REPORTED,
        lists=bool(option),
    )
    if option == "policy":
        _by_owner(context, thing, match)
        return
    state_agents(context, thing, match, Status.REPORTED)
    if option == "priority-of":
        documents = match.item.rendered.within(0, 10**6, "document")
        state_set_out(context, thing, documents[:1], match, match.sentence)
    elif option != "priorities":
        meeting = context.meeting(match, "m", "a")
        state_meeting(context, thing, meeting, match, HIWAR.focusOf)


def _is_area(context: Context, match: Match) -> bool:
    """Whether a match tells of an area of focus that no frame has stated yet."""
    if match.item.is_spoken or match.sentence in context.undertaken:
        return False
    if match.status in (Status.NEGATED, Status.ATTRIBUTED):
        return False
    if match.rule.option == "policy":
        return _follows_areas(context, match)
    if match.rule.option:
        return True
    about = bool(match.mentions("a", "meeting")) or context.book.focus is not None
    return about and not match.item.rendered.text.rstrip().endswith(":")


def _follows_areas(context: Context, match: Match) -> bool:
    """Whether "these include" takes up areas or priorities of the sentence before."""
    cue = context.scribe.rules.cues.get("area_lead")
    if not cue or match.sentence == 0:
        return False
    before = context.scribe.annotation.sentences[match.sentence - 1]
    return bool(cue.search(before.rendered.text))


def _by_owner(context: Context, thing: Thing, match: Match) -> None:
    """State whose areas these are: the actor whose policy the sentence before names."""
    cue = context.scribe.rules.cues.get("policy_owner")
    if cue is None or match.sentence == 0:
        return
    before = context.scribe.annotation.sentences[match.sentence - 1]
    found = cue.search(before.rendered.text)
    owners = before.rendered.group(found, "owner") if found else []
    for mention in owners[:1]:
        if mention.thing:
            context.scribe.state(
                thing,
                HIWAR.committedBy,
                mention.thing,
                match.rule.name,
                (match.sentence, before.index),
                basis=Basis.INFERRED,
                mentioned_as=mention.text,
            )


@frame("list_areas")
def list_areas(context: Context, match: Match) -> None:
    """State each item below as an area of focus."""
    untrue = match.status in (Status.NEGATED, Status.ATTRIBUTED)
    if untrue or match.sentence in context.undertaken:
        return
    meeting = context.spoken_of(match.item)
    items = context.items_below(match.item)
    for item in items:
        thing = state_item(
            context,
            "AreaOfFocus",
            wording_of_item(context, item),
            (item.index, match.sentence),
            match.rule.name,
            Status.REPORTED,
        )
        context.undertaken.add(item.index)
        state_agents(context, thing, match, Status.REPORTED, item.index)
        state_meeting(context, thing, meeting, match, HIWAR.focusOf, item.index)
    if items:
        context.undertaken.add(match.sentence)
