import os
import re
import subprocess
import sys
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.term import Node

from hiwar import __version__
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import BASE, HIWAR, OA, concept_iri
from hiwar.ontology import MODULES, ONTOLOGY, THEMES, load_graph, load_text
from hiwar.shapes import load_shapes

DOCS = Path(__file__).parents[2] / "docs" / "ontology.md"
IRI = URIRef(f"{BASE}ontology")
VANN = "http://purl.org/vocab/vann/"

CORE = Path(__file__).with_name("core-names.txt").read_text(encoding="utf-8")
CLASSES = re.findall(r"\b[A-Z]\w+", CORE)
PROPERTIES = re.findall(r"\b[a-z]\w+", CORE)
PROPERTY_TYPES = (OWL.ObjectProperty, OWL.DatatypeProperty)
INVERSES = {
    "isMeetingOf": "hasMeeting",
    "hasParticipant": "participatesIn",
    "chairs": "chairedBy",
    "hasMember": "memberOf",
}
SCHEMES = {
    "status": [status.value for status in Status],
    "basis": [basis.value for basis in Basis],
    "meeting-kind": "summit ministerial senior-officials thematic launch"
    " regional-review workshop other",
    "meeting-status": "held planned postponed cancelled",
    "document-kind": "declaration action-plan compact agreement conclusions other",
    "participation-role": "participant host chair co-chair organiser observer guest"
    " speaker",
    "process-level": "regional interregional global bilateral",
    "migration": "development-root-causes regular-pathways protection-rights"
    " irregular-smuggling-trafficking border-management"
    " return-readmission-reintegration governance-cooperation"
    " narratives-nondiscrimination",
    "gcm": [str(number) for number in range(1, 24)],
    "jvap": [str(number) for number in range(1, 6)],
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_graph(*ONTOLOGY)


@pytest.fixture(scope="module")
def themes() -> Graph:
    return load_graph(*THEMES)


def own_terms(graph: Graph) -> set[URIRef]:
    return {
        term
        for term in graph.subjects(RDF.type)
        if isinstance(term, URIRef) and term.startswith(HIWAR)
    }


def own_names(graph: Graph) -> set[Node]:
    """Return all terms of our namespace that a graph uses anywhere."""
    return {
        term
        for triple in graph
        for term in triple
        if isinstance(term, URIRef) and term.startswith(HIWAR)
    }


@pytest.mark.parametrize("name", CLASSES)
def test_each_core_class_is_there(ontology: Graph, name: str) -> None:
    assert (HIWAR[name], RDF.type, OWL.Class) in ontology


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_core_property_is_there(ontology: Graph, name: str) -> None:
    kinds = set(ontology.objects(HIWAR[name], RDF.type))
    assert len(kinds & set(PROPERTY_TYPES)) == 1


def test_each_term_is_named_defined_and_says_where(ontology: Graph) -> None:
    for term in own_terms(ontology):
        (label,) = ontology.objects(term, RDFS.label)
        (definition,) = ontology.objects(term, SKOS.definition)
        assert isinstance(label, Literal)
        assert isinstance(definition, Literal)
        assert (label.language, definition.language) == ("en", "en")
        assert list(ontology.objects(term, SKOS.prefLabel)) == [label]
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [IRI]
        assert re.fullmatch(r"[A-Z][^.]*\.", definition), term


def test_classes_are_titles_and_properties_are_not(ontology: Graph) -> None:
    for term in own_terms(ontology):
        label = str(ontology.value(term, RDFS.label))
        is_class = (term, RDF.type, OWL.Class) in ontology
        assert label[0].isupper() == (is_class or label.startswith("ISO")), term
        assert term.removeprefix(str(HIWAR))[0].isupper() == is_class, term


def test_no_two_terms_share_a_label_or_a_definition(ontology: Graph) -> None:
    for prop in (RDFS.label, SKOS.definition):
        texts = [ontology.value(term, prop) for term in own_terms(ontology)]
        assert len(texts) == len(set(texts))


def test_no_term_is_used_that_is_not_declared(ontology: Graph, themes: Graph) -> None:
    assert own_names(ontology + themes) <= own_terms(ontology)


def test_each_foreign_term_is_declared_and_nothing_is_imported(
    ontology: Graph, themes: Graph
) -> None:
    built_in = (str(RDF), str(RDFS), str(OWL), str(XSD))
    predicates = {p for p in (ontology + themes).predicates() if not _in(p, built_in)}
    assert predicates <= set(ontology.subjects(RDF.type))
    assert not list(ontology.objects(None, OWL.imports))


def _in(term: Node, namespaces: tuple[str, ...]) -> bool:
    return str(term).startswith(namespaces)


def test_the_header_says_version_licence_and_prefix(ontology: Graph) -> None:
    header = dict(ontology.predicate_objects(IRI))
    assert header[OWL.versionIRI] == URIRef(f"{IRI}/{__version__}")
    assert header[OWL.versionInfo] == Literal(__version__)
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert header[DCTERMS.license] == URIRef(licence)
    assert header[URIRef(f"{VANN}preferredNamespacePrefix")] == Literal("hiwar")
    assert header[URIRef(f"{VANN}preferredNamespaceUri")] == Literal(str(HIWAR))
    for prop in (DCTERMS.title, DCTERMS.description, DCTERMS.creator):
        assert str(header[prop])


def test_ranges_of_literals_are_no_datatypes(ontology: Graph) -> None:
    for prop in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(ontology.objects(prop, RDFS.range)) <= {RDFS.Literal}


def test_axioms_stay_within_what_owl_2_rl_and_dl_share(ontology: Graph) -> None:
    assert not set(ontology.subjects(RDF.type, OWL.Restriction))
    for construct in (OWL.unionOf, OWL.someValuesFrom, OWL.equivalentClass, OWL.hasKey):
        assert not list(ontology.subject_objects(construct))
    for prop in (RDFS.domain, RDFS.range):
        for term in own_terms(ontology):
            assert len(list(ontology.objects(term, prop))) <= 1


def test_a_property_that_follows_from_a_chain_is_not_restricted(
    ontology: Graph,
) -> None:
    """OWL 2 DL allows such axioms for simple properties only (Syntax, section 11.2)."""
    composed = set(ontology.subjects(OWL.propertyChainAxiom))
    composed |= {other for prop in composed for other in ontology[prop : OWL.inverseOf]}
    restricted = {
        prop
        for kind in (
            OWL.FunctionalProperty,
            OWL.AsymmetricProperty,
            OWL.IrreflexiveProperty,
        )
        for prop in ontology.subjects(RDF.type, kind)
    }
    assert composed & restricted == set()


def test_the_pairs_of_inverses_are_those_that_are_declared(ontology: Graph) -> None:
    pairs = {HIWAR[one]: HIWAR[other] for one, other in INVERSES.items()}
    assert dict(ontology.subject_objects(OWL.inverseOf)) == pairs


def test_all_classes_of_things_are_disjoint(ontology: Graph) -> None:
    groups = [
        set(Collection(ontology, members))
        for members in ontology.objects(None, OWL.members)
    ]
    assert max(map(len, groups)) == 14
    for kind in ontology.subjects(RDF.type, OWL.Class):
        if str(kind).startswith(str(HIWAR)) and kind != HIWAR.SourceDocument:
            assert any(kind in group for group in groups), kind


def test_properties_of_statements_type_nothing_else(ontology: Graph) -> None:
    for prop in ontology.subjects(RDFS.domain, HIWAR.Statement):
        assert not list(ontology.objects(prop, RDFS.range)), prop


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_has_its_concepts(themes: Graph, scheme: str) -> None:
    listed = SCHEMES[scheme]
    notations = listed.split() if isinstance(listed, str) else listed
    expected = {concept_iri(scheme, notation) for notation in notations}
    iri = URIRef(f"{BASE}theme/{scheme}")
    assert set(themes.subjects(SKOS.inScheme, iri)) == expected
    assert set(themes.subjects(SKOS.topConceptOf, iri)) == expected
    assert (iri, RDF.type, SKOS.ConceptScheme) in themes


def test_there_are_no_other_schemes(themes: Graph) -> None:
    found = {str(iri) for iri in themes.subjects(RDF.type, SKOS.ConceptScheme)}
    assert found == {f"{BASE}theme/{scheme}" for scheme in SCHEMES}


def test_each_concept_is_named_defined_and_has_its_notation(themes: Graph) -> None:
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        (label,) = themes.objects(concept, SKOS.prefLabel)
        assert list(themes.objects(concept, RDFS.label)) == [label]
        assert isinstance(label, Literal)
        assert label.language == "en"
        (definition,) = themes.objects(concept, SKOS.definition)
        assert str(definition).endswith(".")
        (notation,) = themes.objects(concept, SKOS.notation)
        assert str(concept).endswith(f"/{notation}")


def test_what_others_laid_down_has_a_source(themes: Graph) -> None:
    for scheme in ("gcm", "jvap"):
        iri = URIRef(f"{BASE}theme/{scheme}")
        for concept in (iri, *themes.subjects(SKOS.inScheme, iri)):
            assert themes.value(concept, DCTERMS.source), concept


def test_our_themes_match_only_concepts_that_are_there(themes: Graph) -> None:
    concepts = set(themes.subjects(RDF.type, SKOS.Concept))
    ours = URIRef(f"{BASE}theme/migration")
    for prop in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch):
        for one, other in themes.subject_objects(prop):
            assert (one, SKOS.inScheme, ours) in themes
            assert other in concepts
    matched = set(themes.subjects(SKOS.closeMatch)) | set(
        themes.subjects(SKOS.narrowMatch)
    )
    assert matched == set(themes.subjects(SKOS.inScheme, ours))


