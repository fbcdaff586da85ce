"""Whether a meeting was held, by the clauses that name it.

What is called off or put off counts whatever else is said; tense counts only for a
meeting that no frame has placed in time; what is prepared or invited to counts last.
"""

import re
from collections.abc import Callable, Iterator

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.standing import is_only_told_about
from hiwar.graph.frames.status import clause_status, without_first_plan
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status
from hiwar.graph.rules import SLOTS
from hiwar.graph.rules.patterns import Patterns

__all__ = ["is_only_planned", "is_only_wished", "vote_by_tense"]

_Reading = Callable[[Mention, int], MeetingDraft | None]
_TENSE = "meeting.tense"
_ASKS = ("?", "？", "؟")
_PROSPECT = "meeting.prospect"
_PART_ENDS = re.compile(r"[.;]\s")
_NEAR = 20
_UNREAL = frozenset({Status.ASPIRATIONAL, Status.NEGATED})
_SAID = frozenset({Status.ATTRIBUTED, Status.NEGATED})


def vote_by_tense(context: Context) -> None:
    """Let the clauses that name a meeting tell whether it was held."""
    for draft, item, position in _named(context, context.book.read):
        _vote(context, draft, item, position)
    for draft, item, position in _named(context, context.book.read):
        if draft.votes or item.rendered.text.rstrip().endswith(_ASKS):
            continue
        placed = draft.dates or draft.places or draft.near or draft.hints
        to_come = bool(placed) and context.book.is_upcoming(draft)
        to_come = to_come or _is_prepared_at(context, item, position)
        if to_come or _is_to_come(context, draft, item, position):
            draft.vote("planned", _PROSPECT, item.index)


def _is_prepared_at(context: Context, item: Annotated, position: int) -> bool:
    """Whether a meeting is that for which another one, right before it, prepares."""
    cues, rendered = context.scribe.rules.cues, item.rendered
    chained, prepares = cues.get("chained"), cues.get("prepares")
    found = chained.search(rendered.text, 0, position) if chained else None
    first = rendered.mentions.get(found.start()) if found else None
    return bool(first and prepares and prepares.search(first.text))


def is_only_wished(context: Context, draft: MeetingDraft) -> bool:
    """Whether nothing but wishes, conditions and denials speak of a meeting."""
    if draft.votes or draft.facts:
        return False
    said = list(_statuses(context, draft, context.book.read))
    return bool(said) and _UNREAL.issuperset(said)


def is_only_planned(context: Context, draft: MeetingDraft) -> bool:
    """Whether each clause that names a meeting tells of what is yet to come.

    Guarantee: only where it does are its mentions taken for it, so that it may be asked
    while meetings are still being found.
    """
    said = _statuses(context, draft, context.book.glance)
    if any(status is not Status.PLANNED for status in said):
        return False
    return bool(list(_statuses(context, draft, context.book.read)))


def _statuses(
    context: Context, draft: MeetingDraft, read: _Reading
) -> Iterator[Status | None]:
    """Yield what each clause that names a meeting says of it.

    None where the meeting only says when something was.
    """
    rules = context.scribe.rules
    for named, item, position in _named(context, read):
        text = item.rendered.text
        if named is draft and _is_occasion(rules.cues, text[:position]):
            yield None
        elif named is draft:
            yield clause_status(text, position, position + 1, rules)[0]


def _named(
    context: Context, read: _Reading
) -> Iterator[tuple[MeetingDraft, Annotated, int]]:
    """Yield each mention of a meeting in the document's own voice, with its place."""
    for item in context.scribe.annotation.sentences:
        for position, mention in item.rendered.mentions.items():
            if mention.slot == "meeting" and not item.is_spoken:
                draft = read(mention, item.index)
                if draft is not None:
                    yield draft, item, position


def _vote(
    context: Context, draft: MeetingDraft, item: Annotated, position: int
) -> None:
    """Let the clause around one mention of a meeting vote."""
    cues = context.scribe.rules.cues
    text = without_first_plan(item.rendered.text, context.scribe.rules)
    if text.rstrip().endswith(_ASKS):
        return
    if "chained" in cues and cues["chained"].search(text, 0, position):
        return
    own = _own(cues, text, position)
    status, clause = clause_status(own, position, position + 1, context.scribe.rules)
    for off in ("cancelled", "postponed"):
        if status is not Status.ATTRIBUTED and _is_off(cues, off, text, position):
            draft.vote(off, f"meeting.{off}", item.index)
            return
    looks_back = cues.get("took_place")
    passing = "in_passing" in cues and cues["in_passing"].search(text, 0, position)
    before = text[:position]
    later = "not_yet" in cues and cues["not_yet"].search(before.rstrip())
    about = is_only_told_about(text, position, cues)
    tells = looks_back and status.is_true and not (passing or later or about)
    took_place = bool(tells and looks_back and looks_back.search(clause))
    if took_place and all(_is_outdone(vote, item.index) for vote in draft.votes):
        draft.vote("held", _TENSE, item.index)
    if draft.votes:
        return
    if status not in _SAID and _was_held(cues, text, position):
        draft.vote("held", _TENSE, item.index)
        return
    if status is Status.PLANNED:
        draft.vote("planned", _TENSE, item.index)
        return
    if later or about or _is_prepared(cues, before):
        return
    if status.is_true and _tells_of_past(cues, clause, before):
        draft.vote("held", _TENSE, item.index)


