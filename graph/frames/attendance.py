"""Frames of meetings and actors: host, organiser, chair, participants."""

from dataclasses import replace

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_LOOK_BACK = 60
_LISTED_WITHIN = 40
"""An item that names who took part names the first of them by then."""


@frame("host")
def host(context: Context, match: Match) -> None:
    """State who hosts a meeting."""
    if match.found.groupdict().get("rest"):
        return _offer(context, match)
    if _only_helps(context, match):
        return None
    draft = context.meeting(match, "m")
    actors = match.mentions("a", "state", "org", "person")
    if draft and actors:
        context.add_facts(draft, HIWAR.hostedBy, actors, match)
    for twin in match.mentions("m2", "meeting"):
        other = context.book.read(twin, match.sentence)
        if other and other is not draft:
            context.add_facts(other, HIWAR.hostedBy, actors, match)
    return None


def _only_helps(context: Context, match: Match, *, alone: bool = True) -> bool:
    """Whether the actors of a match stand behind "with the support of".

    Who is worked with does not host or chair alone, but may organise.
    """
    cue = context.scribe.rules.cues.get("helpers")
    named = "a" in match.found.re.groupindex
    start = max(0, match.found.start("a")) if named else 0
    found = cue.search(match.item.rendered.text, 0, start) if cue else None
    return bool(found and (alone or not found["jointly"]))


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
    draft = None if helps else context.meeting(match, "m")
    if draft:
        actors = match.mentions("a", "state", "org") + match.mentions(
            "b", "state", "org"
        )
        context.add_facts(draft, HIWAR.organisedBy, actors, match)


@frame("preside")
def preside(context: Context, match: Match) -> None:
    """State who chairs a meeting; a co-chair presides too."""
    draft = context.meeting(match, "m")
    if not draft or _only_helps(context, match):
        return
    role = "co-chair" if match.rule.option == "co-chair" else "chair"
    if match.rule.option == "post":
        return
    actors = match.mentions("a") + match.mentions("b", "person")
    actors += _as_states(match.mentions("n", "demonym"))
    context.add_facts(draft, HIWAR.presidedBy, actors, match, role)
    if match.rule.option == "co-chair" and match.status.is_true:
        persons = [actor for actor in actors if actor.slot == "person"]
        context.add_facts(draft, HIWAR.hasParticipant, persons, match, "co-chair")


@frame("attend")
def attend(context: Context, match: Match) -> None:
    """State who took part in a meeting."""
    draft = context.meeting(match, "m")
    if not draft:
        return
    if match.rule.option == "own" and not _is_own(context, match):
        return
    groups = ("a", "a2", "b", "b2", "s")
    actors = [mention for group in groups for mention in match.mentions(group)]
    demonyms = match.mentions("n", "demonym")
    if match.rule.option == "office" and match.status.is_true:
        _hold_for(context, match.mentions("a", "person"), match.first("s", "n"))
    role = {"guest": "guest", "speaker": "speaker"}.get(
        match.rule.option, "participant"
    )
    context.add_facts(
        draft, HIWAR.hasParticipant, actors + _as_states(demonyms), match, role
    )


def _is_own(context: Context, match: Match) -> bool:
    """Whether those who act and their meeting, "their", stand in one clause."""
    own = context.scribe.rules.list_words("own")
    return any(m.details.get("det") in own for m in match.mentions("m", "meeting"))


def _hold_for(context: Context, persons: list[Mention], state: Mention | None) -> None:
    """Give the posts of those who stood for a state to that state."""
    held_by = {mention.thing for mention in persons if mention.details.get("post")}
    for person in context.scribe.annotation.persons.values():
        if state and person.post and not person.post.body and person.thing in held_by:
            person.post = replace(person.post, body=state)


def _as_states(demonyms: list[Mention]) -> list[Mention]:
    """Return demonyms as mentions of their states."""
    return [
        Mention("state", d.start, d.end, d.text, d.thing) for d in demonyms if d.thing
    ]


