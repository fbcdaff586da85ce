"""The benchmarks run: reading beside every rule tried, search beside a scan, export."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(
    os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[1])
)
BENCHMARK = REPOSITORY / "benchmarks/reading.py"
SEARCH = REPOSITORY / "benchmarks/search.py"
EXPORT = REPOSITORY / "benchmarks/exporting.py"


def figures_of(program: Path, *options: str) -> str:
    """Return what a benchmark prints; 1, as of a limit passed on a small run, is fine.

    A program that ends with an exception gives 1 too.
    """
    result = subprocess.run(
        [sys.executable, program, *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in result.stderr, result.stderr
    assert result.returncode in (0, 1), result.stderr
    return result.stdout


def test_a_benchmark_that_raises_has_no_figures(tmp_path: Path) -> None:
    program = tmp_path / "raises.py"
    program.write_text("print('reading 1.0 ms')\nraise ValueError\n", "utf-8")
    with pytest.raises(AssertionError, match="ValueError"):
        figures_of(program)


@pytest.mark.slow
@pytest.mark.skipif(not BENCHMARK.is_file(), reason="benchmarks are in the repository")
def test_more_rules_do_not_make_reading_slower_than_trying_them_all() -> None:
    # 1 says that this machine, now, is beyond the limit in milliseconds
    output = figures_of(BENCHMARK, "--rounds", "3")
    ratios = dict(re.findall(r"^(\w[\w ]+?) +[\d.]+ ms .* ([\d.]+)$", output, re.M))
    assert float(ratios["reading"]) == 1.0
    assert float(ratios["trying each rule on each sentence"]) > 1.0
    memory = re.search(r"memory at most +(\d+) MB", output)
    assert memory
    assert int(memory[1]) < 300


@pytest.mark.slow
@pytest.mark.skipif(not SEARCH.is_file(), reason="benchmarks are in the repository")
def test_a_search_finds_what_a_scan_finds_and_sooner() -> None:
    # 1 says that so few triples are scanned almost as soon
    output = figures_of(SEARCH, "--rounds", "3", "--triples", "50000")
    assert "DIFFERENT" not in output
    ratios = [int(ratio) for ratio in re.findall(r"(\d+) times$", output, re.M)]
    assert len(ratios) == 6
    assert max(ratios) > 1


@pytest.mark.slow
@pytest.mark.skipif(not EXPORT.is_file(), reason="benchmarks are in the repository")
def test_a_network_is_written_in_every_format_within_bounds() -> None:
    # 1 says that so few edges do not fill what is kept in memory
    output = figures_of(EXPORT, "--edges", "20000")
    found = re.findall(r"^ +([\d,]+) edges .* (\d+) MB of memory", output, re.M)
    assert [count for count, _ in found] == ["2,000", "20,000"]
    assert all(int(memory) < 200 for _, memory in found)
