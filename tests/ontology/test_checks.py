from collections.abc import Callable

import pytest
from rdflib import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    VANN,
    XSD,
    BNode,
    Graph,
    Literal,
    Namespace,
    URIRef,
)
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.ontology import APART, MODULES, ONTOLOGY
from hiwar.ontology.checks import checks, published, shapes_files, unfinished
from hiwar.ontology.fairness import ONLINE, fair_tests
from hiwar.ontology.pitfalls import PITFALLS, find_pitfalls
from hiwar.ontology.report import LEVELS, report
from hiwar.ontology.vocabulary import ONTOLOGY_IRI, own_terms, undeclared_terms

H = Namespace(f"{ONTOLOGY_IRI}#")
SH = Namespace("http://www.w3.org/ns/shacl#")
BIBO = Namespace("http://purl.org/ontology/bibo/")


def read(*names: str) -> Graph:
    graph = Graph(bind_namespaces="none")
    for name in names:
        graph.parse(data=published(name), format="turtle")
    return graph


@pytest.fixture
def ontology() -> Graph:
    return read(*ONTOLOGY, "dl")


@pytest.fixture(scope="module")
def everything() -> Graph:
    graph = read(*MODULES, *APART)
    for text in shapes_files().values():
        graph.parse(data=text, format="turtle")
    return graph


def test_every_check_holds_and_gives_a_figure() -> None:
    found = {title: (figure, holds) for title, figure, holds in checks()}
    assert [title for title, (_, holds) in found.items() if not holds] == []
    for title in ("labels in three languages", "a definition", "an example"):
        assert found[f"terms with {title}"][0].endswith("100 %")
    assert found["FOOPS! static tests"][0].startswith("17 of 18 passed")
    assert all(any(map(str.isdigit, figure)) for figure, _ in found.values())


# Terms are finished


def without(
    graph: Graph,
    subject: Node,
    predicate: Node | None = None,
    value: Node | None = None,
) -> Graph:
    assert next(graph.triples((subject, predicate, value)), None)
    graph.remove((subject, predicate, value))
    return graph


def renamed(graph: Graph, term: URIRef, text: str, language: str | None) -> Graph:
    """Give a term another label in the place of the one of that language."""
    for prop in (RDFS.label, SKOS.prefLabel):
        for old in list(graph.objects(term, prop)):
            if isinstance(old, Literal) and old.language == (language or "en"):
                graph.remove((term, prop, old))
        graph.add((term, prop, Literal(text, lang=language)))
    return graph


@pytest.mark.parametrize(
    ("text", "language"),
    [("Meeting", None), ("Meeting", "de"), ("Meeting", "ar"), ("اجتماع", "fr")],
)
def test_a_label_without_its_language_or_script_is_found(
    ontology: Graph, text: str, language: str | None
) -> None:
    assert unfinished(ontology, "labels") == []
    assert unfinished(renamed(ontology, H.Meeting, text, language), "labels")


def test_a_missing_label_is_found(ontology: Graph) -> None:
    broken = without(ontology, H.Meeting, RDFS.label, Literal("Réunion", lang="fr"))
    assert unfinished(broken, "labels") == [H.Meeting]


def test_a_second_label_in_a_language_is_found(ontology: Graph) -> None:
    for prop in (RDFS.label, SKOS.prefLabel):
        ontology.add((H.Meeting, prop, Literal("Gathering", lang="en")))
    assert unfinished(ontology, "labels") == [H.Meeting]
    assert report(ontology)["multiple_labels"] == (str(H.Meeting),)


@pytest.mark.parametrize("text", ["A meeting.", "a meeting of actors.", "No full stop"])
def test_a_definition_that_is_no_sentence_is_found(ontology: Graph, text: str) -> None:
    for old in list(ontology.objects(H.Meeting, SKOS.definition)):
        ontology.remove((H.Meeting, SKOS.definition, old))
    ontology.add((H.Meeting, SKOS.definition, Literal(text, lang="en")))
    expected = [] if text == "A meeting." else [H.Meeting]
    assert unfinished(ontology, "definitions") == expected


