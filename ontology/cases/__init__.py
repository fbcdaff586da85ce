"""The cases of the certificate: small data with what must come of them.

A file ``OUTCOME/NAME.ttl`` is Turtle. Its first line is a comment that says why. A
line ``# Follows:`` or ``# Does not follow:`` parts what is given from what is asked;
in ``inconsistent`` there is none. ``differences.toml`` lists where a reasoner does not
find what must come of a case, with the reason.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from rdflib import Graph
from rdflib.term import Node

from hiwar.settings import Settings

__all__ = [
    "MARKS",
    "Case",
    "Difference",
    "Outcome",
    "Triple",
    "Verdict",
    "load_cases",
    "load_differences",
]

Triple = tuple[Node, Node, Node]

_FOLDER: Final = Path(__file__).parent


class Outcome(StrEnum):
    """What must come of a case."""

    INCONSISTENT = "inconsistent"
    ENTAILED = "entailed"
    NOT_ENTAILED = "not-entailed"


MARKS: Final = {
    Outcome.ENTAILED: "\n# Follows:\n",
    Outcome.NOT_ENTAILED: "\n# Does not follow:\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Data, and what must come of them together with the ontology.

    Attributes:
        outcome: What must come of them.
        name: The file's name without suffix.
        reason: Why.
        given: The data.
        asked: What must follow, or must not; empty where a contradiction must.
    """

    outcome: Outcome
    name: str
    reason: str
    given: frozenset[Triple]
    asked: frozenset[Triple]

    @property
    def path(self) -> str:
        """The outcome and the name, as in the folder."""
        return f"{self.outcome}/{self.name}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reasoner finds of a case.

    Attributes:
        case: The case.
        consistent: Whether it finds no contradiction.
        follows: Those of the asked triples that it finds to follow; none where it
            finds a contradiction, from which all follows.
    """

    case: Case
    consistent: bool
    follows: frozenset[Triple]

    @property
    def holds(self) -> bool:
        """Whether that is what must come of the case."""
        if self.case.outcome is Outcome.INCONSISTENT:
            return not self.consistent
        expected = self.case.asked
        if self.case.outcome is Outcome.NOT_ENTAILED:
            expected = frozenset()
        return self.consistent and self.follows == expected


@dataclass(frozen=True, slots=True)
class Difference:
    """A case of which a reasoner does not find what must come of it, and why."""

    case: str
    reasoner: str
    reason: str


def load_cases(*outcomes: Outcome) -> tuple[Case, ...]:
    """Return the cases in the order of outcomes and names; all where none is named.

    >>> load_cases(Outcome.INCONSISTENT)[0].path
    'inconsistent/adoption-of-two-documents'
    """
    return tuple(
        _load(path, outcome)
        for outcome in outcomes or Outcome
        for path in sorted((_FOLDER / outcome).glob("*.ttl"))
    )


def load_differences() -> tuple[Difference, ...]:
    """Return the known differences between reasoners and what must be found."""
    text = (_FOLDER / "differences.toml").read_text("utf-8")
    return tuple(Difference(**item) for item in tomllib.loads(text)["difference"])


def _load(path: Path, outcome: Outcome) -> Case:
    text = path.read_text("utf-8")
    text = text.replace(Settings.base_iri, Settings.from_environment().base_iri)
    reason = text.partition("\n")[0].removeprefix("#").strip()
    mark = MARKS.get(outcome)
    given, _, asked = text.partition(mark) if mark else (text, "", "")
    head = [line for line in given.splitlines() if line.startswith("@")]
    return Case(
        outcome,
        path.stem,
        reason,
        _parse(given),
        _parse("\n".join((*head, asked))),
    )


def _parse(text: str) -> frozenset[Triple]:
    graph = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    return frozenset(graph)
