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
    "Cut",
    "Frame",
    "Job",
    "receive_frame",
    "send_frame",
    "send_json",
]

BLOCK_BYTES: Final = 64 * 1024
_HEADER: Final = struct.Struct("!BI")


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
        """Return it as what JSON can hold."""
        return {name: getattr(self, name) for name in self.__slots__}


class Cut(Exception):  # noqa: N818 - it is no fault of the one that catches it
    """The other side is gone."""


def send_frame(link: socket.socket, kind: Frame, payload: bytes = b"") -> None:
    """Send a frame.

    Raises:
        Cut: If the other side is gone.
    """
    try:
        link.sendall(_HEADER.pack(kind, len(payload)) + payload)
    except OSError as error:
        raise Cut from error


def send_json(link: socket.socket, kind: Frame, content: dict[str, Any]) -> None:
    """Send a frame that holds a JSON object."""
    send_frame(link, kind, json.dumps(content).encode())


def receive_frame(link: socket.socket) -> tuple[Frame, bytes]:
    """Return the next frame.

    Raises:
        Cut: If the other side is gone, or its frame does not end.
    """
    kind, length = _HEADER.unpack(_receive(link, _HEADER.size))
    return Frame(kind), _receive(link, length)


def _receive(link: socket.socket, length: int) -> bytes:
    content = bytearray(length)
    view = memoryview(content)
    while view:
        try:
            count = link.recv_into(view)
        except ConnectionError as error:
            raise Cut from error
        if not count:
            raise Cut
        view = view[count:]
    return bytes(content)
