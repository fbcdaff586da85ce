import io
import tracemalloc
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from rdflib import Graph, Literal

from hiwar.errors import FormatError
from hiwar.graph.export import export, write_picture
from hiwar.graph.export.drawing import draw
from hiwar.graph.export.scene import Scene
from hiwar.graph.formats import Answer, find_format
from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
    RDFS,
    XSD,
    concept_iri,
    thing_iri,
)
from hiwar.graph.store import OxigraphStore
from tests.graph.export.conftest import Graphs

EGY, FRA = thing_iri("state", "EGY"), thing_iri("state", "FRA")
MEETING = thing_iri("meeting", "cairo-2025")
PROCESS = thing_iri("process", "khartoum-process")
STATEMENT = str(thing_iri("statement", "s1"))


def read_back(graphs: Graphs, name: str) -> Any:
    output = io.BytesIO()
    export(Scene.of(graphs), find_format(name, Answer.PICTURE), output)
    output.seek(0)
    return nx.read_graphml(output) if name == "graphml" else nx.read_gexf(output)


def edges(graph: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {(source, target): data for source, target, data in graph.edges(data=True)}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_same_things_and_facts_back(
    graphs: Graphs, name: str
) -> None:
    graph = read_back(graphs, name)
    assert set(graph.nodes) == {str(EGY), str(MEETING), str(PROCESS)}
    assert set(edges(graph)) == {(str(EGY), str(PROCESS)), (str(MEETING), str(EGY))}
    assert graph.nodes[str(EGY)]["label"] == "Egypt"
    assert graph.nodes[str(EGY)]["kind"] == "State"
    assert graph.nodes[str(MEETING)]["start"] == "2025-04-09"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_relation_gives_its_fact_dates_and_statements(
    graphs: Graphs, name: str
) -> None:
    data = edges(read_back(graphs, name))[str(EGY), str(PROCESS)]
    assert (data["start"], data["end"]) == ("2024-04-01", "2025-04-09")
    assert data["when"] == "2024-04/2025-04-09"
    assert data["statements"] == STATEMENT
    assert data["relation"] == str(thing_iri("chairmanship", "egypt-2024"))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_two_terms_of_one_actor_are_two_edges(graphs: Graphs, name: str) -> None:
    earlier, statement = (
        thing_iri("chairmanship", "egypt-2014"),
        thing_iri("statement", "s9"),
    )
    graphs["facts"].add((earlier, RDF.type, HIWAR.Chairmanship))
    graphs["facts"].add((earlier, HIWAR.chair, EGY))
    graphs["facts"].add((earlier, HIWAR.chairedProcess, PROCESS))
    graphs["facts"].add((earlier, HIWAR.when, Literal("2014")))
    for predicate, value in (
        (RDF.subject, EGY),
        (RDF.predicate, HIWAR.chairs),
        (RDF.object, PROCESS),
        (HIWAR.describes, earlier),
    ):
        graphs["document/cairo"].add((statement, predicate, value))
    graph = read_back(graphs, name)
    terms = graph.get_edge_data(str(EGY), str(PROCESS))
    assert sorted(data["start"] for data in terms.values()) == [
        "2014-01-01",
        "2024-04-01",
    ]


def test_who_took_part_in_a_meeting_did_so_on_its_day(graphs: Graphs) -> None:
    part, statement = thing_iri("participation", "p"), thing_iri("statement", "s8")
    graphs["facts"].add((MEETING, HIWAR.hasParticipant, FRA))
    graphs["facts"].add((part, RDF.type, HIWAR.Participation))
    graphs["facts"].add((part, HIWAR.participant, FRA))
    graphs["facts"].add((part, HIWAR.participationIn, MEETING))
    for predicate, value in (
        (RDF.subject, MEETING),
        (RDF.predicate, HIWAR.hasParticipant),
        (RDF.object, FRA),
        (HIWAR.describes, part),
    ):
        graphs["document/cairo"].add((statement, predicate, value))
    picture = draw(Scene.of(graphs))
    (edge,) = (e for e in picture.edges if e.relation == str(part))
    (meeting,) = (v for v in picture.vertices if v.iri == str(MEETING))
    assert edge.period == meeting.period
    assert edge.period.start == "2025-04-09"
    graphs["facts"].add((part, HIWAR.when, Literal("2025-04-10")))
    (edge,) = (e for e in draw(Scene.of(graphs)).edges if e.relation == str(part))
    assert edge.period.start == "2025-04-10", "its own day goes first"


def test_what_a_relation_has_to_do_with_another_is_drawn_between_their_actors(
    graphs: Graphs,
) -> None:
    egypt, france = (
        thing_iri("chairmanship", "egypt-2024"),
        thing_iri("chairmanship", "france-2025"),
    )
    graphs["facts"].add((france, RDF.type, HIWAR.Chairmanship))
    graphs["facts"].add((france, HIWAR.chair, FRA))
    graphs["facts"].add((egypt, HIWAR.handedOverTo, france))
    picture = draw(Scene.of(graphs))
    found = [edge for edge in picture.edges if edge.label == "handedOverTo"]
    assert [(edge.source, edge.target) for edge in found] == [(str(EGY), str(FRA))]
    assert str(egypt) not in {vertex.iri for vertex in picture.vertices}


def test_themes_are_drawn_and_other_concepts_are_not(graphs: Graphs) -> None:
    theme = concept_iri("migration", "protection-rights")
    kind = concept_iri("meeting-kind", "ministerial")
    graphs["facts"].add((MEETING, HIWAR.hasTheme, theme))
    graphs["facts"].add((MEETING, HIWAR.meetingKind, kind))
    kinds = {vertex.iri: vertex.kind for vertex in draw(Scene.of(graphs)).vertices}
    assert kinds[str(theme)] == "Concept"
    assert str(kind) not in kinds


def test_inverses_and_provenance_are_not_drawn(graphs: Graphs) -> None:
    picture = draw(Scene.of(graphs))
    assert {edge.label for edge in picture.edges} == {"chairs", "hostedBy"}
    assert all("statement" not in vertex.iri for vertex in picture.vertices)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_label_that_xml_cannot_hold_does_not_break_the_file(
    graphs: Graphs, name: str
) -> None:
    odd = Literal('<a> & "b" \x00\x0b\ufffe مصر', lang="en")
    graphs["facts"].set((MEETING, RDFS.label, odd))
    label = read_back(graphs, name).nodes[str(MEETING)]["label"]
    assert label == '<a> & "b" \ufffd\ufffd\ufffd مصر'


def test_gexf_has_a_colour_for_each_class_and_days_for_the_timeline(
    graphs: Graphs,
) -> None:
    output = io.BytesIO()
    export(Scene.of(graphs), find_format("gexf", Answer.PICTURE), output)
    root = etree.fromstring(output.getvalue())
    names = {
        "g": "http://www.gexf.net/1.2draft",
        "v": "http://www.gexf.net/1.2draft/viz",
    }
    graph = root.find("g:graph", names)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    colours = {
        tuple(colour.attrib.values()) for colour in root.iterfind(".//v:color", names)
    }
    assert len(colours) == 3
    meeting = root.find(f".//g:node[@id='{MEETING}']", names)
    assert meeting is not None
    assert meeting.get("start") == meeting.get("end", meeting.get("start"))


def test_an_end_before_its_start_is_left_out(graphs: Graphs) -> None:
    day = Literal("2020-01-01", datatype=XSD.date)
    graphs["facts"].add((MEETING, HIWAR.endDate, day))
    vertex = next(
        item for item in draw(Scene.of(graphs)).vertices if item.iri == str(MEETING)
    )
    assert (vertex.period.start, vertex.period.end) == ("2025-04-09", "")


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_an_empty_graph_is_an_empty_picture(name: str) -> None:
    assert len(read_back({}, name)) == 0


def test_a_format_that_is_no_picture_is_refused() -> None:
    turtle = find_format("ttl", Answer.GRAPH)
    with pytest.raises(FormatError, match="expected graphml, gexf"):
        write_picture(draw(Scene.of({})), turtle, io.BytesIO())


def network(edges: int) -> OxigraphStore:
    """A store in which fifty meetings have participants, each stated once."""
    facts, document = Graph(), Graph()
    for number in range(edges):
        fact = (
            thing_iri("meeting", f"m{number % 50}"),
            HIWAR.hasParticipant,
            thing_iri("state", f"s{number // 50}"),
        )
        facts.add(fact)
        statement = thing_iri("statement", str(number))
        for part, value in zip(
            (RDF.subject, RDF.predicate, RDF.object), fact, strict=True
        ):
            document.add((statement, part, value))
    store = OxigraphStore()
    store.load({"facts": facts, "document/a": document})
    return store


class Nowhere(io.RawIOBase):
    """What counts the bytes that are written, and keeps none."""

    count = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self.count += len(data)
        return len(data)


def peak_of(edges: int) -> tuple[int, int]:
    """Return the most bytes that drawing and writing took, and those written."""
    scene, nowhere = Scene.of_store(network(edges)), Nowhere()
    output = io.BufferedWriter(nowhere)
    tracemalloc.start()
    picture = draw(scene)
    for name in ("graphml", "gexf", "cyjs", "cx2", "edges", "nodes", "dot"):
        write_picture(picture, find_format(name, Answer.PICTURE), output)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(picture.edges) == edges
    return peak, nowhere.count


def test_five_times_the_edges_take_no_more_memory() -> None:
    """Nor would a million, as ``make bench-export`` shows."""
    peak_of(100)  # what is loaded once is no matter
    (few, small), (many, large) = peak_of(1_500), peak_of(7_500)
    assert large > 4 * small
    assert many < 1.5 * few
