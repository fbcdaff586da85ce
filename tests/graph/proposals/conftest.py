"""A server on this machine that answers well, badly, or never."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = Callable[[dict[str, Any], BaseHTTPRequestHandler], None]


def sends(body: bytes, status: int = 200) -> Answer:
    """Answer with a body as it is."""

    def answer(_: dict[str, Any], handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def says(content: Any, status: int = 200) -> Answer:
    """Answer as the protocol has it, with this text of the model."""
    value = {"choices": [{"message": {"role": "assistant", "content": content}}]}
    return sends(json.dumps(value).encode(), status)


def in_turn(*answers: Answer) -> Answer:
    """Answer so, then so; the last one stays."""
    left = list(answers)

    def answer(request: dict[str, Any], handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(request, handler)

    return answer


class Model:
    """A server whose answer a test chooses.

    Attributes:
        url: Its base address.
        requests: What it was asked, in order.
    """

    sends = staticmethod(sends)
    says = staticmethod(says)
    in_turn = staticmethod(in_turn)

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.answer: Answer = says("{}")
        self.closing = threading.Event()
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                request = json.loads(self.rfile.read(size))
                model.requests.append({"path": self.path, **request})
                model.headers.append(dict(self.headers))
                try:
                    model.answer(request, self)
                except OSError:  # whoever asked has gone
                    self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def never(self, _: dict[str, Any], handler: BaseHTTPRequestHandler) -> None:
        """Hold the connection and say nothing."""
        self.closing.wait(30)
        handler.close_connection = True

    def drips(self, _: dict[str, Any], handler: BaseHTTPRequestHandler) -> None:
        """Send a byte now and then, headers first, without an end."""
        for char in "HTTP/1.1 200 OK\r\nX-Slow: " + "x" * 10_000:
            handler.wfile.write(char.encode())
            handler.wfile.flush()
            if self.closing.wait(0.05):
                return

    def drips_body(self, _: dict[str, Any], handler: BaseHTTPRequestHandler) -> None:
        """Send whole headers, then a body that never ends."""
        handler.send_response(200)
        handler.end_headers()
        while not self.closing.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    yield server
    server.close()


@pytest.fixture
def elapsed() -> Callable[[], float]:
    """Seconds since the test began."""
    begin = time.monotonic()
    return lambda: time.monotonic() - begin
