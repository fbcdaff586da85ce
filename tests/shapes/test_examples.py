"""Each shape has examples that keep it and that break it."""

import pytest
from rdflib import SH

from hiwar.graph.shape_checks import broken_kinds, known_differences
from hiwar.graph.shape_examples import (
    Example,
    examples,
    exercised,
    own_report,
    results,
    second_report,
    shape_names,
)
from hiwar.shapes import MODULES, STYLE
from tests.shapes.conftest import SHAPE, shapes_of


@pytest.mark.parametrize(
    "example",
    examples(),
    ids=lambda x: f"{'in' * (not x.is_valid)}valid-{x.name}",
)
def test_an_example_gives_the_results_that_it_names_and_no_others(
    example: Example,
) -> None:
    assert results(own_report(example)) == example.expected
    assert example.is_valid == (not example.expected)


@pytest.mark.parametrize(
    "example", [x for x in examples() if not x.is_valid], ids=lambda x: x.name
)
def test_an_invalid_example_is_about_the_one_shape_whose_name_it_has(
    example: Example,
) -> None:
    shapes = shapes_of(*(STYLE if example.is_style else MODULES))
    shape = SHAPE[example.name]
    severity = str(shapes.value(shape, SH.severity)).removeprefix(str(SH))
    names_path = bool(shapes.value(shape, SH.path) or shapes.value(shape, SH.closed))
    for result in example.expected:
        assert (result.shape, result.severity) == (example.name, severity)
        assert result.focus
        assert bool(result.path) == names_path


def test_each_shape_has_a_valid_and_an_invalid_example() -> None:
    every = examples()
    assert {x.name for x in every if not x.is_valid} == shape_names()
    assert exercised([x for x in every if x.is_valid]) >= shape_names()


@pytest.mark.slow
def test_the_engines_differ_on_the_examples_that_are_listed_and_on_no_others() -> None:
    differ = {
        example.name
        for example in examples()
        if results(own_report(example)) != results(second_report(example))
    }
    assert differ == known_differences().keys()


def test_there_are_at_least_25_kinds_of_constraint() -> None:
    kinds = broken_kinds([x for x in examples() if not x.is_valid])
    assert len(kinds) >= 25
    assert kinds >= {"SPARQL", "Closed", "UniqueLang", "LanguageIn", "LessThanOrEquals"}
