"""What a model proposed of one document, for people to look at."""

from dataclasses import dataclass, replace

from rdflib import Graph, Literal

from hiwar.graph.derive.claims import claims_of
from hiwar.graph.derive.documents import document_graph
from hiwar.graph.model import Reading, Statement, Thing
from hiwar.graph.namespaces import DCTERMS, graph_iri, thing_iri
from hiwar.graph.proposals.proposal import Rejection
from hiwar.graph.record.projection import Projection
from hiwar.graph.resolve import Resolution

__all__ = ["Review", "proposed_graph"]


@dataclass(frozen=True, slots=True)
class Review:
    """The proposals of one document.

    Attributes:
        statements: What passed every check and no rule of ours states.
        known: What passed and our rules state already.
        rejections: What did not pass, and why.
    """

    reading: Reading
    model: str
    prompt_sha256: str
    statements: tuple[Statement, ...]
    known: tuple[Statement, ...]
    rejections: tuple[Rejection, ...]

    def lines(self) -> list[str]:
        """Return a line for each proposal, tab-separated."""
        view = Projection(self.reading.statements)
        found = []
        for what, items in (("proposed", self.statements), ("known", self.known)):
            for item in items:
                predicate = str(item.predicate).rpartition("#")[2]
                quote = " ".join(self.reading.quote(item.sentences[0]).split())
                cells = (view.name(item.subject), predicate, view.text(item.object))
                found.append("\t".join((what, item.status, *cells, quote)))
        found += [f"rejected\t{r.proposal}\t{r.reason}" for r in self.rejections]
        return found


def proposed_graph(review: Review, resolution: Resolution) -> tuple[str, Graph]:
    """Return the graph of a document's proposals with its name.

    It has the form of the document's own graph, says by which model and prompt it
    was made, and belongs to no release.
    """
    reading = replace(review.reading, statements=review.statements)
    source = Thing("SourceDocument", reading.source.content_hash)
    slug = resolution.iri(reading, source).removeprefix(thing_iri("document", ""))
    name = f"document/{slug}/proposed"
    graph = document_graph(reading, resolution, claims_of(reading, resolution))
    told = f"Proposed by {review.model}; SHA-256 of the prompt: {review.prompt_sha256}"
    graph.add((graph_iri(name), DCTERMS.description, Literal(told, lang="en")))
    return name, graph
