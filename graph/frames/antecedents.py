"""Evidence for what a phrase only refers to: the sentence that names it.

"The meeting was hosted by Kenya" says which meeting only together with the sentence
that names the meeting, so that sentence is evidence too.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.papers import is_named
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Statement, Thing
from hiwar.graph.text.layout import BlockKind

__all__ = ["with_antecedents"]

Namings = Mapping[Thing, Sequence[int]]


def with_antecedents(
    context: Context, statements: Iterable[Statement]
) -> list[Statement]:
    """Return the statements, each with sentences that name its subject and object.

    Guarantee: no sentence is lost, and the main one stays first.
    """
    namings = _namings(context)
    found = []
    for item in statements:
        sentences = item.sentences
        for thing in (item.subject, item.object):
            if isinstance(thing, Thing) and thing in namings:
                sentences = _with_naming(sentences, namings[thing])
        is_same = sentences is item.sentences
        found.append(item if is_same else replace(item, sentences=sentences))
    return found


def _with_naming(sentences: tuple[int, ...], naming: Sequence[int]) -> tuple[int, ...]:
    """Return sentences with the last one before that names a thing, if none does."""
    if not set(sentences).isdisjoint(naming):
        return sentences
    before = bisect_right(naming, sentences[0])
    return (*sentences, naming[max(0, before - 1)])


def _namings(context: Context) -> Namings:
    """Return the sentences that name each thing, rather than refer to it."""
    found: dict[Thing, set[int]] = defaultdict(set)
    for item in context.scribe.annotation.sentences:
        if item.block.kind is BlockKind.FURNITURE:
            continue
        for mention in _all_mentions(item.mentions):
            thing = _named(context, mention, item.index)
            if thing:
                found[thing].add(item.index)
    for draft in context.book.drafts:
        found[draft.thing].update((draft.sentence, *draft.names.values()))
    return {thing: sorted(indexes) for thing, indexes in found.items()}


def _all_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions and those inside them."""
    found = list(mentions)
    for item in found:
        found.extend(item.parts)
    return found


def _named(context: Context, mention: Mention, sentence: int) -> Thing | None:
    """Return what a mention names, none where it only refers to something."""
    if mention.slot == "meeting":
        if "generic" in mention.details:
            return None
        draft = context.book.meant_by(mention, sentence)
        return draft.thing if draft else None
    if mention.slot == "document":
        new = mention.details.get("new")
        return context.document(mention) if is_named(mention) or new else None
    if "pronoun" in mention.details:
        return None
    if mention.slot == "person" and mention.thing:
        person = context.scribe.annotation.persons.get(mention.thing.key)
        whole = person is None or fold(person.name) in fold(mention.text)
        return mention.thing if whole else None
    return mention.thing
