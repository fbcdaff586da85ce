"""Posts: "Assistant Minister of Foreign Affairs for Multilateral Affairs"."""

import re
from dataclasses import dataclass
from functools import cache

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["Post", "Token", "parse_post", "tokens_of"]

_NAMES = {character: name for name, character in SLOTS.items()}
_TOKEN = re.compile(
    r"[\ue000-\ue0ff]|(?:[A-Za-z]\.){2,}|[^\W_][\w.’'-]*[\w’']|[^\W_]\.?|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a mention that stands for one."""

    text: str
    start: int
    end: int
    slot: str
    mention: Mention | None

    def is_capital(self) -> bool:
        """Whether it may be part of a proper phrase."""
        return bool(self.slot) or self.text[:1].isupper()

    def is_name_part(self, rules: Rules) -> bool:
        """Whether it may belong to the name that follows it."""
        return (
            not self.slot
            and self.text[:1].isupper()
            and self.text not in rules.list_words("stop_names")
            and len(self.text) > 1
        )


@dataclass(frozen=True, slots=True)
class Post:
    """A post: its words, and the state or organisation that it is for."""

    text: str
    body: Mention | None


def tokens_of(rendered: Rendered) -> list[Token]:
    """Return the tokens of a rendered sentence, with their spans in the view."""
    tokens = []
    for match in _TOKEN.finditer(rendered.text):
        start, end = rendered.span(match.start(), match.end())
        mention = rendered.mentions.get(match.start())
        slot = _NAMES.get(match[0], "")
        tokens.append(Token(match[0], start, end, slot, mention))
    return tokens


def parse_post(
    tokens: list[Token], index: int, rules: Rules, text: str
) -> tuple[Post | None, int]:
    """Return the post that begins at a token, and the token after it.

    ``[owner] [modifier …] head [of … , … and …]``; the owner is a state, a
    demonym or an organisation, before the head or behind it.
    """
    at = index
    owner: Mention | None = None
    kept_from = index
    if at < len(tokens) and tokens[at].slot in ("state", "demonym", "org"):
        owner, at = tokens[at].mention, at + 1
        at = _skip_possessive(tokens, at, rules)
        kept_from = at
        complement = (
            _complement(tokens, at, rules) if tokens[index].slot == "org" else at
        )
        if complement > at and _is_head_ahead(tokens, complement, rules):
            at = complement
            kept_from = index
    start_modifiers = at
    while at < len(tokens) and _is_modifier(tokens[at], rules):
        at += 1
    head_end = _head(tokens, at, rules)
    if head_end == at and at > start_modifiers:
        head_end = _head(tokens, at - 1, rules)
    if head_end <= at - 1 or (
        head_end == at and not _ends_with_head(tokens, at, rules)
    ):
        return None, index
    if head_end == start_modifiers:
        return None, index
    end = _complement(tokens, head_end, rules)
    if owner and _keeps_owner(tokens, index, start_modifiers, head_end, rules):
        kept_from = index
    return _post(tokens, kept_from, end, owner, rules, text)


def _skip_possessive(tokens: list[Token], at: int, rules: Rules) -> int:
    """Return the token after a possessive mark."""
    for mark in rules.list_words("possessives"):
        end, text = at, ""
        while end < len(tokens) and len(text) < len(mark):
            text += tokens[end].text.replace("’", "'")
            end += 1
        if text == mark:
            return end
    return at


def _is_modifier(token: Token, rules: Rules) -> bool:
    text = token.text
    if token.slot:
        return False
    return text in rules.list_words("post_modifiers") or (
        text.isupper() and text.isalpha() and 2 < len(text) < 7
    )


def _is_head_ahead(tokens: list[Token], at: int, rules: Rules) -> bool:
    while at < len(tokens) and _is_modifier(tokens[at], rules):
        at += 1
    return _head(tokens, at, rules) > at


def _ends_with_head(tokens: list[Token], at: int, rules: Rules) -> bool:
    return at > 0 and tokens[at - 1].text in rules.list_words("post_heads")


def _head(tokens: list[Token], at: int, rules: Rules) -> int:
    """Return the token after the post's head, ``at`` where there is none."""
    if at >= len(tokens) or tokens[at].text.title() not in _first_words(rules):
        return at
    for length in (3, 2, 1):
        words = tokens[at : at + length]
        if len(words) == length and not any(token.slot for token in words):
            phrase = " ".join(token.text for token in words)
            if phrase in _heads(rules) or (
                phrase.isupper() and phrase.title() in _heads(rules)
            ):
                return at + length
    return at


@cache
def _heads(rules: Rules) -> frozenset[str]:
    heads = rules.list_words("post_heads")
    return frozenset(heads) | {
        head.lower() for head in heads if " " not in head and len(head) > 4
    }


@cache
def _first_words(rules: Rules) -> frozenset[str]:
    """Return the words that heads begin with, written as in a title."""
    return frozenset(head.split(" ")[0].title() for head in _heads(rules))


def _complement(tokens: list[Token], at: int, rules: Rules) -> int:
    """Return the token after what a post is of or for."""
    connectors = set(rules.list_words("connectors"))
    connectors -= set(rules.list_words("no_connectors"))
    end = at
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text in connectors:
            if (
                end == at
                and end
                and token.text in rules.list_words("weak_connectors")
                and not _goes_on(tokens, at, rules)
            ):
                break
            at += 1
        elif (
            token.text == ","
            and following
            and following.text in rules.list_words("portfolio")
        ):
            at += 1
        elif token.is_capital() and end and _may_follow(tokens, at, rules):
            at += 1
            end = at
        else:
            break
    return end


def _goes_on(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether what follows "and" is still the portfolio."""
    at += 1
    while at < len(tokens) and tokens[at].text in rules.list_words("connectors"):
        at += 1
    if at >= len(tokens):
        return False
    text = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if _head(tokens, at, rules) > at:
        return True
    return (
        text in rules.list_words("portfolio")
        or (tokens[at].slot == "demonym" and following[:1].isupper())
        or (
            text in rules.list_words("post_modifiers")
            and _head(tokens, at + 1, rules) > at + 1
        )
    )


def _may_follow(tokens: list[Token], at: int, rules: Rules) -> bool:
    """Whether a capital word belongs to the post and begins no name."""
    before, token = tokens[at - 1].text, tokens[at]
    if token.slot in ("person", "meeting", "date", "group"):
        return False
    if before in rules.list_words("connectors") or before == ",":
        return True
    return token.text in rules.list_words("portfolio") or (
        not token.slot and token.text in rules.list_words("post_modifiers")
    )


def _keeps_owner(
    tokens: list[Token], start: int, modifiers: int, head_end: int, rules: Rules
) -> bool:
    """Whether the organisation before a head is part of the post's own name."""
    first = tokens[start]
    if first.slot != "org":
        return False
    unknown = any(
        token.text.isupper() and token.text not in rules.list_words("post_modifiers")
        for token in tokens[modifiers : head_end - 1]
    )
    head = tokens[head_end - 1].text
    return unknown or head in rules.list_words("heads_with_owner")


def _post(
    tokens: list[Token],
    start: int,
    end: int,
    owner: Mention | None,
    rules: Rules,
    text: str,
) -> tuple[Post | None, int]:
    """Return a post without the state or body it is for."""
    last = end
    bodies = [t for t in tokens[start:end] if t.slot in ("state", "org", "demonym")]
    inner = " ".join(t.text for t in tokens[start:end])
    trailing = tokens[end - 1]
    if (
        trailing.slot in ("state", "org")
        and end - start > 1
        and not any(f" {word} " in f" {inner} " for word in rules.list_words("sent_to"))
    ):
        owner = owner or trailing.mention
        end -= 1
        while end > start and tokens[end - 1].text in rules.list_words("connectors"):
            end -= 1
    elif owner is None:
        owner, last = _body_behind(tokens, end, rules)
        if owner is None and bodies:
            owner = bodies[0].mention
    return Post(text[tokens[start].start : tokens[end - 1].end], owner), last


def _body_behind(
    tokens: list[Token], at: int, rules: Rules
) -> tuple[Mention | None, int]:
    """Return the state of a ministry that follows a post: "…, Ministry of X, Egypt"."""
    end = at
    while at < len(tokens):
        if tokens[at].text != "," and not _is_ministry(tokens[at], rules):
            break
        at += 1
    passed = at > end and at < len(tokens) and _is_ministry(tokens[at - 2], rules)
    if passed and tokens[at - 1].text == "," and tokens[at].slot == "state":
        return tokens[at].mention, at + 1
    return None, end


def _is_ministry(token: Token, rules: Rules) -> bool:
    return (
        token.slot == "org"
        and token.mention is not None
        and token.mention.text.startswith(rules.list_words("ministries"))
    )
