"""The briefs: five texts of our own, which are read where no files are named.

Each states, in our words, the facts of one published page; ``NAME.meta.toml``
beside it has the page's address where it is known.
"""

from pathlib import Path

__all__ = ["brief_paths"]


def brief_paths() -> tuple[Path, ...]:
    """Return the files of the briefs, in the order of their names.

    >>> len(brief_paths())
    5
    """
    return tuple(sorted(Path(__file__).parent.glob("*.txt")))
