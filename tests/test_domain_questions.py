"""The questions about the domain, each over its dataset, its change, and a release."""

import io
import os
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SH, XSD, Dataset, Graph, Literal, URIRef, Variable

from hiwar.graph.build import understand
from hiwar.graph.catalogue import catalogue_graph
from hiwar.graph.dataset import check_rules
from hiwar.graph.gate import Gate
from hiwar.graph.namespaces import (
    BASE,
    DCTERMS,
    HIWAR,
    OA,
    PREFIXES,
    SKOS,
    concept_iri,
)
from hiwar.graph.question_checks import (
    Row,
    answer,
    checks,
    graphs_of,
    named_terms,
    question_store,
    terms_of_ontology,
    undeclared_terms,
    untouched_terms,
)
from hiwar.graph.questions import questions_graph
from hiwar.graph.reading import read_file
from hiwar.graph.store import OxigraphStore
from hiwar.ontology import ONTOLOGY, THEMES, load_graph
from hiwar.ontology.questions import (
    DomainQuestion,
    Question,
    load_domain_questions,
    load_questions,
)
from hiwar.server.limits import MAX_REQUEST_LINE_BYTES
from hiwar.settings import Settings
from hiwar.shapes import load_shapes

DOMAIN = load_domain_questions()
EVERY = (*load_questions(), *DOMAIN)
REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("HIWAR_SHARED", REPOSITORY.parent / "shared"))
DOCUMENTS = sorted((SHARED / "documents/source").glob("*.txt"))
PAGE = (REPOSITORY / "docs/questions.md").read_text("utf-8")

each_question = pytest.mark.parametrize("question", DOMAIN, ids=lambda q: q.code)
each_of_all = pytest.mark.parametrize("question", EVERY, ids=lambda q: q.code)
mutated_or_not = pytest.mark.parametrize("mutated", [False, True], ids=["", "mutated"])


@cache
def stored(code: str, mutated: bool = False) -> ox.Store:
    """Return the store of a question, which no test changes."""
    (question,) = (item for item in DOMAIN if item.code == code)
    return question_store(question, mutated=mutated)


@cache
def graphs_for(code: str, mutated: bool = False) -> dict[str, Graph]:
    """Return the graphs of a question, which no test changes."""
    return graphs_of(stored(code, mutated))


def rdflib_answer(question: Question, store: ox.Store) -> Counter[Row]:
    """Return the rows that rdflib gives over the union of the same graphs."""
    quads = store.dump(format=ox.RdfFormat.N_QUADS)
    assert quads is not None
    dataset = Dataset(default_union=True)
    dataset.parse(io.BytesIO(quads), format="nquads")
    bindings = dataset.query(question.query).bindings
    rows = Counter(
        tuple(
            str(row.get(Variable(name), "")).removeprefix(BASE)
            for name in question.columns
        )
        for row in bindings
    )
    dataset.close()
    return rows


def test_the_questions_are_those_of_the_list() -> None:
    assert [question.number for question in DOMAIN] == list(range(1, 41))


def test_no_two_questions_have_one_slug_or_code() -> None:
    assert len({question.slug for question in EVERY}) == len(EVERY) == 56
    assert len({question.code for question in EVERY}) == len(EVERY)


@each_question
def test_a_question_is_whole(question: DomainQuestion) -> None:
    assert question.title.endswith("?")
    assert question.text
    for rows in (question.expected, question.mutated):
        assert {len(row) for row in rows} <= {len(question.columns)}
    assert question.expected or question.number == 28  # which expects nothing
    assert re.match(r"(PREFIX .*\n)+\n# [A-Z].*\.\n", question.mutation)


@each_question
def test_the_change_must_change_the_answer(question: DomainQuestion) -> None:
    assert Counter(question.expected) != Counter(question.mutated)


