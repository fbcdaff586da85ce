"""The pitfalls of OOPS! that a program can decide without the web and a thesaurus.

Each is read here from its description in the catalogue, and finds what breaks it among
our own terms. Two readings are ours: a property may say its classes by
`schema:domainIncludes` and `schema:rangeIncludes` where an axiom would be false or lead
from a statement to a fact (P11), and definitions are `skos:definition`.

Left out are those that only a reader can judge (P01, P09, P14 to P18, P23), that need
a thesaurus (P12, P30) or the web (P37).

Source: https://oops.linkeddata.es/catalogue.jsp
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from hiwar.ontology.property_pitfalls import (
    inverse_of_symmetric,
    own_inverse,
    own_properties,
    several_domains,
    short_chains,
    unlike_ends,
    untyped_properties,
    without_domain_or_range,
    without_inverse,
    wrong_equivalents,
    wrong_inverses,
)
from hiwar.ontology.vocabulary import HIWAR, ONTOLOGY_IRI, own_terms, undeclared_terms

__all__ = ["PITFALLS", "Pitfall", "find_pitfalls"]

Finder = Callable[[Graph], Iterable[object]]


@dataclass(frozen=True, slots=True)
class Pitfall:
    """A pitfall of the catalogue.

    Attributes:
        number: Its number, ``P05`` for example.
        title: What it is.
        level: ``critical``, ``important`` or ``minor``.
        find: Returns what breaks it in an ontology.
    """

    number: str
    title: str
    level: str
    find: Finder


def find_pitfalls(ontology: Graph) -> dict[str, tuple[str, ...]]:
    """Return what each pitfall finds, by number; nothing where all is well."""
    return {
        pitfall.number: tuple(sorted({str(item) for item in pitfall.find(ontology)}))
        for pitfall in PITFALLS
    }


def _classes(graph: Graph) -> list[URIRef]:
    return [term for term in own_terms(graph) if (term, RDF.type, OWL.Class) in graph]


def _equivalent_classes(graph: Graph) -> Iterator[Node]:
    for one, other in graph.subject_objects(OWL.equivalentClass):
        if isinstance(one, URIRef) and isinstance(other, URIRef) and one != other:
            yield one


def _named_is(graph: Graph) -> Iterator[Node]:
    for prop in own_properties(graph):
        labels = {str(label).lower() for label in graph.objects(prop, RDFS.label)}
        if labels & {"is", "is a", "est", "est un"}:
            yield prop


def _unconnected(graph: Graph) -> Iterator[Node]:
    used = set(graph.objects())
    for term in _classes(graph):
        if term not in used and not list(graph.objects(term, RDFS.subClassOf)):
            yield term
    for prop in own_properties(graph):
        if prop not in used and not any(
            list(graph.objects(prop, axiom)) for axiom in _TIES
        ):
            yield prop


_TIES: Final = (
    *(RDFS.domain, RDFS.range, RDFS.subPropertyOf, OWL.inverseOf),
    *(SDO.domainIncludes, SDO.rangeIncludes),
)


def _cycles(graph: Graph) -> Iterator[Node]:
    for relation in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in own_terms(graph):
            above = graph.objects(term, relation)
            if any(term in graph.transitive_objects(item, relation) for item in above):
                yield term


def _merged(graph: Graph) -> Iterator[Node]:
    for term in _classes(graph):
        if re.search(r"[a-z](And|Or)[A-Z]", term.removeprefix(HIWAR)):
            yield term


def _unannotated(graph: Graph) -> Iterator[Node]:
    for term in own_terms(graph):
        for prop in (RDFS.label, SKOS.definition):
            if not list(graph.objects(term, prop)):
                yield term


def _undisjoint(graph: Graph) -> Iterator[Node]:
    kinds = {OWL.AllDisjointClasses, OWL.AllDisjointProperties}
    found = [node for kind in kinds for node in graph.subjects(RDF.type, kind)]
    if not found and (None, OWL.disjointWith, None) not in graph:
        yield ONTOLOGY_IRI


def _misused_annotations(graph: Graph) -> Iterator[Node]:
    for term in own_terms(graph):
        labels = {str(text).strip() for text in graph.objects(term, RDFS.label)}
        texts = {str(text).strip() for text in graph.objects(term, SKOS.definition)}
        is_empty = "" in labels | texts
        if is_empty or labels & texts or any(len(label) > 60 for label in labels):
            yield term


def _miscellaneous(graph: Graph) -> Iterator[Node]:
    vague = re.compile(r"Misc\w*|Other\w*|Unknown\w*|Thing")
    return (t for t in _classes(graph) if vague.fullmatch(t.removeprefix(HIWAR)))


def _ill_named(graph: Graph) -> Iterator[Node]:
    classes = set(_classes(graph))
    for term in own_terms(graph):
        initial = "[A-Z]" if term in classes else "[a-z]"
        if not re.fullmatch(rf"{initial}[A-Za-z0-9]*", term.removeprefix(HIWAR)):
            yield term


def _recursive(graph: Graph) -> Iterator[Node]:
    """Yield terms that their own definition by axioms names."""
    defining = (
        *(OWL.equivalentClass, OWL.equivalentProperty, RDFS.subClassOf),
        *(OWL.disjointUnionOf, OWL.propertyChainAxiom),
    )
    for term in own_terms(graph):
        waiting = [v for axiom in defining for v in graph.objects(term, axiom)]
        seen: set[Node] = set()
        while waiting:
            node = waiting.pop()
            if node == term:
                yield term
            if isinstance(node, BNode) and node not in seen:
                seen.add(node)
                waiting.extend(graph.objects(node))


def _equivalent_yet_related(graph: Graph) -> Iterator[Node]:
    for one, other in graph.subject_objects(OWL.equivalentClass):
        for axiom in (RDFS.subClassOf, OWL.disjointWith):
            if (one, axiom, other) in graph or (other, axiom, one) in graph:
                yield one


def _same_label(graph: Graph) -> Iterator[Node]:
    seen: dict[Node, Node] = {}
    for term in _classes(graph):
        for label in graph.objects(term, RDFS.label):
            if seen.setdefault(label, term) != term:
                yield term


def _untyped_classes(graph: Graph) -> Iterator[Node]:
    used = set(graph.objects(None, RDFS.subClassOf))
    used |= set(graph.subjects(RDFS.subClassOf))
    for axiom in (RDFS.domain, RDFS.range):
        used |= set(graph.objects(None, axiom))
    for node in graph.objects(None, OWL.members):
        used |= set(Collection(graph, node))
    built_in = (str(OWL), str(RDFS))
    for term in used:
        is_typed = (term, RDF.type, OWL.Class) in graph or isinstance(term, BNode)
        if not is_typed and not str(term).startswith(built_in):
            yield term


def _file_names(graph: Graph) -> Iterator[Node]:
    suffix = re.compile(r"\.(owl|rdf|ttl|n3|rdfxml)\b")
    return (s for s in graph.subjects(RDF.type, OWL.Ontology) if suffix.search(str(s)))


def _undeclared_ontology(graph: Graph) -> Iterator[Node]:
    if (ONTOLOGY_IRI, RDF.type, OWL.Ontology) not in graph:
        yield ONTOLOGY_IRI


def _nameless_ontology(graph: Graph) -> Iterator[Node]:
    found = graph.subjects(RDF.type, OWL.Ontology)
    return (node for node in found if isinstance(node, BNode))


def _without_licence(graph: Graph) -> Iterator[Node]:
    licences = graph.objects(ONTOLOGY_IRI, DCTERMS.license)
    if not any(isinstance(item, URIRef | Literal) for item in licences):
        yield ONTOLOGY_IRI


PITFALLS: Final = (
    Pitfall("P02", "Creating synonyms as classes", "minor", _equivalent_classes),
    Pitfall("P03", 'Creating the relationship "is"', "critical", _named_is),
    Pitfall("P04", "Creating unconnected elements", "minor", _unconnected),
    Pitfall("P05", "Defining wrong inverse relationships", "critical", wrong_inverses),
    Pitfall("P06", "Including cycles in a class hierarchy", "critical", _cycles),
    Pitfall("P07", "Merging different concepts in one class", "minor", _merged),
    Pitfall("P08", "Missing annotations", "minor", _unannotated),
    Pitfall("P10", "Missing disjointness", "important", _undisjoint),
    Pitfall("P11", "Missing domain or range", "important", without_domain_or_range),
    Pitfall("P13", "Inverse not explicitly declared", "minor", without_inverse),
    Pitfall("P19", "Multiple domains or ranges", "critical", several_domains),
    Pitfall("P20", "Misusing ontology annotations", "minor", _misused_annotations),
    Pitfall("P21", "Using a miscellaneous class", "minor", _miscellaneous),
    Pitfall("P22", "Different naming conventions", "minor", _ill_named),
    Pitfall("P24", "Using recursive definitions", "important", _recursive),
    Pitfall("P25", "A relationship inverse to itself", "important", own_inverse),
    Pitfall("P26", "Inverse of a symmetric one", "important", inverse_of_symmetric),
    Pitfall("P27", "Wrong equivalent properties", "critical", wrong_equivalents),
    Pitfall(
        "P28", "Wrong symmetric ones", "critical", unlike_ends(OWL.SymmetricProperty)
    ),
    Pitfall(
        "P29", "Wrong transitive ones", "critical", unlike_ends(OWL.TransitiveProperty)
    ),
    Pitfall("P31", "Wrong equivalent classes", "critical", _equivalent_yet_related),
    Pitfall("P32", "Several classes with one label", "minor", _same_label),
    Pitfall("P33", "A property chain of one property", "minor", short_chains),
    Pitfall("P34", "Untyped class", "important", _untyped_classes),
    Pitfall("P35", "Untyped property", "important", untyped_properties),
    Pitfall("P36", "An IRI with a file suffix", "minor", _file_names),
    Pitfall("P38", "No OWL ontology declaration", "important", _undeclared_ontology),
    Pitfall("P39", "Ambiguous namespace", "critical", _nameless_ontology),
    Pitfall("P40", "Namespace hijacking", "critical", undeclared_terms),
    Pitfall("P41", "No licence declared", "important", _without_licence),
)
