"""Persons and the posts they hold: "the Minister of X of Y, Given SURNAME".

A person is found by a title before the name, by a post beside it, or by having
been named so before. A post belongs to a person only where the text ties them.
"""

import re
from dataclasses import dataclass
from functools import cache

from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.posts import Post, Token, parse_post, tokens_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["Person", "find_persons"]

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "di",
    ]
)
_NAME_TOKEN = re.compile(r"[A-ZÀ-ÞŞĞİ][\w'’-]*\.?$")


@dataclass(slots=True)
class Person:
    """A person as the document knows him or her so far."""

    thing: Thing
    name: str
    post: Post | None = None


def find_persons(
    rendered: Rendered, view_text: str, rules: Rules, known: dict[str, Person]
) -> list[Mention]:
    """Return the persons whom a sentence names, and learn who they are.

    ``known`` has the persons of the document so far, by folded full name.
    """
    tokens = tokens_of(rendered)
    found: list[Mention] = []
    index = 0
    while index < len(tokens):
        item = _person_at(tokens, index, rendered, view_text, rules, known)
        if item is None:
            index += 1
            continue
        mention, index = item
        found.append(mention)
    return found


def _person_at(
    tokens: list[Token],
    index: int,
    rendered: Rendered,
    text: str,
    rules: Rules,
    known: dict[str, Person],
) -> tuple[Mention, int] | None:
    """Return the person whose phrase begins at a token, and the token after it."""
    post, at = parse_post(tokens, index, rules, text)
    if post and at < len(tokens) and tokens[at].text == ",":
        at += 1
    titled_from = at
    at = _skip_honorifics(tokens, at, rules)
    titled = at > titled_from
    name = _name(tokens, at, rules)
    if post is None and not titled:
        return _known_at(tokens, index, name, text, rules, known)
    if not name:
        return None
    after = at + len(name)
    if len(name) == 1 and not titled and post and "," in _between(tokens, index, at):
        return None
    if post is None:
        post, after = _post_after(tokens, after, rules, text)
    return _mention(tokens, index, at, len(name), after, post, text, known)


def _between(tokens: list[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])


def _known_at(
    tokens: list[Token],
    index: int,
    name: list[Token],
    text: str,
    rules: Rules,
    known: dict[str, Person],
) -> tuple[Mention, int] | None:
    """Return a person named without title: known already, or with a post behind."""
    if not name or (index and tokens[index - 1].is_name_part(rules)):
        return None
    after = index + len(name)
    full = fold(" ".join(token.text for token in name))
    post, end = _post_after(tokens, after, rules, text)
    if len(name) >= 2 and (full in known or post):
        return _mention(tokens, index, index, len(name), end, post, text, known)
    return None


def _skip_honorifics(tokens: list[Token], index: int, rules: Rules) -> int:
    """Return the index of the first token after titles such as "HE Dr"."""
    honorifics = _honorifics(rules)
    while index < len(tokens):
        word = tokens[index].text.rstrip(".").lower()
        if (word in honorifics and not tokens[index].slot) or (
            tokens[index].text == "."
            and index
            and (tokens[index - 1].text.lower() in honorifics)
        ):
            index += 1
        else:
            break
    return index


@cache
def _honorifics(rules: Rules) -> frozenset[str]:
    return frozenset(w.rstrip(".").lower() for w in rules.list_words("honorifics"))


@cache
def _stop_words(rules: Rules) -> frozenset[str]:
    """Return the words that are no part of a personal name."""
    lists = ("stop_names", "portfolio", "post_heads")
    return frozenset(word for name in lists for word in rules.list_words(name))


def _name(tokens: list[Token], index: int, rules: Rules) -> list[Token]:
    """Return the tokens of a personal name, none where there is no such."""
    stop = _stop_words(rules)
    name: list[Token] = []
    while index < len(tokens) and len(name) < 6:
        token = tokens[index]
        if token.slot or not (
            (_NAME_TOKEN.match(token.text) and token.text not in stop)
            or (name and token.text.lower() in _PARTICLES)
        ):
            break
        name.append(token)
        index += 1
        if token.text.endswith(("'s", "’s")):
            break
    while name and name[-1].text.lower() in _PARTICLES:
        name.pop()
    return name


def _post_after(
    tokens: list[Token], index: int, rules: Rules, text: str
) -> tuple[Post | None, int]:
    """Return the post that stands behind a name and a comma."""
    if index + 1 < len(tokens) and tokens[index].text in (",", "("):
        at, articles = index + 1, rules.list_words("articles")
        while at < len(tokens) and tokens[at].text.lower() in articles:
            at += 1
        post, end = parse_post(tokens, at, rules, text)
        if post:
            return post, end
    post, end = parse_post(tokens, index, rules, text)
    if post and not tokens[index].slot:
        return post, end
    return None, index


def _mention(
    tokens: list[Token],
    start: int,
    name_at: int,
    length: int,
    after: int,
    post: Post | None,
    text: str,
    known: dict[str, Person],
) -> tuple[Mention, int]:
    """Return the mention of a person and learn his or her name and post."""
    first, last = tokens[name_at], tokens[name_at + length - 1]
    name = text[first.start : last.end].rstrip(".")
    name = re.sub(r"['’]s$", "", name)
    person = _identify(name, known)
    if person is None:
        person = Person(Thing("Person", fold(name)), name)
        known[fold(name)] = person
    if post and person.post is None:
        person.post = post
    begin = tokens[start].start
    end = (
        tokens[after - 1].end
        if after > name_at + length
        else last.start
        + len(text[last.start : last.end].removesuffix("'s").removesuffix("’s"))
    )
    return (
        Mention(
            "person",
            begin,
            end,
            name,
            person.thing,
            details={"post": post.text if post else "", "titled": "yes"},
        ),
        max(after, name_at + length),
    )


def _identify(name: str, known: dict[str, Person]) -> Person | None:
    """Return the one known person whom a full name or a surname means."""
    folded = fold(name)
    if folded in known:
        return known[folded]
    words = folded.split()
    fitting = [
        person
        for full, person in known.items()
        if full.split()[-len(words) :] == words
        or (len(words) > 1 and set(words) == set(full.split()))
    ]
    return fitting[0] if len(fitting) == 1 else None
