"""The OWL 2 RL rules that our axioms need, read from the ontology.

A rule is a body of patterns and a head, with the name that the specification's
table gives it.

Source: https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rdflib import Graph, URIRef
from rdflib.collection import Collection

from hiwar.graph.namespaces import OWL, RDF, RDFS

__all__ = ["Ban", "Pattern", "Rule", "read_bans", "read_rules"]

Pattern = tuple[str, URIRef, str | URIRef]
"""Subject, predicate, object; a `str` that is no IRI is a variable."""


@dataclass(frozen=True, order=True, slots=True)
class Rule:
    """What follows from what."""

    name: str
    body: tuple[Pattern, ...]
    head: Pattern


@dataclass(frozen=True, order=True, slots=True)
class Ban:
    """What must not be together.

    Attributes:
        differ: Two variables that the ban needs to differ, or none.
    """

    name: str
    body: tuple[Pattern, ...]
    differ: tuple[str, str] | None = None


def read_rules(ontology: Graph) -> list[Rule]:
    """Return the rules of an ontology's axioms, sorted."""
    return sorted({*_class_rules(ontology), *_property_rules(ontology)})


def read_bans(ontology: Graph) -> list[Ban]:
    """Return the contradictions that an ontology's axioms rule out, sorted.

    A functional property with two values, and a key that two things share, would
    make two names one, which is a contradiction here.
    """
    return sorted(
        {*_class_bans(ontology), *_property_bans(ontology), *_key_bans(ontology)},
        key=lambda ban: (ban.name, ban.body),
    )


def _class_rules(ontology: Graph) -> Iterator[Rule]:
    for lower, upper in _named(ontology, RDFS.subClassOf):
        yield _class_rule("cax-sco", lower, upper)
    for one, other in _named(ontology, OWL.equivalentClass):
        yield _class_rule("cax-eqc1", one, other)
        yield _class_rule("cax-eqc2", other, one)


def _class_rule(name: str, lower: URIRef, upper: URIRef) -> Rule:
    return Rule(name, (("x", RDF.type, lower),), ("x", RDF.type, upper))


def _property_rules(ontology: Graph) -> Iterator[Rule]:
    for prop, kind in _named(ontology, RDFS.domain):
        yield Rule("prp-dom", (("x", prop, "y"),), ("x", RDF.type, kind))
    for prop, kind in _named(ontology, RDFS.range):
        yield Rule("prp-rng", (("x", prop, "y"),), ("y", RDF.type, kind))
    for lower, upper in _named(ontology, RDFS.subPropertyOf):
        yield Rule("prp-spo1", (("x", lower, "y"),), ("x", upper, "y"))
    for one, other in _named(ontology, OWL.equivalentProperty):
        yield Rule("prp-eqp1", (("x", one, "y"),), ("x", other, "y"))
        yield Rule("prp-eqp2", (("x", other, "y"),), ("x", one, "y"))
    for one, other in _named(ontology, OWL.inverseOf):
        yield Rule("prp-inv1", (("x", one, "y"),), ("y", other, "x"))
        yield Rule("prp-inv2", (("x", other, "y"),), ("y", one, "x"))
    for prop in _of_type(ontology, OWL.SymmetricProperty):
        yield Rule("prp-symp", (("x", prop, "y"),), ("y", prop, "x"))
    for prop in _of_type(ontology, OWL.TransitiveProperty):
        yield Rule("prp-trp", _chain(prop, prop), ("x0", prop, "x2"))
    for whole, chain in ontology.subject_objects(OWL.propertyChainAxiom):
        steps = [URIRef(str(step)) for step in Collection(ontology, chain)]
        head = ("x0", URIRef(str(whole)), f"x{len(steps)}")
        yield Rule("prp-spo2", _chain(*steps), head)


def _class_bans(ontology: Graph) -> Iterator[Ban]:
    pairs = list(_named(ontology, OWL.disjointWith))
    for members in _lists(ontology, OWL.AllDisjointClasses):
        pairs.extend(combinations(members, 2))
    for one, other in pairs:
        yield Ban("cax-dw", (("x", RDF.type, one), ("x", RDF.type, other)))


def _property_bans(ontology: Graph) -> Iterator[Ban]:
    for prop in _of_type(ontology, OWL.FunctionalProperty):
        yield Ban("prp-fp", (("x", prop, "y"), ("x", prop, "z")), ("y", "z"))
    for prop in _of_type(ontology, OWL.InverseFunctionalProperty):
        yield Ban("prp-ifp", (("x", prop, "z"), ("y", prop, "z")), ("x", "y"))
    for prop in _of_type(ontology, OWL.IrreflexiveProperty):
        yield Ban("prp-irp", (("x", prop, "x"),))
    for prop in _of_type(ontology, OWL.AsymmetricProperty):
        yield Ban("prp-asyp", (("x", prop, "y"), ("y", prop, "x")))
    pairs = list(_named(ontology, OWL.propertyDisjointWith))
    for members in _lists(ontology, OWL.AllDisjointProperties):
        pairs.extend(combinations(members, 2))
    for one, other in pairs:
        yield Ban("prp-pdw", (("x", one, "y"), ("x", other, "y")))


def _key_bans(ontology: Graph) -> Iterator[Ban]:
    for kind, keys in ontology.subject_objects(OWL.hasKey):
        body: list[Pattern] = [
            ("x", RDF.type, URIRef(str(kind))),
            ("y", RDF.type, URIRef(str(kind))),
        ]
        for number, key in enumerate(Collection(ontology, keys)):
            prop = URIRef(str(key))
            body += [("x", prop, f"z{number}"), ("y", prop, f"z{number}")]
        yield Ban("prp-key", tuple(body[2:] + body[:2]), ("x", "y"))


def _chain(*steps: URIRef) -> tuple[Pattern, ...]:
    return tuple((f"x{i}", step, f"x{i + 1}") for i, step in enumerate(steps))


def _named(ontology: Graph, predicate: URIRef) -> Iterator[tuple[URIRef, URIRef]]:
    """Return the pairs of an axiom whose two sides are named."""
    for one, other in ontology.subject_objects(predicate):
        if isinstance(one, URIRef) and isinstance(other, URIRef) and one != other:
            yield one, other


def _of_type(ontology: Graph, kind: URIRef) -> Iterator[URIRef]:
    found = ontology.subjects(RDF.type, kind)
    return (node for node in found if isinstance(node, URIRef))


def _lists(ontology: Graph, kind: URIRef) -> Iterator[list[URIRef]]:
    for node in ontology.subjects(RDF.type, kind):
        for head in ontology.objects(node, OWL.members):
            yield sorted(URIRef(str(item)) for item in Collection(ontology, head))
