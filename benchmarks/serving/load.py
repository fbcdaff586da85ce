"""The load: wrk for many requests, one connection by hand for a large answer."""

import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

__all__ = ["Figures", "ask_many", "ask_one"]

_ACCEPT: Final = "application/sparql-results+json"
_DONE: Final = """
done = function(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.read + summary.errors.timeout
  io.write(string.format('{"requests": %d, "us": %d, "bad": %d, "p50": %f, "p99": %f}',
    summary.requests, summary.duration, bad, latency:percentile(50),
    latency:percentile(99)))
end
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one load measured; times in seconds."""

    per_second: float
    p50: float = 0.0
    p99: float = 0.0
    cpu: float = 0.0
    bad: int = 0


def ask_many(
    address: str, paths: list[str], pid: int, seconds: int, connections: int = 8
) -> Figures:
    """Ask queries in turn for some seconds; figures of requests, and CPU of each.

    Raises:
        FileNotFoundError: If wrk is not installed.
    """
    wrk = shutil.which("wrk")
    if wrk is None:
        raise FileNotFoundError("wrk is not installed; Debian has it: apt install wrk")
    parts = urlsplit(address)
    script = Path(os.environ.get("TMPDIR", "/tmp"), f"hiwar-load-{os.getpid()}.lua")
    listed = ",\n".join(json.dumps(f"{parts.path}?query={quote(p)}") for p in paths)
    script.write_text(
        f"local paths = {{{listed}}}\nlocal n = 0\n"
        f'wrk.headers["Accept"] = "{_ACCEPT}"\n'
        "request = function() n = n + 1\n"
        f"return wrk.format('GET', paths[(n * 7919) % {len(paths)} + 1]) end\n{_DONE}"
    )
    command = [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script)]
    before = cpu_of(pid)
    done = subprocess.run(
        [*command, f"{parts.scheme}://{parts.netloc}"],
        capture_output=True,
        text=True,
        check=True,
    )
    used = cpu_of(pid) - before
    script.unlink()
    found = re.search(r"\{\"requests\".*\}", done.stdout)
    assert found is not None, done.stdout
    said = json.loads(found[0])
    return Figures(
        per_second=said["requests"] / (said["us"] / 1e6),
        p50=said["p50"] / 1e6,
        p99=said["p99"] / 1e6,
        cpu=used / max(1, said["requests"]),
        bad=said["bad"],
    )


def ask_one(address: str, query: str, rounds: int) -> tuple[float, float]:
    """Return megabytes a second and seconds to the first byte: the median of each."""
    rates, firsts = [], []
    for number in range(rounds):
        # a variable of its own, so that no cache answers
        text = query.replace("LIMIT", f"VALUES ?n{number} {{ {number} }} LIMIT", 0)
        request = urllib.request.Request(
            f"{address}?query={quote(text + f' # {number}')}",
            headers={"Accept": _ACCEPT},
        )
        since = time.perf_counter()
        with urllib.request.urlopen(request, timeout=120) as answer:
            size = len(answer.read(1))
            firsts.append(time.perf_counter() - since)
            while block := answer.read(1 << 20):
                size += len(block)
        rates.append(size / 1e6 / (time.perf_counter() - since))
    return sorted(rates)[rounds // 2], sorted(firsts)[rounds // 2]


def cpu_of(pid: int) -> float:
    """Return the processor time of a process and all under it, in seconds."""
    ticks, children = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        number = int(stat.parent.name)
        children.setdefault(int(fields[1]), []).append(number)
        ticks[number] = sum(map(int, fields[11:15]))
    total, queue = 0, [pid]
    while queue:
        number = queue.pop()
        total += ticks.get(number, 0)
        queue += children.get(number, [])
    return total / os.sysconf("SC_CLK_TCK")
