import pytest
from rdflib import DCTERMS, SKOS, URIRef

from hiwar.graph.namespaces import concept_iri
from hiwar.ontology import load_graph
from hiwar.ontology.disagreements import load_disputes
from hiwar.ontology.registry_checks import checks, theme_checks


def test_each_check_has_a_title_a_figure_and_holds() -> None:
    found = list(checks())
    assert len({title for title, _, _ in found}) == len(found) >= 8
    for title, figure, holds in found:
        assert figure[0].isdigit(), title
        assert holds, (title, figure)


def test_the_figures_are_counted() -> None:
    figures = {title: figure for title, figure, _ in checks()}
    assert figures["states have names in three languages"] == "196 of 196"
    disagreements = figures["disagreements between pages"]
    assert disagreements.startswith(f"{len(load_disputes())}, ")


@pytest.mark.parametrize("predicate", [SKOS.prefLabel, SKOS.notation, SKOS.inScheme])
def test_a_concept_that_lacks_something_fails_by_one(predicate: URIRef) -> None:
    themes = load_graph("themes")
    themes.remove((concept_iri("gcm", "21"), predicate, None))
    title, figure, holds = next(iter(theme_checks(themes)))
    assert (title.partition(" ")[0], figure, holds) == ("concepts", "121 of 122", False)


def test_a_concept_of_others_without_source_or_match_fails() -> None:
    themes = load_graph("themes")
    target = concept_iri("sdg", "16.9")
    themes.remove((target, DCTERMS.source, None))
    themes.remove((None, SKOS.relatedMatch, target))
    assert [holds for _, _, holds in theme_checks(themes)] == [True, False, False]
