"""Each document is read alone, and what it says is printed or written."""

import json
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths
from tests.commands.conftest import (
    TEXT,
    assert_one_line,
    call,
    make_empty,
)


def test_extract_writes_a_file_for_each_document(tmp_path: Path) -> None:
    out = tmp_path / "records"
    paths = brief_paths()[:2]
    result = call("extract", *paths, "--out", out)
    assert (result.returncode, result.stdout) == (0, "")
    assert {path.name for path in out.iterdir()} == {f"{p.stem}.json" for p in paths}
    for path in out.iterdir():
        assert isinstance(json.loads(path.read_text("utf-8")), dict)


def test_extract_reads_the_others_where_one_is_refused(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    make_empty(bad)
    good.write_text(TEXT)
    result = call("extract", bad, good, "--out", tmp_path / "out")
    assert_one_line(result, "bad.txt is empty")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good.json"]


@pytest.mark.parametrize("format_name", ["record", "turtle", "table"])
def test_extract_does_not_depend_on_what_else_is_read(
    tmp_path: Path, format_name: str
) -> None:
    path, other = brief_paths()[:2]
    alone = call("extract", path, "--format", format_name)
    both = call("extract", other, path, "--format", format_name)
    assert alone.returncode == both.returncode == 0
    assert alone.stdout
    assert both.stdout.endswith(alone.stdout)


def test_extract_explains_in_plain_text_when_piped(tmp_path: Path) -> None:
    path = tmp_path / "good.txt"
    path.write_text(TEXT)
    piped = call("extract", path, "--explain")
    assert piped.returncode == 0
    assert "\x1b" not in piped.stdout
    filed = call("extract", path, "--explain", "--out", tmp_path / "out")
    assert (filed.returncode, filed.stdout) == (0, "")
    assert (tmp_path / "out/good.txt").read_text("utf-8") == piped.stdout


def test_extract_explains_several_documents_on_one_page(tmp_path: Path) -> None:
    paths = brief_paths()[:2]
    page = call("extract", *paths, "--explain", "--format", "html")
    assert page.returncode == 0
    assert page.stdout.count("<!doctype html>") == 1
    assert page.stdout.count("<main ") == 2
    options = ["--explain", "--format", "html", "--out", tmp_path]
    assert call("extract", *paths, *options).returncode == 0
    assert {p.name for p in tmp_path.iterdir()} == {f"{p.stem}.html" for p in paths}
