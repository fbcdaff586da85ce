"""Frames of gatherings: people met, whether or not a noun names their meeting."""

import re

from hiwar.graph.frames.adjuncts import day_beside, place_beside, state_behind
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.outsiders import is_no_talk, without_outsiders
from hiwar.graph.frames.unnamed import unnamed_meeting
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__: list[str] = []

_TODAY_REACH, _LEAD = 40, 2
_TALKS = ("talks", "speaker")
"""Options of rules that tell of talks, or of what somebody said at them."""


@frame("gather")
def gather(context: Context, match: Match) -> None:
    """State that people met: a meeting even where no noun names it."""
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    used = context.has_consumed(match, "t", "t2", "t3", "l", "l2", "l0")
    if used or is_no_talk(match, context.scribe.rules):
        return
    if any("generic" not in m.details for m in match.mentions("a", "meeting")):
        return
    if _is_aside(match):
        return
    named = match.mentions("m", "meeting") or match.mentions("m2", "meeting")
    named = named or _met_for(context, match)
    actors = [
        *match.mentions("a", "state", "org", "person"),
        *match.mentions("b", "state", "org", "person"),
        *match.mentions("b2", "state", "org", "person"),
        *match.mentions("n2", "state", "org", "person"),
        *match.mentions("w", "state", "org", "person"),
        *as_states([m for n in ("n", "n2", "w") for m in match.mentions(n, "demonym")]),
    ]
    whom = match.mentions("w", "state", "org", "person") or actors
    if whom and not without_outsiders(whom, match, context.scribe.rules):
        return
    is_told = _is_told(context, match, actors)
    draft = _drafted(context, match, named, is_told=is_told)
    if draft is None:
        return
    status = "held" if match.status.is_true else "planned"
    draft.vote(status, match.rule.name, match.sentence)
    for twin in _twins(context, match, named):
        twin.vote(status, match.rule.name, match.sentence)
        for placed in draft.places:
            if match.sentence in placed.sentences:
                twin.places.append(placed)
    context.add_facts(draft, HIWAR.hasParticipant, actors, match, "participant")
    context.consume(match, "t", "t2", "t3", "l", "l2", "l0")


def _is_aside(match: Match) -> bool:
    """Whether meetings were beside one that the sentence names: who met was there."""
    before = match.item.rendered.within(0, match.found.end(), "meeting")
    return bool(match.text("many") and before)


def _drafted(
    context: Context, match: Match, named: list[Mention], *, is_told: bool
) -> MeetingDraft | None:
    """Return the meeting of a match, with its day and place.

    One that no noun names is known by these, or told in another way.
    """
    date, place = _told_beside(context, match)
    draft = context.book.read(named[0], match.sentence) if named else None
    if draft is None and (date or place or is_told):
        draft = unnamed_meeting(context, match, date, place)
    if draft is not None:
        rule, sentence, status = match.rule.name, match.sentence, match.status
        draft.add_date(date, rule, sentence, status=status)
        draft.add_place(place, rule, sentence, status=status)
        state = state_behind(place, match) if place else None
        draft.add_place(state, rule, sentence, status=status)
    return draft


def _twins(context: Context, match: Match, named: list[Mention]) -> list[MeetingDraft]:
    """Return the meetings that "and" ties to the one for which people met."""
    cue, rendered = context.scribe.rules.cues.get("and_meeting"), match.item.rendered
    places = [p for p, m in rendered.mentions.items() if named and m is named[0]]
    found = cue.match(rendered.text, places[0]) if cue and places else None
    twins = rendered.within(*found.span(), "meeting")[1:] if found else []
    drafts = [context.book.read(twin, match.sentence) for twin in twins]
    return [draft for draft in drafts if draft and not draft.places]


def _met_for(context: Context, match: Match) -> list[Mention]:
    """Return the meeting right behind: "they met in Lima for the third conference"."""
    cue, rendered = context.scribe.rules.cues.get("met_for"), match.item.rendered
    found = cue.match(rendered.text, match.found.end()) if cue else None
    return rendered.within(*found.span(), "meeting") if found else []


@frame("convene")
def convene(context: Context, match: Match) -> None:
    """State that somebody convened others: a meeting, and who organised it."""
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    named = match.mentions("m", "meeting") or _met_for(context, match)
    draft = _drafted(context, match, named, is_told=False)
    if draft is None:
        return
    actors = [*match.mentions("a"), *match.mentions("b")]
    context.add_facts(draft, HIWAR.organisedBy, actors, match)


