"""What is no query to reconcile, is hostile, or is too much."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

from hiwar.server.limits import MAX_BATCH, MAX_EXTENDED
from hiwar.settings import Settings
from tests.server.asking import Get
from tests.server.reconciling import FORM, conforms, post, read


@pytest.mark.parametrize(
    "text",
    ["", "x", "[]", "null", "3", '"q"', "{", '{"q": 3}', '{"q": null}', '{"q": []}',
     '{"q": {"query": 3}}', '{"q": {"query": ["a"]}}',
     '{"q": {"query": "a", "limit": "x"}}',
     '{"q": {"query": "a", "limit": -1}}', '{"q": {"query": "a", "limit": NaN}}',
     '{"q": {"query": "a", "limit": true}}', '{"q": {"query": "a", "properties": {}}}',
     '{"q": {"query": "a", "properties": [3]}}', '{"q": {"properties": [{"v": 1}]}}',
     "[" * 5000, '{"a":' * 5000, "1" * 5000, "\ufeff{}"],
)  # fmt: skip
def test_what_is_no_query_is_refused_with_what_to_do(get: Get, text: str) -> None:
    for name in ("queries", "extend"):
        reply = post(get, **{name: text})
        assert reply.status_code == 400
        detail = json.loads(reply.data)["detail"]
        assert "expected" in detail or "is no JSON that can be read" in detail


@pytest.mark.parametrize(
    "item",
    [{"query": "\ud800"}, {"query": "a" * 1001}, {"query": "\0"}, {"query": ""}, {},
     {"query": "Egypt", "limit": 1e999}, {"query": "Egypt", "type": 3},
     {"query": "Egypt", "type": ["x" * 999, {"id": 3}, None]}, {"query": "le " * 300},
     {"query": "Egypt", "properties": [{"pid": "> . ?s ?p ?o #", "v": "x"}]},
     {"properties": [{"pid": "isoAlpha3", "v": '") } UNION { ?s ?p ?o'}]},
     {"properties": [{"pid": "isoAlpha3",
                      "v": ["\ud800", None, {}, [], {"id": "> x"}]}]},
     {"query": "Egypt", "properties": [{"pid": "startDate", "v": {"id": ["x"]}}]},
     {"query": "} UNION { ?s ?p ?o"}, {"query": "%s {0}"}],
)  # fmt: skip
def test_a_hostile_query_has_an_answer_that_others_are_not_in(
    get: Get, item: dict[str, Any]
) -> None:
    batch = {"\ud800<script>": item, "fine": {"query": "Egypt"}}
    found = read(post(get, queries=batch))
    conforms(found, "reconciliation-result-batch.json")
    assert found["fine"]["result"][0]["id"] == "state/EGY"
    assert {entry["id"] for entry in found["\ud800<script>"]["result"]} <= {
        "state/EGY", "process/khartoum-process",
    }  # fmt: skip


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda of: (
        st.lists(of, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["query", "type", "limit", "properties", "pid", "v", "id", "ids", "q"]
            ),
            of,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(json_values)
@bounded(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_any_json_is_answered_or_refused(get: Get, content: Any) -> None:
    for name in ("queries", "extend", "query"):
        reply = post(get, **{name: json.dumps(content)})
        assert reply.status_code in (200, 400)


def test_batches_are_bounded(get: Get) -> None:
    full = {f"q{n}": {"query": "Egypt"} for n in range(MAX_BATCH)}
    assert len(read(post(get, queries=full))) == MAX_BATCH
    assert post(get, queries=full | {"more": {"query": "x"}}).status_code == 400
    ids = {"ids": ["x"] * (MAX_EXTENDED + 1), "properties": [{"id": "when"}]}
    assert post(get, extend=ids).status_code == 400
    assert post(get, queries="x" * 400_000).status_code == 413
    body = b'{"queries": {}}'
    reply = get(
        "/reconcile", {"Content-Type": "application/json"}, method="POST", body=body
    )
    assert reply.status_code == 415
    assert reply.headers["Accept-Post"] == FORM["Content-Type"]
    assert get("/reconcile", method="PUT", body=b"").status_code == 405
    for path in ("?queries={}&queries={}", "/suggest/entity?cursor=-1",
                 "/suggest/entity?cursor=x", "?queries=%FF"):  # fmt: skip
        assert get("/reconcile" + path).status_code == 400


def test_looking_up_is_part_of_its_client_s_share(
    settings: Settings,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
) -> None:
    address, _ = start(replace(settings, client_seconds=0.01))
    get = make_client(address)
    codes = [get(f"/reconcile?query=egipt+{n}").status_code for n in range(80)]
    assert (codes[0], codes[-1]) == (200, 429)
