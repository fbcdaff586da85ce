"""Frames of commitments and intentions.

An undertaking of a meeting, of its participants or of parties is a commitment;
what somebody means to do is an intention. A speaker's words are neither.
"""

import re

from hiwar.graph.frames.agents import state_agents
from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.instrument import (
    carries_undertakings,
    find_set_out,
    is_older,
    speaks_itself,
    state_set_out,
)
from hiwar.graph.frames.themes import in_domain
from hiwar.graph.frames.undertaking import (
    state_item,
    state_meeting,
    wording_of_item,
    wordings_of,
    years_in,
)
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__: list[str] = []


@frame("commit")
def commit(context: Context, match: Match) -> None:
    """State that somebody undertook something."""
    if match.item.view.text.endswith(":"):
        return None
    reason = _no_undertaking(context, match)
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


def _no_undertaking(context: Context, match: Match) -> str:
    """Return why a match is no undertaking, empty where it is one."""
    if match.item.is_spoken:
        return "a speaker's words"
    if match.item.block.kind is BlockKind.HEADING:
        return "a headline"
    if match.rule.option == "instrument":
        if not carries_undertakings(context, match):
            return "a plan that no signed document carries"
        return _no_act(context, match)
    if match.rule.option == "also" and not _goes_on(context, match):
        return "of nobody who was told to act"
    ours = match.rule.option == "first-person"
    if ours and not speaks_itself(context):
        return "a speaker's words"
    if [m.slot for m in match.mentions("a", "state", "org", "person")] == ["person"]:
        return "what one person means to do"
    if not match.status.is_true and not (ours and match.status is Status.PLANNED):
        return f"status {match.status.value}: no undertaking"
    return _no_act(context, match)


def _goes_on(context: Context, match: Match) -> bool:
    """Whether those of whom the sentence before tells may be who acts here too."""
    cue, before = context.scribe.rules.cues.get("also_behind"), match.sentence - 1
    if cue is None or before < 0:
        return False
    told = context.scribe.annotation.sentences[before].rendered.text
    return before in context.undertaken or bool(cue.search(told))


def _no_act(context: Context, match: Match) -> str:
    """Return why nothing is to be done about migration now, empty where it is."""
    if not in_domain(context, match.item.view.text):
        return "nothing to do with migration"
    if _is_of_another_time(context, match):
        return "of another time than the meeting"
    if match.rule.option == "set-out" and not find_set_out(
        context, match, inside=False
    ):
        return "an opinion that no document sets out"
    cue = context.scribe.rules.cues.get("asserts")
    if cue and match.rule.frame == "commit" and _asserts(match, cue):
        return "an opinion: nothing to be done"
    return ""


def _is_of_another_time(context: Context, match: Match) -> bool:
    """Whether the words before place an undertaking before the meeting spoken of."""
    focus, start = context.book.focus, match.found.start()
    cue = context.scribe.rules.cues.get("other_time")
    if cue and cue.search(match.item.rendered.text, 0, start):
        return True
    if focus is None or focus.sentence == match.sentence:
        return False
    told = years_in(match.item, 0, start)
    held = years_in(context.scribe.annotation.sentences[focus.sentence])
    return bool(told and held) and told.isdisjoint(held)


def _asserts(match: Match, cue: re.Pattern[str]) -> bool:
    """Whether what was agreed is how things are, and not what is to be done."""
    words = match.found.groupdict().get("text") or ""
    return match.rule.name != "commit.recognise" and bool(cue.search(words.lstrip()))


def _place(
    context: Context, thing: Thing, match: Match, status: Status, *sentences: int
) -> None:
    """State whose an undertaking is, in which document, and at which meeting."""
    found = state_set_out(context, thing, match, *sentences)
    state_agents(context, thing, match, status, *sentences)
    if found and (is_older(context, found) or _is_open(context, match)):
        return
    draft = context.in_session(match)
    if draft and _is_object(context, match, draft):
        draft = context.current(match.item)
    if draft and thing.kind == "Commitment":
        places = (*sentences, match.sentence)
        context.agreed.append((thing, draft, match.rule.name, places))
    else:
        state_meeting(context, thing, draft, match, HIWAR.committedAt, *sentences)


def _is_object(context: Context, match: Match, draft: MeetingDraft) -> bool:
    """Whether a meeting is what was agreed: "that the first session be held in …"."""
    meetings = match.item.rendered.within(0, 10**6, "meeting")
    agreed = match.mentions("text", "meeting")
    told = [m for m in meetings if context.book.read(m, match.sentence) is draft]
    return bool(told) and all(mention in agreed for mention in told)


def _is_open(context: Context, match: Match) -> bool:
    """Whether an instrument tells of several meetings, so that any may be meant."""
    if not speaks_itself(context) or len(context.book.drafts) == 1:
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
        if not (plain and (signed or (focus and _was_held(context, focus)))):
            return
    if not in_domain(context, match.item.view.text) or not context.claim(match):
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


def _was_held(context: Context, draft: MeetingDraft) -> bool:
    """Whether all that was read so far tells of a meeting as held."""
    votes = {vote[0] for vote in draft.votes}
    cues = context.scribe.rules.cues
    if votes or not {"held", "planned"} <= cues.keys():
        return votes == {"held"}
    text = context.scribe.annotation.sentences[draft.sentence].rendered.text
    return bool(cues["held"].search(text)) and not cues["planned"].search(text)


@frame("list_commitments")
def list_commitments(context: Context, match: Match) -> None:
    """State each item below as a commitment, or as the intention that is expected."""
    if not match.status.is_true or match.item.is_spoken:
        return
    focus, heads = context.book.focus, match.rule.option == "heading"
    if heads and not (focus and _was_held(context, focus)):
        return
    praise = context.scribe.rules.cues.get("item_praise")
    expected = match.rule.option == "expected"
    kind = "Intention" if expected else "Commitment"
    status = Status.REPORTED if expected else Status.ADOPTED
    for item in context.items_below(match.item):
        praised = praise and praise.match(item.view.text.lower())
        ours = not match.rule.option or in_domain(context, item.view.text, alone=True)
        if ours and not item.is_spoken and not praised:
            _state_act(context, match, item, kind, status)
    context.claim_all(match.sentence)


@frame("list_acts")
def list_acts(context: Context, match: Match) -> None:
    """State the items below "The ministers:" whose own verbs undertake or intend."""
    if not match.status.is_true or match.item.is_spoken:
        return
    cues = context.scribe.rules.cues
    for item in context.items_below(match.item):
        text = item.view.text.lower()
        if item.is_spoken or item.index in context.undertaken:
            continue
        if not in_domain(context, item.view.text):
            continue
        if "item_commit" in cues and cues["item_commit"].match(text):
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
    _place(context, thing, match, status, item.index)
