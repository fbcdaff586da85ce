"""Mentions: what each sentence names, found in layers from the surest to the widest.

First the registry's names and dates; then documents and bodies in proper phrases;
then meetings; then persons with their posts. A later layer may swallow mentions
of an earlier one, as a meeting's name swallows its process, and never cuts one.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial

from hiwar.graph.mentions.anaphora import read_third_person
from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.authors import read_first_person
from hiwar.graph.mentions.bodies import find_bodies
from hiwar.graph.mentions.date import find_dates
from hiwar.graph.mentions.documents import find_documents
from hiwar.graph.mentions.editions import find_editions
from hiwar.graph.mentions.ellipsis import find_elided
from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.known import Person, full_names
from hiwar.graph.mentions.learned import Learned, learn
from hiwar.graph.mentions.letterheads import read_letterheads
from hiwar.graph.mentions.listed import find_listed
from hiwar.graph.mentions.mention import Mention, View
from hiwar.graph.mentions.names import find_processes
from hiwar.graph.mentions.occasions import find_meetings
from hiwar.graph.mentions.outcomes import find_outcomes
from hiwar.graph.mentions.paired import as_states, with_first_halves
from hiwar.graph.mentions.persons import find_persons
from hiwar.graph.mentions.programmes import find_programmes
from hiwar.graph.mentions.quotes import find_quotes, quoted_spans
from hiwar.graph.mentions.render import Rendered, render
from hiwar.graph.mentions.sittings import find_sittings
from hiwar.graph.mentions.unnamed import find_common_meetings
from hiwar.graph.mentions.venues import find_venues
from hiwar.graph.model import Sentence
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import Block, BlockKind, Layout

__all__ = ["Annotated", "Annotation", "annotate"]

_NOTE = re.compile(
    r"(?<=[^\W\d])[¹²³⁰⁴-⁹]+|(?<=\w)\[\d{1,2}\]|(?<=[a-z]{4})\d(?![\w.])"
)
_TOLD_BACK = 3
"""So many sentences before one may name what it only numbers."""
_YEAR_HEAD = re.compile(r"((?:19|20)\d\d)\s*[-–—:]\s")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with its mentions; nothing is related yet."""

    layout: Layout
    sentences: tuple[Annotated, ...]
    persons: dict[str, Person]
    learned: Learned


_Finder = Callable[[Rendered, str, Rules], list[Mention]]
_FINDERS: tuple[_Finder, ...] = (
    find_processes,
    find_programmes,
    find_documents,
    find_bodies,
    find_meetings,
    find_editions,
    find_outcomes,
    find_sittings,
    find_venues,
    find_common_meetings,
)
"""What finds the mentions of a rendered sentence, in this order, before persons."""


def annotate(layout: Layout) -> Annotation:
    """Return the mentions of a document, sentence by sentence."""
    views = [
        View(layout.source.text[s.start : s.end], s.start) for s in layout.sentences
    ]
    learned = learn(views, layout.rules)
    unpeopled = _without_persons(layout, views, learned)
    persons: dict[str, Person] = {}
    annotated = _with_persons(unpeopled, persons, layout.rules)
    named = full_names(persons)
    if named:
        persons = named
        annotated = _with_persons(unpeopled, persons, layout.rules)
    annotated = read_first_person(annotated, persons, layout.rules)
    annotated = read_third_person(annotated, persons, layout.rules)
    return Annotation(layout, tuple(annotated), persons, learned)


def _without_persons(
    layout: Layout, views: list[View], learned: Learned
) -> list[Annotated]:
    """Return all sentences with what they mention but persons."""
    found: list[Annotated] = []
    for block in layout.blocks:
        spoken = quoted_spans(layout.source.text, block)
        headed = _YEAR_HEAD.match(layout.source.text, block.start)
        year = int(headed[1]) if headed else None
        for sentence in layout.sentences[block.first : block.last]:
            view = views[sentence.index]
            found.append(
                _annotate(sentence, block, view, spoken, layout.rules, learned, year)
            )
    return found


def _with_persons(
    unpeopled: list[Annotated], persons: dict[str, Person], rules: Rules
) -> list[Annotated]:
    """Return sentences with persons and what depends on them; they are learnt here."""
    annotated: list[Annotated] = []
    people = partial(find_persons, known=persons)
    for sentence in unpeopled:
        item = sentence
        if not item.is_unread:
            item = _with_found(item, (people, find_listed), rules)
        is_first = item.index == item.block.first
        before = annotated[: -_TOLD_BACK - 1 : -1]
        annotated.append(_with_elided(item, before, is_first, rules))
    return read_letterheads(annotated, persons, rules)


def _with_found(item: Annotated, finders: Iterable[_Finder], rules: Rules) -> Annotated:
    """Return a sentence with what some finders find in it, one after the other."""
    mentions, rendered = list(item.mentions), item.rendered
    for find in finders:
        if found := find(rendered, item.view.text, rules):
            mentions = _merge(mentions, found)
            rendered = render(item.view.text, mentions, rules)
    if rendered is item.rendered:
        return item
    return replace(item, mentions=tuple(mentions), rendered=rendered)


