from pathlib import Path

import pytest

from hiwar.graph.reading import read_file
from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.markdown import read_markdown
from hiwar.graph.text.source import load_source
from hiwar.settings import Settings

FRONT = '---\ntitle: "Talks in Oslo"\ndate: 2021-05-04\nlang: en\npublisher: IOM\n---\n'


def read(text: str) -> Extracted:
    return read_markdown(text, Path("a.md"), 200)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Head\n\nThe *states*\n**met**.", ["Head", "The states met."]),
        ("Head\n====\n\nText", ["Head", "Text"]),
        ("* one\n* two\n\n1. three", ["• one", "• two", "• three"]),
        ("> We shall act.", ["“We shall act.”"]),
        ("A [link](http://example.org) and ![a picture](x.png)", ["A link and"]),
        ("| State | Role |\n|---|---|\n| Kenya | host |", ["State: Kenya\nRole: host"]),
        (
            "3 states[^1] met.\n\n[^1]: All three.",
            ["3 states[1] met.", "[1] All three."],
        ),
        ("a  \nb", ["a\nb"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("<table><tr><th>Date</th><td>3 May</td></tr></table>", ["Date: 3 May"]),
        ("<script>x()</script>\n\ntext", ["text"]),
        ("`code` &amp; \\*stars\\*", ["code & *stars*"]),
    ],
)
def test_each_block_is_read_as_a_page_shows_it(text: str, lines: list[str]) -> None:
    assert read(text).text.split("\n\n") == lines


def test_front_matter_says_what_is_known_and_is_no_text() -> None:
    found = read(f"{FRONT}\nThe states met.")
    assert found.text == "The states met."
    assert (found.title, found.published) == ("Talks in Oslo", "2021-05-04")
    assert (found.language, found.publisher) == ("en", "IOM")


def test_the_first_heading_is_the_title_where_nothing_else_is() -> None:
    assert read("Text\n\n# Talks in Oslo #\n\n# Other").title == "Talks in Oslo"
    assert read("Text").title == ""


@pytest.mark.parametrize(
    "text", ["---\nno end of it", "a\n---\nb: c\n---", "---\n", "---\n---\n"]
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    found = read(text)
    assert (found.title, found.published) == ("", "")


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [">" * 50_000, "[" * 50_000, "*a **a " * 9000, "`" * 50_000, "- " * 50_000]
)
def test_a_bomb_of_marks_is_read_in_time(text: str) -> None:
    assert isinstance(read(f"{text}\n\nend").text, str)


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", "bold"), ("A.MARKDOWN", "bold"), ("a.txt", "**bold**")]
)
def test_markdown_is_known_by_its_name(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("**bold**")
    assert load_source(tmp_path / name, Settings()).text == text


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("The **ministers** met [in Oslo](https://example.org/oslo).", True),
        ("The **ministers** met [in Oslo] (https://example.org/oslo).", False),
        ("The **ministers** met (https://example.org/oslo).", False),
        ("The **ministers** met [in Oslo](oslo).", False),
    ],
)
def test_a_text_with_links_of_markdown_is_markdown(
    text: str, is_markdown: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(text)
    read_as = "The ministers met in Oslo." if is_markdown else text
    assert load_source(tmp_path / "a.txt", Settings()).text == read_as


def test_offsets_are_those_of_the_text_without_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{FRONT}# Talks\n\nThe **ministers** met. They [agreed](x).\n")
    reading = read_file(path)
    assert reading.source == load_source(path, Settings())
    quotes = [reading.quote(item.index) for item in reading.sentences]
    assert quotes == ["Talks", "The ministers met.", "They agreed."]
