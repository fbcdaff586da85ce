"""The catalogue: what a release holds, in VoID, and the questions that it answers.

Nothing in it depends on the clock or on the version, so that equal data have an equal
catalogue; the server adds addresses and dates of a release.

Source: https://www.w3.org/TR/void/#statistics
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from rdflib import VOID, Graph, Literal, URIRef

from hiwar.graph.namespaces import BASE, DCTERMS, HIWAR, RDF, XSD, graph_iri
from hiwar.graph.questions import questions_graph

__all__ = ["DATASET", "catalogue_graph"]

DATASET: Final = URIRef(f"{BASE}dataset")
_CC_BY: Final = URIRef("https://creativecommons.org/licenses/by/4.0/")
_TITLE: Final = "hiwar: intergovernmental migration dialogues"
_QUOTES: Final = (
    "The quotes in these graphs belong to their publishers; each source document says"
    " what is known of its licence."
)


def catalogue_graph(graphs: Mapping[str, Graph]) -> Graph:
    """Return the description of a dataset of these graphs, with our questions.

    Its counts leave out the catalogue itself.
    """
    catalogue = questions_graph()
    about = [
        (DATASET, RDF.type, VOID.Dataset),
        (DATASET, DCTERMS.title, Literal(_TITLE, lang="en")),
        (DATASET, DCTERMS.license, _CC_BY),
        (DATASET, DCTERMS.rights, Literal(_QUOTES, lang="en")),
        (DATASET, VOID.uriSpace, Literal(BASE)),
        (DATASET, VOID.vocabulary, URIRef(str(HIWAR).removesuffix("#"))),
        (DATASET, VOID.triples, _number(sum(map(len, graphs.values())))),
    ]
    for name, graph in graphs.items():
        part = graph_iri(name)
        about += [
            (DATASET, VOID.subset, part),
            (part, RDF.type, VOID.Dataset),
            (part, VOID.triples, _number(len(graph))),
        ]
    for kind, count in _classes(graphs).items():
        partition = URIRef(f"{DATASET}/{kind.removeprefix(str(HIWAR))}")
        about += [
            (DATASET, VOID.classPartition, partition),
            (partition, VOID["class"], kind),
            (partition, VOID.entities, _number(count)),
        ]
    for triple in about:
        catalogue.add(triple)
    return catalogue


def _classes(graphs: Mapping[str, Graph]) -> Counter[URIRef]:
    """Return how many things each of our classes has, as far as it is asserted."""
    things = {
        (thing, kind)
        for name, graph in graphs.items()
        if name in ("facts", "registry") or name.startswith("document/")
        for thing, kind in graph.subject_objects(RDF.type)
        if isinstance(kind, URIRef) and kind.startswith(str(HIWAR))
    }
    return Counter(kind for _, kind in things)


def _number(count: int) -> Literal:
    return Literal(count, datatype=XSD.integer)
