"""Persons who hold the same post, each for another state."""

from dataclasses import replace

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.personal import name_at, skip_honorifics
from hiwar.graph.mentions.posts import Post
from hiwar.graph.mentions.reader import Reader, body_after, mention_person
from hiwar.graph.mentions.tokens import lexicon_of

__all__ = ["counterpart_at", "several_at"]


def several_at(reader: Reader, index: int) -> list[tuple[Mention, int]]:
    """Return the persons behind a post in the plural, each with a state of their own.

    "Interior ministers Ana Sample of Chad and Jan Exempel of Kenya"; of less than two,
    none is returned.
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
    plain = Post(" ".join((*leads, singular)), None, kind=kind)
    found: list[tuple[int, int, int, Post]] = []
    at += 1
    while True:
        name = name_at(reader.tokens, at, reader.rules, titled=False)
        post, after = body_after(reader, plain, at + len(name))
        if len(name) < 2 or post.body is None:
            break
        found.append((at, len(name), after, post))
        at = after + (reader.word(after) == ",")
        at += reader.word(at) in reader.rules.list_words("list_and")
        if at == after:
            break
    if len(found) < 2:
        return []
    return [
        mention_person(reader, at, at, size, after, post)
        for at, size, after, post in found
    ]


def counterpart_at(
    reader: Reader, index: int, found: list[Mention]
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
    return mention_person(reader, index, start, len(name), start + len(name), post)