@frame("expect")
def expect(context: Context, match: Match) -> None:
    """State who is expected at a meeting, which says nothing about who came."""
    draft = context.meeting(match, "m")
    if not draft or match.status not in (Status.REPORTED, Status.PLANNED):
        return
    actors = context.whole_actors(match.mentions("a") + match.mentions("b"), match)
    if match.rule.option == "office":
        _hold_for(context, match.mentions("a", "person"), match.first("b"))
    for actor in actors:
        if actor.thing and actor.slot in ("state", "org", "person"):
            draft.facts.append(
                MeetingFact(
                    HIWAR.expectedParticipant,
                    actor.thing,
                    actor.text,
                    match.rule.name,
                    (match.sentence,),
                    Status.REPORTED,
                )
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


@frame("gather")
def gather(context: Context, match: Match) -> None:
    """State that people met: a meeting even where no noun names it."""
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    if _is_used(context, match):
        return
    named = match.mentions("m", "meeting") or match.mentions("m2", "meeting")
    actors = [
        *match.mentions("a", "state", "org", "person"),
        *match.mentions("b", "state", "org", "person"),
        *match.mentions("b2", "state", "org", "person"),
        *_as_states(match.mentions("n", "demonym")),
    ]
    date, place = match.date("t", "t2", "t3"), match.place("l", "l2", "l0")
    if named:
        draft = context.book.read(named[0], match.sentence)
    elif date or place or _is_told(context, match, actors):
        draft = _unnamed(context, match)
    else:
        return
    if draft is None:
        return
    rule, sentence, status = match.rule.name, match.sentence, match.status
    draft.add_date(date, rule, sentence, status=status)
    draft.add_place(place, rule, sentence, status=status)
    draft.vote("held" if status.is_true else "planned", rule, sentence)
    context.add_facts(draft, HIWAR.hasParticipant, actors, match, "participant")
    context.consume(match, "t", "t2", "t3", "l", "l2", "l0")


def _is_told(context: Context, match: Match, actors: list[Mention]) -> bool:
    """Whether a text that names no meeting tells of one, without day or place.

    Persons meet; states and organisations may only have "met" in a match.
    """
    met = {actor.slot for actor in actors if actor.thing}
    known = all(draft.descriptive for draft in context.book.drafts)
    both = len({actor.thing for actor in actors if actor.thing}) > 1
    talks = match.rule.option == "talks" or "person" in met
    return match.status.is_true and known and both and talks


def _is_used(context: Context, match: Match) -> bool:
    """Whether another rule took the place and the date, as of a list of meetings."""
    groups = ("t", "t2", "t3", "l", "l2", "l0")
    used = [
        (match.sentence, mention.start)
        for group in groups
        for mention in match.mentions(group, "date", "place")
    ]
    return bool(used) and context.consumed.issuperset(used)


def _unnamed(context: Context, match: Match) -> MeetingDraft:
    """Return the meeting that "ministers met in X" tells of, named by these words."""
    start = match.found.start("a")
    who = match.item.rendered.text[max(0, start - _LOOK_BACK) : start].lower()
    who += match.text("a").lower()
    words = context.scribe.rules.words
    kinds: dict[str, str] = words.get("gathered_kinds", {})
    kind = next((kind for word, kind in kinds.items() if word in who), "other")
    date, place = match.date("t", "t2", "t3"), match.place("l", "l2", "l0")
    alike = [known for known in context.book.drafts if _is_undated(known, kind)]
    if len(alike) == 1:
        return alike[0]
    for known in context.book.drafts:
        same_kind = known.kind == kind or "other" in (known.kind, kind)
        if same_kind and place and place.thing in known.hints and known.date is None:
            return _told(known, kind)
        if same_kind and known.date is None and not known.places and known.descriptive:
            return known
        if same_kind and date and date in (known.date, known.near):
            return known
    phrase: dict[str, str] = words.get("gathered_name", {})
    name = f"{phrase.get('of_actors', '')} {match.text('a')}".strip()
    if match.rule.option == "noun":
        name = match.text("a").partition(" ")[2]
    if place:
        name += f" {phrase.get('in_place', '')} {place.text}"
    elif date:
        name += f" {phrase.get('of_date', '')} {match.text('t') or match.text('t2')}"
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


def _is_undated(known: MeetingDraft, kind: str) -> bool:
    """Whether a meeting named by its kind alone is one that people "met" for."""
    told = (known.dates, known.places, known.ordinal, known.near, known.hints)
    bare = not any(told) and not known.indefinite and known.kind == kind != "other"
    return bare and not known.descriptive


def _told(known: MeetingDraft, kind: str) -> MeetingDraft:
    """Return a meeting that a headline named by its place, with the kind told now."""
    known.kind = kind if known.kind == "other" else known.kind
    return known


@frame("list_participants")
def list_participants(context: Context, match: Match) -> None:
    """State that the actors of the items below took part."""
    draft = context.spoken_of(match.item)
    if not draft:
        return
    for item in context.items_below(match.item):
        below = Match(item, match.found, match.rule, match.status)
        named = [m for m in item.mentions if m.slot in ("state", "org", "person")]
        actors = named if named and named[0].start < _LISTED_WITHIN else []
        for actor in actors:
            if actor.thing:
                draft.facts.append(
                    MeetingFact(
                        HIWAR.hasParticipant,
                        actor.thing,
                        actor.text,
                        match.rule.name,
                        (below.sentence, match.sentence),
                        match.status,
                        "participant",
                    )
                )
        if actors and match.status.is_true:
            draft.vote("held", match.rule.name, match.sentence)
