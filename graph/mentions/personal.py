"""Personal names: honorifics before them, particles in them, letters behind them."""

import re
from functools import cache

from hiwar.graph.mentions.lexicon import Token, lexicon_of
from hiwar.graph.rules import Rules, rules_for
from hiwar.graph.rules.spelling import CAPITALS

__all__ = ["behind_article", "is_rank", "name_at", "skip_honorifics", "skip_suffixes"]

_NAME_WORD = rf"(?:[{CAPITALS}][\w'’-]*\.?|(?:[A-Z]\.){{2,4}})$"
_LONGEST = 7
_LEADING = ("von", "van", "de", "di", "da")


def skip_honorifics(tokens: list[Token], index: int, rules: Rules) -> int:
    """Return the index of the first token after titles such as "HE Dr".

    A rank counts beside another title: "Lt. General (Rtd)" is one, "General" is not.
    An article counts between two: "Senator the Honourable".
    """
    titles, ranks, start = _honorifics(rules), _ranks(rules), index
    while index < len(tokens) and not tokens[index].slot:
        word, behind = _bare(tokens, index), _bare(tokens, index + 1)
        dot = tokens[index].text == "." and index > 0
        title = word in titles or (dot and _bare(tokens, index - 1) in titles)
        rank = word in ranks and (index > start or behind in titles | ranks)
        if title or rank:
            index += 1
        elif index > start and word == "(" and behind in rules.word_set("serving"):
            index += 3
        elif (
            index > start and word in rules.list_words("articles") and behind in titles
        ):
            index += 1
        else:
            break
    return min(index, len(tokens))


def behind_article(tokens: list[Token], index: int, rules: Rules) -> int:
    """Return the index behind an article before a title: "le [Dr] Sample"."""
    is_article = _bare(tokens, index) in lexicon_of(rules).articles
    titled = skip_honorifics(tokens, index + 1, rules) > index + 1
    return index + (is_article and titled)


def is_rank(tokens: list[Token], index: int, rules: Rules) -> bool:
    """Whether a word is a rank: "General" alone is one only right behind a post."""
    return _bare(tokens, index) in _ranks(rules)


def _bare(tokens: list[Token], index: int) -> str:
    """Return the word at a place in small letters, without its point."""
    return tokens[index].low.rstrip(".") if index < len(tokens) else ""


@cache
def _ranks(rules: Rules) -> frozenset[str]:
    return frozenset(word.lower() for word in rules.list_words("forces"))


@cache
def _honorifics(rules: Rules) -> frozenset[str]:
    return frozenset(w.rstrip(".").lower() for w in rules.list_words("honorifics"))


@cache
def _particles(rules: Rules) -> frozenset[str]:
    return rules_for("en").word_set("particles") - rules.word_set("list_and")


def skip_suffixes(tokens: list[Token], index: int, rules: Rules) -> int:
    """Return the index of the first token after letters such as "MP" or ", CBE"."""
    suffixes, words = rules.list_words("suffixes"), lexicon_of(rules)
    while index < len(tokens):
        comma = tokens[index].text == ","
        at = index + comma
        if at >= len(tokens):
            break
        text = tokens[at].text
        honour = comma and _is_honour(text) and not words.head(tokens, at + 1) > at + 1
        if tokens[at].slot or not (text.rstrip(".") in suffixes or honour):
            break
        point = tokens[at + 1 : at + 3]
        index = at + 1 + ([token.text for token in point] == [".", ","])
    return index


def _is_honour(text: str) -> bool:
    """Whether a word may be the letters of an honour, as in "Ann Example, EBS"."""
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 4


