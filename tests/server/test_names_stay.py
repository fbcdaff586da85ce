"""Names of earlier releases, asked of the server of a later one."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from werkzeug import Response

from hiwar.graph.build import add, build, remove
from hiwar.graph.departures import DEPARTURES
from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release, current_release, list_releases, open_release
from hiwar.server.app import create_app
from hiwar.server.pool import Pool
from hiwar.settings import Settings

Get = Callable[..., Response]

TEXTS = {
    "call": "The fourth ministerial meeting of the Colombo Process will be held in"
    " Nepal in May 2031.\n",
    "news": "Nepal hosted the fourth ministerial meeting of the Colombo Process in"
    " Kathmandu on 12 May 2031. Minister Asha Gurung of Nepal chaired the meeting.\n"
    "The meeting adopted the Kathmandu Declaration.\n",
    "look back": "Sri Lanka took part in the ministerial meeting of the Colombo Process"
    " in Kathmandu on 12 May 2031. Asha Gurung chaired it.\n",
}
ORDERS = [("call", "news", "look back"), ("look back", "call", "news"),
          ("news", "look back", "call")]  # fmt: skip


def names_of(release: Release) -> set[str]:
    """Return every name of ours that a release uses."""
    found: set[str] = set()
    for quad in release.open_store().quads():
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, ox.NamedNode) and term.value.startswith(BASE):
                found.add(term.value.removeprefix(BASE).partition("#")[0])
    return found


@pytest.fixture(scope="module", params=ORDERS, ids="-".join)
def grown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, set[str]]:
    """Releases that grew by a document each, and lost the first in the end."""
    folder = tmp_path_factory.mktemp("grown")
    names: set[str] = set()
    for index, name in enumerate(request.param):
        path = folder / f"{name}.txt"
        path.write_text(TEXTS[name], "utf-8")
        grow = build if index == 0 else add
        names |= names_of(grow([path], folder / "data", Settings()))
    remove([f"{request.param[0]}.txt"], folder / "data", Settings())
    return folder / "data", names


@pytest.fixture(scope="module")
def client(grown: tuple[Path, set[str]]) -> Iterator[FlaskClient]:
    settings = Settings(data=grown[0], query_workers=1, request_log="",
                        client_seconds=0, client_errors=0)  # fmt: skip
    app = create_app(Pool(settings))
    yield app.test_client()
    app.extensions["service"].close()


@pytest.mark.slow
def test_every_name_of_an_earlier_release_still_answers(
    grown: tuple[Path, set[str]], client: FlaskClient
) -> None:
    data, names = grown
    versions = list_releases(data)
    had = {version: names_of(open_release(data, version)) for version in versions}
    always = set.intersection(*had.values())
    # of the many that nothing has touched, some
    asked = sorted(names - always) + sorted(always)[::40] + ["dataset"]
    found: dict[int, list[str]] = {}
    for name in asked:
        reply = client.get(f"/{name}", headers={"Accept": "text/turtle"})
        found.setdefault(reply.status_code, []).append(name)
        if reply.status_code == 410:
            version = json.loads(reply.data)["last_version"]
            assert version in versions[1:]
            assert name in had[version]
    assert set(found) <= {200, 301, 303, 410}, found
    assert any(name.startswith("id/document/") for name in found[410])
    assert any(name.startswith("graph/document/") for name in found[410])
    assert not {name for name in found[410] if name in had[versions[0]]}


@pytest.mark.slow
def test_what_is_gone_says_so_wherever_it_is_asked(
    grown: tuple[Path, set[str]], client: FlaskClient
) -> None:
    gone = json.loads((current_release(grown[0]).path / DEPARTURES).read_text("utf-8"))
    slug = next(name for name in gone if name[:15] == "graph/document/")[15:]
    name = f"document/{slug}"
    paths = (f"/id/{name}", f"/page/{name}", f"/data/{name}.ttl", f"/documents/{slug}",
             f"/graph/{name}")  # fmt: skip
    for path in paths:
        reply = client.get(path)
        assert reply.status_code == 410, path
        assert "/sparql?version=" in reply.get_json(force=True)["detail"]
    page = client.get(paths[0], headers={"Accept": "text/html"})
    assert (page.status_code, page.mimetype) == (410, "text/html")
    version = json.loads(client.get(paths[0]).data)["last_version"]
    there = client.get(f"/graph/document/{slug}?version={version}&format=nt")
    assert there.status_code == 200


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/ontology.ttl", "text/turtle"),
        ("/graph/facts.nt", "application/n-triples"),
        ("/graph/document/cairo.rdf", "application/rdf+xml"),
        ("/theme/status.ttl", "text/turtle"),
        ("/theme/status/planned.nq", "application/n-quads"),
        ("/releases/2026-11-21.1.ttl", "text/turtle"),
        ("/data/state/EGY.trig", "application/trig"),
    ],
)
def test_a_suffix_names_the_format_whatever_is_accepted(
    get: Get, path: str, media_type: str
) -> None:
    reply = get(path, {"Accept": "text/html"})
    assert (reply.status_code, reply.mimetype) == (200, media_type)
    plain = path.rpartition(".")[0]
    if not plain.startswith("/data/"):
        asked = get(plain, {"Accept": media_type})
        assert asked.status_code == 200
        assert len(asked.data) == len(reply.data)


@pytest.mark.parametrize(
    "path", ["/ontology.csv", "/shapes.x", "/graph/none.ttl", "/graph/facts.xlsx",
             "/theme/none.ttl", "/theme/status/none.ttl", "/releases/2020-01-01.1.ttl",
             "/ontology.", "/graph/.ttl", "/graph/" + "a" * 4000]
)  # fmt: skip
def test_a_name_that_nothing_ever_had_is_not_found(get: Get, path: str) -> None:
    assert get(path).status_code == 404
