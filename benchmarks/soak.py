"""The server at full load, while its workers are killed and releases are published.

Each release says its own number in every triple, so that a wrong, mixed or cut answer
shows. ``make soak`` runs it for ten minutes; it ends with 1 if any answer was wrong, a
process was lost that should not be, or memory, files or processes kept growing.
"""

import argparse
import contextlib
import csv
import http.client
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from rdflib import Graph, Literal, URIRef

from hiwar.graph.publication import Content, publish

_THINGS: Final = 3000
_CLIENTS: Final = 8
_KEPT_RELEASES: Final = 4
_VALUE: Final = "https://example.org/value"
_ALL: Final = f"SELECT ?s ?v {{ ?s <{_VALUE}> ?v }}"
_COUNT: Final = f"SELECT (COUNT(*) AS ?n) (MIN(?v) AS ?v) {{ ?s <{_VALUE}> ?v }}"
_SLOW: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_DAY: Final = "2026-01-01"


@dataclass(slots=True)
class Tally:
    """What the clients have seen; one lock for all of them."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, what: str, fault: str = "") -> None:
        """Count something seen, and keep what was wrong with it."""
        with self.lock:
            self.counts[what] += 1
            if fault and len(self.wrong) < 20:
                self.wrong.append(f"{what}: {fault}")


def main() -> int:
    """Run the load; print what was seen, and what grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    seconds = parser.parse_args().seconds
    tally, stop = Tally(), threading.Event()
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as (where, pid):
        clients = [
            threading.Thread(target=_ask, args=(where, tally, stop, number))
            for number in range(_CLIENTS)
        ]
        others = [
            threading.Thread(target=_kill, args=(pid, tally, stop)),
            threading.Thread(target=_publish, args=(Path(folder), tally, stop)),
        ]
        whole = _settled(pid)
        for thread in (*clients, *others):
            thread.start()
        time.sleep(min(20.0, seconds / 3))
        # while workers are killed, too few may stand at any one moment
        early = _footprint(pid) | {"processes": whole}
        time.sleep(max(0.0, seconds - min(20.0, seconds / 3)))
        stop.set()
        for thread in (*clients, *others):
            thread.join()
        time.sleep(2)
        late = _footprint(pid)
    return _report(tally, early, late)


def _report(tally: Tally, early: dict[str, int], late: dict[str, int]) -> int:
    """Print the figures; return 1 if anything was wrong."""
    grown = [
        f"{name} grew from {early[name]} to {late[name]}"
        for name, spare in (("megabytes", 100), ("files", 20), ("processes", 1))
        if late[name] > early[name] * 1.2 + spare
    ]
    lines = [f"{name}: {count}" for name, count in sorted(tally.counts.items())]
    lines += [f"{name}: {early[name]} early, {late[name]} late" for name in early]
    lines += [f"WRONG {item}" for item in (*tally.wrong, *grown)]
    sys.stdout.write("\n".join(lines) + "\n")
    enough = all(tally.counts[name] for name in ("whole", "killed", "published"))
    return int(bool(tally.wrong or grown) or not enough)


@contextlib.contextmanager
def _served(data: Path) -> Iterator[tuple[str, int]]:
    """Publish a first release and serve it in a process of its own."""
    _release(data, 1)
    environ = os.environ | {
        "HIWAR_CLIENT_SECONDS": "0",
        "HIWAR_CLIENT_ERRORS": "0",
        "HIWAR_QUERY_DEADLINE_S": "2",
        "HIWAR_REQUEST_LOG": "",
        "HIWAR_CACHE_MB": "8",
    }
    command = [sys.executable, "-m", "hiwar", "serve", "--data", str(data)]
    process = subprocess.Popen(
        [*command, "--port", "0"],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    output = process.stdout
    line = output.readline()
    found = re.search(r"http://\S+", line)
    assert found is not None, line
    threading.Thread(target=lambda: list(output), daemon=True).start()
    yield found[0], process.pid
    process.terminate()
    process.wait(30)


def _release(data: Path, number: int) -> None:
    """Publish a release that says its number in every triple."""
    graph = Graph()
    for thing in range(_THINGS):
        subject = URIRef(f"https://example.org/thing/{thing}-{'x' * 40}")
        graph.add((subject, URIRef(_VALUE), Literal(number)))
    content = Content({"facts": graph}, (), "{}\n", f"# Release {number}\n")
    release = publish(data, content, _DAY)
    assert release.version == f"{_DAY}.{number}"
    for old in range(1, number - _KEPT_RELEASES):
        shutil.rmtree(data / "releases" / f"{_DAY}.{old}", ignore_errors=True)


def _publish(data: Path, tally: Tally, stop: threading.Event) -> None:
    number = 1
    while not stop.wait(3):
        number += 1
        _release(data, number)
        tally.note("published")


def _kill(pid: int, tally: Tally, stop: threading.Event) -> None:
    """Kill a query worker at random, a few times a second."""
    chance = random.Random(1)
    while not stop.wait(chance.uniform(0.1, 0.6)):
        workers = [number for number, line in _tree(pid).items() if "worker.py" in line]
        if workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(workers), signal.SIGKILL)
            tally.note("killed")


