"""A small release on disk, and a real server that serves it."""

import contextlib
import http.client
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rdflib import Graph
from werkzeug import Response
from werkzeug.datastructures import Headers

from hiwar.graph.namespaces import bind_prefixes
from hiwar.graph.publication import Content, publish
from hiwar.server.pool import Pool
from hiwar.settings import Settings

DATA = Path(__file__).parent / "dataset"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that compare with a clock three chances.

    What else runs on a machine makes an answer late and never early, so that one
    that is in time once shows more than one that is late once.
    """
    for item in items:
        if item.get_closest_marker("clock"):
            item.add_marker(pytest.mark.flaky(reruns=2))


def make_release(data: Path, *, extra: str = "") -> None:
    """Publish the dataset of the tests, with more Turtle in ``facts``."""
    prologue = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in bind_prefixes(Graph()).namespaces()
    )
    graphs = {}
    for path in sorted(DATA.glob("*.ttl")):
        name = path.stem.replace("--", "/")
        more = extra if name == "facts" else ""
        graphs[name] = Graph().parse(data=prologue + path.read_text("utf-8") + more)
    publish(data, Content(graphs, (), "{}\n", "# Report\n"), "2026-11-21")


@pytest.fixture(scope="session")
def big() -> str:
    """Twenty thousand triples, in Turtle."""
    return "".join(
        f'<https://example.org/{n}> rdfs:comment "comment {n} {"x" * 60}" .\n'
        for n in range(20_000)
    )


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory, big: str) -> Path:
    folder = tmp_path_factory.mktemp("data")
    make_release(folder, extra=big)
    return folder


@pytest.fixture(scope="session")
def settings(data: Path) -> Settings:
    return Settings(
        data=data,
        query_workers=2,
        query_deadline_s=20.0,
        query_memory_mb=300,
        query_wait_s=1.0,
        client_seconds=0,
        client_errors=0,
        request_log="",
    )


@pytest.fixture(scope="session")
def pool(settings: Settings) -> Iterator[Pool]:
    with Pool(settings) as pool:
        yield pool


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[tuple[str, int]]:
    """The address and the number of a real server process."""
    with serve(settings) as found:
        yield found


@contextlib.contextmanager
def serve(settings: Settings) -> Iterator[tuple[str, int]]:
    """Run a server in a process of its own until the end of the block."""
    given = asdict(settings) | {"data": str(settings.data), "port": 0}
    program = (
        "import json, sys; from pathlib import Path;"
        "from hiwar.settings import Settings; from hiwar.server.serve import run;"
        "given = json.loads(sys.argv[1]); given['data'] = Path(given['data']);"
        "run(Settings(**given), on_ready=lambda address: print(address, flush=True))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, json.dumps(given)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    try:
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@pytest.fixture(scope="session")
def address(server: tuple[str, int]) -> str:
    return server[0]


@pytest.fixture(scope="session")
def hasty(settings: Settings) -> Iterator[str]:
    """The address of a server that stops a query after two seconds."""
    with serve(replace(settings, query_deadline_s=2.0)) as (address, _):
        yield address


@pytest.fixture(scope="session")
def get(address: str) -> Callable[..., Response]:
    """How to ask the server."""
    return make_get(address)


def make_get(address: str) -> Callable[..., Response]:
    """Return a function that asks a server and reads the answer to its end."""
    parts = urlsplit(address)

    def get(
        path: str,
        headers: dict[str, str] | None = None,
        *,
        method: str = "GET",
        body: bytes | None = None,
    ) -> Response:
        connection = http.client.HTTPConnection(parts.netloc, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers or {})
            reply = connection.getresponse()
            response = Response(reply.read(), reply.status)
            response.headers = Headers(reply.getheaders())
            return response

    return get


def pids_of_workers(server: int) -> list[int]:
    """Return the numbers of a server's query workers."""
    found = subprocess.run(
        ["ps", "-e", "-ww", "-o", "pid,ppid,args"],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split(None, 2) for line in found.stdout.splitlines()[1:]]
    web = {row[0] for row in rows if row[1] == str(server)}
    return [int(row[0]) for row in rows if row[1] in web and "worker.py" in row[2]]


@pytest.fixture
def query_workers(server: tuple[str, int]) -> Callable[[], list[int]]:
    """How to find the server's query workers."""
    return lambda: pids_of_workers(server[1])


@pytest.fixture(scope="module")
def serving() -> Callable[[Settings], AbstractContextManager[tuple[str, int]]]:
    """How to run a server for the tests of a module."""
    return serve


@pytest.fixture
def start() -> Iterator[Callable[[Settings], tuple[str, int]]]:
    """How to start a further server, which ends with the test."""
    with contextlib.ExitStack() as stack:
        yield lambda settings: stack.enter_context(serve(settings))


@pytest.fixture(scope="session")
def publish_more() -> Callable[[Path, str], None]:
    """How to publish a release with more Turtle in ``facts``."""
    return lambda data, extra: make_release(data, extra=extra)


@pytest.fixture
def own_data(data: Path, tmp_path: Path) -> Path:
    """A copy of the data folder that a test may change."""
    return Path(shutil.copytree(data, tmp_path / "data"))


@pytest.fixture(scope="session")
def make_client() -> Callable[[str], Callable[..., Response]]:
    """How to make a client of a further server."""
    return make_get


@pytest.fixture
def workers_of() -> Callable[[int], list[int]]:
    """How to find the query workers of a further server."""
    return pids_of_workers
