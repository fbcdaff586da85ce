"""What the commands do with files of every format, good and bad."""

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from fpdf import FPDF

from hiwar.cli import cli
from hiwar.errors import HiwarError
from hiwar.graph.build import build
from hiwar.graph.release import current_release
from hiwar.settings import Settings

HOST = "Kenya hosted the ministerial conference of the Khartoum Process"
TOLD = f"{HOST} in Nairobi on 3 May 2021."
BASQUE = "Gobernuek bilera egin zuten atzo hirian, eta ministroek lana adostu zuten.\n"
JAPANESE = "東京で移民に関する会議が開催された。大臣が出席した。"
SOUP = "Simmer the onions in the butter for ten minutes, and serve them with bread.\n"


def make_text(path: Path) -> None:
    path.write_text(TOLD, "utf-8")


def make_html(path: Path) -> None:
    path.write_text(f"<!doctype html><title>a</title><body><p>{TOLD}</p>", "utf-8")


def make_pdf(path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "", 11)
    pdf.multi_cell(0, 6, TOLD)
    pdf.output(str(path))


def make_docx(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TOLD)
    document.save(str(path))


def make_mail(path: Path) -> None:
    path.write_text(
        f"From: Press\nSubject: Talks\nDate: 9 May 2021\n\n{TOLD}\n", "utf-8"
    )


def make_scan(path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50, style="F")
    pdf.output(str(path))


MAKERS = [make_text, make_html, make_pdf, make_docx, make_mail]


def extract(*paths: Path, form: str = "record") -> Result:
    return CliRunner().invoke(cli, ["extract", "--format", form, *map(str, paths)])


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.md", "a"])
@pytest.mark.parametrize("make", MAKERS)
def test_what_is_in_a_file_decides_how_it_is_read(
    make: Callable[[Path], None], name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    make(path)
    result = extract(path)
    assert (result.exit_code, result.stderr) == (0, "")
    (meeting,) = json.loads(result.stdout)["meetings"]
    assert meeting["host"][0]["name"] == "Kenya"
    assert meeting["start"] == "2021-05-03"


@pytest.mark.parametrize("form", ["table", "turtle"])
@pytest.mark.parametrize("make", MAKERS)
def test_every_format_is_shown_in_every_form(
    make: Callable[[Path], None], form: str, tmp_path: Path
) -> None:
    path = tmp_path / "a"
    make(path)
    result = extract(path, form=form)
    assert result.exit_code == 0
    assert "hostedBy" in result.stdout
    assert TOLD in result.stdout


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (BASQUE, "Its language (und) has no rules"),
        (JAPANESE, "Its language (und) has no rules"),
        (SOUP, "It names no dialogue, no meeting and no document of one."),
    ],
    ids=["Basque", "Japanese", "soup"],
)
def test_a_text_beside_the_point_gets_a_clear_word_and_no_fact(
    text: str, remark: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    result = extract(path)
    assert result.exit_code == 0
    assert f"hiwar: note: {path}: {remark}" in result.stderr
    record = json.loads(result.stdout)
    assert not any(record.get(key) for key in ("meetings", "processes", "commitments"))


def test_a_broken_file_stops_no_other_file_from_being_read(tmp_path: Path) -> None:
    scan, good = tmp_path / "scan.pdf", tmp_path / "good.pdf"
    make_scan(scan)
    make_pdf(good)
    out = tmp_path / "out"
    result = CliRunner().invoke(
        cli, ["extract", "--out", str(out), str(scan), str(good)]
    )
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"hiwar: {scan} has no text on its pages (1)")
    assert line.endswith("(docs/errors.md#document)")
    assert [path.name for path in out.iterdir()] == ["good.json"]


@pytest.mark.slow
def test_a_release_keeps_documents_of_every_format(tmp_path: Path) -> None:
    paths = []
    for make in MAKERS:
        paths.append(tmp_path / make.__name__)
        make(paths[-1])
    markdown, basque = tmp_path / "a.md", tmp_path / "b.txt"
    markdown.write_text(f"# Talks\n\n> {TOLD}\n", "utf-8")
    basque.write_text(BASQUE, "utf-8")
    data = tmp_path / "data"
    build([*paths, markdown, basque], data, Settings())
    report = (current_release(data).path / "report.md").read_text("utf-8")
    assert "* Its language (und) has no rules" in report
    scan = tmp_path / "scan.pdf"
    make_scan(scan)
    with pytest.raises(HiwarError, match="no text on its pages"):
        build([*paths, scan], data, Settings())
    assert len(current_release(data).manifest["documents"]) == 7
