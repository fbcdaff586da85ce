"""The W3C's protocol tests, against a real server: queries, and updates refused."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from rdflib import Graph
from werkzeug import Response

from hiwar.settings import Settings

Get = Callable[..., Response]

DATA: Final = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
RUN: Final = (
    "query_post_form",
    "query_dataset_default_graphs_get",
    "query_dataset_default_graphs_post",
    "query_dataset_named_graphs_post",
    "query_dataset_named_graphs_get",
    "query_dataset_full",
    "query_multiple_dataset",
    "query_get",
    "query_content_type_select",
    "query_content_type_ask",
    "query_content_type_describe",
    "query_content_type_construct",
    "query_post_direct",
    "bad_query_method",
    "bad_multiple_queries",
    "bad_query_wrong_media_type",
    "bad_query_missing_form_type",
    "bad_query_missing_direct_type",
    "bad_query_non_utf8",
    "bad_query_syntax",
    "bad_update_get",
    "bad_multiple_updates",
    "bad_update_wrong_media_type",
    "bad_update_missing_form_type",
    "bad_update_non_utf8",
    "bad_update_syntax",
    "bad_update_dataset_conflict",
)
UPDATES: Final = (
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_named_graphs",
    "update_dataset_full",
    "update_post_form",
    "update_post_direct",
    "update_base_uri",
)
"""Tests that are not passed: the endpoint is read-only, so their updates are 405."""

FORMATS: Final = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml"),
    "RDF": ("text/turtle", "application/rdf+xml"),
}


@pytest.fixture(scope="module")
def tests(suite: Callable[[str], Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = suite("protocol/manifest.ttl").tests()
    return found


@pytest.fixture(scope="module")
def ask(
    tests: dict[str, list[Any]],
    tmp_path_factory: pytest.TempPathFactory,
    release: Callable[..., None],
    serving: Callable[[Settings], Any],
    settings: Settings,
    make_client: Callable[[str], Get],
    suite_folder: Path,
) -> Iterator[Get]:
    data = tmp_path_factory.mktemp("protocol")
    files = {n: suite_folder / "protocol" / f"data{n}.nt" for n in (1, 2, 3)}
    graphs = {DATA.format(n): Graph().parse(file) for n, file in files.items()}
    release(data, 1, graphs)
    with serving(replace(settings, data=data)) as (address, _):
        yield make_client(address)


def send(ask: Get, message: Any) -> Response:
    path = message.path.replace("/sparql/", "/sparql", 1)
    return ask(path, message.headers, method=message.method, body=message.body)


def test_every_test_of_the_suite_is_run_or_listed(tests: dict[str, list[Any]]) -> None:
    assert set(tests) == {*RUN, *UPDATES}


@pytest.mark.parametrize("name", RUN)
def test_a_request_of_the_w3c_is_answered_as_expected(
    tests: dict[str, list[Any]], ask: Get, name: str
) -> None:
    assert tests[name]
    for message in tests[name]:
        reply = send(ask, message)
        classes = {status[len("StatusCode")] for status in message.statuses}
        assert str(reply.status_code)[0] in classes
        if message.format:
            media_type = reply.headers["Content-Type"].partition(";")[0]
            assert media_type in FORMATS[message.format]
        if message.boolean is not None:
            assert json.loads(reply.data)["boolean"] is message.boolean


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_of_the_w3c_is_refused_by_name(
    tests: dict[str, list[Any]], ask: Get, name: str
) -> None:
    reply = send(ask, tests[name][0])
    assert reply.status_code == 405
    assert "GET" in reply.headers["Allow"]
    assert "read-only" in json.loads(reply.data)["detail"]
