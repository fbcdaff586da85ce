"""Of competing values one is preferred, and all are named."""

from typing import Any

from rdflib import Graph, Literal

from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    thing_iri,
)
from tests.graph.derive.conftest import CONFERENCE, derived


def test_a_name_has_one_label_and_others_beside_it(graphs: dict[str, Graph]) -> None:
    facts = graphs["facts"]
    label = Literal("second ministerial meeting of the Khartoum Process", lang="en")
    other = Literal("Ministerial Conference", lang="en")
    assert set(facts.objects(CONFERENCE, RDFS.label)) == {label}
    assert set(facts.objects(CONFERENCE, SKOS.prefLabel)) == {label}
    assert set(facts.objects(CONFERENCE, SKOS.altLabel)) == {other}
    person = thing_iri("person", "badr-abdelatty")
    assert facts.value(person, RDFS.label) == Literal("Badr Abdelatty", lang="en")


def test_sources_that_differ_are_named_and_one_value_is_preferred(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    readings = []
    for name, year in (("a", "1991"), ("b", "1993"), ("c", "1993-05")):
        document = draft(name, ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        readings.append(document.reading())
    graphs = derived(readings, registry, ontology)
    facts = graphs["facts"]
    process = thing_iri("process", "khartoum-process")
    assert set(facts.objects(process, HIWAR.established)) == {Literal("1993-05")}
    (node,) = facts.subjects(RDF.type, HIWAR.Disagreement)
    assert facts.value(node, HIWAR.disputedSubject) == process
    assert facts.value(node, HIWAR.disputedProperty) == HIWAR.established
    assert facts.value(node, HIWAR.preferenceRule) == Literal("preferred-value")
    values = {
        value
        for statement in facts.objects(node, HIWAR.competingStatement)
        for graph in graphs.values()
        for value in graph.objects(statement, RDF.object)
    }
    assert values == {Literal("1991"), Literal("1993"), Literal("1993-05")}
    (preferred,) = facts.objects(node, HIWAR.preferredStatement)
    assert (preferred, RDF.object, Literal("1993-05")) in graphs["document/c"]


def test_less_precise_is_no_disagreement(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    readings = []
    for name, year in (("a", "2014"), ("b", "2014-11-28")):
        document = draft(name, ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        readings.append(document.reading())
    facts = derived(readings, registry, ontology)["facts"]
    assert set(facts.objects(None, HIWAR.established)) == {Literal("2014-11-28")}
    assert not list(facts.subjects(RDF.type, HIWAR.Disagreement))


def test_the_registry_goes_before_documents(
    draft: Any, registry: Graph, ontology: Graph
) -> None:
    process = thing_iri("process", "khartoum-process")
    known = registry + Graph()
    known.add((process, HIWAR.established, Literal("2014-11-28")))
    for year, count in (("2014", 0), ("2014-11-28", 0), ("2015", 1)):
        document = draft("a", ["It was founded then."])
        document.say(document.KHARTOUM, "established", year)
        document.say(document.KHARTOUM, "label", "The Process of Khartoum")
        facts = derived([document.reading()], known, ontology)["facts"]
        assert not list(facts.triples((process, None, None)))
        nodes = list(facts.subjects(RDF.type, HIWAR.Disagreement))
        assert len(nodes) == count
        assert not list(facts.subject_objects(HIWAR.preferredStatement))
