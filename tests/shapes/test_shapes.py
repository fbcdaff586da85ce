import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.graph.namespaces import BASE, HIWAR, PREFIXES
from hiwar.ontology import MODULES as ONTOLOGY_MODULES
from hiwar.ontology import load_graph
from hiwar.shapes import MODULES, load_shapes
from hiwar.shapes import __file__ as SHAPES_FILE

Broken = set[tuple[str, str]]

SHAPE = Namespace(f"{BASE}shapes#")
VALID = Path(__file__).with_name("valid.ttl")
HEADER = VALID.read_text(encoding="utf-8").partition("# Of each class")[0]
NAMED = 'rdfs:label "X"@en ; skos:prefLabel "X"@en'
STATEMENT = """a hiwar:Statement ; rdf:subject <id/state/EGY> ;
    rdf:predicate hiwar:chairs ; rdf:object <id/process/khartoum>"""
SAID = "hiwar:status <theme/status/reported> ; hiwar:basis <theme/basis/explicit>"
SOURCED = """hiwar:rule "r" ; hiwar:wasStatedIn <id/document/brief> ;
    prov:wasDerivedFrom <id/evidence/e1>"""
HELD = "hiwar:meetingStatus <theme/meeting-status/held>"
CHAIR = "hiwar:chair <id/state/EGY> ; hiwar:chairedProcess <id/process/khartoum>"
CODES = 'hiwar:isoAlpha2 "XX" ; hiwar:isoAlpha3 "XXX"'
FILE = f'hiwar:contentHash "{"0" * 64}" ; hiwar:fileName "a.txt"'
SELECTORS = "oa:hasSelector <id/evidence/e1-quote> , <id/evidence/e1-position>"
DISPUTE = """hiwar:disputedSubject <id/state/EGY> ; hiwar:disputedProperty hiwar:chairs ;
    hiwar:competingStatement <id/statement/s1>"""

INFERRED = (
    "hasMeeting",
    "participatesIn",
    "participatesInProcess",
    "chairedBy",
    "memberOf",
)
ROUND = """
<id/meeting/N> a hiwar:Meeting ; rdfs:label "Meeting N"@en ; skos:prefLabel "Meeting N"@en ;
    hiwar:isMeetingOf <id/process/khartoum> ; hiwar:meetingStatus <theme/meeting-status/held> ;
    hiwar:startDate "2025-04-09"^^xsd:date ; hiwar:when "2025-04-09" ; hiwar:hasParticipant <id/state/EGY> .
<id/participation/N> a hiwar:Participation ;
    hiwar:participationIn <id/meeting/N> ; hiwar:participant <id/state/EGY> .
<id/statement/N> a hiwar:Statement ;
    rdf:subject <id/meeting/N> ; rdf:predicate hiwar:hasParticipant ; rdf:object <id/state/EGY> ;
    hiwar:status <theme/status/reported> ; hiwar:basis <theme/basis/explicit> ; hiwar:rule "participants" ;
    hiwar:describes <id/participation/N> ; hiwar:mentionedAs "Egypt"@en ;
    hiwar:wasStatedIn <id/document/brief> ; prov:wasDerivedFrom <id/evidence/N> .
<id/evidence/N> a hiwar:Evidence ; oa:hasSource <id/document/brief> ;
    oa:hasSelector <id/evidence/N-q> , <id/evidence/N-p> .
<id/evidence/N-q> a oa:TextQuoteSelector ; oa:exact "Egypt took part." .
<id/evidence/N-p> a oa:TextPositionSelector ; oa:start 3 ; oa:end 19 .
"""

