"""Content negotiation: what a client accepts, and what there is."""

import contextlib
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hiwar.errors import FormatError, NotAcceptableError, QueryError
from hiwar.graph.formats import Answer, Format, find_format, formats_for

__all__ = [
    "HTML",
    "REMEMBERED",
    "Offer",
    "choose",
    "negotiate",
    "offers_for",
    "prefers_html",
    "split_suffix",
]

HTML: Final = "text/html"
REMEMBERED: Final = 1000
"""Accept headers whose outcome is remembered; there are few in the world."""

_RANGE: Final = re.compile(
    r"\s*([\w!#$%&'*+.^`|~-]+)/([\w!#$%&'*+.^`|~-]+)\s*((?:;[^,]*)?)"
)
_PARAMETER: Final = re.compile(r';\s*([\w!#$%&\'*+.^`|~-]+)\s*=\s*("[^"]*"|[^;,\s]*)')
_SPLIT: Final = re.compile(r'((?:[^,"]|"(?:[^"\\]|\\.)*"|")+)')


@dataclass(frozen=True, slots=True)
class Offer:
    """A representation that there is: ``format`` is None for a page."""

    media_type: str
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept header."""

    kind: str
    subkind: str
    quality: float
    parameters: int

    def specificity(self, media_type: str) -> int:
        """Return how closely it names a media type, -1 where it does not."""
        kind, _, subkind = media_type.partition("/")
        if (self.kind, self.subkind) == (kind, subkind):
            return 2 + self.parameters
        if self.kind == kind and self.subkind == "*":
            return 1
        return 0 if self.kind == self.subkind == "*" else -1


def negotiate(accept: str | None, offers: Sequence[Offer]) -> Offer:
    """Return the offer that the client likes best.

    The most specific range that names an offer gives its quality; of equal
    qualities the one named more specifically wins, then the first. A header that
    is missing, or holds no media range at all, accepts everything.

    Source: https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1

    Raises:
        NotAcceptableError: If there is nothing that the client accepts.

    >>> offers = [Offer("text/turtle"), Offer("text/html")]
    >>> negotiate("text/*;q=0.5, text/html, text/turtle;q=0.9", offers).media_type
    'text/html'
    """
    ranges = list(_ranges(accept or ""))
    if not ranges:
        return offers[0]
    best = max(offers, key=lambda offer: _rank(offer, ranges))
    if _rank(best, ranges)[0] <= 0:
        raise NotAcceptableError(
            f"There is no representation in {(accept or '')[:200]!r}; expected one of:"
            f" {', '.join(dict.fromkeys(offer.media_type for offer in offers))}."
        )
    return best


def offers_for(answer: Answer, *, page: str = "") -> list[Offer]:
    """Return what an answer can be given as, the preferred one first.

    Args:
        answer: The kind of answer.
        page: Where among them a page stands: ``first``, ``last`` or nowhere.
    """
    formats = formats_for(answer)
    offers = [Offer(item.media_type, item) for item in formats]
    if page:
        offers.insert(0 if page == "first" else len(offers), Offer(HTML))
    offers += [Offer(alias, item) for item in formats for alias in item.aliases]
    return offers


def choose(name: str, accept: str | None, answer: Answer) -> Offer:
    """Return what to answer in: what ``format`` names, or what the client accepts.

    Raises:
        QueryError: If ``format`` names several.
        FormatError: If there is no such format, or it cannot hold the answer.
        NotAcceptableError: If there is nothing that the client accepts.
    """
    if name:
        found = _find_one(name, answer)
        return Offer(found.media_type, found)
    return _best(accept, answer)


def split_suffix(name: str) -> tuple[str, Offer | None]:
    """Return a name without the suffix of a format of graphs, and what that names.

    >>> split_suffix("facts.ttl")[1].media_type, split_suffix("10.7")
    ('text/turtle', ('10.7', None))
    """
    stem, dot, suffix = name.rpartition(".")
    for item in formats_for(Answer.GRAPH):
        if stem and dot and suffix == item.name:
            return stem, Offer(item.media_type, item)
    return name, None


@lru_cache(REMEMBERED)
def _best(accept: str | None, answer: Answer) -> Offer:
    return negotiate(accept, offers_for(answer))


def _find_one(names: str, answer: Answer) -> Format:
    """Return the one format that a list names; SPARQLWrapper names some twice."""
    found: list[Format] = []
    for name in names.split(","):
        with contextlib.suppress(FormatError):
            found.append(find_format(name, answer))
    if len(set(found)) > 1:
        raise QueryError(
            f"The parameter 'format' names {' and '.join(item.name for item in found)};"
            " expected one format."
        )
    return found[0] if found else find_format(names[:200], answer)


def prefers_html(accept: str | None) -> bool:
    """Return whether an error is better told in a page, as to a browser.

    >>> prefers_html("text/html,*/*;q=0.8"), prefers_html("*/*"), prefers_html(None)
    (True, False, False)
    """
    offers = (Offer("application/problem+json"), Offer("application/json"), Offer(HTML))
    try:
        return negotiate(accept, offers).media_type == HTML
    except NotAcceptableError:
        return False


def _rank(offer: Offer, ranges: Iterable[_Range]) -> tuple[float, int]:
    """Return an offer's quality, and how specifically it was named."""
    named = [
        (specificity, item.quality)
        for item in ranges
        if (specificity := item.specificity(offer.media_type)) >= 0
    ]
    specificity, quality = max(named, default=(0, 0.0))
    return quality, specificity


def _ranges(accept: str) -> Iterator[_Range]:
    """Yield the media ranges of a header; what is none is passed over."""
    for part in _SPLIT.findall(accept.lower()):
        match = _RANGE.match(part)
        if match is None:
            continue
        parameters = dict(_PARAMETER.findall(match[3]))
        quality = _quality(parameters.pop("q", "1"))
        charset = parameters.get("charset", "utf-8").strip('"')
        if charset in ("utf-8", "utf8", "us-ascii", "*"):
            yield _Range(match[1], match[2], quality, len(parameters))


def _quality(text: str) -> float:
    """Return a weight between 0 and 1; one that is none counts as 0.

    >>> [_quality(text) for text in ("0.5", "7", "-1", "nan", "high")]
    [0.5, 1.0, 0.0, 0.0, 0.0]
    """
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return 0.0 if math.isnan(value) else min(1.0, max(0.0, value))
