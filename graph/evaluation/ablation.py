"""Ablation: what each stage of reading is worth, by reading without it.

Nearly all that a stage knows is data of the language, so a stage is taken away by
taking its data away; three that need none are left out by name (`Rules.without`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from hiwar.graph.evaluation.gold import Collection
from hiwar.graph.evaluation.records import compare
from hiwar.graph.evaluation.tally import Scores
from hiwar.graph.frames import state_facts
from hiwar.graph.model import Source
from hiwar.graph.record import record
from hiwar.graph.rules import LANGUAGES, PARTS, Rules, read_tables
from hiwar.graph.text.layout import lay_out

__all__ = ["STAGES", "Ablation", "ablate"]

Tables = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ablation:
    """A stage that can be left out.

    Attributes:
        name: What it is called in the table.
        change: What is taken from the tables of a language.
        parts: The files of a language whose rules are left out.
        language: The one language that it concerns, empty for all.
    """

    name: str
    change: Callable[[Tables], Tables] = dict
    parts: frozenset[str] = frozenset()
    language: str = ""

    def rules(self, code: str) -> Rules:
        """Return the rules of a language without this stage."""
        if code not in LANGUAGES:
            return Rules({})
        tables = read_tables(code)
        if not self.language or self.language == code:
            for part in self.parts:
                left_out = {rule["name"] for rule in read_tables(code, (part,))["rule"]}
                kept = [r for r in tables["rule"] if r["name"] not in left_out]
                tables["rule"] = kept
            tables = self.change(tables)
        return Rules(tables)


def _dropping(table: str, *keys: str) -> Callable[[Tables], Tables]:
    """Return a change that takes some keys from a table of a language."""

    def change(tables: Tables) -> Tables:
        kept = {k: v for k, v in tables.get(table, {}).items() if k not in keys}
        return {**tables, table: kept}

    return change


def _leaving_out(stage: str) -> Callable[[Tables], Tables]:
    """Return a change after which a stage without data of its own is not run."""

    def change(tables: Tables) -> Tables:
        return {**tables, "without": [*tables.get("without", ()), stage]}

    return change


def _nothing(_: Tables) -> Tables:
    return {}


_GATE = (
    *("negated", "negated_after", "attributed", "attributed_after"),
    *("closing_speaker", "conditional", "planned", "aspirational"),
)

STAGES: Final = (
    Ablation("layout: furniture", _dropping("lines", "furniture")),
    Ablation("layout: dateline", _dropping("lines", "dateline")),
    Ablation("layout: speakers", _dropping("lines", "attribution", "speech")),
    Ablation("mentions: registry", _leaving_out("registry")),
    Ablation("mentions: learned names", _leaving_out("learned")),
    Ablation("mentions: bodies", _dropping("heads", "organisation", "office")),
    Ablation(
        "mentions: persons", _dropping("words", "honorifics", "titles", "post_heads")
    ),
    Ablation("coreference: the meeting", _dropping("heads", "generic")),
    Ablation("coreference: pronouns", _dropping("words", "pronouns")),
    *(
        Ablation(f"rules: {part}", parts=frozenset([part]))
        for part in PARTS
        if any(read_tables(code, (part,))["rule"] for code in LANGUAGES)
    ),
    Ablation("status gate", _dropping("cues", *_GATE)),
    Ablation("status by tense", _dropping("cues", "held", "past", "background")),
    Ablation("beside: dates and places", _dropping("cues", "of_date", "of_place")),
    Ablation("footnotes", _leaving_out("footnotes")),
    *(Ablation(f"language: {code}", _nothing, language=code) for code in LANGUAGES),
)
"""The stages, in the order in which a document passes them."""


def ablate(
    collection: Collection,
    sources: Mapping[str, Source],
    stages: Iterable[Ablation] = STAGES,
) -> Iterator[tuple[str, Scores]]:
    """Yield the name of each stage and the scores without it.

    A stage of a language that no document is in is passed over.
    """
    languages = {source.language.lower().split("-")[0] for source in sources.values()}
    for stage in stages:
        if stage.language and stage.language not in languages:
            continue
        rules = {code: stage.rules(code) for code in languages}
        scores = Scores()
        for stem, gold in collection.gold.items():
            source = sources.get(stem)
            got = source and _record(source, rules)
            compare(scores, stem, gold, got or None)
        yield stage.name, scores


def _record(source: Source, rules: Mapping[str, Rules]) -> dict[str, Any]:
    code = source.language.lower().split("-")[0]
    return record(state_facts(lay_out(source, rules[code])))