# What is said of a thing; the shape that it breaks; the path that the report gives.
BROKEN = [
    # names
    (f'a hiwar:Place ; {NAMED} ; rdfs:label "Y"@en ; skos:prefLabel "Y"@en', "Names", "rdfs:label"),
    ('a hiwar:Place ; rdfs:label "X" ; skos:prefLabel "X"', "Names", "rdfs:label"),
    ('a hiwar:Place ; rdfs:label "X"@en', "Names", "rdfs:label"),
    (f'a hiwar:Place ; {NAMED} ; skos:altLabel "Y"', "OtherNames", "skos:altLabel"),
    ("a hiwar:Place", "NamedThing", "rdfs:label"),
    (f'a hiwar:Place ; {NAMED} ; hiwar:needsReview "yes"', "Reviewed", "hiwar:needsReview"),
    # dates
    (f'a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:startDate "2025-04-10"^^xsd:date ; hiwar:endDate "2025-04-09"^^xsd:date', "Meeting", "hiwar:startDate"),
    (f'a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:startDate "09/04/2025"^^xsd:date', "Meeting", "hiwar:startDate"),
    (f'a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:startDate "2025-04-09T10:00:00"^^xsd:dateTime', "Meeting", "hiwar:startDate"),
    (f'a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:endDate "2025"^^xsd:gYear', "Meeting", "hiwar:endDate"),
    (f'a hiwar:Chairmanship ; {CHAIR} ; hiwar:startDate "2025-04-09"^^xsd:date , "2025-04-10"^^xsd:date', "Chairmanship", "hiwar:startDate"),
    (f'a hiwar:Chairmanship ; {CHAIR} ; hiwar:notBefore "2025-04-10"^^xsd:date ; hiwar:notAfter "2025-04-09"^^xsd:date', "Chairmanship", "hiwar:notBefore"),
    (f'a hiwar:Chairmanship ; {CHAIR} ; hiwar:notAfter "spring"', "Chairmanship", "hiwar:notAfter"),
    (f'a hiwar:Chairmanship ; {CHAIR} ; hiwar:when "9 April 2025"', "Chairmanship", "hiwar:when"),
    (f'a hiwar:Chairmanship ; {CHAIR} ; hiwar:when "2025"^^xsd:gYear', "Chairmanship", "hiwar:when"),
    (f'a hiwar:Meeting ; {NAMED} ; hiwar:scheduledFor "next year"', "Meeting", "hiwar:scheduledFor"),
    (f'a hiwar:Process ; {NAMED} ; hiwar:established "2014-13"', "Process", "hiwar:established"),
    # ties
    *((f"a hiwar:Document ; {NAMED} ; hiwar:{tie} <id/state/EGY>", "Document", f"hiwar:{tie}")
      for tie in ("buildsOn", "followsUp", "alignsWith", "partOf", "fundedBy", "successorOf")),
    # actors
    (f'a hiwar:State ; {NAMED} ; hiwar:isoAlpha2 "EG"', "State", "hiwar:isoAlpha3"),
    (f'a hiwar:State ; {NAMED} ; hiwar:isoAlpha2 "eg" ; hiwar:isoAlpha3 "EGY"', "State", "hiwar:isoAlpha2"),
    (f"a hiwar:State ; {NAMED} ; {CODES} ; hiwar:chairs <id/meeting/held>", "State", "hiwar:chairs"),
    (f"a hiwar:State ; {NAMED} ; {CODES} ; hiwar:participatesIn <id/meeting/held>", "State", "hiwar:participatesIn"),
    (f"a hiwar:Organisation ; {NAMED} ; hiwar:hasMember <id/place/cairo>", "Organisation", "hiwar:hasMember"),
    (f'a hiwar:Person ; {NAMED} ; hiwar:birthDate "1970-01-01"^^xsd:date', "Person", "hiwar:birthDate"),
    (f"a hiwar:Person ; {NAMED} ; hiwar:holdsPost <id/state/EGY>", "Person", "hiwar:holdsPost"),
    (f"a hiwar:ActorGroup ; {NAMED} ; hiwar:hasMember <id/state/EGY>", "ActorGroup", "hiwar:hasMember"),
    (f"a hiwar:Post ; {NAMED} ; hiwar:postFor <id/place/cairo>", "Post", "hiwar:postFor"),
    (f"a hiwar:Place ; {NAMED} ; hiwar:inState <id/place/cairo>", "Place", "hiwar:inState"),
    # processes and meetings
    (f"a hiwar:Process ; {NAMED} ; hiwar:processLevel <theme/status/planned>", "Process", "hiwar:processLevel"),
    (f"a hiwar:Process ; {NAMED} ; hiwar:aim <theme/migration/unheard-of>", "Process", "hiwar:aim"),
    (f"a hiwar:Process ; {NAMED} ; hiwar:foundedIn <id/state/EGY>", "Process", "hiwar:foundedIn"),
    (f"a hiwar:Process ; {NAMED} ; hiwar:hasSecretariat <id/state/EGY>", "Process", "hiwar:hasSecretariat"),
    *((f"a hiwar:Process ; {NAMED} ; hiwar:{part} <id/process/khartoum>", "Process", f"hiwar:{part}")
      for part in ("hasMember", "hasPartner", "hasObserver", "hasSteeringMember")),
    (f"a hiwar:Process ; {NAMED} ; hiwar:hasMeeting <id/meeting/held>", "Process", "hiwar:hasMeeting"),
    ("a hiwar:DialogueRound ; hiwar:ordinal 1", "DialogueRound", "hiwar:roundOf"),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:ordinal 0", "Meeting", "hiwar:ordinal"),
    (f'a hiwar:Meeting ; {NAMED} ; hiwar:ordinal "2"', "Meeting", "hiwar:ordinal"),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:isMeetingOf <id/organisation/icmpd>", "Meeting", "hiwar:isMeetingOf"),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:inRound <id/process/khartoum>", "Meeting", "hiwar:inRound"),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:meetingKind <theme/meeting-status/held>", "Meeting", "hiwar:meetingKind"),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:meetingStatus <theme/meeting-status/planned> , <theme/meeting-status/postponed>", "Meeting", "hiwar:meetingStatus"),
    (f"a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:hasParticipant <id/state/UNKNOWN>", "Meeting", "hiwar:hasParticipant"),
    *((f"a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:{made} <id/place/cairo>", "Meeting", f"hiwar:{made}")
      for made in ("hostedBy", "organisedBy", "presidedBy", "expectedParticipant", "heldInState")),
    *((f"a hiwar:Meeting ; {NAMED} ; {HELD} ; hiwar:{where} <id/state/EGY>", "Meeting", f"hiwar:{where}")
      for where in ("heldInPlace", "scheduledIn")),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:hasParticpant <id/state/EGY>", "Meeting", "hiwar:hasParticpant"),
    # meetings that nobody reports as held
    (f'a hiwar:Meeting ; {NAMED} ; hiwar:when "2027"', "UnheldMeeting", ""),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:meetingStatus <theme/meeting-status/planned> ; hiwar:hostedBy <id/state/EGY>", "UnheldMeeting", ""),
    (f"a hiwar:Meeting ; {NAMED} ; hiwar:meetingStatus <theme/meeting-status/cancelled> . <id/document/plan> hiwar:adoptedAt <X>", "UnheldMeeting", ""),
    # relations
    ("a hiwar:Participation ; hiwar:participationIn <id/meeting/held>", "Participation", "hiwar:participant"),
    ("a hiwar:Participation ; hiwar:participant <id/state/EGY>", "Participation", "hiwar:participationIn"),
    ("a hiwar:Participation ; hiwar:participationIn <id/meeting/held> ; hiwar:participant <id/state/EGY> ; hiwar:participationRole <theme/status/reported>", "Participation", "hiwar:participationRole"),
    ("a hiwar:Participation ; hiwar:participationIn <id/meeting/held> ; hiwar:participant <id/state/EGY> ; hiwar:inNameOf <id/place/cairo>", "Participation", "hiwar:inNameOf"),
    ("a hiwar:Chairmanship ; hiwar:chair <id/state/EGY> , <id/organisation/icmpd> ; hiwar:chairedProcess <id/process/khartoum>", "Chairmanship", "hiwar:chair"),
    ("a hiwar:Chairmanship ; hiwar:chair <id/state/EGY> ; hiwar:chairedProcess <id/meeting/held>", "Chairmanship", "hiwar:chairedProcess"),
    (f"a hiwar:Chairmanship ; {CHAIR} ; hiwar:handedOverTo <id/state/EGY>", "Chairmanship", "hiwar:handedOverTo"),
    (f"a hiwar:Chairmanship ; {CHAIR} ; hiwar:handedOverAt <id/place/cairo>", "Chairmanship", "hiwar:handedOverAt"),
    (f"a hiwar:Chairmanship ; {CHAIR} ; prov:wasDerivedFrom <id/evidence/e1>", "Chairmanship", "prov:wasDerivedFrom"),
    ("a hiwar:Membership ; hiwar:member <id/state/EGY> ; hiwar:memberIn <id/meeting/held>", "Membership", "hiwar:memberIn"),
    ("a hiwar:Membership ; hiwar:memberIn <id/process/khartoum>", "Membership", "hiwar:member"),
    ("a hiwar:PostHolding ; hiwar:heldPost <id/post/minister> ; hiwar:holder <id/state/EGY>", "PostHolding", "hiwar:holder"),
    ("a hiwar:PostHolding ; hiwar:holder <id/person/minister>", "PostHolding", "hiwar:heldPost"),
    ("a hiwar:Adoption ; hiwar:adoptedIn <id/meeting/held> ; hiwar:adoptedDocument <id/process/khartoum>", "Adoption", "hiwar:adoptedDocument"),
    ("a hiwar:Adoption ; hiwar:adoptedDocument <id/document/plan>", "Adoption", "hiwar:adoptedIn"),
    # documents and what they set out
    (f"a hiwar:Document ; {NAMED} ; hiwar:documentKind <theme/meeting-kind/other>", "Document", "hiwar:documentKind"),
    (f"a hiwar:Document ; {NAMED} ; hiwar:adoptedAt <id/state/EGY>", "Document", "hiwar:adoptedAt"),
    (f"a hiwar:Document ; {NAMED} ; hiwar:frameworkOf <id/meeting/held>", "Document", "hiwar:frameworkOf"),
    (f'a hiwar:SourceDocument ; {NAMED} ; hiwar:contentHash "ab" ; hiwar:fileName "a.txt"', "Document", "hiwar:contentHash"),
    (f'a hiwar:SourceDocument ; {NAMED} ; hiwar:contentHash "{"0" * 64}" ; hiwar:fileName "/home/a.txt"', "Document", "hiwar:fileName"),
    (f'a hiwar:SourceDocument ; {NAMED} ; hiwar:fileName "a.txt"', "SourceDocument", "hiwar:contentHash"),
    (f'a hiwar:SourceDocument ; {NAMED} ; hiwar:contentHash "{"0" * 64}"', "SourceDocument", "hiwar:fileName"),
    (f'a hiwar:SourceDocument ; {NAMED} ; {FILE} ; hiwar:retrieved "yesterday"', "Document", "hiwar:retrieved"),
    (f'a hiwar:SourceDocument ; {NAMED} ; {FILE} ; hiwar:mentions "Egypt"', "Document", "hiwar:mentions"),
    (f'a hiwar:SourceDocument ; {NAMED} ; {FILE} ; hiwar:about "migration"', "Document", "hiwar:about"),
    ("a hiwar:Commitment", "PolicyItem", "hiwar:wording"),
    ('a hiwar:Commitment ; hiwar:wording "We commit."', "PolicyItem", "hiwar:wording"),
    ('a hiwar:Intention ; hiwar:wording "X"@en ; hiwar:hasTheme <theme/meeting-kind/summit>', "PolicyItem", "hiwar:hasTheme"),
    ('a hiwar:Intention ; hiwar:wording "X"@en ; hiwar:setOutIn <id/meeting/held>', "PolicyItem", "hiwar:setOutIn"),
    ('a hiwar:Commitment ; hiwar:wording "X"@en ; hiwar:committedBy "the ministers"', "PolicyItem", "hiwar:committedBy"),
    ('a hiwar:Commitment ; hiwar:wording "X"@en ; hiwar:committedAt <id/document/plan>', "PolicyItem", "hiwar:committedAt"),
    ('a hiwar:AreaOfFocus ; hiwar:wording "X"@en ; hiwar:focusOf <id/state/EGY>', "PolicyItem", "hiwar:focusOf"),
    (f'a hiwar:FundingInstrument ; {NAMED} ; hiwar:amount 5', "FundingInstrument", "hiwar:amount"),
    # statements
    (f"a hiwar:Statement ; rdf:predicate hiwar:chairs ; rdf:object 1 ; {SAID} ; {SOURCED}", "Statement", "rdf:subject"),
    (f"{STATEMENT} , <id/process/rabat> ; {SAID} ; {SOURCED}", "Statement", "rdf:object"),
    (f"a hiwar:Statement ; rdf:subject <id/state/EGY> ; rdf:predicate <http://example.org/p> ; rdf:object 1 ; {SAID} ; {SOURCED}", "Statement", "rdf:predicate"),
    (f"{STATEMENT} ; hiwar:status <theme/status/true> ; hiwar:basis <theme/basis/explicit> ; {SOURCED}", "Statement", "hiwar:status"),
    (f"{STATEMENT} ; hiwar:status <theme/status/reported> , <theme/status/planned> ; hiwar:basis <theme/basis/explicit> ; {SOURCED}", "Statement", "hiwar:status"),
    (f"{STATEMENT} ; hiwar:status <theme/status/reported> ; {SOURCED}", "Statement", "hiwar:basis"),
    (f"{STATEMENT} ; {SAID} ; {SOURCED} ; hiwar:describes <id/state/EGY>", "Statement", "hiwar:describes"),
    (f"{STATEMENT} ; {SAID} ; {SOURCED} ; hiwar:mentionedAs <id/state/EGY>", "Statement", "hiwar:mentionedAs"),
    (f"{STATEMENT} ; {SAID} ; {SOURCED} ; hiwar:startDate '2025-04-09'^^xsd:date", "Statement", "hiwar:startDate"),
    (f"{STATEMENT} ; {SAID} ; hiwar:wasStatedIn <id/document/brief> ; prov:wasDerivedFrom <id/evidence/e1>", "Statement", "hiwar:rule"),
    (f"{STATEMENT} ; {SAID} ; hiwar:rule 'r' ; prov:wasDerivedFrom <id/evidence/e1>", "Statement", "hiwar:wasStatedIn"),
    (f"{STATEMENT} ; {SAID} ; hiwar:rule 'r' ; hiwar:wasStatedIn <id/document/brief>", "Statement", "prov:wasDerivedFrom"),
    # evidence
    (f"a hiwar:Evidence ; {SELECTORS}", "Evidence", "oa:hasSource"),
    (f"a hiwar:Evidence ; {SELECTORS} ; oa:hasSource <id/document/plan>", "Evidence", "oa:hasSource"),
    (f'a hiwar:Evidence ; oa:hasSource <id/document/brief> ; oa:hasSelector <id/evidence/e1-quote> , <X-q> . <X-q> a oa:TextQuoteSelector ; oa:exact "X"', "Evidence", ""),
    ("a hiwar:Evidence ; oa:hasSource <id/document/brief> ; oa:hasSelector <id/evidence/e1-quote>", "Evidence", "oa:hasSelector"),
    ("a oa:TextQuoteSelector", "TextQuoteSelector", "oa:exact"),
    ('a oa:TextQuoteSelector ; oa:exact ""', "TextQuoteSelector", "oa:exact"),
    ('a oa:TextQuoteSelector ; oa:exact "X" ; oa:prefix 3', "TextQuoteSelector", "oa:prefix"),
    ('a oa:TextQuoteSelector ; oa:exact "X" ; oa:suffix "a" , "b"', "TextQuoteSelector", "oa:suffix"),
    ("a oa:TextPositionSelector ; oa:start 34 ; oa:end 34", "TextPositionSelector", "oa:start"),
    ("a oa:TextPositionSelector ; oa:start -1 ; oa:end 34", "TextPositionSelector", "oa:start"),
    ("a oa:TextPositionSelector ; oa:start 0", "TextPositionSelector", "oa:end"),
    # disagreements
    (f"a hiwar:Disagreement ; {DISPUTE}", "Disagreement", "hiwar:preferenceRule"),
    (f'a hiwar:Disagreement ; {DISPUTE} ; hiwar:preferenceRule "r" ; hiwar:disputedSubject <id/place/cairo>', "Disagreement", "hiwar:disputedSubject"),
    (f'a hiwar:Disagreement ; {DISPUTE} ; hiwar:preferenceRule "r" ; hiwar:disputedProperty "chairs"', "Disagreement", "hiwar:disputedProperty"),
    (f'a hiwar:Disagreement ; {DISPUTE} , <id/state/EGY> ; hiwar:preferenceRule "r"', "Disagreement", "hiwar:competingStatement"),
    (f'a hiwar:Disagreement ; {DISPUTE} ; hiwar:preferenceRule "r" ; hiwar:preferredStatement <id/state/EGY>', "Disagreement", "hiwar:preferredStatement"),
]  # fmt: skip


