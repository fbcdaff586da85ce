"""Which of our themes a wording is about, by its own words."""

import re
from functools import cache

from rdflib import URIRef

from hiwar.graph.frames.context import Context
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.namespaces import concept_iri
from hiwar.graph.rules import Rules
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.text.layout import BlockKind
from hiwar.ontology.records import load_registry

__all__ = ["has_our_words", "in_domain", "main_theme", "names_pact", "themes_in"]


def _hits(text: str, rules: Rules) -> list[tuple[int, int, str]]:
    """Return for each theme found how often, minus where first, and its notation."""
    found = []
    for notation, pattern in _patterns(rules).items():
        places = [match.start() for match in pattern.finditer(text)]
        if places:
            found.append((len(places), -places[0], notation))
    return found


@cache
def _patterns(rules: Rules) -> dict[str, re.Pattern[str]]:
    """Return the pattern of each theme's words, by its notation."""
    return {
        notation: re.compile(rf"\b(?:{pattern})", re.IGNORECASE)
        for notation, pattern in rules.heads.get("theme", {}).items()
    }


def main_theme(text: str, rules: Rules) -> URIRef | None:
    """Return the theme with most words in a text, the earlier in a tie.

    >>> from hiwar.graph.rules import rules_for
    >>> str(main_theme("safe return and readmission", rules_for("en"))).rsplit("/", 1)[
    ...     1
    ... ]
    'return-readmission-reintegration'
    """
    found = _hits(text, rules)
    return concept_iri("migration", max(found)[2]) if found else None


def themes_in(text: str, rules: Rules) -> list[URIRef]:
    """Return all the themes that a text has words for."""
    return sorted(
        concept_iri("migration", notation) for _, _, notation in _hits(text, rules)
    )


def in_domain(context: Context, wording: str, *, alone: bool = False) -> bool:
    """Whether something is about migration: by its words, or by what the text is about.

    A meeting of a process in the registry is; with ``alone``, no other context counts,
    and it never does where the words are those of another field.
    """
    cue = context.scribe.rules.cues.get("domain")
    focus = context.book.focus
    process = focus.process if focus and focus.process else context.main_process
    if cue is None or (process and process.iri):
        return True
    if context.scribe.is_of_another_field:
        return False
    if cue.search(wording) or (process and cue.search(process.key)):
        return True
    if _is_ours(context, cue):
        return True
    other = context.scribe.rules.cues.get("other_domain")
    if other and other.search(wording):
        return False
    return not alone and context.scribe.is_of_our_field


def has_our_words(context: Context, wording: str) -> bool:
    """Whether a wording itself is about migration."""
    cue = context.scribe.rules.cues.get("domain")
    return cue is not None and bool(cue.search(wording))


def _is_ours(context: Context, cue: Sought) -> bool:
    """Whether the meeting is about migration by its name, or by its own headline."""
    focus = context.book.focus
    if focus is None:
        return False
    named = context.scribe.annotation.sentences[focus.sentence]
    headed = named.block.kind is BlockKind.HEADING and cue.search(named.view.text)
    return bool(headed or cue.search(focus.name))


def names_pact(item: Annotated, rules: Rules) -> bool:
    """Whether a sentence names a document on migration that the registry knows."""
    cue = rules.cues.get("domain")
    known = _pacts(cue) if cue else frozenset()
    return any(m.thing is not None and m.thing.iri in known for m in item.mentions)


@cache
def _pacts(cue: Sought) -> frozenset[str]:
    """Return the registry's documents that one of their names places in the field."""
    return frozenset(
        registry_thing(record).iri
        for record in load_registry().of_kind("Document")
        if any(cue.search(name.text) for name in record.names)
    )
