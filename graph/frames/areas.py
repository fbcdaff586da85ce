"""Frames of areas of focus: what a meeting was about, or ranks high for somebody."""

import re

from hiwar.graph.frames.agents import state_agents, state_parties
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.instrument import speaks_itself, state_set_out
from hiwar.graph.frames.themes import has_our_words, in_domain, names_pact
from hiwar.graph.frames.undertaking import (
    state_item,
    state_meeting,
    was_held,
    wording_of,
    wording_of_item,
    years_in,
)
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_OPENS = re.compile(r"(?:[^:;.]*, )?")

_OURS = "first-person"
_PLAIN = ("", _OURS, "ahead")
_OF_NO_MEETING = ("heading", "term")


@frame("area")
def area(context: Context, match: Match) -> None:
    """State what a meeting was about, or what ranks high for somebody."""
    option = match.rule.option
    if not _is_area(context, match) or _is_of_other_year(context, match):
        return
    if not context.claim(match, topic=True):
        return
    thing = state_item(
        context,
        "AreaOfFocus",
        wording_of(context, match),
        (match.sentence,),
        match.rule.name,
        Status.REPORTED,
        lists=option not in _PLAIN,
    )
    if option == "policy":
        _by_owner(context, thing, match)
        return
    state_set_out(context, thing, match, inside=option == "priority-of")
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
    cue = context.scribe.rules.cues.get("other_time")
    if cue and cue.search(match.item.rendered.text, 0, match.found.start()):
        return False
    option = match.rule.option
    if option == _OURS and not speaks_itself(context):
        return False
    if option == "policy":
        return _follows_areas(context, match)
    focus = context.book.focus
    if option == "ahead" and focus and was_held(context, focus):
        return False
    leads = match.item.rendered.text.rstrip().endswith(":")
    if leads and context.scribe.items_below(match.item):
        return False
    if option not in _PLAIN and not option.startswith("behind"):
        return True
    if match.rule.option == "document":
        known = any(context.document(m) for m in match.mentions("d", "document"))
        return known and in_domain(context, match.item.view.text)
    about = bool(match.mentions("a", "meeting")) or _tells_of_talks(context)
    ours = in_domain(context, match.item.view.text, alone=True)
    pact = names_pact(match.item, context.scribe.rules)
    return about and not leads and (ours or pact)


def _is_of_other_year(context: Context, match: Match) -> bool:
    """Whether "met in 2009 to discuss" is told of a meeting that was held in 2011."""
    if match.rule.option not in _PLAIN:
        return False
    meeting = context.meeting(match, "m", "a")
    if meeting is None or meeting.sentence == match.sentence:
        return False
    told = years_in(match.item, 0, match.found.start("text"))
    held = years_in(context.scribe.annotation.sentences[meeting.sentence])
    return bool(told and held) and told.isdisjoint(held)


def _tells_of_talks(context: Context) -> bool:
    """Whether the text is about a meeting, a process, or the parties in its title."""
    known = context.book.focus is not None or context.main_process is not None
    return known or bool(context.title and len(context.title.parties) > 1)


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
    if untrue or match.item.is_spoken or _is_taken(context, match):
        return
    process, told_in = _first(match, "process"), _first(match, "document")
    apart = process or told_in or match.rule.option in _OF_NO_MEETING
    meeting = None if apart else context.spoken_of(match.item)
    below = context.scribe.items_below(match.item)
    items = [item for item in below if not item.is_spoken]
    urged = context.scribe.rules.cues.get("item_urged")
    led = _is_our_lead(context, match)
    for item in items:
        ours = led or in_domain(context, item.view.text, alone=True)
        if not ours or _is_name(item):
            continue
        if urged and urged.search(item.rendered.text):
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
        places = (item.index, match.sentence)
        if process and process.thing:
            context.scribe.state(
                thing, HIWAR.focusOf, process.thing, match.rule.name, places
            )
        document = context.document(told_in) if told_in else None
        if document:
            context.scribe.state(
                thing, HIWAR.setOutIn, document, match.rule.name, places
            )
    if items:
        context.claim_all(match.sentence)


def _is_taken(context: Context, match: Match) -> bool:
    """Whether what stands below a lead is what was undertaken, and no areas of it."""
    cue = context.scribe.rules.cues.get("areas_end")
    leads = cue is not None and cue.search(match.item.rendered.text)
    return match.sentence in context.undertaken and not leads


def _is_our_lead(context: Context, match: Match) -> bool:
    """Whether a lead, or the heading that it is, places all its items in our field."""
    if match.rule.option == "heading":
        return in_domain(context, "")
    return has_our_words(context, match.item.view.text)


def _first(match: Match, slot: str) -> Mention | None:
    """Return what a lead is about: "The Dialogue has …:", "Adopted, it has …:"."""
    text = match.item.rendered.text
    for place, mention in sorted(match.item.rendered.mentions.items()):
        if _OPENS.fullmatch(text, 0, place):
            return mention if mention.slot == slot else None
    return None


def _is_name(item: Annotated) -> bool:
    """Whether an item begins with an actor, or is only the name of a document."""
    text = item.rendered.text.strip(" .;,•*-–")
    first = item.rendered.text.find(text[:1])
    named = item.rendered.mentions.get(first)
    if named is None:
        return False
    return named.slot in ("state", "org", "person") or len(text) == 1
