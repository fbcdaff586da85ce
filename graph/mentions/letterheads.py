"""Letterheads and signatures: a line with a post beside a line with a name.

    MINISTER FOR HEALTH              Ana Sample
    The Hon Ana Sample MP            Minister for Health
                                     Republic of Ghana

Lines that follow one another are read in pairs, in the order in which they begin.
"""

from dataclasses import replace

from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.known import Person, learn_person
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.personal import name_at
from hiwar.graph.mentions.posts import Post, parse_post
from hiwar.graph.mentions.render import render
from hiwar.graph.mentions.tokens import tokens_of
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["read_letterheads"]

_KINDS = (BlockKind.HEADING, BlockKind.DATELINE, BlockKind.PARAGRAPH)
_OPENING = 12
_LONGEST = 4


def read_letterheads(
    sentences: list[Annotated], persons: dict[str, Person], rules: Rules
) -> list[Annotated]:
    """Return the sentences, with persons in lines that pairs of lines name.

    A name without a title counts where the text names that person elsewhere, or
    where the state stands in the line below the post, as in a signature.
    """
    found = list(sentences)
    lines = [_line(item, rules) for item in sentences]
    at = 0
    while at + 1 < len(lines):
        one, two = lines[at], lines[at + 1]
        below = lines[at + 2] if at + 2 < len(lines) else None
        state = below if isinstance(below, Mention) and below.slot != "person" else None
        if isinstance(one, Post) and _is_person(two, persons, signs=False):
            name, post, place, beside = two, one, at + 1, at
        elif isinstance(two, Post) and _is_person(one, persons, signs=bool(state)):
            name, post = one, replace(two, body=two.body or state)
            place, beside = at, at + 1
        else:
            at += 1
            continue
        if isinstance(name, Mention):
            name = replace(name, details={**name.details, "beside": str(beside)})
            found[place] = _held(found[place], name, post, persons, rules)
        at += 2
    return found


def _line(item: Annotated, rules: Rules) -> Post | Mention | None:
    """Return the post, the person or the state that a line is, none if it is more."""
    if item.block.kind not in _KINDS or item.block.last - item.block.first != 1:
        return None
    tokens, text = tokens_of(item.rendered, rules), item.view.text
    persons = [m for m in item.mentions if m.slot == "person"]
    if persons:
        words = text[persons[0].end :].split()
        alone = len(persons) == 1 and not persons[0].details.get("post")
        close = persons[0].start <= _OPENING and not any(w.islower() for w in words)
        return persons[0] if alone and close else None
    if not tokens:
        return None
    post, end = parse_post(tokens, 0, rules, text, named=True)
    if post and end == len(tokens):
        return post
    if len(tokens) == 1 and tokens[0].slot in ("state", "org"):
        return tokens[0].mention
    name = name_at(tokens, 0, rules, titled=False)
    if len(name) == len(tokens) and 2 <= len(name) <= _LONGEST:
        start, end = name[0].start, name[-1].end
        return Mention("person", start, end, text[start:end])
    return None


def _is_person(
    line: Post | Mention | None, persons: dict[str, Person], *, signs: bool
) -> bool:
    """Whether a line is a person's name, which a line without a title may not be."""
    if not isinstance(line, Mention) or line.slot != "person":
        return False
    last = fold(line.text).rpartition(" ")[2]
    known = any(full.rpartition(" ")[2] == last for full in persons)
    return line.thing is not None or signs or known


def _held(
    item: Annotated,
    name: Mention,
    post: Post,
    persons: dict[str, Person],
    rules: Rules,
) -> Annotated:
    """Return a line whose person holds the post of the line beside it."""
    person = learn_person(name.text, post, persons)
    body = post.body.thing.key if post.body and post.body.thing else ""
    details = {**name.details, "post": post.text, "body": body, "titled": "yes"}
    held = replace(name, thing=person.thing, details=details)
    others = [m for m in item.mentions if m.end <= held.start or held.end <= m.start]
    mentions = sorted((*others, held), key=lambda mention: mention.start)
    rendered = render(item.view.text, mentions, rules)
    return replace(item, mentions=tuple(mentions), rendered=rendered)
