"""Meetings without a name, which common nouns tell of beside a day or a place."""

import re
from functools import cache

from hiwar.graph.mentions.editions import is_of_persons, kind_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.occasions import determiner, is_said_again
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.mentions.series import names_series
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought

__all__ = ["find_common_meetings"]


def find_common_meetings(
    rendered: Rendered, view_text: str, rules: Rules
) -> list[Mention]:
    """Return the meetings that common nouns tell of, where a day or a place is told.

    "A two-day workshop on visas was held in Oslo": no name, yet a meeting.
    """
    pattern, predicate = _common(rules), rules.cues.get("predicate")
    found = []
    for match in pattern.finditer(rendered.text) if pattern else ():
        adjectives = {word.lower() for word in match["adjectives"].split()}
        recurs = not adjectives.isdisjoint(rules.list_words("recurring"))
        if (recurs and not _has_day(match, rendered, rules)) or is_said_again(
            match, rules
        ):
            continue
        said = predicate and predicate.search(rendered.text, 0, match.start("name"))
        is_other = not adjectives.isdisjoint(rules.list_words("no_meetings"))
        of_persons = is_of_persons(match, match.end("head"), rules)
        if said or is_other or of_persons or _is_talk(match, rules):
            continue
        before = match.string[: match.start("name")]
        if _is_judicial(match, rules) or names_series(match["head"], before, rules):
            continue
        start, end = rendered.span(match.start("name"), match.end("name"))
        text, inside = view_text[start:end], rendered.within(*match.span("name"))
        details = {
            "kind": kind_of(text, rules),
            "head": match["head"].lower(),
            "det": determiner(match["det"].lower(), rules),
            "common": "yes",
        }
        again = rules.cues.get("comparison")
        since = again and again.match(rendered.text[match.end("name") :])
        if since or not adjectives.isdisjoint(rules.list_words("praising")):
            details = {"generic": "meeting", "det": details["det"]}
        found.append(
            Mention("meeting", start, end, text, parts=tuple(inside), details=details)
        )
    return found


def _is_talk(match: re.Match[str], rules: Rules) -> bool:
    """Whether a noun may mean what goes on for years, as "a dialogue" does.

    It is a meeting only where "a dialogue held in Oslo" says so.
    """
    held = rules.cues.get("talk_held")
    if match["head"].lower() not in rules.list_words("talk_nouns"):
        return False
    small = match["head"].islower() and match["det"] in rules.list_words("indefinite")
    return not (small and held and held.search(match.string[match.end("head") :]))


def _is_judicial(match: re.Match[str], rules: Rules) -> bool:
    """Whether it is a court that holds a hearing: no meeting of states."""
    cue, head = rules.cues.get("judicial"), match["head"].lower()
    told = cue and head in rules.list_words("judicial_heads")
    return bool(told and cue and cue.search(match.string))


def _has_day(match: re.Match[str], rendered: Rendered, rules: Rules) -> bool:
    """Whether a day of a year stands right behind what else would be a habit.

    Or a year, where it is told that it was held then.
    """
    once = rules.cues.get("held_once")
    if once and once.match(rendered.text, match.end()):
        return True
    behind = rendered.mentions.get(match.end() + 4) or rendered.mentions.get(
        match.end()
    )
    return bool(behind and behind.date and behind.date.day and behind.date.year)


def _no_adjectives(rules: Rules) -> tuple[str, ...]:
    """Return the words that no adjective is: another article is none."""
    return (*rules.list_words("function"), *rules.list_words("indefinite"))


