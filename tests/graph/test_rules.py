"""Every rule does what its own examples say."""

import re

import pytest

from hiwar.graph.model import Reading
from hiwar.graph.reading import read_text
from hiwar.graph.rules import LANGUAGES, Rule, check_rules, read_tables, rules_for

RULES = [
    pytest.param(code, rule, id=f"{code}-{rule.name}")
    for code in LANGUAGES
    for rule in rules_for(code).rules
]


def made_by(rule: Rule, reading: Reading) -> list[bool]:
    """Return whether each statement of a rule is true."""
    return [s.status.is_true for s in reading.statements if s.rule == rule.name]


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_a_rule_makes_a_statement_of_its_example(code: str, rule: Rule) -> None:
    reading = read_text(rule.fires)
    assert reading.source.language == code
    assert made_by(rule, reading)


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_a_rule_makes_nothing_true_of_what_it_spares(code: str, rule: Rule) -> None:
    reading = read_text(rule.spares)
    assert reading.source.language == code
    assert not any(made_by(rule, reading))


@pytest.mark.parametrize(("code", "rule"), RULES)
def test_what_a_rule_spares_is_near_to_what_fires_it(code: str, rule: Rule) -> None:
    fires, spares = (
        set(re.findall(r"\w+", text.lower())) for text in (rule.fires, rule.spares)
    )
    assert len(fires & spares) >= 0.5 * len(fires)
    assert fires != spares


@pytest.mark.parametrize("key", ["name", "frame", "pattern", "fires", "spares"])
def test_a_rule_without_its_examples_is_refused_by_name_and_file(key: str) -> None:
    whole = read_tables("en")["rule"][0]
    check_rules([whole], "host.toml")
    for lacking in (
        {name: value for name, value in whole.items() if name != key},
        {**whole, key: " \n"},
    ):
        called = lacking.get("name", "").strip() or "number 2"
        with pytest.raises(ValueError, match=rf"^host\.toml: .*'{called}'.*`{key}`"):
            check_rules([whole, lacking], "host.toml")


@pytest.mark.parametrize(
    "doubt",
    ["It is not true that ", "According to a newspaper, ", "It is rumoured that "],
)
@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(rule, id=rule.name)
        for rule in rules_for("en").rules
        if rule.frame in ("host", "organise", "preside", "attend", "member", "handover")
        and len(rule.fires.strip().splitlines()) == 1
    ],
)
def test_what_fires_a_rule_is_not_true_once_it_is_doubted(
    rule: Rule, doubt: str
) -> None:
    reading = read_text(rule.fires)
    last, text = reading.sentences[-1].start, reading.source.text
    doubted = f"{text[:last]}{doubt}{text[last:]}"
    assert not any(made_by(rule, read_text(doubted))), doubted
