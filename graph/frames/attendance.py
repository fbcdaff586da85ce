"""Frames of meetings and actors: host, organiser, chair, participants."""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.frames.enumeration import homes_of, whole_list
from hiwar.graph.frames.holders import (
    for_state,
    hold_for,
    holder,
    is_affiliation,
)
from hiwar.graph.frames.match import is_placed_apart
from hiwar.graph.frames.observers import observers_in
from hiwar.graph.frames.parties import is_theirs
from hiwar.graph.frames.speeches import is_said_elsewhere
from hiwar.graph.frames.status import clause_status
from hiwar.graph.frames.unnamed import who_met
from hiwar.graph.frames.upcoming import is_told_held
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__: list[str] = []


@frame("host")
def host(context: Context, match: Match) -> None:
    """State who hosts a meeting."""
    if match.found.groupdict().get("rest"):
        return _offer(context, match)
    if _only_helps(context, match):
        return None
    behind = "" if match.mentions("a") else "m2"
    draft = context.meeting(match, "m", behind, "m3")
    actors = _named(match, "state", "org", "person")
    actors += as_states(match.mentions("n", "demonym"))
    if draft and actors:
        context.add_facts(draft, HIWAR.hostedBy, actors, match)
    for twin in match.mentions("m2", "meeting"):
        other = context.book.read(twin, match.sentence)
        if other and other is not draft:
            context.add_facts(other, HIWAR.hostedBy, actors, match)
    return None


def _named(match: Match, *slots: str) -> list[Mention]:
    """Return who acts, in the first group of a match that names somebody."""
    groups = (match.mentions(group, *slots) for group in ("a", "a2", "a3", "a4"))
    return next((actors for actors in groups if actors), [])


def _only_helps(context: Context, match: Match, *, alone: bool = True) -> bool:
    """Whether the actors of a match stand behind "with the support of".

    Who is worked with does not host or chair alone, but may organise.
    """
    cue = context.scribe.rules.cues.get("helpers")
    named = "a" in match.found.re.groupindex
    start = max(0, match.found.start("a")) if named else 0
    found = cue.search(match.item.rendered.text, 0, start) if cue else None
    acts = match.rule.option == "subject"
    return bool(found and not acts and (alone or not found["jointly"]))


def _offer(context: Context, match: Match) -> None:
    """State what somebody offered to host: planned meetings."""
    end = match.found.end("rest")
    start = match.found.start("rest")
    meetings = match.item.rendered.within(start, end, "meeting")
    actors = match.mentions("a", "state", "org")
    told = match.status.is_true or match.status is Status.PLANNED
    for mention in meetings:
        draft = context.book.read(mention, match.sentence)
        if draft and told:
            draft.add_date(match.date("t"), match.rule.name, match.sentence)
            draft.add_place(match.place("l"), match.rule.name, match.sentence)
        if draft:
            context.add_facts(draft, HIWAR.hostedBy, actors, match)
    context.consume(match, "t", "l")


@frame("organise")
def organise(context: Context, match: Match) -> None:
    """State who organises a meeting."""
    helps = _only_helps(context, match, alone=False)
    draft = None if helps else context.meeting(match, "m", "m2")
    if draft:
        actors = _named(match) + match.mentions("b")
        actors += as_states(match.mentions("n", "demonym"))
        context.add_facts(draft, HIWAR.organisedBy, actors, match)


@frame("preside")
def preside(context: Context, match: Match) -> None:
    """State who chairs a meeting; a co-chair presides too."""
    if match.rule.option == "post":
        _preside_by_post(context, match)
        return
    draft = context.meeting(match, "m", "m2", "m3")
    if (
        not draft
        or _is_of_body(context, match)
        or _only_helps(context, match)
        or holder(context, match, _named(match))
    ):
        return
    role = "co-chair" if match.rule.option == "co-chair" else "chair"
    beside = ("person", "state", "org") if role == "co-chair" else ("person",)
    actors = _named(match) + match.mentions("b", *beside)
    actors = whole_list(match, actors, context.scribe.rules)
    actors += as_states(match.mentions("n", "demonym"))
    context.add_facts(draft, HIWAR.presidedBy, actors, match, role)
    if match.rule.option == "co-chair" and match.status.is_true:
        context.add_facts(draft, HIWAR.hasParticipant, actors, match, "co-chair")


