"""The signing of a paper, told as the meeting of those who signed it."""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.contracting import bodies_of
from hiwar.graph.frames.documents import (
    state_adoption,
    state_date,
    today,
)
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.likeness import is_during
from hiwar.graph.frames.papers import is_itself
from hiwar.graph.frames.signers import own_signers
from hiwar.graph.frames.twins import is_told_beside
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.namespaces import HIWAR

__all__ = ["write_signings"]

_SIDES = 2


@frame("signing")
def signing(context: Context, match: Match) -> None:
    """Note that several signed a paper together on a day, at a place or a ceremony.

    Not where the sentence tells of a meeting: there they signed it.
    """
    paper, text = match.first("d"), match.item.view.text
    if paper is None or not is_itself(paper, text, context.scribe.rules):
        return
    signers = _signers(context, match)
    if not match.status.is_true or len({m.thing for m in signers}) < _SIDES:
        return
    if match.rule.option == "adopted-before":
        _add_signers(context, match, signers)
        return
    if any(m.slot == "meeting" for m in match.item.mentions):
        at = match.mentions("m", "meeting")
        draft = context.book.read(at[0], match.sentence) if at else None
        if draft:
            role = HIWAR.hasParticipant
            context.add_facts(draft, role, signers, match, "participant")
        return
    date = match.date("t", "t0") or _day(context, match)
    if date and date.day and not date.end:
        context.papers.signings.append((match, date))
        _note_parties(context, match, signers)


def _add_signers(context: Context, match: Match, signers: list[Mention]) -> None:
    """Note that those came who signed what a meeting adopted just before.

    "The conference adopted a plan of action. Nepal and Fiji signed the text."
    """
    mention, here = match.first("d"), match.sentence
    document = context.document(mention) if mention else None
    before = {
        paper: draft
        for paper, (draft, sentence) in context.adopted.items()
        if 0 < here - sentence <= _SIDES and sentence >= match.item.block.first
    }
    if len(before) == 1 and document in (None, *before):
        draft = next(iter(before.values()))
        context.add_facts(draft, HIWAR.hasParticipant, signers, match, "participant")


def _note_parties(context: Context, match: Match, signers: list[Mention]) -> None:
    """Note whose paper it is: of those who signed, and of whom persons signed for."""
    paper = match.first("d")
    document = context.document(paper) if paper else None
    if document is None:
        return
    told = {m.thing for m in signers if m.thing and m.slot != "person"}
    parties = told | bodies_of(context, signers)
    context.papers.real.add(document)
    context.signatories.append((parties, document, match.sentence))


def _day(context: Context, match: Match) -> Date | None:
    """Return the day of the dateline, where this sentence or the one before has it.

    "They set up a partnership today. At a ceremony in Lima, a declaration was …"
    """
    told = today(context, match)
    cue, block = context.scribe.rules.cues.get("todays"), match.item.block
    if told or cue is None or match.sentence == block.first or not context.dateline:
        return told
    before = context.scribe.annotation.sentences[match.sentence - 1].rendered.text
    found = cue.search(before) if match.found.start() == 0 else None
    is_today = found is not None and not any(found.groupdict().values())
    return context.dateline[0] if is_today else None


def _signers(context: Context, match: Match) -> list[Mention]:
    """Return who signed: persons, states and organisations that act themselves."""
    named = match.mentions("a", "person", "state", "org")
    own = own_signers(match, named, context.scribe.rules)
    return [m for m in context.whole_actors(own, match) if m.thing]


def write_signings(context: Context) -> None:
    """Enter the signings as meetings, unless a meeting told may be where it was."""
    for match, date in context.papers.signings:
        paper = match.first("d")
        document = context.document(paper) if paper else None
        if paper is None or document is None or document in context.adopted:
            continue
        if any(_may_be_on(context, draft, date) for draft in context.book.drafts):
            continue
        place, rule, here = match.place("l", "l0"), match.rule.name, match.sentence
        phrase = context.scribe.rules.words.get("gathered_name", {})
        words = [phrase.get("signing", ""), paper.text]
        words += [phrase.get("in_place", ""), place.text] if place else []
        name = " ".join(word for word in words if word)
        draft = MeetingDraft(name, here, descriptive=True, kind="other")
        draft.names = {name: here}
        draft.add_date(date, rule, here)
        draft.add_place(place, rule, here)
        signers = _signers(context, match)
        context.add_facts(
            context.book.add(draft), HIWAR.hasParticipant, signers, match, "participant"
        )
        state_adoption(context, document, draft, match, paper)
        if not context.scribe.has(document, HIWAR.when):
            state_date(context, match, document, date)


def _may_be_on(context: Context, draft: MeetingDraft, date: Date) -> bool:
    """Whether a meeting was on a day, as far as its own date tells.

    Not one that the text tells to be planned, or beside which something else was.
    """
    held = draft.date or draft.near
    if held is None:
        planned = any(vote[0] == "planned" for vote in draft.votes)
        return not planned and not is_told_beside(context, draft, draft.sentence)
    if held.year and date.year and held.year != date.year:
        return False
    if held.day:
        return is_during(date, held)
    return held.month in (None, date.month)
