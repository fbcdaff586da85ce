"""The command line before any command runs, and the one line of a refusal."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import (
    assert_one_line,
    assert_wrong_usage,
    call,
)


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\nfrom hiwar.cli import cli\n"
        "cli(['--help'], standalone_mode=False)\n"
        "heavy = {'rdflib', 'pyoxigraph', 'flask', 'lxml', 'pyshacl', 'owlready2'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["nothing"], "No such command 'nothing'"),
        (["build", "--fast"], "No such option"),
        (["add"], "Missing argument"),
        (["query"], "Missing argument"),
        (["extract", "a.txt", "--format", "prose"], "'prose' is not one of"),
        (["serve", "--port", "99999"], "99999 is not in the range"),
        (["extract", "a/x.txt", "b/x.html"], "same stem 'x'"),
        (["extract", "a.txt", "--format", "html"], "without --explain"),
        (["extract", "a.txt", "--explain", "--format", "turtle"], "with --explain"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], part: str) -> None:
    assert_wrong_usage(call(*arguments), part)


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "ASK {}"],
        ["dump"],
        ["export"],
        ["validate"],
        ["remove", "a"],
        ["serve"],
    ],
)
def test_without_a_release_the_line_says_how_to_make_one(
    tmp_path: Path, arguments: list[str]
) -> None:
    result = call(*arguments, "--data", tmp_path)
    assert_one_line(result, "hiwar build", "docs/errors.md#release")
