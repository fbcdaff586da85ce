"""The server: gunicorn with one web process, whose threads wait for the workers.

Gunicorn breaks the connection where an answer fails midway, so a client sees that
it was cut; and it pulls an answer in the thread that handles the request.
"""

import contextlib
import errno
import resource
import socket
from collections.abc import Callable
from typing import Any, Final

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException

from hiwar.errors import PortError
from hiwar.graph.release import current_release
from hiwar.server.app import create_app
from hiwar.server.intake import Intake
from hiwar.server.limits import MAX_REQUEST_LINE_BYTES
from hiwar.server.pool import Pool
from hiwar.server.problems import refuse
from hiwar.settings import Settings

__all__ = ["run"]

_BACKLOG: Final = 512
_FILES: Final = 4096
_REASONS: Final = {
    errno.EADDRINUSE: "another program listens there already",
    errno.EACCES: "this user may not listen there",
    errno.EADDRNOTAVAIL: "this machine does not have that address",
}


def run(settings: Settings, on_ready: Callable[[str], None] | None = None) -> None:
    """Serve the current release until the process is told to stop.

    Args:
        settings: Where to listen and what to serve.
        on_ready: Called with the address once it is listened at.

    Raises:
        PortError: If it cannot be listened at.
        ReleaseError: If there is no release.
    """
    current_release(settings.data)
    _allow_files()
    listener = _listen(settings.host, settings.port)
    address = listener.getsockname()
    if on_ready is not None:
        host = f"[{address[0]}]" if ":" in address[0] else address[0]
        on_ready(f"http://{host}:{address[1]}/")
    _Application(settings, listener.detach()).run()


def _allow_files() -> None:
    """Let there be files for all connections, and for workers beside them."""
    most, hardest = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hardest == resource.RLIM_INFINITY else min(_FILES, hardest)
    if most != resource.RLIM_INFINITY and most < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hardest))


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that is bound, so that a fault is told before all else."""
    try:
        if not 0 <= port <= 65535:
            raise OverflowError("ports go from 1 to 65535")
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with contextlib.ExitStack() as stack:
            listener = stack.enter_context(socket.socket(family, kind))
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(_BACKLOG)
            stack.pop_all()
    except (OSError, OverflowError) as error:
        code = getattr(error, "errno", None)
        reason = _REASONS.get(code or 0, str(error))
        raise PortError(
            f"Cannot listen at {host} port {port}: {reason}. Choose another port with"
            " --port or HIWAR_PORT, for example 8001."
        ) from error
    return listener


class _Worker(Intake):
    """The web process: a client that stalls does not hold a thread for ever."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Answer what is no HTTP with a problem document too."""
        if not isinstance(exc, ParseException):
            super().handle_error(req, client, addr, exc)
            return
        status, reason = "400 Bad Request", "The request is not HTTP/1.1"
        if isinstance(exc, LimitRequestLine):
            status = "414 URI Too Long"
            reason = (
                f"The address is longer than {MAX_REQUEST_LINE_BYTES} bytes; send the"
                " query by POST"
            )
        elif isinstance(exc, LimitRequestHeaders):
            status = "431 Request Header Fields Too Large"
            reason = "The header fields are too large"
        refuse(client, status, reason)


class _Application(BaseApplication):  # type: ignore[misc]
    """Gunicorn, set by our settings and nothing else."""

    def __init__(self, settings: Settings, listener: int) -> None:
        self.settings = settings
        self._listener = listener
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn, which reads no file and no command line."""
        values = {
            "bind": [f"fd://{self._listener}"],
            "worker_class": _Worker,
            "workers": 1,
            "threads": self.settings.web_threads,
            "keepalive": 5,
            "limit_request_line": MAX_REQUEST_LINE_BYTES,
            "graceful_timeout": int(self.settings.query_deadline_s) + 1,
            "loglevel": "warning",
            # what a client says of itself counts only where proxies say it
            "forwarded_allow_ips": "*" if self.settings.trusted_proxies else "",
            "forwarder_headers": "",
            "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"},
            # its place is in the user's home, one for all servers
            "control_socket_disable": True,
            "worker_exit": _close,
        }
        for name, value in values.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application; called in the web process, after its fork."""
        return create_app(Pool(self.settings))


def _close(_arbiter: Any, worker: _Worker) -> None:
    """End the query workers and the log with the web process."""
    app = worker.app.callable
    if isinstance(app, Flask):
        app.extensions["service"].close()
        app.extensions["observer"].close()