@pytest.mark.parametrize("name", MODULES)
def test_both_engines_read_the_same_triples(name: str) -> None:
    text = load_text(name)
    quads = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    read = Graph().parse(data=lines.decode(), format="nt")
    assert isomorphic(read, load_graph(name))


def test_each_file_of_turtle_is_a_module() -> None:
    names = {path.name for path in resources.files("hiwar.ontology").iterdir()}
    turtle = {name.removesuffix(".ttl") for name in names if name.endswith(".ttl")}
    assert turtle == set(MODULES)


def test_no_two_modules_declare_the_same_term() -> None:
    found = [term for name in ONTOLOGY for term in own_terms(load_graph(name))]
    assert len(found) == len(set(found))


def test_another_base_renames_our_terms_and_no_others() -> None:
    code = (
        "from hiwar.ontology import MODULES, load_graph\n"
        "from hiwar.shapes import load_shapes\n"
        "terms = {str(t) for s in (*load_graph(*MODULES), *load_shapes()) for t in s}\n"
        "print(*sorted(t for t in terms if '/hiwar/' in t or 'example.org' in t))"
    )
    base = "https://example.org/d/"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HIWAR_BASE_IRI": base},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{base}ontology#Meeting" in run.stdout
    assert "w3id.org/hiwar/" not in run.stdout


