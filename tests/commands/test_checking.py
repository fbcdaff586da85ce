"""What is there is checked: check, validate."""

from pathlib import Path

import pytest

from tests.commands.conftest import (
    DOCS,
    Run,
    assert_one_line,
)


@pytest.mark.slow
def test_check_has_a_line_with_a_figure_for_each_check_of_the_manual(run: Run) -> None:
    result = run("check")
    assert result.returncode == 0, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    assert len(lines) == 45
    assert all(line.startswith("ok ") and any(map(str.isdigit, line)) for line in lines)
    manual = DOCS.joinpath("commands.md").read_text("utf-8")
    section = manual.split("## check\n")[1].split("\n## ")[0]
    titles = "".join(section.split("```\n")[1::2]).splitlines()
    assert [line[6:].partition(": ")[0] for line in lines] == titles


@pytest.mark.slow
def test_validate_passes_the_release_and_names_what_is_wrong_in_a_file(
    run: Run, tmp_path: Path
) -> None:
    assert run("validate").returncode == 0
    bad = tmp_path / "bad.ttl"
    bad.write_text(
        "@prefix hiwar: <https://w3id.org/hiwar/ontology#> .\n"
        "<https://w3id.org/hiwar/id/statement/x> a hiwar:Statement .\n"
    )
    result = run("validate", bad)
    assert_one_line(result, "docs/errors.md#gate")
    assert "id/statement/x" in result.stdout


def test_a_file_that_is_no_rdf_gets_one_line(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<a> <b> .")
    assert_one_line(run("validate", bad), "bad.ttl line 1", "docs/errors.md#document")
