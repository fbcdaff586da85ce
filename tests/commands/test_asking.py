"""The newest release is asked: query, dump, export."""

import re
from pathlib import Path

import pytest

from hiwar.graph.release import current_release
from tests.commands.conftest import (
    Run,
    assert_one_line,
    call,
)

PREFIX = "PREFIX hiwar: <https://w3id.org/hiwar/ontology#> "


def test_query_prints_a_table_for_people(run: Run) -> None:
    result = run("query", PREFIX + "SELECT ?s { ?s a hiwar:Meeting } LIMIT 3")
    lines = result.stdout.splitlines()
    assert lines[0] == "s"
    assert set(lines[1]) == {"-"}
    assert lines[2].startswith("id:meeting/")


@pytest.mark.parametrize(
    ("text", "format_name", "start"),
    [
        ("ASK { ?s ?p ?o }", None, "true\n"),
        ("ASK { ?s ?p ?o }", "json", '{"'),
        ("SELECT (1 AS ?n) {}", "csv", "n\r\n1\r\n"),
        ("SELECT (1 AS ?n) {}", "tsv", "?n\n1\n"),
        ("CONSTRUCT { <urn:s> a ?c } WHERE { ?s a ?c } LIMIT 1", "nt", "<"),
    ],
)
def test_query_answers_in_the_format_that_is_asked_for(
    run: Run, text: str, format_name: str | None, start: str
) -> None:
    options = () if format_name is None else ("--format", format_name)
    result = run("query", text, *options)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(start.replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("text", "slug", "part"),
    [
        ("SELECT ?s { ?s ?p }", "query", "line 1"),
        ("SELECT * { ?s unknown:p ?o }", "query", "unknown"),
        ("", "query", ""),
        ("DROP ALL", "query", ""),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "query", "SERVICE"),
        ("SELECT * " + "{" * 500 + "}" * 500, "query", ""),
        ("# " + "x" * 100_001, "too-large", "100,000"),
    ],
)
def test_a_query_that_is_refused_gets_one_line(
    run: Run, text: str, slug: str, part: str
) -> None:
    assert_one_line(run("query", text), f"docs/errors.md#{slug}", part)


def test_a_format_that_does_not_fit_the_answer_is_refused(run: Run) -> None:
    result = run("query", "ASK {}", "--format", "ttl")
    assert_one_line(result, "docs/errors.md#format", "json")


@pytest.mark.slow
def test_a_query_without_end_is_stopped(run: Run) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    result = run("query", text, HIWAR_QUERY_DEADLINE_S=1)
    assert_one_line(result, "1 second", "docs/errors.md#query-timeout")


def test_a_query_that_fills_the_memory_gets_one_line(run: Run) -> None:
    doubled = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(30))
    text = f"SELECT ?x30 {{ BIND('a' AS ?x0) {doubled} }}"
    result = run("query", text, HIWAR_QUERY_MEMORY_MB=300)
    assert_one_line(result, "megabytes", "docs/errors.md#query-failed")


def test_a_setting_that_cannot_be_is_named(run: Run) -> None:
    result = run("query", "ASK {}", HIWAR_QUERY_DEADLINE_S="soon")
    assert_one_line(result, "HIWAR_QUERY_DEADLINE_S", "docs/errors.md#setting")


@pytest.mark.parametrize("format_name", ["trig", "nq", "ttl", "nt", "rdf", "jsonld"])
def test_a_dump_has_every_triple(run: Run, data: Path, format_name: str) -> None:
    import pyoxigraph as ox

    result = run("dump", "--format", format_name)
    triples = current_release(data).manifest["triples"]
    format_ = ox.RdfFormat.from_extension(format_name)
    found = list(ox.parse(result.stdout, format_))
    if format_name in ("trig", "nq", "ttl", "nt"):
        assert len(set(found)) == triples
    else:
        assert len(found) >= triples


def test_a_dump_is_what_the_release_has(run: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "dump.trig"
    assert run("dump", "--out", out).stdout == ""
    assert out.read_bytes() == (current_release(data).path / "hiwar.trig").read_bytes()


@pytest.mark.parametrize("format_name", ["gexf", "graphml"])
def test_an_export_is_what_the_release_has(
    run: Run, data: Path, format_name: str
) -> None:
    result = run("export", "--format", format_name)
    expected = current_release(data).path / f"hiwar.{format_name}"
    assert result.stdout == expected.read_text("utf-8")


def test_a_file_that_cannot_be_written_gets_one_line(run: Run, tmp_path: Path) -> None:
    result = run("dump", "--out", tmp_path / "no" / "folder" / "x.trig")
    assert_one_line(result, f"no folder {tmp_path / 'no' / 'folder'}", "--out")
    assert ".new-" not in result.stderr
    assert "Free space" not in result.stderr


def test_a_file_that_cannot_be_written_is_called_by_its_own_name(
    run: Run, tmp_path: Path
) -> None:
    name = "x" * 252  # there is no room for a further letter
    result = run("dump", "--out", tmp_path / name)
    assert_one_line(result, str(tmp_path / name))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CONSTRUCT {", "line 1, column 11:"),
        ("CONSTRUCT { ?s ?p ?o }\nWHERE { ?s ?p nope:x }", "line 2, column 15:"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s hiwar:x ?o ?o }", "line 1, column 50:"),
        ("CONSTRUCT { ?s ?p ?o } { SERVICE <x:y> {} }", "line 1, column 26:"),
    ],
)
def test_the_place_of_a_fault_is_counted_in_the_query_as_it_was_written(
    run: Run, text: str, place: str
) -> None:
    assert_one_line(run("export", "--query", text), place)


def test_help_names_the_formats_as_a_refusal_does(run: Run) -> None:
    refused = run("export", "--format", "xlsx").stderr
    expected = refused.partition("expected one of: ")[2].partition(".")[0]
    help_words = re.findall(r"\w+", call("export", "--help").stdout)
    assert set(expected.split(", ")) <= set(help_words)
