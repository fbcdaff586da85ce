"""Tails of posts: what a head is of, for or to, and the posts joined to it."""

from hiwar.graph.mentions.fields import Tail, head_ahead, next_field, take_field
from hiwar.graph.mentions.lexicon import Lexicon, Token
from hiwar.graph.mentions.owners import (
    take_actor,
    take_employer,
    take_ministry,
    take_small_ministry,
    take_unknown,
)

__all__ = ["portfolio_end", "read_tail"]

_OWNERS = ("demonym", "org", "state")
_LONGEST_BRACKET = 14
_LONGEST_UNIT = 4


def portfolio_end(tokens: list[Token], at: int, words: Lexicon) -> int:
    """Return the token after "for Health, Humanitarian Affairs and Development"."""
    tail = Tail(at, at, "")
    while step := _link(tokens, at, tail, words) or next_field(tokens, at, tail, words):
        at = step
    return tail.end if tail.in_portfolio else at


def read_tail(
    tokens: list[Token], head: int, words: Lexicon, text: str, *, named: bool
) -> Tail:
    """Return what stands behind a head that ends before a token."""
    tail = Tail(head, head, tokens[head - 1].text.lower(), named=named)
    tail.in_portfolio = words.juxtaposes
    tail.is_proper = tokens[head - 1].is_capital
    at = head
    while at < len(tokens):
        step = (
            _bracketed(tokens, at, tail)
            or _join(tokens, at, tail, words, text)
            or _link(tokens, at, tail, words)
            or next_field(tokens, at, tail, words)
            or _demonym(tokens, at, tail)
            or _demonym_behind(tokens, at, tail, words)
            or _juxtaposed(tokens, at, tail, words)
            or _modifier(tokens, at, tail, words)
        )
        if not step:
            break
        at = step
    return tail


def _bracketed(tokens: list[Token], at: int, tail: Tail) -> int:
    """Take the field in brackets right behind a head: "Secretary (East)"."""
    if tokens[at].text != "(" or at != tail.end or not tail.head:
        return 0
    marks = [token.text for token in tokens[at : at + _LONGEST_BRACKET]]
    close = at + marks.index(")") if ")" in marks else 0
    inside = tokens[at + 1 : close]
    plain = inside and all(t.is_capital or not t.slot for t in inside)
    behind = tokens[close + 1] if close + 1 < len(tokens) else None
    if not plain or behind is None or not inside[0].is_capital:
        return 0
    named = tail.named and behind.text in (",", "in", "at", "of")
    first = tokens[close + 1 + (behind.text == ",") : close + 3][:1]
    borne = bool(first) and first[0].is_capital
    bears = not tail.named and borne and len(inside) < _LONGEST_UNIT
    return tail.take(close + 1) if named or bears else 0


def _demonym(tokens: list[Token], at: int, tail: Tail) -> int:
    """Take the demonym right behind a head, as in "ministre belge de …"."""
    if at != tail.end or tail.gap or tail.in_portfolio or tail.body or tail.joined:
        return 0
    if tokens[at].slot != "demonym":
        return 0
    tail.body, tail.gap = tokens[at].mention, at
    tail.end = at + 1
    return at + 1