def name_at(
    tokens: list[Token], index: int, rules: Rules, *, titled: bool
) -> list[Token]:
    """Return the tokens of a personal name, none where there is no such.

    Names cross languages, and so do their particles. After a title, the name of a
    state or a place may be a surname: "Mr Michael Jordan".
    """
    stop = rules.word_set("stop_names", "portfolio", "post_heads", "suffixes")
    particles = _particles(rules)
    verbs = rules.word_set("headline_verbs")
    name: list[Token] = []
    longest = rules.words.get("longest_name", _LONGEST)
    heads = lexicon_of(rules) if "name_word" in rules.words else None
    while index < len(tokens) and _is_below(longest, name, rules):
        token = tokens[index]
        if name and heads and heads.head(tokens, index) > index:
            break
        if name and token.text in rules.list_words("never_in_names"):
            return []
        if token.text in verbs or not (
            _is_name(token, stop, rules)
            or (name and heads and _closes_clause(tokens, index, stop))
            or (name and _is_link(token, particles))
            or (name and _is_inside(tokens, index, stop, rules))
            or (titled and not name and token.text in _LEADING)
            or (titled and not name and _is_given(tokens, index, stop, rules))
            or (titled and len(name) == 1 and _is_borne(tokens, index))
            or (len(name) == 1 and _ends_name(tokens, index, rules))
        ):
            break
        name.append(token)
        index += 1
        if token.text.endswith(("'s", "’s")):
            break
    while name and name[-1].low in particles:
        name.pop()
    while len(name) > 2 and name[-1].text in rules.list_words("no_last_names"):
        name.pop()
        index -= 1
    if any(token.text in rules.list_words("named_for") for token in name[1:]):
        return []
    runs_on = longest != _LONGEST and not _is_below(longest, name, rules)
    runs_on = runs_on and index < len(tokens)
    return [] if runs_on and _is_name(tokens[index], stop, rules) else name


def _is_link(token: Token, particles: frozenset[str]) -> bool:
    """Whether a word links names, or is one behind its article: "van", "al-Sample"."""
    article, _, rest = token.text.partition("-")
    linked = token.low in particles
    joined = article in rules_for("en").list_words("name_articles")
    return not token.slot and (linked or (joined and rest[:1].isupper()))


def _is_inside(
    tokens: list[Token], at: int, stop: frozenset[str], rules: Rules
) -> bool:
    """Whether a word that begins no name stands inside one: "Tran The Hung"."""
    inside = tokens[at].text in rules.list_words("inner_names")
    return inside and at + 1 < len(tokens) and _is_name(tokens[at + 1], stop, rules)


def _closes_clause(tokens: list[Token], at: int, stop: frozenset[str]) -> bool:
    """Whether a word that looks like a verb ends a clause, as only a name does."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    word = tokens[at].text
    is_word = word.isalpha() and len(word) > 3 and not tokens[at].is_capital
    return is_word and behind in (",", ".", ";", ")") and word not in stop


def _is_below(longest: int, name: list[Token], rules: Rules) -> bool:
    """Whether a name has fewer words, without what only links them: "bin"."""
    if len(name) < longest:
        return True
    links = rules.list_words("name_links")
    return sum(token.text not in links for token in name) < longest


def _is_name(token: Token, stop: frozenset[str], rules: Rules) -> bool:
    never = rules.words.get("no_name_word")
    return (
        not token.slot
        and bool(re.match(rules.words.get("name_word", _NAME_WORD), token.text))
        and token.text.rstrip(".") not in stop
        and not (never and re.match(never, token.text))
    )


def _ends_name(tokens: list[Token], index: int, rules: Rules) -> bool:
    """Whether a title is a surname here, with no name behind it: "Ana King said"."""
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    goes_on = behind is not None and (behind.is_capital or behind.text == "of")
    return tokens[index].text in rules.list_words("surnames") and not goes_on


def _is_given(tokens: list[Token], at: int, stop: frozenset[str], rules: Rules) -> bool:
    """Whether the one word of a place is a given name: "the Minister, Paris Sample"."""
    mention, behind = tokens[at].mention, tokens[at + 1 : at + 3]
    if mention is None or mention.slot != "place" or not _is_borne(tokens, at):
        return False
    ends = len(behind) == 1 or (len(behind) > 1 and not behind[1].is_capital)
    return ends and _is_name(behind[0], stop, rules)


def _is_borne(tokens: list[Token], index: int) -> bool:
    """Whether the one word of a state or place may be the surname of a person."""
    mention = tokens[index].mention
    return (
        mention is not None
        and mention.slot in ("state", "place", "demonym")
        and " " not in mention.text
        and not mention.text.isupper()
    )
