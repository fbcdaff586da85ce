"""Broken characters put right, before a text becomes canonical.

What was decoded with the wrong table is decoded again; what a page's layout put
between the letters of a word is taken out.
"""

import re
from collections import Counter

__all__ = [
    "INVISIBLE",
    "LIGATURES",
    "items_apart",
    "joined_lines",
    "mend_encoding",
    "without_layout_marks",
]

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""The ligatures of the Latin script that fonts put into texts."""

INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphens and marks of no width, which a page shows as nothing."""

_LIGATURES = str.maketrans(LIGATURES | dict.fromkeys(INVISIBLE, ""))
# Windows-1252 leaves five bytes open; decoders pass them through as they are.
_OPEN = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_BYTES = {_OPEN.get(b) or bytes([b]).decode("cp1252"): b for b in range(0x80, 0x100)}
# Latin-1 has control characters where Windows-1252 has signs
_BYTES |= {chr(byte): byte for byte in range(0x80, 0xA0)}
_INNER = "".join(char for char, byte in _BYTES.items() if byte < 0xC0)
_GARBLED = re.compile(f"[Â-ß][{_INNER}]|[à-ï][{_INNER}]{{2}}")
_LIKELY = re.compile(
    "[\u00a0-\u017f\u0370-\u052f\u05d0-\u05ea\u0600-\u06ff\u1e00-\u22ff\uf0a7-\uf0d8]"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SYMBOLS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8", "•"))
_LISTED = re.compile(
    r"(?m)^(?P<first>[^\S\n]*[•▪●■‣a-zà-ÿ]"
    r"|[^\n•▪●■‣]*[;:](?: \w{1,3})?(?=\s+[•▪●■‣]\s))(?P<items>[^\n]+)$"
)
_BULLET = re.compile(r"[^\S\n](?=[•▪●■‣][^\S\n])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def mend_encoding(text: str) -> str:
    """Return a text with UTF-8 that was read as Windows-1252 read as UTF-8.

    A line is mended only where all of its letters beyond ASCII are of that kind.

    >>> mend_encoding("TÃ¼rkiye and CÃ´te dâ€™Ivoire"), mend_encoding("São Tomé")
    ('Türkiye and Côte d’Ivoire', 'São Tomé')
    """
    if not _GARBLED.search(text):
        return text
    return "\n".join(_mended(line) for line in text.split("\n"))


def _mended(line: str) -> str:
    """Return a line as it was meant, itself where it may be meant as it is."""
    if _FOREIGN.search(_GARBLED.sub("", line)):
        return line
    try:
        mended = _GARBLED.sub(_decoded, line)
    except UnicodeDecodeError:
        return line
    return mended if all(map(_LIKELY.match, _FOREIGN.findall(mended))) else line


def _decoded(found: re.Match[str]) -> str:
    return bytes(_BYTES[char] for char in found[0]).decode()


def items_apart(text: str) -> str:
    r"""Return a text of the same length with each item of a list on a line of its own.

    Bullets of symbol fonts become such as every font has. Between two names, as in
    "Lima • 3 May", a bullet begins no item.

    >>> (
    ...     items_apart("\uf0b7 train guards \uf0b7 share data"),
    ...     items_apart("Lima • 3 May"),
    ... )
    ('• train guards\n• share data', 'Lima • 3 May')
    """
    return _LISTED.sub(
        lambda line: line["first"] + _BULLET.sub("\n", line["items"]),
        text.translate(_SYMBOLS),
    )


def without_layout_marks(text: str) -> str:
    r"""Return a text without soft hyphens, invisible marks and ligatures.

    >>> without_layout_marks("co\u00adoperation of\ufb01cials")
    'cooperation officials'
    """
    return text.translate(_LIGATURES)


def joined_lines(lines: list[str], words: Counter[str]) -> str:
    """Return lines broken at a column as one; hyphens of the break are taken out.

    Args:
        lines: The lines, in their order.
        words: The words of the document, which tell a hyphen from a break.

    >>> joined_lines(["the minis-", "ters of Guinea-", "Bissau"], Counter())
    'the ministers of Guinea-Bissau'
    """
    pieces: list[str] = []
    for line in (item.strip() for item in lines):
        last = pieces[-1] if pieces else ""
        if last.endswith("\u00ad"):
            pieces[-1] = last[:-1]
        elif last[-1:] == "-" and last[-2:-1].isalpha() and line[:1].isalpha():
            pieces[-1] = _unbroken(last, line, words)
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _unbroken(last: str, line: str, words: Counter[str]) -> str:
    """Return a line that ends with a hyphen as it stands before the next one."""
    before, after = _WORD.findall(last)[-1].lower(), _WORD.findall(line)[0].lower()
    keeps = line[0].isupper() or (
        words[f"{before}-{after}"] > words[before + after]
        if words[f"{before}-{after}"] or words[before + after]
        else bool(words[before] and words[after])
    )
    return last if keeps else last[:-1]
