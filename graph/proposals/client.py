"""One question to a server that speaks the OpenAI chat protocol, within a limit.

Source: https://platform.openai.com/docs/api-reference/chat/create
"""

import json
import socket
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from typing import Any, Final
from urllib.parse import urlsplit

from hiwar.errors import ProposerError
from hiwar.graph.proposals.prompt import Prompt

__all__ = ["Server"]

_TRY_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_PAUSE_S: Final = 0.2


class _TryAgainError(Exception):
    """What may go better a second time."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server and the limits within which it must answer.

    Attributes:
        url: Its base, ``http://127.0.0.1:8080/v1`` for example.
        limit_s: Seconds for one document, all attempts together.
        retries: How often a refusal or a lost connection is tried again.
        max_bytes: Bytes that an answer may have.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    limit_s: float = 60.0
    retries: int = 1
    max_bytes: int = 1_000_000

    def ask(self, prompt: Prompt) -> str:
        """Return the answer to a prompt.

        Guarantee: it returns or raises within the limit, whatever the server does.

        Raises:
            ProposerError: If no answer of that protocol comes in time.
        """
        deadline = time.monotonic() + self.limit_s
        attempt = 0
        while True:
            try:
                return _content(self._post(prompt, deadline))
            except _TryAgainError as error:
                attempt += 1
                pause = _PAUSE_S * 2**attempt
                left = deadline - time.monotonic()
                if attempt > self.retries or left <= pause:
                    raise ProposerError(
                        f"{self.url} gave no answer in {attempt} attempts and at most"
                        f" {self.limit_s:g} seconds: {error}."
                    ) from error
                time.sleep(pause)

    def _post(self, prompt: Prompt, deadline: float) -> bytes:
        """Return the body of the answer to one request."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise _TryAgainError("no time was left")
        connection = self._connection(left)
        try:
            connection.connect()
            # the timeout of a socket is for one packet; this one is for all of them
            watch = Timer(left, _cut, [connection.sock])
            watch.daemon = True
            watch.start()
            try:
                status, body = self._exchange(connection, prompt)
            finally:
                watch.cancel()
        except (OSError, HTTPException) as error:
            raise _TryAgainError(str(error) or type(error).__name__) from error
        finally:
            connection.close()
        if time.monotonic() >= deadline:
            raise _TryAgainError("the answer was not whole in time")
        return self._accepted(status, body)

    def _connection(self, timeout_s: float) -> HTTPConnection:
        try:
            parts = urlsplit(self.url)
            kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
            return kind(parts.hostname or "", parts.port, timeout=timeout_s)
        except ValueError as error:
            raise ProposerError(f"{self.url} is no address: {error}.") from error

    def _exchange(
        self, connection: HTTPConnection, prompt: Prompt
    ) -> tuple[int, bytes]:
        """Send the request; return the status and the body, cut at its limit."""
        headers = {"Content-Type": "application/json", "Connection": "close"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = {
            "model": self.model,
            "messages": prompt.messages,
            "temperature": 0,
            "seed": 0,
            "response_format": {"type": "json_object"},
        }
        path = f"{urlsplit(self.url).path.rstrip('/')}/chat/completions"
        connection.request("POST", path, json.dumps(request).encode(), headers)
        response = connection.getresponse()
        return response.status, response.read(self.max_bytes + 1)

    def _accepted(self, status: int, body: bytes) -> bytes:
        if status in _TRY_AGAIN:
            raise _TryAgainError(f"it answered with status {status}")
        if status != 200:
            raise ProposerError(f"{self.url} answered with status {status}, not 200.")
        if len(body) > self.max_bytes:
            raise ProposerError(
                f"{self.url} answered with more than {self.max_bytes:,} bytes."
            )
        return body


def _cut(connected: socket.socket) -> None:
    """End a connection from outside, so that whoever reads from it goes on."""
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _content(body: bytes) -> str:
    """Return the text of the first choice."""
    try:
        value: Any = json.loads(body)
        content = value["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ProposerError(
            "The server's answer is none of the OpenAI chat protocol; expected"
            f" choices[0].message.content, found {body[:40]!r}."
        ) from error
    if not isinstance(content, str):
        raise ProposerError("The server's answer has no text in its first choice.")
    return content
