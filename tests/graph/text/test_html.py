from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph.model import Reading, Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file
from hiwar.graph.text.html import is_html, read_html

PAGE = Path("page.html")


def text(body: str) -> str:
    return read_html(f"<html><body>{body}</body></html>", PAGE, 200).text


def read(body: str, folder: Path) -> Reading:
    path = folder / PAGE
    path.write_text(f"<!doctype html><html><body>{body}</body></html>", "utf-8")
    return read_file(path)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>40 countries<sup>1</sup> met</p>", ["40 countries¹ met"]),
        ("<p>the 10<sup>th</sup> time</p>", ["the 10th time"]),
        ("<p>Cai<b>ro</b>&nbsp;and <i> Ro</i>me</p>", ["Cairo and Rome"]),
        ("<ul><li>One;</li><li>two</li></ul>", ["• One;", "• two"]),
        ("<ul><li><p>One</p><p>more</p></li></ul>", ["• One", "more"]),
        ("<ul><li><div><span>One</span></div></li></ul>", ["• One"]),
        ("<ul><li> </li><li></li></ul><p>after</p>", ["after"]),
        ("<ol><li>a<ul><li>b</li></ul>c</li></ol>", ["• a", "• b", "c"]),
        ("<p>a<br>b<br/><br/>c</p>", ["a\nb", "c"]),
        ("<p>a</p><br><p>b</p>", ["a", "b"]),
        ("<h1>Head</h1>text<p>more</p>tail", ["Head", "text", "more", "tail"]),
        ("<table><tr><th>Date</th><td>3 May</td></tr></table>", ["Date: 3 May"]),
        (
            "<table><tr><th>State</th><th>Role</th></tr>"
            "<tr><td>Kenya</td><td>host</td></tr></table>",
            ["State: Kenya\nRole: host"],
        ),
        (
            "<table><tr><td><ul><li>Kenya;</li><li>Egypt</li></ul></td><td>a</td></tr>"
            "</table>",
            ["Kenya; Egypt: a"],
        ),
        (
            "<table><tr><td><h2>Head</h2><p>a</p></td><td>b</td></tr></table>",
            ["Head", "a", "b"],
        ),
        (
            "<dl><dt>Date</dt><dd>3 May</dd><dt>Place:</dt><dd>Oslo</dd></dl>",
            ["Date: 3 May\nPlace: Oslo"],
        ),
        ("<p>a<sup><a href='#n'>2</a></sup>, b<sup>[3]</sup></p>", ["a², b[3]"]),
        ("<ol><li id='fn2'>Note <a href='#r'>↩</a></li></ol>", ["[2] Note"]),
        ("<p>the minis&shy;ters</p>", ["the ministers"]),
        ("<p>He said <q>no</q>.</p>", ["He said “no”."]),
        ("<p>&lt;b&gt; &amp; &eacute; &#1581;</p>", ["<b> & é ح"]),
        ("<p>a\n   b\tc</p>", ["a b c"]),
    ],
)
def test_each_block_is_a_line(body: str, lines: list[str]) -> None:
    assert text(body).split("\n\n") == lines


@pytest.mark.parametrize(
    "skipped",
    [
        "<script>Egypt()</script>",
        "<style>p{}</style>",
        "<nav><ul><li>Home</li></ul></nav>",
        "<template><p>x</p></template>",
        "<noscript>Enable</noscript>",
        "<form><button>Search</button></form>",
        "<svg><text>x</text></svg>",
        "<!-- Egypt -->",
        "<?php Egypt ?>",
        "<iframe>x</iframe>",
        "<header><a href='/'>Home</a></header>",
        "<footer><p>Contact</p></footer>",
        "<aside><a href='/x'>Related</a></aside>",
        "<div role='navigation'>Home</div>",
        "<div class='cookie-notice'>We use them</div>",
        "<ul class='breadcrumbs'><li>Home</li></ul>",
        "<p hidden>x</p>",
        "<p style='display: none'>x</p>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(skipped: str) -> None:
    before, after = "The states met before.", "They met after."
    page = text(f"<p>{before}</p>{skipped}<p>{after}</p>")
    assert page == f"{before}\n\n{after}"


@pytest.mark.parametrize(
    "element",
    [
        "<div class='sidebar-left menu-open'>{}</div>",
        "<header><h1>{}</h1></header>",
        "<article><header>{}</header></article>",
        "<section id='social-policy'>{}</section>",
        "<footer>{}</footer>",
    ],
)
def test_what_holds_the_text_is_text_whatever_it_is_called(element: str) -> None:
    words = "The ministers of the states met in the city for the talks."
    assert text(element.format(words)) == words


def test_a_box_beside_the_text_is_somebodys_words(tmp_path: Path) -> None:
    host = "Egypt hosted the ministerial conference of the Khartoum Process in Cairo."
    opening = "<p>The states of the region met for the talks that were due.</p>"
    page = f"<article>{opening}<aside>{host}</aside></article>"
    said = read(page, tmp_path).statements
    assert not [s for s in said if s.predicate == HIWAR.hostedBy and s.status.is_true]


def test_the_head_of_a_page_says_what_the_text_does_not() -> None:
    found = read_html(
        "<html lang='en_GB'><head><title>Talks in Oslo | The Office</title>"
        "<meta property='og:site_name' content='The Office'>"
        "<meta property='article:published_time' content='2021-05-04T09:00:00Z'>"
        "<meta property='article:modified_time' content='2022-01-01'>"
        "<link rel='canonical' href='https://example.org/a'></head>"
        "<body>Text</body></html>",
        PAGE,
        200,
    )
    assert (found.title, found.publisher) == ("Talks in Oslo", "The Office")
    assert (found.published, found.language) == ("2021-05-04", "en-GB")
    assert found.url == "https://example.org/a"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name='DC.date' content='2021-05-04'>", "2021-05-04"),
        (
            "<script type='application/ld+json'>"
            '{"@graph": [{"datePublished": "2021-05-04T10:00"}]}</script>',
            "2021-05-04",
        ),
        ("<script type='application/ld+json'>{broken</script>", ""),
        ("<meta name='dcterms.issued' content='2021-02-30'>", ""),
        ("<meta property='article:modified_time' content='2021-05-04'>", ""),
    ],
)
def test_only_a_day_of_publication_is_one(head: str, day: str) -> None:
    page = f"<html><head>{head}</head><body>Text</body></html>"
    assert read_html(page, PAGE, 200).published == day


