"""Who "I" is: the one person who signs a text, or under whose letterhead it stands.

    Senator Ana Sample
    Minister for Health

    Today I attended the talks of the states.

A text with two such persons, or of which speakers take turns, has no author.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.known import Person
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.render import render
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.text.layout import BlockKind

__all__ = ["read_first_person"]

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_REFERS = {"post": "", "pronoun": "yes"}
_LONGEST = 4
"""Words in such a line beside the person it names."""


def read_first_person(
    sentences: list[Annotated], persons: dict[str, Person], rules: Rules
) -> list[Annotated]:
    """Return the sentences, where "I" is the author of the text, if it has one."""
    cue = rules.cues.get("first_person")
    if cue is None or not any(_told(item, cue) for item in sentences):
        return sentences
    turns, signed = rules.cues.get("speaks_in_turn"), rules.cues.get("not_signed")
    texts = [item.view.text for item in sentences]
    if turns and any(turns.match(text) for text in texts):
        return sentences
    lines = [
        item
        for item in _margins(sentences)
        if not (signed and signed.match(item.view.text))
    ]
    authors = {thing for item in lines if (thing := _signs(item, rules))}
    known = [person for person in persons.values() if person.thing in authors]
    if len(known) != 1:
        return sentences
    author = known[0]
    return [_with_author(item, author, cue, rules) for item in sentences]


def _told(item: Annotated, cue: Sought) -> list[re.Match[str]]:
    """Return where a sentence that nobody else speaks says "I"."""
    if item.is_spoken or item.block.kind not in _RUNNING:
        return []
    taken = [(m.start, m.end) for m in item.mentions]
    return [
        found
        for found in cue.finditer(item.view.text)
        if not any(start <= found.start("i") < end for start, end in taken)
    ]


def _margins(sentences: Sequence[Annotated]) -> Iterator[Annotated]:
    """Yield the lines above the running text and below it."""
    for order in (sentences, sentences[::-1]):
        for item in order:
            if item.block.kind in _RUNNING and item.block.last - item.block.first > 1:
                break
            if item.view.text.rstrip()[-1:] in ".!?":
                break
            yield item


def _signs(item: Annotated, rules: Rules) -> Thing | None:
    """Return the person whom a line names and, but for a title, nothing else."""
    persons = [m for m in item.mentions if m.slot == "person" and m.thing]
    if len(persons) != 1:
        return None
    text = item.view.text
    rest = f"{text[: persons[0].start]} {text[persons[0].end :]}"
    cue = rules.cues.get("signs_with")
    cleared = cue.sub("", rest) if cue else rest
    words = re.findall(r"\w+", cleared)
    plain = any(word.islower() for word in words) or len(words) > _LONGEST
    return None if plain else persons[0].thing


def _with_author(
    item: Annotated, author: Person, cue: Sought, rules: Rules
) -> Annotated:
    """Return a sentence whose "I" is a mention of the author."""
    told = [
        Mention("person", *found.span("i"), author.name, author.thing, details=_REFERS)
        for found in _told(item, cue)
    ]
    if not told:
        return item
    mentions = sorted((*item.mentions, *told), key=lambda mention: mention.start)
    rendered = render(item.view.text, mentions, rules)
    return replace(item, mentions=tuple(mentions), rendered=rendered)
