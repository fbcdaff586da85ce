"""Releases: what there is, each with its files, its citation and what changed in it."""

import json
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from flask import Blueprint, Response, render_template, request, send_file
from markupsafe import Markup

from hiwar.errors import NotFoundError
from hiwar.graph.citation import bibtex, csl_json
from hiwar.graph.dcat import describe_release, schema_org
from hiwar.graph.dumps import DUMPS, by_use, find_dump
from hiwar.graph.formats import Answer
from hiwar.graph.release import Release, list_releases
from hiwar.graph.store import from_graph
from hiwar.server.negotiation import negotiate, offers_for, split_suffix
from hiwar.server.service import current_service, find_release
from hiwar.server.signposts import signpost_release

__all__ = ["OTHER_FILES", "releases"]

releases = Blueprint("releases", __name__)

OTHER_FILES: Final = {
    "manifest.json": ("application/json", "counts and checksums of all files"),
    "SHA256SUMS": ("text/plain", "checksums, as sha256sum reads them"),
    "report.md": ("text/markdown", "what was read, refused and left for review"),
    "report.json": ("application/json", "the same in figures"),
    "csv-metadata.json": ("application/csvm+json", "what the columns of tables mean"),
    "difference.md": ("text/markdown", "what changed since the release before"),
    "difference.json": ("application/json", "the same for programs"),
    "gone.json": ("application/json", "names that earlier releases had"),
}
"""Files of a release beside its dumps: media type, and what each holds."""

_CITATIONS: Final = {
    "citation.bib": ("application/x-bibtex", bibtex),
    "citation.json": ("application/vnd.citationstyles.csl+json", csl_json),
}
_YEAR_S: Final = 31_536_000


@releases.route("/releases/")
def index() -> Response:
    """List the releases that can be had and asked."""
    pool = current_service().pool
    page = render_template(
        "releases.html",
        versions=list_releases(pool.settings.data),
        current=pool.release.version,
    )
    response = Response(page)
    response.headers["Cache-Control"] = "no-store"  # a folder may be taken away
    return response


@releases.route("/releases/<version>")
def release_page(version: str) -> Response:
    """Describe a release, as a page or in the vocabularies of catalogues."""
    version, given = split_suffix(version)
    release = _open(version)
    offers = offers_for(Answer.GRAPH, page="first")
    offer = given or negotiate(request.headers.get("Accept"), offers)
    before = _before(release)
    if offer.format is not None:
        triples = from_graph(describe_release(release, before))
        body = ox.serialize(triples, format=offer.format.rdf_format)
        response = Response(body, content_type=offer.media_type)
    else:
        response = Response(
            render_template(
                "release.html",
                release=release,
                before=before,
                uses=by_use(release.manifest["files"]),
                others=_others(release),
                citation=bibtex(release),
                schema=Markup(_in_html(json.dumps(schema_org(release)))),
                difference=_difference(release),
            )
        )
    response.headers["Dataset-Version"] = release.version
    return signpost_release(response, release)


@releases.route("/releases/<version>/<name>")
def release_file(version: str, name: str) -> Response:
    """Give a file of a release; it never changes."""
    release = _open(version)
    if name in _CITATIONS:
        media_type, write = _CITATIONS[name]
        response = Response(write(release), content_type=media_type)
        response.headers["Dataset-Version"] = release.version
        return response
    dump = find_dump(name)
    known = dump is not None or name in OTHER_FILES
    if not known or not (release.path / name).is_file():
        there = [*(item.name for item in DUMPS), *OTHER_FILES, *_CITATIONS]
        raise NotFoundError(
            f"Release {version} has no file {name[:200]!r}; expected one of:"
            f" {', '.join(there)}; each of the dumps also with .gz."
        )
    is_packed = name.endswith(".gz")
    media_type = dump.format.media_type if dump is not None else OTHER_FILES[name][0]
    response = send_file(
        Path(release.path, name).resolve(),
        mimetype="application/gzip" if is_packed else media_type,
        conditional=True,
        max_age=_YEAR_S,
    )
    response.headers["Dataset-Version"] = release.version
    return response


def _open(version: str) -> Release:
    return find_release(current_service().settings, version)


def _before(release: Release) -> str:
    """Return the version before a release, empty for the first."""
    versions = list_releases(current_service().settings.data)
    later = versions.index(release.version) + 1
    return versions[later] if later < len(versions) else ""


def _others(release: Release) -> dict[str, str]:
    return {
        name: about
        for name, (_, about) in OTHER_FILES.items()
        if (release.path / name).is_file()
    }


def _difference(release: Release) -> dict[str, int]:
    """Return how many facts came, went and changed, where that is known."""
    path = release.path / "difference.json"
    if not path.is_file():
        return {}
    found = json.loads(path.read_text("utf-8"))
    if not found["before"]:
        return {}
    return {name: len(found[name]) for name in ("added", "removed", "changed")}


def _in_html(text: str) -> str:
    """Return JSON that cannot end the script element it stands in."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