def test_the_title_is_no_part_of_the_text() -> None:
    page = "<html><head><title>A\n  title</title></head><body>Text</body></html>"
    found = read_html(page, PAGE, 200)
    assert (found.title, found.text) == ("A title", "Text")


@pytest.mark.parametrize(
    "quotation",
    [
        "<p>{}</p><footer>said Minister Sample</footer>",
        "<p>{}</p><cite>Minister Sample said</cite>",
        "{}<footer><p>Minister Sample said</p></footer>",
        "<p>{}<br>said Minister Sample</p>",
        "<p>{}</p>",
        "“{}”",
    ],
)
def test_a_block_quotation_is_never_the_voice_of_the_page(
    quotation: str, tmp_path: Path
) -> None:
    host = "Egypt hosted the ministerial conference of the Khartoum Process in Cairo."
    quoted = f"<blockquote>{quotation.format(host)}</blockquote>"
    opening = "<p>The states of the region met for the talks that were due.</p>"
    told = {s.predicate for s in read(opening + f"<p>{host}</p>", tmp_path).statements}
    said = read(opening + quoted, tmp_path).statements
    assert HIWAR.hostedBy in told
    assert not [s for s in said if s.predicate == HIWAR.hostedBy and s.status.is_true]


def test_what_a_speaker_line_says_beside_the_words_is_the_page_again(
    tmp_path: Path,
) -> None:
    reading = read(
        "<p>The ministerial conference of the Khartoum Process was held in Cairo.</p>"
        "<blockquote><p>We shall keep to the path that we have taken.</p>"
        "<footer>said Minister Sample, as the conference adopted the Cairo Pledge"
        " Declaration</footer></blockquote>",
        tmp_path,
    )
    adopted = [s for s in reading.statements if s.predicate == HIWAR.adoptedAt]
    assert [s.status for s in adopted] == [Status.ADOPTED]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>unclosed <b>bold <i>x</p><p>next", "unclosed bold x\n\nnext"),
        ("</p></div><p>a</p></ul>", "a"),
        ("<p>a &bogus; &#0; &#xD800; b</p>", "a &bogus; \ufffd \ufffd b"),
        ("<?xml version='1.0' encoding='utf-16'?><html><body>é</body></html>", "é"),
        ("<html><head><meta charset=latin-1></head><body>é</body></html>", "é"),
        ("<li>a<li>b", "• a\n\n• b"),
        ("<P CLASS=x>A</P>", "A"),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(markup: str, expected: str) -> None:
    assert read_html(markup, PAGE, 200).text == expected


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "ul><li"])
@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_bomb_of_tags_is_refused_by_name(tag: str, depth: int) -> None:
    with pytest.raises(DocumentError, match=r"page\.html: its tags nest more than"):
        read_html(f"<html><body>{f'<{tag}>' * depth}deep", PAGE, 200)


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.html", "plain", True),
        ("a.HTM", "plain", True),
        ("a.xhtml", "plain", True),
        ("a.txt", "\n <!DOCTYPE HTML>", True),
        ("a.txt", "<HTML lang=en>", True),
        ("a.txt", "The <html> tag", False),
        ("a.txt", "", False),
    ],
)
def test_a_page_is_known_by_its_name_or_its_beginning(
    name: str, start: str, expected: bool
) -> None:
    assert is_html(name, start) is expected


TAGS = ["p", "li", "br", "blockquote", "sup", "b", "div", "footer", "script", "q", "td"]


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS]),
            st.sampled_from([f"</{tag}>" for tag in TAGS]),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6),
        ),
        max_size=30,
    )
)
def test_whatever_the_tags_the_text_has_no_empty_line_twice(parts: list[str]) -> None:
    found = text("".join(["x", *parts]))
    assert "\n\n\n" not in found
    assert found == found.strip("\n")
    assert all(line == line.strip() for line in found.split("\n"))
