"""Whom a post is of: the ministry, body, state or place behind its head."""

import re

from hiwar.graph.mentions.fields import Tail, head_ahead, names_people, take_field
from hiwar.graph.mentions.lexicon import Lexicon, Token
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = [
    "is_of_others",
    "take_actor",
    "take_employer",
    "take_ministry",
    "take_small_ministry",
    "take_unknown",
]

_LONGEST_MINISTRY = 7


def take_actor(
    tokens: list[Token], start: int, tail: Tail, words: Lexicon, owning: bool
) -> int:
    """Take the state, body or place that a post is of, for, in or to."""
    token = tokens[start]
    behind = tokens[start + 1] if start + 1 < len(tokens) else None
    in_field = bool(behind and behind.is_capital and words.is_portfolio(behind))
    if token.slot in ("org", "state") and in_field and owning:
        return take_field(tokens, start, tail, words)
    if names_people(token, behind, words):
        return take_field(tokens, start, tail, words)
    if token.slot == "demonym" and behind and behind.text in words.governments:
        tail.body, tail.in_portfolio, tail.end = token.mention, False, start + 2
        return tail.end if tail.head else 0
    if token.slot == "place" and (owning or tail.head in words.envoys):
        return _place(start, tail, owning)
    if token.slot == "meeting" and owning and token.mention and tail.head:
        tail.inner = tail.inner or token.mention.part("org")
        return tail.take(start + 1)
    if token.slot not in ("state", "org") or not tail.head:
        return 0
    if end := _abroad(tokens, start, tail, words):
        return end
    details = token.mention.details if token.mention else {}
    ministry = not details.keys().isdisjoint(("ministry", "agency", "national"))
    if not owning and tail.head not in words.envoys and not ministry:
        return 0
    if ministry or not owning or (tail.joined and token.slot == "org"):
        if token.slot == "org" or tail.served[1]:
            named = "yes" in (details.get("ministry"), details.get("agency"))
            tail.inner = token.mention if named else tail.inner or token.mention
        return tail.take(start + 1)
    return _take_owner(tokens, start, tail, words) if tail.body is None else 0


