"""Rows of states in a sentence about a meeting, in words that no other rule reads.

"Kenya, Mali and Peru spoke for an hour": whoever writes three states in
a row while he tells of a meeting tells, as a rule, who was there. That is inferred,
never stated; where a word of the sentence gives the row another meaning (members, a
route, who stayed away), or where there are no other words, nothing is.
"""

import re

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingFact
from hiwar.graph.model import Basis
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("row")
def row(context: Context, match: Match) -> None:
    """Infer that the states of a row were at the meeting of their sentence."""
    text, start = match.item.rendered.text, match.found.start()
    cues = context.scribe.rules.cues
    led, apart = cues.get("row_led"), cues.get("row_apart")
    if (led and led.search(text, 0, start)) or (apart and apart.search(text)):
        return
    is_all = not re.search(r"\w", text[:start] + text[match.found.end() :])
    draft = context.meeting(match) if match.status.is_true and not is_all else None
    if draft is None:
        return
    for mention in match.mentions("a", "state"):
        if mention.thing:
            draft.rows.append(
                MeetingFact(
                    HIWAR.hasParticipant,
                    mention.thing,
                    mention.text,
                    match.rule.name,
                    (match.sentence,),
                    match.status,
                    basis=Basis.INFERRED,
                )
            )
