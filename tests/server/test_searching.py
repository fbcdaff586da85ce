"""Search in SPARQL, through real workers; the page of it is in ``test_searchpage``."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from werkzeug import Response

from hiwar.cli import cli
from hiwar.graph.namespaces import BASE, SEARCH
from hiwar.graph.search import INDEX_NAME, MAX_HITS
from hiwar.graph.search.rewriting import literal, with_hits
from hiwar.graph.search.searches import find_searches
from hiwar.ontology.questions import load_domain_questions, load_questions
from hiwar.settings import Settings

Get = Callable[..., Response]
Ask = Callable[[str], Response]

DOCUMENT = Path(__file__).parents[2] / "docs" / "search.md"
PREFIXES = (
    f"PREFIX search: <{SEARCH}> PREFIX hiwar: <{BASE}ontology#>"
    " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    " PREFIX oa: <http://www.w3.org/ns/oa#> "
)
KHARTOUM = "id/process/khartoum-process"
MEETING = "id/meeting/khartoum-process-2025-ministerial"


@pytest.fixture(scope="module")
def ask(get: Get) -> Ask:
    def post(query: str) -> Response:
        headers = {
            "Content-Type": "application/sparql-query",
            "Accept": "application/sparql-results+json, application/n-triples",
        }
        body = (PREFIXES + query).encode()
        return get("/sparql", headers, method="POST", body=body)

    return post


def values(reply: Response, name: str = "x") -> list[str]:
    assert reply.status_code == 200, reply.get_data(as_text=True)
    rows = json.loads(reply.data)["results"]["bindings"]
    return [row[name]["value"].removeprefix(BASE) for row in rows if name in row]


@pytest.mark.parametrize(
    "query",
    re.findall(r"```sparql\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL),
)
def test_each_query_of_the_document_has_an_answer(ask: Ask, query: str) -> None:
    reply = ask(query)
    assert reply.status_code == 200
    assert json.loads(reply.data)["results"]["bindings"]


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { ?x search:label "khartum" }',
        "SELECT ?x {?x search:label 'khartum'}",
        'SELECT ?x WHERE { ?x search:label """Khartoum""" . }',
        'SELECT ?x { ?x search:label ("khartum") }',
        'SELECT ?x { (?x) search:label "khartum" }',
        'SELECT ?x { (?x ?score) search:label ("khartum" 20) . }',
        f'SELECT ?x {{ ?x <{SEARCH}label> "khartum" }}',
        'BASE <https://w3id.org/hiwar/x> SELECT ?x { ?x <search#label> "khartum" }',
        f'PREFIX : <{SEARCH}la> SELECT ?x {{ ?x :bel "khartum" }}',
        f'PREFIX : <{BASE}sea> SELECT ?x {{ ?x :rch\\#label "khartum" }}',
        'SELECT ?x { ?x <https://w3id.org/hiwar/se\\u0061rch#label> "khartum" }',
        'SELECT ?x { ?x search:label "khart\\u0075m" }',
        'SELECT ?x { ?x search:label # "egypt"\n "khartum" }',
        'SELECT ?x { ?x search:label "khartum", "khartoum" }',
        'SELECT ?x { ?x search:label "khartum" ; search:label "khar*" }',
        'SELECT DISTINCT ?x { ?x search:label "khartum" ; rdfs:label ?l }',
        'SELECT DISTINCT ?x { ?x rdfs:label ?l ; search:label "khartum" ; . }',
        'SELECT DISTINCT ?x { ?x a ?c ; search:label "khartum" ; rdfs:label ?l, ?m }',
        'SELECT DISTINCT ?x { ?x a ?c;search:label "khartum"FILTER(true) }',
        'SELECT DISTINCT ?x { ?x ^hiwar:none*/a? ?x;search:label"khartum".?x ?p ?o }',
        'SELECT ?x { FILTER(?x != 1) ?x search:label "khartum" }',
        'SELECT ?x { BIND(1 AS ?y) ?x search:label "khartum" . BIND(2 AS ?z) }',
        'SELECT ?x { VALUES ?y { 1 } ?x search:label "khartum" VALUES (?z) { (2) } }',
        'SELECT ?x { ?x search:label "khartum" OPTIONAL { ?x hiwar:none ?y } }',
        'SELECT ?x { OPTIONAL { ?x search:label "khartum" } }',
        'SELECT ?x { { ?x search:label "khartum" } UNION { ?x search:label "zzz" } }',
        'SELECT ?x { { SELECT ?x WHERE { ?x search:label "khartum" } LIMIT 9 } }',
        'SELECT ?x { ?x search:label "khartum" MINUS { ?x search:label "cairo" } }',
        'SELECT DISTINCT ?x { GRAPH ?g { ?x search:label "khartum" ; rdfs:label ?l } }',
        'SELECT DISTINCT ?x { GRAPH ?g { ?x a ?c } ?x search:label "khartum" }',
        'SELECT ?x { ?x search:label "khartum" } VALUES ?y { 1 }',
        'SELECT ?x { ?x search:label "khartum" } GROUP BY ?x HAVING (COUNT(*) > 0)',
        'SELECT DISTINCT ?x { ?x hiwar:isMeetingOf? ?y ; search:label "khartum" }',
    ],
)
def test_a_search_works_wherever_triples_do(ask: Ask, query: str) -> None:
    assert set(values(ask(query))) == {KHARTOUM, MEETING}


@pytest.mark.parametrize(
    "condition",
    [
        "FILTER EXISTS { * }",
        "FILTER NOT EXISTS { FILTER NOT EXISTS { * } }",
        "FILTER(1 = 1 && EXISTS { * })",
        "FILTER(EXISTS { * } && (1 = 1)) . ?x a ?c",
        'BIND(IF(EXISTS { * }, 1, "}") AS ?y) FILTER(?y = 1)',
    ],
)
def test_a_search_may_be_a_condition(ask: Ask, condition: str) -> None:
    condition = condition.replace("*", '?x search:label "khartum"')
    query = f"SELECT DISTINCT ?x {{ ?x rdfs:label ?l {condition} }}"
    assert set(values(ask(query))) == {KHARTOUM, MEETING}


def test_every_form_of_query_searches(ask: Ask) -> None:
    where = '{ ?x search:label "khartoum process"@en ; a hiwar:Process }'
    assert json.loads(ask(f"ASK {where}").data)["boolean"] is True
    assert json.loads(ask('ASK { ?x search:label "zzz" }').data)["boolean"] is False
    constructed = ask(f"CONSTRUCT {{ ?x a hiwar:Found }} WHERE {where}")
    assert constructed.get_data(as_text=True).count(f"<{BASE}{KHARTOUM}>") == 1
    assert KHARTOUM in ask(f"DESCRIBE ?x {where}").get_data(as_text=True)
    assert values(ask(f"SELECT ?x {where}")) == [KHARTOUM]


def test_score_name_language_and_limit(ask: Ask) -> None:
    reply = ask('SELECT * { (?x ?score ?name) search:label ("khartoum"@en 1) }')
    assert values(reply) == [KHARTOUM]
    (row,) = json.loads(reply.data)["results"]["bindings"]
    assert row["name"]["xml:lang"] == "en"
    assert row["score"]["datatype"].endswith("#decimal")
    arabic = (
        'SELECT ?x { (?x ?s ?name) search:label "الخرطوم"@ar . ?x rdfs:label ?name }'
    )
    assert values(ask(arabic)) == [KHARTOUM]
    assert values(ask('SELECT ?x { ?x search:label "khartum"@ar }')) == []


def test_a_quote_is_found_with_its_text(ask: Ask) -> None:
    reply = ask(
        "SELECT * { (?e ?s ?q) search:quote '\"took part\"' ."
        " ?e oa:hasSelector/oa:exact ?q }"
    )
    assert values(reply, "e") == ["id/evidence/two"]
    assert "<script>" in values(reply, "q")[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?x { ?x search:label ?text }", "must be a literal"),
        ("SELECT ?x { ?x search:label <a:b> }", "must be a literal"),
        ("SELECT ?x { ?x search:label (?text 3) }", "must be a literal"),
        ("SELECT ?x { ?x search:label 3 }", "must be a literal"),
        ('SELECT ?x { ?x search:label ("a" 0) }', "from 1 to 1,000"),
        ('SELECT ?x { ?x search:label ("a" "en" 9) }', "from 1 to 1,000"),
        (f'SELECT ?x {{ ?x search:label ("a" {"9" * 5000}) }}', "from 1 to 1,000"),
        ('SELECT ?x { ?x search:label "a"^^<a:b> }', "from 1 to 1,000"),
        ('SELECT ?x { ?x search:labels "a" }', "no search:labels"),
        ('SELECT ?x { <a:b> search:label "a" }', "three different variables"),
        ('SELECT ?x { _:b search:label "a" }', "three different variables"),
        ('SELECT ?x { (?x ?x) search:label "a" }', "three different variables"),
        ('SELECT ?x { (?x ?y ?z ?w) search:label "a" }', "three different variables"),
        ('SELECT ?x { () search:label "a" }', "three different variables"),
        ('SELECT ?x { (?x ?y) search:label "a" ; a ?z }', "searches only"),
        ('SELECT ?x { ?x ^search:label "a" }', "cannot stand here"),
        ('SELECT ?x { ?x search:label+ "a" }', "cannot stand here"),
        ('SELECT ?x { ?x search:label|rdfs:label "a" }', "cannot stand here"),
        ('SELECT ?x { ?x hiwar:a [ search:label "a" ] }', "cannot stand here"),
        ("SELECT ?x { ?x ?p search:label }", "cannot stand here"),
        ("SELECT ?x { ?x ?p ?o FILTER(?p = search:label) }", "cannot stand here"),
        ("SELECT ?x { VALUES ?x { search:label } }", "cannot stand here"),
        ('CONSTRUCT WHERE { ?x search:label "a" }', "cannot stand here"),
        ('CONSTRUCT { ?x search:label "a" } WHERE { ?x ?y ?z }', "cannot stand here"),
        ("DESCRIBE search:label", "cannot stand here"),
        ('SELECT ?x { ?a ?b ?c ?x search:label "a" }', "statement of its own"),
        ('SELECT ?x { ?x search:label "a" ?y ?z ?w }', "statement of its own"),
        ('SELECT ?x { ?x search:label "..." }', "holds no word"),
        ('SELECT ?x { ?x search:label "a*" }', "begins too many"),
        (f'SELECT ?x {{ ?x search:label "{"w" * 90_000}" }}', "90,000 characters"),
    ],
)
def test_a_search_that_cannot_be_made_is_refused(
    ask: Ask, query: str, words: str
) -> None:
    reply = ask(query)
    assert reply.status_code == 400
    assert words in json.loads(reply.data)["detail"]


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ('SELECT ?x { ?x search:label "khartum" ; }}', 42),
        ('SELECT ?x { ?x search:label "khartum" . ?x none:x 1 }', 44),
        ('SELECT ?x { ?x search:label "khartum" . ?x x ; }', None),
    ],
)
def test_a_fault_is_told_at_its_place_in_the_text_that_was_sent(
    ask: Ask, query: str, column: int | None
) -> None:
    reply = ask(f"\n{query}")
    problem = json.loads(reply.data)
    assert (reply.status_code, problem["line"]) == (400, 2)
    assert column in (None, problem["column"])
    assert "VALUES" not in problem["detail"]


@pytest.mark.parametrize(
    "text",
    [
        'NEAR("a" b)', "a*b OR c", '"', '""', "'; DROP TABLE entry; --", "\0", "a\0b",
        "\u202egypt\u200f", "} UNION { ?s ?p ?o", '" . ?s ?p ?o . ?x rdfs:label "',
        "\\", "\\u0022", "\\uD800", "\r\n\t", "^a", "words:x", "{a b}: c", "a AND",
        "%s%n", "<script>", "\U0001f600", "a" * 999, "z" * 90_000, "\uffff x",
    ],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["label", "quote"])
def test_a_hostile_text_is_a_text(ask: Ask, text: str, verb: str) -> None:
    reply = ask(f"SELECT ?x {{ ?x search:{verb} {literal(text)} }}")
    assert reply.status_code in (200, 400)
    if reply.status_code == 200:
        assert len(values(reply)) <= 2
    else:
        detail = json.loads(reply.data)["detail"]
        assert not re.search("fts5|sqlite|syntax error|malformed", detail, re.I)
    assert json.loads(ask("ASK {}").data)["boolean"] is True


def test_the_command_line_searches_too(data: Path) -> None:
    query = f'SELECT ?x {{ ?x <{SEARCH}label> "process"@en ; a ?c }}'
    found = CliRunner().invoke(cli, ["query", query, "--data", str(data)])
    assert found.exit_code == 0
    assert "khartoum-process" in found.output


def test_too_many_hits_are_refused_with_what_to_do(
    own_data: Path,
    settings: Settings,
    publish_more: Callable[[Path, str], None],
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    publish_more(
        own_data,
        "".join(f'<a:{n}> rdfs:label "multitude {n}" .\n' for n in range(MAX_HITS + 1)),
    )
    address, _ = start(replace(settings, data=own_data))
    get = make_client(address)

    def ask(query: str) -> Response:
        return get("/sparql?" + urlencode({"query": PREFIXES + query}))

    reply = ask('SELECT ?x { ?x search:label "multitude" }')
    assert reply.status_code == 400
    assert "More than 1,000 labels" in json.loads(reply.data)["detail"]
    reply = ask(f'SELECT ?x {{ ?x search:label ("multitude" {MAX_HITS}) ; a? ?y }}')
    assert len(values(reply)) == MAX_HITS
    former = shutil.move(
        own_data / "releases" / "2026-11-21.1" / INDEX_NAME, own_data / "x"
    )
    assert Path(former).exists()
    query = urlencode({"query": PREFIXES + 'ASK { ?x search:label "egypt" }'})
    reply = get(f"/sparql?{query}&version=2026-11-21.1")
    assert reply.status_code == 400
    assert "no search index" in json.loads(reply.data)["detail"]


QUERIES = [item.query for item in (*load_questions(), *load_domain_questions())]


@pytest.mark.parametrize("query", QUERIES)
def test_a_competency_question_is_left_as_it_is(query: str) -> None:
    assert find_searches(query, BASE) == []


PIECES = [*"{}()[].;,?x 'a\"#<>\\\n^/|*+!@1", "search:label ", "SELECT ", "FILTER "]


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(
        [
            "",
            "PREFIX search: <https://example.org/x#> ASK { ?x search:label 'a' }",
            "SELECT * { ?x <a:b> 'search:label' } # search:label",
        ]
    ),
)
def test_a_query_without_the_extension_is_passed_through_as_it_is(
    text: str, query: str
) -> None:
    whole = query + text
    assert with_hits(whole, BASE, Path("none")) is whole


def test_a_literal_holds_any_text() -> None:
    for text in ('"', "'", "\\", "\n\r\t", "\0", '""" . }', "\u202e", "x" * 100_000):
        solutions = ox.Store().query(f"SELECT ?x {{ BIND({literal(text)} AS ?x) }}")
        assert isinstance(solutions, ox.QuerySolutions)
        assert [row["x"].value for row in solutions] == [text]
