"""Persons who hold the same post, each for another state, or stand in one list."""

import re
from dataclasses import replace

from hiwar.graph.mentions.known import held_post, identify
from hiwar.graph.mentions.lexicon import Token, lexicon_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.personal import (
    behind_article,
    name_at,
    skip_honorifics,
)
from hiwar.graph.mentions.posts import Post
from hiwar.graph.mentions.reader import Reader, body_after, mention_person
from hiwar.graph.mentions.tails import portfolio_end

__all__ = [
    "affiliated_at",
    "bracketed_at",
    "counterpart_at",
    "counterparts_at",
    "has_counterpart",
    "several_at",
]

_LONGEST = 4


_Found = tuple[int, int, int, Post]
"""Where a name begins, how many tokens it has, the token behind it, and the post."""


def several_at(reader: Reader, index: int) -> list[tuple[Mention, int]]:
    """Return the persons behind a post in the plural, each with a state of their own.

    "Interior ministers Ana Sample of Chad and Jan Exempel of Kenya", "the ministers of
    labour of Chad and Kenya, Ana Sample and Jan Exempel"; of less than two, or where
    there are more names than states, none is returned.
    """
    plurals = reader.rules.words.get("post_plurals", {})
    words = lexicon_of(reader.rules)
    at = index
    while at < len(reader.tokens) and words.is_lead(reader.tokens[at]):
        at += 1
    singular = plurals.get(reader.word(at).lower())
    if singular is None:
        return []
    leads = [token.text for token in reader.tokens[index:at]]
    kind = singular.lower()
    end = portfolio_end(reader.tokens, at + 1, words)
    owner = next((i for i in range(at + 1, end) if reader.tokens[i].slot), end)
    if owner < end:
        end = owner - (reader.word(owner - 1) in reader.rules.list_words("of_actor"))
    field = [token.text for token in reader.tokens[at + 1 : end]]
    name = " ".join((*leads, singular, *field)).replace("' ", "'")
    plain = Post(name, None, kind=kind)
    apart = _apart(reader, end, plain)
    found = apart if len(apart) > 1 else _with_states(reader, end, plain)
    found = found or _behind_states(reader, end, plain) or _known(reader, end, plain)
    if len(found) < 2:
        return []
    return [
        mention_person(reader, at, at, size, after, post)
        for at, size, after, post in found
    ]


def _with_states(reader: Reader, at: int, plain: Post) -> list[_Found]:
    """Return those named each with a state: "Ana Sample of Chad and X of Kenya"."""
    found: list[_Found] = []
    at += reader.word(at) == ","
    while True:
        name = name_at(reader.tokens, at, reader.rules, titled=False)
        post, after = body_after(reader, plain, at + len(name))
        if len(name) < 2 or post.body is None:
            return found
        found.append((at, len(name), after, post))
        at = _behind_link(reader, after)
        if at == after:
            return found


def _behind_states(reader: Reader, at: int, plain: Post) -> list[_Found]:
    """Return those named behind their states, in their order or each in brackets."""
    if reader.word(at) not in reader.rules.list_words("of_actor"):
        return []
    at, owners, found = at + 1, [], list[_Found]()
    while at < len(reader.tokens) and reader.tokens[at].slot == "state":
        owners.append(replace(plain, body=reader.tokens[at].mention))
        if reader.word(at + 1) == "(":
            size = len(name_at(reader.tokens, at + 2, reader.rules, titled=False))
            if size < 2 or reader.word(at + 2 + size) != ")":
                return []
            found.append((at + 2, size, at + 2 + size, owners[-1]))
            at += size + 2
        at = _behind_link(reader, at + 1)
        at += reader.word(at) in reader.rules.list_words("of_actor")
    for post in owners if not found else ():
        start = skip_honorifics(reader.tokens, at, reader.rules)
        size = len(name_at(reader.tokens, start, reader.rules, titled=False))
        if size < 2:
            return []
        found.append((start, size, start + size, post))
        at = _behind_link(reader, start + size)
    more = len(name_at(reader.tokens, at, reader.rules, titled=False)) > 1
    return [] if len(found) != len(owners) or more else found


