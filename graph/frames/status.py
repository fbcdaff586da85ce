"""The status gate: what a clause does with the fact in it.

A wish, a plan, a quotation or a denial never becomes a settled fact: where a cue
stands in the clause, the fact takes the cue's status. Sources: UNDO's split of
operative and preambular parts; extraction literature on modality and negation.
"""

import re

from hiwar.graph.frames.plans import told_plan
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status
from hiwar.graph.rules import Rule, Rules
from hiwar.graph.rules.patterns import Patterns

__all__ = [
    "clause_span",
    "clause_status",
    "first_plan",
    "judge",
    "status_beside",
    "without_first_plan",
]

_SENTENCE_PART = re.compile(r"[.;:]\s")
_ORDER = (
    ("negated", Status.NEGATED),
    ("attributed", Status.ATTRIBUTED),
    ("conditional", Status.ASPIRATIONAL),
    ("planned", Status.PLANNED),
    ("aspirational", Status.ASPIRATIONAL),
)
_BEHIND = frozenset({"negated", "attributed", "conditional"})
_UNREAL = frozenset({Status.ASPIRATIONAL, Status.NEGATED})
_LEFT_OPEN = {"adopt": "yet_to_be", "commit": "undone"}
_REPORTS_SPEECH = "speaker"
_QUOTED = re.compile(r"[\"“”«»][^\"“”«»]*[\"”»]")
_QUESTION = re.compile(r"[?؟]\W*$")


def judge(
    item: Annotated, match: re.Match[str], rule: Rule, rules: Rules
) -> tuple[Status, str]:
    """Return the status of the fact in a match, and the cue that decided.

    Guarantee: the status is true only if the sentence is the document's own
    voice and its clause holds no cue of negation, plan, wish or attribution. A
    denial or a speaker counts behind the fact too, up to the end of its clause.
    What somebody said will be is no plan to meet where it was said.
    """
    if item.is_spoken:
        return Status.ATTRIBUTED, "a speaker's words"
    text = without_first_plan(_without_own_voice(item, rules), rules)
    if _QUESTION.search(text):
        return Status.ASPIRATIONAL, "a question"
    if _is_quoted(text[: match.start()]):
        return Status.ATTRIBUTED, "a quotation"
    before, after = _clause(text, match.start(), match.end(), rules)
    if rule.option == _REPORTS_SPEECH:
        before = _QUOTED.sub("", before)
        after = _till_content(after, rules)
    speaker = _speaker(text[: match.start()], before, rule, rules)
    for name, status in _ORDER:
        cue = rules.cues.get(name)
        spoke = name == "attributed" and rule.option == _REPORTS_SPEECH
        told = _told(text, before, match, rule, status)
        found = cue.search(told) if cue else None
        if found is None and spoke:
            continue
        if name == "attributed" and speaker and found is None:
            return status, speaker
        if found is None and name == "attributed":
            found = _closing_speaker(text[slice(*match.span())] + after, rules)
        if found is None and cue and name in _BEHIND:
            behind = _behind(name, match[0][len(_trigger(match)) :], after)
            found = rules.cues.get(f"{name}_after", cue).search(behind)
        if found:
            return status, found[0]
    end = match.start() + len(_trigger(match))
    left = _left_open(rule, text, end, rules)
    if left:
        return Status.ASPIRATIONAL, left
    if rule.status:
        return Status(rule.status), ""
    plan = told_plan(before, match[0], after, rule, rules)
    return (Status.PLANNED, plan) if plan else (Status.REPORTED, "")


def _told(
    text: str, before: str, match: re.Match[str], rule: Rule, status: Status
) -> str:
    """Return the words of a clause among which a cue of a status is looked for."""
    trigger = text[match.start() :][: len(_trigger(match))]
    if rule.option != _REPORTS_SPEECH:
        return before + trigger
    if status is Status.PLANNED:
        return before.rpartition(", ")[2] + trigger
    is_speech = status is Status.ATTRIBUTED
    return before + (_lead(match) if is_speech else trigger)


def _without_own_voice(item: Annotated, rules: Rules) -> str:
    """Return a sentence in which what those who met state is no word of a speaker."""
    text, cue = item.rendered.text, rules.cues.get("own_voice")
    joint = rules.list_words("own_papers_of_all")
    for found in cue.finditer(text) if cue else ():
        named = [m for name in "def" for m in item.rendered.group(found, name)]
        lead = "" if found["closing"] else text[: found.start()].strip().lower()
        own = not lead or lead in rules.list_words("indefinite")
        if own and named and named[0].text.lower().startswith(joint):
            first, last = found.span()
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text


def first_plan(text: str, rules: Rules) -> range:
    """Return where a sentence tells a plan that came otherwise, an empty range if not.

    "First due in Oslo in May, it was held in Rome in June".
    """
    cue = rules.cues.get("first_plan")
    found = cue.search(text) if cue else None
    return range(*found.span()) if found else range(0)


def without_first_plan(text: str, rules: Rules) -> str:
    """Return a sentence with blanks in place of a plan that came otherwise."""
    plan = first_plan(text, rules)
    return f"{text[: plan.start]}{' ' * len(plan)}{text[plan.stop :]}"


