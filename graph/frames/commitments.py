"""Frames of commitments and intentions.

An undertaking of a meeting, of its participants or of parties is a commitment;
what somebody means to do is an intention. A speaker's words are neither.
"""

from hiwar.graph.frames.agents import state_agents
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.instrument import (
    carries_undertakings,
    is_older,
    speaks_itself,
    state_set_out,
)
from hiwar.graph.frames.refused import is_of_another_time, leads_areas, no_undertaking
from hiwar.graph.frames.themes import in_domain
from hiwar.graph.frames.undertaking import (
    state_item,
    state_meeting,
    was_held,
    wording_of_item,
    wordings_of,
)
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("commit")
def commit(context: Context, match: Match) -> None:
    """State that somebody undertook something."""
    if match.item.view.text.endswith(":") and not leads_areas(context, match):
        return None
    reason = no_undertaking(context, match)
    if reason:
        return context.scribe.refuse(match.rule.name, reason, match.sentence)
    if not context.claim(match):
        return None
    for wording in wordings_of(context, match):
        thing = state_item(
            context,
            "Commitment",
            wording,
            (match.sentence,),
            match.rule.name,
            Status.ADOPTED,
        )
        _place(context, thing, match, Status.ADOPTED)
    return None


def _place(
    context: Context,
    thing: Thing,
    match: Match,
    status: Status,
    *sentences: int,
    item: Annotated | None = None,
) -> None:
    """State whose an undertaking is, in which document, and at which meeting."""
    found = state_set_out(context, thing, match, *sentences)
    state_agents(context, thing, match, status, *sentences, item=item)
    if found and (is_older(context, found) or _is_open(context, match)):
        return
    draft = _where(context, match)
    if draft and thing.kind == "Commitment":
        places = (*sentences, match.sentence)
        context.agreed.append((thing, draft, match.rule.name, places))
    else:
        state_meeting(context, thing, draft, match, HIWAR.committedAt, *sentences)


def _where(context: Context, match: Match) -> MeetingDraft | None:
    """Return the meeting at which it was undertaken, if the text tells of that one.

    Not one that was itself agreed, nor one of which only the items below tell.
    """
    draft = context.in_session(match)
    if draft and _is_object(context, match, draft):
        draft = context.current(match.item)
    elif draft and _was_object(context, match, draft):
        own = context.current(match.item)
        draft = None if own is draft else own
    if draft is None or any(draft is told for told in context.book.aside):
        return None
    below = [item.index for item in context.scribe.items_below(match.item)]
    return None if draft.sentence in below else draft


def _is_object(context: Context, match: Match, draft: MeetingDraft) -> bool:
    """Whether a meeting is what was agreed: "that the first session be held in …"."""
    meetings = match.item.rendered.within(0, 10**6, "meeting")
    agreed = match.mentions("text", "meeting")
    told = [m for m in meetings if context.book.read(m, match.sentence) is draft]
    return bool(told) and all(mention in agreed for mention in told)


def _was_object(context: Context, match: Match, draft: MeetingDraft) -> bool:
    """Whether a meeting is what was agreed just before: "to hold a seminar. They …"."""
    before = match.sentence - 1
    agreed = context.undertaken.get(before, [])
    if draft.sentence != before or not agreed:
        return False
    item = context.scribe.annotation.sentences[before]
    return any(
        start <= item.rendered.place_of(mention) < end
        for mention, sentence in draft.phrases
        if sentence == before and mention in item.mentions
        for start, end in agreed
    )


def _is_open(context: Context, match: Match) -> bool:
    """Whether an instrument tells of several meetings, so that any may be meant.

    Of several, the only one that it tells to have been held is its own, or the only
    one that is not to come.
    """
    book = context.book
    drafts = [d for d in book.drafts if not book.is_upcoming(d)]
    held = [d for d in drafts if any(vote[0] == "held" for vote in d.votes)]
    if not speaks_itself(context) or len(drafts) == 1 or len(held) == 1:
        return False
    near = context.near(match.item, match.found.start(), match.found.end())
    return near is None


