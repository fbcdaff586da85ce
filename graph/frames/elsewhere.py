"""Places that stand beside a meeting and are not where it was."""

import re
from collections.abc import Iterable

from hiwar.graph.frames.homeland import states_of
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Thing
from hiwar.graph.rules.patterns import Patterns

__all__ = ["is_elsewhere", "is_in_other_state"]

_APPOSED = 6
_FEWEST_WORDS = 2
"""An adverb or a participle, and the preposition."""
_COMMA = re.compile(r", (?:\w+ )?")


def is_elsewhere(
    item: Annotated, meeting: Mention, position: int, cues: Patterns
) -> bool:
    """Return whether a place beside a meeting tells where something else is.

    A place before a meeting counts as its own unless a verb before it has another
    object; one behind it, unless words of the language or the registry set it apart.

    Args:
        item: The sentence.
        meeting: Which one the place stands beside.
        position: Where the place, or state, stands in the rendered sentence.
        cues: Those of the language.
    """
    beside = item.rendered.place_of(meeting)
    since = beside + 1 if beside < position else 0
    return (
        _is_set_apart(item, position, cues)
        or _is_listed(item, position, cues)
        or _is_of_other_state(item, since, position)
        or _is_of_noun(item, beside, position, cues)
    )


def _is_set_apart(item: Annotated, position: int, cues: Patterns) -> bool:
    """Whether words tell of something else: "cancelled after an attack in Chile"."""
    cue = cues.get("apart_place")
    meetings = [p for p, m in item.rendered.mentions.items() if m.slot == "meeting"]
    last = max((p for p in meetings if p < position), default=position)
    return bool(cue and cue.search(item.rendered.text, last, position))


def _is_listed(item: Annotated, position: int, cues: Patterns) -> bool:
    """Whether a state is the first of several: no meeting is "in Chile and Peru"."""
    several = cues.get("several_states")
    return bool(several and several.match(item.rendered.text, position))


def is_in_other_state(known: Iterable[Thing], mention: Mention) -> bool:
    """Whether a state is none of those of a place known, or the other way round."""
    told = set(states_of(mention.thing))
    for thing in known:
        states = set(states_of(thing))
        if told and states and told.isdisjoint(states):
            return True
    return False


def _is_of_other_state(item: Annotated, since: int, position: int) -> bool:
    """Whether a state is not that of the place told before: "in Lima, Chile signed"."""
    mention, before = item.rendered.mentions[position], _place_in(item, since, position)
    if mention.slot != "state" or before is None:
        return False
    states = set(states_of(before.thing))
    return bool(states) and mention.thing not in states


def _place_in(item: Annotated, start: int, end: int) -> Mention | None:
    """Return the last place in a span of the rendered sentence."""
    places = item.rendered.within(start, end, "place")
    return max(places, key=lambda mention: mention.start, default=None)


def _is_of_noun(item: Annotated, beside: int, position: int, cues: Patterns) -> bool:
    """Whether a place is that of what somebody spoke of: "discussed the war in X".

    Never so where the meeting follows after a comma, in "Lima, Peru", and behind a
    meeting of which no other place has been told.
    """
    text = item.rendered.text
    first = beside + 1 if beside < position else 0
    told = _place_in(item, first, position)
    if told and position - item.rendered.place_of(told) <= _APPOSED:
        return False
    if not told if first else _COMMA.fullmatch(text[position + 1 : beside]):
        return False
    return _has_object(text, first, position, cues)


def _has_object(text: str, first: int, position: int, cues: Patterns) -> bool:
    """Whether a verb, and not one of meeting, has something between it and a place."""
    past, inverts, venue = (
        cues.get(name) for name in ("past", "inverts", "venue_before")
    )
    verbs = list(past.finditer(text, first, position)) if past else []
    if not verbs or len(text[verbs[-1].end() : position].split()) <= _FEWEST_WORDS:
        return False
    if inverts and inverts.search(text, verbs[-1].start(), position):
        return False
    met = venue.finditer(text) if venue else ()
    return not any(found.end() == position for found in met)
