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
from rdflib import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    XSD,
    Graph,
    Literal,
    URIRef,
)
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.term import Node

from hiwar import __version__
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import BASE, HIWAR, OA, concept_iri
from hiwar.ontology import APART, MODULES, ONTOLOGY, THEMES, load_graph, load_text
from hiwar.ontology.checks import is_in_script
from hiwar.ontology.reasoner import check_consistency
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


def in_language(graph: Graph, term: Node, prop: URIRef, language: str) -> list[str]:
    values = graph.objects(term, prop)
    return [str(v) for v in values if isinstance(v, Literal) and v.language == language]


def test_each_term_is_named_in_three_languages_and_says_where(ontology: Graph) -> None:
    for term in own_terms(ontology):
        labels = set(ontology.objects(term, RDFS.label))
        assert labels == set(ontology.objects(term, SKOS.prefLabel)), term
        for language in ("en", "fr", "ar"):
            assert len(in_language(ontology, term, RDFS.label, language)) == 1, term
        assert len(labels) == 3, term
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [IRI]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_definition_is_one_full_sentence(ontology: Graph, language: str) -> None:
    count = 0
    for term in own_terms(ontology):
        found = in_language(ontology, term, SKOS.definition, language)
        count += len(found)
        assert len(found) <= 1, term
        initial = r"[^a-zà-ÿ.]" if language == "ar" else "[A-Z]"
        assert all(re.fullmatch(rf"{initial}[^.]* [^.]*\.", text) for text in found), (
            term
        )
    assert count == len(own_terms(ontology)) if language == "en" else count > 20


def test_every_class_is_defined_in_three_languages(ontology: Graph) -> None:
    for term in own_terms(ontology):
        if (term, RDF.type, OWL.Class) in ontology:
            for language in ("en", "fr", "ar"):
                assert in_language(ontology, term, SKOS.definition, language), term


def test_each_term_has_an_example_and_most_a_counter_example(ontology: Graph) -> None:
    terms = own_terms(ontology)
    for term in terms:
        assert in_language(ontology, term, SKOS.example, "en"), term
    told = [t for t in terms if in_language(ontology, t, HIWAR.counterExample, "en")]
    assert len(told) > len(terms) / 2


ENGLISH = "of the is are was were has have by at for and to with not before"
FRENCH = (
    "de d des du le la les l un une est a ont été au aux à par dans sur lors pour pas"
    " parmi participe se s préside"
)
COGNATES = "Organisation Relation Participation Adoption Document Intention"


def test_french_labels_are_french(ontology: Graph) -> None:
    for term in own_terms(ontology):
        (french,) = in_language(ontology, term, RDFS.label, "fr")
        (english,) = in_language(ontology, term, RDFS.label, "en")
        words = set(re.findall(r"[^\W\d]+", french.lower()))
        assert not words & set(ENGLISH.split()), french
        assert french != english or french in COGNATES.split(), french
        if len(words) > 3:
            assert words & set(FRENCH.split()), french


def test_arabic_texts_are_in_arabic_script_and_the_others_are_not(
    ontology: Graph,
) -> None:
    for term in own_terms(ontology):
        for prop in (RDFS.label, SKOS.definition):
            for language in ("en", "fr", "ar"):
                for text in in_language(ontology, term, prop, language):
                    script = "ARABIC" if language == "ar" else "LATIN"
                    assert is_in_script(text, script), text


def test_classes_are_titles_and_properties_are_not(ontology: Graph) -> None:
    for term in own_terms(ontology):
        (label,) = in_language(ontology, term, RDFS.label, "en")
        is_class = (term, RDF.type, OWL.Class) in ontology
        assert label[0].isupper() == (is_class or label.startswith("ISO")), term
        assert term.removeprefix(str(HIWAR))[0].isupper() == is_class, term


def test_no_two_terms_share_a_label_or_a_definition(ontology: Graph) -> None:
    for prop in (RDFS.label, SKOS.definition):
        texts = [v for t in own_terms(ontology) for v in ontology.objects(t, prop)]
        assert len(texts) == len(set(texts))


def test_no_term_is_used_that_is_not_declared(ontology: Graph, themes: Graph) -> None:
    assert own_names(ontology + themes) <= own_terms(ontology)


def test_each_foreign_term_is_declared_and_nothing_is_imported(
    ontology: Graph, themes: Graph
) -> None:
    built_in = (str(RDF), str(RDFS), str(OWL), str(XSD))
    predicates = {p for p in (ontology + themes).predicates() if not _in(p, built_in)}
    assert predicates - set(ontology.subjects(RDF.type)) == set()
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


def test_the_prior_version_is_the_one_that_the_changelog_has(ontology: Graph) -> None:
    changes = (DOCS.parents[1] / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(\d[^\]]*)\]", changes, re.MULTILINE)
    assert versions[0] == __version__
    prior = [URIRef(f"{IRI}/{version}") for version in versions[1:2]]
    assert list(ontology.objects(IRI, OWL.priorVersion)) == prior


@pytest.mark.parametrize("name", APART)
def test_what_stands_apart_imports_the_ontology_and_is_not_imported(
    ontology: Graph, name: str
) -> None:
    graph = load_graph(name)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert list(graph.objects(header, OWL.imports)) == [IRI]
    assert graph.value(header, OWL.versionInfo) == Literal(__version__)
    assert header not in ontology.all_nodes()
    assert own_names(graph) <= own_terms(ontology)


