"""A search that cannot be made is refused, and a hostile text is a text."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from werkzeug import Response

from hiwar.graph.search import INDEX_NAME, MAX_HITS
from hiwar.graph.search.rewriting import literal
from hiwar.settings import Settings
from tests.server.asking import Get
from tests.server.searching.conftest import PREFIXES, Ask, values


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
