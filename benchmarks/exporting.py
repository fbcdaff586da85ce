"""How much memory a network takes to write: for a million edges as for a tenth of them.

Each network is made in one process, drawn and written in every format in another one,
whose memory is measured. The ratio that must hold is in `LIMIT`. Run it with
``make bench-export``.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import pyoxigraph as ox

from hiwar.graph.export import write_picture
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.scene import Scene
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.namespaces import HIWAR, RDF, graph_iri, thing_iri
from hiwar.graph.store import OxigraphStore

LIMIT: Final = 2.0
"""How much more memory ten times the edges may take."""

FORMATS: Final = ("graphml", "gexf", "cyjs", "cx2", "edges", "nodes", "dot")
_STATES: Final = 200


def main() -> int:
    """Print the figures; return 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--step", choices=["fill", "write"], help=argparse.SUPPRESS)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step == "fill":
        fill(arguments.store, arguments.edges)
    elif arguments.step == "write":
        sys.stdout.write(write(arguments.store))
    else:
        return _compare(arguments.edges)
    return 0


def _compare(edges: int) -> int:
    memory = []
    for count in (edges // 10, edges):
        with tempfile.TemporaryDirectory() as folder:
            _run("fill", Path(folder), count)
            begin = time.monotonic()
            found = _run("write", Path(folder), count).split()
            seconds = time.monotonic() - begin
        memory.append(float(found[0]))
        sys.stdout.write(
            f"{int(found[1]):>9,} edges {float(found[2]):8.1f} MB written"
            f" {memory[-1]:8.0f} MB of memory {seconds:7.1f} s\n"
        )
        sys.stdout.flush()
    ratio = memory[1] / memory[0]
    sys.stdout.write(f"memory for ten times the edges {ratio:6.2f} times\n")
    return int(ratio > LIMIT)


def _run(step: str, folder: Path, edges: int) -> str:
    command = [sys.executable, __file__, "--step", step, "--store", str(folder / "s")]
    done = subprocess.run(
        [*command, "--edges", str(edges)], check=True, capture_output=True, text=True
    )
    return done.stdout


def fill(path: Path, edges: int) -> None:
    """Make a store of meetings with participants, each stated by one statement."""
    store = ox.Store(str(path))
    store.bulk_extend(quads(edges))
    store.flush()


def quads(edges: int) -> Iterator[ox.Quad]:
    """Return the quads of a network of so many edges."""
    facts, document = _node(graph_iri("facts")), _node(graph_iri("document/a"))
    a, has = _node(RDF.type), _node(HIWAR.hasParticipant)
    parts = [_node(item) for item in (RDF.subject, RDF.predicate, RDF.object)]
    for number in range(edges):
        meeting = _node(thing_iri("meeting", f"m{number // _STATES}"))
        state = _node(thing_iri("state", f"S{number % _STATES}"))
        statement = _node(thing_iri("statement", f"s{number}"))
        if number % _STATES == 0:
            yield ox.Quad(meeting, a, _node(HIWAR.Meeting), facts)
        yield ox.Quad(meeting, has, state, facts)
        for part, value in zip(parts, (meeting, has, state), strict=True):
            yield ox.Quad(statement, part, value, document)


def write(path: Path) -> str:
    """Draw a store, write it in every format, and return what that took."""
    picture = draw(Scene.of_store(OxigraphStore(path, read_only=True)))
    with tempfile.TemporaryFile() as file:
        output: BinaryIO = file
        for name in FORMATS:
            write_picture(picture, find_format(name, Answer.PICTURE), output)
        megabytes = output.tell() / 1e6
    return f"{_peak_mb()} {len(picture.edges)} {megabytes}"


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _peak_mb() -> float:
    """Return the most memory that this process had, not the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
