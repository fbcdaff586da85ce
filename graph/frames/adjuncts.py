"""When and where, told anywhere in a clause: "in Lima, X met Y for talks on 4 May"."""

from hiwar.graph.frames.match import Match
from hiwar.graph.frames.status import clause_span
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__ = ["day_beside", "place_beside", "state_behind"]

_LEAD, _COMMA = 90, 2


def day_beside(match: Match, rules: Rules) -> Mention | None:
    """Return the date that the clause of a match gives for what it tells, if any.

    Behind the match it must come before anything else is told; before it, only
    words that open the clause may stand with it.
    """
    return _beside(match, rules, "of_date", "date")


def place_beside(match: Match, rules: Rules) -> Mention | None:
    """Return the place that the clause of a match gives for what it tells, if any.

    A state is one where the clause opens with it: "while in Chad, she met Mr X".
    """
    place = _beside(match, rules, "adjunct_place", "place")
    return place or _beside(match, rules, "adjunct_state", "state")


def state_behind(place: Mention, match: Match) -> Mention | None:
    """Return the state of a place, set off by commas: "in Lima, Peru, to discuss"."""
    rendered = match.item.rendered
    position = next((p for p, m in rendered.mentions.items() if m is place), None)
    if position is None or rendered.text[position + 1 :][:_COMMA] != ", ":
        return None
    state = rendered.mentions.get(position + 1 + _COMMA)
    behind = rendered.text[position + 2 + _COMMA :][:1]
    return state if state and state.slot == "state" and behind in ",.;" else None


def _beside(match: Match, rules: Rules, name: str, slot: str) -> Mention | None:
    """Return the nearest fitting mention behind a match, else one that opens it."""
    cue, other = rules.cues.get(name), rules.cues.get("adjunct_of_other")
    if cue is None:
        return None
    text, rendered = match.item.rendered.text, match.item.rendered
    first, last = clause_span(text, match.found.start(), match.found.end(), rules)
    for start, end in (
        (match.found.end(), _told_until(text, match.found.end(), last, rules)),
        (first, _opens_until(text, first, match.found.start(), rules)),
    ):
        for position, mention in sorted(rendered.mentions.items()):
            before = text[max(first, position - _LEAD) : position]
            fits = mention.slot == slot and start <= position < end
            if fits and cue.search(before) and not (other and other.search(before)):
                return mention
    return None


def _told_until(text: str, start: int, end: int, rules: Rules) -> int:
    """Return where something else than when and where is told behind a match."""
    cue = rules.cues.get("adjunct_end")
    found = cue.search(text, start, end) if cue else None
    return found.start() if found else end


def _opens_until(text: str, start: int, end: int, rules: Rules) -> int:
    """Return where the words that open a clause end, none if they tell anything."""
    cue = rules.cues.get("past")
    tells = end - start > _LEAD or (cue and cue.search(text, start, end))
    return start if tells else end
