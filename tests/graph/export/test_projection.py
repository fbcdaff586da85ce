"""Things are joined by what they share."""

import pytest
from rdflib import Graph, Literal

from hiwar.errors import NotFoundError
from hiwar.graph.export.projection import PROJECTIONS, project
from hiwar.graph.export.scene import Scene
from hiwar.graph.namespaces import HIWAR, RDF, RDFS, XSD, thing_iri
from tests.graph.export.conftest import Graphs, written


@pytest.fixture(scope="module")
def shared() -> Graphs:
    """Two meetings, three states, and who shares what."""
    facts, document = Graph(), Graph()
    parts = {"one": ("EGY", "FRA", "TUN"), "two": ("EGY", "FRA")}
    for number, (meeting, states) in enumerate(parts.items()):
        node = thing_iri("meeting", meeting)
        day = Literal(f"202{number}-05-01", datatype=XSD.date)
        facts.add((node, RDF.type, HIWAR.Meeting))
        facts.add((node, HIWAR.startDate, day))
        for state in states:
            value = thing_iri("state", state)
            facts.add((value, RDF.type, HIWAR.State))
            facts.add((value, RDFS.label, Literal(state, lang="en")))
            facts.add((node, HIWAR.hasParticipant, value))
            statement = thing_iri("statement", f"{meeting}-{state}")
            document.add((statement, RDF.subject, node))
            document.add((statement, RDF.predicate, HIWAR.hasParticipant))
            document.add((statement, RDF.object, value))
    return {"facts": facts, "registry": Graph(), "document/a": document}


def test_states_are_joined_by_the_meetings_they_share(shared: Graphs) -> None:
    picture = project(Scene.of(shared), "states")
    ends = {(edge.source[-3:], edge.target[-3:]): edge for edge in picture.edges}
    assert {pair: edge.weight for pair, edge in ends.items()} == {
        ("EGY", "FRA"): 2,
        ("EGY", "TUN"): 1,
        ("FRA", "TUN"): 1,
    }
    both = ends["EGY", "FRA"]
    assert (both.period.start, both.period.end) == ("2020-05-01", "2021-05-01")
    assert len(both.statements) == 4
    assert {vertex.label for vertex in picture.vertices} == {"EGY", "FRA", "TUN"}


@pytest.mark.parametrize("name", ["gexf", "graphml", "edges", "dot"])
def test_what_is_shared_has_no_direction(shared: Graphs, name: str) -> None:
    text = written(project(Scene.of(shared), "states"), name).decode()
    assert "undirected" in text.lower() or "\ngraph " in f"\n{text}"
    assert "directed" not in text.lower().replace("undirected", "")
    assert " -> " not in text


def test_a_projection_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="states, actors, processes"):
        project(Scene.of({}), "planets")
    assert all(project(Scene.of({}), name).edges == () for name in PROJECTIONS)
