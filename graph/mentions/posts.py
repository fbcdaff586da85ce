"""Posts: "Assistant Minister of Foreign Affairs for Consular Affairs".

    post  = [former] [owner ['s]] {lead} head tail
    owner = a state, a demonym, an organisation, or an acronym that nobody knows
    lead  = a modifier or a word of a portfolio
    tail  = what the post is of, for or to; other posts joined by "and" or "/"

What a post is for is its owner, else the actor that its tail ends with, else the
first actor inside it. The words for all of this are data of the language.
"""

import re
from dataclasses import dataclass

from hiwar.graph.mentions.fields import Tail, head_ahead
from hiwar.graph.mentions.lexicon import Lexicon, Token, lexicon_of
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.owners import is_of_others
from hiwar.graph.mentions.tails import portfolio_end, read_tail
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["Post", "is_office", "parse_post", "state_of"]

_ACTORS = ("state", "org", "demonym")
_LONGEST_SUPERIOR = 4


@dataclass(frozen=True, slots=True)
class Post:
    """A post: its words, and the state or organisation that it is for.

    Attributes:
        serves: The post that this one serves, folded: "Adviser to the President".
        tenure: ``past`` or ``coming`` where the text says so, else empty.
        kind: Its head in small letters, such as ``prime minister``.
    """

    text: str
    body: Mention | None
    serves: str = ""
    tenure: str = ""
    kind: str = ""


def parse_post(
    tokens: list[Token], index: int, rules: Rules, text: str, *, named: bool = False
) -> tuple[Post | None, int]:
    """Return the post that begins at a token, and the token after it.

    Behind a name no other name follows: words with capitals go on to a mark.
    """
    words = lexicon_of(rules)
    office = _office(tokens, index, words)
    if office:
        return Post(office.text, office), index + 1
    at, tenure = _tenure(tokens, index, words)
    owner, start, at = _owner(tokens, at, words)
    if owner and not tenure and at == start:
        at, tenure = _tenure(tokens, at, words)
        start = at
    first, head = head_ahead(tokens, _behind_superior(tokens, at, words), words)
    if not head:
        return None, index
    tail = read_tail(tokens, head, words, text, named=named)
    body, end = owner or tail.body, tail.end
    if body is None:
        body, end = _body_behind(tokens, tail.end, words, named=named)
        tail.words = end if body is None and not tail.gap else tail.words
    if body is None or is_office(body):
        body = tail.inner or body
    body = None if owner is None and is_of_others(body, text, rules) else body
    low, high = tail.served
    serves = text[tokens[low].start : tokens[high - 1].end] if high else ""
    kind = text[tokens[first].start : tokens[head - 1].end].lower()
    if kind in words.chairs and not (named and body and body.slot == "org"):
        return None, index
    name = _words(tokens, start, tail, text)
    if owner and name.startswith("-"):
        name = f"{owner.text}{name}"
    if body is not None and owner is None:
        name = _sent(name, body, kind, words)
    name = _unowned(name, (tail.body, tail.inner), words)
    name = _shortened(name, body, words)
    return Post(name, state_of(body), fold(serves), tenure, kind), end


def _behind_superior(tokens: list[Token], at: int, words: Lexicon) -> int:
    """Return the token behind whom a post serves: "the Prime Minister's [Envoy]"."""
    marks = words.long_possessives
    near = tokens[at : at + _LONGEST_SUPERIOR]
    if not marks or not any(token.text.endswith(marks) for token in near):
        return at
    for end, token in enumerate(near, at):
        text = token.text
        bare = next((text.removesuffix(m) for m in marks if text.endswith(m)), "")
        own = token._replace(text=bare, low=bare.lower())
        if bare and words.head([own], 0) and head_ahead(tokens, end + 1, words)[1]:
            return end + 1
        if not (words.is_lead(tokens[end]) or words.head(tokens, end) > end):
            break
    return at


def _office(tokens: list[Token], index: int, words: Lexicon) -> Mention | None:
    """Return the organisation that is one person: "UN High Commissioner for X"."""
    mention = tokens[index].mention if index < len(tokens) else None
    if mention is None or mention.slot != "org":
        return None
    said = mention.text.split()
    is_office = any(word in words.offices for word in said)
    return mention if is_office and said[0].lower() not in words.bodies else None


def _tenure(tokens: list[Token], index: int, words: Lexicon) -> tuple[int, str]:
    """Return the token after "former" or "incoming", and what that says."""
    start = index
    while index < len(tokens) and tokens[index].text in words.serving:
        index += 1
    word = tokens[index].text.lower() if index < len(tokens) else ""
    said = words.tenures.get(word, "")
    if said:
        return index + 1, said
    is_serving = index > start and head_ahead(tokens, index, words)[1]
    return (index if is_serving else start), ""


def _owner(
    tokens: list[Token], at: int, words: Lexicon
) -> tuple[Mention | None, int, int]:
    """Return the owner before a head, where the post's name begins, and its leads."""
    first = tokens[at] if at < len(tokens) else None
    if first is None:
        return None, at, at
    if first.slot == "demonym" and words.juxtaposes:
        return None, at, at
    if first.slot in _ACTORS and first.mention:
        behind = words.after_possessive(tokens, at + 1)
        if behind > at + 1:
            return first.mention, behind, behind
        complement = portfolio_end(tokens, at + 1, words) if first.slot == "org" else 0
        if complement > at + 1 and head_ahead(tokens, complement, words)[1]:
            return first.mention, at, complement
        kept = first.slot == "org" and _is_kept(tokens, at, words)
        return first.mention, at if kept else at + 1, at + 1
    if words.is_acronym(first) and head_ahead(tokens, at + 1, words)[1]:
        thing = Thing("Organisation", fold(first.text))
        unknown = Mention("org", first.start, first.end, first.text, thing)
        return unknown, at, at + 1
    return None, at, at


