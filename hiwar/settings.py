"""The settings, one table: name, default, unit and help.

Each is read from the environment as ``HIWAR_`` and its name in capitals;
command-line options of the same name go first. ``docs/settings.md`` lists them.
"""

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from hiwar.errors import SettingError

__all__ = ["Settings"]


def _setting(default: Any, help_text: str) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True)
class Settings:
    """What an installation may set.

    >>> Settings.from_environment({"HIWAR_PORT": "8080"}).port
    8080
    """

    data: Path = _setting(Path("hiwar-data"), "folder of the store and its releases")
    base_iri: str = _setting("https://w3id.org/hiwar/", "IRI under which all names are")
    host: str = _setting("127.0.0.1", "address to listen at")
    port: int = _setting(8000, "port to listen at")
    web_threads: int = _setting(16, "requests handled at once")
    query_workers: int = _setting(3, "processes that answer queries")
    query_deadline_s: float = _setting(20.0, "seconds after which a query is stopped")
    query_memory_mb: int = _setting(1024, "megabytes that one query process may use")
    query_queue: int = _setting(32, "requests that may wait for a worker")
    query_wait_s: float = _setting(5.0, "seconds that a request may wait for a worker")
    query_max_bytes: int = _setting(100_000, "bytes that a query text may have")
    query_max_depth: int = _setting(128, "levels to which a query may nest")
    document_max_bytes: int = _setting(8_000_000, "bytes that a document may have")

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
    """Return a setting's text as its type."""
    try:
        return type(item.default)(text)
    except ValueError as error:
        kind = type(item.default).__name__
        raise SettingError(
            f"HIWAR_{item.name.upper()} is {text!r}; expected a value of type {kind}"
            f" ({item.metadata['help']})."
        ) from error
