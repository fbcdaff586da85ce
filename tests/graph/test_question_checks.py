"""Questions are asked in declared terms, and what they touch is counted."""

import re

import pytest
from rdflib import RDFS

from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    HIWAR,
    PREFIXES,
    concept_iri,
)
from hiwar.graph.question_checks import (
    checks,
    named_terms,
    terms_of_ontology,
    undeclared_terms,
    untouched_terms,
)
from hiwar.ontology.questions import (
    DomainQuestion,
    Question,
)
from tests.questions import DOMAIN, PAGE, each_of_all


@each_of_all
def test_a_query_names_declared_terms_only(question: Question) -> None:
    terms = named_terms(question.query)
    assert undeclared_terms(terms) == []
    assert not [term for term in terms if term.startswith(f"{BASE}id/")]


@pytest.mark.parametrize(
    ("pattern", "undeclared"),
    [
        ("?x hiwar:heldInPlaces ?y", f"{HIWAR}heldInPlaces"),
        ("?x a hiwar:Meetings", f"{HIWAR}Meetings"),
        ("?x hiwar:when/^hiwar:hostBy ?y", f"{HIWAR}hostBy"),
        ("?x ?y ?z FILTER NOT EXISTS { ?x !hiwar:wen ?z }", f"{HIWAR}wen"),
        ("?x ?y ?z FILTER(?y IN (hiwar:when, hiwar:then))", f"{HIWAR}then"),
        ("VALUES ?x { hiwar:Procession } ?x ?y ?z", f"{HIWAR}Procession"),
        ("?x rdfs:lable ?y", f"{RDFS}lable"),
        ("?x dcterms:rigthsHolder ?y", f"{DCTERMS}rigthsHolder"),
        ("?x ?y <https://w3id.org/hiwar/theme/gcm/24>", f"{BASE}theme/gcm/24"),
        ("?x foo:bar ?y", "foo:bar"),
    ],
)
def test_a_query_with_an_undeclared_term_is_found_out(
    pattern: str, undeclared: str
) -> None:
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    query = f"{prologue}SELECT * {{ {pattern} }}"
    assert undeclared_terms(named_terms(query)) == [undeclared]


def test_words_in_strings_and_comments_are_no_terms() -> None:
    query = f"PREFIX h: <{HIWAR}> SELECT * {{ ?x h:when 'h:none' # h:nothing\n }}"
    assert named_terms(query) == {str(HIWAR.when)}


def test_the_report_names_the_terms_that_no_question_touches() -> None:
    untouched = untouched_terms()
    assert set(untouched) < terms_of_ontology()
    assert str(HIWAR.isMeetingOf) not in untouched
    listed = re.search(r"No question names: (.+?)\.\n", PAGE, re.DOTALL)
    assert listed is not None
    names = set(re.findall(r"`(\w+)`", listed[1]))
    assert names == {term.removeprefix(str(HIWAR)) for term in untouched}


def test_most_terms_are_touched() -> None:
    assert len(untouched_terms()) < len(terms_of_ontology()) / 5


def test_the_checks_hold_and_give_figures() -> None:
    found = list(checks())
    assert all(holds for _, _, holds in found)
    figures = {title: figure for title, figure, _ in found}
    assert figures["questions of the domain answered"] == "40 of 40"
    assert figures["and answered otherwise once mutated"] == "40 of 40"
    assert figures["questions with declared terms only"] == "56 of 56"


def test_a_wrong_answer_is_named_by_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    last = DOMAIN[-1]
    values = {name: getattr(last, name) for name in last.__dataclass_fields__}
    wrong = DomainQuestion(**{**values, "expected": last.mutated})
    monkeypatch.setattr(
        "hiwar.graph.question_checks.load_domain_questions", lambda: (wrong,)
    )
    found = {title: (figure, holds) for title, figure, holds in checks()}
    assert found["questions of the domain answered"] == ("0 of 1; not: Q40", False)


def test_concepts_of_queries_are_concepts_of_themes() -> None:
    assert undeclared_terms([str(concept_iri("status", "reported"))]) == []
    wrong = str(concept_iri("status", "rumoured"))
    assert undeclared_terms([wrong]) == [wrong]