def _till_content(after: str, rules: Rules) -> str:
    """Return what follows a verb of saying, up to where what was said begins."""
    words = "|".join(rules.list_words("complementizers"))
    return re.split(words, after)[0] if words else after


def _left_open(rule: Rule, text: str, end: int, rules: Rules) -> str:
    """Return what undoes an act behind it: "…, but nothing was signed".

    A text that was endorsed "to be adopted by ministers" is not adopted yet.
    """
    cue = rules.cues.get(_LEFT_OPEN.get(rule.frame, ""))
    found = cue.match(text, end) if cue else None
    return found[0] if found else ""


def _is_quoted(before: str) -> bool:
    """Whether what follows stands in quotation marks that are still open."""
    opened = any(before.rfind(a) > before.rfind(b) for a, b in ("“”", "«»"))
    return opened or before.count('"') % 2 == 1


def _speaker(text: str, before: str, rule: Rule, rules: Rules) -> str:
    """Return the words before a fact that make it somebody's: "X: …", "X holds that …".

    Guarantee: what a verb of saying or thinking has as its object is never true.
    """
    if rule.option == _REPORTS_SPEECH:
        return ""
    complement = rules.cues.get("complement")
    found = _announced(text, rules)
    if found is None and complement:
        found = complement.search(before)
    return found[0] if found else ""


def _announced(text: str, rules: Rules) -> re.Match[str] | None:
    """Return the words before a colon that say whose all that follows is."""
    colon = rules.cues.get("speaker_colon")
    return colon.match(text) if colon else None


def clause_status(text: str, start: int, end: int, rules: Rules) -> tuple[Status, str]:
    """Return what the clause around a span does with what it tells, and the clause.

    A question tells nothing.
    """
    text = without_first_plan(text, rules)
    before, after = _clause(text, start, end, rules)
    clause = before + text[start:end] + after
    if _QUESTION.search(text):
        return Status.ASPIRATIONAL, clause
    for name, status in _ORDER:
        cue = rules.cues.get(name)
        said = name == "attributed" and (
            _closing_speaker(clause, rules) or _announced(text[:start], rules)
        )
        to_come = rules.cues.get("to_come") if name == "planned" else None
        if said or any(told.search(clause) for told in (cue, to_come) if told):
            return status, clause
    return Status.REPORTED, clause


def status_beside(
    item: Annotated, found: Mention, position: int, rules: Rules
) -> Status:
    """Return what its clause makes of a day or a place beside a meeting."""
    opening, text = rules.cues.get("opening_when"), item.rendered.text
    opened = opening.match(text) if opening else None
    text = opened[0] if opened and position < opened.end() else text
    asked = rules.cues.get("asked_there")
    if asked:
        # what those who met asked for does not say whether they met
        text = text[:position] + asked.sub("", text[position:])
    status, _ = clause_status(text, position, position + 1, rules)
    if status in _UNREAL and _is_apposed(item, found, position, rules.cues):
        return Status.PLANNED
    return status


def _is_apposed(
    item: Annotated,
    meeting: Mention,
    position: int,
    cues: Patterns,
) -> bool:
    """Whether a day or place only tells which meeting is meant, right behind it.

    Who "asked for more at the third conference, May 2019" wished for no day.
    """
    cue = cues.get("apposed_when")
    told = bool(meeting.details.get("ordinal"))
    text, place = item.rendered.text, item.rendered.place_of(meeting)
    return told and bool(cue and cue.match(text[place + 1 : position]))


def _trigger(match: re.Match[str]) -> str:
    """Return a match without what was agreed or discussed, whose cues are its own."""
    if "text" in match.re.groupindex and match.start("text") >= 0:
        return match[0][: match.start("text") - match.start()]
    return match[0]


def _lead(match: re.Match[str]) -> str:
    """Return a match up to who spoke; a "said" behind that is its own.

    So is one before, where verbs go first and the pattern names it ``said``.
    """
    if "said" in match.re.groupindex:
        return ""
    speaker = match.start("a") if "a" in match.re.groupindex else -1
    return match[0][: max(speaker - match.start(), 0)]


def _behind(name: str, said: str, after: str) -> str:
    """Return the part behind a trigger in which a cue still tells of its fact.

    What was agreed may hold its own "not", and never its own "if".
    """
    if name == "negated":
        return after.partition(",")[0]
    return said + after if name == "conditional" else after


def _closing_speaker(text: str, rules: Rules) -> re.Match[str] | None:
    """Return the end of a clause that says whose words it holds: ", he said"."""
    cue = rules.cues.get("closing_speaker")
    return cue.search(text) if cue else None


def _clause(text: str, start: int, end: int, rules: Rules) -> tuple[str, str]:
    """Return what stands before and behind a span in its clause."""
    first, last = clause_span(text, start, end, rules)
    return text[first:start], text[end:last]


def clause_span(text: str, start: int, end: int, rules: Rules) -> tuple[int, int]:
    """Return where the clause around a span begins and ends."""
    boundary = rules.cues.get("boundary", _SENTENCE_PART)
    first = 0
    for found in boundary.finditer(text, 0, start):
        first = found.end()
    following = boundary.search(text, end)
    return first, following.start() if following else len(text)
