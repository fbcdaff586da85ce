"""The names that the registry knows, found in one longest-match pass.

All registries are searched together, so that "Khartoum Process" wins over
"Khartoum" and "South Sudan" over "Sudan".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick

from hiwar.graph.mentions.capitals import is_label, is_shouted
from hiwar.graph.mentions.cities import find_cities
from hiwar.graph.mentions.mention import Mention, View, fold, whole_name
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import thing_iri
from hiwar.graph.rules import Rules, rules_for
from hiwar.ontology.records import Name, Record, load_registry

__all__ = ["find_names", "registry_thing"]

_SLOTS = {
    "State": "state",
    "Organisation": "org",
    "Process": "process",
    "Document": "document",
    "FundingInstrument": "instrument",
    "Place": "place",
}
_RANKS = {
    "state": 0,
    "process": 1,
    "org": 2,
    "document": 3,
    "instrument": 4,
    "demonym": 5,
    "place": 6,
}
_OF_STATES = frozenset({"state", "place", "demonym"})
_TELLING = 4
"""Spaces in a process's name that is no common phrase, even in small letters."""
_KINDS = {"FundingInstrument": "instrument"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name of one thing."""

    slot: str
    thing: Thing
    exact: str
    language: str
    details: tuple[tuple[str, str], ...] = ()


def registry_thing(record: Record) -> Thing:
    """Return the thing that a record of the registry describes."""
    kind = _KINDS.get(record.kind, record.kind.lower())
    iri = str(thing_iri(kind, record.slug))
    return Thing(record.kind, f"{kind}/{record.slug}", iri)


def find_names(view: View, rules: Rules) -> list[Mention]:
    """Return the registry's names in a view, leftmost and longest first.

    A name counts at word boundaries and with a capital first letter, where its
    script has capitals; an acronym counts only as it is written. "Ms Georgia X" is
    a person. They are looked for once in each view.
    """
    if rules not in view.named:
        view.named[rules] = _find_names(view, rules)
    return list(view.named[rules])


def _find_names(view: View, rules: Rules) -> list[Mention]:
    """Return what `find_names` does, looked for anew."""
    found = [
        _mention(entry, view, start, end, rules)
        for start, end, entries in _candidates(view, rules)
        if (entry := _choose(view.text[start:end], entries, rules))
        and not _is_given_name(view.text, start, end, rules)
        and not is_shouted(view.text, start, end, rules)
        and not is_label(view.text, start, end, rules)
    ]
    longer = _longer_names(view, rules)
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[Mention] = []
    for item in found:
        is_within = any(low <= item.start and item.end <= high for low, high in longer)
        if not is_within and (not kept or item.start >= kept[-1].end):
            kept.append(item)
    kept = [item for item in kept if not _is_end_of_name(item, view.text, rules)]
    common, shared = map(rules.list_words, ("common_names", "shared_names"))
    return [
        item
        for item in kept
        if (item.text not in common or _is_led(item, kept, view.text, rules))
        and (item.text not in shared or not _is_elsewhere(item, kept, view.text))
    ]


def _mention(entry: _Entry, view: View, start: int, end: int, rules: Rules) -> Mention:
    contracted: dict[str, str] = rules.words.get("contracted", {})
    name = whole_name(view.text, start, end, contracted)
    details = dict(entry.details)
    return Mention(entry.slot, start, end, name, entry.thing, details=details)


def _is_end_of_name(item: Mention, text: str, rules: Rules) -> bool:
    """Whether a document's name only ends another's: "Nile Forum Agenda 2030"."""
    head, before = item.text.split()[0].lower(), text[: item.start].split()[-1:]
    if item.slot != "document" or head not in rules.heads.get("document", {}):
        return False
    word = before[0] if before and text[item.start - 1] == " " else ""
    opens = word.lower() in rules.word_set("determiners", "definite", "function")
    return word[:1].isupper() and word[-1:].isalpha() and not (opens or word.isupper())


def _is_elsewhere(item: Mention, found: list[Mention], text: str) -> bool:
    """Whether a name that a state shares is a part of another state.

    It is in "Atlanta, Georgia", in "Georgia, USA" and in "the State of Georgia".
    """
    if text[: item.start].lower().endswith("state of "):
        return True
    for other in found:
        before = text[other.end : item.start] == ", " and other.slot == "place"
        behind = text[item.end : other.start] == ", " and other.slot == "state"
        named = load_registry().at(other.thing.key) if other.thing else None
        places = named.values("inState") if named else ()
        own = item.thing.key.rpartition("/")[2] if item.thing else ""
        if before and places and own not in places:
            return True
        if behind and other.thing and other.thing.key == "state/USA":
            return True
    return False


def _is_led(item: Mention, found: list[Mention], text: str, rules: Rules) -> bool:
    """Whether a name that is a common word too stands among states or behind a lead.

    "Maurice" is a state in French behind "à" and in "Maurice, Madagascar et …".
    """
    if text[: item.start].lower().endswith(rules.list_words("name_leads")):
        return True
    near = [
        text[min(item.end, other.end) : max(item.start, other.start)]
        for other in found
        if other is not item and other.slot == "state"
    ]
    separator = re.compile(rules.separator)
    return any(separator.fullmatch(between) for between in near)


def _longer_names(view: View, rules: Rules) -> list[tuple[int, int]]:
    """Return the spans of names in which a state's name is not the state's."""
    return [
        match.span()
        for name, pattern in _within_names(rules)
        if name in view.folded
        for match in pattern.finditer(view.folded)
    ] + [match.span() for match in _titles(rules).finditer(view.text)]


@cache
def _titles(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of names that only begin or end with a state's: "Air Chad"."""
    fronts = "|".join(rules.list_words("name_fronts")) or "(?!)"
    tails = "|".join(rules.list_words("name_tails")) or "(?!)"
    word = r"[A-ZÀ-Þ][\w-]+"
    return re.compile(
        rf"\b(?:{fronts}) {word}|\b{word}(?: {word})?(?: {word})? (?:{tails})\b"
    )


@cache
def _within_names(rules: Rules) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the names with a state's name inside, folded, each with its pattern."""
    names = [fold(name) for name in rules.list_words("within_names")]
    return tuple((name, re.compile(rf"\b{re.escape(name)}\b")) for name in names)


def _candidates(view: View, rules: Rules) -> Iterator[tuple[int, int, list[_Entry]]]:
    """Yield the spans at word boundaries that are somebody's name."""
    for last, (length, entries) in _automaton().iter(view.folded):
        start, end = last - length + 1, last + 1
        if _is_boundary(view.text, start, end, rules):
            yield start, end, entries


def _is_boundary(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether a span is a word, or one behind a particle written with it."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        rest = re.match(r"\w+", text[end:])
        if not rest or rest[0] not in rules.list_words("genitives"):
            return False
    if start == 0 or not text[start - 1].isalnum():
        return True
    word_start = start
    while word_start and text[word_start - 1].isalpha():
        word_start -= 1
    return text[word_start:start] in rules.list_words("proclitics")


def _is_given_name(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether a name stands between a title and a surname, as in "Ms Georgia X"."""
    before = text[:start].rstrip(". ").rpartition(" ")[2]
    titles = (*rules.list_words("honorifics"), *rules.list_words("titles"))
    return before in titles and bool(re.match(r" [^\W\d_a-z][^\W\d]", text[end:]))


def _choose(text: str, entries: list[_Entry], rules: Rules) -> _Entry | None:
    """Return the entry that a text names, none where it is a common word."""
    fitting = [
        entry
        for entry in entries
        if (not entry.exact or text == entry.exact or text == entry.exact.upper())
        and (entry.exact or _is_written_as_name(text, entry, rules))
        and (entry.slot != "demonym" or entry.language == rules.language)
        and (entry.slot in _OF_STATES or "registry" not in rules.without)
    ]
    own = [e for e in fitting if e.language == rules.language]
    preferred = own or [e for e in fitting if _crosses_languages(e, rules)]
    if not preferred:
        return None
    things = {(e.slot, e.thing) for e in preferred if e.slot == preferred[0].slot}
    return preferred[0] if len(things) == 1 else None


def _crosses_languages(entry: _Entry, rules: Rules) -> bool:
    """Whether a name may stand in a text of another language: "Island" may not."""
    return entry.slot not in ("state", "place") or (
        entry.language == "en" or rules.language == "und"
    )


def _is_written_as_name(text: str, entry: _Entry, rules: Rules) -> bool:
    """Whether a text has the capital that a name has in its language and script.

    That of an article may be a sentence's: "La reunión" is no island.
    """
    if entry.slot == "demonym" and not rules.words.get("demonyms_capital"):
        return True
    if entry.slot == "process" and text.count(" ") >= _TELLING:
        return True
    first, _, rest = text.partition(" ")
    words = rest if rest and first.lower() in rules.list_words("articles") else text
    return words != words.lower() or text == text.upper()


@cache
def _automaton() -> ahocorasick.Automaton:
    """Return the automaton over all names, folded."""
    names: dict[str, list[_Entry]] = {}
    for record in load_registry().records:
        slot = _SLOTS.get(record.kind)
        if slot:
            thing = registry_thing(record)
            for name in record.names:
                for key, entry in _entries(thing, slot, name):
                    if entry not in names.setdefault(key, []):
                        names[key].append(entry)
    for thing, name in find_cities():
        for key, entry in _entries(thing, "place", name):
            names.setdefault(key, [entry])
    automaton = ahocorasick.Automaton()
    for key, entries in names.items():
        entries.sort(key=lambda item: _RANKS[item.slot])
        automaton.add_word(key, (len(key), entries))
    automaton.make_automaton()
    return automaton


def _entries(thing: Thing, slot: str, name: Name) -> Iterator[tuple[str, _Entry]]:
    """Yield the keys under which a name is found."""
    demonym = name.role == "demonym"
    exact = name.text if name.role == "acronym" or len(name.text) <= 3 else ""
    entry = _Entry("demonym" if demonym else slot, thing, exact, name.language)
    text = fold(name.text).strip()
    if len(text) < 2:
        return
    yield text, entry
    rules = rules_for(name.language)
    for article in rules.list_words("articles"):
        if text.startswith(f"{article} ") and slot != "place":
            yield text.removeprefix(f"{article} "), entry
    contracted: dict[str, str] = rules.words.get("contracted", {})
    for article, rest in contracted.items():
        if text.startswith(article) and len(text) > len(article) + 2:
            yield rest + text.removeprefix(article), entry