@pytest.mark.parametrize(
    ("prop", "part"),
    [
        (SKOS.definition, "definitions"),
        (SKOS.example, "examples"),
        (RDFS.isDefinedBy, "isDefinedBy"),
    ],
)
def test_a_missing_part_is_found(ontology: Graph, prop: URIRef, part: str) -> None:
    assert unfinished(ontology, part) == []
    assert unfinished(without(ontology, H.Meeting, prop), part) == [H.Meeting]


# Terms are declared


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (RDFS.seeAlso, URIRef(f"{OWL}Thingg")),
        (URIRef(f"{DCTERMS}rigthsHolder"), Literal("somebody")),
        (URIRef("http://purl.org/dc/terms#title"), Literal("a title")),
        (URIRef(f"{RDF}isDefinedBy"), ONTOLOGY_IRI),
        (URIRef("http://www.w3.org/ns/oa#hasSelecter"), ONTOLOGY_IRI),
        (URIRef("http://example.org/unknown#term"), ONTOLOGY_IRI),
        (RDF.type, URIRef("http://example.org/unknown#Class")),
        (RDFS.seeAlso, H.Meetting),
        (H.hasParticipent, H.Meeting),
        (RDFS.seeAlso, URIRef("https://w3id.org/hiwar/theme/status/reportd")),
        (URIRef(f"{SH}minCont"), Literal(1)),
        (DCTERMS.date, Literal("2025", datatype=URIRef(f"{XSD}gYaer"))),
    ],
)
def test_a_term_that_nobody_declared_is_found(
    everything: Graph, predicate: URIRef, value: URIRef | Literal
) -> None:
    assert undeclared_terms(everything) == []
    triple = (ONTOLOGY_IRI, predicate, value)
    try:
        everything.add(triple)
        assert len(undeclared_terms(everything)) == 1
    finally:
        everything.remove(triple)


def test_iris_of_things_graphs_and_pages_are_no_terms(everything: Graph) -> None:
    for iri in ("https://w3id.org/hiwar/id/state/EGY", "http://www.w3.org/TR/owl2"):
        assert URIRef(iri) not in everything.all_nodes()
        triple = (ONTOLOGY_IRI, RDFS.seeAlso, URIRef(iri))
        everything.add(triple)
        assert undeclared_terms(everything) == []
        everything.remove(triple)


# Pitfalls

Change = Callable[[Graph], object]


def add(*triples: tuple[Node, Node, Node]) -> Change:
    return lambda graph: [graph.add(triple) for triple in triples]


def drop(*pattern: Node) -> Change:
    return lambda graph: without(graph, *pattern)


def declare(name: str, kind: URIRef = OWL.Class) -> tuple[Node, Node, Node]:
    return (H[name], RDF.type, kind)


def chain_of_one(graph: Graph) -> None:
    node = BNode()
    Collection(graph, node, [H.chairs])
    graph.add((H.hasParticipant, OWL.propertyChainAxiom, node))


def definition_by_itself(graph: Graph) -> None:
    node, members = BNode(), BNode()
    Collection(graph, members, [H.Meeting, H.Process])
    graph.add((node, OWL.unionOf, members))
    graph.add((H.Meeting, RDFS.subClassOf, node))


def nameless(graph: Graph) -> None:
    graph.add((BNode(), RDF.type, OWL.Ontology))


def no_disjointness(graph: Graph) -> None:
    graph.remove((None, RDF.type, OWL.AllDisjointClasses))
    graph.remove((None, OWL.disjointWith, None))