@pytest.fixture(scope="module")
def example() -> Graph:
    (turtle,) = re.findall(r"```turtle\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    return Graph().parse(data=turtle, format="turtle")


def test_the_example_in_the_documentation_is_as_the_shapes_want_it(
    example: Graph,
) -> None:
    whole = example + load_graph(*MODULES)
    conforms, _, report = validate(whole, load_shapes(), inference="none")
    assert conforms, report
    assert own_names(example) <= own_terms(load_graph())


def test_in_the_example_only_what_is_reported_is_a_plain_triple(example: Graph) -> None:
    reported = concept_iri("status", "reported")
    is_plain = {
        (statement, HIWAR.status, reported) in example: (
            next(example.objects(statement, RDF.subject)),
            next(example.objects(statement, RDF.predicate)),
            next(example.objects(statement, RDF.object)),
        )
        in example
        for statement in example.subjects(RDF.type, HIWAR.Statement)
    }
    assert is_plain == {True: True, False: False}


def test_in_the_example_quotes_stand_where_they_say(example: Graph) -> None:
    (text,) = re.findall(r'A brief says: "(.*?)"', DOCS.read_text("utf-8"))
    for evidence in example.subjects(RDF.type, HIWAR.Evidence):
        quote, start, end = (
            next(example.objects(evidence, OA.hasSelector / part))
            for part in (OA.exact, OA.start, OA.end)
        )
        assert text[int(str(start)) : int(str(end))] == str(quote)
    (digest,) = example.objects(None, HIWAR.contentHash)
    assert str(digest) == sha256(text.encode()).hexdigest()