def _apart(reader: Reader, at: int, plain: Post) -> list[_Found]:
    """Return those named each behind a state: "of Chad, Ana Sample; of Mali, Jan X"."""
    of, found = reader.rules.list_words("of_actor"), list[_Found]()
    tokens = reader.tokens
    while at + 2 < len(tokens):
        at += reader.word(at) in of
        named = behind_article(tokens, at + 2, reader.rules)
        start = skip_honorifics(tokens, named, reader.rules)
        size = len(name_at(tokens, start, reader.rules, titled=False))
        if tokens[at].slot != "state" or reader.word(at + 1) != "," or size < 2:
            break
        post = replace(plain, body=tokens[at].mention)
        found.append((start, size, start + size, post))
        at = start + size + (reader.word(start + size) in (",", ";"))
        at += reader.word(at) in reader.rules.list_words("list_and")
    return found


def _known(reader: Reader, at: int, plain: Post) -> list[_Found]:
    """Return those known by the one name of each: "Prime Ministers Sample and Ana"."""
    found: list[_Found] = []
    while at < len(reader.tokens):
        name = name_at(reader.tokens, at, reader.rules, titled=True)
        if len(name) != 1 or not identify(name[0].text, reader.known):
            break
        found.append((at, 1, at + 1, plain))
        behind = _behind_link(reader, at + 1)
        if behind == at + 1:
            break
        at = behind
    return found


def _behind_link(reader: Reader, at: int) -> int:
    """Return the token behind the comma and the "and" of a list."""
    at += reader.word(at) == ","
    return at + (reader.word(at) in reader.rules.list_words("list_and"))


def bracketed_at(reader: Reader, index: int) -> list[tuple[Mention, int]]:
    """Return the persons behind states: "ministers of Chad (Ana Sample) and Mali (…)".

    Of less than two, none is returned.
    """
    if reader.tokens[index].slot != "state" or reader.word(index + 1) != "(":
        return []
    plurals: dict[str, str] = reader.rules.words.get("post_plurals", {})
    joins = reader.rules.list_words("list_and")
    found: list[tuple[int, list[Token], Post]] = []
    at, before = index, reader.text[: reader.tokens[index].start]
    kinds = [plural for plural in plurals if f"{plural} " in before.lower()]
    while at < len(reader.tokens) and reader.tokens[at].slot == "state" and kinds:
        start = skip_honorifics(reader.tokens, at + 2, reader.rules)
        name = name_at(reader.tokens, start, reader.rules, titled=start > at + 2)
        end = start + len(name)
        if reader.word(at + 1) != "(" or len(name) < 2 or reader.word(end) != ")":
            break
        head = plurals[kinds[0]]
        body = reader.tokens[at].mention
        found.append((start, name, Post(head, body, kind=head.lower())))
        at = end + 1 + (reader.word(end + 1) == ",")
        at += reader.word(at) in joins
        at += reader.word(at).lower() in reader.rules.list_words("articles")
    if len(found) < 2:
        return []
    return [
        mention_person(reader, start, start, len(name), start + len(name), post)
        for start, name, post in found
    ]


def affiliated_at(reader: Reader, index: int, found: list[Mention]) -> bool:
    """Whether a name goes on a list of persons and says from where its bearer is.

    "Ms Ana Sample, Jan Exempel (UNHCR) and Rosa Third of Chad" are three persons,
    the "Border Police of Chad" behind a comma is none.
    """
    if not found:
        return False
    name = name_at(reader.tokens, index, reader.rules, titled=False)
    first, end = reader.tokens[index], index + len(name)
    full = " ".join(token.text for token in name)
    if not 2 <= len(name) <= _LONGEST or name[-1].text.endswith("'s"):
        return False
    if any(head_of(full, reader.rules, kind) for kind in ("organisation", "office")):
        return False
    listed: dict[str, str] = reader.rules.words.get("listed", {})
    if any(re.search(listed[kind], full) for kind in ("body", "no_name") if listed):
        return False
    of = reader.rules.list_words("of_actor")
    slots = [token.slot for token in reader.tokens[end : end + 3]]
    owned = reader.word(end) in of and slots[1:2] and slots[1] in ("state", "org")
    inside = reader.word(end) == "(" and slots[1:2] and slots[1] in ("state", "org")
    joins = "|".join((",", ";", *reader.rules.list_words("list_and")))
    apart = rf"(?: (?:{'|'.join(of) or 'of'}) [^,;()]{{1,40}})?(?: ?\([^()]{{1,60}}\))?"
    between = reader.text[found[-1].end : first.start]
    goes_on = re.fullmatch(rf"{apart}\s?(?:{joins})(?:\s(?:{joins}))?\s", between)
    return bool(goes_on and (owned or inside))


