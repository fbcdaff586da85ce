"""The command line as people call it, and a release that its commands ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]

DOCS = (
    Path(os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[2]))
    / "docs"
)
TEXT = "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo in 2025.\n"


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the packaged briefs."""
    folder = tmp_path_factory.mktemp("cli") / "data"
    assert call("build", "--data", folder).returncode == 0
    return folder


@pytest.fixture
def run(data: Path) -> Run:
    """Call a command with that release."""

    def run_with_data(*arguments: object, **options: object) -> Result:
        return call(*arguments, "--data", data, **options)

    return run_with_data


def call(*arguments: object, **environment: object) -> Result:
    """Call hiwar in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hiwar", *map(str, arguments)],
        env=os.environ | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def assert_one_line(result: Result, *parts: str) -> None:
    """Fail unless the call was refused, with one line that has these parts."""
    assert result.returncode == 1, result
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("hiwar: ")
    for part in parts:
        assert part in lines[0]


def assert_wrong_usage(result: Result, part: str) -> None:
    """Fail unless the call was wrong usage, and was told so."""
    assert result.returncode == 2
    assert part in result.stderr
    assert "Traceback" not in result.stderr


def make_empty(path: Path) -> None:
    path.write_bytes(b"")
