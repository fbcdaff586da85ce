"""A small release on disk, and a real server that serves it."""

import contextlib
import http.client
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import Graph

from hiwar.graph.namespaces import bind_prefixes
from hiwar.graph.publication import Content, publish
from hiwar.server.pool import Pool
from hiwar.settings import Settings

DATA = Path(__file__).parent / "dataset"


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
        query_deadline_s=2.0,
        query_memory_mb=300,
        query_wait_s=1.0,
    )


@pytest.fixture(scope="session")
def pool(settings: Settings) -> Iterator[Pool]:
    with Pool(settings) as pool:
        yield pool


class Server:
    """A server process, and how to ask it."""

    def __init__(self, settings: Settings) -> None:
        program = (
            "from pathlib import Path; from hiwar.settings import Settings;"
            "from hiwar.server.serve import run;"
            f"run(Settings(data=Path({str(settings.data)!r}), port=0,"
            f" query_workers={settings.query_workers},"
            f" query_deadline_s={settings.query_deadline_s},"
            f" query_memory_mb={settings.query_memory_mb},"
            f" query_wait_s={settings.query_wait_s}),"
            " on_ready=lambda address: print(address, flush=True))"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        self.host, _, port = self.address[len("http://") : -1].rpartition(":")
        self.port = int(port)
        self._wait()

    def _wait(self) -> None:
        for _ in range(200):
            with contextlib.suppress(OSError):
                if self.get("/sparql?query=ASK%20%7B%7D").status == 200:
                    return
            time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def get(
        self,
        path: str,
        headers: dict[str, str] | None = None,
        *,
        method: str = "GET",
        body: bytes | None = None,
    ) -> "Reply":
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())

    def children(self) -> list[int]:
        """Return the numbers of the query workers."""
        found = subprocess.run(
            ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        )
        rows = [line.split(None, 2) for line in found.stdout.splitlines()[1:]]
        web = {row[0] for row in rows if row[1] == str(self.process.pid)}
        return [int(row[0]) for row in rows if row[1] in web and "worker.py" in row[2]]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class Reply:
    """An answer, read to its end."""

    def __init__(
        self, status: int, headers: http.client.HTTPMessage, body: bytes
    ) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self) -> str:
        return self.body.decode()


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[Server]:
    server = Server(settings)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def publish_more() -> Callable[[Path, str], None]:
    """How to publish a release with more Turtle in ``facts``."""
    return lambda data, extra: make_release(data, extra=extra)


@pytest.fixture
def own_data(data: Path, tmp_path: Path) -> Path:
    """A copy of the data folder that a test may change."""
    return Path(shutil.copytree(data, tmp_path / "data"))
