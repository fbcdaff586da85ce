"""Gold records and the documents that they belong to, paired by stem."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hiwar.errors import EvaluationError

__all__ = ["Collection", "load_collection"]

_OBJECTS = ("processes", "meetings", "persons", "documents", "commitments")
_LISTS = (*_OBJECTS, "states", "organisations", "relations")
_OTHERS = ("about", "doc", "language", "not_facts", "notes")
_KEYS = frozenset((*_LISTS, *_OTHERS, "out_of_domain", "states_other"))
_BESIDE = (".meta.toml", ".json")


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents with their gold.

    Attributes:
        gold: The gold record of each document, by stem, in their order.
        paths: The document of each.
        without_document: The stems of gold records that no document has.
        without_gold: The documents that no gold record has.
    """

    gold: dict[str, dict[str, Any]]
    paths: dict[str, Path]
    without_document: tuple[str, ...]
    without_gold: tuple[Path, ...]


def load_collection(gold: Path, documents: Iterable[Path]) -> Collection:
    """Return the documents that have a gold record of the same stem in a folder.

    A folder among the documents stands for all files below it.

    Raises:
        EvaluationError: If there is no such folder or no gold in it, a gold record
            has not the form of one, a document is not there, or none has gold.
    """
    if not gold.is_dir():
        raise EvaluationError(
            f"{gold} is no folder; expected one with a gold record STEM.json for each"
            " document."
        )
    records = {path.stem: path for path in sorted(gold.glob("*.json"))}
    if not records:
        raise EvaluationError(f"{gold} has no gold record; expected files STEM.json.")
    paths = _by_stem(documents, set(records))
    both = sorted(set(records) & set(paths))
    if not both:
        raise EvaluationError(
            f"None of the {len(paths)} documents has a gold record in {gold}; a record"
            f" is named as its document, as in {next(iter(records))}.json."
        )
    return Collection(
        {stem: _load(records[stem]) for stem in both},
        {stem: paths[stem] for stem in both},
        tuple(sorted(set(records) - set(both))),
        tuple(paths[stem] for stem in sorted(set(paths) - set(both))),
    )


def _by_stem(documents: Iterable[Path], wanted: set[str]) -> dict[str, Path]:
    """Return the documents by their stems; a stem with gold is one document's."""
    paths: dict[str, Path] = {}
    for file in _files(documents):
        known = paths.setdefault(file.stem, file)
        if known != file and file.stem in wanted:
            raise EvaluationError(
                f"{known} and {file} have the same stem, so that the gold record"
                f" {file.stem}.json could be either's; leave one out."
            )
    return paths


def _files(documents: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents; of a folder, all files below it that may be one."""
    for path in documents:
        if not path.exists():
            raise EvaluationError(
                f"{path} is not there; expected a document or a folder of them."
            )
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            if file.is_file() and not file.name.endswith(_BESIDE):
                yield file


def _load(path: Path) -> dict[str, Any]:
    """Return a gold record, or say where it has not the form of one."""
    try:
        record = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise EvaluationError(
            f"{path} is no JSON: {error}; expected a gold record in UTF-8. Mend it, or"
            " take it out of the folder."
        ) from error
    fault = _fault(record)
    if fault:
        raise EvaluationError(f"{path}: {fault}.")
    return dict(record)


def _fault(record: Any) -> str:
    """Return what keeps a value from being a record, empty where nothing does."""
    if not isinstance(record, dict):
        return f"found {_name(record)}; expected an object"
    if unknown := sorted(set(record) - _KEYS):
        expected = ", ".join(sorted(_KEYS))
        return f"unknown key {unknown[0]!r}; expected keys of a record: {expected}"
    for key in _LISTS:
        items = record.get(key, [])
        if not isinstance(items, list):
            return f"{key} is {_name(items)}; expected a list"
        for number, item in enumerate(items):
            if key in _OBJECTS and not isinstance(item, dict):
                return f"{key}[{number}] is {_name(item)}; expected an object"
            if key == "relations" and not (isinstance(item, list) and len(item) == 3):
                return f"{key}[{number}] is {item!r}; expected [one, relation, other]"
    return ""


def _name(value: Any) -> str:
    """Return what JSON calls the type of a value."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "a boolean"}
    return names.get(type(value), "null" if value is None else "a number")
