import errno
import json
import os
import pty
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.release import current_release

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]

DOCS = (
    Path(os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[1]))
    / "docs"
)
PREFIX = "PREFIX hiwar: <https://w3id.org/hiwar/ontology#> "
TEXT = "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo in 2025.\n"


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "data"
    assert call("build", "--data", folder).returncode == 0
    return folder


@pytest.fixture
def run(data: Path) -> Run:
    def run_with_data(*arguments: object, **options: object) -> Result:
        return call(*arguments, "--data", data, **options)

    return run_with_data


def call(*arguments: object, **environment: object) -> Result:
    return subprocess.run(
        [sys.executable, "-m", "hiwar", *map(str, arguments)],
        env=os.environ | {name: str(value) for name, value in environment.items()},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def assert_one_line(result: Result, *parts: str) -> None:
    assert result.returncode == 1, result
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("hiwar: ")
    for part in parts:
        assert part in lines[0]


def assert_wrong_usage(result: Result, part: str) -> None:
    assert result.returncode == 2
    assert part in result.stderr
    assert "Traceback" not in result.stderr


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


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_blank(path: Path) -> None:
    path.write_bytes(b" \n\t\n")


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 10)


def make_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")


def make_huge(path: Path) -> None:
    path.write_bytes(b"a" * 20_000_000)


def make_latin(path: Path) -> None:
    path.write_bytes("Réunion à Paris.".encode("latin-1"))


def make_folder(path: Path) -> None:
    path.mkdir()


def make_nothing(path: Path) -> None:
    assert not path.exists()


BAD_FILES = [
    make_empty,
    make_blank,
    make_binary,
    make_pdf,
    make_huge,
    make_latin,
    make_folder,
    make_nothing,
]


@pytest.mark.parametrize("command", ["build", "add", "extract"])
@pytest.mark.parametrize("make", BAD_FILES)
def test_a_file_that_is_no_document_gets_one_line(
    tmp_path: Path, command: str, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "bad.txt"
    make(path)
    result = call(command, path, "--data", tmp_path / "data")
    assert_one_line(result, str(path), "docs/errors.md#document")
    assert not (tmp_path / "data" / "current").exists()


@pytest.mark.slow
def test_a_bad_document_leaves_the_release_before_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert call("build", "--data", folder).returncode == 0
    before = current_release(folder)
    bad = tmp_path / "bad.txt"
    make_binary(bad)
    for command in ("build", "add"):
        result = call(command, brief_paths()[0], bad, "--data", folder)
        assert_one_line(result, str(bad))
    assert current_release(folder) == before
    assert [path.name for path in (folder / "releases").iterdir()] == [before.version]


def test_work_that_is_piped_says_nothing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    result = call("build", source, "--data", tmp_path / "data")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.slow
def test_work_on_a_terminal_says_what_it_is_doing(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    ours, theirs = pty.openpty()
    arguments = ["build", str(source), "--data", str(tmp_path / "data")]
    program = [sys.executable, "-m", "hiwar", *arguments]
    process = subprocess.Popen(program, stdout=theirs, stderr=theirs)
    os.close(theirs)
    assert process.wait() == 0
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Reading a.txt" in said
    assert "documents: 1" in said


@pytest.mark.slow
def test_documents_can_be_added_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    names = []
    for path in brief_paths()[:2]:
        assert call("add", path, "--data", folder).returncode == 0
        documents = current_release(folder).manifest["documents"]
        names.append(sorted(item["name"] for item in documents))
    assert names == [[brief_paths()[0].name], sorted(p.name for p in brief_paths()[:2])]
    result = call("remove", brief_paths()[0].name, "--data", folder)
    assert result.returncode == 0
    (left,) = current_release(folder).manifest["documents"]
    assert left["name"] == brief_paths()[1].name
    result = call("remove", "other.txt", "--data", folder)
    assert_one_line(result, "other.txt", left["name"], "docs/errors.md#not-found")


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


def test_remove_without_a_name_lists_the_documents(run: Run, data: Path) -> None:
    result = run("remove")
    assert_wrong_usage(result, "there are")
    for item in current_release(data).manifest["documents"]:
        assert item["name"] in result.stderr


def test_a_data_folder_that_cannot_be_written_gets_one_line(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(TEXT)
    (tmp_path / "file").write_text("")
    result = call("build", source, "--data", tmp_path / "file")
    assert_one_line(result, "--data", "docs/errors.md#release")


@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [1, 20, 200])
def test_a_full_disk_leaves_the_release_before_it(
    tmp_path: Path, kilobytes: int
) -> None:
    """A limit on the size of files stands for the end of the disk."""
    folder = tmp_path / "data"
    assert call("build", "--data", folder).returncode == 0
    before = current_release(folder)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)

    result = subprocess.run(
        [sys.executable, "-m", "hiwar", "build", "--data", str(folder)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert_one_line(result, os.strerror(errno.EFBIG), "docs/errors.md#release")
    assert current_release(folder) == before
    assert before.damaged_files() == []
    assert before.open_store().count() == before.manifest["triples"]


@pytest.mark.slow
def test_a_port_in_use_gets_one_line(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", port)
    assert_one_line(result, str(port), "docs/errors.md#port")


@pytest.mark.slow
def test_check_has_a_line_with_a_figure_for_each_check(run: Run) -> None:
    result = run("check")
    assert result.returncode == 0, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    assert len(lines) == 45
    assert all(line.startswith("ok ") and any(map(str.isdigit, line)) for line in lines)


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
