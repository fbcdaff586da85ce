"""Frames of areas of focus: what a meeting was about, or ranks high for somebody."""

from hiwar.graph.frames.agents import state_agents, state_parties
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.instrument import state_set_out
from hiwar.graph.frames.undertaking import (
    state_item,
    state_meeting,
    wording_of,
    wording_of_item,
)
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("area")
def area(context: Context, match: Match) -> None:
    """State what a meeting was about, or what ranks high for somebody."""
    option = match.rule.option
    if not _is_area(context, match) or not context.claim(match, topic=True):
        return
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
    state_set_out(context, thing, match)
    state_agents(context, thing, match, Status.REPORTED)
    if option not in ("priority-of", "priorities"):
        meeting = context.meeting(match, "m", "a")
        state_meeting(context, thing, meeting, match, HIWAR.focusOf)


def _is_area(context: Context, match: Match) -> bool:
    """Whether a match tells of an area of focus that no frame has stated yet."""
    if match.item.is_spoken:
        return False
    if match.status in (Status.NEGATED, Status.ATTRIBUTED):
        return False
    if match.rule.option == "policy":
        return _follows_areas(context, match)
    if match.rule.option:
        return True
    about = bool(match.mentions("a", "meeting")) or context.book.focus is not None
    leads = match.item.rendered.text.rstrip().endswith(":")
    return about and not leads and _in_domain(context, match.item.view.text)


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
    if untrue or match.item.is_spoken or match.sentence in context.undertaken:
        return
    meeting = context.spoken_of(match.item)
    items = [item for item in context.items_below(match.item) if not item.is_spoken]
    for item in items:
        if not _in_domain(context, item.view.text) or _is_name(item):
            continue
        thing = state_item(
            context,
            "AreaOfFocus",
            wording_of_item(context, item),
            (item.index, match.sentence),
            match.rule.name,
            Status.REPORTED,
        )
        context.claim_all(item.index)
        state_parties(context, thing, match, item.index)
        state_meeting(context, thing, meeting, match, HIWAR.focusOf, item.index)
    if items:
        context.claim_all(match.sentence)


def _in_domain(context: Context, wording: str) -> bool:
    """Whether a topic is one of migration: by its words or by the process.

    A meeting of a process in the registry deals with migration whatever the words.
    """
    cue = context.scribe.rules.cues.get("domain")
    focus = context.book.focus
    process = focus.process if focus and focus.process else context.main_process
    if cue is None or (process and process.iri):
        return True
    return bool(cue.search(wording)) or bool(process and cue.search(process.key))


def _is_name(item: Annotated) -> bool:
    """Whether an item is nothing but the name of a document."""
    text = item.rendered.text.strip(" .;,•*-–")
    return len(text) == 1 and bool(item.rendered.within(0, 10**6, "document"))
