"""The rows of ROBOT's report that concern an ontology outside OBO.

Each is read here from the description of its query. Two readings are ours: a definition
is a `skos:definition`, and a term may have one label and one definition a language.

Source: https://robot.obolibrary.org/report_queries/
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from hiwar.ontology.vocabulary import ONTOLOGY_IRI, own_terms

__all__ = ["LEVELS", "report"]

Finder = Callable[[Graph], Iterable[object]]


def report(ontology: Graph) -> dict[str, tuple[str, ...]]:
    """Return what each row finds, by its name; nothing where all is well."""
    return {
        name: tuple(sorted({str(item) for item in find(ontology)}))
        for name, (_, find) in _ROWS.items()
    }


def _annotation_whitespace(graph: Graph) -> Iterator[Node]:
    for subject, predicate, text in graph:
        is_note = isinstance(text, Literal) and predicate != RDFS.label
        if is_note and str(text) != str(text).strip():
            yield subject


def _label_whitespace(graph: Graph) -> Iterator[Node]:
    for subject, label in graph.subject_objects(RDFS.label):
        if str(label) != str(label).strip() or "  " in str(label):
            yield subject


def _label_formatting(graph: Graph) -> Iterator[Node]:
    for subject, label in graph.subject_objects(RDFS.label):
        if set("\n\r\t") & set(str(label)):
            yield subject


def _deprecated_boolean(graph: Graph) -> Iterator[Node]:
    for subject, value in graph.subject_objects(OWL.deprecated):
        if not isinstance(value, Literal) or value.datatype != XSD.boolean:
            yield subject


def _deprecated(graph: Graph) -> set[Node]:
    return set(graph.subjects(OWL.deprecated, Literal(True)))


def _deprecated_class(graph: Graph) -> Iterator[Node]:
    for axiom in (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.equivalentClass):
        yield from _deprecated(graph) & set(graph.objects(None, axiom))


def _deprecated_property(graph: Graph) -> Iterator[Node]:
    used = set(graph.predicates()) | set(graph.objects(None, OWL.onProperty))
    used |= set(graph.objects(None, RDFS.subPropertyOf))
    return iter(_deprecated(graph) & used)


def _shared(prop: URIRef) -> Finder:
    """Return what finds terms that share a value of a property."""

    def find(graph: Graph) -> Iterator[Node]:
        users: dict[Node, set[Node]] = defaultdict(set)
        for subject, value in graph.subject_objects(prop):
            users[value].add(subject)
        for subjects in users.values():
            if len(subjects) > 1:
                yield from subjects

    return find


def _several(prop: URIRef) -> Finder:
    """Return what finds terms with several values of a property in a language."""

    def find(graph: Graph) -> Iterator[URIRef]:
        for term in own_terms(graph):
            values = graph.objects(term, prop)
            counts = Counter(v.language for v in values if isinstance(v, Literal))
            if max(counts.values(), default=0) > 1:
                yield term

    return find


def _missing(prop: URIRef) -> Finder:
    """Return what finds terms without a property."""
    return lambda graph: [t for t in own_terms(graph) if not graph.value(t, prop)]


def _missing_of_ontology(prop: URIRef) -> Finder:
    """Return what finds an ontology without a property."""
    return lambda graph: [] if graph.value(ONTOLOGY_IRI, prop) else [ONTOLOGY_IRI]


def _equivalent_pair(graph: Graph) -> Iterator[Node]:
    for one, other in graph.subject_objects(OWL.equivalentClass):
        if isinstance(one, URIRef) and isinstance(other, URIRef):
            yield one


def _several_equivalents(graph: Graph) -> Iterator[Node]:
    counts = Counter(graph.subjects(OWL.equivalentClass))
    return (term for term, count in counts.items() if count > 1)


def _built_in(graph: Graph) -> Iterator[Node]:
    subjects = set(graph.subjects())
    return (s for s in subjects if str(s).startswith((str(RDF), str(RDFS), str(OWL))))


def _lower_case(graph: Graph) -> Iterator[Node]:
    for subject, text in graph.subject_objects(SKOS.definition):
        if str(text)[:1].islower():
            yield subject


def _misused_replacement(graph: Graph) -> Iterator[Node]:
    replaced = set(graph.subjects(DCTERMS.isReplacedBy))
    return iter(replaced - _deprecated(graph))


def _orphans(graph: Graph) -> Iterator[Node]:
    """Yield classes that are neither below nor above, and disjoint from no other."""
    tied = set(graph.subjects(RDFS.subClassOf)) | set(
        graph.objects(None, RDFS.subClassOf)
    )
    tied |= set(graph.objects(None, RDF.first))
    for term in own_terms(graph):
        if (term, RDF.type, OWL.Class) in graph and term not in tied:
            yield term


_ROWS: Final[dict[str, tuple[str, Finder]]] = {
    "annotation_whitespace": ("WARN", _annotation_whitespace),
    "deprecated_boolean_datatype": ("ERROR", _deprecated_boolean),
    "deprecated_class_reference": ("ERROR", _deprecated_class),
    "deprecated_property_reference": ("ERROR", _deprecated_property),
    "duplicate_definition": ("ERROR", _shared(SKOS.definition)),
    "duplicate_label": ("ERROR", _shared(RDFS.label)),
    "equivalent_pair": ("WARN", _equivalent_pair),
    "illegal_use_of_built_in_vocabulary": ("ERROR", _built_in),
    "label_formatting": ("ERROR", _label_formatting),
    "label_whitespace": ("ERROR", _label_whitespace),
    "lowercase_definition": ("INFO", _lower_case),
    "missing_definition": ("WARN", _missing(SKOS.definition)),
    "missing_label": ("ERROR", _missing(RDFS.label)),
    "missing_ontology_description": (
        "ERROR",
        _missing_of_ontology(DCTERMS.description),
    ),
    "missing_ontology_license": ("ERROR", _missing_of_ontology(DCTERMS.license)),
    "missing_ontology_title": ("ERROR", _missing_of_ontology(DCTERMS.title)),
    "missing_superclass": ("INFO", _orphans),
    "misused_replaced_by": ("ERROR", _misused_replacement),
    "multiple_definitions": ("ERROR", _several(SKOS.definition)),
    "multiple_equivalent_classes": ("WARN", _several_equivalents),
    "multiple_labels": ("ERROR", _several(RDFS.label)),
}
LEVELS: Final = {name: level for name, (level, _) in _ROWS.items()}
"""The level that ROBOT's default profile gives to each row."""
