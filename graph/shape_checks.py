"""The shapes checked: by their examples, by a second engine, and on the ontology."""

import tomllib
from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files
from importlib.util import find_spec

from hiwar.graph.shape_examples import (
    Example,
    Result,
    examples,
    exercised,
    own_report,
    results,
    rule_examples,
    second_report,
    shape_names,
    validator,
)
from hiwar.ontology import MODULES as VOCABULARY
from hiwar.ontology import load_graph

__all__ = ["broken_kinds", "broken_style", "checks", "known_differences"]


def checks() -> Iterator[tuple[str, str, bool]]:
    """Return what is checked of the shapes, the figure, and whether it holds.

    The second engine is asked where it is installed.
    """
    every = examples()
    valid = [example for example in every if example.is_valid]
    invalid = [example for example in every if not example.is_valid]
    names = shape_names()
    shown = names & exercised(valid) & {example.name for example in invalid}
    yield "shapes with a valid and an invalid example", *_of(shown, names)

    found = {example: results(own_report(example)) for example in every}
    right = [example for example in invalid if found[example] == example.expected]
    yield "invalid examples that fail for their one reason", *_of(right, invalid)
    right = [example for example in valid if not found[example]]
    yield "valid examples that conform", *_of(right, valid)

    kinds = broken_kinds(invalid)
    yield "kinds of constraint with an example", f"{len(kinds)}", len(kinds) >= 25

    rules = dict(rule_examples())
    held = [name for name, holds in rules.items() if holds]
    yield "rules of named graphs with their examples", *_of(held, rules)

    if find_spec("shifty") is not None:
        known = known_differences()
        differ = {x.name for x in every if results(second_report(x)) != found[x]}
        figure, _ = _of([x for x in every if x.name not in differ], every)
        holds = differ == known.keys()
        yield "pySHACL and shifty agree", f"{figure}, {len(known)} explained", holds

    broken = broken_style()
    yield "style of the ontology and the themes", f"{len(broken)} problems", not broken


def _of(some: Collection[object], every: Collection[object]) -> tuple[str, bool]:
    return f"{len(some)} of {len(every)}", len(some) == len(every) > 0


def broken_kinds(invalid: Iterable[Example]) -> set[str]:
    """Return the kinds of constraint, SHACL's components, that examples break.

    >>> sorted(broken_kinds(x for x in examples() if x.name == "Meeting-hostedBy"))
    ['Class']
    """
    return {
        result.component.removesuffix("ConstraintComponent")
        for example in invalid
        for result in example.expected
    }


def known_differences() -> dict[str, str]:
    """Return the examples on which the engines differ, each with the reason."""
    path = files("hiwar.shapes").joinpath("differences.toml")
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: item["reason"] for item in listed.values() for name in item["examples"]
    }


def broken_style() -> frozenset[Result]:
    """Return what breaks the style shapes in the packaged ontology and themes."""
    return results(validator(True).report(load_graph(*VOCABULARY)))
