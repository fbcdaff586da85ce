"""Taking in requests: each is read whole before a thread is given to it.

Gunicorn's own worker gives a thread to every connection, and waits in its one loop
for those that close; a few clients that send slowly, or do not hang up, stop it for
all. Here they only cost memory, within bounds, until their time is over; and no
client has more than half of the threads.

Source: https://www.rfc-editor.org/rfc/rfc9112 (2.1, 6, 7.1, 9.6)
"""

import contextlib
import errno
import re
import selectors
import socket
import struct
import time
from collections import Counter, defaultdict, deque
from functools import partial
from itertools import chain
from typing import Any, Final

from gunicorn import util
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, ThreadWorker

from hiwar.server.arrival import END, MOST_HEAD, Arrived, arrived
from hiwar.server.budget import client_address
from hiwar.server.connection import Connection
from hiwar.server.heads import Heads, head_of
from hiwar.server.lane import Lane
from hiwar.server.leaving import Leaving
from hiwar.server.problems import refuse
from hiwar.server.sending import Sending

__all__ = ["Intake"]

_MOST_OF_ONE: Final = 400
"""Connections that one address may hold open."""

_GONE: Final = (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK)
_FULL: Final = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
"""The system has no more to give: that must end no connection but the oldest."""

_EXPECT: Final = re.compile(rb"\r\nexpect[ \t]*:[ \t]*100-continue[ \t]*\r", re.I)
_FORWARDED: Final = re.compile(rb"\r\nx-forwarded-for:(.*)(?=\r)", re.I)


