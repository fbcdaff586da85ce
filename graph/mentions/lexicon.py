"""A word of a sentence, and the words of a language that posts are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__ = ["Lexicon", "Token", "lexicon_of"]

_LONGEST_HEAD = 6
_SHORT = 4


class Token(NamedTuple):
    """A word, a mark, or a mention that stands for one.

    Attributes:
        low: Its text in small letters.
        is_capital: Whether it is a word, and no mention, with a capital letter; where
            a script has none, with an article.
    """

    text: str
    low: str
    start: int
    end: int
    slot: str
    mention: Mention | None
    is_capital: bool

    @property
    def is_capitals(self) -> bool:
        """Whether it is a word that looks like an acronym."""
        text = self.text
        return not self.slot and text.isupper() and text.isalpha() and 2 < len(text) < 9

    def is_name_part(self, rules: Rules) -> bool:
        """Whether it may belong to the name that follows it."""
        return (
            self.is_capital
            and self.text not in rules.list_words("stop_names")
            and len(self.text) > 1
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language that posts are made of, in small letters.

    Attributes:
        exact_heads: Heads so short that they count only as they are written.
        offices: Heads that say nothing without the organisation before them.
        bodies: First words of an organisation's name that is no post.
        envoys: Heads behind which "in" or "to" a state still belongs to the post.
        starts: All words that the phrase of a person may begin with.
        thin_heads: Heads that are no post without what they are of.
        field_leads: How a field of work begins behind the adjective of a state.
        directors: Last words of heads that a field follows: "Director General Europe".
        ministries: Nouns for a ministry, where they have no capital letter.
        ministry_ends: The same, where they stand behind its field.
        units: First words of the bodies that are a part of a ministry.
        abroad: Words before the countries in which an envoy works: "for Chad and Mali".
        abroad_heads: Heads of which "for" a state never tells who sent them.
        posted: Words behind the state that sent an envoy: "of Chad to Mali".
        chairs: Heads that are a post only of an organisation, and of a meeting a role.
        governments: Nouns that a demonym stands before: "the Swedish government".
        serving: Words before a post that say nothing of it: "newly appointed".
        tenures: What "former" or "incoming" says of the time in office.
    """

    heads: frozenset[str]
    exact_heads: frozenset[str]
    head_starts: frozenset[str]
    starts: frozenset[str]
    modifiers: frozenset[str]
    portfolio: frozenset[str]
    owning: frozenset[str]
    placing: frozenset[str]
    sent_to: frozenset[str]
    posted: frozenset[str]
    abroad: frozenset[str]
    abroad_heads: frozenset[str]
    conjunctions: frozenset[str]
    articles: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    envoys: frozenset[str]
    thin_heads: frozenset[str]
    directors: frozenset[str]
    ministries: frozenset[str]
    ministry_ends: frozenset[str]
    units: frozenset[str]
    chairs: frozenset[str]
    governments: frozenset[str]
    stops: frozenset[str]
    acronyms: frozenset[str]
    possessives: tuple[str, ...]
    long_possessives: tuple[str, ...]
    head_ends: tuple[str, ...]
    field_leads: tuple[str, ...]
    juxtaposes: bool
    modifies_behind: bool
    tenures: dict[str, str]
    serving: frozenset[str]

    def head(self, tokens: list[Token], at: int) -> int:
        """Return the token after the longest head at a token, else ``at``."""
        known = at < len(tokens) and tokens[at].low in self.head_starts
        for length in range(_LONGEST_HEAD if known else 0, 0, -1):
            words = tokens[at : at + length]
            if len(words) == length and not any(token.slot for token in words):
                phrase = " ".join(token.text for token in words).replace("' ", "'")
                if phrase in self.exact_heads or phrase.lower() in self.heads:
                    return at + length
        is_word = at < len(tokens) and not tokens[at].slot
        if is_word and self.head_ends and tokens[at].text.endswith(self.head_ends):
            return at + 1
        return at

    def after_possessive(self, tokens: list[Token], at: int) -> int:
        """Return the token after a possessive mark, the same where there is none."""
        for mark in self.possessives:
            end, text = at, ""
            while end < len(tokens) and len(text) < len(mark):
                text += tokens[end].text.replace("’", "'")
                end += 1
            if text == mark:
                return end
        return at

    def is_lead(self, token: Token) -> bool:
        """Whether a word may stand before a head: "Deputy", "Interior", "MENA"."""
        if token.slot:
            return False
        word = token.low.rstrip("'’")
        known = word in self.modifiers or word in self.portfolio or word[-1:] == "-"
        return known or token.is_capitals

    def is_portfolio(self, token: Token) -> bool:
        """Whether a word names a field of work."""
        return not token.slot and token.low in self.portfolio

    def is_acronym(self, token: Token) -> bool:
        """Whether a word may be the acronym of an organisation that nobody knows."""
        return token.is_capitals and token.text not in self.acronyms


