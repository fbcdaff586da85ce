"""What others would check of the ontology: `checks` runs it and gives the figures.

The files are looked at as they are published, whatever the setting ``base_iri``.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS, SKOS

from hiwar.errors import DocumentError
from hiwar.ontology import APART, MODULES, ONTOLOGY
from hiwar.ontology.canonical import canonical
from hiwar.ontology.fairness import ONLINE, fair_tests
from hiwar.ontology.pitfalls import PITFALLS, find_pitfalls
from hiwar.ontology.report import LEVELS, report
from hiwar.ontology.vocabulary import ONTOLOGY_IRI, own_terms, undeclared_terms

__all__ = ["checks", "published", "shapes_files", "uncanonical", "unfinished"]

_LANGUAGES: Final = {"en": "LATIN", "fr": "LATIN", "ar": "ARABIC"}
Check = tuple[str, str, bool]


def checks() -> Iterator[Check]:
    """Yield what was checked, the figure, and whether all is well."""
    ontology = _parsed(ONTOLOGY)
    yield from _finished(ontology)
    yield _declared(_parsed((*MODULES, *APART)))
    yield from _pitfalls(_parsed((*ONTOLOGY, "dl")))
    yield _report(ontology)
    yield _fair(ontology)
    yield _canonical()


def unfinished(ontology: Graph, part: str) -> list[URIRef]:
    """Return our terms that lack a part.

    Args:
        ontology: Its triples.
        part: ``labels``: one `rdfs:label` in each of three languages and its script,
            the same as `skos:prefLabel`; ``definitions``: one English sentence;
            ``examples``: an English one; ``isDefinedBy``: the ontology's IRI.
    """
    return [term for term in own_terms(ontology) if not _PARTS[part](ontology, term)]


def published(name: str) -> str:
    """Return the Turtle of a module as it is published."""
    return files("hiwar.ontology").joinpath(f"{name}.ttl").read_text(encoding="utf-8")


def shapes_files() -> dict[str, str]:
    """Return the published Turtle of the shapes, by the names of the files."""
    folder = files("hiwar").joinpath("shapes")
    return {
        f"shapes/{item.name}": item.read_text(encoding="utf-8")
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.name.endswith(".ttl")
    }


def uncanonical(texts: dict[str, str]) -> list[str]:
    """Return the names of the texts that are not in canonical form."""
    return [name for name, text in texts.items() if not _is_canonical(text)]


def _is_canonical(text: str) -> bool:
    try:
        return canonical(text) == text
    except DocumentError:
        return False


def _parsed(names: tuple[str, ...]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for name in names:
        graph.parse(data=published(name), format="turtle")
    return graph


def _finished(ontology: Graph) -> Iterator[Check]:
    count = len(own_terms(ontology))
    titles = {
        "labels": "terms with labels in three languages",
        "definitions": "terms with a definition",
        "examples": "terms with an example",
        "isDefinedBy": "terms that say where they are defined",
    }
    for part, title in titles.items():
        lacking = unfinished(ontology, part)
        done = count - len(lacking)
        yield _line(title, f"{done} of {count}, {100 * done // count} %", lacking)


def _declared(graph: Graph) -> Check:
    for text in shapes_files().values():
        graph.parse(data=text, format="turtle")
    found = undeclared_terms(graph)
    figure = f"{len(found)} in {len(graph):,} triples"
    return _line("undeclared terms of any namespace", figure, found)


def _pitfalls(ontology: Graph) -> Iterator[Check]:
    found = find_pitfalls(ontology)
    for level in ("critical", "important"):
        asked = [pitfall for pitfall in PITFALLS if pitfall.level == level]
        met = {p.number: found[p.number] for p in asked if found[p.number]}
        figure = f"{len(met)} found, {len(asked)} looked for"
        yield _line(f"OOPS! pitfalls, {level}", figure, _spelled(met))
    minor = [p for p in PITFALLS if p.level == "minor"]
    met = {p.number: found[p.number] for p in minor if found[p.number]}
    counts = ", ".join(
        f"{number} in {len(terms)} terms" for number, terms in met.items()
    )
    figure = f"{len(met)} found, {len(minor)} looked for"
    yield "OOPS! pitfalls, minor", f"{figure}: {counts}" if counts else figure, True


def _report(ontology: Graph) -> Check:
    met = {name: terms for name, terms in report(ontology).items() if terms}
    figure = f"{len(LEVELS) - len(met)} of {len(LEVELS)} clean"
    return _line("rows of the ROBOT report", figure, _spelled(met))


def _fair(ontology: Graph) -> Check:
    tests = fair_tests(ontology, ONTOLOGY_IRI)
    passed = [test.name for test in tests if not test.missing]
    failed = [f"{t.name} lacks {', '.join(t.missing[:3])}" for t in tests if t.missing]
    figure = f"{len(passed)} of {len(tests)} passed, {len(ONLINE)} need the web"
    detail = f"; {'; '.join(failed)}" if failed else ""
    return "FOOPS! static tests", figure + detail, len(passed) >= 17


def _canonical() -> Check:
    texts = {f"ontology/{name}.ttl": published(name) for name in (*MODULES, *APART)}
    texts |= shapes_files()
    found = uncanonical(texts)
    figure = f"{len(texts) - len(found)} of {len(texts)} files"
    return _line("files in canonical Turtle", figure, found)


def _line(title: str, figure: str, found: list[URIRef] | list[str]) -> Check:
    """Return a check that holds where nothing was found, and names what was."""
    shown = ", ".join(str(item).rpartition("#")[2] for item in found[:5])
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return title, f"{figure}: {shown}{more}" if found else figure, not found


def _spelled(met: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        f"{name} ({', '.join(term.rpartition('#')[2] for term in terms[:3])})"
        for name, terms in met.items()
    ]


def _has_labels(ontology: Graph, term: URIRef) -> bool:
    labels = list(ontology.objects(term, RDFS.label))
    if set(labels) != set(ontology.objects(term, SKOS.prefLabel)):
        return False
    texts = [(n.language, str(n)) for n in labels if isinstance(n, Literal)]
    return sorted(str(language) for language, _ in texts) == sorted(_LANGUAGES) and all(
        is_in_script(text, _LANGUAGES[str(language)]) for language, text in texts
    )


def is_in_script(text: str, script: str) -> bool:
    """Return whether all letters of a text are of one script.

    >>> is_in_script("رئاسة العملية", "ARABIC"), is_in_script("رئاسة EU", "ARABIC")
    (True, False)
    """
    letters = [letter for letter in text if letter.isalpha()]
    named = (unicodedata.name(letter).startswith(script) for letter in letters)
    return bool(letters) and all(named)


def _has_definition(ontology: Graph, term: URIRef) -> bool:
    found = _english(ontology, term, SKOS.definition)
    return len(found) == 1 and bool(re.fullmatch(r"[A-Z][^.]* [^.]*\.", found[0]))


def _has_example(ontology: Graph, term: URIRef) -> bool:
    return any(text.strip() for text in _english(ontology, term, SKOS.example))


def _english(ontology: Graph, term: URIRef, prop: URIRef) -> list[str]:
    values = ontology.objects(term, prop)
    return [str(v) for v in values if isinstance(v, Literal) and v.language == "en"]


_PARTS: Final[dict[str, Callable[[Graph, URIRef], bool]]] = {
    "labels": _has_labels,
    "definitions": _has_definition,
    "examples": _has_example,
    "isDefinedBy": lambda ontology, term: (
        list(ontology.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY_IRI]
    ),
}