class Intake(ThreadWorker):  # type: ignore[misc]
    """A web process that a slow client does not hold up."""

    def init_process(self) -> None:
        """Begin with no connection."""
        self._arriving: dict[Connection, None] = {}
        seconds = self.app.settings.query_deadline_s
        # the kernel's clock: Python's own would ask it twice for each piece
        self._limit = struct.pack("ll", int(seconds), int(seconds % 1 * 1e6))
        self._heads = Heads()
        self._open: Counter[str] = Counter()
        self._at_work: Counter[str] = Counter()
        self._waiting: dict[str, deque[Connection]] = defaultdict(deque)
        super().init_process()

    def load_wsgi(self) -> None:
        """Load the application, and let small answers not go by a thread."""
        super().load_wsgi()
        self._leaving = Leaving(self.poller)
        seconds = self.app.settings.query_deadline_s
        self._sending = Sending(self.poller, seconds, self.answered)
        self._lane = Lane(self.app.wsgi(), self)
        self.wsgi: Lane = self._lane

    def accept(self, listener: socket.socket) -> None:
        """Take a connection; of a client that has many, the oldest makes room."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in _FULL:
                self._make_room()
            elif error.errno not in _GONE:
                raise
            return
        if not self._has_room(address[0]):
            client.close()
            return
        for which in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            client.setsockopt(socket.SOL_SOCKET, which, self._limit)
        self._open[address[0]] += 1
        self.nr_conns += 1
        name = listener.getsockname()
        conn = Connection(self.cfg, client, address, name, on_close=self._close)
        self.enqueue_req(conn)

    def _has_room(self, address: str) -> bool:
        """Return whether there is room for a connection, having made it if need be."""
        is_proxy = bool(self.app.settings.trusted_proxies)
        is_greedy = self._open[address] >= _MOST_OF_ONE and not is_proxy
        if not is_greedy and self.nr_conns < self.worker_connections - 1:
            return True
        return self._make_room(address if is_greedy else "")

    def _make_room(self, address: str = "") -> bool:
        """Drop one connection of an address, or of all, if one waits for its client.

        The one goes that has waited longest for a request, or for the rest of one.
        """
        for conn in chain(self.keepalived_conns, self._arriving, self._sending):
            if address in ("", conn.client[0]):
                with contextlib.suppress(ValueError):
                    self.keepalived_conns.remove(conn)
                self._sending.forget(conn)
                self._forget(conn)
                self._drop(conn)
                return True
        return False

    def enqueue_req(self, conn: Connection) -> None:
        """Begin to read the next request of a connection."""
        conn.sock.setblocking(False)
        conn.request = bytearray()
        if conn.parser is not None:
            conn.request += conn.parser.unreader.take_buffered()
        conn.is_asked = False
        conn.until = time.monotonic() + self.app.settings.query_deadline_s
        if not self._read(conn):
            self._arriving[conn] = None
            come = partial(self._come, conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, come)

    @property
    def _most_body(self) -> int:
        """How many bytes of a body are kept for a request."""
        return 4 * int(self.app.settings.query_max_bytes) + MOST_HEAD

    def handle_request(self, req: Any, conn: Connection) -> Any:
        """Answer a request; one that is too long is not read to its end."""
        if req.version >= (1, 1) and "HOST" not in dict(req.headers):
            refuse(conn.sock, "400 Bad Request", "The request names no host")
            return False
        is_open = super().handle_request(req, conn) and conn.arrived is Arrived.WHOLE
        if is_open and conn.fields:
            conn.head = head_of(conn.fields, req, conn)
        return is_open

    def finish_request(self, conn: Connection, fs: Any) -> None:
        """Free the thread of a request for what waits.

        Before its connection may have the next one: that waits its turn, too.
        """
        asker = conn.asker
        self._at_work[asker] -= 1
        if self._waiting.get(asker):
            self._begin(self._waiting[asker].popleft())
        if conn.head is not None:
            self._heads.keep(conn.head)
            conn.head = None
        super().finish_request(conn, fs)
        if not self._at_work[asker]:
            del self._at_work[asker]
            self._waiting.pop(asker, None)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Do what is to be done, but rest no longer than the lane may."""
        for key, _ in self.poller.select(self._lane.wait_s(timeout)):
            # what came before it in this turn may have closed it
            if self.poller.get_map().get(key.fd) is key:
                key.data(key.fileobj)
        self._lane.go_on()

    def give_to_thread(self, conn: Connection) -> None:
        """Let a thread answer a request; wait where its client has its share."""
        if self._at_work[conn.asker] < max(1, self.cfg.threads // 2):
            self._begin(conn)
        else:
            self._waiting[conn.asker].append(conn)

    def _begin(self, conn: Connection) -> None:
        """Give a request that is whole to a thread."""
        self._at_work[conn.asker] += 1
        conn.fields = self._heads.new_fields(conn.request)
        conn.init()
        conn.parser.unreader.unread(bytes(conn.request))
        conn.request = bytearray()
        super().enqueue_req(conn)

    def answered(self, conn: Connection, rest: bytes | None) -> None:
        """Take back a connection whose request was answered in the lane."""
        if rest:
            self._sending.add(conn, rest)
            return
        if rest is None:
            self._drop(conn)
            return
        conn.request = bytearray()
        conn.set_timeout()
        if not self.alive:
            conn.timeout = min(conn.timeout, time.monotonic() + STOP_KEEPALIVE_LINGER)
        self.keepalived_conns.append(conn)
        come = partial(self.on_client_socket_readable, conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, come)

    def murder_pending(self) -> None:
        """Drop those whose time is over."""
        super().murder_pending()
        now = time.monotonic()
        while self._arriving and (conn := next(iter(self._arriving))).until < now:
            self._forget(conn)
            if conn.request:
                why = "The request stopped coming; expected all of it in one go"
                refuse(conn.sock, "408 Request Incomplete", why)
            self._drop(conn)
        if not self.alive:
            for conn in [item for item in self._arriving if not item.request]:
                self._forget(conn)
                self._drop(conn)
        self._sending.expire(now)
        self._leaving.expire(now)

    def _come(self, conn: Connection, _client: socket.socket) -> None:
        """Take what has come of a request."""
        self._read(conn)

    def _read(self, conn: Connection) -> bool:
        """Return whether nothing more is to come, having let the request begin."""
        is_ended = False
        try:
            data = conn.sock.recv(MOST_HEAD)
            is_ended = not data
        except BlockingIOError:
            data = b""
        except OSError:
            data, is_ended = b"", True
        conn.request += data
        conn.arrived = arrived(conn.request, self._most_body)
        if not is_ended and conn.arrived is Arrived.PART:
            self._ask_for_more(conn)
            return False
        if conn in self._arriving:
            self._forget(conn)
        if conn.request:
            self._admit(conn)
        else:
            self._drop(conn)
        return True

    def _ask_for_more(self, conn: Connection) -> None:
        """Tell a client that waits for leave to send its body to go on."""
        if not conn.is_asked and _EXPECT.search(conn.request):
            conn.is_asked = True
            with contextlib.suppress(OSError):
                conn.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _admit(self, conn: Connection) -> None:
        """Let a request begin, or wait where its client has its share of threads."""
        if conn.arrived is Arrived.TOO_MUCH and END not in conn.request:
            status = "431 Request Header Fields Too Large"
            refuse(conn.sock, status, "The header fields are too large")
            self._drop(conn)
            return
        settings = self.app.settings
        head = conn.request.find(END) + 2
        found = _FORWARDED.findall(conn.request, 0, head)
        texts = [text.decode("latin-1") for text in found]
        peer = conn.client[0]
        conn.asker = client_address(peer, texts, settings.trusted_proxies)
        has_room = self.alive and len(self.keepalived_conns) < self.max_keepalived
        if has_room and conn.arrived is Arrived.WHOLE:
            environ = self._heads.environ_of(conn.request, conn)
            if environ is not None and self._lane.take(conn, environ):
                return
        self.give_to_thread(conn)

    def _forget(self, conn: Connection) -> None:
        self._arriving.pop(conn, None)
        with contextlib.suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)

    def _drop(self, conn: Connection) -> None:
        self.nr_conns -= 1
        conn.close(graceful=bool(conn.request))

    def _close(self, conn: Connection, is_graceful: bool) -> None:
        """Close a connection, once."""
        if conn.is_closed:
            return
        conn.is_closed = True
        self._open[conn.client[0]] -= 1
        if not self._open[conn.client[0]]:
            del self._open[conn.client[0]]
        self._lane.forget(conn.sock)
        if is_graceful:
            self._leaving.add(conn.sock)
        else:
            util.close(conn.sock)
