"""Run all contenders on the same store and print the figures, with ratios to native.

``make bench-serve`` runs it; each server runs alone, in turn, and the turns are
repeated, so that what else the machine does falls on all of them.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.serving.contenders import CONTENDERS, Contender, running
from benchmarks.serving.dataset import (
    FOUR_MS,
    HUNDRED_THOUSAND,
    POINTS,
    REPEATED,
    make_store,
)
from benchmarks.serving.load import ask_many, ask_one
from benchmarks.serving.replacement import replacements

_BASE: Final = "https://w3id.org/hiwar/id/meeting/m"
_HEAD: Final = ("", "point/s", "p50 ms", "p99 ms", "CPU us", "4 ms/s", "p99 ms",
                "MB/s", "first ms", "repeat/s", "bad")  # fmt: skip

Row = list[float]


def main() -> int:
    """Print a table of figures and one of ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", help="the name of one contender")
    arguments = parser.parse_args()
    chosen = [c for c in CONTENDERS if arguments.only in (None, c.name)]
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "store")
        count = make_store(store, arguments.triples)
        rows: dict[str, list[Row]] = {item.name: [] for item in chosen}
        for number in range(arguments.rounds):
            for item in chosen:
                row = _measure(item, store, arguments.seconds, number)
                rows[item.name].append(row)
    sys.stdout.write(f"{count:,} triples, 8 connections, median of rounds\n")
    medians = {
        name: [statistics.median(column) for column in zip(*found, strict=True)]
        for name, found in rows.items()
    }
    _print(medians, "figures")
    first = medians.get(CONTENDERS[0].name)
    if first is not None:
        ratios = {
            name: [value / other if other else 0.0
                   for value, other in zip(row, first, strict=True)]
            for name, row in medians.items()
        }  # fmt: skip
        _print(ratios, "ratios to native")
    if "hiwar" in medians:
        with tempfile.TemporaryDirectory() as folder:
            took = replacements(Path(folder))
        sys.stdout.write(
            f"a worker that was killed was replaced after {statistics.median(took):.0f}"
            f" ms (median of {len(took)}; {max(took):.0f} at most)\n"
        )
    return int(any(row[-1] for row in medians.values()))


def _measure(item: Contender, store: Path, seconds: int, number: int) -> Row:
    """Return the figures of one contender in one round."""
    start = number * POINTS
    points = [
        f"SELECT ?p ?o {{ <{_BASE}{start + meeting}> ?p ?o }}"
        for meeting in range(POINTS)
    ]
    joins = [
        FOUR_MS.replace("DAY", f"{year}-{month:02}-15") + f" # {number} {variant}"
        for year in range(2000, 2026)
        for month in range(1, 13)
        for variant in range(30)
    ]
    with running(item, store) as (address, pid):
        ask_many(address, points[:50], pid, 1)
        point = ask_many(address, points, pid, seconds)
        join = ask_many(address, joins, pid, seconds)
        rate, first = ask_one(address, HUNDRED_THOUSAND, 5)
        repeat = ask_many(address, [REPEATED], pid, seconds)
    return [
        point.per_second, point.p50 * 1e3, point.p99 * 1e3, point.cpu * 1e6,
        join.per_second, join.p99 * 1e3, rate, first * 1e3, repeat.per_second,
        point.bad + join.bad + repeat.bad,
    ]  # fmt: skip


def _print(rows: dict[str, Row], title: str) -> None:
    head = (title, *_HEAD[1:])
    lines = [f"{head[0]:26}" + "".join(f"{name:>10}" for name in head[1:])]
    lines += [
        f"{name:26}" + "".join(f"{value:10.2f}" for value in row)
        for name, row in rows.items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
