"""How long reading takes: a document and core, beside two simpler ways in the same run.

The figure that must hold is in `LIMIT_MS`; the ratios are what to compare over time,
since they depend little on the machine. Run it with ``make bench-read``.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sentencex import get_sentence_boundaries

from hiwar.graph.briefs import brief_paths
from hiwar.graph.mentions import annotate
from hiwar.graph.reading import read_file
from hiwar.graph.text.layout import Layout, lay_out
from hiwar.graph.text.source import load_source
from hiwar.settings import Settings

LIMIT_MS = 25
LIMIT_MB = 300


def main() -> int:
    """Print the figures; return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, help="documents, else the briefs"
    )
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    files: list[Path] = arguments.files or list(brief_paths())
    layouts = [lay_out(load_source(file, Settings())) for file in files]
    ways: dict[str, Callable[[], None]] = {
        "reading": lambda: _read(files),
        "splitting into sentences alone": lambda: _split(layouts),
        "trying each rule on each sentence": _trial(layouts),
    }
    times = {name: _time_ms(way, arguments.rounds, files) for name, way in ways.items()}
    memory_mb = _peak_mb()
    characters = sum(len(layout.source.text) for layout in layouts)
    lines = [f"{len(files)} documents of {characters // len(files):,} characters"]
    lines += [
        f"{name:36}{value:8.2f} ms a document{value / times['reading']:8.2f}"
        for name, value in times.items()
    ]
    lines.append(f"{'memory at most':36}{memory_mb:8.0f} MB")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(times["reading"] > LIMIT_MS or memory_mb > LIMIT_MB)


def _peak_mb() -> float:
    """Return the most memory that this process had, not the one that started it.

    ``getrusage`` counts what a process had before it became this program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _time_ms(way: Callable[[], None], rounds: int, files: list[Path]) -> float:
    """Return the median processor time of a way, after one round to warm up."""
    way()
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        way()
        times.append(time.process_time() - begin)
    return statistics.median(times) / len(files) * 1000


def _read(files: list[Path]) -> None:
    for file in files:
        read_file(file)


def _split(layouts: list[Layout]) -> None:
    for layout in layouts:
        get_sentence_boundaries(layout.source.language, layout.source.text)


def _trial(layouts: list[Layout]) -> Callable[[], None]:
    """Return the rules' patterns run over sentences that are rendered already."""
    annotations = [annotate(layout) for layout in layouts]

    def run() -> None:
        for annotation in annotations:
            for item in annotation.sentences:
                for rule in annotation.layout.rules.rules:
                    for _ in rule.pattern.finditer(item.rendered.text):
                        pass

    return run


if __name__ == "__main__":
    sys.exit(main())
