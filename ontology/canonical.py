"""Turtle in one canonical form, so that a diff shows the change and nothing else.

``python -m hiwar.ontology.canonical FILE…`` rewrites files. Subjects stand by kind,
then by IRI; predicates and values in one order; blank nodes where they are used, in
the order of what they say. The comment on top of a file stays, others do not: a
heading for each kind of subject is written in their place.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, SKOS
from rdflib.term import Node

from hiwar.errors import DocumentError
from hiwar.settings import Settings

__all__ = ["canonical", "rewrite"]

_KINDS: Final = (
    (OWL.Ontology, ""),
    (OWL.Class, "Classes"),
    (OWL.ObjectProperty, "Object properties"),
    (OWL.DatatypeProperty, "Datatype properties"),
    (OWL.AnnotationProperty, "Annotation properties"),
    (SH.PropertyGroup, "Groups"),
    (SH.NodeShape, "Node shapes"),
    (SH.PropertyShape, "Property shapes"),
    (SKOS.ConceptScheme, "Concepts"),
    (SKOS.Concept, "Concepts"),
)
_FIRST: Final = (
    *(RDF.type, SH.path, DCTERMS.title, DCTERMS.description),
    *(RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.notation),
    *(SKOS.definition, SKOS.scopeNote, SKOS.example),
    URIRef(f"{Settings.base_iri}ontology#counterExample"),
    *(SH.name, SH.description, SH.message, SH.severity),
)
_LANGUAGES: Final = ("en", "fr", "ar")
_LOCAL: Final = re.compile(r"[A-Za-z0-9_]([\w-]*[A-Za-z0-9_])?", re.ASCII)
_WIDTH: Final = 88
_INDENT: Final = "    "


def canonical(text: str) -> str:
    """Return Turtle that says the same, in canonical form.

    The result depends on the triples, the prefixes and the comment on top alone.

    Raises:
        DocumentError: If a blank node cannot be written where it is used, because
            it is used twice or leads back to itself.

    >>> print(canonical("@prefix x: <http://x.org/> . x:b x:p [ x:r 2,1 ] ; a x:B ."))
    @prefix x: <http://x.org/> .
    <BLANKLINE>
    # Axioms
    <BLANKLINE>
    x:b a x:B ;
        x:p [ x:r 1 , 2 ] .
    <BLANKLINE>
    """
    graph = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    return _Writer(graph).write(_top_comment(text))


def rewrite(path: Path) -> bool:
    """Bring a file into canonical form and return whether that changed it."""
    text = path.read_text(encoding="utf-8")
    written = canonical(text)
    if written != text:
        path.write_text(written, encoding="utf-8")
    return written != text


def _top_comment(text: str) -> str:
    """Return the comment lines with which a text begins."""
    found = re.match(r"(?:#[^\n]*\n)+", text)
    return f"{found[0]}\n" if found else ""


class _Writer:
    """Writes one graph whose blank nodes are trees."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        spaces = [(str(iri), prefix) for prefix, iri in graph.namespaces()]
        self._spaces = sorted(spaces, key=lambda item: (-len(item[0]), item))
        self._used: set[tuple[str, str]] = set()

    def write(self, comment: str) -> str:
        """Return the graph as Turtle."""
        self._check_blank_nodes()
        body = "".join(self._sections())
        prefixes = "".join(f"@prefix {p}: <{i}> .\n" for p, i in sorted(self._used))
        return f"{comment}{prefixes}{body}"

    def _sections(self) -> Iterator[str]:
        """Yield headings and subjects."""
        used = {o for o in self._graph.objects() if isinstance(o, BNode)}
        subjects = set(self._graph.subjects()) - used
        heading, was_line = "", False
        for (rank, _), subject in sorted((self._order(s), s) for s in subjects):
            title = _KINDS[rank][1] if rank < len(_KINDS) else "Axioms"
            block = self._block(subject)
            is_line = block.count("\n") == 1
            if title and title != heading:
                yield f"\n# {title}\n"
                was_line = False
            heading = title or heading
            yield block if was_line and is_line and title else f"\n{block}"
            was_line = is_line

    def _order(self, subject: Node) -> tuple[int, list[tuple[int, str | int]]]:
        """Return where a subject stands: its kind, then its name."""
        if isinstance(subject, BNode):
            return len(_KINDS) + 1, _natural(self._node(subject, 0))
        types = set(self._graph.objects(subject, RDF.type))
        ranks = [rank for rank, (kind, _) in enumerate(_KINDS) if kind in types]
        rank = min(ranks, default=len(_KINDS))
        if types & {SKOS.Concept, SKOS.ConceptScheme}:
            rank = len(_KINDS) - 1
        return rank, _natural(str(subject))

    def _block(self, subject: Node) -> str:
        """Return all that is said of one subject."""
        name = "[]" if isinstance(subject, BNode) else self._term(subject)
        lines = list(self._predicates(subject, 1))
        joined = f"{name} {' ; '.join(lines)} ."
        if len(lines) == 1 and "\n" not in joined and len(joined) <= _WIDTH:
            return f"{joined}\n"
        return f"{name} " + f" ;\n{_INDENT}".join(lines) + " .\n"

    def _predicates(self, subject: Node, depth: int) -> Iterator[str]:
        """Yield each predicate of a subject with its values."""
        for predicate in sorted(set(self._graph.predicates(subject)), key=_precedence):
            name = "a" if predicate == RDF.type else self._term(predicate)
            values = self._values(subject, predicate, depth + 1)
            line = f"{name} {' , '.join(values)}"
            if "\n" not in line and len(line) + len(_INDENT) * depth <= _WIDTH:
                yield line
            elif len(values) == 1:
                yield f"{name} {values[0]}"
            else:
                pad = f"\n{_INDENT * (depth + 1)}"
                yield f"{name}{pad}" + f" ,{pad}".join(values)

    def _values(self, subject: Node, predicate: Node, depth: int) -> list[str]:
        """Return the values of a predicate: IRIs, literals, blank nodes."""
        nodes = set(self._graph.objects(subject, predicate))
        blank = {node for node in nodes if isinstance(node, BNode)}
        deeper = depth if len(nodes) > 1 else depth - 1
        named = [self._term(node) for node in sorted(nodes - blank, key=_value_order)]
        return named + sorted(self._node(node, deeper) for node in blank)

    def _node(self, node: Node, depth: int) -> str:
        """Return a value; a blank node with all that is said of it."""
        if (node, RDF.first, None) in self._graph:
            items = [self._node(n, depth + 1) for n in Collection(self._graph, node)]
            return _wrapped("(", items, ")", "", depth)
        if isinstance(node, BNode):
            return _wrapped("[", self._predicates(node, depth + 1), "]", " ;", depth)
        return self._term(node)

    def _term(self, term: Node) -> str:
        """Return an IRI or a literal, with prefixes."""
        if term == RDF.nil:
            return "()"
        if isinstance(term, Literal):
            return str(term._literal_n3(use_plain=True, qname_callback=self._short))
        return self._short(term) or f"<{term}>"

    def _short(self, iri: Node) -> str | None:
        """Return an IRI with its prefix, if one fits."""
        for space, prefix in self._spaces:
            local = str(iri).removeprefix(space)
            if local != str(iri) and _LOCAL.fullmatch(local):
                self._used.add((prefix, space))
                return f"{prefix}:{local}"
        return None

    def _check_blank_nodes(self) -> None:
        """Raise unless each blank node is used once at most and none leads back."""
        users: dict[Node, list[Node]] = {}
        for subject, _, value in self._graph:
            if isinstance(value, BNode):
                users.setdefault(value, []).append(subject)
        for node, above in users.items():
            chain: list[Node] = [node]
            while len(above) == 1 and above[0] not in chain:
                chain.append(above[0])
                above = users.get(above[0], [])
            if above:
                raise DocumentError(
                    "A blank node is used twice or leads back to itself, so that it has"
                    " no canonical place; it is described by"
                    f" {sorted(map(str, self._graph.predicates(node)))}. Name it."
                )