@frame("list_meetings")
def list_meetings(context: Context, match: Match) -> None:
    """State that the meetings that the items below name were held."""
    if not match.status.is_true:
        return
    for item in context.scribe.items_below(match.item):
        for mention in item.mentions:
            if mention.slot == "meeting" and "generic" not in mention.details:
                draft = context.book.read(mention, item.index)
                if draft:
                    draft.vote("held", match.rule.name, match.sentence)


def _told_beside(context: Context, match: Match) -> tuple[Date | None, Mention | None]:
    """Return the day and the place of a match, taken so that nothing else takes them.

    What its clause tells beside it counts only where nothing else has taken it.
    """
    rules = context.scribe.rules
    date, place = match.date("t2", "t3"), match.place("l", "l2", "l0")
    date = date or (None if _is_day_of_other(match, rules) else match.date("t"))
    day = None if date else day_beside(match, rules)
    if day and (match.sentence, day.start) not in context.consumed:
        date = day.date
        context.consumed.add((match.sentence, day.start))
    there = None if place else place_beside(match, rules)
    if there and (match.sentence, there.start) not in context.consumed:
        place = there
        context.consumed.add((match.sentence, there.start))
    return date, place


def _is_day_of_other(match: Match, rules: Rules) -> bool:
    """Whether a match opens with another's day: "ahead of X on 4 May, they met"."""
    cue, text = rules.cues.get("day_of_other"), match.item.rendered.text
    return bool(cue and cue.search(text[: match.found.start()]))


def _is_told(context: Context, match: Match, actors: list[Mention]) -> bool:
    """Whether a text that names no meeting tells of one, without day or place.

    Persons meet, and so do the ministers of states, on a Friday; states and
    organisations may only have "met" in a match.
    """
    met = {actor.slot for actor in actors if actor.thing}
    known = all(
        draft.descriptive and not draft.dates and not draft.places
        for draft in context.book.drafts
    )
    both = len({actor.thing for actor in actors if actor.thing}) > 1
    talks = match.rule.option in _TALKS or "person" in met
    talks = talks or _on_a_weekday(context, match)
    talks = talks or _is_dated_today(context, match)
    known = known or _opens_with_persons(context, match) or _is_separate(context, match)
    return match.status.is_true and known and both and talks


def _is_separate(context: Context, match: Match) -> bool:
    """Whether officials are told to have met each other apart from what else was held.

    "On the sidelines, X met Y", "X also held a bilateral meeting with Y".
    """
    cue, text = context.scribe.rules.cues.get("separate_talk"), match.item.rendered.text
    told = cue and cue.search(text, 0, match.found.end())
    named = any(m.slot == "meeting" for m in match.item.mentions)
    return bool(told) and not named and _are_officials(context, match)


def _opens_with_persons(context: Context, match: Match) -> bool:
    """Whether a text begins by telling that an official met another.

    What it goes on to name is then another meeting, if that sentence tells of none.
    """
    named = any(mention.slot == "meeting" for mention in match.item.mentions)
    named = named or any(d.sentence == match.sentence for d in context.book.drafts)
    officials = _are_officials(context, match)
    return officials and not named and match.sentence <= _LEAD


def _are_officials(context: Context, match: Match) -> bool:
    """Whether somebody with a post is on each side of those who met."""
    known = context.scribe.annotation.persons
    posts = {key for key, person in known.items() if person.post}
    whom = [m for name in ("b", "b2", "w") for m in match.mentions(name)]
    sides = match.mentions("a"), whom
    return all({m.thing.key for m in side if m.thing} & posts for side in sides)


def _on_a_weekday(context: Context, match: Match) -> bool:
    """Whether those of a rank are said to have met on a day of the week."""
    words = context.scribe.rules.words
    kinds: dict[str, str] = words.get("gathered_kinds", {})
    days = words.get("counted_days")
    ranked = any(kind in match.text("a").lower() for kind in kinds)
    return bool(ranked and days and re.search(rf"\b(?:{days})\b", match.found[0], re.I))


def _is_dated_today(context: Context, match: Match) -> bool:
    """Whether people met on the day of a text, or on one counted back from it."""
    cue, text = context.scribe.rules.cues.get("todays"), match.item.rendered.text
    end = match.found.end() + _TODAY_REACH
    found = cue.search(text, match.found.start(), end) if cue else None
    return bool(found and context.dateline)
