"""Finds names and quotes by their words: folding, the index of a release, asking it."""

from typing import Final

__all__ = [
    "INDEX_NAME",
    "MAX_HITS",
    "MAX_SEARCHES",
    "MAX_SEARCH_CHARACTERS",
    "MAX_SEARCH_WORDS",
    "MIN_PREFIX",
]

INDEX_NAME: Final = "search.sqlite"
"""The file of the index in a release."""

MAX_HITS: Final = 1000
"""Of one search; more is an error, unless the search asks for the best of them."""

MAX_SEARCHES: Final = 16
"""Searches in one query."""

MAX_SEARCH_CHARACTERS: Final = 1000
"""Of one search text."""

MAX_SEARCH_WORDS: Final = 32
"""Words in one search text."""

MIN_PREFIX: Final = 2
"""Letters before a ``*``; fewer begin too many words."""
