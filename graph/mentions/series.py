"""Nouns that tell of a process itself, though meetings are called so too: "forum"."""

from hiwar.graph.rules import Rules

__all__ = ["names_series"]


def names_series(head: str, before: str, rules: Rules) -> bool:
    """Whether a noun says what a process is, or what it is that has meetings.

    "The Rabat Process, the regional forum on …", "the plenary of the regional forum".
    """
    if head != head.lower() or head not in rules.list_words("series_heads"):
        return False
    cues = (rules.cues.get("predicate"), rules.cues.get("part_of_series"))
    return any(cue.search(before) for cue in cues if cue)
