"""Search in SPARQL, through real workers; the page of it is in ``test_searchpage``."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from hiwar.cli import cli
from hiwar.graph.namespaces import BASE, SEARCH
from tests.server.searching.conftest import Ask, values

DOCUMENT = Path(__file__).parents[3] / "docs" / "search.md"
KHARTOUM = "id/process/khartoum-process"
MEETING = "id/meeting/khartoum-process-2025-ministerial"


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


def test_the_command_line_searches_too(data: Path) -> None:
    query = f'SELECT ?x {{ ?x <{SEARCH}label> "process"@en ; a ?c }}'
    found = CliRunner().invoke(cli, ["query", query, "--data", str(data)])
    assert found.exit_code == 0
    assert "khartoum-process" in found.output
