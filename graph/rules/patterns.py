"""Patterns that are compiled when a text first needs them.

To compile all patterns of a language takes longer than to read a document.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, overload

from hiwar.graph.rules.branches import branched
from hiwar.graph.rules.needs import Needs, needs_of
from hiwar.graph.rules.sieve import fit_of
from hiwar.graph.rules.strings import fold_case

__all__ = ["Patterns", "Sought"]

_T = TypeVar("_T")


class Sought:
    """A pattern that is compiled, and sought, only in texts that meet its needs.

    >>> pattern = Sought("hosts? of", re.IGNORECASE)
    >>> [match[0] for match in pattern.finditer("The Host of the talks")]
    ['Host of']
    """

    def __init__(
        self,
        pattern: str,
        flags: re.RegexFlag = re.NOFLAG,
        *,
        expand: Callable[[str], str] = str,
        needs: Callable[[str], Needs] = needs_of,
    ) -> None:
        self._text = pattern
        self._flags = flags
        self._expand = expand
        self._needs = needs

    def search(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the first match in a text, between two places in it."""
        if self._fits is None or self._fits(fold_case(text)):
            return self._pattern.search(text, start, end)
        return None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return all matches in a text, between two places in it."""
        if self._fits is None or self._fits(fold_case(text)):
            return self._pattern.finditer(text, start, end)
        return iter(())

    def match(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the match that begins at a place in a text."""
        return self._pattern.match(text, start, end)

    def fullmatch(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """Return the match that takes all of a text between two places."""
        return self._pattern.fullmatch(text, start, end)

    def sub(self, other: str, text: str) -> str:
        """Return a text with something other in the place of each match."""
        return self._pattern.sub(other, text)

    @cached_property
    def pattern(self) -> str:
        """The regular expression, with what its names stand for."""
        return self._expand(self._text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(branched(self.pattern), self._flags)

    @cached_property
    def _fits(self) -> Callable[[str], bool] | None:
        return fit_of(self._needs(self._text))


class Patterns(Mapping[str, Sought]):
    """Patterns by name, each made when it is first asked for.

    A name may have a list of patterns, of which any is found.

    >>> cues = Patterns({"negated": "not|never", "apart": ["war", "aid"]}, Sought)
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
        made: Callable[[str], Sought],
    ) -> None:
        self._given = given
        self._make = made
        self._made: dict[str, Sought] = {}

    def __getitem__(self, name: str) -> Sought:
        if name not in self._made:
            given = self._given[name]
            if not isinstance(given, str):
                given = "|".join(f"(?:{part})" for part in given)
            self._made[name] = self._make(given)
        return self._made[name]

    @overload
    def get(self, name: str, /) -> Sought | None: ...
    @overload
    def get(self, name: str, /, default: Sought | _T) -> Sought | _T: ...

    def get(self, name: str, /, default: object = None) -> object:
        """Return the pattern of a name, or else the default; asked for all the time."""
        made = self._made.get(name)
        if made is None and name in self._given:
            made = self[name]
        return default if made is None else made

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)
