"""What is too much for memory, kept in a file that is gone with the program.

Neither class holds more than some megabytes, however much is put into it.
"""

import marshal
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from hashlib import blake2b
from typing import Any, Final, Generic, TypeVar

__all__ = ["Index", "Pile"]

_T = TypeVar("_T")
_CACHE_KIB: Final = 8_192


class Pile(Collection[_T], Generic[_T]):
    """Items in the order of their keys; of several with one key the last one counts.

    Args:
        items: What is in it, with the keys.
        pack: Makes an item a tuple of what `marshal` can write.
        unpack: Makes it an item again.
    """

    def __init__(
        self,
        items: Iterable[tuple[str, _T]],
        pack: Callable[[_T], tuple[Any, ...]],
        unpack: Callable[[Any], _T],
    ) -> None:
        self._unpack = unpack
        self._rows = _connect()
        self._rows.execute("CREATE TABLE added (key TEXT, item BLOB)")
        self._rows.executemany(
            "INSERT INTO added VALUES (?, ?)",
            ((key, marshal.dumps(pack(item))) for key, item in items),
        )
        self._rows.execute(
            "CREATE TABLE kept AS SELECT item, max(rowid) FROM added GROUP BY key"
            " ORDER BY key"
        )
        self._rows.execute("DROP TABLE added")

    def __len__(self) -> int:
        """Return how many there are."""
        return int(self._rows.execute("SELECT count(*) FROM kept").fetchone()[0])

    def __iter__(self) -> Iterator[_T]:
        """Return them one after the other, as often as wanted."""
        rows = self._rows.execute("SELECT item FROM kept ORDER BY rowid")
        return (self._unpack(marshal.loads(item)) for (item,) in rows)

    def __contains__(self, item: object) -> bool:
        """Whether an equal one is there; looks at each."""
        return any(item == other for other in self)


class Index:
    """What is found under a key: pairs of texts, in no order.

    Args:
        items: The keys, each with a pair.
    """

    def __init__(self, items: Iterable[tuple[str, tuple[str, str]]]) -> None:
        self._rows = _connect()
        self._rows.execute("CREATE TABLE found (key BLOB, one TEXT, other TEXT)")
        self._rows.executemany(
            "INSERT INTO found VALUES (?, ?, ?)",
            ((_digest(key), *pair) for key, pair in items),
        )
        self._rows.execute("CREATE INDEX by_key ON found (key)")

    def __getitem__(self, key: str) -> list[tuple[str, str]]:
        """Return the pairs of a key, none where there is no such key."""
        query = "SELECT DISTINCT one, other FROM found WHERE key = ?"
        return self._rows.execute(query, (_digest(key),)).fetchall()


def _connect() -> sqlite3.Connection:
    """Return a database of our own: in memory while small, then in a hidden file."""
    rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    rows.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    rows.execute("PRAGMA journal_mode = OFF")
    rows.execute("PRAGMA temp_store = FILE")
    return rows


def _digest(key: str) -> bytes:
    return blake2b(key.encode(), digest_size=16).digest()
