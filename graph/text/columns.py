"""Records: lines of a label and its value, which may go on in the next line."""

import re

__all__ = ["goes_on", "is_sheet"]

_SMALL = r"[^\W\d_A-ZÀ-Þ][^\W\d_-]*"
_BEGUN = re.compile(r"[^\W\d_][^\W\d_-]*(?: [^\W\d_]+)?[ \t]*")
_LABELLED = re.compile(r"\s{0,3}[^\W\d_][^:\n]{1,40}:\s")
_LABEL = re.compile(r"\W*[^\W\d_][^.:;\n]{1,40} ?: \S")
_MOVED_IN = re.compile(r"[ \t]{4,}(?![-–—•*·]\s)\S")
_ENDED = re.compile(rf"(?:{_SMALL}[ \t]){{0,2}}{_SMALL}:\s{{2,}}\S")


def goes_on(text: str, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a line goes on with the one above it: with its label, or its list."""
    return _ends_label(text, spans, start) or _hangs(text, spans, start)


def _hangs(text: str, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a line hangs below a list that the line above it has not ended.

    That one begins with a label and ends with a comma; this one is moved in.
    """
    if not spans or spans[-1][1] + 1 != start or not _MOVED_IN.match(text, start):
        return False
    above = text[slice(*spans[-1])]
    return bool(_LABELLED.match(above)) and above.rstrip()[-1:] in (",", ";")


def _ends_label(text: str, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a line goes on with the label that the line above it begins.

    That line holds hardly a word; this one has no capital, and a gap after its colon.
    """
    if not spans or spans[-1][1] + 1 != start:
        return False
    return bool(_BEGUN.fullmatch(text, *spans[-1]) and _ENDED.match(text, start))


def is_sheet(lines: list[str]) -> bool:
    """Whether half of the lines begin with a label: "Place: Lima" was not broken off.

    >>> is_sheet(["Place: Lima", "Chair: Peru", "Annual meeting"])
    True
    """
    return sum(bool(_LABEL.match(line)) for line in lines) * 2 >= len(lines)
