"""Whom "she" or "the minister" means at the beginning of a sentence.

    Ms Ana Sample travels to Lima on Monday. She will attend the ministerial meeting.

"She" is the one person of the sentence before. "The minister" is the one person named
so far who holds such a post. Where there could be another one, it is nobody.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.known import Person
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.render import render
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["read_third_person"]

_REFERS = {"post": "", "pronoun": "yes"}


def read_third_person(
    sentences: Sequence[Annotated], persons: dict[str, Person], rules: Rules
) -> list[Annotated]:
    """Return the sentences, where "she" and "the minister" are whom they mean."""
    cue = rules.cues.get("third_person")
    if cue is None or not persons:
        return list(sentences)
    known = {person.thing: person for person in persons.values()}
    found: list[Annotated] = []
    named: dict[Thing, Person] = {}
    for item in sentences:
        told = cue.match(item.view.text)
        meant = None
        if told and _is_open(item, told):
            post = (told["post"] or "").lower()
            meant = _holder(post, named.values()) if post else _last(found, item, known)
        found.append(_referring(item, told, meant, rules) if told and meant else item)
        named |= {
            mention.thing: known[mention.thing]
            for mention in item.mentions
            if mention.slot == "person" and mention.thing in known
        }
    return found


def _is_open(item: Annotated, told: re.Match[str]) -> bool:
    """Whether running text in the document's own voice has a word to read."""
    running = item.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    start, end = told.span("who")
    taken = any(m.start < end and start < m.end for m in item.mentions)
    return running and not item.is_spoken and not taken


def _last(
    before: list[Annotated], item: Annotated, known: dict[Thing, Person]
) -> Person | None:
    """Return the only person of the sentence before, in the same paragraph."""
    if item.index == item.block.first or not before:
        return None
    things = {m.thing for m in before[-1].mentions if m.slot == "person"}
    only = things.pop() if len(things) == 1 else None
    return known.get(only) if only else None


def _holder(post: str, named: Iterable[Person]) -> Person | None:
    """Return the only person named so far who holds a post that is called so."""
    words = re.compile(rf"\b{re.escape(post)}\b", re.IGNORECASE)
    holders = [
        person for person in named if person.post and words.search(person.post.text)
    ]
    return holders[0] if len(holders) == 1 else None


def _referring(
    item: Annotated, told: re.Match[str], person: Person, rules: Rules
) -> Annotated:
    """Return a sentence with a mention of the person whom a word in it means."""
    start, end = told.span("who")
    mention = Mention("person", start, end, person.name, person.thing, details=_REFERS)
    mentions = sorted((*item.mentions, mention), key=lambda other: other.start)
    rendered = render(item.view.text, mentions, rules)
    return replace(item, mentions=tuple(mentions), rendered=rendered)
