"""Frames of gatherings: people met, whether or not a noun names their meeting."""

from hiwar.graph.frames.attendance import as_states
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_LOOK_BACK = 60


@frame("gather")
def gather(context: Context, match: Match) -> None:
    """State that people met: a meeting even where no noun names it."""
    if match.status not in (Status.REPORTED, Status.PLANNED):
        return
    if _is_used(context, match):
        return
    named = match.mentions("m", "meeting") or match.mentions("m2", "meeting")
    named = named or _met_for(context, match)
    actors = [
        *match.mentions("a", "state", "org", "person"),
        *match.mentions("b", "state", "org", "person"),
        *match.mentions("b2", "state", "org", "person"),
        *as_states(match.mentions("n", "demonym")),
    ]
    date, place = match.date("t", "t2", "t3"), match.place("l", "l2", "l0")
    draft = context.book.read(named[0], match.sentence) if named else None
    if draft is None and (date or place or _is_told(context, match, actors)):
        draft = _unnamed(context, match)
    if draft is None:
        return
    rule, sentence, status = match.rule.name, match.sentence, match.status
    draft.add_date(date, rule, sentence, status=status)
    draft.add_place(place, rule, sentence, status=status)
    draft.vote("held" if status.is_true else "planned", rule, sentence)
    context.add_facts(draft, HIWAR.hasParticipant, actors, match, "participant")
    context.consume(match, "t", "t2", "t3", "l", "l2", "l0")


def _met_for(context: Context, match: Match) -> list[Mention]:
    """Return the meeting right behind: "they met in Lima for the third conference"."""
    cue, rendered = context.scribe.rules.cues.get("met_for"), match.item.rendered
    found = cue.match(rendered.text, match.found.end()) if cue else None
    return rendered.within(*found.span(), "meeting") if found else []


def _is_told(context: Context, match: Match, actors: list[Mention]) -> bool:
    """Whether a text that names no meeting tells of one, without day or place.

    Persons meet; states and organisations may only have "met" in a match.
    """
    met = {actor.slot for actor in actors if actor.thing}
    known = all(
        draft.descriptive and not draft.dates and not draft.places
        for draft in context.book.drafts
    )
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
