"""The servers that are compared, each a process tree of its own over one store."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["CONTENDERS", "Contender", "running"]

_HERE: Final = Path(__file__).parent
_VERSION: Final = "2026-01-01.1"


@dataclass(frozen=True, slots=True)
class Contender:
    """A server: its name, and the command that starts it."""

    name: str
    command: tuple[str, ...]
    path: str = "/sparql"


_BIN: Final = str(Path(sys.executable).parent)
CONTENDERS: Final = (
    Contender("native oxigraph", (
        f"{_BIN}/oxigraph", "serve-read-only", "--location", "STORE",
        "--bind", "127.0.0.1:PORT", "--union-default-graph"), "/query"),
    Contender("hiwar", (f"{_BIN}/hiwar", "serve", "--data", "DATA", "--port", "PORT")),
    Contender("flask without isolation", (
        f"{_BIN}/gunicorn", "--bind", "127.0.0.1:PORT", "--worker-class", "gthread",
        "--workers", "1", "--threads", "16", "--no-control-socket",
        "benchmarks.serving.bare:make_app('STORE')")),
    Contender("rdflib-endpoint", (
        f"{_BIN}/uvicorn", "--host", "127.0.0.1", "--port", "PORT", "--factory",
        "--log-level", "warning", "benchmarks.serving.peer:make_app")),
)  # fmt: skip


@contextlib.contextmanager
def running(contender: Contender, store: Path) -> Iterator[tuple[str, int]]:
    """Run a server; give the address of its endpoint and its process."""
    port = _free_port()
    data = store.parent / "data"
    _as_release(store, data)
    names = {"STORE": str(store), "DATA": str(data), "PORT": str(port)}
    command = [_fill(part, names) for part in contender.command]
    environ = os.environ | {
        "HIWAR_CLIENT_SECONDS": "0",
        "HIWAR_CLIENT_ERRORS": "0",
        "HIWAR_REQUEST_LOG": "",
        "BENCH_STORE": str(store),
        "PYTHONPATH": str(_HERE.parents[1]),
    }
    process = subprocess.Popen(
        command,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}{contender.path}"
    try:
        _wait(address, process)
        yield address, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _as_release(store: Path, data: Path) -> None:
    """Make a data folder whose release is the store, linked and not copied."""
    release = data / "releases" / _VERSION
    if release.exists():
        return
    release.mkdir(parents=True)
    (release / "store").symlink_to(store)
    manifest = {"version": _VERSION, "graphs": {}, "files": {}, "triples": 0}
    (release / "manifest.json").write_text(json.dumps(manifest))
    (data / "current").write_text(_VERSION)


def _fill(part: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        part = part.replace(name, value)
    return part


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers."""
    until = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=10):
                return
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)
