"""What a text must hold for a pattern to be found in it.

A language has hundreds of rules, and a sentence fits few of them. The needs of a
pattern are read off its text once; a rule whose needs a sentence does not meet is
not tried on it. They never keep a match away: what is not understood needs nothing.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence

import ahocorasick

__all__ = ["Needs", "Sieve", "fold_case", "needs_of", "sought"]

Needs = tuple[frozenset[str], ...]
"""Of each set, at least one string stands in the folded text."""

_TOKEN = re.compile(
    r"[a-z0-9 ,]{2,}(?![*+?{])|<[\w-]+>"
    r"|\\u[\da-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
    r"|\(\?P=\w+\)|\(\?(?:P<\w+>|\(\w+\)|<?[=!]|[a-z]*(?:-[a-z]+)?:)|\(\?|[()|]"
    r"|[*+?][?+]?|\{\d+(?:,\d*)?\}[?+]?|\{,\d+\}[?+]?|.",
    re.DOTALL,
)
_OPENING = "("
_CONDITIONAL = "(?("
_AGAIN = "(?P="
_QUANTIFIER = re.compile(r"[*+?]|\{(?P<least>\d*)")
_NOTHING_MEETS: frozenset[str] = frozenset()
_NO_TEXT = frozenset("bBdDsSwWAZ")
_WORTH_OF_A_SLOT = 6
_FEW = 8
"""So few strings are sought sooner one by one than all in one pass."""
_ODD_CASES = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})


def fold_case(text: str) -> str:
    """Return a text in which what a pattern blind to case takes as one is one.

    >>> fold_case("İSTANBUL ıſ")
    'istanbul is'
    """
    is_odd = "ſ" in text or "ı" in text or "İ" in text
    return (text.translate(_ODD_CASES) if is_odd else text).lower()


def _no_names(_: str) -> Needs | None:
    """Return what names stand for where there are none."""
    return None


def needs_of(pattern: str, named: Callable[[str], Needs | None] = _no_names) -> Needs:
    r"""Return what a text must hold for a pattern, blind to case, to be found in it.

    Args:
        pattern: A regular expression, which may hold names in angle brackets.
        named: What the pattern that a name stands for needs; ``None`` for no name.

    >>> [sorted(need) for need in needs_of("(?:host|open)(?:s|ed)? the meeting")]
    [['host', 'open'], [' the meeting']]
    >>> needs_of(r"anything (.) but \1")
    ()
    >>> needs_of("they <met>", {"met": needs_of("gathered")}.get)
    (frozenset({'they '}), frozenset({'gathered'}))
    """
    tokens = _TOKEN.findall(pattern)
    try:
        needs, end = _Reader(tokens, named).alternatives(0)
    except _NotUnderstoodError:
        return ()
    return tuple(needs) if end == len(tokens) else ()


class Sieve:
    """Many needs, met by a text or not, found in one pass over their words.

    >>> Sieve([needs_of("hosted"), needs_of("chaired")]).passing("It hosted.")
    [0]
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        telling = [[need for need in item if _is_telling(need)] for item in needs]
        distinct = dict.fromkeys(need for item in telling for need in item)
        bits = {need: 1 << number for number, need in enumerate(distinct)}
        words: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                words[word] = words.get(word, 0) | bit
        rarest: dict[str, list[int]] = {word: [] for word in words}
        for index, item in enumerate(telling):
            for word in max(item, key=_worth, default=frozenset()):
                rarest[word].append(index)
        self._words = ahocorasick.Automaton()
        for word, met in words.items():
            self._words.add_word(word, (met, tuple(rarest[word])))
        self._words.make_automaton()
        self._wanted = [sum({bits[need] for need in item}) for item in telling]
        self._always = [index for index, item in enumerate(telling) if not item]

    def passing(self, text: str) -> list[int]:
        """Return the indexes of the needs that a text meets, in their order."""
        met, likely = 0, set(self._always)
        if len(self._words):
            for _, (bits, rarest) in self._words.iter(fold_case(text)):
                met |= bits
                likely.update(rarest)
        wanted = self._wanted
        return [index for index in sorted(likely) if wanted[index] & ~met == 0]


