"""What the patterns of rules name is read, and no wording stops the reading."""

import re
from importlib.resources import files

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.rules import LANGUAGES, rules_for
from tests.graph.frames.conftest import facts_of

_FRAMES = "\n".join(
    file.read_text("utf-8")
    for file in files("hiwar.graph.frames").iterdir()
    if file.name.endswith(".py")
)
PAPERS = [
    pytest.param(rule.pattern.pattern, id=rule.name)
    for code in LANGUAGES
    for rule in rules_for(code).rules
    if rule.frame == "adopt"
]


@pytest.mark.parametrize("pattern", PAPERS)
def test_a_rule_of_adoptions_names_papers_in_groups_that_are_read(pattern: str) -> None:
    groups = set(re.findall(r"\(\?P<(d\d*)>", pattern))
    assert groups
    assert {g for g in groups if f'"{g}"' not in _FRAMES} == set()


def test_papers_that_are_counted_before_they_are_named_are_adopted() -> None:
    told = read_text(
        "La segunda conferencia ministerial sobre migración se celebró en Quito el 4 de"
        " mayo de 2011. Dos textos fueron aprobados: la Declaración de Quito y el Plan"
        " de Acción de Quito."
    )
    (paper, _, meeting), *_ = facts_of(told, "adoptedAt")
    assert paper.startswith("Declaración de Quito")
    assert meeting == "segunda conferencia ministerial"
