"""Plans that a clause tells by its tense, where no word in it says "planned".

"X hosts it next month" and "hosted by X, the meeting will open" tell of what is to
come, though the words of the fact itself do not.
"""

import re

from hiwar.graph.rules import SLOTS, Rule, Rules

__all__ = ["told_plan"]

_MEETING = SLOTS["meeting"]
_AT_MEETING = re.compile(rf"{_MEETING}[\s,]*$")
_OF_MEETINGS = frozenset({"host", "organise", "preside", "attend"})


def told_plan(before: str, said: str, after: str, rule: Rule, rules: Rules) -> str:
    """Return the plan that the present tense or a participle tells.

    "X hosts it next month", "ahead of the meeting, which X hosts", and "hosted by X, it
    will open …".
    """
    to_come = rules.cues.get("to_come")
    later = to_come.search(before + said + after) if to_come else None
    first, last = len(before), len(before + said)
    if later and later.start() < last and later.end() > first:
        return later[0]
    not_yet, past = rules.cues.get("not_yet"), rules.cues.get("past")
    told = rules.cues.get("told_of_it")
    of_it = told.match(said, 1) if told and said.startswith(_MEETING) else None
    ahead = not_yet.search(before.rstrip()) if not_yet and of_it else None
    if ahead and past and not past.search(said):
        return ahead[0]
    return _by_main_verb(before, said, after, rule, rules)


def _by_main_verb(before: str, said: str, after: str, rule: Rule, rules: Rules) -> str:
    """Return the plan that the verb behind a phrase without any verb tells.

    "Hosted by X, it will open", and "with X in attendance, the meeting will open".
    """
    participle, finite = rules.cues.get("participle"), rules.cues.get("finite")
    planned, past = rules.cues.get("planned"), rules.cues.get("past")
    if not (finite and planned and past) or finite.search(before):
        return ""
    over = (rules.cues.get(name) for name in ("done_at", "over_by_then"))
    lead = _AT_MEETING.sub("", before)
    if any(cue.search(lead) for cue in over if cue):
        return ""
    opens = participle is not None and participle.match(said) is not None
    not_yet = rules.cues.get("not_yet")
    ahead = not_yet.search(lead.rstrip()) if opens and not_yet else None
    if ahead and not past.search(lead):
        return ahead[0]
    if not opens and not _is_verbless(before, said, rule, rules):
        return ""
    found = planned.search(after) or rules.cues.get("present_on", planned).search(after)
    cues = (past, rules.cues.get("clause_between"))
    between = after[: found.start()] if found else ""
    is_plan = found and not any(cue.search(between) for cue in cues if cue)
    return found[0] if found and is_plan else ""


def _is_verbless(before: str, said: str, rule: Rule, rules: Rules) -> bool:
    """Whether a match who was at a meeting has only participles: "chaired by X"."""
    by, past = rules.cues.get("done_by"), rules.cues.get("past")
    if rule.frame not in _OF_MEETINGS or past is None:
        return False
    bare = by.sub("", said) if by else said
    return not (past.search(bare) or past.search(before))