def _with_elided(
    item: Annotated, before: list[Annotated], is_first: bool, rules: Rules
) -> Annotated:
    """Return a sentence with the meetings that an ordinal alone names in it."""
    found = find_elided(item.rendered, item.view.text, rules, before, is_first=is_first)
    if not found:
        return item
    mentions = _merge(list(item.mentions), found)
    rendered = render(item.view.text, mentions, rules)
    return replace(item, mentions=tuple(mentions), rendered=rendered)


def _annotate(
    sentence: Sentence,
    block: Block,
    view: View,
    spoken: list[tuple[int, int]],
    rules: Rules,
    learned: Learned,
    year: int | None,
) -> Annotated:
    """Return one sentence with its mentions but persons."""
    is_spoken = block.kind is BlockKind.QUOTE or any(
        start <= sentence.start and sentence.end <= end + 2 for start, end in spoken
    )
    item = Annotated(sentence, block, view, (), render("", [], rules), is_spoken)
    if item.is_unread:
        return item
    mentions = _with_forms(view, find_names(view, rules), rules)
    mentions = with_first_halves(view, mentions, rules)
    mentions = _merge(mentions, _with_parties(learned.find(view), mentions))
    mentions = _merge(_dates(view, rules, year), mentions)
    mentions = _merge(mentions, _extend_by_acronym(view, mentions))
    notes = [
        Mention("note", m.start(), m.end(), m[0]) for m in _NOTE.finditer(view.text)
    ]
    mentions = _merge(mentions, notes)
    mentions = _merge(mentions, find_quotes(view, mentions, rules))
    rendered = render(view.text, mentions, rules)
    item = replace(item, mentions=tuple(mentions), rendered=rendered)
    return _with_found(item, _FINDERS, rules)


def _dates(view: View, rules: Rules, year: int | None) -> list[Mention]:
    """Return the dates in a view; a year that heads the block is theirs."""
    return [
        Mention(
            "date",
            start,
            end,
            view.text[start:end],
            date=date.with_year(year) if year and not date.year else date,
            details={"year": "headed" if year and not date.year else ""},
        )
        for start, end, date in find_dates(view.text, rules)
    ]


def _merge(old: list[Mention], new: list[Mention]) -> list[Mention]:
    """Return both, where a new mention swallows old ones and never cuts one."""
    kept = list(old)
    for item in new:
        touching = [o for o in kept if o.start < item.end and item.start < o.end]
        if all(item.start <= o.start and o.end <= item.end for o in touching):
            kept = [o for o in kept if o not in touching]
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _with_parties(learned: list[Mention], named: list[Mention]) -> list[Mention]:
    """Return names that a text teaches, with the two parties that a process has.

    A "Chile-Peru Working Group on Mobility" is of those with whom its name begins, and
    a "comité chileno-peruano" of those whose adjectives stand in it.
    """
    found = []
    for item in learned:
        inside = [m for m in named if item.start <= m.start and m.end <= item.end]
        adjectives = [m for m in inside if m.slot == "demonym"]
        pair = [m for m in inside if m.slot in ("state", "org")]
        pair = pair or as_states(adjectives)
        begins = pair[:1] and (pair[0].start == item.start or len(adjectives) == 2)
        if item.slot == "process" and len(pair) == 2 and begins:
            behind = item.text[pair[0].end - item.start :].lstrip(" ")
            joined = behind[:1] in ("-", "–", "/")
            adjoining = pair[1].start - pair[0].end <= len(" – ")
            item = replace(item, parts=tuple(pair)) if joined and adjoining else item
        found.append(item)
    return found


def _with_forms(view: View, mentions: list[Mention], rules: Rules) -> list[Mention]:
    """Return the mentions, of states with their form: "the Kingdom of" before a name.

    The registry knows most states by that name too; here the others are whole.
    """
    form = _state_form(rules)
    if form is None:
        return mentions
    found = []
    for item in mentions:
        before = form.search(view.text, 0, item.start) if item.slot == "state" else None
        if before:
            text = view.text[before.start() : item.end]
            item = replace(item, start=before.start(), text=text)
        found.append(item)
    return found


@cache
def _state_form(rules: Rules) -> re.Pattern[str] | None:
    """Return the pattern of "Republic of" and the like at the end of a text."""
    form = rules.words.get("state_form")
    return re.compile(form) if form else None


def _extend_by_acronym(view: View, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions that go on with their own acronym in brackets."""
    extended = []
    for item in mentions:
        match = re.match(r" \((?:[A-ZÀ-Þ][\w&-]{1,9})\)", view.text[item.end :])
        if match and item.slot in ("org", "document", "process", "instrument"):
            end = item.end + match.end()
            extended.append(
                Mention(
                    item.slot,
                    item.start,
                    end,
                    item.text,
                    item.thing,
                    parts=item.parts,
                    details={**item.details, "short": match[0].strip(" ()")},
                )
            )
    return extended
