"""Events and years beside a meeting, of which a clause may tell in place of it."""

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.status import clause_span
from hiwar.graph.mentions import Annotated
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["drop_other_years", "is_role_elsewhere", "year_told"]

_MEETING = SLOTS["meeting"]


def is_role_elsewhere(item: Annotated, span: tuple[int, int], rules: Rules) -> bool:
    """Whether who hosts or chairs does so at another event of the same sentence.

    "At the dinner X presided", "the cup went elsewhere, but X hosted", "X presided at
    the auction".
    """
    text, (start, end) = item.rendered.text, span
    first, last = clause_span(text, start, end, rules)
    before, behind = text[:start], text[end:last]
    lead, told, close = (
        rules.cues.get(name) for name in ("event_leads", "event_told", "event_behind")
    )
    return bool(
        (lead and _MEETING not in before and lead.search(text[first:start]))
        or (told and first and _MEETING not in before and told.search(text[:first]))
        or (close and _MEETING not in behind and close.match(behind))
    )


def year_told(item: Annotated, span: tuple[int, int], rules: Rules) -> int:
    """Return the year that a clause gives beside who hosts or chairs, 0 where none.

    The years of what was done in between, such as "X, which joined in 2009, presided",
    do not count.
    """
    of_date, past = rules.cues.get("of_date"), rules.cues.get("past")
    text, (start, end) = item.rendered.text, span
    first, last = clause_span(text, start, end, rules)
    for position, mention in item.rendered.mentions.items():
        if mention.date is None or not first <= position < last or not of_date:
            continue
        lead = text[position + 1 : start] if position < start else text[end:position]
        beside = first == position or of_date.search(text[first:position])
        apart = past is not None and past.search(lead)
        if beside and not apart and mention.date.year:
            return mention.date.year
    return 0


def drop_other_years(draft: MeetingDraft) -> None:
    """Drop who hosted or chaired in another year than the meeting told before."""
    for fact in [fact for fact in draft.facts if fact.year]:
        before = [d.date for d in draft.dates if min(d.sentences) < fact.sentences[0]]
        ends = [date.end for date in before if date.end]
        years = {date.year for date in (*before, *ends) if date.year}
        if years and fact.year not in years:
            draft.facts.remove(fact)
            told = (fact.rule, fact.sentences[0])
            draft.votes[:] = [vote for vote in draft.votes if vote[1:] != told]
