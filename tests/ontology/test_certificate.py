"""The certificate: profiles, consistency, and the cases by HermiT and by owlrl."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph
from rdflib.collection import Collection

from hiwar.errors import GateError
from hiwar.graph.namespaces import HIWAR
from hiwar.ontology import load_graph, profile
from hiwar.ontology.cases import (
    Outcome,
    Verdict,
    load_cases,
    load_differences,
)
from hiwar.ontology.certificate import agreement, checks
from hiwar.ontology.closure import judge_with_owlrl
from hiwar.ontology.profile import Certificate, certify, check_profiles
from hiwar.ontology.reasoner import KNOWN_DATATYPES
from tests.ontology.certified import BY_PATH, CASES, PREDICATES


def listed(reasoner: str) -> set[str]:
    return {item.case for item in load_differences() if item.reasoner == reasoner}


def wrong(verdicts: tuple[Verdict, ...]) -> set[str]:
    return {verdict.case.path for verdict in verdicts if not verdict.holds}


@pytest.fixture(scope="module")
def certificate() -> Certificate:
    (found,) = certify((load_graph(), CASES))
    return found


@pytest.fixture(scope="module")
def closure() -> dict[str, Verdict]:
    return {verdict.case.path: verdict for verdict in judge_with_owlrl(CASES)}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["OWL 2 DL", "OWL 2 RL"])
def test_the_ontology_is_in_the_profile(certificate: Certificate, name: str) -> None:
    assert certificate.profiles[name] == ()


@pytest.mark.slow
def test_the_ontology_is_consistent(certificate: Certificate) -> None:
    assert (certificate.consistent, certificate.unsatisfiable) == (True, ())


@pytest.mark.slow
@pytest.mark.parametrize("path", BY_PATH)
def test_hermit_finds_what_must_come_of_a_case(
    certificate: Certificate, path: str
) -> None:
    (verdict,) = (item for item in certificate.verdicts if item.case.path == path)
    assert verdict.holds is (path not in listed("HermiT")), verdict


@pytest.mark.slow
@pytest.mark.parametrize("path", BY_PATH)
def test_owlrl_finds_what_must_come_of_a_case(
    closure: dict[str, Verdict], path: str
) -> None:
    assert closure[path].holds is (path not in listed("owlrl")), closure[path]


def with_turtle(turtle: str) -> Graph:
    prefixes = f"@prefix : <{HIWAR}> . @prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> ."
    return load_graph().parse(data=prefixes + turtle, format="turtle")


@pytest.mark.slow
def test_an_axiom_outside_a_profile_is_found() -> None:
    exists = with_turtle(
        ":Meeting rdfs:subClassOf [ a owl:Restriction ;"
        " owl:onProperty :isMeetingOf ; owl:someValuesFrom :Process ] ."
    )
    functional = with_turtle(
        ":above a owl:TransitiveProperty , owl:FunctionalProperty , owl:ObjectProperty."
    )
    undeclared = with_turtle(":Meeting rdfs:subClassOf :Event .")
    dated = with_turtle(
        ":day a owl:DatatypeProperty ; rdfs:range"
        " <http://www.w3.org/2001/XMLSchema#date> ."
    )
    plain, *found = check_profiles(load_graph(), exists, functional, undeclared, dated)
    more = [
        {name: set(items) - set(plain[name]) for name, items in profiles.items()}
        for profiles in found
    ]
    assert not more[0]["OWL 2 DL"]
    assert any("superclass" in text for text in more[0]["OWL 2 RL"])
    assert any("non-simple" in text for text in more[1]["OWL 2 DL"])
    assert any(f"{HIWAR}Event" in text for text in more[2]["OWL 2 DL"])
    assert any("xsd:date" in text for text in more[3]["OWL 2 RL"])
    assert not [
        text for item in more[0].values() for text in item if "OntologyID" in text
    ]


def damaged() -> Graph:
    """Return the ontology, three of its axioms changed."""
    graph = load_graph()
    graph.remove((HIWAR.participatesInProcess, OWL.propertyChainAxiom, None))
    graph.add((HIWAR.hasObserver, RDFS.subPropertyOf, HIWAR.hasMember))
    for axiom in set(graph.subjects(RDF.type, OWL.AllDisjointClasses)):
        members = Collection(graph, graph.value(axiom, OWL.members) or BNode())
        if HIWAR.Commitment in set(members):
            graph.remove((axiom, None, None))
    return graph


@pytest.mark.slow
def test_a_changed_axiom_changes_the_verdicts_of_its_cases_and_no_others() -> None:
    (found,) = certify((damaged(), CASES))
    assert wrong(found.verdicts) == {
        "inconsistent/commitment-that-is-an-intention",
        "entailed/participant-of-a-meeting-participates-in-its-process",
        "entailed/participant-by-way-of-a-round",
        "entailed/participant-of-a-joint-meeting",
        "entailed/dates-change-nothing",
        "not-entailed/membership-from-observing",
    }


@pytest.mark.slow
def test_hermit_would_abort_on_the_dates_of_a_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = BY_PATH["entailed/dates-change-nothing"]
    assert XSD.date in {getattr(item[2], "datatype", None) for item in case.given}
    monkeypatch.setattr(profile, "KNOWN_DATATYPES", KNOWN_DATATYPES | {XSD.date})
    with pytest.raises(GateError, match=r"UnsupportedDatatypeException.*date"):
        certify((load_graph(), [case]))


@pytest.mark.slow
def test_an_inconsistent_ontology_is_said_to_be_one() -> None:
    odd = with_turtle("<urn:x> a :State , :Meeting .")
    case = BY_PATH["not-entailed/membership-from-observing"]
    (found,) = certify((odd, [case]))
    assert not found.consistent
    assert not found.verdicts[0].holds


@pytest.mark.slow
def test_a_class_without_possible_members_is_named() -> None:
    odd = with_turtle(":HeldState a owl:Class ; rdfs:subClassOf :State , :Meeting .")
    (found,) = certify((odd, []))
    assert (found.consistent, found.unsatisfiable) == (True, (f"{HIWAR}HeldState",))


def test_a_verdict_holds_only_if_all_follows_or_nothing_does() -> None:
    case = BY_PATH["entailed/participant-participates"]
    one = frozenset(list(case.asked)[:1])
    assert Verdict(case, True, case.asked).holds
    assert not Verdict(case, True, one).holds
    assert not Verdict(case, False, case.asked).holds
    refused = BY_PATH["not-entailed/membership-from-observing"]
    some = frozenset(list(refused.asked)[:1])
    assert Verdict(refused, True, frozenset()).holds
    assert not Verdict(refused, True, some).holds
    assert not Verdict(refused, False, frozenset()).holds


def test_a_difference_that_is_not_listed_and_a_listed_one_that_is_none_are_named() -> (
    None
):
    case = BY_PATH["inconsistent/state-that-is-a-meeting"]
    found, missed = (Verdict(case, value, frozenset()) for value in (False, True))
    assert agreement("HermiT", [found])[2]
    _, figure, holds = agreement("HermiT", [missed])
    assert not holds
    assert case.path in figure
    known = BY_PATH[load_differences()[0].case]
    gone = Verdict(known, known.outcome is not Outcome.INCONSISTENT, known.asked)
    _, figure, holds = agreement(load_differences()[0].reasoner, [gone])
    assert not holds
    assert known.path not in figure.partition("not as listed")[0]


def test_each_difference_is_of_a_case_and_has_a_reason() -> None:
    pairs = [(item.case, item.reasoner) for item in load_differences()]
    assert len(set(pairs)) == len(pairs)
    assert {path for path, _ in pairs} <= set(BY_PATH)
    assert {reasoner for _, reasoner in pairs} <= {"HermiT", "owlrl", "our rules"}
    assert all(len(item.reason) > 60 for item in load_differences())


@pytest.mark.slow
def test_the_checks_say_what_was_checked_with_figures() -> None:
    found = list(checks())
    assert [title for title, _, holds in found if not holds] == []
    assert len({title for title, _, _ in found}) == len(found)
    counts = ", ".join(f"{len(load_cases(item))} {item}" for item in Outcome)
    figures = {figure for title, figure, _ in found if title.startswith("HermiT")}
    assert figures == {f"{counts}, 0 differences listed"}


def test_the_documentation_names_each_difference_and_each_kind_of_statement() -> None:
    text = (Path(__file__).parents[2] / "docs/certificate.md").read_text("utf-8")
    for item in load_differences():
        assert f"| `{item.case}` | {item.reasoner} |" in text
    for kind in PREDICATES:
        assert f"`{kind}-" in text
