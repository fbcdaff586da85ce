"""What ``NAME.meta.toml`` beside a file says of it."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from hiwar.errors import DocumentError

__all__ = ["read_metadata"]

_KEYS = frozenset(
    {"url", "title", "publisher", "published", "retrieved", "language", "licence"}
)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_FORMS = {
    "language": re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "published": _DATE,
    "retrieved": _DATE,
    "url": re.compile(r"https?://[^\s<>\"]+"),
}
_EXPECTED = {
    "language": 'a BCP 47 tag such as "en"',
    "published": 'a date such as "2025-04-10"',
    "retrieved": 'a date such as "2025-04-10"',
    "url": "an address that begins with http:// or https://",
}


def read_metadata(path: Path) -> dict[str, str]:
    """Return what the file beside a document says, nothing where there is none.

    Raises:
        DocumentError: If it is no TOML, or has an unknown key or a wrong value.
    """
    beside = path.with_name(f"{path.stem}.meta.toml")
    if not beside.is_file():
        return {}
    try:
        given: dict[str, Any] = tomllib.loads(beside.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DocumentError(
            f"{beside} is no TOML file: {error}; expected lines such as"
            ' url = "https://…". Mend it, or take it away.'
        ) from error
    unknown = sorted(set(given) - _KEYS)
    if unknown:
        expected = ", ".join(sorted(_KEYS))
        raise DocumentError(
            f"{beside}: unknown key {unknown[0]!r}; expected: {expected}."
        )
    for key, value in given.items():
        if isinstance(value, date) and _FORMS.get(key) is _DATE:
            given[key] = value = value.isoformat()  # TOML has dates of its own
        form = _FORMS.get(key)
        if not isinstance(value, str) or (form and not form.fullmatch(value)):
            expected = _EXPECTED.get(key, "text")
            raise DocumentError(
                f"{beside}: {key} is {value!r}; expected {expected} in quotation marks."
            )
    return {key: str(value) for key, value in given.items()}
