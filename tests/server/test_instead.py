"""What is not there is refused with what there is instead."""

from collections.abc import Callable

import pytest
from werkzeug import Response

Get = Callable[..., Response]


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("/id/nokind/x", "expected one of: "),
        ("/id/stat/EGY", "expected one of: state"),
        ("/id/state/EGX", "expected one of: EGY"),
        ("/page/state/EGX", "expected one of: EGY"),
        ("/data/state/EGX.ttl", "expected one of: EGY"),
        ("/data/state/EGY.xyz", "expected one of the suffixes .ttl"),
        ("/id/process/khartoum", "khartoum-process"),
        ("/theme/stats", "status"),
        ("/theme/status/plan", "planned"),
        ("/graph/fact", "expected one of: facts"),
        ("/graph/fact?version=2026-11-21.1", "expected one of: facts"),
        ("/graph/facts.xyz", "expected one of the suffixes: jsonld"),
        ("/releases/1999-01-01.1", "2026-11-21.1"),
        ("/releases/2026-11-21.1/planets.gexf", "states.gexf"),
        ("/releases/2026-11-21.1/facts.xyz", "facts.ttl"),
        ("/id/statement/none", "the home page / says"),
        ("/id/state/%3Cb%3E", "the home page / says"),
    ],
)
def test_a_name_that_is_not_there_is_404_with_its_neighbours(
    get: Get, path: str, instead: str
) -> None:
    reply = get(path)
    assert reply.status_code == 404
    assert reply.json is not None
    assert instead in reply.json["detail"]


@pytest.mark.parametrize(
    "path",
    ["/id/state/EGY", "/theme/status/planned", "/graph/facts", "/ontology", "/dataset",
     "/releases/2026-11-21.1", "/store?default", "/sparql?query=ASK%7B%7D"],
)  # fmt: skip
def test_an_accept_that_cannot_be_met_is_406_with_what_there_is(
    get: Get, path: str
) -> None:
    reply = get(path, {"Accept": "image/png"})
    assert reply.status_code == 406
    assert reply.json is not None
    assert "expected" in reply.json["detail"]
    assert "/" in reply.json["detail"].partition("expected")[2]


def test_a_long_name_is_refused_as_soon_as_a_short_one(get: Get) -> None:
    assert get(f"/id/state/{'a' * 199}").status_code == 404
    assert get(f"/graph/{'a/' * 2000}").status_code == 404
