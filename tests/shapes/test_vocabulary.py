"""Shapes speak of declared terms alone, and say what they ask for."""

from importlib import resources

import pytest
from rdflib import RDF, RDFS, SH, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.graph.shape_checks import broken_style
from hiwar.shapes import MODULES, STYLE, load_shapes
from tests.shapes.conftest import SHAPE, shapes_of, vocabulary

INFERRED = (
    "hasMeeting",
    "participatesIn",
    "participatesInProcess",
    "chairedBy",
    "memberOf",
)


def node_shapes(shapes: Graph) -> set[URIRef]:
    return {
        shape
        for shape in shapes.subjects(RDF.type, SH.NodeShape)
        if isinstance(shape, URIRef)
    }


@pytest.mark.parametrize("modules", [MODULES, STYLE], ids=["data", "style"])
def test_each_shape_says_what_it_asks_for_and_how_to_mend(
    modules: tuple[str, ...],
) -> None:
    shapes = load_shapes(*modules)
    asked = {shape for shape in shapes.subjects(SH.name) if isinstance(shape, URIRef)}
    parts = {part for part in shapes.objects(None, SH.property) if part in asked}
    assert asked >= node_shapes(shapes)
    assert len(parts) > 10
    for shape in asked:
        for prop in (SH.name, SH.description, SH.severity, SH.order, SH.group):
            assert len(list(shapes.objects(shape, prop))) == 1, (shape, prop)
        assert languages(shapes, shape, SH.message) == ["ar", "en", "fr"], shape
        group = shapes.value(shape, SH.group)
        assert group is not None
        assert languages(shapes, group, RDFS.label) == ["ar", "en", "fr"], group


def languages(shapes: Graph, node: Node, predicate: URIRef) -> list[str]:
    """Return the languages in which something is said, sorted."""
    texts = shapes.objects(node, predicate)
    return sorted(str(text.language) for text in texts if isinstance(text, Literal))


def test_no_two_shapes_of_a_module_have_the_same_place() -> None:
    for module in (*MODULES, *STYLE):
        shapes = load_shapes(module)
        ordered = [
            str(shapes.value(shape, SH.order)) for shape in shapes.subjects(SH.name)
        ]
        assert len(ordered) == len(set(ordered)) > 1, module


def test_each_shape_stands_in_a_module_that_is_loaded() -> None:
    names = {path.name for path in resources.files("hiwar.shapes").iterdir()}
    turtle = {name.removesuffix(".ttl") for name in names if name.endswith(".ttl")}
    assert turtle == {*MODULES, *STYLE}


def test_shapes_use_no_term_that_is_not_declared() -> None:
    declared = set(vocabulary().subjects())
    known = {str(HIWAR), f"{BASE}theme/"}
    used = {
        term
        for triple in shapes_of()
        for term in triple
        if isinstance(term, URIRef) and any(term.startswith(iri) for iri in known)
    }
    assert used - declared == set()


def test_the_ontology_and_the_themes_keep_their_style() -> None:
    assert broken_style() == frozenset()


def test_every_property_is_allowed_where_its_domain_allows_it() -> None:
    ontology, shapes = vocabulary(), shapes_of()
    not_asserted = {HIWAR[name] for name in INFERRED}
    for prop, domain in ontology.subject_objects(RDFS.domain):
        if prop in not_asserted or domain == HIWAR.Actor:
            continue
        for kind in ontology.transitive_subjects(RDFS.subClassOf, domain):
            for shape in shapes.subjects(SH.targetClass, kind):
                if shapes.value(shape, SH.closed):
                    assert prop in allowed(shapes, shape), (kind, prop)


def allowed(shapes: Graph, shape: Node) -> set[Node]:
    (ignored,) = shapes.objects(shape, SH.ignoredProperties)
    return set(shapes.items(ignored)) | {
        path
        for inner in shapes.objects(shape, SH.property)
        for path in shapes.objects(inner, SH.path)
    }


def test_status_and_basis_list_the_concepts_of_their_schemes() -> None:
    vocabulary_, shapes = vocabulary(), shapes_of()
    for name in ("status", "basis"):
        scheme = URIRef(f"{BASE}theme/{name}")
        (inner,) = [
            inner
            for inner in shapes.objects(SHAPE.Statement, SH.property)
            if shapes.value(inner, SH.path) == HIWAR[name]
        ]
        head = shapes.value(inner, SH["in"])
        assert head is not None
        listed = Collection(shapes, head)
        assert set(listed) == set(vocabulary_.subjects(SKOS.inScheme, scheme))