def _is_of_body(context: Context, match: Match) -> bool:
    """Whether a body is chaired, and no meeting: "The Commission is chaired by …"."""
    cue = context.scribe.rules.cues.get("body_chaired")
    who = next((g for g in ("a", "n") if g in match.found.re.groupindex), None)
    end = match.found.start(who) if who else -1
    found = cue.search(match.item.rendered.text, 0, end) if cue and end > 0 else None
    return bool(found) and not any(
        match.mentions(group, "meeting") for group in ("m", "m2", "m3")
    )


def _preside_by_post(context: Context, match: Match) -> None:
    """State that who is called "Chairperson of the meeting" presides over it."""
    cue = context.scribe.rules.cues.get("chairs_meeting")
    chairs = [
        person
        for person in match.mentions("a", "person")
        if cue and cue.search(person.details.get("post", ""))
    ]
    draft = context.current(match.item) if chairs else None
    if draft:
        context.add_facts(draft, HIWAR.presidedBy, chairs, match, "chair")


@frame("attend")
def attend(context: Context, match: Match) -> None:
    """State who took part in a meeting."""
    draft, option = context.meeting(match, "m"), match.rule.option
    if not draft or _is_of_process(context, match) or _is_of_other(draft, match):
        return
    if _is_told_of_others(context, match):
        return
    if option == "headline":
        _head(context, match)
        return
    if option in ("own", "apart"):
        _name_own(context, draft, match)
    if option == "office" and match.status.is_true:
        hold_for(context, match.mentions("a", "person"), match.first("s", "n", "s2"))
    role = {"guest": "guest", "speaker": "speaker"}.get(option, "participant")
    watching = observers_in(match, context.scribe.rules)
    votes = list(draft.votes)
    for actor in _who_came(context, match):
        only_watches = any(o.start <= actor.start < o.end for o in watching)
        own = "observer" if only_watches else role
        context.add_facts(draft, HIWAR.hasParticipant, [actor], match, own)
    if option == "named":
        # whose meeting it is does not say that it was held
        draft.votes[:] = votes


def _is_told_of_others(context: Context, match: Match) -> bool:
    """Whether those named spoke elsewhere, or the meeting is not theirs."""
    tests = {
        "speaker": is_said_elsewhere,
        "own": _is_not_own,
        "named": _is_not_theirs,
        "they": _did_not_come,
    }
    test = tests.get(match.rule.option)
    return bool(test and test(context, match))


def _did_not_come(context: Context, match: Match) -> bool:
    """Whether "they" are not those of whom the sentence before tells that they came."""
    rules, cue = context.scribe.rules, context.scribe.rules.cues.get("came_before")
    if cue is None or match.sentence == 0:
        return True
    told = context.scribe.annotation.sentences[match.sentence - 1]
    text = told.rendered.text
    found = None if told.is_spoken else cue.search(text)
    return found is None or not clause_status(text, *found.span(), rules)[0].is_true


def _who_came(context: Context, match: Match) -> list[Mention]:
    """Return those whom a match names as present, states for their adjectives."""
    groups = ("a", "a2", "b", "b2", "b3", "s", "s2")
    named = [mention for group in groups for mention in match.mentions(group)]
    bearer = holder(context, match, _named(match)) if len(named) == 1 else None
    named = [bearer] if bearer and named[0].slot == "org" else named
    whole = whole_list(match, named, context.scribe.rules)
    homes = homes_of(match, whole, context.scribe.rules)
    whole += [home for home in homes if home not in whole]
    actors = [for_state(m) for m in whole if not is_affiliation(m, match)]
    return actors + as_states(
        [
            mention
            for group in (*groups, "n", "n2")
            for mention in match.mentions(group, "demonym")
        ]
    )


