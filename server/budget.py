"""What each client may use in a minute: seconds of queries, and failed queries.

A bucket a client, filled evenly; who has emptied it waits until it is no longer
below zero. Nothing about a client is kept but these two numbers, and no longer
than the table has room for.
"""

import ipaddress
import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cachetools import LRUCache
from flask import Request

from hiwar.errors import BudgetError
from hiwar.settings import Settings

__all__ = ["Budgets", "asker_of", "client_address"]

_MINUTE_S: Final = 60.0
_MOST_CLIENTS: Final = 10_000


@dataclass(slots=True)
class _Bucket:
    """What a client has left, as of a moment."""

    seconds: float
    errors: float
    at: float


class Budgets:
    """The budgets of all clients. Threads may share them.

    >>> budgets = Budgets(Settings(client_seconds=10.0))
    >>> budgets.charge("192.0.2.1", seconds=11.0)
    >>> budgets.check("192.0.2.1")
    Traceback (most recent call last):
    hiwar.errors.BudgetError: You have used your 10 seconds of queries ...
    """

    def __init__(
        self, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = settings.client_seconds or math.inf
        self._errors = settings.client_errors or math.inf
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: LRUCache[str, _Bucket] = LRUCache(_MOST_CLIENTS)

    def check(self, asker: str) -> None:
        """Let a client ask, or tell it how long to wait.

        Raises:
            BudgetError: If it has used up its share.
        """
        with self._lock:
            bucket = self._filled(asker)
            late_s, late_errors = -bucket.seconds, 1 - bucket.errors
        if late_s > 0:
            share = f"{self._seconds:g} seconds of queries"
            raise _wait(share, late_s * _MINUTE_S / self._seconds)
        if late_errors > 0:
            share = f"{self._errors:g} failed queries"
            raise _wait(share, late_errors * _MINUTE_S / self._errors)

    def charge(self, asker: str, *, seconds: float = 0.0, errors: int = 0) -> None:
        """Take what a query used from its client's share."""
        with self._lock:
            bucket = self._filled(asker)
            bucket.seconds -= seconds
            bucket.errors -= errors

    def _filled(self, asker: str) -> _Bucket:
        """Return a client's bucket with what has flowed in since."""
        now = self._clock()
        bucket = self._buckets.get(asker)
        if bucket is None:
            bucket = _Bucket(self._seconds, self._errors, now)
            self._buckets[asker] = bucket
        share = (now - bucket.at) / _MINUTE_S
        bucket.at = now
        if share > 0:
            more = bucket.seconds + share * self._seconds
            bucket.seconds = min(self._seconds, more)
            bucket.errors = min(self._errors, bucket.errors + share * self._errors)
        return bucket


def asker_of(request: Request, trusted_proxies: int) -> str:
    """Return what stands for the client of a request.

    Each proxy appends the address that it was asked from to ``X-Forwarded-For``; what
    stands left of those of our own proxies anybody may have written. Of an IPv6
    address only the network counts, since one household has all the rest.
    """
    forwarded = request.environ.get("HTTP_X_FORWARDED_FOR", "")
    return client_address(request.remote_addr or "", [forwarded], trusted_proxies)


def client_address(address: str, forwarded: Sequence[str], trusted_proxies: int) -> str:
    """Return the same from the address that asked and the lines of the header."""
    if trusted_proxies:
        forwarded = ",".join(forwarded).split(",")
        known = [part.strip() for part in forwarded if part.strip()]
        address = known[-trusted_proxies] if len(known) >= trusted_proxies else address
    return _household(address)


@lru_cache(_MOST_CLIENTS)
def _household(address: str) -> str:
    """Return what is the same for all who share an address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    # behind a socket for both families every IPv4 client is in one such network
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((ip, 64), strict=False).network_address)
    return str(ip)


def _wait(share: str, seconds: float) -> BudgetError:
    whole = math.ceil(seconds)
    return BudgetError(
        f"You have used your {share} a minute; others wait too. Ask again in"
        f" {whole} s, ask for less, or take the dump and query it yourself.",
        retry_after=whole,
    )