BROKEN: dict[str, Change] = {
    "P02": add((H.Meeting, OWL.equivalentClass, H.Process)),
    "P03": add((H.chairs, RDFS.label, Literal("is a", lang="en"))),
    "P04": add(declare("Island")),
    "P05": drop(H.hasMeeting, RDFS.domain),
    "P06": add(
        (H.Actor, RDFS.subClassOf, H.Organisation),
        (H.Organisation, RDFS.subClassOf, H.Actor),
    ),
    "P07": add(declare("StyleAndPeriod")),
    "P08": drop(H.Meeting, SKOS.definition),
    "P10": no_disjointness,
    "P11": drop(H.chairs, RDFS.range),
    "P13": drop(H.isMeetingOf, OWL.inverseOf),
    "P19": add((H.chairs, RDFS.domain, H.State)),
    "P20": add((H.Meeting, RDFS.label, Literal(" "))),
    "P21": add(declare("OtherActor")),
    "P22": add(declare("round_table")),
    "P24": definition_by_itself,
    "P25": add((H.chairs, OWL.inverseOf, H.chairs)),
    "P26": add((H.chairs, RDF.type, OWL.SymmetricProperty)),
    "P27": add((H.chairs, OWL.equivalentProperty, H.holdsPost)),
    "P28": add((H.chairs, RDF.type, OWL.SymmetricProperty)),
    "P29": add((H.chairs, RDF.type, OWL.TransitiveProperty)),
    "P31": add(
        (H.State, OWL.equivalentClass, H.Actor), (H.State, RDFS.subClassOf, H.Actor)
    ),
    "P32": add((H.Process, RDFS.label, Literal("Meeting", lang="en"))),
    "P33": chain_of_one,
    "P34": drop(H.Meeting, RDF.type),
    "P35": drop(H.chairs, RDF.type),
    "P36": add((URIRef("http://example.org/it.owl"), RDF.type, OWL.Ontology)),
    "P38": drop(ONTOLOGY_IRI, RDF.type),
    "P39": nameless,
    "P40": add((H.Meeting, URIRef(f"{DCTERMS}rigthsHolder"), Literal("somebody"))),
    "P41": drop(ONTOLOGY_IRI, DCTERMS.license),
}


def mend_inverse(graph: Graph) -> None:
    graph.remove((H.hasMeeting, RDFS.domain, None))
    graph.add((H.hasMeeting, RDFS.domain, H.State))


BROKEN["P05"] = mend_inverse


def test_each_pitfall_has_a_level_and_a_broken_copy() -> None:
    assert [pitfall.number for pitfall in PITFALLS] == sorted(BROKEN)
    assert {pitfall.level for pitfall in PITFALLS} == {"critical", "important", "minor"}


@pytest.mark.parametrize("number", BROKEN)
def test_a_pitfall_is_found_where_it_is_and_nowhere_else(
    ontology: Graph, number: str
) -> None:
    before = find_pitfalls(ontology)[number]
    assert before == () or number == "P13"
    BROKEN[number](ontology)
    assert set(find_pitfalls(ontology)[number]) > set(before)


def test_a_hint_stands_for_a_domain_only_where_there_is_one(ontology: Graph) -> None:
    core = read(*ONTOLOGY)
    assert find_pitfalls(core)["P11"] == ()
    core.remove((H.buildsOn, SDO.domainIncludes, None))
    assert find_pitfalls(core)["P11"] == (str(H.buildsOn),)
    assert ontology.value(H.buildsOn, RDFS.domain)


# FOOPS!


def test_all_tests_of_foops_are_named_here_or_need_the_web() -> None:
    static = {test.name for test in fair_tests(Graph(), ONTOLOGY_IRI)}
    assert len(static | set(ONLINE)) == len(static) + len(ONLINE) == 24


def test_of_the_static_tests_only_the_one_that_wants_a_doi_is_not_passed(
    ontology: Graph,
) -> None:
    core = read(*ONTOLOGY)
    failed = {t.name: t.missing for t in fair_tests(core, ONTOLOGY_IRI) if t.missing}
    assert failed == {"OM3": ("DOI", "logo")}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("URI2", add((URIRef("http://example.org/x"), RDF.type, OWL.Ontology))),
        ("VER1", drop(ONTOLOGY_IRI, OWL.versionIRI)),
        pytest.param(
            "VER1", add((ONTOLOGY_IRI, OWL.versionIRI, ONTOLOGY_IRI)), id="VER1-same"
        ),
        ("OM1", drop(ONTOLOGY_IRI, DCTERMS.description)),
        ("OM2", drop(ONTOLOGY_IRI, DCTERMS.bibliographicCitation)),
        ("OM3", drop(ONTOLOGY_IRI, BIBO.status)),
        ("OM4.1", drop(ONTOLOGY_IRI, DCTERMS.license)),
        ("OM5.1", drop(ONTOLOGY_IRI, DCTERMS.created)),
        ("OM5.2", drop(ONTOLOGY_IRI, DCTERMS.issued)),
        ("VOC1", drop(ONTOLOGY_IRI)),
        ("VOC3", add(declare("Island"))),
        ("VOC4", drop(H.Meeting, SKOS.definition)),
        ("FIND1", drop(ONTOLOGY_IRI, VANN.preferredNamespacePrefix)),
        ("FIND3", drop(ONTOLOGY_IRI, SDO.includedInDataCatalog)),
        ("FIND_3_BIS", drop(ONTOLOGY_IRI, SDO.includedInDataCatalog)),
    ],
)
def test_what_a_test_of_foops_wants_is_missed(name: str, change: Change) -> None:
    core = read(*ONTOLOGY)
    before = {test.name: test.missing for test in fair_tests(core, ONTOLOGY_IRI)}[name]
    change(core)
    after = {test.name: test.missing for test in fair_tests(core, ONTOLOGY_IRI)}[name]
    assert set(after) > set(before)


