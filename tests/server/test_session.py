"""Pages made of several queries, while releases are published."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from flask import Response

from hiwar.errors import BusyError
from hiwar.server.app import create_app
from hiwar.server.lookup import select
from hiwar.server.pool import Pool
from hiwar.server.session import OncePerRelease, Session, of_one_release
from hiwar.settings import Settings

Get = Callable[..., Response]
Publish = Callable[[Path, str], None]

EDITION: Final = """
<https://w3id.org/hiwar/id/state/EGY> rdfs:comment "edition-{0}" .
<https://example.org/things/{0}> rdfs:seeAlso <https://w3id.org/hiwar/id/state/EGY> .
<https://w3id.org/hiwar/id/process/edition-{0}> a hiwar:Process ;
  rdfs:label "Edition {0}"@en .
"""
COMMENT: Final = """
SELECT ?thing ?text { ?thing rdfs:comment ?text FILTER(STRSTARTS(?text, "edition-")) }
"""


@pytest.fixture
def grown(own_data: Path, publish_more: Publish) -> Path:
    publish_more(own_data, EDITION.format(2))
    return own_data


def await_release(pool: Pool, version: str) -> None:
    until = time.monotonic() + 20
    while pool.release.version != version:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_page_begins_again_where_a_release_is_published_in_its_middle(
    grown: Path, publish_more: Publish
) -> None:
    with Pool(Settings(data=grown, request_log="")) as pool:
        app = create_app(pool)
        begun: list[str] = []

        @of_one_release
        def twice(session: Session) -> Response:
            begun.append(session.release.version)
            first = select(session, COMMENT)
            if len(begun) == 1:
                publish_more(grown, EDITION.format(3))
                await_release(pool, "2026-11-21.3")
            second = select(session, COMMENT)
            return Response(" ".join(row["text"].text for row in first + second))

        with app.test_request_context():
            answer = twice()
        assert begun == ["2026-11-21.2", "2026-11-21.3"]
        assert answer.get_data(as_text=True) == "edition-3 edition-3"
        assert answer.headers["Dataset-Version"] == "2026-11-21.3"


def test_what_is_made_once_for_a_release_is_of_that_release(
    grown: Path, publish_more: Publish
) -> None:
    made: list[str] = []

    @OncePerRelease
    def comment(session: Session) -> str:
        made.append(session.release.version)
        if len(made) == 1:
            publish_more(grown, EDITION.format(3))
            await_release(pool, "2026-11-21.3")
        return select(session, COMMENT)[0]["text"].text

    @of_one_release
    def shown(session: Session) -> str:
        return f"{session.release.version} {comment(session)}"

    with Pool(Settings(data=grown, request_log="")) as pool:
        app = create_app(pool)
        with app.test_request_context():
            assert [shown(), shown()] == ["2026-11-21.3 edition-3"] * 2
        assert made == ["2026-11-21.2", "2026-11-21.3"]


@pytest.mark.clock
def test_what_cannot_be_made_fails_once_for_all_who_wait_for_it(pool: Pool) -> None:
    made: list[str] = []
    failed: list[str] = []
    together = threading.Barrier(4)

    @OncePerRelease
    def unmade(session: Session) -> str:
        made.append(session.release.version)
        time.sleep(0.5)
        raise BusyError("no worker")

    def ask(session: Session) -> None:
        together.wait(20)
        with pytest.raises(BusyError) as caught:
            unmade(session)
        failed.append(caught.value.detail)

    session = Session(create_app(pool).extensions["service"])
    askers = [threading.Thread(target=ask, args=(session,)) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join(20)
    assert failed == ["no worker"] * 4
    assert len(made) == 1
    with pytest.raises(BusyError):  # a failure is not kept
        unmade(session)
    assert len(made) == 2


def test_who_waits_too_long_for_what_another_makes_is_told(pool: Pool) -> None:
    begun, go = threading.Event(), threading.Event()

    @OncePerRelease
    def slow(session: Session) -> str:
        begun.set()
        assert go.wait(20)
        return session.release.version

    session = Session(create_app(pool).extensions["service"])
    maker = threading.Thread(target=slow, args=(session,))
    maker.start()
    assert begun.wait(20)
    try:
        with pytest.raises(BusyError, match="still being made"):
            slow(session)
    finally:
        go.set()
        maker.join(20)
    assert slow(session) == session.release.version


def test_a_page_that_outlasts_every_release_ends(pool: Pool) -> None:
    app = create_app(pool)
    former = replace(pool.release, version="2026-11-20.1")
    begun: list[str] = []

    @of_one_release
    def outlasted(session: Session) -> None:
        begun.append(session.release.version)
        service = app.extensions["service"]
        select(Session(service, release=former), COMMENT)

    with app.test_request_context(), pytest.raises(BusyError, match="faster"):
        outlasted()
    assert len(begun) == 5


@pytest.mark.parametrize(
    "path", ["/page/state/EGY", "/data/state/EGY.nt", "/", "/reconcile?query=edition"]
)
@pytest.mark.clock
def test_no_page_mixes_releases_while_some_are_published(
    grown: Path,
    publish_more: Publish,
    start: Callable[[Settings], tuple[str, int]],
    make_client: Callable[[str], Get],
    path: str,
) -> None:
    address, _ = start(Settings(data=grown, request_log="", client_seconds=0))
    get = make_client(address)
    stop = threading.Event()
    seen: set[str] = set()
    wrong: list[str] = []

    def read() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            more = f"{'&' if '?' in path else '?'}{threading.get_ident()}.{number}"
            answer = get(path + more)
            version = answer.headers["Dataset-Version"].rpartition(".")[2]
            text = answer.get_data(as_text=True)
            found = set(re.findall(r"edition-(\d)|things/(\d)", text))
            editions = {one or other for one, other in found}
            seen.add(version)
            if answer.status_code != 200 or editions != {version}:
                wrong.append(f"{answer.status_code} {version} {found}")

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in (3, 4, 5):
        publish_more(grown, EDITION.format(number))
        until = time.monotonic() + 30
        while str(number) not in seen and time.monotonic() < until:
            time.sleep(0.05)
    stop.set()
    for reader in readers:
        reader.join()
    assert not wrong
    assert {"3", "4", "5"} <= seen
