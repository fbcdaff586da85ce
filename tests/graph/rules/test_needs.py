"""A rule that is not tried on a sentence would not have been found in it."""

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hiwar.graph.rules import LANGUAGES, SLOTS, Rule, Rules, read_tables, rules_for
from hiwar.graph.rules.expansion import Expansion
from hiwar.graph.rules.needs import needs_of
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.rules.sieve import Sieve

RULES = [rule for language in LANGUAGES for rule in rules_for(language).rules]
WORDS = ["a", "ab", "is", "K", "ſ", "ı", "İ", "µ", "Σ", "ß", "é", "É", " ", "ج", "."]
ATOMS = [*WORDS[:-1], r"\.", ".", r"\w", r"\b", "[ab]", "[^a]", "(?!)", *SLOTS.values()]


def folded_needs(pattern: str) -> list[list[set[str]]]:
    return [[set(need) for need in way] for way in needs_of(pattern)]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("hosted", [[{"hosted"}]]),
        ("hosts?", [[{"host"}]]),
        ("hosts+ ", [[{"hosts"}, {" "}]]),
        ("hos(?:ts|ted)", [[{"hosts", "hosted"}]]),
        ("(?:the |a )?host", [[{"host"}]]),
        ("host(?:s|)", [[{"host"}]]),
        ("organi[sz]ed", [[{"organised", "organized"}]]),
        ("[^s]o[a-z]", [[{"o"}]]),
        ("(?P<a>[\ue000\ue001]) host", [[{"\ue000 host", "\ue001 host"}]]),
        ("(?<!not )host(?! of)", [[{"host"}]]),
        ("(?<=will )host(?= of)", [[{"will "}, {" of"}, {"host"}]]),
        ("ho{0,2}st", [[{"h"}, {"st"}]]),
        (r"a\.b\d\dc", [[{"a.b"}, {"c"}]]),
        (r"\bmet\b|^sat$", [[{"met", "sat"}]]),
        ("met .* in|sat", [[{"met "}, {" in"}], [{"sat"}]]),
        ("(?:met .* in|sat)", [[{"met ", "sat"}]]),
        (r"(a)\1", [[]]),
        (r"\x41", [[]]),
        ("(?P<x>ab)c(?P=x)", [[{"abc"}]]),
        ("ab|(?!)", [[{"ab"}]]),
        ("ab(?:(?!))?", [[{"ab"}]]),
        ("(?:a(?!)|(?!))", []),
        (r"a\u0651bc", [[{"a\u0651bc"}]]),
        ("(a)?(?(1)bc|de)", [[{"bc", "de"}]]),
        ("(?P<x>a)?(?(x)(?:bc|de))", [[]]),
        ("(?i:Host)", [[{"host"}]]),
        ("(?i)Host", [[{"host"}]]),
        ("Σίγμα", [[]]),  # its letters have cases that are not one to one
    ],
)
def test_needs_are_what_stands_in_each_match(
    pattern: str, needs: list[list[set[str]]]
) -> None:
    assert folded_needs(pattern) == needs


def test_nearly_all_rules_need_something_in_each_way() -> None:
    needs = [needs_of(rule.pattern.pattern) for rule in RULES]
    assert sum(all(ways) for ways in needs) > 0.9 * len(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_patterns_need_the_same_with_their_names_filled_in(language: str) -> None:
    tables = read_tables(language)
    expansion = Expansion(tables["words"], tables["separator"])
    given = [rule["pattern"] for rule in tables["rule"]]
    short = [expansion.needs_of(pattern) for pattern in given]
    long = [needs_of(expansion.expand(pattern)) for pattern in given]
    assert all(short)
    assert sum(a == b for a, b in zip(short, long, strict=True)) > 0.95 * len(given)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(st.data())
def test_a_text_in_which_a_rule_is_found_meets_its_needs(data: st.DataObject) -> None:
    rule: Rule = data.draw(st.sampled_from(RULES))
    text = data.draw(st.from_regex(rule.pattern))
    rules = next(r for r in map(rules_for, LANGUAGES) if rule in r.rules)
    assume(rule.pattern.search(text))
    assert rule in list(rules.fitting(text))


@st.composite
def patterns(draw: st.DrawFn) -> str:
    return draw(
        st.recursive(
            st.sampled_from(ATOMS),
            lambda inner: st.one_of(
                st.lists(inner, min_size=1, max_size=3).map("".join),
                st.tuples(
                    st.sampled_from(["(?:", "(", "(?=", "(?!", "(?i:"]),
                    st.lists(inner, min_size=1, max_size=3).map("|".join),
                    st.sampled_from([")", ")?", ")*", "){0,2}", "){1,2}", ")+?"]),
                ).map("".join),
            ),
            max_leaves=8,
        )
    )


@settings(max_examples=600, deadline=None)
@given(patterns(), st.lists(st.sampled_from([*WORDS, *SLOTS.values()])).map("".join))
def test_no_match_of_any_pattern_is_kept_away(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE):
        assert list(Sieve([needs_of(pattern)]).passing(text)) == [0]
    sought = Sought(pattern, re.IGNORECASE)
    found = [match.span() for match in sought.finditer(text)]
    assert found == [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]


class CountingRules(Rules):
    """Rules that note each pattern that they compile."""

    def __init__(self, language: str) -> None:
        self.compiled: list[str] = []
        super().__init__(read_tables(language))

    def compile(self, pattern: str) -> re.Pattern[str]:
        self.compiled.append(pattern)
        return super().compile(pattern)


def test_only_what_a_text_needs_is_compiled_and_only_once() -> None:
    rules = CountingRules("en")
    text = f"{SLOTS['state']} hosted {SLOTS['meeting']} in {SLOTS['place']}."
    assert not rules.compiled
    fitting = list(rules.fitting(text))
    assert fitting == list(rules.fitting(text))
    assert len(rules.compiled) == len(fitting) < len(rules.rules) / 2
    assert len(set(rules.compiled)) == len(rules.rules)
    assert rules.cues["negated"] is rules.cues["negated"]


def test_rules_that_fit_a_sentence_come_in_their_order() -> None:
    rules = rules_for("en")
    text = f"{SLOTS['state']} hosted {SLOTS['meeting']} in {SLOTS['place']}."
    fitting = list(rules.fitting(text))
    assert fitting == [rule for rule in rules.rules if rule in fitting]
    found = [rule for rule in rules.rules if rule.pattern.search(text)]
    assert found
    assert set(found) <= set(fitting)
    assert len(fitting) < len(rules.rules) / 2
