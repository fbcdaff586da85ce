"""Frames of gatherings: people met, whether or not a noun names their meeting."""

import re

from hiwar.graph.frames.adjuncts import day_beside, place_beside
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.holders import as_states
from hiwar.graph.frames.likeness import same_day
from hiwar.graph.frames.status import clause_span
from hiwar.graph.frames.twins import is_elsewhere
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__: list[str] = []

_LOOK_BACK, _NEAR, _TODAY_REACH = 240, 1, 40


@frame("gather")
def gather(context: Context, match: Match) -> None:
    """State that people met: a meeting even where no noun names it."""
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    if _is_used(context, match) or _is_no_meeting(context, match):
        return
    named = match.mentions("m", "meeting") or match.mentions("m2", "meeting")
    named = named or _met_for(context, match)
    actors = [
        *match.mentions("a", "state", "org", "person"),
        *match.mentions("b", "state", "org", "person"),
        *match.mentions("b2", "state", "org", "person"),
        *as_states(match.mentions("n", "demonym")),
    ]
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


def _is_no_meeting(context: Context, match: Match) -> bool:
    """Whether people only spoke by telephone, or played a match against each other."""
    cue = context.scribe.rules.cues.get("no_talks")
    return bool(cue and cue.search(match.item.view.text))


def _drafted(
    context: Context, match: Match, named: list[Mention], *, is_told: bool
) -> MeetingDraft | None:
    """Return the meeting of a match, with its day and place.

    One that no noun names is known by these, or told in another way.
    """
    date, place = _told_beside(context, match)
    draft = context.book.read(named[0], match.sentence) if named else None
    if draft is None and (date or place or is_told):
        draft = _unnamed(context, match, date, place)
    if draft is not None:
        rule, sentence, status = match.rule.name, match.sentence, match.status
        draft.add_date(date, rule, sentence, status=status)
        draft.add_place(place, rule, sentence, status=status)
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
    for item in context.items_below(match.item):
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
    talks = match.rule.option == "talks" or "person" in met
    talks = talks or _on_a_weekday(context, match)
    talks = talks or _is_dated_today(context, match)
    return match.status.is_true and known and both and talks


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


def _is_used(context: Context, match: Match) -> bool:
    """Whether another rule took the place and the date, as of a list of meetings."""
    groups = ("t", "t2", "t3", "l", "l2", "l0")
    used = [
        (match.sentence, mention.start)
        for group in groups
        for mention in match.mentions(group, "date", "place")
    ]
    return bool(used) and context.consumed.issuperset(used)


def _unnamed(
    context: Context, match: Match, date: Date | None, place: Mention | None
) -> MeetingDraft:
    """Return the meeting that "ministers met in X" tells of, named by these words."""
    text, start = match.item.rendered.text, match.found.start("a")
    first, _ = clause_span(text, start, match.found.end(), context.scribe.rules)
    who = text[max(first, start - _LOOK_BACK) : start].lower()
    who += match.text("a").lower()
    rules = context.scribe.rules
    words = rules.words
    kinds: dict[str, str] = words.get("gathered_kinds", {})
    kind = next((kind for word, kind in kinds.items() if word in who), "other")
    known = _known_as(context, match, kind, date, place)
    if known:
        return known
    phrase: dict[str, str] = words.get("gathered_name", {})
    name = f"{phrase.get('of_actors', '')} {_whom(match, rules)}".strip()
    if place:
        name += f" {phrase.get('in_place', '')} {place.text}"
    elif date:
        day = match.text("t") or match.text("t2") or date.edtf
        name += f" {phrase.get('of_date', '')} {day}"
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind=kind)
    process = match.item.rendered.within(
        match.found.start(), match.found.end(), "process"
    )
    around = {m.thing for m in match.item.mentions if m.slot == "process" and m.thing}
    if process:
        draft.process, draft.process_sentences = process[0].thing, (match.sentence,)
    elif len(around) == 1:
        draft.process, draft.process_sentences = around.pop(), (match.sentence,)
        draft.process_basis = Basis.INFERRED
    draft.names = {name: match.sentence}
    return context.book.add(draft)


def _whom(match: Match, rules: Rules) -> str:
    """Return the words for who met, as they stand within a sentence."""
    text = match.text("a")
    first = text.partition(" ")[0].lower()
    return first + text[len(first) :] if first in rules.list_words("articles") else text


def _known_as(
    context: Context, match: Match, kind: str, date: Date | None, place: Mention | None
) -> MeetingDraft | None:
    """Return the one meeting of the text for which people may have met, if any."""
    alike = [known for known in context.book.drafts if _is_undated(known, kind)]
    alike = alike or _named_beside(context, match, kind, date, place)
    if len(alike) == 1:
        return _told(alike[0], kind)
    for known in context.book.drafts:
        same_kind = known.kind == kind or "other" in (known.kind, kind)
        there = known.hints | {placed.thing for placed in known.places}
        if same_kind and place and place.thing in there and known.date is None:
            return _told(known, kind)
        if same_kind and known.date is None and not known.places and known.descriptive:
            return known
        if same_kind and date and _is_same_day(date, known):
            return known
    return None


def _is_undated(known: MeetingDraft, kind: str) -> bool:
    """Whether a meeting named by its kind alone is one that people "met" for."""
    told = (known.dates, known.places, known.ordinal, known.near, known.hints)
    bare = not any(told) and not known.indefinite and known.kind == kind != "other"
    return bare and not known.descriptive


def _is_same_day(date: Date, known: MeetingDraft) -> bool:
    """Whether a date is that of a meeting, or only leaves out its year."""
    days = [day for day in (known.date, known.near) if day]
    return date in days or (
        date.year is None and any(same_day(date, day) for day in days)
    )


def _named_beside(
    context: Context,
    match: Match,
    kind: str,
    date: Date | None,
    place: Mention | None,
) -> list[MeetingDraft]:
    """Return the meetings for which people may have met, named in a sentence beside.

    "Ministers met in Lima on 4 May. They took part in the fourth conference of …"
    Who only met each other met for nothing else.
    """
    if match.mentions("b", "person") or match.mentions("b2", "person"):
        return []
    here = match.sentence
    near = range(here - _NEAR, here + _NEAR + 1)
    return [
        known
        for known in context.book.drafts
        if not set(near).isdisjoint(known.sentences)
        and not (known.indefinite or known.descriptive)
        and not ((known.dates or known.near) and (date or known.sentence != here))
        and (known.kind == kind or "other" in (known.kind, kind))
        and not (known.hints and place and place.thing not in known.hints)
        and not is_elsewhere(context, known)
    ]


def _told(known: MeetingDraft, kind: str) -> MeetingDraft:
    """Return a meeting that a headline named by its place, with the kind told now."""
    known.kind = kind if known.kind == "other" else known.kind
    return known