def _head(context: Context, match: Match) -> None:
    """State who a headline says to meet, which may be to come: it is no vote.

    Only of the document's own meeting, where that is told in its text.
    """
    draft = context.book.focus
    if draft and match.item.block.kind is BlockKind.HEADING and match.status.is_true:
        votes = list(draft.votes)
        actors = match.mentions("a", "state", "org")
        context.add_facts(draft, HIWAR.hasParticipant, actors, match, "participant")
        draft.votes[:] = votes


def _is_of_process(context: Context, match: Match) -> bool:
    """Whether "its participants" are those of what was spoken of, and no meeting."""
    own = tuple(f"{word} " for word in context.scribe.rules.list_words("own"))
    before = match.item.rendered.text[: match.found.start()].lower()
    goes_on = match.sentence > match.item.block.first
    subject = context.subject if goes_on else None
    is_meeting = subject is not None and subject.kind == "Meeting"
    return before.endswith(own) and not match.mentions("m") and not is_meeting


def _is_of_other(draft: MeetingDraft, match: Match) -> bool:
    """Whether "the conference in Oslo" is another than that in Lima, told before."""
    places = {placed.thing for placed in draft.places} | draft.hints
    there = [place for place in places if place.kind == "Place"]
    common = [m for m in match.mentions("m", "meeting") if "generic" in m.details]
    return any(is_placed_apart(match, mention, there) for mention in common)


def _is_not_own(context: Context, match: Match) -> bool:
    """Whether those who act and a meeting stand apart: it is not "their" meeting."""
    own = context.scribe.rules.list_words("own")
    return not any(m.details.get("det") in own for m in match.mentions("m", "meeting"))


def _is_not_theirs(context: Context, match: Match) -> bool:
    """Whether those behind a name are what it was about, and not the ones who met."""
    behind, meeting = match.first("b"), match.first("m")
    if behind is None or meeting is None:
        return False
    text = match.item.view.text[meeting.start : behind.start]
    return not is_theirs(text, context.scribe.rules)


def _name_own(context: Context, draft: MeetingDraft, match: Match) -> None:
    """Name a meeting that has no name of its own by those whose it is."""
    if draft.descriptive and " " not in draft.name:
        phrase: dict[str, str] = context.scribe.rules.words.get("gathered_name", {})
        draft.name = f"{phrase.get('of_actors', '')} {who_met(context, match)}".strip()
        draft.names = {draft.name: match.sentence}


@frame("expect")
def expect(context: Context, match: Match) -> None:
    """State who is expected at a meeting, which says nothing about who came."""
    draft = context.meeting(match, "m")
    if not draft or match.status not in (Status.REPORTED, Status.PLANNED):
        return
    if not match.mentions("m") and is_told_held(draft, match, context.scribe):
        return
    named = [m for group in ("a", "b", "s", "s2") for m in match.mentions(group)]
    named = whole_list(match, named, context.scribe.rules)
    actors = context.whole_actors(named, match)
    for group in ("a", "b", "n"):
        actors += as_states(match.mentions(group, "demonym"))
    if match.rule.option == "office":
        hold_for(context, match.mentions("a", "person"), match.first("b"))
    by = match.rule.name, (match.sentence,), Status.REPORTED
    for actor in actors:
        if actor.thing and actor.slot in ("state", "org", "person"):
            draft.facts.append(
                MeetingFact(HIWAR.expectedParticipant, actor.thing, actor.text, *by)
            )
    if actors:
        draft.vote("planned", match.rule.name, match.sentence)


@frame("venue")
def venue(context: Context, match: Match) -> None:
    """State where, and when, a meeting was or will be."""
    draft, status = context.meeting(match, "m"), match.status
    if draft and (status.is_true or status is Status.PLANNED):
        rule, sentence = match.rule.name, match.sentence
        draft.add_place(match.place("l"), rule, sentence, status=status)
        draft.add_date(match.date("t"), rule, sentence, status=status)
        draft.vote("held" if status.is_true else "planned", rule, sentence)
        context.consume(match, "l", "t")
