"""Things by their IRI: ``/id/…`` redirects to a page or to data about it.

Source: https://www.w3.org/TR/cooluris/ (4.2, 303 URIs).
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from flask import Blueprint, Response, redirect, render_template, request

from hiwar.errors import GoneError, HiwarError, NotFoundError
from hiwar.graph.departures import read_departures
from hiwar.graph.formats import Answer, Format, find_format, formats_for
from hiwar.graph.namespaces import BASE, PREFIXES
from hiwar.graph.release import Release
from hiwar.server.answers import respond
from hiwar.server.frames import Job
from hiwar.server.instead import ELSEWHERE, there_is
from hiwar.server.lookup import local_path, select
from hiwar.server.negotiation import negotiate, offers_for, split_suffix
from hiwar.server.portrait import MAX_POINTING, Portrait, portray
from hiwar.server.protocol import ANSWER_PREFIXES
from hiwar.server.session import Session, of_one_release
from hiwar.server.signposts import dated, signpost

__all__ = ["entities", "nothing_named"]

entities = Blueprint("entities", __name__)

_KIND: Final = re.compile(r"[a-z]+(-[a-z]+)*")
_SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,199}")
_EXISTS: Final = """
SELECT ?thing ?successor WHERE {
  { SELECT ?thing WHERE { { ?thing ?p ?o } UNION { ?s ?q ?thing } } LIMIT 1 }
  OPTIONAL { ?thing dcterms:isReplacedBy ?successor }
}
"""
_DESCRIPTION: Final = f"""
CONSTRUCT {{
  ?thing ?predicate ?value . ?other ?pointing ?thing . ?statement ?about ?said .
  ?evidence ?of ?what . ?selector ?selects ?part .
}} WHERE {{
  {{ ?thing ?predicate ?value }}
  UNION {{ SELECT ?thing ?other ?pointing {{
    ?other ?pointing ?thing
    FILTER(?pointing NOT IN (rdf:subject, rdf:object, hiwar:describes, oa:hasSource))
  }} LIMIT {MAX_POINTING} }}
  UNION {{ ?statement rdf:subject|hiwar:describes ?thing ; ?about ?said }}
  UNION {{ ?one rdf:subject|hiwar:describes ?thing ; prov:wasDerivedFrom ?evidence .
    ?evidence ?of ?what }}
  UNION {{ ?two rdf:subject|hiwar:describes ?thing ;
    prov:wasDerivedFrom/oa:hasSelector ?selector . ?selector ?selects ?part }}
}}
"""


@entities.route("/id/<kind>/<slug>")
@of_one_release
def thing(session: Session, kind: str, slug: str) -> Response:
    """Redirect to a page about a thing, or to data about it."""
    _existing_iri(session, kind, slug, "id/{}/{}")
    accept = request.headers.get("Accept")
    offer = negotiate(accept, offers_for(Answer.GRAPH, page="first"))
    suffix = f".{offer.format.name}" if offer.format else ""
    place = f"/data/{kind}/{slug}{suffix}" if suffix else f"/page/{kind}/{slug}"
    return _redirect(place, 303)


@entities.route("/page/<kind>/<slug>")
@of_one_release
def page(session: Session, kind: str, slug: str) -> Response:
    """Show a thing: each fact with its sentences."""
    iri = _existing_iri(session, kind, slug, "page/{}/{}")
    portrait = portray(session, iri)
    response = Response(_show(portrait, f"/data/{kind}/{slug}"))
    classes = [item.text for item in portrait.classes] if portrait else []
    response = signpost(response, iri, f"/data/{kind}/{slug}", classes[:3])
    return dated(response, session.release)


@entities.route("/data/<kind>/<name>")
@of_one_release
def data(session: Session, kind: str, name: str) -> Response:
    """Give a bounded description of a thing in the format of the suffix."""
    slug, dot, suffix = name.rpartition(".")
    names = [item.name for item in formats_for(Answer.GRAPH)]
    if not dot or suffix not in names:
        raise NotFoundError(
            f"There is no data of the form {name[:200]!r}; expected one of the suffixes"
            f" {', '.join(f'.{item}' for item in names)}."
        )
    iri = _existing_iri(session, kind, slug, f"data/{{}}/{{}}.{suffix}")
    chosen = find_format(suffix, Answer.GRAPH)
    return _describe(session, iri, chosen, chosen.media_type)


@entities.route("/theme/<scheme>", defaults={"notation": ""})
@entities.route("/theme/<scheme>/<notation>")
def theme(scheme: str, notation: str) -> Response:
    """Give a concept or a scheme, as a page or as data."""
    parts = [scheme, notation] if notation else [scheme]
    if not all(map(_SLUG.fullmatch, parts)):
        raise _nothing(request.path)
    return _described("/".join(("theme", *parts)))


@entities.route("/dataset", defaults={"part": ""})
@entities.route("/dataset.<suffix>", defaults={"part": ""})
@entities.route("/dataset/<part>")
def dataset(part: str, suffix: str = "") -> Response:
    """Describe the data as VoID has it, or the part of them that has a class."""
    if part and not _SLUG.fullmatch(part):
        raise _nothing(request.path)
    path = f"dataset/{part}" if part else "dataset"
    return _described(f"{path}.{suffix}" if suffix else path)


@entities.route("/ontology/<version>")
@of_one_release
def ontology_of(session: Session, version: str) -> Response:
    """Lead from the version of the ontology that is current to the ontology."""
    iri = f"{BASE}ontology/{version}"
    if not _SLUG.fullmatch(version):
        raise _nothing(iri)
    if not select(session, _EXISTS, thing=iri):
        raise nothing_named(iri, session.release, there_is(session, iri))
    return _redirect("/ontology", 303)


@of_one_release
def _described(session: Session, name: str) -> Response:
    """Return a page or data about something that has an address of its own."""
    path, given = split_suffix(name)
    iri = f"{BASE}{path}"
    accept = request.headers.get("Accept")
    offer = given or negotiate(accept, offers_for(Answer.GRAPH, page="first"))
    portrait = portray(session, iri)
    if portrait is None:
        raise nothing_named(iri, session.release, there_is(session, iri))
    if offer.format is None:
        return Response(_show(portrait, f"/{path}"))
    return _describe(session, iri, offer.format, offer.media_type)


def _describe(session: Session, iri: str, chosen: Format, media_type: str) -> Response:
    """Return a bounded description of a thing.

    It holds the thing's triples, the statements about it with their evidence, and
    at most ``MAX_POINTING`` triples of others that point at it.
    """
    prologue = "".join(f"PREFIX {name}: <{at}>\n" for name, at in PREFIXES.items())
    job = Job(
        query=prologue + _DESCRIPTION,
        answer=Answer.GRAPH.value,
        format=chosen.name,
        deadline_s=session.settings.query_deadline_s,
        base_iri=BASE,
        substitutions={"thing": iri},
        prefixes=ANSWER_PREFIXES,
    )
    return respond(
        session.stream(job), chosen, media_type, request.environ
    ).as_response()


def _show(portrait: Portrait | None, data_path: str) -> str:
    """Return the page of a thing; ``data_path`` lacks the suffix."""
    if portrait is None:
        raise _nothing(request.path)
    return render_template(
        "entity.html",
        it=portrait,
        data_path=data_path,
        formats=formats_for(Answer.GRAPH),
        most=MAX_POINTING,
    )


def _existing_iri(session: Session, kind: str, slug: str, place: str) -> str:
    """Return the IRI of a thing that there is.

    Raises:
        NotFoundError: If the name is none of ours, or nothing has it.
        GoneError: If something had it in an earlier release.
        RequestRedirect: If another thing has taken its place.
    """
    if not (_KIND.fullmatch(kind) and _SLUG.fullmatch(slug)):
        raise _nothing(f"{kind}/{slug}")
    iri = f"{BASE}id/{kind}/{slug}"
    found = select(session, _EXISTS, thing=iri)
    if not found:
        raise nothing_named(iri, session.release, there_is(session, iri))
    successor = next((row["successor"].text for row in found if "successor" in row), "")
    if successor.startswith(f"{BASE}id/"):
        new = local_path(successor).removeprefix("/id/").split("/")
        raise Replaced("/" + place.format(*new))
    return iri


class Replaced(Exception):  # noqa: N818 - it is where to go, no fault
    """The thing is known by another name now, and shown at ``place``."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@entities.errorhandler(Replaced)
def _moved(error: Replaced) -> Response:
    return _redirect(error.place, 301)


def _redirect(place: str, status: int) -> Response:
    response = redirect(place, status)
    assert isinstance(response, Response)
    return response


def nothing_named(iri: str, release: Release, instead: str) -> HiwarError:
    """Return what to say of a name that a release has not.

    Args:
        iri: The name.
        release: The release.
        instead: What there is in its place, as the end of a sentence.
    """
    version = _gone_from(release.path).get(iri.removeprefix(BASE), "")
    if not version:
        return _nothing(iri, instead)
    return GoneError(
        f"Nothing in release {release.version} has the name {iri}; the last that had"
        f" it is {version}. Ask that one, /sparql?version={version}, or take its files"
        f" from /releases/{version}.",
        last_version=version,
    )


@lru_cache(2)
def _gone_from(path: Path) -> dict[str, str]:
    return read_departures(Release(path.name, path))


def _nothing(name: str, instead: str = ELSEWHERE) -> NotFoundError:
    return NotFoundError(f"Nothing in the graph has the name {name[:300]}; {instead}.")
