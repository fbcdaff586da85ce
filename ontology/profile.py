"""Profiles by the OWL API's checker; consistency and the cases by HermiT.

Both are asked in one process of their own, `hiwar.ontology.owlapi`. What the profile
checker reads is the ontology as published. What HermiT reads has no literal of a
datatype that OWL 2 lacks, but the statements of a case, from which nothing may follow.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import OWL, Graph, Literal

from hiwar.errors import GateError, SettingError
from hiwar.ontology.cases import Case, Triple, Verdict
from hiwar.ontology.reasoner import (
    KNOWN_DATATYPES,
    find_java_library,
    first_lines,
    reasoning_copy,
)

__all__ = ["Certificate", "Profiles", "certify", "check_profiles"]

_NAMES: Final = {"OWL2DLProfile": "OWL 2 DL", "OWL2RLProfile": "OWL 2 RL"}

Profiles = dict[str, tuple[str, ...]]
"""By profile what keeps an ontology out of it: nothing where it is in it."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the OWL API and HermiT say of an ontology.

    Attributes:
        profiles: What keeps it out of OWL 2 DL and OWL 2 RL.
        consistent: Whether it has a model.
        unsatisfiable: IRIs of classes that nothing can be a member of.
        verdicts: What HermiT finds of each case, in the order of the cases.
    """

    profiles: Profiles
    consistent: bool
    unsatisfiable: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def certify(*questions: tuple[Graph, Sequence[Case]]) -> tuple[Certificate, ...]:
    """Return what the OWL API and HermiT say of ontologies, each with its cases.

    Raises:
        SettingError: If there is no Java, or it does not start.
        GateError: If HermiT cannot read what it is given.
    """
    requests = [
        {
            "published": _xml(ontology),
            "readable": _xml(reasoning_copy(ontology)),
            "cases": [_seen(case) for case in cases],
        }
        for ontology, cases in questions
    ]
    return tuple(
        Certificate(
            _profiles(found["profiles"]),
            found["consistent"],
            tuple(found["unsatisfiable"]),
            tuple(map(_verdict, cases, found["verdicts"])),
        )
        for (_, cases), found in zip(questions, _run(requests), strict=True)
    )


def check_profiles(*ontologies: Graph) -> tuple[Profiles, ...]:
    """Return what keeps each ontology out of the profiles.

    Raises:
        SettingError: If there is no Java, or it does not start.
        GateError: If the OWL API cannot read one of them.
    """
    requests = [{"published": _xml(graph)} for graph in ontologies]
    return tuple(_profiles(found["profiles"]) for found in _run(requests))


def _run(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the answers of `hiwar.ontology.owlapi`."""
    library = find_java_library()
    answer = subprocess.run(
        [sys.executable, "-m", "hiwar.ontology.owlapi", str(library)],
        input=json.dumps(requests),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if answer.returncode:
        raise SettingError(
            f"The Java at {library} ended before it answered; its last words:"
            f" {answer.stderr.strip()[-300:]!r}. Set JAVA_HOME to another one."
        )
    found = json.loads(answer.stdout)
    if "java" in found:
        raise SettingError(
            f"The Java at {library}, which HermiT needs, does not start:"
            f" {found['java']}. Set JAVA_HOME to another one."
        )
    if "error" in found:
        raise GateError(
            "The OWL API or HermiT could not read what it was given; expected OWL 2 DL."
            f" It says: {first_lines(str(found['error']))}"
        )
    return list(found)


def _xml(graph: Graph) -> str:
    """Return a graph as RDF/XML, without imports, which the OWL API would fetch."""
    whole = Graph(bind_namespaces="none")
    for triple in graph:
        if triple[1] != OWL.imports:
            whole.add(triple)
    return whole.serialize(format="xml")


def _seen(case: Case) -> dict[str, list[Any]]:
    """Return a case as the process reads it, without literals that HermiT cannot."""
    given = [_written(triple) for triple in _in_order(case.given) if _is_read(triple)]
    return {"given": given, "asked": [_written(item) for item in _in_order(case.asked)]}


def _is_read(triple: Triple) -> bool:
    value = triple[2]
    return not isinstance(value, Literal) or value.datatype in KNOWN_DATATYPES


def _written(triple: Triple) -> list[Any]:
    *two, value = triple
    if isinstance(value, Literal):
        datatype = value.datatype or "http://www.w3.org/2001/XMLSchema#string"
        return [*map(str, two), [str(value), str(datatype)]]
    return [str(term) for term in triple]


def _in_order(triples: Iterable[Triple]) -> list[Triple]:
    return sorted(triples, key=str)


def _verdict(case: Case, found: tuple[bool, list[bool]]) -> Verdict:
    consistent, answers = found
    pairs = zip(_in_order(case.asked), answers, strict=True)
    return Verdict(
        case, consistent, frozenset(item for item, follows in pairs if follows)
    )


def _profiles(found: dict[str, list[str]]) -> Profiles:
    return {_NAMES[name]: tuple(map(_tidy, items)) for name, items in found.items()}


def _tidy(violation: str) -> str:
    """Return a violation without the ontology's names, which all of them carry."""
    return re.sub(r"\s*\[[^\[]*OntologyID\(.*$", "", violation)
