"""What stands between a post and the name of who holds it: a comma, a dash, nothing."""

from hiwar.graph.mentions.personal import name_at, skip_honorifics
from hiwar.graph.mentions.reader import Reader

__all__ = ["DASHES", "behind_government", "is_bridged", "is_joined"]

DASHES = ("-", "–", "—")


def is_bridged(reader: Reader, start: int, at: int) -> bool:
    """Whether a comma or a dash leads from a post to the name of who holds it.

    Who speaks "on behalf of the Minister," is somebody else. A dash leads to a title.
    """
    if reader.word(at) in DASHES:
        return skip_honorifics(reader.tokens, at + 1, reader.rules) > at + 1
    cue = reader.rules.cues.get("stands_in")
    before = reader.text[: reader.tokens[start].start]
    if reader.word(at) != "," or (cue and cue.search(before)):
        return False
    juxtaposes = reader.rules.words.get("post_juxtaposes")
    return not juxtaposes or _is_apposed(reader, at + 1)


def is_joined(reader: Reader, index: int) -> bool:
    """Whether a dash ties a name to the words before it, whose it then is."""
    if index < 2 or reader.word(index - 1) != DASHES[0]:
        return False
    before, dash = reader.tokens[index - 2 : index]
    return before.end == dash.start


def behind_government(reader: Reader, at: int) -> int:
    """Return the token behind the government of a minister: "in the X government,"."""
    names = reader.rules.list_words("governments")
    if not names or reader.word(at + 1) not in names:
        return at
    end = at + 2
    while end < len(reader.tokens) and reader.tokens[end].is_capital:
        end += 1
    return end if reader.word(end) == "," else at


def _is_apposed(reader: Reader, at: int) -> bool:
    """Whether a name alone stands behind a comma: titled, or up to the next mark.

    Where no capital letter tells a name, any words might seem to be one.
    """
    start = skip_honorifics(reader.tokens, at, reader.rules)
    name = name_at(reader.tokens, start, reader.rules, titled=start > at)
    ends = reader.word(start + len(name)) in (",", ".", "")
    return bool(name) and (start > at or (ends and len(name) > 1))
