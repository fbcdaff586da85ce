r"""A file becomes a source: its canonical text and what is known of it.

Canonical text is Unicode NFC with ``\\n`` line ends and nothing else changed;
all offsets count its code points.
"""

import hashlib
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from hiwar.errors import DocumentError
from hiwar.graph.model import Source
from hiwar.graph.rules import detect_language
from hiwar.graph.text.html import is_html, text_of_html
from hiwar.settings import Settings

__all__ = ["canonical", "load_source", "source_from_text"]

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
}
_META_KEYS = frozenset(
    {"url", "title", "publisher", "published", "retrieved", "language", "licence"}
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_META_FORMS = {
    "language": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "published": _DATE,
    "retrieved": _DATE,
    "url": re.compile(r"https?://[^\s<>\"]+"),
}
_META_EXPECTED = {
    "language": 'a BCP 47 tag such as "en"',
    "published": 'a date such as "2025-04-10"',
    "retrieved": 'a date such as "2025-04-10"',
    "url": "an address that begins with http:// or https://",
}


def load_source(path: Path, settings: Settings) -> Source:
    """Return the source that a text or HTML file holds.

    ``NAME.meta.toml`` beside it may say url, title, publisher, published,
    retrieved, language and licence.

    Raises:
        DocumentError: If it is no file, empty, too large, not text, or not UTF-8.
    """
    data = _read(path, settings.document_max_bytes)
    text = canonical(_decode(path, data))
    title = ""
    if is_html(path.name, text):
        title, text = text_of_html(text, path)
        title, text = canonical(title), canonical(text)
    if not text.strip():
        raise DocumentError(
            f"{path}: no text in it; expected a document with sentences."
        )
    meta = _metadata(path)
    return Source(
        name=path.name,
        content_hash=hashlib.sha256(data).hexdigest(),
        text=text,
        title=meta.get("title", title),
        language=meta.get("language") or detect_language(text),
        url=meta.get("url", ""),
        publisher=meta.get("publisher", ""),
        published=meta.get("published", ""),
        retrieved=meta.get("retrieved", ""),
        licence=meta.get("licence", ""),
    )


def source_from_text(text: str, name: str) -> Source:
    """Return the source that a plain text file with this text would give."""
    text = canonical(text)
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
        raise DocumentError(f"{path} cannot be read: {error.strerror}.") from error
    if not data.strip():
        raise DocumentError(f"{path} is empty; expected a document with sentences.")
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(
                f"{path} is {what}, whatever its name says; expected text or HTML."
                " Save it as UTF-8 text first."
            )
    return data


def _decode(path: Path, data: bytes) -> str:
    """Return a file's bytes as text."""
    nul = data.find(b"\0")
    if nul >= 0:
        raise DocumentError(
            f"{path}: byte {nul} is NUL, so this is no text; expected UTF-8 text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{path}: byte {error.start} (0x{data[error.start]:02x}) is not UTF-8."
            " Convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8."
        ) from error


def _metadata(path: Path) -> dict[str, str]:
    """Return what ``NAME.meta.toml`` says, nothing where there is none."""
    beside = path.with_name(f"{path.stem}.meta.toml")
    if not beside.is_file():
        return {}
    try:
        given: dict[str, Any] = tomllib.loads(beside.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DocumentError(f"{beside} is no TOML file: {error}.") from error
    unknown = sorted(set(given) - _META_KEYS)
    if unknown:
        expected = ", ".join(sorted(_META_KEYS))
        raise DocumentError(
            f"{beside}: unknown key {unknown[0]!r}; expected: {expected}."
        )
    for key, value in given.items():
        form = _META_FORMS.get(key)
        if not isinstance(value, str) or (form and not form.fullmatch(value)):
            expected = _META_EXPECTED.get(key, "text")
            raise DocumentError(
                f"{beside}: {key} is {value!r}; expected {expected} in quotation marks."
            )
    return {key: str(value) for key, value in given.items()}
