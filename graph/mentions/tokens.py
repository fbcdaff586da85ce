"""Tokens of a rendered sentence."""

import re
from functools import cache

from hiwar.graph.mentions.lexicon import Token, lexicon_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import Rules

__all__ = ["tokens_of"]

_TOKEN = re.compile(
    r"[\ue000-\ue0ff]|(?:[A-Za-z]\.){2,}|[^\W_][\w.’'-]*[\w’'](?:-(?= ))?"
    r"|[^\W_]\.?|[^\w\s]"
)
_SHORTEST_NAME = 5


def tokens_of(rendered: Rendered, rules: Rules) -> list[Token]:
    """Return the tokens of a rendered sentence, with their spans in the view.

    An elided article or preposition is a token of its own: "l'" and "Intérieur".
    """
    tokens = []
    proclitics = rules.list_words("proclitics")
    for match in _TOKEN.finditer(rendered.text):
        at, word = match.start(), match[0]
        cut = _particle(word, rules) if proclitics or "'" in word else 0
        dash, start = _title_behind_dash(word, rules), 0
        for end in (cut, dash, dash and dash + 1, len(word)):
            if end > start:
                tokens.append(_token(rendered, at + start, word[start:end], rules))
                start = end
    return tokens


def _title_behind_dash(word: str, rules: Rules) -> int:
    """Return where a dash ties a post to a name, as in "Ann Roe-Regional Director"."""
    name, _, title = word.rpartition("-")
    if len(name) < _SHORTEST_NAME or not (name[0].isupper() and title[:1].isupper()):
        return 0
    words = lexicon_of(rules)
    begins = words.modifiers | words.head_starts
    own = begins | words.heads | words.offices
    is_post = title.lower() in begins and own.isdisjoint((word.lower(), name.lower()))
    return len(name) if is_post else 0


def _token(rendered: Rendered, at: int, word: str, rules: Rules) -> Token:
    """Return the token that stands at a place of a rendered sentence."""
    start, end = rendered.starts[at], rendered.ends[at + len(word) - 1]
    mention = rendered.mentions.get(at)
    if mention is not None:
        return Token(word, word, start, end, mention.slot, mention, is_capital=False)
    proper = rules.words.get("proper_word")
    capital = bool(re.fullmatch(proper, word)) if proper else word[0].isupper()
    return Token(word, word.lower(), start, end, "", None, capital)


def _particle(word: str, rules: Rules) -> int:
    """Return how long the particle is that is written to a word, as "l'" or "و"."""
    short, mark, rest = word.partition("'")
    if mark:
        elided = f"{short.lower()}{mark}" in rules.list_words("connectors")
        return len(short) + 1 if rest and elided else 0
    for particle in rules.list_words("proclitics"):
        behind = word.removeprefix(particle)
        if behind != word and (
            (len(behind) > 1 and behind in _title_words(rules))
            or behind.startswith(rules.list_words("articles"))
        ):
            return len(particle)
    return 0


@cache
def _title_words(rules: Rules) -> frozenset[str]:
    """Return the words that posts and titles begin with."""
    return frozenset(
        phrase.split()[0]
        for name in ("post_heads", "honorifics")
        for phrase in rules.list_words(name)
    )
