"""The words and patterns of each language, as data, and the few lines that read them.

A language is one folder here, of the files that `PARTS` names; all but ``words.toml``
may be absent. Patterns are regular expressions over *rendered* sentences, in which
each mention is one character; ``<state>``, ``<actors>`` and the like stand for those
characters (`SLOTS`), and the names under ``[words.fragments]`` for words that many
rules share (`hiwar.graph.rules.expansion`). Nothing in these files may know a document.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any

from hiwar.graph.rules.branches import branched
from hiwar.graph.rules.expansion import SLOTS, Expansion
from hiwar.graph.rules.patterns import Patterns, Sought
from hiwar.graph.rules.sieve import Sieve
from hiwar.graph.rules.spelling import respell, spelling_of
from hiwar.graph.rules.tables import LANGUAGES, PARTS, check_rules, read_tables

__all__ = [
    "LANGUAGES",
    "PARTS",
    "SLOTS",
    "Rule",
    "Rules",
    "check_rules",
    "detect_language",
    "read_tables",
    "rules_for",
]

_FUNCTION_SHARE = 0.12
"""More of a text than this must be function words of its language."""
_LABEL = re.compile(r"^[\W_]*([^\W\d_][\w &/-]{1,30}?) ?[:|]", re.MULTILINE)
_LABELS = 3
"""A record without function words has at least so many labels of its language."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One declared rule: where its pattern is found, its frame is filled.

    Attributes:
        name: What statements and reports call it.
        frame: The function of `hiwar.graph.frames` that takes its groups.
        pattern: A compiled pattern over rendered sentences.
        fires: A text in which the rule makes a fact or an undertaking.
        spares: A text much like it in which the rule must make nothing true.
        status: The status it gives, empty where the status gate decides.
        option: A word that the frame understands, such as a role or a kind.
    """

    name: str
    frame: str
    pattern: re.Pattern[str]
    fires: str
    spares: str
    status: str = ""
    option: str = ""


class Rules:
    """What is known of one language.

    Attributes:
        without: Stages that are not run, so that their worth can be measured:
            ``registry``, ``learned``, ``footnotes``.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.spelling = spelling_of(data)
        data = respell(data, self.spelling) if self.spelling else data
        self.language: str = data.get("language", "und")
        self.without: frozenset[str] = frozenset(data.get("without", ()))
        self.words: dict[str, Any] = dict(data.get("words", {}))
        self._lists: dict[str, tuple[str, ...]] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}
        self.separator: str = data.get("separator", ", ")
        self._lines = {k: re.compile(v) for k, v in data.get("lines", {}).items()}
        self.heads: dict[str, dict[str, str]] = data.get("heads", {})
        self._expansion = Expansion(self.words, self.separator)
        self.cues = Patterns(data.get("cues", {}), self._sought)
        self._declared: tuple[Mapping[str, str], ...] = tuple(data.get("rule", ()))
        self._rules: dict[int, Rule] = {}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in their order, each compiled."""
        return tuple(self._rule(index) for index in range(len(self._declared)))

    @cached_property
    def _sieve(self) -> Sieve:
        needs_of = self._expansion.needs_of
        return Sieve([needs_of(item["pattern"]) for item in self._declared])

    def _rule(self, index: int) -> Rule:
        """Return a rule as its table declares it, compiled when a text needs it."""
        if index not in self._rules:
            item = self._declared[index]
            self._rules[index] = Rule(
                item["name"],
                item["frame"],
                self.compile(item["pattern"]),
                item["fires"],
                item["spares"],
                item.get("status", ""),
                item.get("option", ""),
            )
        return self._rules[index]

    def fitting(self, text: str) -> Iterator[Rule]:
        """Yield the rules that may be found in a rendered text, in their order.

        Guarantee: a rule that is left out is not found in it.
        """
        return map(self._rule, self._sieve.passing(text))

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Return a pattern with its slots filled in, blind to case."""
        return re.compile(branched(self._expansion.expand(pattern)), re.IGNORECASE)

    def _sought(self, pattern: str) -> Sought:
        """Return a pattern that is sought where a text may hold it, blind to case."""
        expand, needs = self._expansion.expand, self._expansion.needs_of
        return Sought(pattern, re.IGNORECASE, expand=expand, needs=needs)

    def list_words(self, name: str) -> tuple[str, ...]:
        """Return a list of words of this language, empty where it has none."""
        if name not in self._lists:
            self._lists[name] = tuple(self.words.get(name, ()))
        return self._lists[name]

    def word_set(self, *names: str) -> frozenset[str]:
        """Return the words of some lists of this language, to look into."""
        if names not in self._sets:
            lists = (self.list_words(name) for name in names)
            self._sets[names] = frozenset(chain.from_iterable(lists))
        return self._sets[names]

    def _line(self, name: str, text: str) -> bool:
        found = self._lines.get(name)
        if found is None:
            return False
        line = " ".join(text.split())
        return bool(
            found.search(line.translate(self.spelling) if self.spelling else line)
        )

    def is_furniture(self, line: str) -> bool:
        """Whether a line is part of the page rather than of its text."""
        return self._line("furniture", line)

    def leads_to_others(self, line: str) -> bool:
        """Whether a line is a heading of those of other articles."""
        return self._line("other_articles", line)

    def is_dateline(self, line: str) -> bool:
        """Whether a line says when and where the text was published."""
        return self._line("dateline", line)

    def begins_with_place(self, line: str) -> bool:
        """Whether a dateline begins with a place and not with its day."""
        dated = {*self.words.get("months", ()), *self.words.get("weekdays", ())}
        words = re.findall(r"[^\W\d_][\w.]*|\d+", line)
        place = list(itertools.takewhile(lambda word: word.lower() not in dated, words))
        names = [word for word in place if not word[0].isdigit()]
        is_first = bool(words) and words[:1] == names[:1]
        return is_first and not any(word[0].islower() for word in names)

    def is_attribution(self, line: str) -> bool:
        """Whether a line says who spoke the block above it."""
        return self._line("attribution", line)

    def is_speech(self, line: str) -> bool:
        """Whether a line that begins with a dash is somebody's words."""
        return self._line("speech", line)


