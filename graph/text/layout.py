"""Canonical text becomes blocks and sentences with offsets."""

import itertools
import re
from dataclasses import dataclass, replace
from enum import Enum

from hiwar.graph.model import Sentence, Source
from hiwar.graph.rules import Rules, rules_for
from hiwar.graph.text.broken import run_together, without_breaks
from hiwar.graph.text.columns import goes_on, is_sheet
from hiwar.graph.text.sentences import spans_of_sentences

__all__ = ["Block", "BlockKind", "Layout", "lay_out"]


class BlockKind(Enum):
    """What a block is to its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    QUOTE = "quotation"
    FOOTNOTE = "footnote"
    DATELINE = "dateline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text: ``text[start:end]`` without its bullet or marker.

    Attributes:
        marker: The bullet, number or footnote marker before it.
        first: The index of its first sentence.
        last: One more than the index of its last sentence.
    """

    index: int
    kind: BlockKind
    start: int
    end: int
    marker: str = ""
    first: int = 0
    last: int = 0

    def is_numbered_behind(self, other: "Block") -> bool:
        """Whether a block has the next number after another's, as "5." after "4."."""
        numbers = [re.sub(r"\D", "", block.marker) for block in (other, self)]
        return all(numbers) and int(numbers[1]) == int(numbers[0]) + 1


@dataclass(frozen=True, slots=True)
class Layout:
    """A source with its blocks and sentences; nothing is understood yet."""

    source: Source
    rules: Rules
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


_BULLET = re.compile(
    r"\s*(?P<mark>[•▪◦●■‣·*]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)|\(?[ivx]{1,4}\))\s+"
)
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = re.compile(rf"(?P<mark>{'|'.join(reversed(_NUMERALS))})[.)]\s+(?=\S+\s\S)")
_OPENING = ("“", "«", "„")
_CLOSING = ("”", "»", "“")
_END_MARK = re.compile(r"[-–—]\s*[^\W_]{1,12}\s*[-–—]")
_AFTER_DATELINE = re.compile(r"\s*(?:[–—:]|--?)\s+")
_ROW = re.compile(r"\s*\|\s*(?P<row>[^|\W\d][^|\n]*\|[^|\n]*[^|\s])\s*\|?\s*")
_NOTE = re.compile(r"\s*(?P<mark>[¹²³⁰⁴-⁹]+|\[\d{1,2}\]|\*(?=\s*[a-z]))\s*")


def lay_out(source: Source, rules: Rules | None = None) -> Layout:
    """Return a source with its blocks and sentences.

    Blocks and sentences come in the order of the text and do not overlap. The
    rules are those of its language, where no others are given.
    """
    rules = rules or rules_for(source.language)
    blocks: list[Block] = []
    paragraphs = _paragraphs(source.text)
    opening = _opening_dateline(source.text, paragraphs, rules)
    for start, end in paragraphs:
        if opening and start == opening[0].start:
            blocks.append(replace(opening[0], index=len(blocks)))
            start = opening[1]
        blocks.append(_block(len(blocks), start, end, source.text, rules))
    blocks = _mark_roman_lists(_mark_starred_lists(blocks), source.text)
    blocks = _mark_teasers(_mark_quotes(blocks, source.text, rules), source.text, rules)
    sentences: list[Sentence] = []
    placed: list[Block] = []
    for block in blocks:
        first = len(sentences)
        raw = source.text[block.start : block.end]
        for start, end in spans_of_sentences(raw, block.start, rules, source.language):
            sentences.append(Sentence(len(sentences), start, end))
        placed.append(replace(block, first=first, last=len(sentences)))
    return Layout(source, rules, tuple(placed), tuple(sentences))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of paragraphs; lines broken at a column are one."""
    spans: list[tuple[int, int]] = []
    position = 0
    lines = text.split("\n")
    wrapped = _is_wrapped([line.rstrip() for line in lines])
    joins = False
    for line in lines:
        start, end = position, position + len(line)
        position = end + 1
        if not line.strip():
            joins = False
            continue
        if (joins and not _BULLET.match(line)) or goes_on(text, spans, start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        joins = wrapped and len(line.rstrip()) > 50
    return run_together(text, without_breaks(text, spans))


def _opening_dateline(
    text: str, paragraphs: list[tuple[int, int]], rules: Rules
) -> tuple[Block, int] | None:
    """Return what "OSLO, 3 May 2021 – " begins a paragraph with, and its text after.

    Where several paragraphs begin so, they are a timeline and tell of events.
    """
    found: list[tuple[Block, int]] = []
    for start, end in paragraphs:
        for mark in _AFTER_DATELINE.finditer(text, start, min(end, start + 120)):
            line = _AFTER_DATELINE.sub(", ", text[start : mark.start()])
            is_said = len(text[mark.end() : end].split()) > 4
            if is_said and rules.is_dateline(line) and rules.begins_with_place(line):
                block = Block(0, BlockKind.DATELINE, start, mark.start())
                found.append((block, mark.end()))
                break
    return found[0] if len(found) == 1 else None


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a column rather than at paragraphs."""
    full = [line for line in lines if line.strip()]
    pairs = itertools.pairwise(lines)
    broken = sum(50 < len(line) <= 90 and bool(after.strip()) for line, after in pairs)
    wide = broken >= 3 and broken >= 0.4 * len(full)
    return wide and max(map(len, full)) < 250 and not is_sheet(full)


