"""What a registry learnt from one document only is no crutch for reading it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiwar.graph.evaluation import Scores, compare
from hiwar.graph.frames import state_facts
from hiwar.graph.mentions import annotate, gazetteer
from hiwar.graph.model import Source
from hiwar.graph.record import record
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import load_source
from hiwar.ontology.records import Registry, load_registry
from hiwar.settings import Settings

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"
    )
)
PATHS = sorted(SHARED.glob("documents/*/*.txt"))
GOLD = SHARED / "evaluation/gold"
MOST_LOST = 0.03


def named_in(source: Source, *, all_bodies: bool) -> set[str]:
    """Return the paths of the records that a document names: no states, no places.

    Args:
        source: The document.
        all_bodies: Whether organisations count that Wikidata knows, too: they are in
            any list, so that no document gave them.
    """
    waiting = [m for item in annotate(lay_out(source)).sentences for m in item.mentions]
    found = set()
    while waiting:
        mention = waiting.pop()
        waiting += mention.parts
        iri = mention.thing.iri if mention.thing else ""
        record = load_registry().at(iri.rpartition("/id/")[2])
        if record and record.kind not in ("State", "Place"):
            listed = record.kind == "Organisation" and record.values("exactMatch")
            found |= set() if listed and not all_bodies else {record.path}
    return found


@pytest.fixture(scope="module")
def sources() -> dict[Path, Source]:
    settings = Settings.from_environment()
    return {path: load_source(path, settings) for path in PATHS}


@pytest.fixture(scope="module")
def named(sources: dict[Path, Source]) -> dict[Path, set[str]]:
    """The records that each document names and no other one does."""
    found = {
        path: named_in(source, all_bodies=path.parent.name == "source")
        for path, source in sources.items()
    }
    return {
        path: {
            name
            for name in names
            if sum(name in others for others in found.values()) == 1
        }
        for path, names in found.items()
    }


@pytest.fixture
def without(
    request: pytest.FixtureRequest,
    named: dict[Path, set[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[set[str]]:
    """Read without the records that only the document of this test names."""
    names = named[request.getfixturevalue("path")]
    kept = tuple(r for r in load_registry().records if r.path not in names)
    monkeypatch.setattr(gazetteer, "load_registry", lambda: Registry(kept))
    gazetteer._automaton.cache_clear()
    yield names
    gazetteer._automaton.cache_clear()


def f1(path: Path, source: Source) -> float:
    """Return the F1 of all facts of one document."""
    scores = Scores()
    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
    compare(scores, path.stem, gold, record(state_facts(lay_out(source))))
    return scores.all_facts.f1


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_document_is_read_without_what_only_it_names(
    path: Path,
    sources: dict[Path, Source],
    named: dict[Path, set[str]],
    request: pytest.FixtureRequest,
) -> None:
    if not named[path]:
        pytest.skip("it names nothing that no other document names")
    whole = f1(path, sources[path])
    names = request.getfixturevalue("without")
    assert names.isdisjoint(named_in(sources[path], all_bodies=True))
    assert f1(path, sources[path]) > whole - MOST_LOST