def _is_outdone(vote: tuple[str, str, int], sentence: int) -> bool:
    """Whether a plan counts no more once a sentence tells that a meeting took place.

    So is what tense alone told, and what a later sentence says in the present. What was
    put off took place after all where a later sentence tells so.
    """
    if vote[0] == "postponed":
        return vote[2] < sentence
    return vote[0] == "planned" and (vote[1] == _TENSE or vote[2] > sentence)


def _own(cues: Patterns, text: str, position: int) -> str:
    """Return a text without what is told of others beside a meeting.

    In "the meeting spoke of texts that are to be adopted" nothing is planned of it, and
    "the minister, who chaired a council, spoke of the meeting" tells nothing of it.
    """
    cue, aside = cues.get("relative"), cues.get("told_aside")
    found = cue.search(text, position + 1) if cue else None
    for told in aside.finditer(text, 0, position) if aside else ():
        text = f"{text[: told.start()]}{' ' * len(told[0])}{text[told.end() :]}"
    return text[: found.start()] if found else text


def _is_off(cues: Patterns, off: str, text: str, position: int) -> bool:
    """Whether a text says of one meeting that it was called off, or put off.

    "X was cancelled", "they cancelled X", "X (cancelled)"; never "not cancelled".
    """
    label, before = cues.get(f"{off}_label"), cues.get(f"{off}_before")
    if label and label.search(text) and text.count(SLOTS["meeting"]) == 1:
        return True
    told = before.search(text, 0, position) if before else None
    end = _PART_ENDS.search(text, position)
    other = text.find(SLOTS["meeting"], position + 1)
    last = min(end.start() if end else len(text), other if other > 0 else len(text))
    first = position if before else 0
    told = told or (cues[off].search(text, first, last) if off in cues else None)
    if told is None:
        return False
    denied, start = cues.get("negated"), max(0, told.start() - _NEAR)
    return not (denied and denied.search(text, start, told.end()))


def _is_prepared(cues: Patterns, before: str) -> bool:
    """Whether the words before a meeting make it one that is yet to be held."""
    prospect, realised = cues.get("prospect"), cues.get("realised")
    found = prospect.search(before) if prospect else None
    return bool(found and not (realised and realised.search(before)))


def _is_to_come(
    context: Context, draft: MeetingDraft, item: Annotated, position: int
) -> bool:
    """Whether a meeting is invited to, prepared or announced in the present tense.

    A meeting without a name that is only wished for is none yet, nor is one that
    somebody would like to host.
    """
    cues, text = context.scribe.rules.cues, item.rendered.text
    status, _ = clause_status(text, position, position + 1, context.scribe.rules)
    wished = status is Status.ASPIRATIONAL and not draft.common
    if not wished and status not in (Status.REPORTED, Status.PLANNED):
        return False
    opens, bid = cues.get("opens_now"), cues.get("would_host")
    if wished and bid and bid.search(text, 0, position):
        return False
    behind = re.split(_PART_ENDS, text[position + 1 :])[0]
    return _is_prepared(cues, text[:position]) or bool(opens and opens.search(behind))


def _is_occasion(cues: Patterns, before: str) -> bool:
    """Whether a meeting only says when something was: "at the", "after the"."""
    cue = cues.get("background")
    return bool(cue and cue.search(before.rstrip()))


def _was_held(cues: Patterns, text: str, position: int) -> bool:
    """Whether a meeting is past whatever its clause wishes or plans.

    "Held in …" stands behind it, or what was done there or since before it.
    """
    cue, done = cues.get("held_beside"), cues.get("done_at")
    if done and done.search(text, 0, position):
        return True
    over, told = cues.get("over_before"), cues.get("over_told")
    if over and told and over.search(text, 0, position):
        return bool(told.match(text[position + 1 :]))
    if _is_dated(cues, text, position):
        return True
    found = cue.match(text[position + 1 :]) if cue else None
    return bool(found and ("," in found[0] or _is_occasion(cues, text[:position])))


def _is_dated(cues: Patterns, text: str, position: int) -> bool:
    """Whether "held on 4 May" stands behind a meeting that nobody plans or wants."""
    dated = cues.get("held_dated")
    if not dated or not dated.search(text[position + 1 :]):
        return False
    unreal = (
        cues.get(name)
        for name in ("planned", "asked_for", "aspirational", "conditional")
    )
    return not any(cue.search(text, 0, position) for cue in unreal if cue)


def _tells_of_past(cues: Patterns, clause: str, before: str) -> bool:
    """Whether a clause says that a meeting took place, or looks back at it."""
    if "held" in cues and cues["held"].search(clause):
        return True
    looks_back = _is_occasion(cues, before)
    return bool(looks_back and "past" in cues and cues["past"].search(clause))
