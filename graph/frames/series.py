"""Meetings placed by the whole document: in its process, and held or planned."""

import re
from collections.abc import Mapping

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions import Annotated
from hiwar.graph.model import Basis, Status, Thing

__all__ = ["join_process", "vote_by_tense"]

_TENSE = "meeting.tense"


def join_process(context: Context) -> None:
    """Give the document's own meeting its main process, where a sentence ties them."""
    focus, process = context.book.focus, context.main_process
    if process and context.scribe.only_process():
        _join_levels(context, process)
    if not focus or focus.process or not process or focus.descriptive:
        return
    for item in context.scribe.annotation.sentences:
        tied = [m for m in item.mentions if m.slot == "process" and m.thing == process]
        meetings = [m for m in item.mentions if m.slot == "meeting"]
        if tied and any(context.book.read(m, item.index) is focus for m in meetings):
            focus.process, focus.process_basis = process, Basis.INFERRED
            focus.process_sentences = (item.index, focus.sentence)
            return


def _join_levels(context: Context, process: Thing) -> None:
    """Give meetings of ministers and officials the only process of a document."""
    named = context.scribe.sentence_naming(process)
    for draft in context.book.drafts:
        in_series = draft.kind in ("ministerial", "senior officials")
        if in_series and draft.process is None:
            draft.process, draft.process_basis = process, Basis.INFERRED
            draft.process_sentences = (draft.sentence, named)


def vote_by_tense(context: Context) -> None:
    """Let the clauses that name a meeting tell whether it was held.

    What is called off or put off counts whatever else is said; tense counts only
    for a meeting that no frame has placed in time.
    """
    for item in context.scribe.annotation.sentences:
        for position, mention in item.rendered.mentions.items():
            if mention.slot != "meeting" or item.is_spoken:
                continue
            draft = context.book.read(mention, item.index)
            if draft is not None:
                _vote(context, draft, item, position)


def _vote(
    context: Context, draft: MeetingDraft, item: Annotated, position: int
) -> None:
    """Let the clause around one mention of a meeting vote."""
    cues, text = context.scribe.rules.cues, item.rendered.text
    if "chained" in cues and cues["chained"].search(text, 0, position):
        return
    status, clause = clause_status(text, position, position + 1, context.scribe.rules)
    for off in ("cancelled", "postponed"):
        told = status not in (Status.NEGATED, Status.ATTRIBUTED)
        if off in cues and told and cues[off].search(clause):
            draft.vote(off, f"meeting.{off}", item.index)
            return
    looks_back = cues.get("took_place")
    passing = "in_passing" in cues and cues["in_passing"].search(text, 0, position)
    tells = looks_back and status.is_true and not passing
    took_place = bool(tells and looks_back and looks_back.search(clause))
    if took_place and all(vote[:2] == ("planned", _TENSE) for vote in draft.votes):
        draft.vote("held", _TENSE, item.index)
    if draft.votes:
        return
    if status is Status.PLANNED:
        draft.vote("planned", _TENSE, item.index)
    elif "not_yet" in cues and cues["not_yet"].search(text[:position].rstrip()):
        return
    elif status.is_true and _tells_of_past(cues, clause, text[:position]):
        draft.vote("held", _TENSE, item.index)


def _tells_of_past(
    cues: Mapping[str, re.Pattern[str]], clause: str, before: str
) -> bool:
    """Whether a clause says that a meeting took place, or looks back at it."""
    if "held" in cues and cues["held"].search(clause):
        return True
    looks_back = "background" in cues and cues["background"].search(before.rstrip())
    return bool(looks_back and "past" in cues and cues["past"].search(clause))
