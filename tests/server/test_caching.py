"""What is answered again is right: tags, kept answers, former releases, gzip."""

import gzip
import http.client
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from werkzeug import Response

from hiwar.server.cache import Cache, Kept
from hiwar.settings import Settings
from tests.server.asking import path_of

Get = Callable[..., Response]

STATES = "SELECT ?s { ?s <https://w3id.org/hiwar/ontology#isoAlpha3> ?c } ORDER BY ?s"
COMMENTS = "SELECT ?s ?c { ?s <http://www.w3.org/2000/01/rdf-schema#comment> ?c }"


@pytest.mark.parametrize(
    "path",
    ["/", "/page/state/EGY", "/data/state/EGY.ttl", "/ontology", path_of(STATES)],
)
def test_what_a_client_has_is_not_sent_again(get: Get, path: str) -> None:
    first = get(path)
    tag = first.headers["ETag"]
    assert re.fullmatch('"[0-9a-f]{32}"', tag), "the tag is strong"
    assert "no-cache" in first.headers["Cache-Control"]
    for condition in (tag, f'"other", {tag}', "*"):
        again = get(path, {"If-None-Match": condition})
        assert (again.status_code, again.data) == (304, b""), condition
        assert again.headers["ETag"] == tag
        assert "Accept" in again.headers["Vary"]
    assert get(path, {"If-None-Match": '"other"'}).status_code == 200


def test_an_answer_differs_by_type_and_so_does_its_tag(get: Get) -> None:
    path = path_of(STATES)
    types = ["application/sparql-results+json", "application/json", "text/csv"]
    answers = [get(path, {"Accept": kind}) for kind in types]
    assert len({answer.headers["ETag"] for answer in answers}) == 3
    repeated = [get(path, {"Accept": kind}) for kind in types]
    assert [item.data for item in repeated] == [item.data for item in answers]
    assert [item.mimetype for item in repeated] == types


def test_a_kept_answer_is_the_same_by_each_way_of_asking(get: Get) -> None:
    body = urlencode({"query": STATES}).encode()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answers = [
        get(path_of(STATES)),
        get("/sparql", form, method="POST", body=body),
        get(path_of(STATES)),
        get(path_of(STATES, format="json")),
    ]
    assert len({answer.data for answer in answers}) == 1
    assert len({answer.headers["Dataset-Version"] for answer in answers}) == 1


def test_no_visitor_sees_the_address_that_another_one_wrote(get: Get) -> None:
    for path in ("/", "/sparql"):
        forged = get(path, {"Host": "forged.example", "Accept": "*/*"})
        assert b"forged.example" in forged.data, "the page shows where it was asked"
        assert b"forged.example" not in get(path, {"Accept": "*/*"}).data


def test_a_dataset_is_a_part_of_what_was_asked(get: Get) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    facts = "https://w3id.org/hiwar/graph/facts"
    answers = {
        get(path_of(count, format="csv")).data,
        get(path_of(count, format="csv", **{"default-graph-uri": facts})).data,
        get(path_of(count, format="csv", **{"named-graph-uri": facts})).data,
    }
    assert len(answers) == 3


@pytest.mark.parametrize("call", ["RAND()", "UUID()", "STRUUID()", "BNODE()", "NOW()"])
def test_what_changes_by_itself_is_never_kept(get: Get, call: str) -> None:
    path = path_of(f"SELECT ({call} AS ?x) (STRUUID() AS ?y) {{}}")
    first, second = get(path), get(path)
    assert first.data != second.data
    assert first.headers["Cache-Control"] == "no-store"
    assert "ETag" not in first.headers


def test_a_cut_answer_is_not_kept(
    start: Callable[..., tuple[str, int]],
    settings: Settings,
    make_client: Callable[[str], Get],
) -> None:
    address, _ = start(replace(settings, query_deadline_s=0.4))
    get = make_client(address)
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    for _ in range(2):
        with pytest.raises(http.client.IncompleteRead):
            get(path_of(cross))


def test_a_streamed_answer_is_kept_whole(get: Get) -> None:
    first, second = get(path_of(COMMENTS)), get(path_of(COMMENTS))
    assert len(first.data) > 1_000_000
    assert "Content-Length" not in first.headers
    assert second.data == first.data
    assert second.headers["Content-Length"] == str(len(first.data))


@pytest.mark.parametrize("query", [STATES, COMMENTS], ids=["whole", "streamed"])
@pytest.mark.parametrize("format_name", ["json", "csv"])
def test_gzip_is_the_same_answer(get: Get, query: str, format_name: str) -> None:
    path = path_of(query, format=format_name)
    plain = get(path)
    packed = get(path, {"Accept-Encoding": "gzip"})
    if len(plain.data) > 1000:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        assert packed.headers.get("ETag") != plain.headers.get("ETag") or (
            "ETag" not in plain.headers
        )
    assert "Accept-Encoding" in packed.headers["Vary"] or len(plain.data) < 1000
    none = get(path, {"Accept-Encoding": "gzip;q=0, identity"})
    assert "Content-Encoding" not in none.headers


def test_a_cut_answer_shows_through_gzip(
    hasty: str, make_client: Callable[[str], Get]
) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    with pytest.raises(http.client.IncompleteRead):
        make_client(hasty)(path_of(cross), {"Accept-Encoding": "gzip"})


def test_a_former_release_answers_by_its_name(
    own_data: Path,
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
    publish_more: Callable[[Path, str], None],
) -> None:
    old = (own_data / "current").read_text().strip()
    publish_more(own_data, "<https://example.org/new> rdfs:label 'new' .\n")
    address, _ = start(replace(settings, data=own_data))
    get = make_client(address)
    ask = "ASK { <https://example.org/new> ?p ?o }"
    now = get(path_of(ask))
    before = get(path_of(ask, version=old))
    assert (b"true" in now.data, b"true" in before.data) == (True, False)
    assert before.headers["Dataset-Version"] == old
    assert "immutable" in before.headers["Cache-Control"]
    assert b"true" in get(path_of(ask)).data
    unknown = get(path_of(ask, version="1999-01-01.1"))
    assert unknown.status_code == 404
    assert old in unknown.get_data(as_text=True)


@pytest.mark.clock
def test_a_new_release_answers_anew(
    own_data: Path,
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
    publish_more: Callable[[Path, str], None],
) -> None:
    address, _ = start(replace(settings, data=own_data))
    get = make_client(address)
    path = path_of("ASK { <https://example.org/new> ?p ?o }")
    tag = get(path).headers["ETag"]
    assert b"false" in get(path).data
    publish_more(own_data, "<https://example.org/new> rdfs:label 'new' .\n")
    until = time.monotonic() + 10
    while (answer := get(path, {"If-None-Match": tag})).status_code == 304:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert b"true" in answer.data


def test_the_cache_stays_within_its_bounds() -> None:
    cache = Cache(1)
    for number in range(200):
        cache.keep((number,), Kept(bytes(20_000)))
        assert cache.size <= 1024 * 1024
    assert cache.find((0,)) is None
    assert cache.find((199,)) is not None
    cache.keep(("large",), Kept(bytes(5_000_000)))
    assert cache.find(("large",)) is None


def test_a_long_query_for_a_short_answer_takes_the_room_that_it_takes() -> None:
    cache = Cache(1)
    for number in range(200):
        cache.keep((str(number), ("x" * 20_000, None)), Kept(b"true"))
    assert cache.find(("0", ("x" * 20_000, None))) is None
    assert cache.find(("199", ("x" * 20_000, None))) is not None
    assert cache.size <= 1024 * 1024