@cache
def rules_for(language: str) -> Rules:
    """Return the rules of a language; those of an unknown one are empty.

    >>> rules_for("en").language, rules_for("xx").language
    ('en', 'und')
    """
    code = language.lower().split("-")[0]
    return Rules(read_tables(code) if code in LANGUAGES else {})


def detect_language(text: str) -> str:
    """Return the language whose function words the text uses most, else ``und``.

    A record without a sentence is in that of its labels, "Venue:" and the like.

    >>> detect_language("The ministers of the states met in the city on Monday.")
    'en'
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:20_000].lower()))
    if not words:
        return "und"
    shares = {
        code: _share(words, rules)
        for code in LANGUAGES
        if (rules := rules_for(code)).word_set("function")
    }
    best = max(shares, key=lambda code: shares[code])
    least = rules_for(best).words.get("function_share", _FUNCTION_SHARE)
    return best if shares[best] > least else _language_of_labels(text)


def _language_of_labels(text: str) -> str:
    """Return the language of the words before ":" or "|" in lines, else ``und``."""
    labels = [label.strip().lower() for label in _LABEL.findall(text[:20_000])]
    told = {
        code: sum(label in rules_for(code).word_set("labels") for label in labels)
        for code in LANGUAGES
    }
    best = max(told, key=lambda code: told[code])
    return best if told[best] >= _LABELS else "und"


def _share(words: Counter[str], rules: Rules) -> float:
    """Return how many of some words are function words of a language.

    So are words of a form that only the language has, such as those with its article.
    """
    function_words, form = rules.word_set("function"), rules.words.get("function_form")
    has_form = re.compile(form).fullmatch if form else lambda _: None
    found = sum(
        number
        for word, number in words.items()
        if (word if word.isascii() else word.translate(rules.spelling))
        in function_words
        or has_form(word)
    )
    return found / words.total()
