"""The files of a release that others take: one table, and how they are written.

Each is there plain and gzipped. Equal graphs give equal bytes in every one of them.
"""

import io
import zlib
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from hiwar.graph.changeset import CHANGES
from hiwar.graph.formats import Answer, Format, find_format
from hiwar.graph.release import sha256
from hiwar.graph.rights import RIGHTS
from hiwar.graph.store import serialize
from hiwar.graph.tables import TABLES

__all__ = [
    "DUMPS",
    "USES",
    "Dump",
    "by_use",
    "find_dump",
    "hash_of_facts",
    "hash_of_quads",
    "packing",
    "write_dumps",
    "write_packed",
]

_PIECE: Final = 1 << 16
_GZIP: Final = 16 + zlib.MAX_WBITS
_WHOLE: Final = ""
_DIFFERENCE: Final = "difference"
_QUOTING: Final = ("table-evidence.csv", "table-statements.csv")


@dataclass(frozen=True, slots=True)
class Dump:
    """A file of a release.

    Attributes:
        name: Its name.
        about: What it holds, in a few words.
        graph: The graph in it; a name that ends in ``/`` is all graphs under it, an
            empty one all graphs; ``difference`` is what changed, in no graph.
        picture: Of a network ``all``, or the name of a projection; empty for others.
        is_table: Whether it has a row for each thing of a class.
    """

    name: str
    about: str
    graph: str = _WHOLE
    picture: str = ""
    is_table: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it is a network and no RDF."""
        return bool(self.picture)

    @property
    def is_rdf(self) -> bool:
        """Whether it is RDF, neither a network nor a table."""
        return not self.picture and not self.is_table

    @property
    def use(self) -> str:
        """What it is for, one of `USES`."""
        if self.is_difference or self.name == RIGHTS:
            return "account"
        if self.is_table:
            return "tables"
        return "networks" if self.is_picture else "data"

    @property
    def has_quotes(self) -> bool:
        """Whether sentences of documents are in it, which are not ours to license."""
        return self.name in _QUOTING or (self.is_rdf and self.holds("document/"))

    @property
    def is_difference(self) -> bool:
        """Whether it is what changed, which the release before is an input of."""
        return self.graph == _DIFFERENCE

    @property
    def format(self) -> Format:
        """The format, by its suffix."""
        stem, _, suffix = self.name.rpartition(".")
        if self.is_picture:
            name = stem.rpartition("-")[2] if suffix == "csv" else suffix
            return find_format(name, Answer.PICTURE)
        if self.is_table:
            return find_format(suffix, Answer.SOLUTIONS)
        is_whole = self.graph == _WHOLE
        return find_format(suffix, Answer.DATASET if is_whole else Answer.GRAPH)

    def holds(self, graph: str) -> bool:
        """Whether it holds a graph."""
        if self.graph.endswith("/") or self.graph == _WHOLE:
            return graph.startswith(self.graph)
        return graph == self.graph


DUMPS: Final = (
    Dump("facts.ttl", "the facts", "facts"),
    Dump("inferred.ttl", "what follows from them", "inferred"),
    Dump("evidence.ttl", "the statements and their sentences", "document/"),
    Dump("registry.ttl", "the reviewed reference data", "registry"),
    Dump("themes.ttl", "the themes", "themes"),
    Dump("ontology.ttl", "the ontology", "ontology"),
    Dump("shapes.ttl", "the shapes", "shapes"),
    Dump("facts.nt", "the facts as N-Triples", "facts"),
    Dump("facts.rdf", "the facts as RDF/XML", "facts"),
    Dump("facts.jsonld", "the facts as JSON-LD", "facts"),
    Dump("hiwar.trig", "everything, by graph"),
    Dump("hiwar.nq", "everything as N-Quads"),
    Dump(RIGHTS, "whose the quotes are, a row a source", is_table=True),
    Dump(CHANGES, "what changed since the release before", _DIFFERENCE),
    *(
        Dump(f"hiwar.{suffix}", f"the facts as a network, {about}", picture="all")
        for suffix, about in (
            ("graphml", "for yEd and Cytoscape"),
            ("gexf", "for Gephi"),
            ("cyjs", "for cytoscape.js and Cytoscape"),
            ("cx2", "for Cytoscape and NDEx"),
            ("dot", "for Graphviz"),
        )
    ),
    Dump("hiwar-edges.csv", "the edges of that network", picture="all"),
    Dump("hiwar-nodes.csv", "the nodes of that network", picture="all"),
    *(
        Dump(f"{name}.{suffix}", f"{about}, {tool}", picture=name)
        for name, about in (
            ("states", "states by shared meetings"),
            ("actors", "actors by shared commitments"),
            ("processes", "processes by shared members"),
        )
        for suffix, tool in (("gexf", "for Gephi"), ("graphml", "for yEd"))
    ),
    *(
        Dump(
            table.file_name,
            f"{table.name.replace('-', ' ')}, a row each",
            is_table=True,
        )
        for table in TABLES
    ),
)


USES: Final = {
    "data": "The data, as RDF",
    "networks": "Networks, for Gephi, Cytoscape, yEd and Graphviz",
    "tables": "Tables, for spreadsheets and data frames",
    "account": "What changed, and whose the quotes are",
}
"""What dumps are for, in the order in which pages list them."""


def by_use(files: Container[str]) -> dict[str, list[Dump]]:
    """Return the dumps that are among some files, by what they are for, in words.

    >>> [len(found) for found in by_use({"facts.ttl", "hiwar.gexf"}).values()]
    [1, 1]
    """
    found = {
        title: [dump for dump in DUMPS if dump.use == use and dump.name in files]
        for use, title in USES.items()
    }
    return {title: dumps for title, dumps in found.items() if dumps}


def find_dump(name: str) -> Dump | None:
    """Return the dump of a file's name, gzipped or not.

    >>> find_dump("facts.ttl.gz").name, find_dump("secret")
    ('facts.ttl', None)
    """
    plain = name.removesuffix(".gz")
    return next((item for item in DUMPS if item.name == plain), None)


def write_dumps(
    folder: Path, graphs: Mapping[str, list[ox.Quad]]
) -> Iterator[tuple[str, int]]:
    """Write the dumps of graphs; yield the name and the number of triples of each."""
    for dump in DUMPS:
        if not dump.is_rdf or dump.is_difference:
            continue
        quads = [quad for name in graphs if dump.holds(name) for quad in graphs[name]]
        names_graphs = dump.format.rdf_format.supports_datasets
        if dump.graph != _WHOLE and names_graphs:  # as JSON-LD does
            quads = [ox.Quad(*quad.triple) for quad in quads]
        write_packed(folder / dump.name, serialize(quads, dump.format))
        yield dump.name, len(quads)


def write_packed(path: Path, data: bytes) -> None:
    """Write a file, and beside it the same gzipped; the clock is not in it."""
    with packing(path) as output:
        output.write(data)


@contextmanager
def packing(path: Path) -> Iterator[BinaryIO]:
    """Give what writes a file piece by piece, and beside it the same gzipped.

    Whatever the pieces, equal files give equal packed ones.
    """
    with (
        path.open("wb") as plain,
        path.with_name(f"{path.name}.gz").open("wb") as packed,
        io.BufferedWriter(_Twice(plain, packed), _PIECE) as output,
    ):
        yield output


class _Twice(io.RawIOBase):
    """What writes to a file, and the same gzipped to another one."""

    def __init__(self, plain: BinaryIO, packed: BinaryIO) -> None:
        self._plain, self._packed = plain, packed
        self._packer = zlib.compressobj(wbits=_GZIP)

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, data: Any, /) -> int:
        """Write all of a piece."""
        self._plain.write(data)
        self._packed.write(self._packer.compress(data))
        return len(data)

    def close(self) -> None:
        """Write what the packer still has, and leave the files to their owner."""
        if not self.closed:
            self._packed.write(self._packer.flush())
        super().close()


def hash_of_facts(graphs: Mapping[str, list[ox.Quad]]) -> str:
    """Return the hash of facts and inferences together.

    SHA-256 of their N-Triples in the form of RDFC-1.0, each on a line, sorted by code
    point: what anybody gets who sorts the lines that
    ``CONSTRUCT`` gives of the two graphs, since they hold no blank nodes.
    """
    lines = {
        f"{quad.triple} ."
        for name in ("facts", "inferred")
        for quad in graphs.get(name, ())
    }
    return sha256("".join(f"{line}\n" for line in sorted(lines)).encode())


def hash_of_quads(graphs: Mapping[str, list[ox.Quad]]) -> str:
    """Return the hash of all quads, whatever their blank nodes are called.

    SHA-256 of the sorted N-Quads with the labels of RDFC-1.0.
    Source: https://www.w3.org/TR/rdf-canon/
    """
    dataset = ox.Dataset(quad for quads in graphs.values() for quad in quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in dataset)
    return sha256("".join(lines).encode())
