"""Meetings that phrases name or refer to."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from hiwar.graph.mentions.editions import (
    is_edition,
    is_of_another,
    is_of_persons,
    join_heads,
    kind_of,
)
from hiwar.graph.mentions.heads import is_bare, is_part
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.names import after_determiner
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.mentions.organs import without_organs
from hiwar.graph.mentions.phrases import phrases_for
from hiwar.graph.mentions.referred import with_referred
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.mentions.series import names_series
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["determiner", "find_meetings", "is_said_again"]


def find_meetings(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the meetings that phrases name or refer to."""
    named = list(_named(rendered, view_text, rules))
    found = join_heads(named, view_text, rules)
    return with_referred(found, rendered, view_text, rules)


def _named(rendered: Rendered, text: str, rules: Rules) -> Iterator[Mention]:
    """Yield the meetings that phrases name, of which a name may have two."""
    predicate = rules.cues.get("predicate")
    matches = list(phrases_for(rules).meeting.finditer(rendered.text))
    for match, after in zip_longest(matches, matches[1:]):
        if is_part(rendered.text[match.end() :], rules):
            continue
        item = _meeting(match, rendered, text, rules)
        if item and _is_mass(match, item, text, rules):
            continue
        if predicate and predicate.search(rendered.text, 0, match.start()):
            continue
        if item and not is_of_another(match, after, rules):
            yield item


