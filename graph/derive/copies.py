"""Documents of the same text, which count as one source."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from hiwar.graph.mentions.mention import View, fold
from hiwar.graph.model import Reading

__all__ = ["same_texts"]

_SHARED: Final = 0.9
"""The part of the sentences that two documents of the same text share, both ways."""

_TELLING: Final = 6
"""Words from which on a sentence is hardly in two texts by chance."""


def same_texts(readings: Iterable[Reading]) -> dict[str, str]:
    """Return for each copy of a text the document that stands for it, by content hash.

    That is the one published first. The order of the readings does not matter. Case,
    accents, punctuation and line breaks make no difference, nor does a head or a
    foot of a few words.

    >>> from hiwar.graph.reading import read_text
    >>> texts = [
    ...     "Egypt hosted the meeting of states.",
    ...     "EGYPT hosted the meeting of states",
    ... ]
    >>> len(same_texts([read_text(text) for text in texts]))
    1
    """
    ordered = sorted(readings, key=_order)
    sentences: dict[str, frozenset[str]] = {}
    holders: dict[str, list[str]] = {}
    copies: dict[str, str] = {}
    for reading in ordered:
        name, own = reading.source.content_hash, _sentences(reading)
        shared = Counter(holder for text in own for holder in holders.get(text, ()))
        fitting = [
            holder
            for holder, count in shared.items()
            if count >= _SHARED * max(len(own), len(sentences[holder]))
        ]
        if fitting:
            copies[name] = max(fitting, key=lambda holder: (shared[holder], holder))
            continue
        sentences[name] = own
        for text in own:
            holders.setdefault(text, []).append(name)
    return copies


def _order(reading: Reading) -> tuple[bool, str, str]:
    source = reading.source
    return not source.published, source.published, source.content_hash


def _sentences(reading: Reading) -> frozenset[str]:
    """Return the sentences of a document, folded; the telling ones, if any."""
    folded = {
        " ".join(re.findall(r"\w+", fold(View(reading.quote(item.index), 0).text)))
        for item in reading.sentences
    }
    telling = {text for text in folded if len(text.split()) >= _TELLING}
    return frozenset(telling or folded - {""})
