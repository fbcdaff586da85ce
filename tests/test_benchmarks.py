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


@pytest.mark.slow
@pytest.mark.skipif(not BENCHMARK.is_file(), reason="benchmarks are in the repository")
def test_more_rules_do_not_make_reading_slower_than_trying_them_all() -> None:
    result = subprocess.run(
        [sys.executable, BENCHMARK, "--rounds", "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    # 1 says that this machine, now, is beyond the limit in milliseconds
    assert result.returncode in (0, 1), result.stderr
    ratios = dict(
        re.findall(r"^(\w[\w ]+?) +[\d.]+ ms .* ([\d.]+)$", result.stdout, re.M)
    )
    assert float(ratios["reading"]) == 1.0
    assert float(ratios["trying each rule on each sentence"]) > 1.0
    memory = re.search(r"memory at most +(\d+) MB", result.stdout)
    assert memory
    assert int(memory[1]) < 300


@pytest.mark.slow
@pytest.mark.skipif(not SEARCH.is_file(), reason="benchmarks are in the repository")
def test_a_search_finds_what_a_scan_finds_and_sooner() -> None:
    result = subprocess.run(
        [sys.executable, SEARCH, "--rounds", "3", "--triples", "50000"],
        capture_output=True,
        text=True,
        check=False,
    )
    # 1 says that so few triples are scanned almost as soon
    assert result.returncode in (0, 1), result.stderr
    assert "DIFFERENT" not in result.stdout
    ratios = [int(ratio) for ratio in re.findall(r"(\d+) times$", result.stdout, re.M)]
    assert len(ratios) == 6
    assert max(ratios) > 1


@pytest.mark.slow
@pytest.mark.skipif(not EXPORT.is_file(), reason="benchmarks are in the repository")
def test_a_network_is_written_in_every_format_within_bounds() -> None:
    result = subprocess.run(
        [sys.executable, EXPORT, "--edges", "20000"],
        capture_output=True,
        text=True,
        check=False,
    )
    # 1 says that so few edges do not fill what is kept in memory
    assert result.returncode in (0, 1), result.stderr
    found = re.findall(r"^ +([\d,]+) edges .* (\d+) MB of memory", result.stdout, re.M)
    assert [count for count, _ in found] == ["2,000", "20,000"]
    assert all(int(memory) < 200 for _, memory in found)
