import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from lxml import html
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal

from hiwar.ontology import ONTOLOGY, load_graph
from hiwar.ontology.diagram import dot, undrawn
from hiwar.ontology.documentation import diagram, documentation_body, documentation_page
from hiwar.ontology.property_pitfalls import own_properties
from hiwar.ontology.vocabulary import HIWAR, own_terms

Page = Any
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return load_graph(*ONTOLOGY)


@pytest.mark.slow
def test_page_and_drawing_are_what_the_tools_make_of_the_axioms() -> None:
    """In a process of its own, because pyLODE sets up logging and leaves files open."""
    code = "import json; from hiwar.ontology.documentation import make"
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", f"{code}; print(json.dumps(make()))"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        made = json.loads(run.stdout)
        assert made["diagram.svg"] == diagram()
        page = made["documentation.html"]
        shown = documentation_body()
        before, _, after = page.partition("<!-- diagram -->")
        assert shown.startswith(before)
        assert shown.endswith(after)


def test_each_term_has_its_anchor_and_all_that_is_said_of_it(ontology: Graph) -> None:
    page: Page = html.document_fromstring(documentation_page())
    for term in own_terms(ontology):
        entry = page.get_element_by_id(str(term).removeprefix(HIWAR))
        text = " ".join(entry.text_content().split())
        for prop in (RDFS.label, SKOS.definition, SKOS.example):
            for value in ontology.objects(term, prop):
                assert " ".join(str(value).split()) in text, term
                if isinstance(value, Literal) and value.language == "ar":
                    cells = entry.xpath(".//td[@lang='ar' and @dir='rtl']")
                    assert str(value) in [cell.text for cell in cells]


def test_every_link_within_the_page_leads_somewhere() -> None:
    page: Page = html.document_fromstring(documentation_page())
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    targets = page.xpath("//a[starts-with(@href, '#')]/@href")
    assert {target[1:] for target in targets} <= set(anchors)
    assert len(targets) > 200


def test_the_page_needs_neither_scripts_nor_styles_of_its_own() -> None:
    page: Page = html.document_fromstring(documentation_page())
    assert not page.xpath("//script | //style | //*[@style] | //img | //@onclick")
    assert documentation_page().count("<svg") == 1


def test_the_drawing_has_every_class_and_is_well_formed(ontology: Graph) -> None:
    drawn = ET.fromstring(diagram())
    titles = {title.text for title in drawn.iter(f"{SVG}title")}
    for term in own_terms(ontology):
        if (term, RDF.type, OWL.Class) in ontology:
            name = str(term).removeprefix(HIWAR)
            assert name in titles or name == "FundingInstrument"


def test_each_property_is_drawn_or_named_as_not_drawn(ontology: Graph) -> None:
    text, rest = dot(ontology), undrawn(ontology)
    inverses = set(ontology.objects(None, OWL.inverseOf))
    for prop in own_properties(ontology):
        name = str(prop).removeprefix(HIWAR)
        is_drawn = f"{name} :" in text or name in text.split("label=", 1)[1]
        assert (prop in inverses) or is_drawn != (name in rest), name


def test_an_axiom_more_is_an_edge_more(ontology: Graph) -> None:
    before = dot(ontology).splitlines()
    changed = ontology + Graph().parse(
        data=f"<{HIWAR}Post> <{RDFS.subClassOf}> <{HIWAR}Place> .", format="turtle"
    )
    added = set(dot(changed).splitlines()) - set(before)
    assert [line.split("[")[0].strip() for line in added] == ['"Place" -> "Post"']
