"""The command that asks a language model: what it prints, writes and leaves alone."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from hiwar.cli import cli
from hiwar.graph.build import build
from hiwar.graph.release import current_release
from hiwar.settings import Settings

TEXT = (
    "The ministers of the region met in the capital for the talks on the border.\n\n"
    "The third ministerial conference of the Rabat Process was held in Dakar. For the"
    " third ministerial conference of the Rabat Process, Senegal threw open the port.\n"
)


class Host(BaseHTTPRequestHandler):
    """A model that proposes the host, and a state that is nowhere."""

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        document = json.loads(request["messages"][1]["content"])

        def find(word: str) -> Any:
            return next(i["id"] for i in document["entities"] if word in i["name"])

        item = {
            "subject": find("third ministerial"),
            "property": "hostedBy",
            "object": find("Senegal"),
            "sentences": [2],
            "quote": "third ministerial conference of the Rabat Process, Senegal threw",
        }
        content = json.dumps({"proposals": [item, item | {"object": "e99"}]})
        body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture
def settings(server: ThreadingHTTPServer) -> dict[str, str]:
    return {
        "HIWAR_PROPOSE_URL": f"http://127.0.0.1:{server.server_port}/v1",
        "HIWAR_PROPOSE_MODEL": "blorp-1",
        "HIWAR_PROPOSE_KEY": "zindle",
        "HIWAR_PROPOSE_LIMIT_S": "5",
    }


def run(settings: dict[str, str], *arguments: object) -> Result:
    return CliRunner().invoke(cli, ["propose", *map(str, arguments)], env=settings)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_without_an_address_one_line_says_what_to_set(text: Path) -> None:
    result = run({"HIWAR_PROPOSE_URL": "", "HIWAR_PROPOSE_MODEL": ""}, text)
    assert result.exit_code == 1
    assert "HIWAR_PROPOSE_URL" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    wrong = run({"HIWAR_PROPOSE_URL": "localhost:8000"}, text)
    assert wrong.exit_code == 1
    assert "HIWAR_PROPOSE_URL is 'localhost:8000'" in wrong.stderr


def test_what_passes_is_printed_and_written_and_what_does_not_has_its_reason(
    settings: dict[str, str], text: Path, tmp_path: Path
) -> None:
    result = run(settings, text, "--data", tmp_path / "data")
    assert result.exit_code == 0, result.stderr
    first, second = result.stdout.splitlines()
    assert first.startswith("talks.txt\tproposed\treported\t")
    assert "hostedBy\tSenegal" in first
    assert second.endswith("'e99' is no entity of the list")
    (path,) = (tmp_path / "data/proposals").glob("*.trig")
    quads = list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TRIG))
    (graph,) = {str(quad.graph_name) for quad in quads}
    assert graph.endswith("/proposed>")
    assert "zindle" not in path.read_text("utf-8") + result.output


def test_a_second_run_needs_no_server_and_gives_the_same_bytes(
    settings: dict[str, str],
    text: Path,
    tmp_path: Path,
    server: ThreadingHTTPServer,
) -> None:
    first = run(settings, text, "--data", tmp_path, "--out", tmp_path / "one")
    server.shutdown()
    server.server_close()
    second = run(settings, text, "--data", tmp_path, "--out", tmp_path / "two")
    assert (first.exit_code, first.stdout) == (second.exit_code, second.stdout)
    (one,), (two,) = ((tmp_path / name).iterdir() for name in ("one", "two"))
    assert (one.name, one.read_bytes()) == (two.name, two.read_bytes())
    text.write_text(TEXT.replace("Dakar", "Thies"), "utf-8")
    third = run(settings | {"HIWAR_PROPOSE_RETRIES": "0"}, text, "--data", tmp_path)
    assert third.exit_code == 1
    assert "docs/errors.md#proposer" in third.stderr


def test_one_document_without_an_answer_does_not_stop_the_next(
    settings: dict[str, str], text: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "none.txt"
    result = run(settings, missing, text, "--data", tmp_path / "data")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "talks.txt\tproposed" in result.stdout


@pytest.mark.slow
def test_proposals_are_in_no_release_and_have_its_names(
    settings: dict[str, str], text: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    before = build([text], data, Settings())
    assert run(settings, text, "--data", data).exit_code == 0
    after = build([text], data, Settings())
    assert after.manifest["graphs"] == before.manifest["graphs"]
    names = current_release(data).open_store().names()
    assert not any("proposed" in name for name in names)
    (document,) = (name for name in names if name.startswith("document/"))
    assert (data / f"proposals/{document.partition('/')[2]}.trig").is_file()