def _ask(address: str, tally: Tally, stop: threading.Event, number: int) -> None:
    """Ask one query after another, and look at each answer."""
    chance = random.Random(number)
    host = urlsplit(address).netloc
    while not stop.is_set():
        query, form = chance.choice(
            [(_ALL, "json"), (_ALL, "csv"), (_ALL, "tsv"), (_COUNT, "json"),
             (_ALL, "xml"), (_SLOW, "json")] if chance.random() < 0.1 else
            [(_ALL, "json"), (_ALL, "csv"), (_COUNT, "json")]
        )  # fmt: skip
        if chance.random() < 0.7:  # most are not to come from the cache
            query += f" # {chance.random()}"
        connection = http.client.HTTPConnection(host, timeout=60)
        try:
            connection.request("GET", f"/sparql?format={form}&query={quote(query)}")
            reply = connection.getresponse()
            body = reply.read()
        except (http.client.HTTPException, OSError) as error:
            tally.note(f"cut ({type(error).__name__})")
        else:
            what, fault = _judge(reply, body, query, form)
            tally.note(what, fault)
        finally:
            connection.close()


def _judge(
    reply: http.client.HTTPResponse, body: bytes, query: str, form: str
) -> tuple[str, str]:
    """Return what kind of answer it is, and what is wrong with it."""
    if reply.status == 503:
        kind = json.loads(body)["type"].rpartition("#")[2]
        return f"refused ({kind})", ""
    if reply.status != 200:
        return f"status {reply.status}", body[:200].decode(errors="replace")
    version = int((reply.headers["Dataset-Version"] or ".0").rpartition(".")[2])
    if query.startswith(_SLOW):
        return "whole", ""
    values = _values(body, form)
    if query.startswith(_COUNT):
        expected = [str(_THINGS), str(version)]
    else:
        expected = [str(version)] * _THINGS
    if values != expected:
        return "whole", f"{form}: {len(values)} values {sorted(set(values))[:4]}"
    return "whole", ""


def _values(body: bytes, form: str) -> list[str]:
    """Return the last columns of all rows."""
    text = body.decode()
    if form == "json":
        found = json.loads(text)["results"]["bindings"]
        names = [name for name in ("n", "v") if found and name in found[0]]
        return [row[name]["value"] for row in found for name in names]
    if form == "csv":
        return [row[-1] for row in csv.reader(io.StringIO(text))][1:]
    if form == "tsv":
        return [line.rpartition("\t")[2].strip('"') for line in text.splitlines()][1:]
    return re.findall(r'name="v"><literal[^>]*>(\d+)</literal>', text)


def _tree(pid: int) -> dict[int, str]:
    """Return the processes under one, and their command lines."""
    shown = subprocess.run(
        ["ps", "-e", "-ww", "-o", "pid,ppid,args"], capture_output=True, text=True
    ).stdout
    rows = [line.split(None, 2) for line in shown.splitlines()[1:]]
    found, queue = {}, [str(pid)]
    while queue:
        number = queue.pop()
        for row in rows:
            if row[1] == number:
                found[int(row[0])] = row[2] if len(row) > 2 else ""
                queue.append(row[0])
    return found


def _settled(pid: int) -> int:
    """Return how many processes the server has once no further one is started."""
    seen = [len(_tree(pid))]
    while len(seen) < 60 and (len(seen) < 5 or len(set(seen[-5:])) > 1):
        time.sleep(0.5)
        seen.append(len(_tree(pid)))
    return seen[-1]


def _footprint(pid: int) -> dict[str, int]:
    """Return memory, open files and number of processes of the server, less workers."""
    tree = _tree(pid)
    lasting = [pid, *(n for n, line in tree.items() if "worker.py" not in line)]
    kilobytes, files = 0, 0
    for number in lasting:
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{number}/status").read_text()
            found = re.search(r"VmRSS:\s+(\d+)", status)
            kilobytes += int(found[1]) if found else 0
            files += len(list(Path(f"/proc/{number}/fd").iterdir()))
    return {"megabytes": kilobytes // 1024, "files": files, "processes": len(tree)}


if __name__ == "__main__":
    raise SystemExit(main())
