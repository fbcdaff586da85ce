"""How long it takes until a worker that was killed has a successor."""

import os
import signal
import time
from pathlib import Path
from typing import Final

from rdflib import Graph, Literal, URIRef

from hiwar.graph.publication import Content, publish
from hiwar.server.pool import Pool
from hiwar.settings import Settings

__all__ = ["replacements"]

_ROUNDS: Final = 25


def replacements(folder: Path) -> list[float]:
    """Kill idle workers, one after another.

    Returns:
        The milliseconds from each signal until as many workers were idle as before.
    """
    graph = Graph()
    graph.add(
        (URIRef("https://example.org/a"), URIRef("https://example.org/b"), Literal(1))
    )
    publish(folder, Content({"facts": graph}, (), "{}\n", "# Report\n"), "2026-01-01")
    settings = Settings(data=folder, request_log="")
    size = settings.query_workers + 2
    took = []
    with Pool(settings) as pool:
        _await(pool, 0, size)
        for _ in range(_ROUNDS):
            starts = pool.starts
            os.kill(pool.idle_pids()[0], signal.SIGKILL)
            since = time.perf_counter()
            _await(pool, starts, size)
            took.append((time.perf_counter() - since) * 1e3)
            time.sleep(0.3)
    return took


def _await(pool: Pool, starts: int, size: int) -> None:
    while pool.starts <= starts or pool.census()["idle"] < size:
        time.sleep(0.001)
