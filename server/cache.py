"""What was answered before, kept in memory as long as there is room.

A release never changes, so what it answered once it answers always; every key holds
the version. What depends on the moment or on chance is never kept.
"""

import hashlib
import operator
import threading
from dataclasses import dataclass
from typing import Final

from cachetools import LRUCache

from hiwar.server.frames import Job
from hiwar.server.limits import MAX_KEPT_BYTES

__all__ = ["Cache", "Kept", "etag_of", "key_of"]

_OVERHEAD_BYTES: Final = 1000
"""What an entry takes beside its body and its key: headers, and the objects."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer.

    Attributes:
        body: All of its bytes.
        rows: How many solutions or triples it holds, None where nobody counted.
        headers: The header fields of a whole response; none for a bare answer.
    """

    body: bytes
    rows: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Cache:
    """Answers by key; those not asked for longest go first. Threads may share it.

    >>> cache = Cache(1)
    >>> cache.keep(("a",), Kept(b"x"))
    >>> cache.find(("a",)).body
    b'x'
    """

    def __init__(self, megabytes: int) -> None:
        most = megabytes * 1024 * 1024
        self._lock = threading.Lock()
        self._kept: LRUCache[tuple[object, ...], tuple[Kept, int]]
        self._kept = LRUCache(most, operator.itemgetter(1))

    def find(self, key: tuple[object, ...]) -> Kept | None:
        """Return what was kept under a key."""
        with self._lock:
            kept = self._kept.get(key)
        return None if kept is None else kept[0]

    def keep(self, key: tuple[object, ...], answer: Kept) -> None:
        """Keep an answer, unless it is so large that it would drive out many."""
        size = len(answer.body) + _OVERHEAD_BYTES + _size(key)
        with self._lock:
            if size <= min(MAX_KEPT_BYTES, self._kept.maxsize):
                self._kept[key] = answer, size

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        with self._lock:
            return int(self._kept.currsize)


def key_of(version: str, job: Job) -> tuple[object, ...]:
    """Return what decides an answer: release, query, dataset and format."""
    return (
        version,
        job.query,
        job.answer,
        job.format,
        job.file,
        job.base_iri,
        job.is_union,
        _tuple(job.default_graphs),
        _tuple(job.named_graphs),
        tuple(sorted(job.substitutions.items())),
    )


def etag_of(body: bytes, media_type: str) -> str:
    """Return a strong entity tag: other bytes, or another type, give another one."""
    return hashlib.sha256(media_type.encode() + b"\0" + body).hexdigest()[:32]


def _tuple(items: list[str] | None) -> tuple[str, ...] | None:
    return None if items is None else tuple(items)


def _size(key: tuple[object, ...]) -> int:
    """Return what a key takes at most: a client may ask much for a short answer."""
    texts = sum(4 * len(part) for part in key if isinstance(part, str))
    return texts + sum(_size(part) for part in key if isinstance(part, tuple))
