"""Releases as others take, check, cite and catalogue them."""

import gzip
import hashlib
import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from rdflib import DCAT, DCTERMS, VOID, Graph, URIRef
from werkzeug import Response

from hiwar.graph.citation import release_iri
from hiwar.graph.dumps import DUMPS, Dump
from hiwar.server.pool import Pool

Get = Callable[..., Response]

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
