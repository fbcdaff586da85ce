"""What a reader of a format gives: the text of a file, and what the file says of it."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from hiwar.errors import DocumentError

__all__ = ["Extracted", "first_day", "is_title", "require_depth"]

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?!\d)")
_MADE_BY_A_PROGRAM = re.compile(
    r"(?i)microsoft \w+ - |untitled|document ?\d*$|.*\.(?:docx?|pdf|indd|odt|rtf|qxd)$"
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what the file itself says of it.

    All but the text are empty where the file says nothing that can be relied on.

    Attributes:
        language: The tag that the file declares; the text may tell better.
        published: An ISO day.
        notes: What of the file could not be read, in sentences.
    """

    text: str
    title: str = ""
    language: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()


def first_day(text: str) -> str:
    """Return the day that a time stamp begins with, nothing where it is none.

    >>> first_day("2025-04-10T09:00:00Z"), first_day("2025-02-30"), first_day("May")
    ('2025-04-10', '', '')
    """
    found = _DAY.match(text)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def is_title(title: str, text: str) -> bool:
    r"""Whether the title among a file's properties is one, and of this text.

    Programs fill that field with file names, and templates with older titles.

    >>> is_title("Annual Report of the Agency", "ANNUAL REPORT\nof the Agency")
    True
    >>> is_title("Microsoft Word - final2.docx", "Annual Report")
    False
    """
    words = re.findall(r"\w{3,}", title.lower())
    if len(words) < 2 or _MADE_BY_A_PROGRAM.match(title.strip()):
        return False
    opening = set(re.findall(r"\w{3,}", text[:3000].lower()))
    return sum(word in opening for word in words) >= 0.6 * len(words)


def require_depth(root: Any, path: Path, max_depth: int) -> None:
    """Refuse a tree of tags that is deeper than people write, without recursion.

    Raises:
        DocumentError: If it is.
    """
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > max_depth:
            raise DocumentError(
                f"{path}: its tags nest more than {max_depth} deep; expected a page"
                " that people wrote. Save its text, or raise HIWAR_DOCUMENT_MAX_DEPTH."
            )
