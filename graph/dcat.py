"""A release as others catalogue it: DCAT 3 with its files, and schema.org.

Made from the manifest, and from its report and table of rights, so that it cannot say
what is not there.

Sources: https://www.w3.org/TR/vocab-dcat-3/, https://schema.org/Dataset
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from rdflib import DCAT, FOAF, VOID, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from hiwar.graph.catalogue import DATASET
from hiwar.graph.citation import AUTHOR, TITLE, release_iri
from hiwar.graph.dumps import DUMPS, Dump
from hiwar.graph.namespaces import BASE, DCTERMS, RDF, XSD
from hiwar.graph.quality import describe_quality
from hiwar.graph.release import Release
from hiwar.graph.rights import RIGHTS, describe_rights, rights_nodes

__all__ = ["describe_release", "schema_org"]

_SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_LICENCE: Final = URIRef("https://creativecommons.org/licenses/by/4.0/")
_ABOUT: Final = (
    "Meetings, processes, states, organisations and commitments of intergovernmental"
    " migration dialogues, each fact with the sentence that states it."
)
_RIGHTS: Final = (
    "CC BY 4.0 for the triples. The sentences quoted as evidence belong to the"
    " publishers of the documents; each document says what is known of its licence."
)

_Triple = tuple[Node, Node, Node]


def describe_release(release: Release, before: str = "") -> Graph:
    """Return the description of a release and of every file in it.

    Args:
        release: The release.
        before: The version before it, empty for the first.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, iri in (("dcat", DCAT), ("dcterms", DCTERMS), ("spdx", _SPDX),
                        ("void", VOID), ("foaf", FOAF)):  # fmt: skip
        graph.bind(prefix, iri)
    for triple in _dataset(release, before):
        graph.add(triple)
    for triple in _of_quotes(release):
        graph.add(triple)
    graph += describe_quality(URIRef(release_iri(release.version)), _figures(release))
    rights = rights_nodes(graph)
    for dump in DUMPS:
        for name in (dump.name, f"{dump.name}.gz"):
            if name in release.manifest["files"]:
                for node in rights if dump.has_quotes else ():
                    graph.add((_file(release, name), DCTERMS.rights, node))
                if before and dump.is_difference:
                    source = URIRef(release_iri(before))
                    graph.add((_file(release, name), DCTERMS.source, source))
                for triple in _distribution(release, dump, name):
                    graph.add(triple)
    return graph


def _dataset(release: Release, before: str) -> Iterator[_Triple]:
    this = URIRef(release_iri(release.version))
    day = release.version.partition(".")[0]
    publisher = URIRef(BASE.rstrip("/"))
    yield this, RDF.type, DCAT.Dataset
    yield this, RDF.type, VOID.Dataset
    yield this, DCTERMS.title, Literal(TITLE, lang="en")
    yield this, DCTERMS.description, Literal(_ABOUT, lang="en")
    yield this, DCTERMS.isVersionOf, DATASET
    yield this, URIRef(f"{DCAT}version"), Literal(release.version)
    yield this, DCTERMS.issued, Literal(day, datatype=XSD.date)
    yield this, DCTERMS.license, _LICENCE
    yield this, DCTERMS.rights, Literal(_RIGHTS, lang="en")
    yield this, DCTERMS.publisher, publisher
    yield publisher, RDF.type, FOAF.Agent
    yield publisher, FOAF.name, Literal(AUTHOR)
    yield this, DCAT.landingPage, this
    yield this, VOID.triples, _number(release.manifest["triples"])
    yield this, VOID.sparqlEndpoint, URIRef(f"{BASE}sparql")
    yield this, DCTERMS.identifier, Literal(release.manifest["hashes"]["all"])
    if before:
        yield this, URIRef(f"{DCAT}previousVersion"), URIRef(release_iri(before))


def _distribution(release: Release, dump: Dump, name: str) -> Iterator[_Triple]:
    about = release.manifest["files"][name]
    dataset = URIRef(release_iri(release.version))
    file = _file(release, name)
    checksum = URIRef(f"{file}#checksum")
    yield dataset, DCAT.distribution, file
    yield file, RDF.type, DCAT.Distribution
    yield file, DCTERMS.title, Literal(dump.about, lang="en")
    yield file, DCAT.downloadURL, file
    yield file, DCAT.accessURL, file
    yield file, DCAT.mediaType, URIRef(_MEDIA + dump.format.media_type)
    yield file, DCAT.byteSize, Literal(about["bytes"], datatype=XSD.nonNegativeInteger)
    yield file, DCTERMS.license, _LICENCE
    yield file, _SPDX.checksum, checksum
    yield checksum, RDF.type, _SPDX.Checksum
    yield checksum, _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256
    value = Literal(about["sha256"], datatype=XSD.hexBinary)
    yield checksum, _SPDX.checksumValue, value
    if "triples" in about:
        yield file, VOID.triples, _number(about["triples"])
    if name.endswith(".gz"):
        yield file, DCAT.compressFormat, URIRef(f"{_MEDIA}application/gzip")
    elif dump.is_rdf:
        yield dataset, VOID.dataDump, file


def _of_quotes(release: Release) -> Iterator[_Triple]:
    """Yield the rights of each source, where a release has them."""
    if RIGHTS in release.manifest["files"]:
        table = (release.path / RIGHTS).read_bytes()
        yield from describe_rights(_file(release, RIGHTS), table)


def _figures(release: Release) -> dict[str, int]:
    """Return the figures of a release, none for one of an older version."""
    if "report.json" not in release.manifest["files"]:
        return {}
    text = (release.path / "report.json").read_text("utf-8")
    return dict(json.loads(text).get("figures", {}))


def _file(release: Release, name: str) -> URIRef:
    return URIRef(f"{release_iri(release.version)}/{name}")


def schema_org(release: Release) -> dict[str, Any]:
    """Return the description that search engines of datasets read."""
    this = release_iri(release.version)
    files = release.manifest["files"]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": this,
        "url": this,
        "name": TITLE,
        "description": _ABOUT,
        "license": str(_LICENCE),
        "creator": {"@type": "Organization", "name": AUTHOR},
        "version": release.version,
        "datePublished": release.version.partition(".")[0],
        "isAccessibleForFree": True,
        "keywords": ["migration", "intergovernmental dialogue", "knowledge graph"],
        "identifier": f"sha256:{release.manifest['hashes']['all']}",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": dump.about,
                "contentUrl": f"{this}/{dump.name}",
                "encodingFormat": dump.format.media_type,
                "contentSize": str(files[dump.name]["bytes"]),
                "sha256": files[dump.name]["sha256"],
            }
            for dump in DUMPS
            if dump.name in files
        ],
    }


def _number(count: int) -> Literal:
    return Literal(count, datatype=XSD.integer)
