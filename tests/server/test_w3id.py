"""The redirects of w3id.org, read as Apache reads them, before a real server."""

import os
import re
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from hiwar.graph.namespaces import BASE

ROOT = Path(os.environ.get("HIWAR_REPOSITORY", Path(__file__).parents[2]))
FOLDER = ROOT / "deploy" / "w3id"
PUBLIC = "https://hiwar.example.org"


def redirect(path: str) -> tuple[int, str]:
    """Return what mod_rewrite makes of a path below the folder of the file.

    It matches the decoded path without its query; flags R, L and NE are understood, and
    a query goes on where the target has none. No other directive may stand there.
    """
    path, _, query = path.partition("?")
    for line in (FOLDER / ".htaccess").read_text("utf-8").splitlines():
        words = line.split()
        if not words or words[0] in ("#", "Options", "RewriteEngine") or line[0] == "#":
            continue
        name, pattern, target, flags = words
        assert name == "RewriteRule"
        options = dict(item.partition("=")[::2] for item in flags[1:-1].split(","))
        assert set(options) == {"R", "NE", "L"}
        if found := re.search(pattern, unquote(path)):
            place = re.sub(r"\$(\d)", lambda number: found[int(number[1])], target)
            return int(options["R"]), f"{place}?{query}" if query else place
    return 404, ""


class W3id(BaseHTTPRequestHandler):
    """w3id.org, as far as this folder decides it."""

    def do_GET(self) -> None:
        status, place = redirect(self.path.removeprefix("/hiwar/"))
        self.send_response(status)
        self.send_header("Location", place)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def follow(address: str) -> Iterator[Callable[[str, str], tuple[list[int], bytes]]]:
    """How to follow a name through w3id.org to what our server gives."""
    w3id = ThreadingHTTPServer(("127.0.0.1", 0), W3id)
    threading.Thread(target=w3id.serve_forever, daemon=True).start()
    hosts = {"w3id.org": f"127.0.0.1:{w3id.server_port}"}
    hosts[urlsplit(PUBLIC).netloc] = urlsplit(address).netloc

    def follow(place: str, accept: str) -> tuple[list[int], bytes]:
        statuses: list[int] = []
        while len(statuses) < 6:
            parts = urlsplit(place)
            connection = HTTPConnection(hosts[parts.netloc], timeout=30)
            query = f"?{parts.query}" if parts.query else ""
            connection.request("GET", parts.path + query, headers={"Accept": accept})
            reply = connection.getresponse()
            statuses.append(reply.status)
            body = reply.read()
            connection.close()
            if not 300 <= reply.status < 400:
                break
            to = reply.headers["Location"]
            place = to if "://" in to else f"https://{parts.netloc}{to}"
        return statuses, body

    yield follow
    w3id.shutdown()
    w3id.server_close()


@pytest.mark.parametrize(
    ("name", "accept", "statuses", "part"),
    [
        ("id/state/EGY", "text/turtle", [302, 303, 200], b"@prefix"),
        ("id/state/EGY", "text/html", [302, 303, 200], b"<h1>"),
        ("id/meeting/old-name", "text/html", [302, 301, 303, 200], b"<h1>"),
        ("ontology", "text/turtle", [302, 200], b"@prefix"),
        ("theme/status/planned", "application/ld+json", [302, 200], b"prefLabel"),
        ("graph/facts", "application/n-triples", [302, 200], b"<https://"),
        ("releases/2026-11-21.1", "text/turtle", [302, 200], b"dcat"),
        ("sparql?query=ASK%20%7B%7D", "application/json", [302, 200], b"true"),
        ("", "text/html", [302, 200], b"<h1>"),
        ("id/state/NONE", "text/turtle", [302, 404], b"not-found"),
    ],
)
def test_every_kind_of_name_leads_to_what_it_names(
    follow: Callable[[str, str], tuple[list[int], bytes]],
    name: str,
    accept: str,
    statuses: list[int],
    part: bytes,
) -> None:
    found, body = follow(f"{BASE}{name}", accept)
    assert found == statuses
    assert part in body


def test_the_folder_says_whom_to_ask_and_names_one_host() -> None:
    for name in ("README.md", ".htaccess"):
        assert "the founders of hiwar" in (FOLDER / name).read_text("utf-8")
    rules = (FOLDER / ".htaccess").read_text("utf-8")
    assert set(re.findall(r"https?://[^/\s]+", rules)) == {PUBLIC}
