"""A PDF that is locked, scanned, damaged or too large."""

import contextlib
import io
import time
import tracemalloc
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import DocumentError
from hiwar.graph.text.pdf import read_pdf
from hiwar.graph.text.source import is_pdf
from hiwar.settings import Settings
from tests.graph.text.printing import (
    POINT,
    Release,
    printed,
    read,
    release,
)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_anybody_may_open_is_read(algorithm: str) -> None:
    locked = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(release()))
    writer.encrypt("", "owner", algorithm=algorithm)
    writer.write(locked)
    assert read(locked.getvalue()) == read(release())


def test_a_pdf_with_a_password_is_refused_with_how_to_mend_it() -> None:
    locked = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(release()))
    writer.encrypt("secret", "owner", algorithm="AES-256")
    writer.write(locked)
    with pytest.raises(DocumentError, match=r"a\.pdf is a PDF locked with a password"):
        read(locked.getvalue())


def test_a_scan_is_refused_and_a_scanned_page_is_told() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100, style="F")
    with pytest.raises(DocumentError, match=r"no text on its pages \(1\).*OCR"):
        read(bytes(pdf.output()))
    mixed = FPDF()
    mixed.add_page()
    mixed.set_font("Helvetica", "", 11)
    mixed.cell(0, 6, "The states met.")
    mixed.add_page()
    mixed.rect(10, 10, 100, 100, style="F")
    found = read(bytes(mixed.output()))
    assert found.text == "The states met."
    assert found.notes == ("Pages without text, which may be pictures of it: 2.",)


def test_a_pdf_may_have_as_many_pages_as_the_setting_says() -> None:
    data = printed(["The states met."], pages=3)
    three = Settings(document_max_pages=3)
    assert read_pdf(data, Path("a.pdf"), three).text.count("met.") == 3
    with pytest.raises(DocumentError, match=r"3 pages.*HIWAR_DOCUMENT_MAX_PAGES"):
        read_pdf(data, Path("a.pdf"), Settings(document_max_pages=2))


def test_a_pdf_that_unpacks_to_too_much_is_refused() -> None:
    data = printed([POINT] * 20)
    with pytest.raises(DocumentError, match="HIWAR_DOCUMENT_MAX_UNPACKED_BYTES"):
        read_pdf(data, Path("a.pdf"), Settings(document_max_unpacked_bytes=1000))


@pytest.mark.slow
@settings(deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(RELEASE)
    place = st.integers(0, len(damaged) - 1)
    for _ in range(data.draw(st.sampled_from([1, 10, 200]))):
        damaged[data.draw(place)] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(damaged), len(damaged) // 2]))
    with contextlib.suppress(DocumentError):
        assert read(bytes(damaged[:cut])).text


@pytest.mark.slow
def test_two_hundred_pages_are_read_in_seconds_and_little_memory() -> None:
    pdf = Release()
    for page in range(200):
        pdf.add_page()
        for number in range(9):
            pdf.say(POINT.format(f"{page}.{number}"))
    data = bytes(pdf.output())
    tracemalloc.start()
    begun = time.perf_counter()
    text = read(data).text
    took, (_, most) = time.perf_counter() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert text.count("The officials of the states") == 1800
    assert took < 60
    assert most < 200e6


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"%PDF-1.4\n", True),
        (b"\xef\xbb\xbf\n %PDF-2.0", True),
        (b"The mark %PDF-1.4 is at the beginning", False),
        (b"", False),
    ],
)
def test_a_pdf_is_known_by_its_mark(start: bytes, expected: bool) -> None:
    assert is_pdf(start) is expected


RELEASE = release()
