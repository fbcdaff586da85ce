"""What there is instead of a name that nothing has: the names nearest to it."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from hiwar.graph.formats import Answer, formats_for
from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release
from hiwar.server.lookup import select
from hiwar.server.session import OncePerRelease, Session

__all__ = ["ELSEWHERE", "graph_there_is", "there_is"]

ELSEWHERE: Final = "the home page / says what is in it"

_MOST_KNOWN: Final = 5_000
_MOST_LISTED: Final = 30
_NAMES: Final = f"""
SELECT DISTINCT ?name WHERE {{
  {{ ?name a ?class FILTER(?class NOT IN (hiwar:Statement, hiwar:Evidence)) }}
  UNION {{ ?data <http://rdfs.org/ns/void#classPartition> ?name }}
  UNION {{ ?ontology owl:versionIRI ?name }}
  FILTER(isIRI(?name) && STRSTARTS(STR(?name), "{BASE}"))
}} LIMIT {_MOST_KNOWN}
"""
_UNLISTED: Final = ("statement", "evidence")


def there_is(session: Session, iri: str) -> str:
    """Return what there is in place of an IRI of ours, as the end of a sentence."""
    folder, _, name = iri.removeprefix(BASE).rpartition("/")
    names = _names(session)
    stem, _, suffix = name.rpartition(".")
    if stem in names.get(folder, ()):
        return _expected(suffix, _suffixes(), "of the suffixes")
    root, _, part = folder.partition("/")
    parts = {key.partition("/")[2] for key in names if key.startswith(f"{root}/")}
    if folder not in names and part not in _UNLISTED and (root == "id" or part):
        return _expected(part, parts | {*_UNLISTED} if root == "id" else parts)
    return _expected(name, names.get(folder, ()))


def graph_there_is(release: Release, name: str) -> str:
    """Return what graphs there are in place of one, as the end of a sentence."""
    stem, _, suffix = name.rpartition(".")
    graphs = release.manifest["graphs"]
    if stem in graphs:
        return _expected(suffix, _suffixes(), "of the suffixes")
    return _expected(name, graphs)


def _suffixes() -> list[str]:
    return [item.name for item in formats_for(Answer.GRAPH)]


@OncePerRelease
def _names(session: Session) -> dict[str, set[str]]:
    """Return the names that there are, without the base, by what they begin with."""
    found: dict[str, set[str]] = {}
    for row in select(session, _NAMES):
        folder, _, name = row["name"].text.removeprefix(BASE).rpartition("/")
        found.setdefault(folder, set()).add(name)
    return found


def _expected(name: str, known: Iterable[str], of: str = "of") -> str:
    """Return those known that are nearest to a name; few enough, all of them."""
    ordered = sorted(known)
    near = get_close_matches(name[:100], ordered, n=5, cutoff=0.5)
    if ordered and len(ordered) <= _MOST_LISTED:
        every = near + [item for item in ordered if item not in near]
        return f"expected one {of}: {', '.join(every)}"
    return f"the nearest are: {', '.join(near)}" if near else ELSEWHERE
