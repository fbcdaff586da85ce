"""Releases as others take, check, cite and catalogue them."""

import gzip
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import DCAT, DCTERMS, VOID, Graph, URIRef
from werkzeug import Response

from hiwar.errors import QueryError
from hiwar.graph.citation import release_iri
from hiwar.graph.dcat import describe_release
from hiwar.graph.dumps import DUMPS, Dump
from hiwar.graph.namespaces import BASE
from hiwar.graph.release import open_release
from hiwar.ontology.questions import load_domain_questions
from hiwar.server.frames import Job
from hiwar.server.pool import Pool
from hiwar.settings import Settings

Get = Callable[..., Response]
Start = Callable[[Settings], tuple[str, int]]
Clients = Callable[[str], Callable[..., Response]]

HERE = "/releases/2026-11-21.1"


def test_the_releases_are_listed(get: Get) -> None:
    page = get("/releases/").get_data(as_text=True)
    assert f'href="{HERE}"' in page
    assert "served now" in page


@pytest.mark.parametrize("dump", DUMPS, ids=[dump.name for dump in DUMPS])
def test_each_file_is_what_its_checksum_says(get: Get, pool: Pool, dump: Dump) -> None:
    for suffix in ("", ".gz"):
        name = f"{dump.name}{suffix}"
        reply = get(f"{HERE}/{name}")
        known = pool.release.manifest["files"][name]["sha256"]
        assert hashlib.sha256(reply.data).hexdigest() == known
        assert "31536000" in reply.headers["Cache-Control"]
    assert gzip.decompress(reply.data) == get(f"{HERE}/{name[:-3]}").data


def test_the_hash_of_facts_is_that_of_what_the_endpoint_gives(
    get: Get, pool: Pool
) -> None:
    query = (
        "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?g { <https://w3id.org/hiwar/graph/facts>"
        " <https://w3id.org/hiwar/graph/inferred> } GRAPH ?g { ?s ?p ?o } }"
    )
    accept = {"Accept": "application/n-triples"}
    text = get(f"/sparql?query={quote(query)}", accept).get_data(as_text=True)
    lines = sorted(set(text.splitlines(keepends=True)))
    found = hashlib.sha256("".join(lines).encode()).hexdigest()
    assert found == pool.release.manifest["hashes"]["facts"]


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json"])
def test_the_catalogue_says_what_is_there(
    get: Get, pool: Pool, media_type: str
) -> None:
    reply = get(HERE, {"Accept": media_type})
    assert reply.mimetype == media_type
    if media_type != "text/turtle":
        assert json.loads(reply.data)
        return
    graph = Graph().parse(data=reply.data, format="turtle")
    this = URIRef(release_iri("2026-11-21.1"))
    manifest = pool.release.manifest
    assert int(str(graph.value(this, VOID.triples))) == manifest["triples"]
    found = list(graph.objects(this, DCAT.distribution))
    files = {str(file).rpartition("/")[2] for file in found}
    names = {dump.name for dump in DUMPS}
    assert files == names | {f"{name}.gz" for name in names}
    for file in found:
        about = manifest["files"][str(file).rpartition("/")[2]]
        assert int(str(graph.value(file, DCAT.byteSize))) == about["bytes"]
        triples = graph.value(file, VOID.triples)
        assert triples is None or int(str(triples)) == about["triples"]
        answer = get(str(file).removeprefix("https://w3id.org/hiwar"))
        assert len(answer.data) == about["bytes"]
    assert graph.value(this, DCTERMS.license)


def test_the_page_describes_the_release_to_search_engines(get: Get, pool: Pool) -> None:
    page = get(HERE, {"Accept": "text/html"}).get_data(as_text=True)
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    about = json.loads(text)
    assert about["@type"] == "Dataset"
    assert about["version"] == pool.release.version
    assert {item["name"] for item in about["distribution"]} == {d.about for d in DUMPS}


@pytest.mark.parametrize(
    ("name", "start"), [("citation.bib", "@dataset{"), ("citation.json", "[")]
)
def test_a_release_can_be_cited(get: Get, pool: Pool, name: str, start: str) -> None:
    text = get(f"{HERE}/{name}").get_data(as_text=True)
    assert text.startswith(start)
    assert pool.release.version in text
    assert pool.release.manifest["hashes"]["all"] in text


