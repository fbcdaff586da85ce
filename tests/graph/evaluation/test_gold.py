"""Gold records and documents find each other by stem, or the message says why not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hiwar.errors import EvaluationError
from hiwar.graph.evaluation import load_collection


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    (texts / "deep").mkdir(parents=True)
    for stem in ("a", "b", "c"):
        (gold / f"{stem}.json").write_text(json.dumps({"doc": stem}), "utf-8")
    (texts / "a.txt").write_text("A text.", "utf-8")
    (texts / "a.meta.toml").write_text("", "utf-8")
    (texts / "deep/b.html").write_text("<p>A text.", "utf-8")
    (texts / "z.txt").write_text("A text.", "utf-8")
    return gold, texts


def test_documents_are_found_below_folders_by_the_stem_of_their_gold(
    folders: tuple[Path, Path],
) -> None:
    gold, texts = folders
    found = load_collection(gold, [texts])
    assert list(found.gold) == list(found.paths) == ["a", "b"]
    assert found.gold["a"] == {"doc": "a"}
    assert found.without_document == ("c",)
    assert [path.name for path in found.without_gold] == ["z.txt"]
    assert load_collection(gold, [texts / "a.txt"]).without_document == ("b", "c")


def test_two_documents_of_one_gold_record_are_refused(
    folders: tuple[Path, Path],
) -> None:
    gold, texts = folders
    (texts / "deep/a.txt").write_text("Another.", "utf-8")
    with pytest.raises(EvaluationError, match="have the same stem"):
        load_collection(gold, [texts])
    assert load_collection(gold, [texts / "a.txt", texts / "a.txt"]).paths


def test_a_folder_that_is_not_there_or_is_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="is no folder"):
        load_collection(tmp_path / "none", [])
    with pytest.raises(EvaluationError, match="has no gold record"):
        load_collection(tmp_path, [])


def test_documents_none_of_which_has_gold_are_refused(
    folders: tuple[Path, Path],
) -> None:
    gold, texts = folders
    with pytest.raises(EvaluationError, match="None of the 1 documents"):
        load_collection(gold, [texts / "z.txt"])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no JSON"),
        ("\udcff", "is no JSON"),
        ("[]", "found a list; expected an object"),
        ("7", "found a number; expected an object"),
        ("null", "found null; expected an object"),
        ({"a": 1}, "unknown key 'a'; expected keys of a record: about, commitments"),
        ({"meeting": []}, "unknown key 'meeting'; expected keys"),
        ({"meetings": {}}, "meetings is an object; expected a list"),
        ({"meetings": ["x"]}, "meetings[0] is a string; expected an object"),
        ({"states": "Kenya"}, "states is a string; expected a list"),
        ({"relations": [["a", "b"]]}, "relations[0] is ['a', 'b']; expected [one"),
    ],
)
def test_gold_that_has_not_its_form_is_refused_with_the_place(
    folders: tuple[Path, Path], content: Any, message: str
) -> None:
    gold, texts = folders
    text = content if isinstance(content, str) else json.dumps(content)
    (gold / "a.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(EvaluationError, match=re.escape(message)) as caught:
        load_collection(gold, [texts])
    assert "a.json" in caught.value.detail
