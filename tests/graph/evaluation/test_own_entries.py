"""A document is read nearly as well without the registry's entries that it alone uses.

The registry was filled beside these documents. What one of them alone names stands for
what a document that nobody has seen names and no registry has.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from hiwar.graph.evaluation import Scores, compare
from hiwar.graph.frames import state_facts
from hiwar.graph.mentions import annotate, gazetteer
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.record import record
from hiwar.graph.text.layout import Layout, lay_out
from hiwar.graph.text.source import load_source
from hiwar.settings import Settings

SHARED = Path(
    os.environ.get(
        "HIWAR_SHARED", Path(__file__).resolve().parents[3].parent / "shared"
    )
)
DOCUMENTS = sorted(SHARED.glob("documents/*/*.txt"))
SLOTS = ("org", "process", "document", "instrument")
MOST = 0.03


def entries_in(mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the registry's entries that mentions name, but states and places."""
    for mention in mentions:
        yield from entries_in(mention.parts)
        if mention.slot in SLOTS and mention.thing and mention.thing.iri:
            yield mention.thing.iri


def f1(path: Path, layout: Layout) -> float:
    gold = SHARED / f"evaluation/gold/{path.stem}.json"
    scores = Scores()
    got = record(state_facts(layout))
    compare(scores, path.stem, json.loads(gold.read_text("utf-8")), got)
    return scores.all_facts.f1


@pytest.fixture(scope="module")
def layouts() -> dict[Path, Layout]:
    if not DOCUMENTS:
        pytest.skip(f"no documents in {SHARED}; set HIWAR_SHARED")
    return {path: lay_out(load_source(path, Settings())) for path in DOCUMENTS}


def test_no_document_needs_the_entries_that_it_alone_names(
    layouts: dict[Path, Layout], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = {
        path: {
            iri
            for sentence in annotate(layout).sentences
            for iri in entries_in(sentence.mentions)
        }
        for path, layout in layouts.items()
    }
    users = Counter(iri for iris in named.values() for iri in iris)
    whole = {path: f1(path, layout) for path, layout in layouts.items()}
    left_out: set[str] = set()
    candidates = gazetteer._candidates

    def others(*arguments: object) -> Iterator[object]:
        for start, end, entries in candidates(*arguments):  # type: ignore[arg-type]
            kept = [item for item in entries if item.thing.iri not in left_out]
            if kept:
                yield start, end, kept

    monkeypatch.setattr(gazetteer, "_candidates", others)
    falls = {}
    for path, layout in layouts.items():
        left_out = {iri for iri in named[path] if users[iri] == 1}
        falls[path.stem] = whole[path] - f1(path, layout)
    assert sum(len(iris) for iris in named.values()), "the registry is used"
    assert any(falls.values()), "something was left out"
    assert {stem: fall for stem, fall in falls.items() if fall >= MOST} == {}
