"""Paragraphs that a page broke in two, and lines that it ran together."""

import re

__all__ = ["run_together", "without_breaks"]

_SHORTEST = 40
"""Characters of a line that may have been broken; a heading, or a day, is shorter."""
_LONGEST = 200
"""Characters of a line that may hold columns; in a longer one, lines ran together."""
_REPEATED = 4
"""So many lines down, a page may repeat its title."""
_GAP = re.compile(r"(?<=[^\s:]) {3,}(?=\S)")
_OPEN = re.compile(r"\w\s*$")
_CUT = re.compile(r"\s[a-zà-ÿ]{1,2}\s*$")
_BLANK = re.compile(r"\n\s*\n\s*")
_ENDS = re.compile(r"[.!?؟][\"'”’»)]*(?:\s|$)")


def without_breaks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""Return the spans of paragraphs, with the two halves of a broken one as one.

    The first half has begun and not ended its sentence, the other goes on in small
    letters below a blank line, or the first ends with a word such as "of". Where
    several lines begin so, they are a list.

    >>> text = "The ministers of both states agreed to hold\n\nmeetings in May."
    >>> without_breaks(text, [(0, 43), (45, 61)])
    [(0, 61)]
    """
    found: list[tuple[int, int]] = []
    lines = [text[start:end].strip() for start, end in spans] + [""]
    for place, (start, end) in enumerate(spans):
        below, next_one = lines[place : place + 2]
        is_list = next_one[:1].islower() and not _ENDS.search(below)
        begun, stop = found[-1] if found else (0, 0)
        is_cut = bool(_CUT.search(text, begun, stop)) and below[0].isalpha()
        if found and (below[0].islower() or is_cut) and not is_list:
            is_apart = _BLANK.fullmatch(text, stop, start)
            if is_apart and _is_broken(text[begun:stop].strip()):
                found[-1] = (begun, end)
                continue
        found.append((start, end))
    return found


def _is_broken(line: str) -> bool:
    """Whether a line has begun a sentence, in full length, and not ended it."""
    begins = len(line) >= _SHORTEST and not line[0].islower()
    return begins and bool(_OPEN.search(line))


def run_together(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""Return the spans of paragraphs, with lines that were run together apart.

    In a long paragraph wide gaps stand where lines ended; a single one is a slip. A
    title that a line near the top repeats is one line, and a day behind it another.

    >>> text = "Talks on migration in Lima\nTalks on migration in Lima Friday, 3 May"
    >>> run_together(text, [(0, 26), (27, 67)])
    [(0, 26), (27, 53), (53, 67)]
    """
    found: list[tuple[int, int]] = []
    for place, (start, end) in enumerate(spans):
        cut = _end_of_title(text, spans[0], start, end) if place else 0
        if cut and place < _REPEATED:
            found.append((start, cut))
            start = cut
        is_long = end - start > _LONGEST
        gaps = list(_GAP.finditer(text, start, end)) if is_long else []
        gaps = gaps if len(gaps) > 1 else []
        begins = [start, *(gap.end() for gap in gaps)]
        found += zip(begins, [*(gap.start() for gap in gaps), end], strict=True)
    return found


def _end_of_title(text: str, title: tuple[int, int], start: int, end: int) -> int:
    """Return where the title ends that a line begins with, 0 where it does not."""
    letters = "".join(text[slice(*title)].split())
    place = start
    for letter in letters:
        while place < end and text[place].isspace():
            place += 1
        if place >= end or text[place].lower() != letter.lower():
            return 0
        place += 1
    rest = text[place:end].strip()
    is_apart = len(letters) >= _SHORTEST / 2 and 0 < len(rest) < _SHORTEST
    return place if is_apart and text[place].isspace() else 0
