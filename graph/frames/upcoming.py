"""Whether a meeting of which a text goes on to speak is over by then, or to come."""

from dataclasses import replace

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.match import Match
from hiwar.graph.frames.outlook import Outlook
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.frames.status import clause_status
from hiwar.graph.model import Status
from hiwar.graph.rules import Rules

__all__ = ["in_its_time", "is_told_held"]


def in_its_time(
    match: Match, draft: MeetingDraft, outlook: Outlook, rules: Rules
) -> Match:
    """Return a match as a plan where the present tense goes on with a plan.

    "They will join a meeting in Oslo. Ms X heads the delegation": she is yet to go.
    """
    cue = rules.cues.get("goes_on_now")
    if not match.status.is_true or draft.sentence not in outlook.to_come:
        return match
    goes_on = draft.sentence < match.sentence and cue and cue.search(match.found[0])
    return replace(match, status=Status.PLANNED) if goes_on else match


def is_told_held(draft: MeetingDraft, match: Match, scribe: Scribe) -> bool:
    """Whether a sentence before has told that a meeting was held.

    Who is expected after that, comes to something else.
    """
    rules, sentences = scribe.rules, scribe.annotation.sentences
    cue = rules.cues.get("took_place")
    for mention, index in draft.phrases if cue else ():
        rendered = sentences[index].rendered
        place = rendered.place_of(mention)
        status, clause = clause_status(rendered.text, place, place + 1, rules)
        if index < match.sentence and status.is_true and cue and cue.search(clause):
            return True
    return False
