import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph.model import Source
from hiwar.graph.reading import read_file
from hiwar.graph.text.source import canonical, load_source, source_from_text
from hiwar.settings import Settings

SETTINGS = Settings()
SENTENCE = "The ministers of the states met in the city on Monday.\n"
META = 'url = "https://example.org/a"\ntitle = "A talk"\npublished = "2025-04"\n'


def load(folder: Path, data: bytes, name: str = "a.txt") -> Source:
    path = folder / name
    path.write_bytes(data)
    return load_source(path, SETTINGS)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Cafe\u0301", "Café"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\ufeffFirst", "First"),
        ("in the mid\ufeffdle", "in the mid\ufeffdle"),
        ("ﬁne print", "ﬁne print"),
        ("tabs\tand  blanks stay\u00a0as they are", None),
        ("\u1e9b\u0323", "\u1e9b\u0323"),
    ],
    ids=["accents", "line ends", "mark", "inner mark", "ligature", "blanks", "dots"],
)
def test_canonical_text_is_nfc_with_plain_line_ends_and_nothing_else(
    raw: str, text: str | None
) -> None:
    assert canonical(raw) == (raw if text is None else text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
    assert canonical(once) == once.removeprefix("\ufeff")


def test_a_file_and_its_text_give_the_same_source(tmp_path: Path) -> None:
    assert load(tmp_path, SENTENCE.encode()) == source_from_text(SENTENCE, "a.txt")


def test_the_hash_is_of_the_bytes_and_not_of_the_text(tmp_path: Path) -> None:
    windows = load(tmp_path, SENTENCE.replace("\n", "\r\n").encode())
    unix = load(tmp_path, SENTENCE.encode())
    assert windows.text == unix.text
    assert windows.content_hash != unix.content_hash


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"", ("empty", "expected a document")),
        (b" \n\t\r\n", ("empty",)),
        (b"%PDF-1.7 text", ("damaged PDF", "save it as text")),
        (b"PK\x03\x04 text", ("damaged ZIP archive", "Fetch")),
        (b"\x1f\x8b text", ("gzip",)),
        (b"Egypt\x00Kenya", ("byte 5", "NUL", "UTF-8 text")),
        ("Türkiye".encode("cp1252"), ("byte 1", "0xfc", "iconv")),
        ("Egypt met Kenya".encode("utf-16"), ("UTF-8", "byte", "iconv -f UTF-16")),
        ("Egypt met Kenya".encode("utf-32"), ("UTF-8", "byte", "iconv -f UTF-32")),
        (b"<html><head><title>x</title></head><body> </body></html>", ("no text",)),
    ],
    ids=[
        *("nothing", "blanks", "PDF", "ZIP", "gzip", "NUL", "cp1252", "utf-16"),
        *("utf-32", "page"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_a_cure(
    data: bytes, parts: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(DocumentError) as refused:
        load(tmp_path, data)
    for part in (str(tmp_path / "a.txt"), *parts):
        assert part in refused.value.detail


def test_a_page_is_read_by_the_character_set_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-9"></head><body>Türkiye</body></html>'
    assert load(tmp_path, page.encode("iso-8859-9"), "a.html").text == "Türkiye"
    with pytest.raises(DocumentError, match="is not UTF-8"):
        load(tmp_path, page.replace("iso-8859-9", "none").encode("cp1254"), "a.html")


def test_the_words_tell_the_language_and_the_file_only_where_they_do_not(
    tmp_path: Path,
) -> None:
    french = f'<html lang="fr"><body><p>{SENTENCE}</p></body></html>'
    assert load(tmp_path, french.encode(), "a.html").language == "en"
    basque = '<html lang="eu"><body><p>Ministroek bilera egin zuten.</p></body></html>'
    assert load(tmp_path, basque.encode(), "a.html").language == "eu"


def test_a_folder_is_refused_with_how_to_name_its_files(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"folder; name the files in it"):
        load_source(tmp_path, SETTINGS)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"none\.txt cannot be read: No such file"):
        load_source(tmp_path / "none.txt", SETTINGS)


def test_a_file_may_have_as_many_bytes_as_the_setting_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    size = len(SENTENCE)
    assert load_source(path, Settings(document_max_bytes=size)).text == SENTENCE
    with pytest.raises(DocumentError, match="HIWAR_DOCUMENT_MAX_BYTES"):
        load_source(path, Settings(document_max_bytes=size - 1))


@pytest.mark.parametrize("mark", ["“", "A ", "x, "], ids=["quotes", "letters", "words"])
def test_seven_million_characters_without_an_end_are_no_sentence(
    mark: str, tmp_path: Path
) -> None:
    path = tmp_path / "line.txt"
    host = "Egypt hosted the ministerial conference of the Khartoum Process."
    path.write_text(f"{mark * (7_000_000 // len(mark.encode()))}\n\n{host}\n")
    reading = read_file(path, SETTINGS)
    assert {index for item in reading.statements for index in item.sentences} == {1}
    (refusal,) = reading.refusals
    assert (refusal.rule, refusal.sentence) == ("sentence.too-long", 0)


def test_metadata_beside_a_file_say_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.meta.toml").write_text(META + 'language = "en-GB"\n')
    source = load(tmp_path, SENTENCE.encode())
    assert (source.url, source.title) == ("https://example.org/a", "A talk")
    assert (source.published, source.language) == ("2025-04", "en-GB")
    assert source.publisher == source.licence == source.retrieved == ""


def test_a_date_in_the_metadata_may_be_one_of_toml(tmp_path: Path) -> None:
    meta = "published = 2025-04-03\nretrieved = 2025-05-06\n"
    (tmp_path / "a.meta.toml").write_text(meta)
    source = load(tmp_path, SENTENCE.encode())
    assert (source.published, source.retrieved) == ("2025-04-03", "2025-05-06")


def test_the_title_of_a_page_gives_way_to_the_metadata(tmp_path: Path) -> None:
    page = b"<html><head><title>Page</title></head><body>Text here.</body></html>"
    assert load(tmp_path, page, "a.html").title == "Page"
    (tmp_path / "a.meta.toml").write_text(META)
    assert load(tmp_path, page, "a.html").title == "A talk"


@pytest.mark.parametrize(
    ("meta", "parts"),
    [
        ('author = "x"', ("unknown key 'author'", "publisher, retrieved, title, url")),
        ("url = x\n", ("is no TOML file", "line 1, column 7")),
        ("\x00", ("is no TOML file",)),
        ("published = 2025-04-03T10:00:00Z", ("published is", "2025-04-10")),
        ("title = 2025-04-03", ("title is", "expected text")),
    ],
)
def test_metadata_that_cannot_be_used_are_refused_by_name(
    meta: str, parts: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.meta.toml").write_text(meta)
    with pytest.raises(DocumentError) as refused:
        load(tmp_path, SENTENCE.encode())
    for part in (str(tmp_path / "a.meta.toml"), *parts):
        assert part in refused.value.detail
