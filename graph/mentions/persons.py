"""Persons and the posts they hold: "the Minister of X of Y, Given SURNAME".

A person is found by a title before the name, by a post beside it, or by having
been named so before. A post belongs to a person only where the text ties them.
"""

from dataclasses import dataclass, replace

from hiwar.graph.mentions.known import Person, learn_person
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.personal import name_at, skip_honorifics, skip_suffixes
from hiwar.graph.mentions.posts import Post, parse_post, state_of
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.mentions.tokens import Token, tokens_of
from hiwar.graph.rules import Rules

__all__ = ["find_persons"]

_ACTORS = ("state", "org", "demonym")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One sentence in which persons are looked for.

    Attributes:
        known: The persons of the document so far, by folded full name.
    """

    tokens: list[Token]
    text: str
    rules: Rules
    known: dict[str, Person]

    def word(self, at: int) -> str:
        """Return the token at a place, empty behind the last."""
        return self.tokens[at].text if at < len(self.tokens) else ""


def find_persons(
    rendered: Rendered, view_text: str, rules: Rules, known: dict[str, Person]
) -> list[Mention]:
    """Return the persons whom a sentence names, and learn who they are.

    ``known`` has the persons of the document so far, by folded full name.
    """
    reader = _Reader(tokens_of(rendered, rules), view_text, rules, known)
    found: list[Mention] = []
    index = 0
    while index < len(reader.tokens):
        item = _counterpart_at(reader, index, found) or _person_at(reader, index)
        if item is None:
            index += 1
            continue
        mention, index = item
        found.append(mention)
    return found


def _person_at(reader: _Reader, index: int) -> tuple[Mention, int] | None:
    """Return the person whose phrase begins at a token, and the token after it."""
    tokens, rules = reader.tokens, reader.rules
    post, at = parse_post(tokens, index, rules, reader.text)
    comma = bool(post) and reader.word(at) == ","
    at += comma
    titled_from = at
    at = skip_honorifics(tokens, at, rules)
    titled = at > titled_from
    if comma and reader.word(at) in rules.list_words("post_heads"):
        at, titled = at + 1, True
    if titled and post is None:
        post, at = parse_post(tokens, at, rules, reader.text)
        at = skip_honorifics(tokens, at, rules)
    name = name_at(tokens, at, rules, titled=titled or bool(post))
    if post is None and not titled:
        return _untitled_at(reader, index, name)
    if not name or (post and not titled and not _may_bear(name, post, comma)):
        return None
    after = skip_suffixes(tokens, at + len(name), rules)
    if post is None:
        post, after = _post_after(reader, after)
    elif post.body is None:
        post, after = _body_after(reader, post, after)
        if post.text.lower() == post.kind and reader.word(after) == ",":
            fuller, end = _post_after(reader, after)
            if fuller and " " in fuller.text:
                post, after = fuller, end
    return _mention(reader, index, at, len(name), after, post)


def _may_bear(name: list[Token], post: Post, comma: bool) -> bool:
    """Whether a name without title may follow a post: a single word only a bare one.

    "Minister Sample" is a person, "Director of the Border Force" is none.
    """
    return len(name) > 1 or (not comma and post.text.lower().endswith(post.kind))


def _untitled_at(
    reader: _Reader, index: int, name: list[Token]
) -> tuple[Mention, int] | None:
    """Return a person named without title: known already, or with a post behind."""
    if "name_word" in reader.rules.words:
        return _known_at(reader, index, name)
    before = reader.tokens[index - 1] if index else None
    if len(name) < 2 or (before and before.is_name_part(reader.rules)):
        return None
    after = skip_suffixes(reader.tokens, index + len(name), reader.rules)
    full = fold(" ".join(token.text for token in name))
    post, end = _post_after(reader, after)
    if full in reader.known or post:
        return _mention(reader, index, index, len(name), end, post)
    return None


def _known_at(
    reader: _Reader, index: int, name: list[Token]
) -> tuple[Mention, int] | None:
    """Return a known person where no capital letter tells a name from other words."""
    for length in range(len(name), 1, -1):
        full = fold(" ".join(token.text for token in name[:length]))
        if full in reader.known:
            return _mention(reader, index, index, length, index + length, None)
    return None


def _post_after(reader: _Reader, index: int) -> tuple[Post | None, int]:
    """Return the post that stands behind a name: ", Minister of X", "as Envoy"."""
    tokens, rules = reader.tokens, reader.rules
    at = index
    if reader.word(at) in (",", "(", "-", "–", "—"):
        at += 1
        while reader.word(at).lower() in rules.list_words("articles"):
            at += 1
        at = skip_honorifics(tokens, at, rules)
        post, end = parse_post(tokens, at, rules, reader.text, named=True)
        if post:
            return post, end
    post, end = parse_post(tokens, index, rules, reader.text, named=True)
    if post and not tokens[index].slot:
        return post, end
    return _appointed(reader, index)


def _appointed(reader: _Reader, at: int) -> tuple[Post | None, int]:
    """Return the post behind "as" or "to the position of", and whose it is.

    Between may stand the state that a person is from, which the post is not for,
    or, between commas, the body that the person is of.
    """
    tokens, rules, index = reader.tokens, reader.rules, at
    body = None
    if reader.word(at) == "(" and reader.word(at + 2) == ")":
        at += 3
    elif reader.word(at) == "," and reader.word(at + 2) == ",":
        body = tokens[at + 1].mention if tokens[at + 1].slot in _ACTORS else None
        at += 3 if body else 0
    for phrase in rules.list_words("post_links"):
        words = phrase.split()
        if [token.text for token in tokens[at : at + len(words)]] == words:
            start = at + len(words)
            post, end = parse_post(tokens, start, rules, reader.text, named=True)
            if post:
                return replace(post, body=post.body or state_of(body)), end
    return None, index


def _body_after(reader: _Reader, post: Post, at: int) -> tuple[Post, int]:
    """Return a post with the state that stands behind the name: "of Niger", "(NE)"."""
    tokens = reader.tokens[at : at + 3]
    slots = [token.slot for token in tokens]
    words = [token.text for token in tokens]
    if words[:1] == ["("] and words[2:3] == [")"] and slots[1] in _ACTORS:
        return replace(post, body=tokens[1].mention), at + 3
    owning = words[:1] and words[0] in reader.rules.list_words("of_actor")
    if owning and slots[1:2] and slots[1] in ("state", "org"):
        return replace(post, body=tokens[1].mention), at + 2
    return post, at


def _counterpart_at(
    reader: _Reader, index: int, found: list[Mention]
) -> tuple[Mention, int] | None:
    """Return "her Turkish counterpart, X", who holds the post of the one before."""
    said = reader.rules.list_words("counterparts")
    nouns = [at for at in (index, index + 1) if reader.word(at).lower() in said]
    if not nouns or not found:
        return None
    known = reader.known.values()
    post = next((p.post for p in known if p.thing == found[-1].thing), None)
    at = nouns[0] + 1
    owners = [reader.tokens[index]] if nouns[0] > index else reader.tokens[at : at + 1]
    if reader.word(at) in reader.rules.list_words("of_actor"):
        owners, at = reader.tokens[at + 1 : at + 2], at + 1
    if not owners or owners[0].slot not in ("state", "demonym"):
        return None
    at += nouns[0] == index
    at += reader.word(at) == ","
    start = skip_honorifics(reader.tokens, at, reader.rules)
    name = name_at(reader.tokens, start, reader.rules, titled=start > at)
    if not name:
        return None
    if post:
        post = replace(post, body=owners[0].mention, tenure="")
    return _mention(reader, index, start, len(name), start + len(name), post)


def _mention(
    reader: _Reader,
    start: int,
    name_from: int,
    length: int,
    after: int,
    post: Post | None,
) -> tuple[Mention, int]:
    """Return the mention of a person and learn his or her name and post."""
    first, last = reader.tokens[name_from], reader.tokens[name_from + length - 1]
    name = reader.text[first.start : last.end].rstrip(".")
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    person = learn_person(name, post, reader.known)
    begin = reader.tokens[start].start
    end = first.start + len(name)
    if after > name_from + length:
        end = reader.tokens[after - 1].end
    body = post.body if post else None
    details = {
        "post": post.text if post else "",
        "body": body.thing.key if body and body.thing else "",
        "titled": "yes",
    }
    parts = _bodies_named(post, begin, end)
    mention = Mention(
        "person", begin, end, name, person.thing, parts=parts, details=details
    )
    return mention, max(after, name_from + length)


def _bodies_named(post: Post | None, start: int, end: int) -> tuple[Mention, ...]:
    """Return the organisation of a post, unless it is but a part of the post's name."""
    body = post.body if post else None
    if post is None or body is None or body.slot != "org" or body.thing is None:
        return ()
    known = bool(body.thing.iri) and post.text.startswith(body.text)
    return (body,) if start <= body.start < end and not known else ()
