"""The ontology as a diagram, computed from its axioms, for Graphviz to draw.

A class is a box with the properties that lead to literals and to concepts; a property
between classes is an edge from domain to range; an open arrow leads to the class above.
Of two inverses the asserted one is drawn. What `schema:domainIncludes` or
`schema:rangeIncludes` says is drawn where it comes to no more than two classes a side;
`undrawn` names the rest.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from hiwar.ontology.property_pitfalls import own_properties
from hiwar.ontology.vocabulary import HIWAR, own_terms

__all__ = ["dot", "undrawn"]

_HEAD: Final = """digraph hiwar {
  graph [rankdir=LR, nodesep=0.25, ranksep=0.6, bgcolor="white"];
  node [shape=record, fontname="Helvetica", fontsize=11, style=filled,
        color="#8a949c", fillcolor="#eef3f5"];
  edge [fontname="Helvetica", fontsize=9, color="#55606a", fontcolor="#33414b"];
"""


def dot(ontology: Graph) -> str:
    """Return the diagram in the language of Graphviz.

    The same axioms give the same text.
    """
    lines = [_HEAD]
    lines += [
        f"  {_name(term)} [{_box(ontology, term)}];\n" for term in _drawn(ontology)
    ]
    for below, above in sorted(ontology.subject_objects(RDFS.subClassOf)):
        if str(above).startswith(HIWAR):
            lines.append(f"  {_name(above)} -> {_name(below)} [{_IS_A}];\n")
    edges: dict[tuple[Node, Node], list[str]] = defaultdict(list)
    for prop, domain, target in _ties(ontology):
        edges[domain, target].append(_local(prop))
    for (domain, target), names in sorted(edges.items()):
        label = "\\n".join(names)
        lines.append(f'  {_name(domain)} -> {_name(target)} [label="{label}"];\n')
    return "".join([*lines, "}\n"])


def undrawn(ontology: Graph) -> list[str]:
    """Return the names of the properties between things that the diagram lacks."""
    drawn: set[Node] = {prop for prop, _, _ in _ties(ontology)}
    drawn |= {prop for term in _classes(ontology) for prop, _ in _rows(ontology, term)}
    drawn |= set(ontology.objects(None, OWL.inverseOf))
    return [_local(prop) for prop in own_properties(ontology) if prop not in drawn]


_IS_A: Final = 'dir=back, arrowtail=empty, color="#9a6a1b"'


def _classes(ontology: Graph) -> list[URIRef]:
    return [t for t in own_terms(ontology) if (t, RDF.type, OWL.Class) in ontology]


def _drawn(ontology: Graph) -> list[URIRef]:
    """Return the classes that have an edge or a row."""
    used = {node for _, domain, target in _ties(ontology) for node in (domain, target)}
    used |= {n for pair in ontology.subject_objects(RDFS.subClassOf) for n in pair}
    return [t for t in _classes(ontology) if t in used or list(_rows(ontology, t))]


def _box(ontology: Graph, term: URIRef) -> str:
    """Return a class as a record: its name, then its properties."""
    rows = [f"{_local(prop)} : {kind}\\l" for prop, kind in _rows(ontology, term)]
    fields = "|".join(field for field in (_local(term), "".join(rows)) if field)
    return f'label="{{{fields}}}"'


def _rows(ontology: Graph, term: URIRef) -> Iterator[tuple[URIRef, str]]:
    """Yield the properties of a class that lead to literals and to concepts."""
    for prop in own_properties(ontology):
        targets = _ends(ontology, prop, RDFS.range, SDO.rangeIncludes)
        if term in _ends(ontology, prop, RDFS.domain, SDO.domainIncludes):
            if (prop, RDF.type, OWL.DatatypeProperty) in ontology:
                yield prop, "literal"
            elif targets == {SKOS.Concept}:
                yield prop, "concept"


def _ties(ontology: Graph) -> Iterator[tuple[URIRef, Node, Node]]:
    """Yield the properties between two classes of ours, with these."""
    inverses = set(ontology.objects(None, OWL.inverseOf))
    for prop in own_properties(ontology):
        domains = _ends(ontology, prop, RDFS.domain, SDO.domainIncludes)
        targets = _ends(ontology, prop, RDFS.range, SDO.rangeIncludes)
        ends = [str(end) for end in domains | targets]
        is_ours = all(end.startswith(HIWAR) for end in ends)
        if is_ours and prop not in inverses and max(len(domains), len(targets)) < 3:
            for domain in sorted(domains, key=str):
                for target in sorted(targets, key=str):
                    yield prop, domain, target


def _ends(ontology: Graph, prop: URIRef, axiom: URIRef, hint: URIRef) -> set[Node]:
    """Return the classes at one end of a property."""
    return set(ontology.objects(prop, axiom)) | set(ontology.objects(prop, hint))


def _local(term: Node) -> str:
    return str(term).removeprefix(HIWAR)


def _name(term: Node) -> str:
    return f'"{_local(term)}"'
