"""What the wheel holds and installs, and what the tree promises beside it."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(
    os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[1])
)
FOLDERS = ("graph", "ontology", "server", "shapes")
LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-bench.txt")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    command += ["--outdir", str(out), str(REPOSITORY)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = out.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def _files(folder: str) -> Iterator[str]:
    """Return the files of a folder of the tree, as the wheel should name them."""
    for path in (REPOSITORY / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            inside = path.relative_to(REPOSITORY).as_posix()
            yield inside if folder == "hiwar" else f"hiwar/{inside}"


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_folders(wheel: zipfile.ZipFile) -> None:
    expected = {name for folder in (*FOLDERS, "hiwar") for name in _files(folder)}
    assert len(expected) > 50
    found = {name for name in wheel.namelist() if name.startswith("hiwar/")}
    assert found == expected


@pytest.mark.slow
def test_the_wheel_holds_data_of_every_kind(wheel: zipfile.ZipFile) -> None:
    suffixes = {Path(name).suffix for name in wheel.namelist()}
    data = {".ttl", ".rq", ".csv", ".toml", ".txt", ".html", ".css", ".js", ".md"}
    assert suffixes >= data


@pytest.mark.slow
def test_the_wheel_installs_the_one_name_hiwar(
    wheel: zipfile.ZipFile, project: dict[str, Any]
) -> None:
    version = project["project"]["version"]
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"hiwar", f"hiwar-{version}.dist-info"}


@pytest.mark.slow
def test_the_wheel_holds_both_licences(wheel: zipfile.ZipFile) -> None:
    names = {name.split("/licenses/")[-1] for name in wheel.namelist()}
    assert names >= {"LICENSE", "LICENSES/CC-BY-4.0.txt"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_link_in_the_import_name_leads_to_the_folder(folder: str) -> None:
    link = REPOSITORY / "hiwar" / folder
    assert link.is_symlink()
    assert link.readlink() == Path("..", folder)
    assert (link / "__init__.py").is_file()


def test_the_version_is_the_same_everywhere(project: dict[str, Any]) -> None:
    version = project["project"]["version"]
    module = (REPOSITORY / "hiwar/__init__.py").read_text("utf-8")
    assert f'__version__ = "{version}"' in module
    assert f"\n## [{version}]" in (REPOSITORY / "CHANGELOG.md").read_text("utf-8")


def _requirements(project: dict[str, Any]) -> set[str]:
    groups = project["dependency-groups"].values()
    named = [item for group in groups for item in group if isinstance(item, str)]
    every = [*project["project"]["dependencies"], *named]
    return {re.split(r"[^A-Za-z0-9_.-]", item)[0] for item in every}


def test_every_dependency_is_named_with_its_reason(project: dict[str, Any]) -> None:
    text = (REPOSITORY / "docs/dependencies.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|", text, re.MULTILINE))
    assert named == _requirements(project)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_with_hashes_and_names_no_index(lock: str) -> None:
    text = (REPOSITORY / lock).read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_locks_agree_and_have_every_dependency(project: dict[str, Any]) -> None:
    run, test, bench = (
        dict(
            re.findall(r"^([a-z0-9.-]+)==(\S+)", (REPOSITORY / lock).read_text(), re.M)
        )
        for lock in LOCKS
    )
    assert run.items() <= test.items()
    assert all(run[name] == bench[name] for name in run.keys() & bench.keys())
    assert {name.lower() for name in _requirements(project)} <= set(test) | set(bench)