@pytest.mark.parametrize(
    "path",
    [f"{HERE}/facts.csv", f"{HERE}/x.gz", "/releases/1999-01-01.1", "/releases/x"],
)
def test_what_is_not_there_is_refused_with_what_is(get: Get, path: str) -> None:
    reply = get(path)
    assert reply.status_code == 404
    assert "expected one of" in reply.get_data(as_text=True)


def test_an_accept_that_cannot_be_met_is_refused(get: Get) -> None:
    assert get(HERE, {"Accept": "image/png"}).status_code == 406


def test_what_changed_is_asked_under_the_name_of_its_file(
    tmp_path: Path, settings: Settings, start: Start, make_client: Clients,
    publish_more: Callable[[Path, str], None],
) -> None:  # fmt: skip
    fact = f"<{BASE}id/state/EGY> hiwar:chairs <{BASE}id/process/other-talks> .\n"
    for extra in ("", fact):
        publish_more(tmp_path, extra)
    ask = make_client(start(replace(settings, data=tmp_path))[0])
    name = quote(f"{BASE}releases/2026-11-21.2/difference.ttl")
    (question,) = (item for item in load_domain_questions() if item.number == 37)
    path = f"/sparql?query={quote(question.query)}&default-graph-uri={name}"
    reply = ask(path, {"Accept": "text/csv"})
    assert reply.status_code == 200, reply.data
    rows = reply.get_data(as_text=True).splitlines()
    assert any("other-talks" in row and "#chairs" in row for row in rows)
    assert reply.headers["Dataset-Version"] == "2026-11-21.2"
    assert ask(f"{path}&version=2026-11-21.2").status_code == 200
    assert ask(f"{path}&version=2026-11-21.1").status_code == 400
    union = ask(f"/sparql?query={quote(question.query)}", {"Accept": "text/csv"})
    assert len(union.get_data(as_text=True).splitlines()) == 1
    first = ask(path.replace("21.2", "21.1"), {"Accept": "text/csv"})
    assert len(first.get_data(as_text=True).splitlines()) == 1


@pytest.fixture
def two_releases(tmp_path: Path, publish_more: Callable[[Path, str], None]) -> Path:
    for _ in range(2):
        publish_more(tmp_path, "")
    return tmp_path


CHANGES = quote(f"{BASE}releases/2026-11-21.2/difference.ttl")


@pytest.mark.parametrize(
    ("query", "more"),
    [
        ("SELECT * FROM <urn:x> { ?s ?p ?o }", ""),
        ("SELECT * FROM NAMED <urn:x> { GRAPH ?g { ?s ?p ?o } }", ""),
        ("SELECT * { ?s ?p ?o }", "&named-graph-uri=urn:x"),
    ],
)
def test_what_changed_is_asked_with_no_other_graph(
    two_releases: Path, settings: Settings, start: Start, make_client: Clients,
    query: str, more: str,
) -> None:  # fmt: skip
    ask = make_client(start(replace(settings, data=two_releases))[0])
    path = f"/sparql?query={quote(query)}&default-graph-uri={CHANGES}{more}"
    reply = ask(path)
    assert reply.status_code == 400
    assert "neither named-graph-uri nor FROM" in reply.get_data(as_text=True)


def test_no_worker_keeps_what_changed_and_a_damaged_file_is_not_the_querys_fault(
    two_releases: Path, settings: Settings
) -> None:
    file = two_releases / "releases/2026-11-21.2/difference.ttl"

    def ask(pool: Pool) -> bytes:
        query = "SELECT * { ?s ?p ?o }"
        job = Job(query, "solutions", "csv", 10.0, BASE, file=file.name)
        return b"".join(pool.ask(job, is_own=True))

    own = replace(settings, data=two_releases, query_workers=1)
    with Pool(own) as pool:
        for name in ("urn:a", "urn:b"):
            file.write_text(f"<{name}> <{name}> <{name}> .")
            for _ in range(pool.census()["idle"]):
                assert name.encode() in ask(pool)
        file.write_text("<urn:a> nothing")
        with pytest.raises(QueryError, match=r"difference\.ttl .* is damaged"):
            ask(pool)


def test_the_description_of_a_release_names_the_one_that_it_changed(
    tmp_path: Path, publish_more: Callable[[Path, str], None]
) -> None:
    for _ in range(2):
        publish_more(tmp_path, "")
    before, version = "2026-11-21.1", "2026-11-21.2"
    release = open_release(tmp_path, version)
    graph = describe_release(release, before)
    file = URIRef(f"{release_iri(version)}/difference.ttl")
    assert graph.value(file, DCTERMS.source) == URIRef(release_iri(before))
