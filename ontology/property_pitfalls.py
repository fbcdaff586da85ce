"""The pitfalls of OOPS! that concern properties; `pitfalls.py` lists them."""

from collections.abc import Callable, Iterator

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SDO
from rdflib.term import Node

from hiwar.ontology.vocabulary import own_terms

__all__ = [
    "inverse_of_symmetric",
    "own_inverse",
    "own_properties",
    "several_domains",
    "short_chains",
    "unlike_ends",
    "untyped_properties",
    "without_domain_or_range",
    "without_inverse",
    "wrong_equivalents",
    "wrong_inverses",
]


def own_properties(graph: Graph) -> list[URIRef]:
    """Return our object and datatype properties, in order."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = own_terms(graph)
    return [t for t in terms if any((t, RDF.type, kind) in graph for kind in kinds)]


def _objects_of_axiom(graph: Graph, term: Node, predicate: URIRef) -> set[Node]:
    """Return the classes that a domain or a range names, those of a union too."""
    found: set[Node] = set()
    for value in graph.objects(term, predicate):
        union = graph.value(value, OWL.unionOf)
        found |= {value} if union is None else set(Collection(graph, union))
    return found


def wrong_inverses(graph: Graph) -> Iterator[Node]:
    """Yield properties whose inverse has other ends than they have."""
    for one, other in graph.subject_objects(OWL.inverseOf):
        for left, right in ((RDFS.domain, RDFS.range), (RDFS.range, RDFS.domain)):
            here = _objects_of_axiom(graph, one, left)
            there = _objects_of_axiom(graph, other, right)
            if here and there and here != there:
                yield one


def without_domain_or_range(graph: Graph) -> Iterator[Node]:
    """Yield properties that say neither by axiom nor by hint what they tie."""
    sides = ((RDFS.domain, SDO.domainIncludes), (RDFS.range, SDO.rangeIncludes))
    for prop in own_properties(graph):
        for axiom, hint in sides:
            if not list(graph.objects(prop, axiom)) + list(graph.objects(prop, hint)):
                yield prop


def without_inverse(graph: Graph) -> Iterator[Node]:
    """Yield object properties that have no inverse."""
    paired = {term for pair in graph.subject_objects(OWL.inverseOf) for term in pair}
    for prop in own_properties(graph):
        kinds = set(graph.objects(prop, RDF.type))
        is_one_way = OWL.ObjectProperty in kinds and OWL.SymmetricProperty not in kinds
        if is_one_way and prop not in paired:
            yield prop


def several_domains(graph: Graph) -> Iterator[Node]:
    """Yield properties with two domains or two ranges."""
    for prop in own_properties(graph):
        for axiom in (RDFS.domain, RDFS.range):
            if len(list(graph.objects(prop, axiom))) > 1:
                yield prop


def own_inverse(graph: Graph) -> Iterator[Node]:
    """Yield properties that are their own inverse."""
    return (a for a, b in graph.subject_objects(OWL.inverseOf) if a == b)


def inverse_of_symmetric(graph: Graph) -> Iterator[Node]:
    """Yield symmetric properties that have an inverse all the same."""
    for pair in graph.subject_objects(OWL.inverseOf):
        yield from (p for p in pair if (p, RDF.type, OWL.SymmetricProperty) in graph)


def wrong_equivalents(graph: Graph) -> Iterator[Node]:
    """Yield properties that are said to be equal to one with other ends."""
    for one, other in graph.subject_objects(OWL.equivalentProperty):
        for axiom in (RDFS.domain, RDFS.range):
            here = _objects_of_axiom(graph, one, axiom)
            if here != _objects_of_axiom(graph, other, axiom):
                yield one


def unlike_ends(kind: URIRef) -> Callable[[Graph], Iterator[Node]]:
    """Return what finds properties of a kind whose domain is not their range."""

    def find(graph: Graph) -> Iterator[Node]:
        for prop in graph.subjects(RDF.type, kind):
            domain = _objects_of_axiom(graph, prop, RDFS.domain)
            if domain != _objects_of_axiom(graph, prop, RDFS.range):
                yield prop

    return find


def short_chains(graph: Graph) -> Iterator[Node]:
    """Yield properties with a chain of less than two steps."""
    for prop, chain in graph.subject_objects(OWL.propertyChainAxiom):
        if len(list(Collection(graph, chain))) < 2:
            yield prop


def untyped_properties(graph: Graph) -> Iterator[Node]:
    """Yield what is used as a property and not declared as one."""
    used: set[Node] = set(graph.predicates()) | set(graph.objects(None, OWL.inverseOf))
    for axiom in (RDFS.domain, RDFS.range, OWL.inverseOf, RDFS.subPropertyOf):
        used |= set(graph.subjects(axiom))
    used |= set(graph.objects(None, OWL.onProperty))
    for chain in graph.objects(None, OWL.propertyChainAxiom):
        used |= set(Collection(graph, chain))
    built_in = (str(OWL), str(RDFS), str(RDF))
    for prop in used:
        typed = {str(kind).rpartition("#")[2] for kind in graph.objects(prop, RDF.type)}
        if not str(prop).startswith(built_in) and not any(
            "Property" in t for t in typed
        ):
            yield prop