def _meeting(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> Mention | None:
    """Return the meeting that a phrase names, none where it is a bare noun."""
    ordinal = match["ord"] or match.groupdict().get("ord2")
    if _is_no_name(match, rendered, ordinal, rules):
        return None
    if not ordinal and is_of_persons(match, match.end("head"), rules):
        return None
    if _is_part_or_series(match, rules):
        return _whole_of(match, rendered, text, rules)
    again_said = is_said_again(match, rules)
    if again_said and not ordinal:
        return None
    if match["ord"] and _is_comparison(match, rendered.text, rules):
        return None
    if not ordinal and _points_back(match, rules):
        return _whole(match, rendered, text, rules)
    head = match["head"]
    start, end = rendered.span(after_determiner(match, rules), _name_end(match, rules))
    before = text[:start].rstrip().rsplit(" ", 1)[-1].lower()
    inside = without_organs(rendered, match.span(), rules)
    kind = _kind(match, rendered, text, (start, end), rules)
    return Mention(
        "meeting",
        start,
        end,
        text[start:end].strip(),
        parts=inside,
        details={
            "kind": kind,
            "head": head.lower(),
            "ordinal": str(ordinal_number(ordinal, rules) or ""),
            "det": determiner(before, rules),
            "of": _body_told(match, rules) if not inside else "",
            "year": (match["year"] or "").strip(),
            "proper": "yes" if match["tail"] or _is_capital(head) else "",
            "again": "yes" if again_said else "",
            "lead": before if _tells_order(before, rules) else "",
        },
    )


def _tells_order(word: str, rules: Rules) -> bool:
    """Whether a word before a name makes it a meeting before or after another."""
    known = rules.word_set("earlier_words", "following_words", "recent_words")
    return fold(word) in map(fold, known)


def _body_told(match: re.Match[str], rules: Rules) -> str:
    """Return the common noun for whose meeting it is: "round of the Dialogue"."""
    articles = "|".join(rules.list_words("articles")) or "(?!)"
    bodies = "|".join(rules.list_words("process_words")) or "(?!)"
    within = re.search(rf"\b(?:{articles}) ({bodies})$", match["head"], re.IGNORECASE)
    return (match["process"] or (within[1] if within else "")).lower()


def _kind(
    match: re.Match[str],
    rendered: Rendered,
    text: str,
    span: tuple[int, int],
    rules: Rules,
) -> str:
    """Return the kind of a meeting by its name, else by those who met, told behind."""
    kind = kind_of(text[slice(*span)], rules)
    who, whose = rules.cues.get("of_those"), rules.cues.get("of_those_before")
    head = match.end("head")
    if whose and kind == "other":
        before = whose.search(rendered.text, 0, match.start("head"))
        kind = kind_of(before["who"], rules) if before else kind
    behind = who.match(rendered.text, head) if who and kind == "other" else None
    if behind is None:
        return kind
    end = rendered.span(head, behind.end())[1]
    return kind_of(text[span[0] : end], rules)


def _is_capital(head: str) -> bool:
    """Whether the head of a name is a name itself, or written like one."""
    return head[:1].isupper() or head == SLOTS["process"]


def _name_end(match: re.Match[str], rules: Rules) -> int:
    """Return where a name ends: before a headline's verb, "… Conference Opens in"."""
    found = _verb(rules).search(match.string, match.end("head"), match.end())
    return found.start() if found else match.end()


@cache
def _verb(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of a headline's verb behind the name of a meeting."""
    verbs = "|".join(map(re.escape, rules.list_words("meeting_verbs"))) or "(?!)"
    return re.compile(rf",? (?-i:{verbs})(?![\w-])")


def _is_mass(match: re.Match[str], item: Mention, text: str, rules: Rules) -> bool:
    """Whether a phrase names no single thing, as in "to promote regional dialogue"."""
    if match["head"].lower().rsplit(" ", 1)[-1] not in rules.list_words("mass_nouns"):
        return False
    known = {*rules.list_words("determiners"), *rules.list_words("definite")}
    before = text[: item.start].rstrip().rsplit(" ", 1)[-1].lower()
    named = (
        item.text != item.text.lower() or match["ord"] or match["year"] or match["of"]
    )
    return not named and before not in known and not before.endswith(("'s", "’s"))


def _whole_of(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> Mention | None:
    """Return "the opening session" as the meeting that it is part of."""
    if match["head"].lower() not in rules.list_words("sittings"):
        return None
    return _whole(match, rendered, text, rules)


def _points_back(match: re.Match[str], rules: Rules) -> bool:
    """Whether "this" or "that" before a phrase says that it was told of before."""
    cue = rules.cues.get("points_back")
    named = match["process"] or match["year"] or SLOTS["date"] in match[0]
    phrase = match.string[after_determiner(match, rules) : match.end()]
    named = named or phrase != phrase.lower()
    return bool(cue and not named and cue.search(match.string, 0, match.start("head")))


def _whole(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> Mention:
    """Return a phrase as the meeting that was told of before."""
    start, end = rendered.span(after_determiner(match, rules), match.end())
    details = {"generic": "meeting", "word": "meeting", "det": "the"}
    return Mention("meeting", start, end, text[start:end], details=details)


def _is_no_name(
    match: re.Match[str], rendered: Rendered, ordinal: str | None, rules: Rules
) -> bool:
    """Whether a phrase is a common noun, a habit or a process, and names no meeting."""
    pre = "" if match["pre"].strip() in rules.list_words("openers") else match["pre"]
    if not rules.word_set("no_meetings").isdisjoint(pre.lower().split()):
        return True
    strangers = rules.cues.get("met_by_strangers")
    if strangers and strangers.match(rendered.text, match.end()):
        return True
    told = (ordinal, pre, match["year"], match["qual"], match["of"], match["tail"])
    head = match["head"]
    if head == SLOTS["process"] and not is_edition(match, rendered, rules):
        return True
    is_acronym = head.isupper() and head in rules.heads["meeting"]
    if not any(told) and not is_acronym and is_bare(head, rules):
        return True
    habit = not ordinal and _is_habit(match, rules)
    sits = rules.cues.get("sits_behind")
    is_told = bool(
        (told[1] or ordinal) and sits and sits.match(match.string, match.end())
    )
    is_told = is_told or _is_counted(match, ordinal, rules)
    return (_is_common(head, ordinal, rules) and not is_told) or habit


def _is_counted(match: re.Match[str], ordinal: str | None, rules: Rules) -> bool:
    """Whether a number makes a common noun a meeting: "the 13th plenary of the Forum".

    A low one may be a part of a meeting, unless it is told whose it is.
    """
    most = rules.words.get("most_told", 0)
    named = match["process"] or match["tail"]
    number = ordinal_number(ordinal, rules) or 0
    counts = match["head"].lower() in rules.list_words("counted_heads")
    return counts and bool(number > most or (number and named))


def is_said_again(match: re.Match[str], rules: Rules) -> bool:
    """Whether a phrase is the predicate of a meeting told before: "it was the …"."""
    cue = rules.cues.get("same_again")
    return bool(cue and cue.search(match.string, 0, match.start()))


def _is_part_or_series(match: re.Match[str], rules: Rules) -> bool:
    """Whether a phrase names part of a meeting, or the process itself.

    "Opening session", "the Lima Process forum", "a final round of work".
    """
    head, pre = match["head"].lower(), match["pre"].split()
    if match["year"] or match["of"] or match["tail"] or SLOTS["date"] in match["pre"]:
        return False
    if head in rules.list_words("part_heads"):
        before = match.string[: match.start()].rstrip().rpartition(" ")[2].lower()
        own = before in rules.list_words("own")
        most = rules.words.get("most_parts")
        many = most and (ordinal_number(match["ord"], rules) or 0) > most
        counts = own or many or head in rules.list_words("ordinal_parts")
        words = {
            word.lower() for word in pre if word not in rules.list_words("openers")
        }
        return not (match["ord"] and counts) and words <= rules.word_set("part_words")
    if match["ord"] or head not in rules.list_words("series_heads"):
        return False
    before = match.string[: after_determiner(match, rules)]
    return pre == [SLOTS["process"]] or names_series(match["head"], before, rules)


def determiner(word: str, rules: Rules) -> str:
    """Return "a" for an indefinite word before a phrase, "the" for a definite one."""
    if word in rules.list_words("indefinite"):
        return "a"
    known = word in rules.list_words("articles") or word in rules.list_words("pointing")
    return "the" if known else ""


def _is_common(head: str, ordinal: str | None, rules: Rules) -> bool:
    """Whether a head names meetings only with an ordinal: "third Lima Dialogue"."""
    needs_ordinal = head.lower() in rules.list_words("ordinal_heads")
    return needs_ordinal and not (ordinal and head[:1].isupper())


def _is_habit(match: re.Match[str], rules: Rules) -> bool:
    """Whether a phrase tells of what recurs, as in "the annual meeting"."""
    opens = match["pre"].split()[:1]
    is_opener = set(opens) <= set(rules.list_words("openers"))
    words = match["pre"].lower().split()[is_opener:]
    return (
        bool(words)
        and set(words) <= set(rules.list_words("recurring"))
        and not (match["of"] or match["tail"])
    )


def _is_comparison(match: re.Match[str], text: str, rules: Rules) -> bool:
    """Whether "first" compares: "the first conference to", "its first since"."""
    cue = rules.cues.get("comparison")
    is_first = ordinal_number(match["ord"], rules) == 1
    if not is_first or not cue:
        return False
    apposed = rules.cues.get("apposed_first")
    since = apposed and apposed.match(text, match.end())
    again = rules.cues.get("first_again")
    if is_said_again(match, rules) and again and again.match(text, match.end()):
        return True
    behind_comma = text[: match.start()].rstrip().endswith(",")
    return bool(cue.match(text[match.end() :]) or (since and behind_comma))
