"""A data folder with two releases, a source and proposals, to be backed up."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Literal

from hiwar.errors import BackupError
from hiwar.graph.library import keep_source
from hiwar.graph.namespaces import HIWAR, RDFS, thing_iri
from hiwar.graph.publication import Content, publish
from hiwar.graph.release import sha256

EGY, KP = thing_iri("state", "EGY"), thing_iri("process", "khartoum-process")
TEXT = "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo in 2025.\n"


def content(name: str = "Egypt") -> Content:
    facts = Graph().add((EGY, HIWAR.chairs, KP))
    registry = Graph().add((EGY, RDFS.label, Literal(name, lang="en")))
    return Content({"facts": facts, "registry": registry}, (), "{}\n", "# Report\n")


def silent(_text: str) -> None:
    """Tell nobody."""


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases, a source with metadata, and what a model proposed."""
    folder = tmp_path_factory.mktemp("made")
    data = folder / "data"
    for name in ("Egypt", "Misr"):
        publish(data, content(name), "2026-11-21")
    source = folder / "a.txt"
    source.write_text(TEXT)
    source.with_name("a.meta.toml").write_text('title = "A"')
    keep_source(data, source, sha256(TEXT.encode()))
    (data / "proposals").mkdir()
    (data / "proposals" / "a.trig").write_text("")
    return data


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """A copy of them."""
    return Path(shutil.copytree(made, tmp_path / "data"))


def held(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files of a data folder, but not who writes into it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(BackupError) as caught:
        call()
    assert "\n" not in caught.value.detail
    return caught.value.detail
