"""A sieve keeps away only what a text cannot hold."""

import pytest

from hiwar.graph.rules.needs import needs_of
from hiwar.graph.rules.sieve import Sieve, fit_of


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("They met in Lima.", [0, 3]),
        ("THEY SAT.", [0, 3]),
        ("It was adopted and then signed.", [1, 3]),
        ("It was signed and then adopted by all.", [1, 3]),
        ("It was signed.", [3]),
    ],
)
def test_a_sieve_passes_what_meets_all_of_one_way(
    text: str, passing: list[int]
) -> None:
    given = [r"met .* lima|\bsat\b", "adopted .* signed", "(?!)", r"\w+"]
    assert Sieve([needs_of(pattern) for pattern in given]).passing(text) == passing


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("adopted|signed", "it was signed", True),
        ("adopted|signed", "it was not", False),
        ("between .* and ", "talks between Chad and Mali", True),
        ("between .* and ", "talks between Chad, Mali", False),
        ("between .* and |among", "talks among states", True),
        ("between .* and |among", "talks and states", False),
        ("(?!)", "anything", False),
    ],
)
def test_a_text_fits_a_pattern_of_which_it_meets_a_way(
    pattern: str, text: str, fits: bool
) -> None:
    fit = fit_of(needs_of(pattern))
    assert fit is not None
    assert fit(text) is fits


def test_each_text_fits_a_pattern_that_needs_next_to_nothing() -> None:
    assert fit_of(needs_of(r"\w+e|met")) is None
