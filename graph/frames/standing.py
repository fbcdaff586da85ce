"""How a day or a place stands to the meeting beside it in a sentence."""

from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules.patterns import Patterns

__all__ = ["is_last_day", "is_listed", "is_of_something_about", "is_only_told_about"]


def is_last_day(item: Annotated, position: int, cues: Patterns) -> bool:
    """Whether a day is the last of a meeting: "held in Oslo until 4 May"."""
    cue = cues.get("last_day")
    return bool(cue and cue.search(item.rendered.text, 0, position))


def is_listed(item: Annotated, position: int, cues: Patterns) -> bool:
    """Whether a place stands between a meeting and its day: "X, Lima, 4 May 2019"."""
    behind, before = cues.get("listed_behind"), cues.get("listed_before")
    text = item.rendered.text
    return bool(
        before
        and behind
        and before.search(text, 0, position)
        and behind.match(text, position + 1)
    )


def is_of_something_about(
    item: Annotated, meeting: Mention, position: int, cues: Patterns
) -> bool:
    """Whether a place or day is that of a thing about a meeting, or that comes of it.

    "A film about the conference opened in Oslo", "the results of it were given on …".
    """
    text, place = item.rendered.text, item.rendered.place_of(meeting)
    names = ("thing_about", "thing_of")
    told = any(cue.search(text, 0, place) for cue in map(cues.get, names) if cue)
    return told and place < position and _acts(text, place, position, cues)


def is_only_told_about(text: str, place: int, cues: Patterns) -> bool:
    """Whether the verb behind a meeting is that of a thing about it: a protest, a film.

    So nothing says whether the meeting itself was held.
    """
    about = cues.get("thing_about")
    told = about is not None and about.search(text, 0, place) is not None
    return told and _acts(text, place, len(text), cues)


def _acts(text: str, place: int, end: int, cues: Patterns) -> bool:
    """Whether a verb stands behind a meeting that is not in a clause of its own."""
    own, did = cues.get("own_clause"), cues.get("thing_did")
    if did is None or (own and own.match(text[place + 1 :])):
        return False
    return did.search(text, place, end) is not None
