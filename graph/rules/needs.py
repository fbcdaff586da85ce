"""What a text must hold for a pattern to be found in it.

A language has hundreds of patterns, and a sentence fits few of them. The needs of a
pattern are read off its text once; a pattern whose needs a sentence does not meet is
not tried on it. They never keep a match away: what is not understood needs nothing.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from hiwar.graph.rules.strings import bits_told, fold_case, has_slot, is_plain

__all__ = ["UNKNOWN", "Needs", "Part", "Way", "needs_of", "part_of"]

Way = tuple[frozenset[str], ...]
"""Of each set, at least one string stands in the folded text."""
Needs = tuple[Way, ...]
"""The ways of which a text must meet one: an empty way is met by each text."""

_TOKEN = re.compile(
    r"[a-z0-9 ,]{2,}(?![*+?{])|<[\w-]+>|\(\?i\)"
    r"|\\u[\da-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?P=\w+\)|\(\?(?:P<\w+>|\(\w+\)|<?[=!]|[a-z]*(?:-[a-z]+)?:)|\(\?|[()|]"
    r"|[*+?][?+]?|\{\d+(?:,\d*)?\}[?+]?|\{,\d+\}[?+]?|.",
    re.DOTALL,
)
_OPENING: Final = "("
_CONDITIONAL: Final = "(?("
_AGAIN: Final = "(?P="
_BLIND: Final = "(?i)"
_LOOKS: Final = ("(?=", "(?<=", "(?!", "(?<!")
_QUANTIFIER = re.compile(r"[*+?]|\{(?P<least>\d*)")
_NOTHING_MEETS: frozenset[str] = frozenset()
_EMPTY: frozenset[str] = frozenset({""})
_PLACES: Final = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_KINDS: Final = frozenset("dDsSwW")
_SIMPLE_CLASS = re.compile(r"\[(?P<each>[\w ,;:.'’\ue000-\uf8ff]+-?)\]")
_MOST, _MOST_BRANCHES = 48, 400
"""So many strings are told apart, in a sequence and in alternatives."""
_MOST_SHORTENED = 16
"""Of more strings, those that hold another are kept."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a pattern takes, and what it needs.

    Attributes:
        exact: All that it may take, folded, where that is known.
        needs: What must stand in a text besides.
    """

    exact: frozenset[str] | None
    needs: Way = ()

    @property
    def way(self) -> Way:
        """All that a text must hold."""
        return (*self.needs, *_need(self.exact))


UNKNOWN: Final = Part(None)
"""A part that may take anything."""
_PLACE: Final = Part(_EMPTY)
"""A part that takes nothing."""


def _no_names(_: str) -> Part | None:
    """Return what names stand for where there are none."""
    return None


def needs_of(pattern: str, named: Callable[[str], Part | None] = _no_names) -> Needs:
    r"""Return what a text must hold for a pattern, blind to case, to be found in it.

    Args:
        pattern: A regular expression, which may hold names in angle brackets.
        named: The pattern that a name stands for; ``None`` for no name.

    >>> [[sorted(need) for need in way] for way in needs_of("(?:host|open)ed .+ by|at")]
    [[['hosted ', 'opened '], [' by']], [['at']]]
    >>> needs_of(r"anything (.) but \1")
    ((),)
    """
    tokens = _TOKEN.findall(pattern)
    try:
        branches, end = _Reader(tokens, named).branches(0)
    except _NotUnderstoodError:
        return ((),)
    return _joined(part.way for part in branches) if end == len(tokens) else ((),)


def part_of(pattern: str, named: Callable[[str], Part | None]) -> Part:
    """Return what a pattern that is a part of others takes and needs."""
    tokens = _TOKEN.findall(pattern)
    try:
        branches, end = _Reader(tokens, named).branches(0)
    except _NotUnderstoodError:
        return UNKNOWN
    return _either(branches) if end == len(tokens) else UNKNOWN


class _NotUnderstoodError(Exception):
    """A pattern has something that is not read here."""


class _Reader:
    """The tokens of a pattern, and what the names in it stand for."""

    def __init__(self, tokens: list[str], named: Callable[[str], Part | None]) -> None:
        self._tokens = tokens
        self._named = named

    def branches(self, at: int) -> tuple[list[Part], int]:
        """Return the alternatives from a token on, and the token behind."""
        found = []
        while True:
            part, at = self._sequence(at)
            found.append(part)
            if at == len(self._tokens) or self._tokens[at] != "|":
                return found, at
            at += 1

    def _sequence(self, at: int) -> tuple[Part, int]:
        """Return what a sequence takes and needs, and the token behind it."""
        needs: list[frozenset[str]] = []
        run, is_whole = _EMPTY, True
        while at < len(self._tokens) and self._tokens[at] not in ("|", ")"):
            part, at = self._atom(at)
            least, is_repeated, at = _repetition(self._tokens, at)
            needs.extend(part.needs if least else ())
            takes = None if is_repeated and not least else part.exact
            if takes is not None and not least:
                takes |= _EMPTY
            longer = _crossed(run, takes)
            if longer is None:
                needs.extend(_need(run))
                run = _EMPTY if takes is None else takes
            else:
                run = longer
            if is_repeated or takes is None:
                needs.extend(_need(run))
                run = _EMPTY
            is_whole = is_whole and longer is not None and not is_repeated
        if is_whole:
            return Part(run, tuple(needs)), at
        return Part(None, (*needs, *_need(run))), at

    def _atom(self, at: int) -> tuple[Part, int]:
        """Return what an atom takes and needs, and the token behind it."""
        token = self._tokens[at]
        if token.startswith(_AGAIN):
            return UNKNOWN, at + 1
        if token == _BLIND:
            return _PLACE, at + 1
        if token[0] == _OPENING:
            return self._group(at)
        if len(token) > 1 and token[0] == "[":
            return _class(token), at + 1
        if len(token) > 1 and token[0] == "<":
            named = self._named(token[1:-1])
            if named is None:
                raise _NotUnderstoodError
            return named, at + 1
        return _literal(token), at + 1

    def _group(self, at: int) -> tuple[Part, int]:
        """Return what a group takes and needs; what must not follow needs nothing.

        ``(?!)`` is never found, so nothing meets what it needs.
        """
        opening = self._tokens[at]
        if opening == "(?":
            raise _NotUnderstoodError
        branches, end = self.branches(at + 1)
        if end == len(self._tokens):
            raise _NotUnderstoodError
        if opening in _LOOKS:
            never = (_NOTHING_MEETS,) if end == at + 1 else ()
            needs = never if opening.endswith("!") else _either(branches).way
            return Part(_EMPTY, needs), end + 1
        if opening.startswith(_CONDITIONAL) and len(branches) == 1:
            return UNKNOWN, end + 1
        return _either(branches), end + 1


def _either(branches: list[Part]) -> Part:
    """Return what alternatives take and need, of which a text has any."""
    branches = [part for part in branches if _NOTHING_MEETS not in part.needs]
    if not branches:
        return Part(_EMPTY, (_NOTHING_MEETS,))
    if len(branches) == 1:
        return branches[0]
    told = [part.exact for part in branches if part.exact is not None]
    number = sum(map(len, told))
    if len(told) == len(branches) and number <= _MOST_BRANCHES:
        return Part(frozenset(chain.from_iterable(told)))
    ways = [part.way for part in branches]
    if not all(ways):
        return UNKNOWN
    words = [[need for need in way if not has_slot(need)] for way in ways]
    best = [_best(ways), *([_best(words)] if all(words) else ())]
    return Part(None, tuple(dict.fromkeys(best)))


def _best(ways: Iterable[Sequence[frozenset[str]]]) -> frozenset[str]:
    """Return strings of which a text has one if it meets any of some ways."""
    best = [max(way, key=bits_told) for way in ways]
    return frozenset(chain.from_iterable(best))


def _joined(ways: Iterable[Way]) -> Needs:
    """Return ways, those that need but one thing as one way."""
    found, single = list[Way](), set[str]()
    for way in ways:
        if len(way) == 1:
            single |= way[0]
        elif _NOTHING_MEETS not in way:
            found.append(way)
    return (*found, (frozenset(single),)) if single else tuple(found)


def _need(exact: frozenset[str] | None) -> Way:
    """Return what a text must hold in which one of some strings stands."""
    if exact is None or "" in exact:
        return ()
    if not 1 < len(exact) <= _MOST_SHORTENED:
        return (exact,)
    return (
        frozenset(
            one
            for one in exact
            if not any(other in one and other != one for other in exact)
        ),
    )


def _crossed(
    run: frozenset[str], takes: frozenset[str] | None
) -> frozenset[str] | None:
    """Return each of some strings with each that may follow, unless they are many."""
    if run == _EMPTY or takes == _EMPTY:
        return takes if run == _EMPTY else run
    if takes is None or len(run) * len(takes) > max(_MOST, len(run), len(takes)):
        return None
    return frozenset(one + other for one in run for other in takes)


@lru_cache(maxsize=1024)
def _class(token: str) -> Part:
    """Return what a class of characters takes, where it is no more than a few."""
    found = _SIMPLE_CLASS.fullmatch(token)
    each = fold_case(found["each"]) if found else ""
    return Part(frozenset(each)) if each and all(map(is_plain, each)) else UNKNOWN


@lru_cache(maxsize=1024)
def _literal(token: str) -> Part:
    """Return what a token that is no group and no class takes."""
    if token in _PLACES:
        return _PLACE
    if token == "." or (token[0] == "\\" and token[1:] in _KINDS):
        return UNKNOWN
    if token[:2] == "\\u" and len(token) > 2:
        token = chr(int(token[2:], 16))
    elif token[0] == "\\":
        token = token[1:]
        if token.isalnum():
            raise _NotUnderstoodError
    elif _QUANTIFIER.match(token):
        raise _NotUnderstoodError
    characters = fold_case(token)
    return Part(frozenset({characters})) if all(map(is_plain, characters)) else UNKNOWN


def _repetition(tokens: list[str], at: int) -> tuple[int, bool, int]:
    """Return an atom's least number, whether it may repeat, and the token behind."""
    found = _QUANTIFIER.match(tokens[at]) if at < len(tokens) else None
    if found is None or tokens[at] == "{":
        return 1, False, at
    sign = tokens[at][0]
    least = 1 if sign == "+" else int(found["least"] or 0)
    return least, sign != "?", at + 1