def _take_owner(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take the actor that a post ends with: it is for it."""
    token = tokens[start]
    tail.body, tail.in_portfolio = token.mention, False
    owned = words.after_possessive(tokens, start + 1)
    if start + 1 < owned < len(tokens) and tokens[owned].slot == "org":
        return tail.take(owned + 1)
    if tail.served[1] or (token.slot == "org" and tail.head in words.thin_heads):
        return tail.take(start + 1)
    tail.end = start + 1
    return start + 1


def is_of_others(body: Mention | None, text: str, rules: Rules) -> bool:
    """Whether a demonym only tells whom a post is for: "Envoy for Afghan Refugees"."""
    people = rules.words.get("served_people")
    if people is None or body is None or body.slot != "demonym":
        return False
    behind = re.match(rf"\s(?:{people})\b", text[body.end :], re.IGNORECASE)
    before = re.search(rf"\b(?:{people})\s$", text[: body.start], re.IGNORECASE)
    return bool(behind or (before and rules.words.get("modifiers_behind")))


def take_employer(
    tokens: list[Token], start: int, tail: Tail, words: Lexicon, placing: bool
) -> int:
    """Take the known organisation that a post is at: "Director for X at the WHO".

    A part of a ministry belongs to the post: "Secretary in the Bureau of X".
    """
    mention = tokens[start].mention
    if placing and tail.named and tail.head and _is_part(tokens[start], words):
        tail.in_portfolio = False
        return tail.take(start + 1)
    is_known = mention and mention.slot == "org" and mention.thing and mention.thing.iri
    if not (placing and is_known) or tail.body is not None:
        return 0
    tail.body, tail.in_portfolio, tail.end = mention, False, start + 1
    return start + 1


def _is_part(token: Token, words: Lexicon) -> bool:
    """Whether a body that no registry has is a bureau, an office or the like."""
    mention = token.mention
    if (
        mention is None
        or mention.slot != "org"
        or (mention.thing and mention.thing.iri)
    ):
        return False
    return mention.text.split()[0].lower() in words.units


def take_ministry(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take the ministry that a post is at, where it has no capital letter.

    What it is for follows: "directeur de l'asile au ministère de l'Intérieur".
    """
    if tokens[start].text.lower() not in words.ministries or not tail.head:
        return 0
    tail.in_portfolio = False
    return tail.take(start + 1)


def take_small_ministry(
    tokens: list[Token], start: int, tail: Tail, words: Lexicon
) -> int:
    """Take a ministry without a capital letter: "of the Kenyan labour ministry"."""
    owner = tokens[start] if tokens[start].slot == "demonym" else None
    at = start + bool(owner)
    while at < min(len(tokens), start + _LONGEST_MINISTRY):
        if tokens[at].text in words.ministry_ends:
            break
        if not tokens[at].text.rstrip("'’").replace("-", "").isalpha():
            return 0
        at += 1
    else:
        return 0
    if not tail.head or tail.is_owned or (owner and tail.gap):
        return 0
    if owner:
        tail.body, tail.gap = owner.mention, start
    tail.in_portfolio = False
    return tail.take(at + 1)


def take_unknown(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take the body that nobody knows behind a name and a post: "of the CVG".

    Of a long name only one with its acronym: "of the Cape Visa Group (CVG)".
    """
    end = start + (tokens[start].slot == "org")
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    is_field = all(words.is_portfolio(token) for token in tokens[start:end])
    marks = [token.text for token in tokens[end : end + 3]]
    bracket = end - start > 1 and len(marks) > 2 and (marks[0], marks[2]) == ("(", ")")
    bracket = bracket and not is_field and tokens[end + 1].is_capitals
    alone = end == start + 1 and words.is_acronym(tokens[start])
    closes = end == len(tokens) or tokens[end].text in ",.;:)" or tokens[end].slot
    if not (tail.named and tail.head) or tail.is_owned:
        return 0
    if not (bracket or (alone and closes)):
        return 0
    last = end + 3 if bracket else end
    said = (t.mention.text if t.mention else t.text for t in tokens[start:end])
    name = " ".join(said)
    thing = Thing("Organisation", fold(name))
    span = (tokens[start].start, tokens[last - 1].end)
    tail.body, tail.in_portfolio, tail.end = (
        Mention("org", *span, name, thing),
        False,
        last,
    )
    return last


def _place(start: int, tail: Tail, owning: bool) -> int:
    """Take the place that a post is of or in: "of Chad in Lima", "in Lima and Rome"."""
    tail.in_portfolio = tail.in_portfolio or tail.named
    free = tail.body is None or not (owning or tail.gap or tail.joined)
    return tail.take(start + 1) if free else 0


def _abroad(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take the countries that an envoy is for: "for Chad, Mali and the Sahel".

    One alone may be who sends him or her, unless another post follows it; a "chief
    of mission for Chad" is sent by others.
    """
    link = start - 1 - (tokens[start - 1].text.lower() in words.articles)
    if tokens[link].text.lower() not in words.abroad or not tail.named:
        return 0
    if tail.head not in words.envoys or tokens[start].slot != "state":
        return 0
    at, count = start + 1, 1
    while at + 1 < len(tokens) and tokens[at].text in {*words.conjunctions, ","}:
        behind = at + 1 + (tokens[at + 1].text.lower() in words.articles)
        if behind >= len(tokens) or not _is_area(tokens[behind], words):
            break
        if head_ahead(tokens, behind, words)[1]:
            break
        at, count = behind + 1, count + 1
        while at < len(tokens) and words.is_portfolio(tokens[at]):
            at += 1
    goes_on = at + 1 < len(tokens) and tokens[at].text in words.conjunctions
    joined = goes_on and bool(head_ahead(tokens, at + 1, words)[1])
    if count == 1 and not joined and tail.head not in words.abroad_heads:
        return 0
    tail.in_portfolio = False
    return tail.take(at)


def _is_area(token: Token, words: Lexicon) -> bool:
    known = token.is_capital and words.is_portfolio(token)
    return token.slot in ("state", "place") or known