@frame("intend")
def intend(context: Context, match: Match) -> None:
    """State that somebody means to do something."""
    if match.item.is_spoken or match.status in (Status.ATTRIBUTED, Status.NEGATED):
        return
    if match.rule.option == "first-person" and not speaks_itself(context):
        return
    focus = context.book.focus
    drafted = match.mentions("d", "document")
    if match.rule.option == "draft" and not any(map(context.document, drafted)):
        return
    if match.rule.option == "at-meeting" and not (focus or speaks_itself(context)):
        return
    if match.rule.option == "after-meeting":
        plain = match.status in (Status.REPORTED, Status.PLANNED)
        signed = bool(context.signatories)
        if not (plain and (signed or (focus and was_held(context, focus)))):
            return
    if not in_domain(context, match.item.view.text) or not context.claim(match):
        return
    if _state_items(context, match):
        return
    for wording in wordings_of(context, match):
        thing = state_item(
            context,
            "Intention",
            wording,
            (match.sentence,),
            match.rule.name,
            Status.REPORTED,
        )
        _place(context, thing, match, Status.REPORTED)


def _state_items(context: Context, match: Match) -> bool:
    """State what stands below "they will seek to reach these goals:", if anything."""
    leads = match.item.view.text.rstrip().endswith(":")
    items = context.scribe.items_below(match.item) if leads else []
    for item in items:
        if not item.is_spoken and item.index not in context.undertaken:
            _state_act(context, match, item, "Intention", Status.REPORTED)
    return bool(items)


@frame("list_commitments")
def list_commitments(context: Context, match: Match) -> None:
    """State each item below as a commitment, or as the intention that is expected."""
    kind = _kind_of_list(context, match)
    if not kind or match.item.is_spoken:
        return
    praise = context.scribe.rules.cues.get("item_praise")
    status = Status.REPORTED if kind == "Intention" else Status.ADOPTED
    for item in context.scribe.items_below(match.item):
        praised = praise and praise.match(item.view.text.lower())
        opinion = _is_opinion(context, match, item)
        ours = not match.rule.option or in_domain(context, item.view.text, alone=True)
        if ours and not (item.is_spoken or praised or opinion):
            _state_act(context, match, item, kind, status)
    context.claim_all(match.sentence)


def _kind_of_list(context: Context, match: Match) -> str:
    """Return what the items below a lead are, empty where they are nothing settled.

    "The two sides will:" commits in an instrument; behind a meeting it is intended.
    """
    option, focus = match.rule.option, context.book.focus
    if is_of_another_time(context, match) or leads_areas(context, match):
        return ""
    held = focus is not None and was_held(context, focus)
    if option == "paper":
        return "Commitment" if carries_undertakings(context, match) else ""
    if option == "will":
        if carries_undertakings(context, match):
            return "Commitment"
        plain = match.status in (Status.REPORTED, Status.PLANNED)
        return "Intention" if plain and held else ""
    if not match.status.is_true or (option == "heading" and not held):
        return ""
    return "Intention" if option == "expected" else "Commitment"


def _is_opinion(context: Context, match: Match, item: Annotated) -> bool:
    """Whether an item below "they agreed that:" says how things are."""
    cue = context.scribe.rules.cues.get("asserts")
    link = match.item.view.text.rstrip(" :").rpartition(" ")[2]
    return bool(cue and cue.search(f"{link} {item.view.text}"))


@frame("list_acts")
def list_acts(context: Context, match: Match) -> None:
    """State the items below "The ministers:" whose own verbs undertake or intend."""
    if not match.status.is_true or match.item.is_spoken:
        return
    binds = carries_undertakings(context, match)
    acts = ("item_commit", "item_will") if binds else ("item_commit",)
    cues = context.scribe.rules.cues
    for item in context.scribe.items_below(match.item):
        text = item.view.text.lower()
        if item.is_spoken or item.index in context.undertaken:
            continue
        if not in_domain(context, item.view.text):
            continue
        if any(name in cues and cues[name].match(text) for name in acts):
            _state_act(context, match, item, "Commitment", Status.ADOPTED)
        elif "item_intend" in cues and cues["item_intend"].match(text):
            _state_act(context, match, item, "Intention", Status.REPORTED)


def _state_act(
    context: Context, match: Match, item: Annotated, kind: str, status: Status
) -> None:
    """State one list item as an undertaking of those in its lead."""
    thing = state_item(
        context,
        kind,
        wording_of_item(context, item),
        (item.index, match.sentence),
        match.rule.name,
        status,
    )
    context.claim_all(item.index)
    _place(context, thing, match, status, item.index, item=item)
