"""Records in columns: a label too long for its own goes on in the next line."""

import re

__all__ = ["ends_label"]

_SMALL = r"[^\W\d_A-ZÀ-Þ][^\W\d_-]*"
_BEGUN = re.compile(r"[^\W\d_][^\W\d_-]*(?: [^\W\d_]+)?[ \t]*")
_ENDED = re.compile(rf"(?:{_SMALL}[ \t]){{0,2}}{_SMALL}:\s{{2,}}\S")


def ends_label(text: str, spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a line goes on with the label that the line above it begins.

    That line holds hardly a word; this one has no capital, and a gap after its colon.
    """
    if not spans or spans[-1][1] + 1 != start:
        return False
    return bool(_BEGUN.fullmatch(text, *spans[-1]) and _ENDED.match(text, start))
