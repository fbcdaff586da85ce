import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7
from werkzeug import Response

from hiwar.graph.namespaces import BASE
from hiwar.server.limits import MAX_BATCH, MAX_CANDIDATES, MAX_EXTENDED
from hiwar.settings import Settings

Get = Callable[..., Response]

jsonschema = pytest.importorskip("jsonschema")
SCHEMAS = {
    path.name: json.loads(path.read_text("utf-8"))
    for path in (Path(__file__).parent / "reconciliation").glob("*.json")
}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def conforms(content: Any, name: str) -> Any:
    """Return what the API's own schema finds nothing against."""
    type_ = Resource.from_contents(SCHEMAS["type.json"], DRAFT7)
    registry: Registry[Any] = Registry().with_resource("type.json", type_)
    schema = {key: of for key, of in SCHEMAS[name].items() if key[0] != "$"}
    found = jsonschema.Draft7Validator(schema, registry=registry).iter_errors(content)
    assert [error.message for error in found] == []
    return content


def read(reply: Response) -> Any:
    assert reply.status_code == 200, reply.get_data(as_text=True)
    assert reply.headers["Content-Type"] == "application/json"
    assert reply.headers["Access-Control-Allow-Origin"] == "*"
    return json.loads(reply.data)


def post(get: Get, **form: Any) -> Response:
    texts = {
        name: of if isinstance(of, str) else json.dumps(of) for name, of in form.items()
    }
    return get("/reconcile", FORM, method="POST", body=urlencode(texts).encode())


