import json
from typing import Any
from urllib.parse import quote, urlencode

from hiwar.graph.namespaces import BASE
from hiwar.server.limits import MAX_CANDIDATES
from tests.server.asking import Get
from tests.server.reconciling import conforms, post, read


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
