"""Documents named for the meeting they came from: "Conclusions of the 6th session"."""

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["find_outcomes"]


def find_outcomes(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the documents that a capital noun before a meeting's name names.

    The whole is the name, and the noun alone is where the document is mentioned, so
    that the meeting stays one of its own.
    """
    cue, found = rules.cues.get("outcome_of"), []
    for match in cue.finditer(rendered.text) if cue else ():
        meeting = rendered.mentions.get(match.end())
        told = meeting.details if meeting else {}
        if not meeting or not (told.get("ordinal") or told.get("proper")):
            continue
        start, end = rendered.span(*match.span("noun"))
        name = view_text[start : meeting.end]
        kind = head_of(match["noun"], rules, "document") or "other"
        details = {"kind": kind, "proper": "yes"}
        thing = Thing("Document", fold(name))
        found.append(Mention("document", start, end, name, thing, details=details))
    return found
