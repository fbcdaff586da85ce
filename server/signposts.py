"""Signposts: links in the header of a page, for machines that come upon it.

Source: https://signposting.org/FAIR/
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from flask import Response
from werkzeug.http import http_date

from hiwar.graph.dumps import DUMPS
from hiwar.graph.formats import Answer, formats_for
from hiwar.graph.namespaces import BASE
from hiwar.graph.release import Release

__all__ = ["dated", "signpost", "signpost_release"]

_LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"


def signpost(
    response: Response, iri: str, data_path: str, classes: Iterable[str]
) -> Response:
    """Return a page about a thing with links for machines: its name, data, licence."""
    links = [(iri, "cite-as", ""), (_LICENCE, "license", "")]
    links += [(name, "type", "") for name in classes]
    links += [
        (f"{data_path}.{item.name}", "describedby", item.media_type)
        for item in formats_for(Answer.GRAPH)
    ]
    return _linked(response, links)


def signpost_release(response: Response, release: Release) -> Response:
    """Return what describes a release with links to its name, files and licence."""
    iri = f"{BASE}releases/{release.version}"
    here = f"/releases/{release.version}"
    links = [(iri, "cite-as", ""), (_LICENCE, "license", "")]
    links.append(("https://schema.org/Dataset", "type", ""))
    links += [
        (f"{here}.{item.name}", "describedby", item.media_type)
        for item in formats_for(Answer.GRAPH)
    ]
    links += [
        (f"{here}/{dump.name}", "item", dump.format.media_type)
        for dump in DUMPS
        if dump.name in release.manifest["files"]
    ]
    return dated(_linked(response, links), release)


def dated(response: Response, release: Release) -> Response:
    """Return a response that says of which day its release is."""
    day = release.version.partition(".")[0]
    response.headers["Last-Modified"] = http_date(
        datetime.fromisoformat(f"{day}T00:00Z")
    )
    return response


def _linked(response: Response, links: list[tuple[str, str, str]]) -> Response:
    response.headers["Link"] = ", ".join(
        f'<{place}>; rel="{relation}"'
        + (f'; type="{media_type}"' if media_type else "")
        for place, relation, media_type in links
    )
    return response
