"""The files of a language's rules, read and checked."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

__all__ = ["LANGUAGES", "PARTS", "check_rules", "read_tables"]

LANGUAGES: Final = tuple(
    sorted(
        folder.name
        for folder in files(__package__).iterdir()
        if folder.is_dir() and folder.joinpath("words.toml").is_file()
    )
)
"""The languages that have a folder of rules."""

PARTS: Final = (
    "words",
    "heads",
    "cues",
    "meetings",
    "people",
    "attendance",
    "participants",
    "delegations",
    "journeys",
    "present",
    "roles",
    "processes",
    "chairs",
    "documents",
    "undertakings",
)
"""The files of a language, in the order in which their rules are tried."""

_REQUIRED: Final = {
    "name": "what statements and reports call it",
    "frame": "what it fills",
    "pattern": "what it looks for",
    "fires": "a sentence of your own in which it makes a fact",
    "spares": "a sentence much like that in which it must make nothing true",
}


def read_tables(code: str, parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """Return the tables of a language as one, its rules in the order of its parts.

    Raises:
        ValueError: If a rule lacks its name, frame, pattern or an example.

    >>> [rule["frame"] for rule in read_tables("en")["rule"]][:1]
    ['launch']
    """
    data: dict[str, Any] = {"rule": []}
    for part in parts:
        file = files(__package__).joinpath(code, f"{part}.toml")
        if file.is_file():
            table = tomllib.loads(file.read_text("utf-8"))
            rules = table.pop("rule", [])
            check_rules(rules, f"graph/rules/{code}/{part}.toml")
            data["rule"] += rules
            data.update(table)
    return data


def check_rules(rules: Iterable[Mapping[str, Any]], file: str) -> None:
    """Check that each rule of a file is complete.

    >>> check_rules([{"name": "host.by", "frame": "host"}], "host.toml")
    Traceback (most recent call last):
    ...
    ValueError: host.toml: the rule 'host.by' has no `pattern`: what it looks for
    """
    for number, rule in enumerate(rules, start=1):
        name = repr(rule.get("name", "").strip() or f"number {number}")
        for key, meaning in _REQUIRED.items():
            if not str(rule.get(key, "")).strip():
                raise ValueError(f"{file}: the rule {name} has no `{key}`: {meaning}")