def _is_kept(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the organisation before a head is part of the post's own name.

    It is where the head alone says nothing, as in "EU Commissioner", where another
    name stands between, and where no registry has it.
    """
    first, head = head_ahead(tokens, at + 1, words)
    mention = tokens[at].mention
    thing = mention.thing if mention else None
    return (
        any(token.is_capitals for token in tokens[at + 1 : max(first, at + 1)])
        or (head > 0 and tokens[head - 1].text in words.offices)
        or (thing is not None and not thing.iri)
    )


def _body_behind(
    tokens: list[Token], at: int, words: Lexicon, *, named: bool
) -> tuple[Mention | None, int]:
    """Return what a post is for that stands behind it: "…, Ministry of X, Egypt"."""
    end = at
    if at < len(tokens) and tokens[at].text == "(":
        inner = tokens[at + 1 : at + 3]
        if len(inner) == 2 and inner[0].slot in _ACTORS and inner[1].text == ")":
            return inner[0].mention, at + 3
        return None, end
    while at < len(tokens):
        comma = tokens[at].text == ","
        token = tokens[at + 1] if comma and at + 1 < len(tokens) else tokens[at]
        if _is_ministry(token):
            end = at = at + 1 + comma
            body = state_of(token.mention)
            if body != token.mention:
                return body, end
        elif comma and token.text in words.governments:
            behind = tokens[at + 2 : at + 4]
            of_state = [t.slot for t in behind][1:] == ["state"]
            owned = of_state and behind[0].text in words.owning
            return (behind[1].mention, at + 4) if owned else (None, end)
        elif comma and token.slot == tokens[at - 1].slot == "state":
            break
        elif comma and (token.slot == "state" or (named and _is_known(token))):
            return (token.mention, at + 2) if _closes(tokens, at + 2) else (None, end)
        else:
            break
    return None, end


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a state ends an apposition here and begins no list or clause."""
    if at >= len(tokens) or tokens[at].text in (",", ";", ".", "(", ")", ":"):
        return True
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text in ("and", "&") and bool(behind and behind.is_capital)


def _is_known(token: Token) -> bool:
    """Whether a token is an organisation that the registry has."""
    mention = token.mention
    return bool(
        mention and mention.slot == "org" and mention.thing and mention.thing.iri
    )


def is_office(body: Mention) -> bool:
    """Whether a body is an office of a government that it does not name."""
    unnamed = body.details.get("ministry") == "" or "national" in body.details
    return body.slot == "org" and unnamed


def _is_ministry(token: Token) -> bool:
    mention = token.mention
    return bool(
        mention
        and mention.slot == "org"
        and mention.thing
        and not mention.thing.iri
        and "ministry" in mention.details
    )


def state_of(body: Mention | None) -> Mention | None:
    """Return the state whose ministry an organisation is, else the organisation."""
    if body is None or body.slot != "org":
        return body
    if body.details.get("agency"):
        return body.parts[-1]
    if not body.details.get("ministry"):
        return body
    return next((p for p in body.parts if p.slot in ("state", "demonym")), body)


def _words(tokens: list[Token], start: int, tail: Tail, text: str) -> str:
    """Return the words of a post without a demonym behind its head."""
    last = tokens[tail.words - 1].end
    if not tail.gap:
        return text[tokens[start].start : last]
    gap = tokens[tail.gap]
    before, after = text[tokens[start].start : gap.start], text[gap.end : last]
    return f"{before.rstrip()} {after.lstrip()}".strip()


def _unowned(name: str, bodies: tuple[Mention | None, ...], words: Lexicon) -> str:
    """Return a post without the owner of the ministry in it: "of Chad's Ministry"."""
    for body in bodies:
        first = body.parts[0] if body and body.parts else None
        if body is None or first is None or "ministry" not in body.details:
            continue
        if first.slot not in _ACTORS or not body.text.startswith(first.text):
            continue
        ends = "|".join(re.escape(mark) for mark in words.possessives)
        owner = rf"(?:\bthe )?{re.escape(first.text)}(?:{ends})? (?=[A-ZÀ-Þ])"
        name = re.sub(owner, "the " if "the" in words.articles else "", name, count=1)
    return name


def _sent(name: str, body: Mention, kind: str, words: Lexicon) -> str:
    """Return the post of an envoy without the state that sent him or her.

    "Ambassador of Chad to Mali" is the "Ambassador to Mali" of Chad.
    """
    links = "|".join(re.escape(word) for word in sorted(words.owning)) or "(?!)"
    to = "|".join(re.escape(word) for word in sorted(words.posted)) or "(?!)"
    arts = "|".join(re.escape(word) for word in sorted(words.articles)) or "(?!)"
    state = re.escape(body.text)
    between = rf"(\w) (?:{links})(?: (?:{arts}))? {state}(?= (?:{to}) )"
    if body.slot != "state" or kind.split(" ")[-1] not in words.envoys:
        return name
    return re.sub(between, r"\1", name, count=1)


def _shortened(name: str, body: Mention | None, words: Lexicon) -> str:
    """Return a post without the state of the ministry that it ends with."""
    state = state_of(body)
    if state is None or state is body or not name.endswith(state.text):
        return name
    links = "|".join(sorted(map(re.escape, words.owning | words.articles)))
    behind = rf"(?:\s+(?:{links or '(?!)'}))+$"
    return re.sub(behind, "", name[: -len(state.text)].rstrip())
