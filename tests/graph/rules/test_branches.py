"""Alternatives put together match what they matched before."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.rules import LANGUAGES, rules_for
from hiwar.graph.rules.branches import branched

_ATOM = st.sampled_from(
    ["a", "b", "ab", "abc", "ba", "a?", "b*", "a+b", "ab{2}", "ba{1,2}", "[ab]c", r"\b",
     "(?=a)", "(?!b)", "(?<=a|b)", "(?<!a)", r"\(", "(?P=x)", "(?-i:A)", "", "ſ", "K"]
)  # fmt: skip
_PATTERN = st.recursive(
    _ATOM,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=5).map("|".join),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.tuples(st.sampled_from(["(", "(?:", "(?=", "(?!"]), inner,
                  st.sampled_from([")", ")?", ")*?"])).map("".join),
    ),
    max_leaves=12,
)  # fmt: skip


@given(pattern=_PATTERN, text=st.text("abcABſKk ()", max_size=30))
def test_a_pattern_matches_the_same_with_its_alternatives_put_together(
    pattern: str, text: str
) -> None:
    whole = f"(?P<x>a|b|ab)?(?:{pattern})"
    try:
        before = re.compile(whole, re.IGNORECASE)
    except (re.error, OverflowError):
        return
    after = re.compile(branched(whole), re.IGNORECASE)
    found = [(item.span(), item.groups()) for item in after.finditer(text)]
    assert found == [(item.span(), item.groups()) for item in before.finditer(text)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("met|hosted|held", "met|h(?:osted|eld)"),
        ("a|ab|a", "a(?:|b|)"),
        ("ab|[a]c|ad", "ab|[a]c|ad"),
        ("a?b|ac", "a?b|ac"),
        ("(?(x)ab|ac)", "(?(x)ab|ac)"),
        (r"ab\|ac|ad", r"a(?:b\|ac|d)"),
        ("[|]a|[)]b", "[|]a|[)]b"),
    ],
)
def test_only_what_surely_begins_alike_is_put_together(
    given: str, expected: str
) -> None:
    assert branched(given) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_finds_in_its_example_what_its_own_text_finds(language: str) -> None:
    rules = rules_for(language)
    for rule in rules.rules:
        again = re.compile(branched(rule.pattern.pattern), re.IGNORECASE)
        assert again.groupindex == rule.pattern.groupindex