def thing(index: int) -> str:
    return f"{BASE}id/broken/{index}"


def vocabulary() -> Graph:
    return load_graph(*ONTOLOGY_MODULES)


def check(data: Graph) -> dict[str, Broken]:
    """Return the shapes, and the paths of the report, that each focus node breaks."""
    shapes = load_shapes()
    whole = vocabulary() + data
    _, results, _ = validate(whole, shacl_graph=shapes, inference="none")
    assert isinstance(results, Graph)
    found: dict[str, Broken] = defaultdict(set)
    for result in results.objects(None, SH.result):
        shape = results.value(result, SH.sourceShape)
        path = short(results.value(result, SH.resultPath))
        for owner in shapes.transitive_subjects(SH.property, shape):
            if isinstance(owner, URIRef):
                node = str(results.value(result, SH.focusNode))
                found[node].add((owner.removeprefix(SHAPE), path))
    return found


def short(path: Node | None) -> str:
    """Return a property with its prefix; a path of several steps has no name."""
    for prefix, iri in PREFIXES.items():
        if isinstance(path, URIRef) and path.startswith(iri) and path != iri:
            name = path.removeprefix(iri)
            if "/" not in name:
                return f"{prefix}:{name}"
    return ""


@pytest.fixture(scope="module")
def found() -> dict[str, Broken]:
    """All broken things beside the valid ones, checked together."""
    data = Graph().parse(VALID)
    for index, (text, _, _) in enumerate(BROKEN):
        described = f"<X> {text} .".replace("<X>", f"<{thing(index)}>")
        data.parse(data=f"{HEADER}\n{described}", format="turtle")
    return check(data)