@each_question
@mutated_or_not
def test_a_question_has_its_answer_in_both_engines(
    question: DomainQuestion, mutated: bool
) -> None:
    store = stored(question.code, mutated)
    expected = Counter(question.mutated if mutated else question.expected)
    assert answer(question, store) == expected
    assert rdflib_answer(question, store) == expected


@each_question
def test_every_variable_of_a_question_is_a_fact(question: DomainQuestion) -> None:
    found = ox.Store().query(question.query)
    assert isinstance(found, ox.QuerySolutions)
    assert tuple(variable.value for variable in found.variables) == question.columns


@each_question
def test_an_empty_graph_does_not_answer_a_question(question: DomainQuestion) -> None:
    """A count over nothing is a row of zeros."""
    found = answer(question, ox.Store())
    assert all(set(row) == {"0"} for row in found)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(load_shapes(), load_graph(*ONTOLOGY), load_graph(*THEMES))


@each_question
def test_a_dataset_passes_the_gate_of_a_release(
    question: DomainQuestion, gate: Gate
) -> None:
    report = gate.check_dataset(graphs_for(question.code), whole=True)
    assert report.checked > 0
    assert [str(problem) for problem in report.problems] == []


@each_question
def test_a_changed_dataset_keeps_the_rules_of_datasets(
    question: DomainQuestion,
) -> None:
    graphs = graphs_for(question.code, True)
    assert [str(problem) for problem in check_rules(graphs)] == []


@each_question
def test_a_dataset_names_only_what_is_declared(question: DomainQuestion) -> None:
    graphs = graphs_for(question.code)
    terms = {
        str(term)
        for name, graph in graphs.items()
        if name not in ("ontology", "themes")
        for _, predicate, value in graph
        for term in ((predicate, value) if predicate == RDF.type else (predicate,))
    }
    assert undeclared_terms(terms) == []


@each_question
def test_the_sentences_of_a_dataset_are_its_text(question: DomainQuestion) -> None:
    """A file's text is its sentences with a blank between two, by their hash."""
    graphs = graphs_for(question.code)
    sources = [name for name in graphs if name.startswith("document/")]
    texts = {
        URIRef(f"{BASE}id/{name}"): " ".join(_quotes(graphs[name])) for name in sources
    }
    assert [str(item) for item in check_rules(graphs, texts)] == []


def _quotes(graph: Graph) -> list[str]:
    """Return the sentences that a document's graph quotes, in their order."""
    found = [
        (int(str(graph.value(place, OA.start))), str(graph.value(words, OA.exact)))
        for evidence in graph.subjects(RDF.type, HIWAR.Evidence)
        for words in graph.objects(evidence, OA.hasSelector)
        for place in graph.objects(evidence, OA.hasSelector)
        if (words, OA.exact, None) in graph and (place, OA.start, None) in graph
    ]
    return [quote for _, quote in sorted(found)]


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


@each_of_all
def test_a_query_stands_by_itself_and_fits_into_an_address(question: Question) -> None:
    ox.Store().query(question.query)
    escaped = len(re.sub(r"[^A-Za-z0-9]", "%%%", question.query))
    assert escaped < MAX_REQUEST_LINE_BYTES


def test_a_dataset_that_leaves_the_model_is_refused(gate: Gate) -> None:
    store = question_store(DOMAIN[1])
    store.update(
        f"PREFIX hiwar: <{HIWAR}> INSERT {{ GRAPH ?g {{ ?s hiwar:heldAtPlace ?o }} }}"
        " WHERE { GRAPH ?g { ?s hiwar:heldInPlace ?o } }"
    )
    assert not gate.check_dataset(graphs_of(store)).conforms


# As data


