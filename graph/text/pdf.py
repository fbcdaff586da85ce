"""PDF becomes text: pages of printed lines, put together as paragraphs."""

import io
import logging
import math
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from hiwar.errors import DocumentError
from hiwar.graph.text.extracted import Extracted, is_title
from hiwar.graph.text.paragraphs import text_of_pages
from hiwar.graph.text.printed import Piece, PrintedLine
from hiwar.settings import Settings

__all__ = ["read_pdf"]

_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    PyPdfError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
# What the library notes of a damaged file is said by our errors, in one line.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read_pdf(data: bytes, path: Path, settings: Settings) -> Extracted:
    """Return the text of a PDF, and its title where that is one.

    Running heads, feet and page numbers are no part of the text; footnotes come at
    its end. Dates of the file say nothing of when the text was published.

    Raises:
        DocumentError: If it is damaged, has a password or no text, or is too long.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        _unlock(reader, path)
        count = len(reader.pages)
        if count > settings.document_max_pages:
            raise DocumentError(
                f"{path} has {count:,} pages; at most {settings.document_max_pages:,}"
                " are read. Split it, or raise HIWAR_DOCUMENT_MAX_PAGES."
            )
        room = _Room(settings.document_max_unpacked_bytes, path)
        pages = [_lines(page, room) for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "").strip()
    except _BROKEN as error:
        raise DocumentError(
            f"{path} is a damaged PDF ({' '.join(str(error).split()) or type(error)});"
            " expected a whole one. Fetch or print it again, or save it as text."
        ) from error
    text = text_of_pages(pages)
    bare = [number for number, lines in enumerate(pages, 1) if not lines]
    if not text.strip():
        raise DocumentError(
            f"{path} has no text on its pages ({count}), as a scan has none; expected"
            " words. Run text recognition (OCR) over it, and read what comes of it."
        )
    notes = (_note(bare),) if bare else ()
    return Extracted(text, title=title if is_title(title, text) else "", notes=notes)


def _unlock(reader: PdfReader, path: Path) -> None:
    """Open a PDF that anybody may read; refuse one that asks for a password."""
    if not reader.is_encrypted:
        return
    try:
        is_open = reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except (DependencyError, *_BROKEN):
        is_open = False
    if not is_open:
        raise DocumentError(
            f"{path} is a PDF locked with a password; expected one that anybody can"
            " read. Save a copy without the password."
        )


def _note(bare: Sequence[int]) -> str:
    pages = ", ".join(map(str, bare[:20])) + (" …" if len(bare) > 20 else "")
    return f"Pages without text, which may be pictures of it: {pages}."


class _Room:
    """Counts what is unpacked, and refuses what is beyond the limit."""

    def __init__(self, limit: int, path: Path) -> None:
        self._left = self._limit = limit
        self._path = path

    def take(self, size: int) -> None:
        """Count some bytes or characters."""
        self._left -= size
        if self._left < 0:
            raise DocumentError(
                f"{self._path} unpacks to more than {self._limit:,} bytes; expected a"
                " document that people wrote. Split it, or raise"
                " HIWAR_DOCUMENT_MAX_UNPACKED_BYTES."
            )


def _lines(page: PageObject, room: _Room) -> list[PrintedLine]:
    """Return the printed lines of a page, in the order in which they are drawn."""
    contents = page.get_contents()
    room.take(len(contents.get_data()) if contents is not None else 0)
    lines: list[list[Piece]] = [[]]

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        room.take(len(text))
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if part.strip():
                lines[-1].append(_piece(part, cm, tm, font, size))

    page.extract_text(visitor_text=visit)
    return [PrintedLine.of(pieces) for pieces in _rejoined(lines)]


def _piece(text: str, cm: Any, tm: Any, font: Any, size: float) -> Piece:
    """Return a piece of text with its place and size on the page."""
    x, y = float(tm[4]), float(tm[5])
    scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
    name = str((font or {}).get("/BaseFont", ""))
    return Piece(
        text,
        x * cm[0] + y * cm[2] + cm[4],
        x * cm[1] + y * cm[3] + cm[5],
        abs(float(size) * scale),
        bool(re.search(r"(?i)bold|black|heavy|semibold", name)),
    )


def _rejoined(lines: list[list[Piece]]) -> list[list[Piece]]:
    """Join what stands on one line but was drawn apart, such as a raised mark."""
    joined: list[list[Piece]] = []
    for pieces in lines:
        if not pieces:
            continue
        last = joined[-1][-1] if joined else None
        size = max(last.size, pieces[0].size) if last else 0
        if (
            last
            and abs(last.y - pieces[0].y) < 0.5 * size
            and pieces[0].x >= last.x + 0.3 * len(last.text.strip()) * last.size
        ):
            joined[-1].extend(pieces)
        else:
            joined.append(list(pieces))
    return joined