def test_an_address_that_may_vanish_and_no_triples_are_missed() -> None:
    found = {t.name: t.missing for t in fair_tests(Graph(), URIRef("urn:x:onto"))}
    assert all(found[name] for name in ("PURL1", "HTTP1", "RDF1", "URI2", "VOC2"))


# ROBOT

SPACED = Literal(" Meeting  of actors ", lang="en")


@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("annotation_whitespace", add((H.Meeting, SKOS.example, Literal("One. ")))),
        ("deprecated_boolean_datatype", add((H.chairs, OWL.deprecated, Literal("1")))),
        ("deprecated_class_reference", add((H.Actor, OWL.deprecated, Literal(True)))),
        (
            "deprecated_property_reference",
            add((H.closeTo, OWL.deprecated, Literal(True)), (H.A, H.closeTo, H.B)),
        ),
        ("duplicate_definition", add((H.A, SKOS.definition, Literal("A b.", "en")))),
        ("duplicate_label", add((H.A, RDFS.label, Literal("Meeting", lang="en")))),
        ("equivalent_pair", add((H.Meeting, OWL.equivalentClass, H.Process))),
        ("illegal_use_of_built_in_vocabulary", add((RDF.type, RDFS.label, SPACED))),
        ("label_formatting", add((H.Meeting, RDFS.label, Literal("A\tmeeting")))),
        ("label_whitespace", add((H.Meeting, RDFS.label, SPACED))),
        ("lowercase_definition", add((H.A, SKOS.definition, Literal("it is.")))),
        ("missing_definition", drop(H.Meeting, SKOS.definition)),
        ("missing_label", drop(H.Meeting, RDFS.label)),
        ("missing_ontology_description", drop(ONTOLOGY_IRI, DCTERMS.description)),
        ("missing_ontology_license", drop(ONTOLOGY_IRI, DCTERMS.license)),
        ("missing_ontology_title", drop(ONTOLOGY_IRI, DCTERMS.title)),
        ("missing_superclass", add(declare("Island"))),
        ("misused_replaced_by", add((H.Meeting, DCTERMS.isReplacedBy, H.Process))),
        (
            "multiple_definitions",
            add((H.Meeting, SKOS.definition, Literal("Another.", lang="en"))),
        ),
        (
            "multiple_equivalent_classes",
            add(
                (H.Meeting, OWL.equivalentClass, PROV.Activity),
                (H.Meeting, OWL.equivalentClass, SDO.Event),
            ),
        ),
        ("multiple_labels", add((H.Meeting, RDFS.label, Literal("M", lang="en")))),
    ],
)
def test_a_row_of_the_report_finds_what_it_is_for(row: str, change: Change) -> None:
    core = read(*ONTOLOGY)
    if row == "duplicate_definition":
        core.add((H.Meeting, SKOS.definition, Literal("A b.", "en")))
    assert report(core)[row] == ()
    change(core)
    assert report(core)[row]


def test_every_row_of_the_report_has_a_level_and_the_ontology_is_clean() -> None:
    found = report(read(*ONTOLOGY))
    assert set(LEVELS) == set(found)
    assert set(LEVELS.values()) == {"ERROR", "WARN", "INFO"}
    assert not any(found.values())


def test_our_terms_are_classes_and_properties_of_our_namespace() -> None:
    terms = own_terms(read(*ONTOLOGY))
    assert len(terms) == len(set(terms)) > 100
    assert SKOS.Concept not in terms
