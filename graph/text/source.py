r"""A file becomes a source: its canonical text and what is known of it.

Canonical text is Unicode NFC with ``\\n`` line ends and nothing else changed;
all offsets count its code points. A text that was decoded with the wrong table is
first decoded with the right one. Formats other than plain text are first read
into text, by what is in the file and not by its name.
"""

import hashlib
import re
import unicodedata
from pathlib import Path

from hiwar.errors import DocumentError
from hiwar.graph.model import Source
from hiwar.graph.rules import detect_language
from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.html import is_html, read_html
from hiwar.graph.text.mail import is_mail, read_mail
from hiwar.graph.text.metadata import read_metadata
from hiwar.graph.text.repair import items_apart, mend_encoding
from hiwar.settings import Settings

__all__ = ["canonical", "is_pdf", "load_source", "source_from_text"]

_ZIP = b"PK\x03\x04"
_NO_TEXT = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document, or one with a password",
    b"{\\rtf": "an RTF document",
}
_WIDE = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_MARKDOWN_LINK = re.compile(r"\[[^][\n]+\]\(https?://[^\s()]+\)")
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset=["']?\s*([a-z0-9_-]{2,20})""")


def load_source(path: Path, settings: Settings) -> Source:
    """Return the source that a file holds: text, HTML, PDF, DOCX, Markdown or e-mail.

    ``NAME.meta.toml`` beside it may say url, title, publisher, published,
    retrieved, language and licence; it goes before what the file says of itself.

    Raises:
        DocumentError: If it is no file, empty, too large, or cannot be read.
    """
    data = _read(path, settings.document_max_bytes)
    found = _extract(data, path, settings)
    text = canonical(items_apart(mend_encoding(found.text)))
    if not text.strip():
        raise DocumentError(
            f"{path}: no text in it; expected a document with sentences. Save what it"
            " shows as text."
        )
    meta = read_metadata(path)
    spoken = detect_language(text)
    return Source(
        name=path.name,
        content_hash=hashlib.sha256(data).hexdigest(),
        text=text,
        title=meta.get("title", canonical(mend_encoding(found.title))),
        # what a site declares of all its pages says less than the words of this one
        language=meta.get("language")
        or (spoken if spoken != "und" else found.language or spoken),
        url=meta.get("url", found.url),
        publisher=meta.get("publisher", canonical(mend_encoding(found.publisher))),
        published=meta.get("published", found.published),
        retrieved=meta.get("retrieved", ""),
        licence=meta.get("licence", ""),
        notes=found.notes,
    )


def source_from_text(text: str, name: str) -> Source:
    """Return the source that a file with this text, plain or Markdown, would give."""
    depth = Settings().document_max_depth
    found = _from_text(text, Path(name), depth)
    text = canonical(items_apart(mend_encoding(found.text)))
    return Source(
        name=name,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title="",
        language=detect_language(text),
    )


def canonical(text: str) -> str:
    r"""Return a text in the form that offsets refer to.

    >>> canonical("Cafe\u0301\r\n")
    'Café\n'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def is_pdf(data: bytes) -> bool:
    r"""Whether a file is a PDF; some have a few bytes before their first mark.

    >>> is_pdf(b"\n%PDF-1.7 ..."), is_pdf(b"On the format %PDF-1.7")
    (True, False)
    """
    return data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-")


def _extract(data: bytes, path: Path, settings: Settings) -> Extracted:
    """Return what a file holds, by its first bytes and, of texts, by its name.

    A reader is loaded when it is first needed: some take longer than most texts.
    """
    if is_pdf(data):
        from hiwar.graph.text.pdf import read_pdf

        return read_pdf(data, path, settings)
    if data.startswith(_ZIP):
        from hiwar.graph.text.docx import read_docx

        return read_docx(data, path, settings)
    for magic, what in _NO_TEXT.items():
        if data.startswith(magic):
            raise DocumentError(
                f"{path} is {what}, whatever its name says; expected text, HTML, PDF,"
                " DOCX, Markdown or e-mail. Save it as one of these."
            )
    if is_mail(data):
        return read_mail(data, path, settings.document_max_depth)
    text = _decode(path, data)
    if is_html(path.name, text):
        return read_html(text, path, settings.document_max_depth)
    return _from_text(text, path, settings.document_max_depth)


def _from_text(text: str, path: Path, max_depth: int) -> Extracted:
    """Return what Markdown holds, known by its name or its links, or a plain text."""
    named = path.name.lower().endswith((".md", ".markdown"))
    if named or _MARKDOWN_LINK.search(text):
        from hiwar.graph.text.markdown import read_markdown

        return read_markdown(text, path, max_depth)
    return Extracted(text)


def _read(path: Path, limit: int) -> bytes:
    """Return a file's bytes, or say why they are no document."""
    if path.is_dir():
        raise DocumentError(
            f"{path} is a folder; name the files in it, as {path}/*.txt."
        )
    try:
        size = path.stat().st_size
        if size > limit:
            raise DocumentError(
                f"{path} has {size:,} bytes; at most {limit:,} are read."
                " Split it, or raise HIWAR_DOCUMENT_MAX_BYTES."
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{path} cannot be read: {error.strerror}. Name a file that is there and"
            " that you may read."
        ) from error
    if not data.strip():
        raise DocumentError(f"{path} is empty; expected a document with sentences.")
    return data


def _decode(path: Path, data: bytes) -> str:
    """Return a file's bytes as text: UTF-8, or what a page declares."""
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), "")
    if wide:
        raise DocumentError(
            f"{path} is in {wide}, as its first bytes say; expected UTF-8 text. Save it"
            f" as UTF-8, for example with: iconv -f {wide} -t UTF-8"
        )
    nul = data.find(b"\0")
    if nul >= 0:
        raise DocumentError(
            f"{path}: byte {nul} is NUL, so this is no text, nor does it begin as a PDF"
            " or DOCX; expected UTF-8 text. Convert it, or leave it out."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _CHARSET.search(data, 0, 4096)
        if declared and is_html(path.name, data[:1000].decode("latin-1")):
            try:
                return data.decode(declared[1].decode())
            except (LookupError, UnicodeDecodeError):
                pass
        raise DocumentError(
            f"{path}: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8."
            " Convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8."
        ) from error
