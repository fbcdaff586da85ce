"""How a release is cited: BibTeX and CSL JSON, with the version and its hash."""

import json
from typing import Any, Final

from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release

__all__ = ["AUTHOR", "TITLE", "bibtex", "csl_json", "release_iri"]

AUTHOR: Final = "The founders of hiwar"
TITLE: Final = "hiwar: intergovernmental migration dialogues as a knowledge graph"


def release_iri(version: str) -> str:
    """Return the lasting name of a release.

    >>> release_iri("2026-11-21.1").removeprefix(BASE)
    'releases/2026-11-21.1'
    """
    return f"{BASE}releases/{version}"


def bibtex(release: Release) -> str:
    """Return the entry of a release for BibTeX."""
    day = release.version.partition(".")[0]
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{TITLE}}}",
        "year": day[:4],
        "date": day,
        "version": release.version,
        "url": release_iri(release.version),
        "note": f"SHA-256 of all quads: {release.manifest['hashes']['all']}",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@dataset{{hiwar-{release.version},\n{body}\n}}\n"


def csl_json(release: Release) -> str:
    """Return the entry of a release for reference managers, as CSL JSON.

    Source: https://docs.citationstyles.org/en/stable/specification.html
    """
    day = release.version.partition(".")[0]
    entry: dict[str, Any] = {
        "id": f"hiwar-{release.version}",
        "type": "dataset",
        "title": TITLE,
        "author": [{"literal": AUTHOR}],
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]},
        "version": release.version,
        "URL": release_iri(release.version),
        "note": f"SHA-256 of all quads: {release.manifest['hashes']['all']}",
    }
    return json.dumps([entry], indent=2, ensure_ascii=False) + "\n"
