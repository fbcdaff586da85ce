"""The files of the ontology: what each has, and what they are together."""

import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import (
    DCTERMS,
    OWL,
    RDF,
    Graph,
    Literal,
    URIRef,
)
from rdflib.compare import isomorphic

from hiwar import __version__
from hiwar.graph.namespaces import HIWAR
from hiwar.ontology import APART, MODULES, ONTOLOGY, load_graph, load_text
from tests.ontology.conftest import DOCS, IRI, own_names, own_terms

VANN = "http://purl.org/vocab/vann/"


def test_the_header_says_version_licence_and_prefix(ontology: Graph) -> None:
    header = dict(ontology.predicate_objects(IRI))
    assert header[OWL.versionIRI] == URIRef(f"{IRI}/{__version__}")
    assert header[OWL.versionInfo] == Literal(__version__)
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert header[DCTERMS.license] == URIRef(licence)
    assert header[URIRef(f"{VANN}preferredNamespacePrefix")] == Literal("hiwar")
    assert header[URIRef(f"{VANN}preferredNamespaceUri")] == Literal(str(HIWAR))
    for prop in (DCTERMS.title, DCTERMS.description, DCTERMS.creator):
        assert str(header[prop])


def test_the_prior_version_is_the_one_that_the_changelog_has(ontology: Graph) -> None:
    changes = (DOCS.parents[1] / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(\d[^\]]*)\]", changes, re.MULTILINE)
    assert versions[0] == __version__
    prior = [URIRef(f"{IRI}/{version}") for version in versions[1:2]]
    assert list(ontology.objects(IRI, OWL.priorVersion)) == prior


@pytest.mark.parametrize("name", APART)
def test_what_stands_apart_imports_the_ontology_and_is_not_imported(
    ontology: Graph, name: str
) -> None:
    graph = load_graph(name)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert list(graph.objects(header, OWL.imports)) == [IRI]
    assert graph.value(header, OWL.versionInfo) == Literal(__version__)
    assert header not in ontology.all_nodes()
    assert own_names(graph) <= own_terms(ontology)


@pytest.mark.parametrize("name", [*MODULES, *APART])
def test_both_engines_read_the_same_triples(name: str) -> None:
    text = load_text(name)
    quads = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    read = Graph().parse(data=lines.decode(), format="nt")
    assert isomorphic(read, load_graph(name))


def test_each_file_of_turtle_is_a_module() -> None:
    folder = Path(str(resources.files("hiwar.ontology")))
    found = [*folder.glob("*.ttl"), *folder.glob("themes/*.ttl")]
    turtle = {path.relative_to(folder).with_suffix("").as_posix() for path in found}
    assert turtle == {*MODULES, *APART}


def test_no_two_modules_declare_the_same_term() -> None:
    found = [term for name in ONTOLOGY for term in own_terms(load_graph(name))]
    assert len(found) == len(set(found))


def test_another_base_renames_our_terms_and_no_others() -> None:
    code = (
        "from hiwar.ontology import MODULES, load_graph\n"
        "from hiwar.shapes import load_shapes\n"
        "terms = {str(t) for s in (*load_graph(*MODULES), *load_shapes()) for t in s}\n"
        "print(*sorted(t for t in terms if '/hiwar/' in t or 'example.org' in t))"
    )
    base = "https://example.org/d/"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HIWAR_BASE_IRI": base},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{base}ontology#Meeting" in run.stdout
    assert "w3id.org/hiwar/" not in run.stdout
