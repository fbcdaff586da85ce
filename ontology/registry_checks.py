"""What ``hiwar check`` says of the themes and of the registry: one line, one figure."""

from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Literal, Node

from hiwar.ontology import THEMES, load_graph
from hiwar.ontology.disagreements import load_disputes
from hiwar.ontology.records import Record, load_registry
from hiwar.ontology.ties import load_ties
from hiwar.settings import Settings

__all__ = ["checks", "theme_checks"]

Check = tuple[str, str, bool]

_LANGUAGES: Final = ("en", "fr", "ar")
_MATCHES: Final = (
    SKOS.closeMatch,
    SKOS.narrowMatch,
    SKOS.broadMatch,
    SKOS.relatedMatch,
)
_ORGANISATIONS: Final = 80
_PROCESSES: Final = 25
_DISAGREEMENTS: Final = 17


def checks() -> Iterator[Check]:
    """Yield what was checked, the figure, and whether it holds.

    >>> all(holds for _, _, holds in checks())
    True
    """
    yield from theme_checks(load_graph(*THEMES))
    yield from _records()
    yield from _facts()


def theme_checks(themes: Graph) -> Iterator[Check]:
    """Yield the checks of the themes alone."""
    concepts = set(themes.subjects(RDF.type, SKOS.Concept))
    schemes = set(themes.subjects(RDF.type, SKOS.ConceptScheme))
    ours = set(themes.subjects(DCTERMS.creator))
    yield _all(
        "concepts have notation, scheme and labels in three languages",
        concepts,
        {node for node in concepts if _is_finished(themes, node)},
    )
    laid_down = {
        node for node in concepts if themes.value(node, SKOS.inScheme) not in ours
    }
    sourced = {node for node in laid_down if themes.value(node, DCTERMS.source)}
    title = f"concepts of others' {len(schemes - ours)} schemes have a source"
    yield _all(title, laid_down, sourced)
    theme = URIRef(f"{Settings.from_environment().base_iri}theme/migration")
    matched = {
        other
        for node in themes.subjects(SKOS.inScheme, theme)
        for match in _MATCHES
        for other in themes.objects(node, match)
    }
    yield _all("concepts of others are matched by ours", laid_down, matched)


def _is_finished(themes: Graph, node: Node) -> bool:
    labels = themes.objects(node, SKOS.prefLabel)
    languages = {label.language for label in labels if isinstance(label, Literal)}
    return (
        languages == set(_LANGUAGES)
        and themes.value(node, SKOS.inScheme) is not None
        and str(node).endswith(f"/{themes.value(node, SKOS.notation)}")
    )


def _records() -> Iterator[Check]:
    registry = load_registry()
    states = registry.of_kind("State")
    named = {s for s in states if all(s.name(language) for language in _LANGUAGES)}
    yield _all("states have names in three languages", set(states), named)
    organisations = registry.of_kind("Organisation")
    parents = sum(bool(item.values("partOf")) for item in organisations)
    members = sum(bool(item.values("member")) for item in organisations)
    figure = f"{len(organisations)}, {parents} with a parent, {members} with members"
    yield "organisations", figure, len(organisations) >= _ORGANISATIONS
    yield _processes(registry.of_kind("Process"))


def _processes(processes: Iterable[Record]) -> Check:
    chaired = {tie.object for tie in load_ties() if tie.predicate == "chairs"}
    joined = {tie.subject for tie in load_ties() if tie.predicate != "chairs"}
    levelled = [item for item in processes if item.values("level")]
    counts = {
        "founding": sum(bool(item.values("established")) for item in levelled),
        "secretariat": sum(bool(item.values("secretariat")) for item in levelled),
        "chairs": sum(item.path in chaired for item in levelled),
        "members": sum(
            item.path in joined or item.values("party") != () for item in levelled
        ),
    }
    found = ", ".join(f"{count} with {what}" for what, count in counts.items())
    holds = len(levelled) >= _PROCESSES
    return "processes with a level", f"{len(levelled)}, {found}", holds


def _facts() -> Iterator[Check]:
    records, ties, disputes = load_registry().records, load_ties(), load_disputes()
    links = [link for record in records for link in record.values("exactMatch")]
    stated = [(record, fact) for record in records for fact in record.facts]
    values = [value for dispute in disputes for value in dispute.values]
    unread = sum(not record.is_verified for record, _ in stated)
    total = len(stated) + len(ties) + len(values)
    cited = all(record.sources for record in records) and all(t.sources for t in ties)
    title = "facts of the registry have a source"
    yield title, f"{total:,}, {unread} of them on pages that were not opened", cited
    unverified = [record for record in records if not record.is_verified]
    title = "links to Wikidata and EU tables"
    loose = sum(bool(record.values("exactMatch")) for record in unverified)
    yield title, f"{len(links)} verified, {loose} unverified", not loose
    figure = f"{len(disputes)}, {len(values)} values"
    holds = len(disputes) >= _DISAGREEMENTS
    yield "disagreements between pages", figure, holds


def _all(
    title: str, wanted: set[Node] | set[Record], found: set[Node] | set[Record]
) -> Check:
    have = len(wanted & found)
    return title, f"{have} of {len(wanted)}", have == len(wanted)
