"""Whether a meeting of which a text goes on to speak is over by then."""

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.match import Match
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.frames.status import clause_status

__all__ = ["is_told_held"]


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