def _demonym_behind(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take the demonym that ends a post: "ministre de l'Intérieur italien"."""
    owned = tail.body is not None or tail.inner is not None or tail.gap
    if not words.modifies_behind or at != tail.end or owned or not tail.in_portfolio:
        return 0
    if tokens[at].slot != "demonym" or tokens[at].is_capital:
        return 0
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind and not (behind.text in (",", ";", ".", "(") or behind.is_capital):
        return 0
    tail.body, tail.in_portfolio, tail.end = tokens[at].mention, False, at + 1
    return at + 1


def _juxtaposed(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take what stands behind a head without a word between: a field, an owner."""
    owned = tail.body is not None and not (words.juxtaposes and tail.gap)
    if at != tail.end or owned:
        return 0
    token = tokens[at]
    if not words.juxtaposes:
        return _directed(tokens, at, tail, words)
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if token.slot in _OWNERS and behind.startswith(words.field_leads):
        tail.body, tail.gap, tail.end = token.mention, at, at + 1
        return at + 1
    if token.slot == "org" and tail.head in words.thin_heads:
        tail.body = token.mention
        return tail.take(at + 1)
    if token.slot in ("state", "org", "demonym"):
        tail.body, tail.end = token.mention, at + 1
        return at + 1
    if (last := words.head(tokens, at)) > at:
        tail.head, tail.joined = tokens[last - 1].text.lower(), True
        return tail.take(last)
    known = words.is_portfolio(token) or token.text in words.bodies
    if not known and (not token.is_capital or token.text in words.stops):
        return 0
    tail.in_portfolio = True
    return tail.take(at + 1)


def _directed(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take the field right behind a director: "Director General Europe"."""
    token = tokens[at]
    if not tail.head or tail.head not in words.directors or tail.in_portfolio:
        return 0
    closes = at + 1 < len(tokens) and tokens[at + 1].text == ","
    is_field = token.is_capital and words.is_portfolio(token)
    if not is_field and not (token.is_capitals and closes and not tail.named):
        return 0
    return take_field(tokens, at, tail, words)


def _modifier(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take the modifier behind a head, where a language puts it there."""
    token = tokens[at]
    behind = words.modifies_behind and at == tail.end and not token.slot
    return tail.take(at + 1) if behind and token.text.lower() in words.modifiers else 0


def _join(tokens: list[Token], at: int, tail: Tail, words: Lexicon, text: str) -> int:
    """Take a second post of the same person: "and Vice President", "/Envoy"."""
    mark, start = tokens[at].text, at + 1
    if mark not in words.conjunctions and mark not in "/,":
        return 0
    if mark != "/" and (tail.body or not _is_close(tokens, at, text)):
        return 0
    if mark == "/" and start < len(tokens) and words.is_acronym(tokens[start]):
        start += 1
    _, end = head_ahead(tokens, start, words)
    of = end < len(tokens) and tokens[end].text in words.owning
    casual = tail.is_proper and not tokens[end - 1].is_capital
    apposed = words.juxtaposes and tail.named
    if not end or (mark == "," and not (of or apposed)) or casual:
        return 0
    tail.joined, tail.in_portfolio = True, False
    tail.head = tokens[end - 1].text.lower()
    return tail.take(end)


def _is_close(tokens: list[Token], at: int, text: str) -> bool:
    """Whether no article stands between a word and the next token."""
    return (
        at + 1 < len(tokens) and not text[tokens[at].end : tokens[at + 1].start].strip()
    )


def _link(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take what follows "of", "for", "to", "in": a post, an actor or a field."""
    word = tokens[at].text if at < len(tokens) else ""
    owning, placing = word in words.owning, word in words.placing
    if not (owning or placing):
        return 0
    start = at + 1
    charged = start < len(tokens) and tokens[start].text in words.owning
    owning = owning or charged
    while start < len(tokens) and tokens[start].text.lower() in (
        words.articles | words.owning
    ):
        start += 1
    if start >= len(tokens):
        return 0
    return (
        take_ministry(tokens, start, tail, words)
        or take_small_ministry(tokens, start, tail, words)
        or (take_unknown(tokens, start, tail, words) if owning else 0)
        or (
            _served(tokens, start, tail, words)
            if owning
            or word in words.sent_to
            or not (words.juxtaposes or tail.body or tail.inner)
            else 0
        )
        or take_employer(
            tokens, start, tail, words, word in words.placing - words.sent_to
        )
        or take_actor(
            tokens, start, tail, words, owning or _is_theirs(tokens[start], tail, words)
        )
        or (
            take_field(tokens, start, tail, words)
            if owning or word in words.sent_to or _is_region(tokens[start], tail, words)
            else 0
        )
    )


def _is_region(token: Token, tail: Tail, words: Lexicon) -> bool:
    """Whether an envoy is in a part of the world: "Coordinator in Central Asia"."""
    known = token.is_capital and words.is_portfolio(token)
    abroad = words.juxtaposes and tail.in_portfolio
    return known and (abroad or (tail.named and tail.head in words.envoys))


def _is_theirs(token: Token, tail: Tail, words: Lexicon) -> bool:
    """Whether a minister "in" a state is that state's, where posts are juxtaposed."""
    return words.juxtaposes and token.slot == "state" and tail.head not in words.envoys


def _served(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take the post that this one serves: "to the Vice President"."""
    owner = tokens[start] if tokens[start].slot in ("state", "org") else None
    if owner and words.is_portfolio(tokens[start]):
        return 0
    _, end = head_ahead(tokens, start + bool(owner), words, joined=False)
    if not end or not tail.head:
        return 0
    if owner:
        tail.inner = tail.inner or owner.mention
    tail.served, tail.in_portfolio = (start, end), False
    return tail.take(end)
