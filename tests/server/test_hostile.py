"""Queries of a few kilobytes that end, hang or fill any process that evaluates them.

Each comes to its end soon after the deadline, with a problem document or a broken
connection; who asks something else meanwhile does not notice; only workers die; and
the memory of all processes together stays within what the settings allow.
"""

import http.client
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from werkzeug import Response

from hiwar.settings import Settings

pytestmark = pytest.mark.clock

Get = Callable[..., Response]
Serving = Callable[[Settings], AbstractContextManager[tuple[str, int]]]

DEADLINE_S: Final = 1.0
MEMORY_MB: Final = 250
CROSS: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"

HOSTILE: Final[dict[str, str]] = {
    "groups": "ASK " + "{" * 40_000 + "}" * 40_000,
    "groups within the limit": "ASK " + "{" * 120 + "?s ?p ?o" + "}" * 120,
    "parentheses": "ASK { FILTER(" + "(" * 40_000 + "1" + ")" * 40_000 + ") }",
    "negations": "ASK { FILTER(" + "!" * 60_000 + "true) }",
    "minus signs": "ASK { FILTER(" + "- " * 40_000 + "1) }",
    "sum": "ASK { FILTER(" + "+".join(["1"] * 45_000) + ") }",
    "conjunction": "ASK { FILTER(" + "&&".join(["true"] * 16_000) + ") }",
    "unions": "ASK { {} " + "UNION {} " * 10_000 + "}",
    "star": "SELECT * { " + " ".join(f"?s ?p{n} ?o{n} ." for n in range(250)) + " }",
    "chain": "SELECT * { " + " ".join(f"?x{n} ?p{n} ?x{n + 1} ." for n in range(250))
    + " }",
    "many patterns": "ASK { " + "?s ?p ?o . " * 5000 + " }",
    "collections": "ASK { ?s ?p " + "(" * 100 + "1" + ")" * 100 + " }",
    "blank nodes": "ASK { ?s ?p " + "[ ?p " * 100 + "1" + " ]" * 100 + " }",
    "optionals": "ASK { " + "OPTIONAL { ?a ?b ?c " * 100 + "}" * 100 + " }",
    "not exists": "ASK { " + "FILTER NOT EXISTS { ?a ?b ?c " * 60 + "}" * 60 + " }",
    "subqueries": "SELECT * { " + "{ SELECT * { " * 60 + "?s ?p ?o" + " } }" * 60 + "}",
    "minus": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} MINUS {{ {CROSS} }} }}",
    "concat": "SELECT ?x30 { BIND('aaaaaaaaaa' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30)) + "}",
    "replace": "SELECT ?x9 { BIND('aaaaaaaaaa' AS ?x0) "
    + "".join(f"BIND(REPLACE(?x{n}, 'a', 'aaaaaaaaaa') AS ?x{n + 1}) "
              for n in range(9)) + "}",
    "group concat": f"SELECT (GROUP_CONCAT(STR(?c)) AS ?x) {{ {CROSS} }}",
    "count": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
    "distinct": f"SELECT DISTINCT * {{ {CROSS} }}",
    "order": f"SELECT * {{ {CROSS} }} ORDER BY ?i ?f ?c LIMIT 1",
    "group": f"SELECT ?a ?d ?g (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?a ?d ?g",
    "hashes": f"SELECT (MAX(SHA512(CONCAT(STR(?c), STR(?f), STR(?i)))) AS ?n) "
    f"{{ {CROSS} }}",
    "offset": f"SELECT * {{ {CROSS} }} OFFSET 100000000000 LIMIT 1",
    "star path": "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:p>)* ?b . ?b (!<x:q>)* ?c }",
    "nested stars": "SELECT (COUNT(*) AS ?n) { ?a " + "(" * 60 + "!<x:p>" + ")*" * 60
    + " ?b . ?d ?e ?f . ?g ?h ?i }",
    "long path": "ASK { ?s " + "/".join(["<x:p>"] * 400) + " ?o }",
    "alternatives": "SELECT * { ?s " + "|".join(f"<x:p{n}>" for n in range(195))
    + f" ?o . {CROSS} FILTER(?a != ?a) }}",
    "inverse": "ASK { ?s " + "^" * 5000 + "<x:p> ?o }",
    "pattern of a regex": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} "
    "FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(a+)+(a+)+(a+)+b$')) }",
    "size of a regex": "ASK { FILTER(REGEX('a', '((((a{100}){100}){100}){100})')) }",
    "service": "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "lateral service": "ASK { ?s ?p ?u LATERAL { SERVICE ?u { ?x ?y ?z } } }",
    "load": "LOAD <http://127.0.0.1:1/>",
    "drop": "DROP ALL",
    "construct": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}",
    "describe": f"DESCRIBE * {{ {CROSS} }}",
    "graphs": "SELECT (COUNT(*) AS ?n) { GRAPH ?x { ?a ?b ?c } GRAPH ?y { ?d ?e ?f } "
    "GRAPH ?z { ?g ?h ?i } }",
    "values": "SELECT (COUNT(*) AS ?n) { VALUES ?a { " + "1 " * 20_000 + "} "
    "VALUES ?b { " + "2 " * 20_000 + "} ?x ?y ?z }",
    "list of in": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER(?c IN ("
    + ", ".join(map(str, range(8000))) + ")) }",
    "coalesce": "ASK { FILTER(" + "COALESCE(" * 110 + "1" + ")" * 110 + ") }",
    "long literal": "ASK { ?s ?p '" + "x" * 90_000 + "' . " + CROSS
    + " FILTER(?c = ?f && ?f = ?i && ?a != ?a) }",
    "prefixes": "".join(f"PREFIX p{n}: <x:{n}> " for n in range(4500)) + "ASK { }",
    "open string": "ASK { ?s ?p '" + "'" * 50_001,
    "nothing": "\x00" * 50_000,
}  # fmt: skip


@pytest.fixture(scope="module")
def besieged(
    settings: Settings, serving: Serving
) -> Iterator[tuple[str, int, Settings]]:
    hostile = replace(
        settings,
        query_deadline_s=DEADLINE_S,
        query_memory_mb=MEMORY_MB,
        query_workers=2,
        query_wait_s=5.0,
    )
    with serving(hostile) as (address, pid):
        time.sleep(1.0)
        yield address, pid, hostile


def tree_of(pid: int) -> dict[int, int]:
    """The processes under one, and what each has resident in kilobytes."""
    children: dict[int, list[int]] = {}
    resident: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue  # it has ended
        lines = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
        number = int(lines["Pid"])
        children.setdefault(int(lines["PPid"]), []).append(number)
        resident[number] = int(lines.get("VmRSS", "0").split()[0])
    found, queue = {}, [pid]
    while queue:
        number = queue.pop()
        found[number] = resident.get(number, 0)
        queue += children.get(number, [])
    return found


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_query_hurts_anybody_but_its_own_worker(
    kind: str,
    besieged: tuple[str, int, Settings],
    make_client: Callable[[str], Get],
    workers_of: Callable[[int], list[int]],
) -> None:
    address, pid, hostile = besieged
    get = make_client(address)
    lasting = set(tree_of(pid)) - set(workers_of(pid))
    ended: list[Response | Exception] = []
    thread = threading.Thread(target=lambda: ended.append(attack(get, HOSTILE[kind])))
    since = time.monotonic()
    thread.start()
    waits: list[float] = []
    most = 0
    while thread.is_alive() or not waits:
        begun = time.monotonic()
        quick = get("/sparql?query=" + quote("ASK { FILTER(RAND() < 2) }"))
        waits.append(time.monotonic() - begun)
        assert quick.status_code == 200
        most = max(most, sum(tree_of(pid).values()))
        time.sleep(0.02)
    assert time.monotonic() - since < DEADLINE_S + 1.5
    assert statistics.median(waits) < 0.2
    assert lasting <= set(tree_of(pid))
    assert most < 1024 * (200 + (hostile.query_workers + 2) * (MEMORY_MB + 80))
    (answer,) = ended
    if isinstance(answer, Response) and answer.status_code != 200:
        assert answer.mimetype == "application/problem+json"
        assert answer.status_code in (400, 405, 413, 503)
    elif isinstance(answer, Response):
        assert answer.data.rstrip().endswith(b"}"), "a whole answer"


def attack(get: Get, query: str) -> Response | Exception:
    """Return the answer to a query, or how the connection broke."""
    headers = {"Content-Type": "application/sparql-query"}
    try:
        return get("/sparql", headers, method="POST", body=query.encode())
    except (http.client.HTTPException, OSError) as error:
        return error


def test_there_are_at_least_thirty_kinds() -> None:
    assert len(HOSTILE) >= 30


def test_as_many_hostile_clients_as_workers_do_not_lock_out_the_rest(
    besieged: tuple[str, int, Settings], make_client: Callable[[str], Get]
) -> None:
    address, _, hostile = besieged
    get = make_client(address)
    stop = time.monotonic() + 4

    def siege() -> None:
        while time.monotonic() < stop:
            attack(get, HOSTILE["count"])

    threads = [threading.Thread(target=siege) for _ in range(hostile.query_workers)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    waits = []
    while time.monotonic() < stop - 0.5:
        begun = time.monotonic()
        answer = get("/sparql?query=" + quote("ASK { FILTER(RAND() < 2) }"))
        waits.append(time.monotonic() - begun)
        assert answer.status_code == 200
    for thread in threads:
        thread.join()
    assert statistics.median(waits) < 0.2


def test_a_client_that_goes_away_frees_its_worker_within_a_second(
    besieged: tuple[str, int, Settings], make_client: Callable[[str], Get]
) -> None:
    address, _, _ = besieged
    host = address.removeprefix("http://").rstrip("/")
    get = make_client(address)
    clients = []
    for _ in range(2):
        client = http.client.HTTPConnection(host)
        client.request("GET", "/sparql?query=" + quote(HOSTILE["count"]))
        clients.append(client)
    time.sleep(0.2)
    for client in clients:
        client.close()
    until = time.monotonic() + 1.0
    while "hiwar_running_queries 0.0" not in get("/metrics").get_data(as_text=True):
        assert time.monotonic() < until
        time.sleep(0.02)
