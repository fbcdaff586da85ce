"""The sentences of a block."""

import re

from sentencex import get_sentence_boundaries

from hiwar.graph.rules import Rules

__all__ = ["spans_of_sentences"]

_END = re.compile(r"[.!?؟۔]\s")
_BEHIND_DATELINE = re.compile(r"\s?[-–—]{1,2}\s")
_LETTERS = re.compile(r"(?<![^\W\d_])[A-Z]\.[A-Z]\.")
_LONGEST_DATELINE = 70
_LONGEST_STRETCH = 8000


def spans_of_sentences(
    raw: str, offset: int, rules: Rules, language: str
) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a block that begins at an offset."""
    spans = []
    for begin, finish in _stretches(raw):
        split = _split(raw[begin:finish], language)
        for start, end in _rejoin(split, raw[begin:finish], rules):
            piece = raw[begin + start : begin + end]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                first = offset + begin + start
                spans.append((first + lead, first + len(piece.rstrip())))
    return spans


def _stretches(raw: str) -> list[tuple[int, int]]:
    """Return the spans to split one by one: the splitter's time grows as a square."""
    if len(raw) <= _LONGEST_STRETCH:
        return [(0, len(raw))]
    spans: list[tuple[int, int]] = []
    start = last = 0
    for end in (*(match.end() for match in _END.finditer(raw)), len(raw)):
        if end - start > _LONGEST_STRETCH and last > start:
            spans.append((start, last))
            start = last
        last = end
    return [*spans, (start, len(raw))]


def _split(raw: str, language: str) -> list[tuple[int, int]]:
    """Return the sentences of a stretch; one without an end that long stays whole."""
    if len(raw) > _LONGEST_STRETCH:
        return [(0, len(raw))]
    found = get_sentence_boundaries(language, raw.replace("\n", " "))
    return [(item["start_index"], item["end_index"]) for item in found]


def _rejoin(
    spans: list[tuple[int, int]], raw: str, rules: Rules
) -> list[tuple[int, int]]:
    """Return the spans, where no dot of "Ms.", "LIMA.- " or "U.S." ends a sentence."""
    honorifics = rules.list_words("honorifics")
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        last = raw[: joined[-1][1]].split()[-1:] if joined else []
        is_title = last and last[0].endswith(".") and last[0].lstrip("(") in honorifics
        is_dateline = len(joined) == 1 and joined[0][1] <= _LONGEST_DATELINE
        behind = _BEHIND_DATELINE.match(raw, start) if is_dateline else None
        if is_title or behind or (start > 1 and _LETTERS.match(raw, start - 2)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
