"""The files to deploy with say what is there."""

import os
import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from hiwar.settings import Settings

ROOT = Path(os.environ.get("HIWAR_REPOSITORY", Path(__file__).parents[1]))
DOCS = Path(__file__).parents[1] / "docs"
FILES = [ROOT / "deploy" / name for name in ("Containerfile", "hiwar.service")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_every_setting_that_is_set_is_one(path: Path) -> None:
    known = {f"HIWAR_{item.name.upper()}" for item in fields(Settings)}
    named = set(re.findall(r"\bHIWAR_[A-Z_]+", path.read_text("utf-8")))
    assert named
    assert named <= known


def test_the_container_copies_files_that_are_there() -> None:
    text = FILES[0].read_text("utf-8")
    copied = re.findall(r"^COPY (\S+) ", text, re.MULTILINE)
    assert copied
    assert all((ROOT / name).exists() for name in copied)


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    # the program of the unit is not there; any other will do
    text = FILES[1].read_text("utf-8")
    unit = tmp_path / "hiwar.service"
    unit.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", text))
    done = subprocess.run([program, "verify", unit], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["operators.md", "threats.md"])
def test_the_pages_name_what_is_there(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    for path in re.findall(r"`(tests/[\w/.]+)`", text):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\((?!http)([\w/.-]+)(?:#[\w-]+)?\)", text):
        assert (ROOT / "docs" / path).exists(), path
    known = {item.name for item in fields(Settings)}
    for setting in re.findall(r"HIWAR_([A-Z_]+)", text):
        assert setting.lower() in known