def test_each_question_is_an_executable_with_its_own_text() -> None:
    graph = questions_graph()
    nodes = set(graph.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(nodes) == len(EVERY)
    assert nodes == set(graph.subjects(RDF.type, SH.SPARQLSelectExecutable))
    for node in nodes:
        assert len(list(graph.objects(node, SH.select))) == 1
        assert graph.value(node, RDFS.label) == graph.value(node, SKOS.prefLabel)
        for predicate in (RDFS.label, RDFS.comment):
            value = graph.value(node, predicate)
            assert isinstance(value, Literal)
            assert value.language == "en"
    assert {str(code) for code in graph.objects(None, DCTERMS.identifier)} == {
        question.code for question in EVERY
    }


def test_the_prefixes_of_the_questions_are_declared_once() -> None:
    graph = questions_graph()
    (declaring,) = set(graph.objects(None, SH.prefixes))
    declared = {
        str(graph.value(item, SH.prefix)): graph.value(item, SH.namespace)
        for item in graph.objects(declaring, SH.declare)
    }
    assert declared == {
        prefix: Literal(iri, datatype=XSD.anyURI) for prefix, iri in PREFIXES.items()
    }


def test_the_endpoint_gives_a_question_that_it_answers() -> None:
    """As editors of example queries ask for them."""
    store = OxigraphStore()
    graphs = graphs_for("Q8")
    store.load({**graphs, "catalogue": catalogue_graph(graphs)})
    found = store.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#>"
        " SELECT ?question ?comment ?query { ?question a sh:SPARQLExecutable ;"
        " rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query }"
    )
    assert isinstance(found, ox.QuerySolutions)
    queries = {row["question"].value: row["query"].value for row in found}
    assert len(queries) == len(EVERY)
    asked = store.query(queries[f"{BASE}id/question/commitments-per-theme"])
    assert isinstance(asked, ox.QuerySolutions)
    assert len(list(asked)) == 5


# What they touch


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


# On a release of the five documents and the registry


@pytest.fixture(scope="module")
def release() -> ox.Store:
    if not DOCUMENTS:
        pytest.skip("the five documents are not here")
    graphs, _ = understand([read_file(path, Settings()) for path in DOCUMENTS])
    store = OxigraphStore()
    store.load(graphs)
    quads = (quad for name in store.names() for quad in store.quads(name))
    union = ox.Store()
    union.bulk_extend(quads)
    return union


LIES: dict[str, Callable[[set[Row], set[Row]], bool]] = {
    "same": lambda found, expected: found == expected,
    "more": lambda found, expected: found >= expected,
    "fewer": lambda found, expected: bool(found) and found <= expected,
    "partly": lambda found, expected: bool(found & expected),
    "other": lambda found, expected: bool(found) and not found & expected,
    "–": lambda found, expected: not found,
}


@each_question
def test_the_answer_of_a_release_lies_to_the_expected_one_as_the_page_says(
    question: DomainQuestion, release: ox.Store
) -> None:
    found = set(answer(question, release))
    row = re.search(rf"^\| {question.code} \|.*\| (\S+) \|$", PAGE, re.MULTILINE)
    assert row is not None
    assert LIES[row[1]](found, set(question.expected)), found


def test_the_page_says_why_a_release_has_other_rows_or_none() -> None:
    told = PAGE[PAGE.index("Where the release has other rows") :]
    reasons = re.findall(r"^\* ((?:Q\d+(?:, )?)+):", told, re.MULTILINE)
    rows = re.findall(r"^\| (Q\d+) \|.*\| (?:other|–) \|$", PAGE, re.MULTILINE)
    assert sorted(", ".join(reasons).split(", ")) == sorted(rows)


@each_question
def test_the_page_lists_a_question_with_its_folder_and_rows(
    question: DomainQuestion,
) -> None:
    folder = f"../ontology/questions/domain/{question.number:02}-{question.slug}/"
    row = f"| {question.code} | [{question.title}]({folder}) | {len(question.expected)}"
    assert f"\n{row} | {len(question.mutated)} |" in PAGE


def test_concepts_of_queries_are_concepts_of_themes() -> None:
    assert undeclared_terms([str(concept_iri("status", "reported"))]) == []
    wrong = str(concept_iri("status", "rumoured"))
    assert undeclared_terms([wrong]) == [wrong]