def test_what_keeps_every_shape_conforms() -> None:
    assert check(Graph().parse(VALID)) == {}


@pytest.mark.parametrize("index", range(len(BROKEN)), ids=lambda i: BROKEN[i][1:])
def test_a_broken_thing_is_found_by_its_shape_at_its_path(
    found: dict[str, Broken], index: int
) -> None:
    _, shape, path = BROKEN[index]
    assert (shape, path) in found[thing(index)]
    assert {path} == {other for _, other in found[thing(index)]}


def test_a_broken_thing_leaves_the_valid_ones_valid(found: dict[str, Broken]) -> None:
    valid = {str(node) for node in Graph().parse(VALID).subjects()}
    assert valid & found.keys() == set()


def test_each_shape_has_a_broken_thing() -> None:
    named = {str(s).removeprefix(SHAPE) for s in node_shapes(load_shapes())}
    assert named - {shape for _, shape, _ in BROKEN} == {"Edtf", "EdtfParts"}


def node_shapes(shapes: Graph) -> set[URIRef]:
    return {
        shape
        for shape in shapes.subjects(RDF.type, SH.NodeShape)
        if isinstance(shape, URIRef)
    }


@pytest.mark.parametrize(
    "text",
    ["2015", "2015-11", "2015-11-12", "2023-09-18/2023-09-20", "XXXX-12-16", "2024-04/"]
    + ["../2024", "/2024", "2024/..", "201X", "2014?", "2014-06~", "?2004-06-~11"]
    + ["2001-21", "[2017,2018]", "{2017..2019}", "[..2018]", "1985-XX-XX"],
)
def test_edtf_of_levels_0_to_2_is_a_date(text: str) -> None:
    assert all(pattern.search(text) for pattern in edtf_patterns())