def ask(get: Get, **queries: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the candidates for each query, the same by GET and by POST."""
    conforms(queries, "reconciliation-query-batch.json")
    by_post = read(post(get, queries=queries))
    path = "/reconcile?" + urlencode({"queries": json.dumps(queries)})
    assert read(get(path)) == by_post
    conforms(by_post, "reconciliation-result-batch.json")
    return {key: found["result"] for key, found in by_post.items()}


def test_the_manifest_says_what_the_service_does_and_where(get: Get) -> None:
    reply = get("/reconcile")
    found = conforms(read(reply), "manifest.json")
    assert found["name"].count("hiwar") == 1
    assert found["identifierSpace"] == f"{BASE}id/"
    assert found["schemaSpace"] == f"{BASE}ontology#"
    assert [item["id"] for item in found["defaultTypes"]] == [
        "State", "Organisation", "Person", "Process", "Meeting",
    ]  # fmt: skip
    assert reply.headers["Cache-Control"] == "no-store"
    for item in found["suggest"].values():
        assert item["service_url"].startswith("http://127.0.0.1:")
        assert get(f"{item['service_path']}?prefix=s").status_code == 200
    view = found["view"]["url"].replace("{{id}}", quote("state/EGY", safe=""))
    assert get("/id/" + view.partition("/id/")[2]).status_code == 303


def test_a_batch_is_answered_by_get_and_by_post(get: Get) -> None:
    found = ask(
        get,
        q0={"query": "Khartum Proccess", "type": "Process", "limit": 3},
        q1={"query": "Égypte"},
        q2={"query": "عملية الخرطوم", "type": ["Process", "State"]},
        q3={"query": "nothing that is there"},
        q4={"query": "Egypt", "type": f"{BASE}ontology#Person"},
    )
    first = found["q0"][0]
    assert (first["id"], first["name"]) == (
        "process/khartoum-process",
        "Khartoum Process",
    )
    assert (first["match"], first["type"]) == (
        True,
        [{"id": "Process", "name": "Process"}],
    )
    assert found["q1"][0]["id"] == "state/EGY"
    assert found["q1"][0]["score"] == 100
    assert found["q2"][0]["id"] == "process/khartoum-process"
    assert found["q3"] == found["q4"] == []


def test_one_query_may_come_as_text_or_as_json(get: Get) -> None:
    for text in ("Egypt", '{"query": "Egypt", "type": "State", "limit": 1}'):
        found = read(get("/reconcile?" + urlencode({"query": text})))
        assert found["result"][0]["id"] == "state/EGY"
    assert read(post(get, query="Egypt"))["result"][0]["match"] is True


def test_limit_bounds_the_candidates_and_does_not_decide_the_match(get: Get) -> None:
    many = ask(get, q={"query": "Process Conference Egypt", "limit": 1000})["q"]
    one = ask(get, q={"query": "Process Conference Egypt", "limit": 1})["q"]
    assert one == many[:1]
    assert len(many) <= MAX_CANDIDATES


def test_values_of_properties_speak_for_and_against_a_candidate(get: Get) -> None:
    def asked(pid: str, v: Any) -> list[dict[str, Any]]:
        wanted = {
            "query": "Egypt",
            "type": "State",
            "properties": [{"pid": pid, "v": v}],
        }
        return ask(get, q=wanted)["q"]

    assert asked("isoAlpha3", "EGY")[0]["match"] is True
    assert asked("isoAlpha3", ["ETH", "EGY"])[0]["match"] is True
    wrong = asked("isoAlpha3", "ETH")[0]
    assert (wrong["id"], wrong["match"]) == ("state/EGY", False)
    assert asked("noSuchProperty", "x")[0]["match"] is True
    only = {"type": "State", "properties": [{"pid": "isoAlpha3", "v": "EGY"}]}
    assert [item["id"] for item in ask(get, q=only)["q"]] == ["state/EGY"]
    day = {"query": "second khartoum process ministerial conference"}
    for given_, is_match in (
        ("2025-04-09", True),
        ("2025", True),
        ("2019-01-01", False),
    ):
        day["properties"] = [{"pid": "startDate", "v": given_}]  # type: ignore[assignment]
        first = ask(get, q=day)["q"][0]
        assert first["id"] == "meeting/khartoum-process-2025-ministerial"
        assert first["match"] is is_match


def test_names_are_completed(get: Get) -> None:
    def suggested(what: str, **given_: str) -> list[dict[str, Any]]:
        found = read(get(f"/reconcile/suggest/{what}?" + urlencode(given_)))
        names = {"entity": "entities", "type": "types", "property": "properties"}
        conforms(found, f"suggest-{names[what]}-response.json")
        return list(found["result"])

    assert suggested("entity", prefix="egy")[0]["id"] == "state/EGY"
    assert suggested("entity", prefix="khartum")[0]["id"] == "process/khartoum-process"
    assert suggested("entity", prefix="egy", cursor="900") == []
    assert [item["id"] for item in suggested("type", prefix="p")] == [
        "Person",
        "Process",
    ]
    assert "isoAlpha3" in [item["id"] for item in suggested("property", prefix="iso")]
    assert suggested("property", prefix="zzz") == suggested("entity", prefix="") == []


def test_a_table_is_extended_with_values_of_each_kind(get: Get) -> None:
    meeting = "meeting/khartoum-process-2025-ministerial"
    query = {
        "ids": [meeting, "state/EGY", "state/NONE", f"{BASE}id/state/EGY"],
        "properties": [{"id": name} for name in
                       ("startDate", "isMeetingOf", "isoAlpha3", "noSuch")],
    }  # fmt: skip
    conforms(query, "data-extension-query.json")
    found = conforms(read(post(get, extend=query)), "data-extension-response.json")
    assert [item["id"] for item in found["meta"]][-1] == "noSuch"
    assert found["rows"][meeting]["startDate"] == [{"date": "2025-04-09T00:00:00Z"}]
    process = {"id": "process/khartoum-process", "name": "Khartoum Process"}
    assert found["rows"][meeting]["isMeetingOf"] == [process]
    assert found["rows"]["state/EGY"]["isoAlpha3"] == [{"str": "EGY"}]
    assert found["rows"][f"{BASE}id/state/EGY"] == found["rows"]["state/EGY"]
    assert set(map(str, found["rows"]["state/NONE"].values())) == {"[]"}


def test_properties_are_proposed_for_a_type(get: Get) -> None:
    path = "/reconcile/extend/properties?type=State&limit=3"
    found = conforms(read(get(path)), "data-extension-property-proposal.json")
    assert (found["type"], found["limit"]) == ("State", 3)
    assert 0 < len(found["properties"]) <= 3
    every = read(get("/reconcile/extend/properties?type=Meeting"))["properties"]
    assert "isoAlpha3" not in [item["id"] for item in every]
    assert "startDate" in [item["id"] for item in every]


def test_a_preview_may_stand_in_a_frame_and_no_other_page_may(get: Get) -> None:
    reply = get("/reconcile/preview?id=state%2FEGY")
    text = reply.get_data(as_text=True)
    assert ">Egypt</bdi>" in text
    assert "EGY</bdi>" in text
    policies = reply.headers.getlist("Content-Security-Policy")
    assert len(policies) == 1
    assert "frame-ancestors *" in policies[0]
    assert "default-src 'self'" in policies[0]
    page = get("/page/state/EGY").headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page
    for missing in ("", "state/NONE", "<script>", "document/cairo"):
        reply = get("/reconcile/preview?id=" + quote(missing))
        assert reply.status_code == 404
        assert b"<script" not in reply.data


def test_a_script_may_ask_with_a_function_s_name_and_nothing_else(get: Get) -> None:
    reply = get("/reconcile?query=Egypt&callback=jQuery12_3.done")
    text = reply.get_data(as_text=True)
    assert reply.headers["Content-Type"].startswith("text/javascript")
    assert text.startswith('/**/jQuery12_3.done({"result"')
    for name in ("alert(1)//", "a b", "a;b", "<script>", "a\n", "é", "x" * 500, "a..b"):
        assert get("/reconcile?callback=" + quote(name)).status_code == 400


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
