"""What the web process and a worker say to each other over their socket.

A frame is one byte for its kind, four for its length, and so many bytes. An
answer is any number of DATA and then END: one without END was cut. Only the last
DATA before END holds less than ``BLOCK_BYTES``.
"""

import json
import socket
import struct
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

__all__ = [
    "BLOCK_BYTES",
    "Channel",
    "Cut",
    "Frame",
    "Job",
    "Unread",
]

BLOCK_BYTES: Final = 64 * 1024
_HEADER: Final = struct.Struct("!BI")
_RECEIVED_BYTES: Final = 2 * BLOCK_BYTES


class Frame(IntEnum):
    """The kinds of frames."""

    READY = 1
    QUERY = 2
    DATA = 3
    END = 4
    ERROR = 5


@dataclass(frozen=True, slots=True)
class Job:
    """A query as it goes to a worker.

    Attributes:
        query: Its text.
        answer: What it answers with.
        format: The name of the format to answer in.
        deadline_s: Seconds after which the kernel ends the worker.
        base_iri: What relative IRIs in it are resolved against.
        is_union: Whether its default graph is the union of all graphs.
        default_graphs: The graphs to merge as default graph, if it is not.
        named_graphs: The graphs that GRAPH sees, all where None.
        file: The file of the release to ask in place of its store, if any.
        substitutions: IRIs that stand for variables of the text.
        prefixes: What to abbreviate with, where the format can.
    """

    query: str
    answer: str
    format: str
    deadline_s: float
    base_iri: str
    is_union: bool = True
    default_graphs: list[str] | None = None
    named_graphs: list[str] | None = None
    file: str = ""
    substitutions: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold, without what is empty."""
        values = ((name, getattr(self, name)) for name in self.__slots__)
        return {name: value for name, value in values if value not in (None, {})}


class Cut(Exception):  # noqa: N818 - it is no fault of the one that catches it
    """The other side is gone."""


class Unread(Cut):
    """The other side was gone before it read what was sent."""


class Channel:
    """One end of the socket between the web process and a worker."""

    def __init__(self, link: socket.socket) -> None:
        self.link = link
        self._received = bytearray()
        self._unsent = bytearray()
        self._is_unread = False

    def send(self, kind: Frame, payload: bytes | bytearray = b"") -> None:
        """Send a frame, after those that were held back.

        Raises:
            Cut: If the other side is gone.
        """
        self.hold_back(kind, payload)
        try:
            self.link.sendall(self._unsent)
        except OSError as error:
            raise Cut from error
        self._unsent.clear()

    def send_json(self, kind: Frame, content: dict[str, Any]) -> None:
        """Send a frame that holds a JSON object.

        Raises:
            Cut: If the other side is gone.
        """
        self.send(kind, json.dumps(content).encode())

    def hold_back(self, kind: Frame, payload: bytes | bytearray) -> None:
        """Take a frame that goes out with the next one: who waits wakes once."""
        self._unsent += _HEADER.pack(kind, len(payload))
        self._unsent += payload

    def has_frame(self) -> bool:
        """Whether there is a frame that has come already."""
        return self._next_size() <= len(self._received)

    def has_end(self) -> bool:
        """Whether all frames of an answer have come; nothing is waited for."""
        self._take_in(socket.MSG_DONTWAIT)
        place = 0
        while place + _HEADER.size <= len(self._received):
            kind, size = _HEADER.unpack_from(self._received, place)
            place += _HEADER.size + size
            if kind == Frame.END:
                return bool(place <= len(self._received))
        return False

    def receive(self) -> tuple[Frame, bytes]:
        """Return the next frame; wait for it.

        Raises:
            Cut: If the other side is gone, or its frame does not end.
            Unread: If it had not even read what it was sent.
        """
        while (size := self._next_size()) > len(self._received):
            is_open = self._take_in()
            if self._is_unread:
                raise Unread
            if not is_open:
                raise Cut
        kind = Frame(self._received[0])
        payload = bytes(self._received[_HEADER.size : size])
        del self._received[:size]
        return kind, payload

    def _take_in(self, flags: int = 0) -> bool:
        """Take what has come; return whether more may come.

        The system tells only once that the other side did not read what it was sent.
        """
        try:
            part = self.link.recv(_RECEIVED_BYTES, flags)
        except BlockingIOError:
            return True
        except ConnectionError:
            self._is_unread = True
            return False
        self._received += part
        return bool(part)

    def _next_size(self) -> int:
        """Return how long the next frame is, as far as that is known."""
        if len(self._received) < _HEADER.size:
            return _HEADER.size
        return _HEADER.size + int(_HEADER.unpack_from(self._received)[1])
