"""Organisations, such as ministries, that proper phrases name and no registry knows."""

import re
from collections.abc import Iterator
from functools import cache

from hiwar.graph.mentions.heads import head_forms
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.phrases import phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["find_bodies"]


def find_bodies(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the organisations, such as ministries, that proper phrases name."""
    found = []
    for match, close in _phrases(rendered.text, rules):
        begin = _after_openers(match, rules)
        head = max(match.start("head"), match.start("head2"))
        bare = begin == head and not (match["tail"] or match["tail2"])
        if bare and not _is_name(match["head"] or match["head2"], rules):
            continue
        if _is_no_force(match, rules):
            continue
        if phrases_for(rules).numbered.search(rendered.text, 0, begin):
            continue
        start, end = rendered.span(begin, close)
        name = view_text[start:end].strip()
        if any(word in name for word in rules.list_words("no_bodies")):
            continue
        inside = tuple(rendered.within(begin, close))
        states = [item for item in inside if item.slot in ("state", "demonym")]
        found.append(
            Mention(
                "org",
                start,
                end,
                name,
                Thing("Organisation", fold(name)),
                parts=inside,
                details=_office(match, states, name, rules),
            )
        )
    return found


def _is_name(head: str, rules: Rules) -> bool:
    """Whether a noun alone names a body: of several words, or a compound of one.

    "Foreign Office" and "Justitiedepartementet" do, "ministry" does not.
    """
    kinds = ("office", "organisation")
    nouns = {noun.lstrip("…") for kind in kinds for noun in rules.heads.get(kind, ())}
    owned = head.endswith(rules.list_words("genitives"))
    return " " in head or (head.lower() not in nouns and not owned)


def _is_no_force(match: re.Match[str], rules: Rules) -> bool:
    """Whether "police" names no body: of no nation, or before another capital word."""
    if (match["head"] or "").lower() not in rules.list_words("national_forces"):
        return False
    nation = re.search(f"[{SLOTS['demonym']}{SLOTS['state']}]", match["pre"] or "")
    behind = match.string[match.end("head") : match.end("head") + 2]
    return nation is None or bool(re.match(r" [A-ZÀ-Þ]", behind))


def _phrases(text: str, rules: Rules) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the phrases that may name bodies, and where each name ends.

    What follows the end of a name is sought through again: it may be the next name.
    """
    place = 0
    pattern = phrases_for(rules).body
    while match := next(pattern.finditer(text, place), None):
        close = _before_next_body(match, rules)
        yield match, close
        place = max(close, match.start() + 1)


def _before_next_body(match: re.Match[str], rules: Rules) -> int:
    """Return where a body ends: before the "and" that another body follows.

    A capital word right behind a state begins another name, mostly a person's, and so
    does a title: "the Council of Visa Officers Dr Sample".
    """
    begin = max(match.end("head"), match.end("head2"))
    comma = match.string.find(",", begin, match.end())
    if comma >= 0 and _tells_of_posts(match.string[comma : match.end()], rules):
        return comma
    found = _next_body(rules).search(match.string, begin)
    if found and found.start() < match.end():
        return found.start()
    person = _next_person(rules).search(match.string, begin)
    if person and person.start() < match.end():
        return person.start()
    goes_on = _owned(rules).match(match.string, match.end())
    return goes_on.end() if goes_on else match.end()


@cache
def _owned(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of what a name goes on with behind a plural's apostrophe.

    So the "Ministry of Workers' Welfare and Skills" ends with its skills.
    """
    if "'s" not in rules.list_words("possessives"):
        return re.compile("(?!)")
    links = "|".join(map(re.escape, rules.list_words("connectors"))) or "(?!)"
    word = r"[A-ZÀ-Þ][\w-]+"
    return re.compile(rf"(?<=s)['’] {word}(?: (?:(?:{links}) )?{word})*")


def _tells_of_posts(text: str, rules: Rules) -> bool:
    """Whether what looks like a list of fields is one of persons and their posts."""
    heads = rules.word_set("post_heads")
    return any(word in heads for word in re.findall(r"[A-ZÀ-Þ][\w-]+", text))


@cache
def _next_body(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of what is no part of the name before it."""
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    owners = SLOTS["state"] + SLOTS["demonym"]
    articles = "|".join(rules.list_words("articles")) or "(?!)"
    places = "|".join(rules.list_words("placing")) or "(?!)"
    offices = "|".join(head_forms(rules, "office").values()) or "(?!)"
    heads = "|".join(head_forms(rules, "organisation").values()) or "(?!)"
    words = rf"(?-i:(?:[A-ZÀ-Þ][\w-]*|[{owners}]) ){{0,3}}"
    posts = "|".join(
        re.escape(head) for head in rules.list_words("post_heads") if head[0].isupper()
    )
    titles = "|".join(
        re.escape(title)
        for title in sorted(rules.list_words("honorifics"), key=len, reverse=True)
        if title[0].isupper()
    )
    # a name ends before the last point of a title
    points = [title for title in rules.list_words("honorifics") if "." in title]
    dotted = "|".join(re.escape(title.rstrip(".")) for title in points)
    return re.compile(
        rf",? (?i:{joins}) (?:(?:(?i:{articles}) )?{SLOTS['org']}|[{owners}]'s"
        rf"|(?i:{articles}) {words}(?i:{offices}|{heads})\b|(?i:{offices})\b"
        rf"|(?i:{articles}) {words}(?-i:{posts or '(?!)'})\b)"
        rf"| (?:{places}) (?i:{articles}) {words}(?-i:{posts or '(?!)'})\b"
        rf"|(?<!{SLOTS['state']}) (?i:{joins}) (?:(?i:{articles}) )?{SLOTS['state']}"
        rf"|(?<={SLOTS['state']}) [A-ZÀ-Þ]|, (?:(?i:{articles}) )?{SLOTS['org']}"
        rf"|,? (?-i:{titles or '(?!)'}) (?=[A-ZÀ-Þ])| (?-i:{dotted or '(?!)'})\Z"
    )


@cache
def _next_person(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of another person with a post: "and Ana Sample, Director"."""
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    known = rules.word_set("stop_names", "portfolio", "post_heads", "suffixes")
    stops = "|".join(map(re.escape, sorted(known))) or "(?!)"
    heads = "|".join(map(re.escape, rules.list_words("post_heads"))) or "(?!)"
    name = rf"(?!(?:{stops})\b)[A-ZÀ-Þ][\w.'’-]*"
    particles = "|".join(map(re.escape, rules.list_words("particles"))) or "(?!)"
    name = rf"{name}(?: (?:(?:{particles}) ){{0,2}}{name}){{1,3}}"
    return re.compile(rf",? (?:{joins}) {name}, (?:[\w-]+ ){{0,4}}?(?:{heads})\b")


def _office(
    match: re.Match[str], states: list[Mention], name: str, rules: Rules
) -> dict[str, str]:
    """Return whether a body is an office of a government, and of which state.

    A "Border Force" is one too; it stays in the name of a post: "of the Border Force".
    """
    if match["head2"] is None:
        owned = states and states[-1].slot == "state" and name.endswith(states[-1].text)
        if owned and name[0] != states[-1].text[0]:
            return {"agency": "yes"}
        national = rules.words.get("national_bodies", "(?!)")
        return {} if states or not re.fullmatch(national, name) else {"national": "yes"}
    return {"ministry": "yes" if states else ""}


def _after_openers(match: re.Match[str], rules: Rules) -> int:
    """Return where a body's name begins, behind the words that only stand before it.

    These open the sentence, or end what goes before "Ministry of X": only a word
    such as "Federal", or an owner, belongs to a name that goes on.
    """
    openers = {
        *rules.list_words("function"),
        *rules.list_words("determiners"),
        *rules.list_words("definite"),
        *(word.lower() for word in rules.list_words("openers")),
    }
    adjectives = (*rules.list_words("office_adjectives"), *SLOTS.values())
    start = match.start()
    for word in re.finditer(r"\S+ ", match["pre"] or match["pre2"] or ""):
        text = word[0].strip().removesuffix("'s")
        foreign = match["pre2"] and match["tail2"] and text not in adjectives
        if foreign or (
            start == match.start() + word.start() and text.lower() in openers
        ):
            start = match.start() + word.end()
    return start