@pytest.mark.parametrize(
    "text",
    ["", "/", "..", "../..", "2015-13", "2015-11-32", "2015-1", "15-11", "20155"]
    + ["9 April 2025", "2025-04-09T10:00", "2023-09-18/20", "[2017", "2001-21-05"],
)
def test_what_is_no_edtf_is_no_date(text: str) -> None:
    assert not all(pattern.search(text) for pattern in edtf_patterns())


def edtf_patterns() -> list[re.Pattern[str]]:
    shapes = load_shapes()
    names = (SHAPE.Edtf, SHAPE.EdtfParts)
    return [re.compile(str(shapes.value(name, SH.pattern))) for name in names]


def test_each_shape_says_what_it_asks_for_and_how_to_mend() -> None:
    shapes = load_shapes()
    asked = node_shapes(shapes)
    asked_paths = {
        path for shape in asked for path in shapes.objects(shape, SH.property)
    }
    for shape in asked | asked_paths:
        for prop in (SH.name, SH.description, SH.message, SH.severity):
            assert len(list(shapes.objects(shape, prop))) == 1, (shape, prop)


def test_each_shape_stands_in_a_module_that_is_loaded() -> None:
    files = {path.stem for path in Path(SHAPES_FILE).parent.glob("*.ttl")}
    assert files == set(MODULES)


