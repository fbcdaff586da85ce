"""An e-mail becomes text: its subject and its words; who sent it when is kept apart."""

import re
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from hiwar.errors import DocumentError
from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.html import read_html

__all__ = ["is_mail", "read_mail"]

_FIELD = re.compile(rb"(?P<name>[A-Za-z][A-Za-z-]*):(?:[ \t]|\r?\n)|[ \t]+\S")
_LINE = re.compile(rb"[^\r\n]*\r?(?:\n|\Z)")
_QUOTED = re.compile(r"(?m)^>[> ]*(?P<words>\S.*)$")


def is_mail(data: bytes) -> bool:
    r"""Whether a file begins with the headers of a message: who sent it and what.

    >>> is_mail(b"From: Press <press@example.org>\nSubject: Talks\n\nText")
    True
    >>> is_mail(b"Date: 3 May 2021\nPlace: Oslo\n\nText")
    False
    """
    names: set[bytes] = set()
    for line in _LINE.finditer(data, 0, 64_000):
        field = _FIELD.match(line[0])
        if field is None:
            return not line[0].strip() and b"from" in names and b"subject" in names
        names.add((field["name"] or b"").lower())
    return False


def read_mail(data: bytes, path: Path, max_depth: int) -> Extracted:
    """Return the subject and the words of a message, and what its headers say.

    Plain text goes before HTML. The sender's name is the publisher, the day of
    sending that of publication. Attachments are not read; a note names them.

    Raises:
        DocumentError: If it holds no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise DocumentError(f"{path} is no e-mail that can be read; save it as text.")
    part = message.get_body(("plain", "html"))
    if part is None:
        raise DocumentError(
            f"{path} is an e-mail without text; expected a message with sentences."
            " Save what is attached to it, and read that."
        )
    text = _content(part, path)
    if part.get_content_type() == "text/html":
        text = read_html(text, path, max_depth).text
    subject = _header(message, "subject")
    body = _QUOTED.sub(r"“\g<words>”", text).strip("\r\n")
    if subject and not " ".join(body.split()).startswith(subject):
        body = f"{subject}\n\n{body}"
    attached = [
        name for item in message.iter_attachments() if (name := item.get_filename())
    ]
    return Extracted(
        body,
        title=subject,
        language=_header(message, "content-language"),
        publisher=_sender(_header(message, "from")),
        published=_day(_header(message, "date")),
        notes=tuple(f"The attachment {name!r} was not read." for name in attached),
    )


def _content(part: MIMEPart, path: Path) -> str:
    """Return the text of a part, by the character set that it declares, or UTF-8."""
    declared = part.get_content_charset("utf-8")
    data = part.get_payload(decode=True)
    try:
        raw = data if isinstance(data, bytes) else str(data).encode()
        return raw.decode("utf-8" if declared == "us-ascii" else declared)
    except (LookupError, UnicodeError) as error:
        raise DocumentError(
            f"{path}: its text is not in the character set that it declares ({error})."
            " Save the message as UTF-8 text."
        ) from error


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (
        ValueError,
        IndexError,
        AttributeError,
    ):  # headers that the parser trips over
        return ""


def _sender(text: str) -> str:
    """Return the name of a sender; an address alone is none."""
    return parseaddr(text)[0] if "@" in text else text.strip('" ')


def _day(text: str) -> str:
    """Return the day of a date as messages or people write it, else nothing.

    >>> _day("Mon, 03 May 2021 09:30:00 +0300"), _day("3 May 2021"), _day("soon")
    ('2021-05-03', '2021-05-03', '')
    """
    for form in ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return ""
