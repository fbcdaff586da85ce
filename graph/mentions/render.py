"""A sentence rendered for patterns: each mention is one character."""

import re
from dataclasses import dataclass

from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["Rendered", "render"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text in which each mention is one character of its slot.

    Attributes:
        text: The rendered text; articles before mentions are gone.
        starts: For each character of it, where it begins in the view.
        ends: For each character of it, where it ends in the view.
        mentions: The mention that each slot character stands for, by position.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: dict[int, Mention]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the view of a span of the rendered text."""
        if start >= end:
            position = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return position, position
        return self.starts[start], self.ends[end - 1]

    def within(self, start: int, end: int, *slots: str) -> list[Mention]:
        """Return the mentions in a span, of some slots or of any."""
        return [
            item
            for position, item in self.mentions.items()
            if start <= position < end and (not slots or item.slot in slots)
        ]

    def place_of(self, mention: Mention) -> int:
        """Return where in the rendered text a mention of it stands."""
        return next(p for p, item in self.mentions.items() if item is mention)

    def group(self, match: re.Match[str], name: str, *slots: str) -> list[Mention]:
        """Return the mentions in a named group of a match, none if it is not there."""
        if name not in match.re.groupindex or match.start(name) < 0:
            return []
        return self.within(match.start(name), match.end(name), *slots)


def render(text: str, mentions: list[Mention], rules: Rules) -> Rendered:
    """Return a text rendered with its mentions, which must not overlap."""
    articles = rules.list_words("articles")
    plain = text.translate(_PLAIN)
    plain = plain.translate(rules.spelling) if rules.spelling else plain
    keeping = rules.list_words("keeps_articles")
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    placed: dict[int, Mention] = {}
    position = 0
    for item in sorted(mentions, key=lambda mention: mention.start):
        _add_words(plain, position, item.start, characters, starts, ends)
        if item.slot not in keeping:
            _drop_article(characters, starts, ends, articles)
        placed[len(characters)] = item
        characters.append(SLOTS[item.slot])
        starts.append(item.start)
        ends.append(item.end)
        position = item.end
    _add_words(plain, position, len(text), characters, starts, ends)
    return Rendered("".join(characters), tuple(starts), tuple(ends), placed)


def _add_words(
    text: str,
    start: int,
    end: int,
    characters: list[str],
    starts: list[int],
    ends: list[int],
) -> None:
    """Add the words between two mentions, character by character."""
    characters.extend(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))


def _drop_article(
    characters: list[str], starts: list[int], ends: list[int], articles: tuple[str, ...]
) -> None:
    """Take off the article that the rendered text ends with."""
    if not characters or characters[-1] not in " '":
        return
    tail = "".join(characters[-6:]).lower()
    for article in articles:
        word = article if article.endswith("'") else f"{article} "
        before = tail[: -len(word)][-1:]
        if tail.endswith(word) and not before.isalnum():
            del characters[-len(word) :], starts[-len(word) :], ends[-len(word) :]
            return