def sought(need: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells whether a folded text holds a string of a need.

    >>> sought(frozenset({"host", "chair"}))("it was chaired by")
    True
    """
    if len(need) <= _FEW:
        return lambda folded: any(map(folded.__contains__, need))
    words = ahocorasick.Automaton()
    for word in need:
        words.add_word(word, word)
    words.make_automaton()
    return lambda folded: next(words.iter(folded), None) is not None


def _is_telling(need: frozenset[str]) -> bool:
    """Whether a need keeps texts away: nearly all have every letter."""
    return all(len(word) > 1 or _is_rare(word) for word in need)


def _is_rare(sign: str) -> bool:
    return sign == ":" or "\ue000" <= sign <= "\uf8ff"


class _NotUnderstoodError(Exception):
    """A pattern has something that is not read here."""


class _Reader:
    """The tokens of a pattern, and what the names in it need."""

    def __init__(self, tokens: list[str], named: Callable[[str], Needs | None]) -> None:
        self._tokens = tokens
        self._named = named

    def alternatives(self, at: int) -> tuple[list[frozenset[str]], int]:
        """Return what the alternatives from a token on need, and the token behind."""
        branches = []
        while True:
            needs, at = self._sequence(at)
            branches.append(needs)
            if at == len(self._tokens) or self._tokens[at] != "|":
                break
            at += 1
        if len(branches) == 1:
            return branches[0], at
        shared = [need for need in branches[0] if all(need in b for b in branches)]
        if not all(branches):
            return shared, at
        most = frozenset().union(*(max(needs, key=_worth) for needs in branches))
        return [most, *(need for need in shared if need != most)], at

    def _sequence(self, at: int) -> tuple[list[frozenset[str]], int]:
        """Return what a sequence needs, and the token behind it."""
        needs: list[frozenset[str]] = []
        run = ""
        while at < len(self._tokens) and self._tokens[at] not in ("|", ")"):
            literal, inner, at = self._atom(at)
            least, is_counted, at = _repetition(self._tokens, at)
            if literal and least:
                run += literal
            if (not literal or is_counted) and run:
                needs.append(frozenset([run]))
                run = ""
            if least:
                needs.extend(inner)
        if run:
            needs.append(frozenset([run]))
        return needs, at

    def _atom(self, at: int) -> tuple[str, Sequence[frozenset[str]], int]:
        """Return an atom's characters, else what it needs, and the token behind."""
        token = self._tokens[at]
        if token.startswith(_AGAIN):
            return "", (), at + 1
        if token[0] == _OPENING:
            return self._group(at)
        if len(token) > 1 and token[0] == "[":
            return "", list(_characters(token)), at + 1
        if len(token) > 1 and token[0] == "<":
            needs = self._named(token[1:-1])
            if needs is None:
                raise _NotUnderstoodError
            return "", needs, at + 1
        return _literal(token), (), at + 1

    def _group(self, at: int) -> tuple[str, Sequence[frozenset[str]], int]:
        """Return what a group needs; what must not follow needs nothing.

        ``(?!)`` is never found, so nothing meets what it needs.
        """
        opening = self._tokens[at]
        if opening == "(?":
            raise _NotUnderstoodError
        needs, end = self.alternatives(at + 1)
        if end == len(self._tokens):
            raise _NotUnderstoodError
        if opening.endswith("!"):
            return "", [_NOTHING_MEETS] if end == at + 1 else (), end + 1
        is_conditional = opening.startswith(_CONDITIONAL)
        is_open = is_conditional and not self._has_branches(at + 1, end)
        return "", () if is_open else needs, end + 1

    def _has_branches(self, at: int, end: int) -> bool:
        """Whether a group has alternatives of its own, not those of a group in it."""
        depth = 0
        for token in self._tokens[at:end]:
            depth += (token[0] == _OPENING) - (token == ")")
            if token == "|" and depth == 0:
                return True
        return False


def _literal(token: str) -> str:
    """Return the characters that a token stands for, none where they may vary."""
    if token[:2] == "\\u" and len(token) > 2:
        token = chr(int(token[2:], 16))
    elif token[0] == "\\":
        if token[1:].isalnum() and token[1] not in _NO_TEXT:
            raise _NotUnderstoodError
        token = "" if token[1:].isalnum() else token[1:]
    elif token in ("^", "$", "."):
        token = ""
    elif _QUANTIFIER.match(token):
        raise _NotUnderstoodError
    characters = fold_case(token)
    return characters if all(map(_is_plain, characters)) else ""


def _characters(token: str) -> Iterator[frozenset[str]]:
    """Yield the characters of a class, where they are slots and no others."""
    characters = token[1:-1]
    if characters and all("\ue000" <= char <= "\uf8ff" for char in characters):
        yield frozenset(characters)


def _repetition(tokens: list[str], at: int) -> tuple[int, bool, int]:
    """Return an atom's least number, whether it is said, and the token behind."""
    found = _QUANTIFIER.match(tokens[at]) if at < len(tokens) else None
    if found is None or tokens[at] == "{":
        return 1, False, at
    least = 1 if tokens[at][0] == "+" else int(found["least"] or 0)
    return least, True, at + 1


def _is_plain(character: str) -> bool:
    """Whether folding is sure to make one of all that a pattern takes as it."""
    return (
        character.isascii()
        or character.lower() == character.upper()
        or "à" <= character <= "ž"
    )


def _worth(need: frozenset[str]) -> int:
    """Return how much a need tells: one long word tells more than many short."""
    if not need:
        return sys.maxsize
    lengths = [
        _WORTH_OF_A_SLOT if "\ue000" <= word <= "\uf8ff" else len(word) for word in need
    ]
    return min(lengths) * 8 - len(lengths)