def _small(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _listed(rules: Rules, *names: str) -> frozenset[str]:
    return _small(word for name in names for word in rules.list_words(name))


def _first_words(heads: Iterable[str]) -> frozenset[str]:
    return _small(re.split(r" |(?<=')", head)[0] for head in heads)


def _starts(rules: Rules) -> frozenset[str]:
    """Return all words that the phrase of a person may begin with."""
    words = (
        *_first_words(rules.list_words("post_heads")),
        *rules.list_words("post_modifiers"),
        *rules.list_words("portfolio"),
        *rules.list_words("counterparts"),
        *rules.words.get("tenures", {}),
        *rules.words.get("post_plurals", {}),
        *(word.rstrip(".") for word in rules.list_words("honorifics")),
    )
    return _small(words)


def _stops(rules: Rules) -> frozenset[str]:
    """Return the words that no field of work and no name goes on with."""
    return frozenset((*rules.list_words("stop_names"), *rules.list_words("honorifics")))


def _conjunctions(rules: Rules) -> frozenset[str]:
    return _listed(rules, "list_and") | {"&"}


def _owning(rules: Rules) -> frozenset[str]:
    """Return the words before whom a post is of."""
    links = _listed(rules, "connectors", "charged") - _conjunctions(rules)
    return links - _listed(rules, "placing", "sent_to", "articles", "determiners")


@cache
def lexicon_of(rules: Rules) -> Lexicon:
    """Return the words of a language that posts are made of."""
    heads = rules.list_words("post_heads")
    return Lexicon(
        heads=_small(h for h in heads if len(h) > _SHORT),
        exact_heads=frozenset(heads),
        starts=_starts(rules),
        head_starts=_first_words(heads),
        modifiers=_listed(rules, "post_modifiers"),
        portfolio=_listed(rules, "portfolio"),
        owning=_owning(rules),
        placing=_listed(rules, "placing", "sent_to"),
        sent_to=_small(rules.list_words("sent_to")),
        abroad=rules.word_set("abroad"),
        abroad_heads=rules.word_set("abroad_heads"),
        posted=rules.word_set("posted") or rules.word_set("sent_to"),
        conjunctions=_conjunctions(rules),
        articles=_listed(rules, "articles", "determiners"),
        offices=frozenset(rules.list_words("heads_with_owner")),
        bodies=_small(rules.list_words("post_bodies")),
        thin_heads=_small(rules.list_words("thin_heads")),
        chairs=_small(rules.list_words("chairs")),
        ministries=rules.word_set("ministries"),
        ministry_ends=rules.word_set("ministry_ends"),
        units=rules.word_set("units"),
        directors=rules.word_set("directors"),
        governments=rules.word_set("governments"),
        envoys=_small(rules.list_words("envoys")),
        stops=_stops(rules),
        acronyms=frozenset(rules.list_words("no_organisations")),
        head_ends=rules.list_words("post_ends"),
        field_leads=rules.list_words("field_leads") or (" ",),
        juxtaposes=bool(rules.words.get("post_juxtaposes")),
        modifies_behind=bool(rules.words.get("modifiers_behind")),
        possessives=(*rules.list_words("possessives"), "'"),
        long_possessives=tuple(m for m in rules.list_words("possessives") if m[1:]),
        serving=rules.word_set("serving_now"),
        tenures=dict(rules.words.get("tenures", {})),
    )
