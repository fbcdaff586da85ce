"""Whose government's text it is: the one state that all signs of it agree on.

From the surest: the publisher, the address of the page, an office or a letterhead of
a government; then what the text calls its own, and where it was written.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.offices import Tie
from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import Mention, View
from hiwar.graph.mentions.posts import state_of
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import BASE
from hiwar.graph.text.layout import BlockKind
from hiwar.ontology.records import load_registry

__all__ = ["home_of", "only", "states_of", "ties_to"]

_HEAD = 3
"""So many sentences are the head of a text."""
_HOST = re.compile(
    r"(?:\b|\.)(?:gov|gouv|gob|gub|govt|go|government)\.(?P<code>[a-z]{2})(?![\w.-])"
)
_MARGIN = 8
"""Lines of a text that may be its letterhead, or its signature."""


@frame("home")
def home(context: Context, match: Match) -> None:
    """Note that the text speaks in the name of a state; its own wish shows that."""
    offices = match.mentions("o", "org") + match.mentions("o2", "org")
    if not all("ministry" in office.details for office in offices):
        return
    body = match.first("b", "b2") or state_of(match.first("o"))
    wish = match.status is Status.ASPIRATIONAL and not match.item.is_spoken
    if body is None or body.slot == "org" or not (match.status.is_true or wish):
        return
    tie = Tie(body, (match.sentence,), match.rule.name)
    if match.rule.option != "letterhead":
        context.offices.homes.append(tie)
    elif _is_margin(context, match):
        context.offices.letterheads.append(tie)


def _is_margin(context: Context, match: Match) -> bool:
    """Whether a match is a line of its own near the beginning or the end of a text."""
    block, last = match.item.block, len(context.scribe.annotation.sentences)
    alone = block.last - block.first == 1 and block.kind is not BlockKind.ITEM
    return alone and not _MARGIN <= match.sentence < last - _MARGIN


def only(ties: Iterable[Tie] | None) -> Tie | None:
    """Return the first of some ties where all are to one state."""
    found = list(ties or ())
    return found[0] if len({tie.body.thing for tie in found}) == 1 else None


def home_of(context: Context) -> Tie | None:
    """Return the one state whose text this is, none where that is not sure."""
    surest = [*_by_publisher(context), *_by_address(context), *_by_office(context)]
    surest += context.offices.letterheads
    if surest:
        return only(surest)
    told = list(context.offices.settled.values())
    told = [tie for tie in told if tie.body.slot in ("state", "demonym")]
    spoken = [*context.offices.homes, *_by_dateline(context)]
    foreign = {
        person.post.body.thing
        for person in context.scribe.annotation.persons.values()
        if person.post
        and person.post.body
        and person.thing not in context.offices.settled
    }
    return only(tie for tie in told if tie.body.thing not in foreign) or only(
        tie for tie in spoken if tie.body.thing not in foreign
    )


def _by_publisher(context: Context) -> Iterator[Tie]:
    """Yield the state that the publisher's name holds, as in "Ministry of X, Chad"."""
    layout = context.scribe.annotation.layout
    for item in find_names(View(layout.source.publisher, 0), layout.rules):
        if item.slot in ("state", "demonym"):
            yield from ties_to(context, item.thing, "home.publisher", ())


def _by_address(context: Context) -> Iterator[Tie]:
    """Yield the states whose government has the address of the page."""
    annotation = context.scribe.annotation
    lines: list[tuple[str, tuple[int, ...]]] = [(annotation.layout.source.url, ())]
    lines += [
        (item.view.text, (item.index,))
        for item in annotation.sentences
        if item.block.kind is BlockKind.FURNITURE
    ]
    for text, sentences in lines:
        for match in _HOST.finditer(text):
            slug = _states_by_code().get(match["code"], "")
            yield from ties_to(context, _state(slug), "home.address", sentences)


def _by_office(context: Context) -> Iterator[Tie]:
    """Yield the state of the office that heads the text or stands beside it.

    Only one whose name no other state's office has in the language.
    """
    rules, annotation = context.scribe.rules, context.scribe.annotation
    offices: dict[str, str] = rules.words.get("home_offices", {})
    for slug, names in offices.items():
        pattern = re.compile(names)
        for item in annotation.sentences:
            beside = item.block.kind is BlockKind.FURNITURE or item.index < _HEAD
            if beside and pattern.search(item.view.text):
                yield from _called(context, _state(slug), item.index)


def _called(context: Context, state: Thing, index: int) -> Iterator[Tie]:
    """Yield a tie to a state, as the text calls it, or by its name in the language."""
    ties = list(ties_to(context, state, "home.office", (index,)))
    record = load_registry().at(state.iri.removeprefix(f"{BASE}id/"))
    language = context.scribe.rules.language
    names = [n.text for n in record.names if n.language == language] if record else []
    plain = Mention("state", 0, 0, names[0], state) if names else None
    yield from ties or ([Tie(plain, (index,), "home.office")] if plain else [])


@cache
def _states_by_code() -> dict[str, str]:
    """Return the states by the letters of their addresses."""
    codes = {
        code.lower(): record.slug
        for record in load_registry().of_kind("State")
        for code in record.values("isoAlpha2")
    }
    return {**codes, "uk": codes["gb"]}


def _state(slug: str) -> Thing:
    return Thing("State", f"state/{slug}", f"{BASE}id/state/{slug}")


def _by_dateline(context: Context) -> Iterator[Tie]:
    """Yield the state in whose capital or city the text says it was written."""
    for item in context.scribe.annotation.sentences:
        if item.block.kind is not BlockKind.DATELINE:
            continue
        for mention in item.mentions:
            for state in states_of(mention.thing) if mention.slot == "place" else ():
                yield from ties_to(context, state, "home.dateline", (item.index,))


def states_of(thing: Thing | None) -> Iterator[Thing]:
    """Yield the state that a thing is, or that the registry places it in."""
    if thing and thing.kind == "State":
        yield thing
    record = load_registry().at(thing.iri.removeprefix(f"{BASE}id/")) if thing else None
    for slug in record.values("inState") if record else ():
        yield _state(slug)


def ties_to(
    context: Context, thing: Thing | None, rule: str, sentences: tuple[int, ...]
) -> Iterator[Tie]:
    """Yield a tie to a state where the text itself names it."""
    named: list[tuple[Mention, int]] = [
        (mention, item.index)
        for item in context.scribe.annotation.sentences
        for mention in item.mentions
        if mention.thing == thing and mention.slot in ("state", "demonym", "org")
    ]
    named.sort(key=lambda found: found[0].slot == "demonym")
    if thing and named:
        mention, index = named[0]
        yield Tie(mention, (*sentences, index), rule)