def test_the_unions_of_the_dl_extras_are_what_the_ontology_hints_at(
    ontology: Graph,
) -> None:
    extras = load_graph("dl")
    for axiom, hint in (
        (RDFS.domain, SDO.domainIncludes),
        (RDFS.range, SDO.rangeIncludes),
    ):
        unions = {
            prop: set(Collection(extras, next(extras.objects(node, OWL.unionOf))))
            for prop, node in extras.subject_objects(axiom)
        }
        assert len(unions) > 8
        for prop in own_terms(ontology):
            hinted = set(ontology.objects(prop, hint))
            assert not (hinted and list(ontology.objects(prop, axiom))), prop
            assert unions.get(prop, hinted) == hinted, prop


def test_ontology_extras_and_alignments_are_consistent_with_what_others_say() -> None:
    """The axioms of W3C ORG, PROV and FOAF that could clash, from their documents."""
    graph = load_graph(*ONTOLOGY, *APART)
    graph.parse(data=OTHERS, format="turtle")
    assert check_consistency(graph).explanation == ""
    graph.add((HIWAR.Document, RDFS.subClassOf, PROV.Activity))
    assert str(HIWAR.Document) in check_consistency(graph).unsatisfiable


OTHERS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
org:Organization rdfs:subClassOf foaf:Agent ; owl:equivalentClass foaf:Organization .
foaf:Organization a owl:Class ; owl:disjointWith foaf:Person , foaf:Document .
org:FormalOrganization rdfs:subClassOf org:Organization .
org:OrganizationalCollaboration rdfs:subClassOf org:Organization .
org:Organization owl:disjointWith org:Membership .
prov:Activity owl:disjointWith prov:Entity .
org:hasMember rdfs:domain org:Organization ; rdfs:range foaf:Agent .
org:memberOf rdfs:domain foaf:Agent ; rdfs:range org:Organization .
org:member rdfs:domain org:Membership ; rdfs:range foaf:Agent .
org:organization rdfs:domain org:Membership ; rdfs:range org:Organization .
org:holds rdfs:domain foaf:Agent ; rdfs:range org:Post .
org:postIn rdfs:domain org:Post ; rdfs:range org:Organization .
prov:wasAssociatedWith rdfs:domain prov:Activity ; rdfs:range prov:Agent .
"""


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
    assert max(map(len, groups)) == 15
    for kind in ontology.subjects(RDF.type, OWL.Class):
        if str(kind).startswith(str(HIWAR)) and kind != HIWAR.SourceDocument:
            assert any(kind in group for group in groups), kind


def test_properties_of_statements_type_nothing_else(ontology: Graph) -> None:
    for prop in ontology.subjects(RDFS.domain, HIWAR.Statement):
        assert set(ontology.objects(prop, RDFS.range)) <= {RDFS.Literal}, prop


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_has_its_concepts(themes: Graph, scheme: str) -> None:
    listed = SCHEMES[scheme]
    notations = listed.split() if isinstance(listed, str) else listed
    expected = {concept_iri(scheme, notation) for notation in notations}
    iri = URIRef(f"{BASE}theme/{scheme}")
    assert set(themes.subjects(SKOS.inScheme, iri)) == expected
    assert set(themes.subjects(SKOS.topConceptOf, iri)) == expected
    assert (iri, RDF.type, SKOS.ConceptScheme) in themes


def test_each_concept_is_named_defined_and_has_its_notation(themes: Graph) -> None:
    for concept in themes.subjects(RDF.type, SKOS.Concept):
        labels = set(themes.objects(concept, SKOS.prefLabel))
        assert set(themes.objects(concept, RDFS.label)) == labels
        languages = {label.language for label in labels if isinstance(label, Literal)}
        assert len(languages) == len(labels)
        assert "en" in languages
        (definition,) = in_language(themes, concept, SKOS.definition, "en")
        assert definition.endswith(".")
        (notation,) = themes.objects(concept, SKOS.notation)
        assert str(concept).endswith(f"/{notation}")


def test_what_others_laid_down_has_a_source(themes: Graph) -> None:
    for scheme in ("gcm", "jvap"):
        iri = URIRef(f"{BASE}theme/{scheme}")
        for concept in (iri, *themes.subjects(SKOS.inScheme, iri)):
            assert themes.value(concept, DCTERMS.source), concept


def test_mappings_lead_to_concepts_that_are_there(themes: Graph) -> None:
    concepts = set(themes.subjects(RDF.type, SKOS.Concept))
    for prop in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.exactMatch):
        for one, other in themes.subject_objects(prop):
            assert one in concepts
            assert other in concepts or not str(other).startswith(BASE)


@pytest.mark.parametrize("name", [*MODULES, *APART])
def test_both_engines_read_the_same_triples(name: str) -> None:
    text = load_text(name)
    quads = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    read = Graph().parse(data=lines.decode(), format="nt")
    assert isomorphic(read, load_graph(name))


def test_each_file_of_turtle_is_a_module() -> None:
    folder = Path(str(resources.files("hiwar.ontology")))
    found = [*folder.glob("*.ttl"), *folder.glob("themes/*.ttl")]
    turtle = {path.relative_to(folder).with_suffix("").as_posix() for path in found}
    assert turtle == {*MODULES, *APART}


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