def test_shapes_use_no_term_that_is_not_declared() -> None:
    declared = set(vocabulary().subjects())
    known = {str(HIWAR), f"{BASE}theme/"}
    used = {
        term
        for triple in load_shapes()
        for term in triple
        if any(str(term).startswith(iri) for iri in known)
    }
    assert used - declared == set()


def test_every_property_is_allowed_where_its_domain_allows_it() -> None:
    ontology, shapes = vocabulary(), load_shapes()
    not_asserted = {HIWAR[name] for name in INFERRED}
    for prop, domain in ontology.subject_objects(RDFS.domain):
        if prop in not_asserted or domain == HIWAR.Actor:
            continue
        for kind in ontology.transitive_subjects(RDFS.subClassOf, domain):
            for shape in shapes.subjects(SH.targetClass, kind):
                if shapes.value(shape, SH.closed):
                    assert prop in allowed(shapes, shape), (kind, prop)


def allowed(shapes: Graph, shape: Node) -> set[Node]:
    return {
        path
        for inner in shapes.objects(shape, SH.property)
        for path in shapes.objects(inner, SH.path)
    }


def test_status_and_basis_list_the_concepts_of_their_schemes() -> None:
    vocabulary_, shapes = vocabulary(), load_shapes()
    for name in ("status", "basis"):
        scheme = URIRef(f"{BASE}theme/{name}")
        (inner,) = [
            inner
            for inner in shapes.objects(SHAPE.Statement, SH.property)
            if shapes.value(inner, SH.path) == HIWAR[name]
        ]
        listed = Collection(shapes, shapes.value(inner, SH["in"]))
        assert set(listed) == set(vocabulary_.subjects(SKOS.inScheme, scheme))


def test_integers_stay_what_the_shapes_ask_for_in_the_store() -> None:
    store = ox.Store()
    text = VALID.read_text(encoding="utf-8")
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    stored = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert stored is not None
    assert check(Graph().parse(data=stored.decode(), format="nt")) == {}


def test_what_a_document_states_is_checked_with_the_facts_that_it_names() -> None:
    valid = Graph().parse(VALID)
    own = [URIRef(f"{BASE}id/document/brief"), URIRef(f"{BASE}id/statement/s1")]
    data = vocabulary() + valid
    conforms, _, _ = validate(
        data, shacl_graph=load_shapes(), inference="none", focus_nodes=own
    )
    assert conforms


def test_ten_thousand_triples_conform() -> None:
    assert check(large(10_000)) == {}


def large(size: int) -> Graph:
    """Return as many triples of statements, evidence, meetings and participations."""
    data = Graph().parse(VALID)
    rounds = 0
    while len(data) < size:
        rounds += 1
        data.parse(data=HEADER + ROUND.replace("N", str(rounds)), format="turtle")
    return data