@cache
def _common(rules: Rules) -> Sought | None:
    """Return the pattern of unnamed meetings, none where a language has no nouns."""
    nouns = rules.list_words("common_meetings")
    if not nouns:
        return None
    heads = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    told, party = (
        "".join(SLOTS[n] for n in names)
        for names in (("place", "state", "date"), ("state", "org", "demonym"))
    )
    elided = any(word.endswith("'") for word in rules.list_words("articles"))
    letters = r"[\w'’-]" if elided else r"[\w-]"
    no_word = "|".join(_no_adjectives(rules)) or "(?!)"
    small = rf"(?-i:(?!(?:{no_word})\b)[a-zà-ÿ]{letters}*)"
    stops = "|".join(rules.list_words("common_stops")) or "(?!)"
    placing = "|".join(rules.list_words("placing_meetings")) or "(?!)"
    dating = "|".join(rules.list_words("dating_meetings")) or "(?!)"
    ends = rf"(?!(?:{stops})\b|(?:{placing}|{dating}) [{told}])"
    word = rf"(?-i:{ends}[a-zà-ÿ]{letters}*)"
    tail = _tail(rules, party, word)
    behind = rf"(?: {word}){{0,3}}?" if rules.words.get("modifiers_behind") else ""
    holds = rules.words.get("holds_meetings", "(?!)")
    to = "|".join(rules.list_words("to_meetings")) or "(?!)"
    compounds = "|".join(rules.list_words("common_compounds")) or "(?!)"
    venue = rf"(?:[^.;,:{told}{SLOTS['meeting']}]{{3,40}}, )?(?:{placing}|{dating}) "
    dated = rf"(?:{holds})(?:,? (?:{venue})?[{told}],?){{1,3}} (?:(?:{to}) )?"
    return Sought(
        rf"(?:(?P<before>{dated})|(?<![\w'’-]))"
        rf"(?P<det>{'|'.join(rules.list_words('common_determiners'))}) "
        rf"(?P<name>(?P<adjectives>(?:{small} ){{0,4}}?)(?:[a-z]+-)??"
        rf"(?P<head>{heads})(?![\w-]| {SLOTS['meeting']}| (?:{compounds})\b)"
        rf"{behind}{tail}{{0,2}})"
        rf"(?(before)|(?={_place_or_day(rules, told)}|,? [{told}]))",
        re.IGNORECASE,
    )


def _tail(rules: Rules, party: str, word: str) -> str:
    """Return the pattern of what a meeting is about, or of those whose it is."""
    between, prepositions, people = (
        "|".join(rules.list_words(name)) or "(?!)"
        for name in ("between", "common_tails", "met_people")
    )
    lead, of = (rules.words.get(f"people_{name}", "(?!)") for name in ("lead", "of"))
    parties = rf"[{party}](?:(?:{rules.separator})[{party}])+"
    theirs = rf"(?:{word} ){{0,5}}?(?:{people})(?: {word}){{0,5}}?(?:{of}){parties}"
    open_ends = (*rules.list_words("common_tails"), *rules.list_words("own"))
    ended = "".join(f"(?<! {word})" for word in open_ends)
    return (
        rf"(?: (?:{between}) {parties}| (?:{lead}) {theirs}"
        rf"| (?:{prepositions})(?: {word}){{1,9}}{ended})"
    )


def _place_or_day(rules: Rules, told: str) -> str:
    """Return the pattern of what tells behind a noun where or when it was.

    Behind "a workshop on visas, and a course in Lima" it is told of the course.
    """
    day, place = SLOTS["date"], SLOTS["place"]
    placing, dating, joins, some = (
        "|".join(rules.list_words(name)) or "(?!)"
        for name in ("placing_meetings", "dating_meetings", "list_and", "indefinite")
    )
    days = rules.words.get("counted_days", "(?!)")
    where = (
        rf"(?:(?:{placing}) (?:[^.;]{{0,40}}?)?[{told}]|(?:{dating}) (?:the )?{day}"
        rf"|(?:{days})\b)"
    )
    another = rf",? (?:{joins}) (?:{some}) "
    between = rf"(?:(?!{another})[^.;{place}{day}]){{0,90}}?"
    return rf"(?!{another}),?(?: {between})? {where}"