def has_counterpart(reader: Reader, index: int) -> list[int]:
    """Return where a counterpart is named at a token, or at the one behind it."""
    said = reader.rules.word_set("counterparts")
    near = reader.tokens[index : index + 2]
    return [at for at, token in enumerate(near, index) if token.low in said]


def counterpart_at(
    reader: Reader, index: int, beside: Mention | None
) -> tuple[Mention, int] | None:
    """Return "her Turkish counterpart, X", who holds the post of the one beside."""
    nouns = has_counterpart(reader, index)
    if not nouns:
        return None
    post = held_post(beside.thing, reader.known) if beside else None
    at = nouns[0] + 1
    owners = [reader.tokens[index]] if nouns[0] > index else reader.tokens[at : at + 1]
    if reader.word(at) in reader.rules.list_words("of_actor"):
        owners, at = reader.tokens[at + 1 : at + 2], at + 1
    if not owners or owners[0].slot not in ("state", "demonym"):
        return None
    at += nouns[0] == index
    at += reader.word(at) == ","
    at = behind_article(reader.tokens, at, reader.rules)
    start = skip_honorifics(reader.tokens, at, reader.rules)
    name = name_at(reader.tokens, start, reader.rules, titled=start > at)
    if not name:
        return None
    if post:
        post = replace(post, body=owners[0].mention, tenure="")
    return mention_person(reader, index, start, len(name), start + len(name), post)


def counterparts_at(
    reader: Reader, index: int, beside: list[Mention]
) -> list[tuple[Mention, int]]:
    """Return "their colleagues from Chad and Mali, X and Y", each with a state.

    They hold the posts of those beside, in their order, or that of the one beside.
    Where there are neither as many states as names nor one, nobody is returned.
    """
    owners, at = _whose_peers(reader, index)
    names: list[tuple[int, int]] = []
    while owners and (start := skip_honorifics(reader.tokens, at, reader.rules)):
        size = len(name_at(reader.tokens, start, reader.rules, titled=start > at))
        if size < 2:
            break
        names.append((start, size))
        at = _behind_link(reader, start + size)
    if len(names) < 2 or len(owners) not in (1, len(names)):
        return []
    held = [held_post(one.thing, reader.known) for one in beside]
    held = held if len(held) == len(names) else held[-1:] * len(names)
    owners = owners if len(owners) > 1 else owners * len(names)
    found = list[tuple[Mention, int]]()
    for (start, size), owner, post in zip(
        names, owners, held or [None] * len(names), strict=True
    ):
        own = replace(post, body=owner, tenure="") if post else None
        end = start + size
        first = start if found else index
        found.append(mention_person(reader, first, start, size, end, own))
    return found


def _whose_peers(reader: Reader, index: int) -> tuple[list[Mention], int]:
    """Return the states of "Chadian and Malian colleagues," and where names begin."""
    tokens, at, owners = reader.tokens, index, list[Mention]()
    slot = tokens[at].slot
    behind = slot != "demonym"
    of = reader.rules.list_words("of_actor")
    plural = reader.rules.word_set("counterparts_plural")
    if behind:
        if reader.word(at).lower() not in plural or reader.word(at + 1) not in of:
            return [], index
        at, slot = at + 2, "state"
    while at < len(tokens) and tokens[at].slot == slot:
        mention = tokens[at].mention
        owners += [mention] if mention else []
        at = _behind_link(reader, at + 1)
    if not behind:
        if reader.word(at).lower() not in plural:
            return [], index
        at += 1
    return owners, at + (reader.word(at) == ",")
