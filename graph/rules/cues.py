"""The cues of a language: patterns that say how a clause means what it tells."""

import re
from collections.abc import Callable, Iterator, Mapping

__all__ = ["Cues"]


class Cues(Mapping[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for.

    >>> cues = Cues({"negated": "not|never"}, re.compile)
    >>> cues["negated"].search("It never met.")
    <re.Match object; span=(3, 8), match='never'>
    >>> list(cues), cues.get("planned")
    (['negated'], None)
    """

    def __init__(
        self, given: Mapping[str, str], compiled: Callable[[str], re.Pattern[str]]
    ) -> None:
        self._given = given
        self._compile = compiled
        self._made: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._made:
            self._made[name] = self._compile(self._given[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)