def _block(index: int, start: int, end: int, text: str, rules: Rules) -> Block:
    """Return the block that a paragraph is; a row of two cells is a labelled line."""
    raw = text[start:end]
    if row := _ROW.fullmatch(raw):
        start, end, raw = start + row.start("row"), start + row.end("row"), row["row"]
    bullet, note = _BULLET.match(raw), _NOTE.match(raw)
    if note and len(raw) > note.end():
        kind, marker, skip = BlockKind.FOOTNOTE, note["mark"], note.end()
    elif _END_MARK.fullmatch(raw.strip()):
        kind, marker, skip = BlockKind.FURNITURE, "", len(raw) - len(raw.lstrip())
    elif bullet:
        kind, marker, skip = BlockKind.ITEM, bullet["mark"], bullet.end()
    else:
        kind, marker = _plain_kind(raw.strip(), rules), ""
        skip = len(raw) - len(raw.lstrip().lstrip("#").lstrip())
    return Block(index, kind, start + skip, start + len(raw.rstrip()), marker)


def _plain_kind(line: str, rules: Rules) -> BlockKind:
    """Return what a block without a marker is."""
    if rules.is_furniture(line):
        return BlockKind.FURNITURE
    if rules.is_dateline(line):
        return BlockKind.DATELINE
    if line[:1] in _OPENING and line[-1:] in _CLOSING and not _is_narrated(line):
        return BlockKind.QUOTE
    ends = line.rstrip("\"'”’»)")[-1:]
    if len(line) < 220 and ends not in ".:;?!؟,":
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _mark_starred_lists(blocks: list[Block]) -> list[Block]:
    """Take lines that begin with stars as a list, where one follows another."""
    starred = {b.index for b in blocks if b.marker == "*"}
    return [
        replace(block, kind=BlockKind.ITEM)
        if block.index in starred and {block.index - 1, block.index + 1} & starred
        else block
        for block in blocks
    ]


def _mark_roman_lists(blocks: list[Block], text: str) -> list[Block]:
    """Take paragraphs that begin with "I.", "II." … as a list."""
    found = [
        _ROMAN.match(text, block.start, block.end)
        if block.kind is BlockKind.PARAGRAPH
        else None
        for block in blocks
    ]
    numbers = [_NUMERALS.index(one["mark"]) if one else -1 for one in found]
    marked = list(blocks)
    for place, one in enumerate(found):
        number, beside = numbers[place], numbers[max(place - 1, 0) : place + 2]
        if one and (number - 1 in beside if number else 1 in beside):
            marked[place] = replace(
                blocks[place], kind=BlockKind.ITEM, start=one.end(), marker=one["mark"]
            )
    return marked


def _is_narrated(line: str) -> bool:
    """Whether words stand between two quotations of a line, and in neither."""
    depth = 0
    for mark in "" if line.startswith("„") else line[:-1]:
        if mark in "“«":
            depth += 1
        elif mark in "”»":
            depth -= 1
        elif depth <= 0 and mark.isalpha():
            return True
    return False


def _mark_quotes(blocks: list[Block], text: str, rules: Rules) -> list[Block]:
    """Mark as quotations the blocks whose speaker the line below names."""
    marked = list(blocks)
    for before, after in itertools.pairwise(blocks):
        adjacent = text[before.end : after.start].count("\n") == 1
        named = not after.marker and rules.is_attribution(text[after.start : after.end])
        if adjacent and named:
            marked[before.index] = replace(before, kind=BlockKind.QUOTE)
            marked[after.index] = replace(after, kind=BlockKind.PARAGRAPH)
    for block in blocks:
        spoken = text[block.start : block.end]
        if block.marker in "–—-" and block.marker and rules.is_speech(spoken):
            marked[block.index] = replace(block, kind=BlockKind.QUOTE)
    return marked


def _mark_teasers(blocks: list[Block], text: str, rules: Rules) -> list[Block]:
    """Mark the lines below "More news:" as those of other articles.

    Only behind the running text of the page: a menu above it has no end.
    """
    marked, others, read = list(blocks), False, False
    for block in blocks:
        if read and rules.leads_to_others(text[block.start : block.end]):
            others = True
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
            others, read = False, True
        if others:
            marked[block.index] = replace(block, kind=BlockKind.FURNITURE)
    return marked
