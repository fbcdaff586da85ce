"""The limits that no installation needs to set.

``docs/http.md`` lists them with the settings.
"""

from typing import Final

from hiwar.graph.search import (
    MAX_HITS,
    MAX_SEARCH_CHARACTERS,
    MAX_SEARCH_WORDS,
    MAX_SEARCHES,
    MIN_PREFIX,
)

__all__ = [
    "ANSWER_BUFFER_BYTES",
    "MAX_BATCH",
    "MAX_CANDIDATES",
    "MAX_EXTENDED",
    "MAX_HITS",
    "MAX_KEPT_BYTES",
    "MAX_MAPPED",
    "MAX_PATH_STEPS",
    "MAX_PATTERNS",
    "MAX_QUERY_PROPERTIES",
    "MAX_REQUEST_LINE_BYTES",
    "MAX_SEARCHES",
    "MAX_SEARCH_CHARACTERS",
    "MAX_SEARCH_WORDS",
    "MAX_SHOWN",
    "MAX_TABLE_ROWS",
    "MAX_VALUES",
    "MIN_PREFIX",
    "NEW_WORKER_S",
    "QUICK_S",
    "STACK_BYTES",
]

ANSWER_BUFFER_BYTES: Final = 64 * 1024 * 1024
"""Of an answer that must be whole before its first byte is sent."""

MAX_BATCH: Final = 100
"""Queries in one batch of the reconciliation API."""

MAX_CANDIDATES: Final = 50
"""Candidates for one query of it."""

MAX_EXTENDED: Final = 500
"""Things in one of its data extension queries."""

MAX_KEPT_BYTES: Final = 4 * 1024 * 1024
"""Of an answer that is kept to be given again."""

MAX_MAPPED: Final = 20_000
"""Pages in one file of the site's map."""

MAX_PATH_STEPS: Final = 200
"""Steps in one property path; planning 400 takes longer than any deadline."""

MAX_PATTERNS: Final = 256
"""Triple patterns in one group; planning their order takes the cube of it."""

MAX_REQUEST_LINE_BYTES: Final = 8190
"""Of a request's first line, so of a query by GET; more goes by POST."""

MAX_QUERY_PROPERTIES: Final = 20
"""Properties in a query of the reconciliation API, or in a data extension."""

MAX_SHOWN: Final = 50
"""Things, and sentences, that the search page shows; it says where there are more."""

MAX_TABLE_ROWS: Final = 1000
"""Rows that the query page shows; it says how many more there are."""

MAX_VALUES: Final = 20_000
"""Values in the answer to one data extension query."""

NEW_WORKER_S: Final = 0.1
"""Seconds that a query costs beside its own, if its worker has to be ended."""

QUICK_S: Final = 1.0
"""Seconds that a query may try while every ordinary place is taken."""

STACK_BYTES: Final = 256 * 1024 * 1024
"""Address space of the stack on which a query is parsed and evaluated."""
