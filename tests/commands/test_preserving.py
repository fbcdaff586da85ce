"""A data folder is backed up and restored, as the manual of operators says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from hiwar.graph.release import current_release
from tests.commands.conftest import DOCS, assert_one_line, assert_wrong_usage, call
from tests.graph.backup.conftest import held

QUERY = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"


def back_up_section() -> str:
    text = DOCS.joinpath("operators.md").read_text("utf-8")
    return text.split("## Back up")[1].split("\n## ")[0]


@pytest.mark.slow
def test_the_commands_of_the_manual_bring_a_damaged_folder_back(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = "".join(re.findall(r"^    .*\n", back_up_section(), re.MULTILINE))
    lines = [shlex.split(line, comments=True) for line in block.splitlines()]
    assert [words[:2] for words in lines] == [
        ["hiwar", "backup"],
        ["hiwar", "restore"],
    ]
    monkeypatch.chdir(tmp_path)
    shutil.copytree(data, tmp_path / "hiwar-data")
    before = held(data)
    answer = call("query", QUERY).stdout
    assert answer
    said = call(*lines[0][1:])
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    store = current_release(tmp_path / "hiwar-data").store_path
    for path in store.glob("*.sst"):
        path.write_bytes(b"damaged")
    assert call("query", QUERY).returncode == 1
    assert_one_line(call(*lines[1][1:]), "is not empty", "docs/errors.md#backup")
    shutil.rmtree(tmp_path / "hiwar-data")
    assert call(*lines[1][1:]).returncode == 0
    assert held(tmp_path / "hiwar-data") == before
    assert call("query", QUERY).stdout == answer


def test_what_cannot_be_backed_up_or_restored_gets_one_line(
    tmp_path: Path, data: Path
) -> None:
    page = "docs/errors.md#backup"
    (tmp_path / "mine").mkdir()
    there = call("backup", tmp_path / "mine", "--data", data)
    assert_one_line(there, "is there already", page)
    none = call("backup", tmp_path / "one", "--data", tmp_path / "none")
    assert_one_line(none, "hiwar build", "docs/errors.md#release")
    foreign = call("restore", data, "--data", tmp_path / "new")
    assert_one_line(foreign, str(data), "is no backup", page)
    assert_one_line(call("restore", tmp_path / "no", "--data", tmp_path / "new"), page)
    assert not (tmp_path / "new").exists()
    for command in ("backup", "restore"):
        assert_wrong_usage(call(command), "Missing argument")


def test_what_the_manual_says_to_back_up_is_enough_to_go_on_with(
    tmp_path: Path, data: Path
) -> None:
    said = back_up_section().split("copy ")[1].split(".")[0]
    restored = tmp_path / "restored"
    for name in re.findall(r"`(\w+)/?`", said):
        if (data / name).is_dir() and not (data / name).is_symlink():
            shutil.copytree(data / name, restored / name, symlinks=True)
        else:
            shutil.copy(data / name, restored / name, follow_symlinks=False)
    first = current_release(restored).manifest["documents"][0]["name"]
    result = call("remove", first, "--data", restored)
    assert (result.returncode, result.stderr) == (0, "")
