"""What those who look for persons share: a sentence, and how a person is mentioned."""

from dataclasses import dataclass, replace

from hiwar.graph.mentions.known import Person, learn_person
from hiwar.graph.mentions.lexicon import Token
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.posts import Post
from hiwar.graph.rules import Rules

__all__ = ["ACTORS", "Reader", "body_after", "mention_person"]

ACTORS = ("state", "org", "demonym")
"""The slots of mentions that a post may be for."""


@dataclass(frozen=True, slots=True)
class Reader:
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


def body_after(reader: Reader, post: Post, at: int) -> tuple[Post, int]:
    """Return a post with the state that stands behind the name: "of Niger", "(NE)"."""
    tokens = reader.tokens[at : at + 3]
    slots = [token.slot for token in tokens]
    words = [token.text for token in tokens]
    if words[:1] == ["("] and words[2:3] == [")"] and slots[1] in ACTORS:
        return replace(post, body=tokens[1].mention), at + 3
    owning = words[:1] and words[0] in reader.rules.list_words("of_actor")
    if owning and slots[1:2] and slots[1] in ("state", "org"):
        return replace(post, body=tokens[1].mention), at + 2
    return post, at


def mention_person(
    reader: Reader,
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
