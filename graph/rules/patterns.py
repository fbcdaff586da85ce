"""Patterns that are compiled when a text first needs them.

To compile all patterns of a language takes longer than to read a document.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from hiwar.graph.rules.branches import branched
from hiwar.graph.rules.needs import fold_case, needs_of, sought

__all__ = ["Patterns", "Sought"]


class Patterns(Mapping[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for.

    A name may have a list of patterns, of which any is found.

    >>> cues = Patterns({"negated": "not|never", "apart": ["war", "aid"]}, re.compile)
    >>> cues["negated"].search("It never met.")
    <re.Match object; span=(3, 8), match='never'>
    >>> cues["apart"].pattern
    '(?:war)|(?:aid)'
    >>> list(cues), cues.get("planned")
    (['negated', 'apart'], None)
    """

    def __init__(
        self,
        given: Mapping[str, str | list[str]],
        compiled: Callable[[str], re.Pattern[str]],
    ) -> None:
        self._given = given
        self._compile = compiled
        self._made: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._made:
            given = self._given[name]
            if not isinstance(given, str):
                given = "|".join(f"(?:{part})" for part in given)
            self._made[name] = self._compile(given)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


class Sought:
    """A pattern that is compiled, and tried, only on texts that meet its needs.

    >>> pattern = Sought("hosts? of", re.IGNORECASE)
    >>> [match[0] for match in pattern.finditer("The Host of the talks")]
    ['Host of']
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._text = pattern
        self._flags = flags

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Return all matches in a text, from a place in it on."""
        folded = fold_case(text)
        if all(is_met(folded) for is_met in self._needs):
            return self._pattern.finditer(text, start)
        return iter(())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(branched(self._text), self._flags)

    @cached_property
    def _needs(self) -> list[Callable[[str], bool]]:
        return [sought(need) for need in sorted(needs_of(self._text), key=len)]