def _wrapped(
    left: str, parts: Iterable[str], right: str, separator: str, depth: int
) -> str:
    """Return parts between brackets, on one line where they fit."""
    parts = list(parts)
    line = f"{separator} ".join(parts)
    if "\n" not in line and len(line) + len(_INDENT) * depth < _WIDTH - 20:
        return f"{left} {line} {right}" if parts else f"{left}{right}"
    pad = f"\n{_INDENT * (depth + 1)}"
    inside = f"{separator}{pad}".join(parts)
    return f"{left}{pad}{inside}\n{_INDENT * depth}{right}"


def _precedence(predicate: Node) -> tuple[int, str]:
    """Return where a predicate stands."""
    if predicate == RDFS.isDefinedBy:
        return len(_FIRST) + 1, ""
    found = _FIRST.index(predicate) if predicate in _FIRST else len(_FIRST)
    return found, str(predicate)


def _value_order(node: Node) -> tuple[bool, int, list[tuple[int, str | int]]]:
    """Return where an IRI or a literal stands among the values of a predicate."""
    language = node.language if isinstance(node, Literal) else None
    rank = _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
    return isinstance(node, Literal), rank, _natural(str(node.n3()))


def _natural(text: str) -> list[tuple[int, str | int]]:
    """Return a key by which 10 comes after 9.

    >>> sorted(["a10", "a9"], key=_natural)
    ['a9', 'a10']
    """
    parts = re.split(r"([0-9]+)", text)
    return [(1, int(part)) if part.isdecimal() else (0, part) for part in parts]


def main(paths: Iterable[str]) -> None:
    """Rewrite files, and name those that changed."""
    for path in map(Path, paths):
        if rewrite(path):
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
