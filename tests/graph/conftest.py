"""Readings written by hand: what two documents say of one conference."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef

from hiwar.graph.model import Basis, Reading, Sentence, Source, Statement, Status, Thing
from hiwar.graph.namespaces import (
    HIWAR,
    RDF,
    RDFS,
    SKOS,
    XSD,
    concept_iri,
    graph_iri,
    thing_iri,
)
from hiwar.graph.store import to_graph

KHARTOUM = Thing("Process", "khartoum", thing_iri("process", "khartoum-process"))
CAIRO = Thing("Place", "cairo", thing_iri("place", "cairo"))
ROME = Thing("Place", "rome", thing_iri("place", "rome"))


def state(code: str) -> Thing:
    return Thing("State", code, thing_iri("state", code))


class Draft:
    """A reading that grows by `say`."""

    KHARTOUM, CAIRO, ROME = KHARTOUM, CAIRO, ROME
    state = staticmethod(state)

    def __init__(
        self,
        name: str,
        sentences: Sequence[str],
        *,
        published: str = "",
        title: str = "",
    ) -> None:
        self.name, self.published, self.title = name, published, title or name
        self.text = " ".join(sentences)
        self.sentences: list[Sentence] = []
        start = 0
        for index, sentence in enumerate(sentences):
            end = start + len(sentence)
            self.sentences.append(Sentence(index, start, end))
            start = end + 1
        self.statements: list[Statement] = []

    def say(
        self,
        subject: Thing,
        predicate: str,
        value: Thing | URIRef | Literal | str | int,
        *sentences: int,
        status: Status = Status.REPORTED,
        basis: Basis = Basis.EXPLICIT,
        describes: Thing | None = None,
        mentioned_as: str = "",
    ) -> None:
        named = {"label": RDFS.label, "altLabel": SKOS.altLabel, "type": RDF.type}
        prop = named.get(predicate, HIWAR[predicate])
        days = ("startDate", "endDate", "notBefore", "notAfter")
        term: Thing | URIRef | Literal
        if isinstance(value, Thing | URIRef | Literal):
            term = value
        elif predicate == "label":
            term = Literal(value, lang="en")
        elif predicate in days:
            term = Literal(value, datatype=XSD.date)
        else:
            term = Literal(value)
        self.statements.append(
            Statement(
                subject,
                prop,
                term,
                status,
                basis,
                f"test-{predicate}",
                sentences or (0,),
                describes,
                mentioned_as,
            )
        )

    def thing(self, kind: str, key: str, *sentences: int) -> Thing:
        """Return a new thing, its class and its name stated."""
        thing = Thing(kind, key)
        self.say(thing, "type", HIWAR[kind], *sentences)
        self.say(thing, "label", key, *sentences)
        return thing

    def meeting(
        self,
        key: str,
        *sentences: int,
        kind: str = "ministerial",
        status: str = "held",
        process: Thing | None = KHARTOUM,
        **values: Thing | str | int,
    ) -> Thing:
        meeting = self.thing("Meeting", key, *sentences)
        kind_iri = concept_iri("meeting-kind", kind)
        self.say(meeting, "meetingKind", kind_iri, *sentences)
        status_iri = concept_iri("meeting-status", status)
        self.say(meeting, "meetingStatus", status_iri, *sentences)
        if process:
            self.say(meeting, "isMeetingOf", process, *sentences)
        for predicate, value in values.items():
            self.say(meeting, predicate, value, *sentences)
        return meeting

    def term(
        self,
        key: str,
        chair: Thing,
        *sentences: int,
        status: Status = Status.REPORTED,
        **values: Thing | str,
    ) -> Thing:
        """Return a chairmanship of the Khartoum Process."""
        term = Thing("Chairmanship", key)
        self.say(chair, "chairs", KHARTOUM, *sentences, describes=term, status=status)
        for predicate, value in values.items():
            self.say(term, predicate, value, *sentences, status=status)
        return term

    def reading(self) -> Reading:
        content_hash = hashlib.sha256(self.text.encode() + self.name.encode())
        source = Source(
            f"{self.name}.txt",
            content_hash.hexdigest(),
            self.text,
            self.title,
            "en",
            published=self.published,
        )
        return Reading(source, tuple(self.sentences), tuple(self.statements))


def announcement() -> Reading:
    draft = Draft(
        "announcement",
        [
            "Egypt's minister will chair the second ministerial meeting on 9 April.",
            "It takes place in Cairo.",
            "The process was set up in 2014 at a ministerial conference in Rome.",
            "Egypt, its chair at the launch, has been chair again since April 2024.",
        ],
        title="Cairo prepares for ministers",
    )
    minister = draft.thing("Person", "Badr Abdelatty", 0)
    meeting = draft.meeting(
        "second ministerial meeting of the Khartoum Process",
        0,
        status="planned",
        ordinal=2,
    )
    draft.say(meeting, "scheduledFor", "2025-04-09", 0, basis=Basis.INFERRED)
    draft.say(meeting, "scheduledIn", CAIRO, 1)
    draft.say(meeting, "presidedBy", minister, 0, status=Status.PLANNED)
    rome = draft.meeting("ministerial conference in Rome", 2)
    draft.say(rome, "heldInPlace", ROME, 2)
    draft.say(rome, "when", "2014", 2)
    draft.say(KHARTOUM, "established", "2014", 2)
    draft.term("egypt at launch", state("EGY"), 3, when="2014")
    draft.term("egypt from 2024-04", state("EGY"), 3, when="2024-04/")
    return draft.reading()


def report() -> Reading:
    draft = Draft(
        "report",
        [
            "Ministers from 40 countries met at the Ministerial Conference.",
            "It was hosted by Egypt, which handed the chair over to France.",
            "The meeting adopted the Cairo Declaration and the Cairo Action Plan.",
            "Badr ABDELATTY, François-Noël Buffet took part.",
        ],
        published="2025-04-10",
        title="Egypt hands over to France",
    )
    meeting = draft.meeting("Ministerial Conference", 0)
    draft.say(meeting, "hostedBy", state("EGY"), 1)
    for code in (f"A{one}{two}" for one in "ABCDE" for two in "ABCDEFGH"):
        presence = Thing("Participation", f"conference {code}")
        draft.say(
            meeting,
            "hasParticipant",
            state(code),
            0,
            describes=presence,
            mentioned_as=code,
        )
    for name in ("Badr ABDELATTY", "François-Noël Buffet"):
        person = draft.thing("Person", name, 3)
        presence = Thing("Participation", f"conference {name}")
        draft.say(meeting, "hasParticipant", person, 3, describes=presence)
    outgoing = draft.term("egypt", state("EGY"), 1)
    incoming = draft.term("france", state("FRA"), 1)
    draft.say(outgoing, "handedOverTo", incoming, 1)
    draft.say(outgoing, "handedOverAt", meeting, 1)
    for name in ("Cairo Declaration", "Cairo Action Plan"):
        document = draft.thing("Document", name, 2)
        adoption = Thing("Adoption", f"adoption of {name}")
        draft.say(
            document,
            "adoptedAt",
            meeting,
            2,
            status=Status.ADOPTED,
            describes=adoption,
        )
    return draft.reading()


def registry_graph() -> Graph:
    graph = Graph()
    for code in ("EGY", "FRA", "ITA"):
        node = URIRef(state(code).iri)
        graph.add((node, RDF.type, HIWAR.State))
        graph.add((node, RDFS.label, Literal(code, lang="en")))
    for place, code in ((CAIRO, "EGY"), (ROME, "ITA")):
        node = URIRef(place.iri)
        graph.add((node, RDF.type, HIWAR.Place))
        graph.add((node, HIWAR.inState, URIRef(state(code).iri)))
    node = URIRef(KHARTOUM.iri)
    graph.add((node, RDF.type, HIWAR.Process))
    graph.add((node, RDFS.label, Literal("Khartoum Process", lang="en")))
    return graph


@pytest.fixture(scope="session")
def draft() -> type[Draft]:
    """The class of readings to write by hand."""
    return Draft


@pytest.fixture(scope="session")
def conference() -> list[Reading]:
    """The announcement and the report of one ministerial conference."""
    return [announcement(), report()]


@pytest.fixture(scope="session")
def registry() -> Graph:
    """Three states, two places and a process."""
    return registry_graph()


@pytest.fixture
def graphs() -> dict[str, Graph]:
    """The graphs of ``small.trig`` by name."""
    quads = list(ox.parse(path=str(Path(__file__).with_name("small.trig"))))
    names = {str(quad.graph_name).strip("<>") for quad in quads}
    return {
        name.removeprefix(str(graph_iri(""))): to_graph(
            quad.triple for quad in quads if quad.graph_name == ox.NamedNode(name)
        )
        for name in names
    }
