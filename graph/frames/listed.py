"""Who took part, as the items or the table below a lead tell."""

import re
from collections.abc import Iterator

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingFact
from hiwar.graph.frames.holders import hold_for
from hiwar.graph.frames.labels import is_advisory
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []

_LISTED_WITHIN = 40
"""An item that names who took part names the first of them by then."""
_FEWEST = 2
_ACTORS = ("state", "org", "person")
_LABEL = re.compile(r"\W*(?:[^\W\d]+[ -]?){1,4}:\W*")
_APART = re.compile(r"\W*(?:Mr|Ms|Mrs|Dr)?\W*")

Row = tuple[Annotated, list[Mention]]


@frame("list_participants")
def list_participants(context: Context, match: Match) -> None:
    """State that the actors of the items or rows below took part."""
    draft = context.spoken_of(match.item)
    if not draft:
        return
    rows = list(_items(context, match)) or _table(context, match)
    for item, actors in rows:
        for actor in actors:
            if actor.thing:
                draft.facts.append(
                    MeetingFact(
                        HIWAR.hasParticipant,
                        actor.thing,
                        actor.text,
                        match.rule.name,
                        (item.index, match.sentence),
                        match.status,
                        "participant",
                    )
                )
    told = match.status.is_true and not is_advisory(context)
    if told and any(actors for _, actors in rows):
        draft.vote("held", match.rule.name, match.sentence)


def _items(context: Context, match: Match) -> Iterator[Row]:
    """Yield the items below with those whom each names first."""
    absent = context.scribe.rules.cues.get("absent")
    for item in context.scribe.items_below(match.item):
        if absent and absent.search(item.view.text):
            continue
        named = [m for m in item.mentions if m.slot in _ACTORS]
        actors = named if named and named[0].start < _LISTED_WITHIN else []
        if actors and actors[0].slot == "person":
            actors = [actor for actor in actors if actor.slot == "person"]
        yield item, actors


def _table(context: Context, match: Match) -> list[Row]:
    """Return the rows of the table below, each a state or body with its people.

    "Chile – Ms A, Minister" is a row; so is "Country: Chile", with the line
    "Head: Ms A" below it. One row alone is no table.
    """
    sentences = context.scribe.annotation.sentences
    absent = context.scribe.rules.cues.get("absent")
    rows: list[Row] = []
    for item in sentences[match.sentence + 1 :]:
        if absent and absent.search(item.view.text):
            continue
        actors = _in_row(item, opened=bool(rows))
        if actors:
            rows.append((item, actors))
        elif rows or item.index > match.sentence + 1:
            break
    if sum(row[0].slot != "person" for _, row in rows) < _FEWEST:
        return []
    state: Mention | None = None
    for _, row in rows if match.status.is_true else ():
        state = row[0] if row[0].slot != "person" else state
        hold_for(context, [m for m in row if m.slot == "person"], state)
    return rows


def _in_row(item: Annotated, *, opened: bool) -> list[Mention]:
    """Return whom a line of a table names: a state or body, its people, or these."""
    actors = [m for m in item.mentions if m.slot in _ACTORS]
    if not actors or item.block.last - item.block.first > 1:
        return []
    text, first = item.view.text, actors[0]
    labelled = _LABEL.fullmatch(text, 0, first.start)
    if first.slot == "person":
        return actors[:1] if labelled and opened else []
    opens = labelled or not re.search(r"\w", text[: first.start])
    if opens and not re.search(r"\w", text[first.end :]):
        return [first]
    people = [m for m in actors[1:] if m.slot == "person"]
    tied = people and _APART.fullmatch(text, first.end, people[0].start)
    return [first, *people] if tied and opens and not labelled else []
