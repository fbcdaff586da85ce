"""How long a search takes, beside a scan with CONTAINS for the same words, in one run.

Both go through the same worker, over the same generated triples, in turn; both must
find the same. The ratios are what to compare over time, since they depend little on
the machine. Run it with ``make bench-search``.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from hiwar.graph.namespaces import BASE, HIWAR, OA, RDF, RDFS, SEARCH
from hiwar.graph.search import INDEX_NAME
from hiwar.graph.search.index import Field
from hiwar.graph.search.writing import write_index
from hiwar.server.frames import Job
from hiwar.server.pool import Pool
from hiwar.settings import Settings

LEAST_RATIO: Final = 5.0
"""How many times faster than a scan each search must be, or the run fails."""

_VERSION: Final = "2026-01-01.1"
_SYLLABLES: Final = tuple(a + b for a in "bdfglmnprstvz" for b in "aiu")
_LANGUAGES: Final = ("en", "fr", "sv", "ar")
_QUOTE: Final = f"?thing <{OA.hasSelector}>/<{OA.exact}> ?text"
_LABEL: Final = f"?thing <{RDFS.label}> ?text"


def main() -> int:
    """Print the figures; return 1 where a search finds other things, or is slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        sys.stdout.write(f"{_make_release(data, arguments.triples)}\n")
        settings = Settings(data=data, query_deadline_s=120, query_workers=1)
        with Pool(settings) as pool:
            return max(
                _compare(pool, field, words, arguments.rounds)
                for field, words in (
                    (Field.QUOTE, [5000]),
                    (Field.QUOTE, [500]),
                    (Field.QUOTE, [50, 60]),
                    (Field.LABEL, [5000]),
                    (Field.LABEL, [500]),
                    (Field.LABEL, [5, 6]),
                )
            )


def _compare(pool: Pool, field: Field, ranks: list[int], rounds: int) -> int:
    """Print how long both ways take for the words of some ranks."""
    words = [_word(rank) for rank in ranks]
    pattern = _QUOTE if field is Field.QUOTE else _LABEL
    filters = "".join(f'FILTER(CONTAINS(?text, "{word}"))' for word in words)
    queries = {
        "search": f'?thing <{SEARCH[field.value]}> ("{" ".join(words)}" 1000)',
        "scan": f"{pattern} {filters}",
    }
    times: dict[str, list[float]] = {name: [] for name in queries}
    found: dict[str, set[str]] = {}
    for _ in range(rounds):
        for name, where in queries.items():
            started = time.perf_counter()
            rows = _ask(pool, f"SELECT DISTINCT ?thing {{ {where} }}")
            times[name].append((time.perf_counter() - started) * 1000)
            found[name] = rows
    search, scan = (statistics.median(times[name]) for name in ("search", "scan"))
    is_same = found["search"] == found["scan"]
    sys.stdout.write(
        f"{field.value:6}{'+'.join(map(str, ranks)):8}{len(found['scan']):6} found"
        f"{search:9.2f} ms{scan:10.1f} ms{scan / search:9.0f} times"
        f"{'' if is_same else '  DIFFERENT'}\n"
    )
    return int(not is_same or scan / search < LEAST_RATIO)


def _ask(pool: Pool, query: str) -> set[str]:
    job = Job(query, "solutions", "json", 120, BASE)
    answer = json.loads(b"".join(pool.ask(job)))
    return {row["thing"]["value"] for row in answer["results"]["bindings"]}


def _make_release(data: Path, triples: int) -> str:
    """Write what a worker opens; return how long it took and how large it is."""
    folder = data / "releases" / _VERSION
    folder.mkdir(parents=True)
    store = ox.Store(str(folder / "store"))
    store.bulk_extend(_quads(triples))
    store.flush()
    store.optimize()
    quads = list(store)
    started = time.perf_counter()
    write_index(folder / INDEX_NAME, quads)
    seconds = time.perf_counter() - started
    (folder / "manifest.json").write_text(json.dumps({"version": _VERSION}))
    (data / "current").write_text(f"{_VERSION}\n")
    size = (folder / INDEX_NAME).stat().st_size / 1e6
    stored = sum(item.stat().st_size for item in (folder / "store").iterdir()) / 1e6
    return (
        f"{len(quads):,} triples; index written in {seconds:.1f} s,"
        f" {size:.0f} MB beside a store of {stored:.0f} MB"
    )


def _quads(triples: int) -> Iterator[ox.Quad]:
    """Yield meetings with names in four languages, and evidence with sentences."""
    chance = random.Random(7)
    ranks = range(1, 20_000)
    weights = [1 / rank for rank in ranks]
    pool = chance.choices(ranks, weights, k=200_000)
    written = number = 0
    while written < triples:
        meeting = _iri(f"id/meeting/m{number}")
        quads = [_quad(meeting, RDF.type, ox.NamedNode(HIWAR.Meeting))]
        for language in _LANGUAGES:
            name = " ".join(map(_word, chance.choices(pool, k=4)))
            quads.append(
                _quad(meeting, RDFS.label, ox.Literal(name, language=language))
            )
        for part in range(3):
            evidence = _iri(f"id/evidence/e{number}-{part}")
            selector = _iri(f"id/evidence/e{number}-{part}-quote")
            text = " ".join(map(_word, chance.choices(pool, k=25)))
            quads += [
                _quad(evidence, RDF.type, ox.NamedNode(HIWAR.Evidence)),
                _quad(evidence, OA.hasSource, _iri(f"id/document/d{number // 20}")),
                _quad(evidence, OA.hasSelector, selector),
                _quad(selector, RDF.type, ox.NamedNode(OA.TextQuoteSelector)),
                _quad(selector, OA.exact, ox.Literal(text)),
            ]
        yield from quads
        written += len(quads)
        number += 1


def _word(rank: int) -> str:
    """Return the word of a rank; none is a part of another one, or sounds like it."""
    syllables = []
    for _ in range(3):
        rank, part = divmod(rank, len(_SYLLABLES))
        syllables.append(_SYLLABLES[part])
    return f"w{''.join(syllables)}x"


def _iri(name: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + name)


def _quad(
    subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal
) -> ox.Quad:
    return ox.Quad(subject, ox.NamedNode(predicate), value, _iri("graph/facts"))


if __name__ == "__main__":
    sys.exit(main())
