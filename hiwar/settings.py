"""The settings, one table: name, default, unit and help.

Each is read from the environment as ``HIWAR_`` and its name in capitals;
command-line options of the same name go first. ``docs/settings.md`` lists them.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from hiwar.errors import SettingError

__all__ = ["Settings"]


@dataclass(frozen=True)
class Settings:
    """What an installation may set.

    >>> Settings.from_environment({"HIWAR_PORT": "8080"}).port
    8080
    """

    data: Path = field(
        default=Path("hiwar-data"),
        metadata={"help": "folder of the store and its releases", "unit": "path"},
    )
    base_iri: str = field(
        default="https://w3id.org/hiwar/",
        metadata={
            "help": "IRI under which all names are",
            "unit": "IRI, ends with `/`",
            "form": r"https?://[^\s<>\"]+/",
        },
    )
    host: str = field(
        default="127.0.0.1",
        metadata={"help": "address to listen at", "unit": "address"},
    )
    port: int = field(
        default=8000,
        metadata={"help": "port to listen at", "unit": "number", "least": 0},
    )
    web_threads: int = field(
        default=16,
        metadata={"help": "requests handled at once", "unit": "threads", "least": 1},
    )
    query_workers: int = field(
        default=3,
        metadata={
            "help": "processes that answer queries",
            "unit": "processes",
            "least": 1,
        },
    )
    query_deadline_s: float = field(
        default=20.0,
        metadata={
            "help": "seconds after which a query is stopped",
            "unit": "seconds",
            "least": 0.1,
        },
    )
    query_memory_mb: int = field(
        default=1024,
        metadata={
            "help": "megabytes that one query process may use",
            "unit": "megabytes",
            "least": 64,
        },
    )
    query_queue: int = field(
        default=8,
        metadata={
            "help": "requests that may wait for a worker",
            "unit": "requests",
            "least": 0,
        },
    )
    query_wait_s: float = field(
        default=5.0,
        metadata={
            "help": "seconds that a request may wait for a worker",
            "unit": "seconds",
            "least": 0,
        },
    )
    query_max_bytes: int = field(
        default=100_000,
        metadata={
            "help": "bytes that a query text may have",
            "unit": "bytes",
            "least": 100,
        },
    )
    query_max_depth: int = field(
        default=128,
        metadata={
            "help": "levels to which a query may nest",
            "unit": "levels",
            "least": 4,
        },
    )
    client_seconds: float = field(
        default=120.0,
        metadata={
            "help": "seconds of queries that one client may use in a minute; 0: any",
            "unit": "seconds",
            "least": 0,
        },
    )
    client_errors: int = field(
        default=60,
        metadata={
            "help": "queries of one client that may fail in a minute; 0: any",
            "unit": "queries",
            "least": 0,
        },
    )
    trusted_proxies: int = field(
        default=0,
        metadata={
            "help": "proxies in front of the server, whose X-Forwarded-For is believed",
            "unit": "number",
            "least": 0,
        },
    )
    cache_mb: int = field(
        default=64,
        metadata={
            "help": "megabytes of answers that are kept to be given again",
            "unit": "megabytes",
            "least": 1,
        },
    )
    request_log: str = field(
        default="stderr",
        metadata={
            "help": "where a line for each request goes: `stderr`, a file, or nowhere",
            "unit": "path",
        },
    )
    document_max_bytes: int = field(
        default=8_000_000,
        metadata={
            "help": "bytes that a document may have",
            "unit": "bytes",
            "least": 1000,
        },
    )
    document_max_unpacked_bytes: int = field(
        default=50_000_000,
        metadata={
            "help": "bytes to which a DOCX or PDF may unpack",
            "unit": "bytes",
            "least": 1000,
        },
    )
    document_max_pages: int = field(
        default=1000,
        metadata={
            "help": "pages that a PDF may have",
            "unit": "pages",
            "least": 1,
        },
    )
    document_max_depth: int = field(
        default=200,
        metadata={
            "help": "levels to which the tags of a document may nest",
            "unit": "levels",
            "least": 16,
        },
    )
    propose_url: str = field(
        default="",
        metadata={
            "help": "base address of an OpenAI-compatible server; empty: no proposals",
            "unit": "address",
            "form": r"(?:https?://[^\s<>\"/?#]+[^\s<>\"?#]*)?",
        },
    )
    propose_model: str = field(
        default="",
        metadata={"help": "name of the model that proposes", "unit": "name"},
    )
    propose_key: str = field(
        default="",
        repr=False,
        metadata={"help": "key that the server asks for, if it does", "unit": "text"},
    )
    propose_limit_s: float = field(
        default=60.0,
        metadata={
            "help": "seconds that the proposals of one document may take",
            "unit": "seconds",
            "least": 0.1,
        },
    )
    propose_retries: int = field(
        default=1,
        metadata={
            "help": "times that a lost connection or a refusal is tried again",
            "unit": "times",
            "least": 0,
        },
    )
    propose_max_bytes: int = field(
        default=1_000_000,
        metadata={
            "help": "bytes that an answer with proposals may have",
            "unit": "bytes",
            "least": 1000,
        },
    )

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str] | None = None
    ) -> "Settings":
        """Return the settings that the environment gives, defaults for the rest.

        Raises:
            SettingError: If a value is not of its setting's type.
        """
        environment = os.environ if environment is None else environment
        given = {
            item.name: _convert(item, environment[name])
            for item in fields(cls)
            if (name := f"HIWAR_{item.name.upper()}") in environment
        }
        return cls(**given)


def _convert(item: "Field[Any]", text: str) -> Any:
    """Return a setting's text as its type, where it is a value that it can have."""
    kind: type[Any] = type(item.default)
    least = item.metadata.get("least")
    bound = "" if least is None else f", at least {least}"
    try:
        value = kind(text)
    except ValueError:
        value = None
    has_form = re.fullmatch(item.metadata.get("form", "(?s:.*)"), text)
    if value is None or not has_form or (least is not None and value < least):
        raise SettingError(
            f"HIWAR_{item.name.upper()} is {text!r}; expected {kind.__name__}{bound}"
            f" ({item.metadata['help']}; unit: {item.metadata['unit']})."
        )
    return value
