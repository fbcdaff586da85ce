"""The pages as a person sees them, in Chromium."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from hiwar.settings import Settings

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test if it breaks a rule or asks another host."""
    with opened(browser, address) as page:
        yield page


@contextlib.contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(base_url=address)
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def look(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            faults.append(request.url)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", hear)
    page.on("request", look)
    yield page
    page.close()
    told = ("status of 400", "status of 503")  # what a test asked for
    assert [fault for fault in faults if not any(t in fault for t in told)] == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sparql?format=html",
        "/page/state/EGY",
        "/releases/",
        "/releases/2026-11-21.1",
        "/ontology",
        "/search",
    ],
)
def test_a_page_breaks_no_rule_of_its_own_and_asks_nobody_else(
    page: Page, path: str
) -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, "no page scrolls sideways"


def test_the_files_of_a_release_open_by_what_they_are_for(page: Page) -> None:
    page.goto("/releases/2026-11-21.1")
    network = page.get_by_role("link", name="hiwar.gexf", exact=True)
    assert page.get_by_role("link", name="facts.ttl", exact=True).is_visible()
    assert not network.is_visible()
    page.locator("summary", has_text="Gephi").focus()
    page.keyboard.press("Enter")
    assert network.is_visible()
    assert page.get_by_role("link", name="hiwar.gexf.gz", exact=True).is_visible()


@pytest.mark.parametrize("width", [320, 1200])
def test_the_files_of_a_release_are_a_table_on_any_screen(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/releases/2026-11-21.1")
    row = page.get_by_role("row", name="facts.ttl the facts")
    assert row.get_by_role("rowheader").inner_text() == "facts.ttl"
    assert row.get_by_role("cell").count() == 4
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_an_example_is_one_click_away_from_its_answer(page: Page) -> None:
    page.goto("/sparql?format=html")
    page.locator("a.example").first.click()
    assert page.locator("#answer").is_visible()
    assert page.locator("#query").input_value().strip()


def test_control_enter_runs_the_query(page: Page) -> None:
    page.goto("/sparql?format=html")
    page.locator("#query").fill("SELECT (40 + 2 AS ?answer) {}")
    page.locator("#query").press("Control+Enter")
    page.locator("td").wait_for()
    assert page.locator("td").inner_text() == "42"


def test_a_fault_is_selected_where_it_stands(page: Page) -> None:
    page.goto("/sparql?format=html")
    page.locator("#query").fill("SELECT *\nWHERE { ?s nope:p ?o }")
    page.locator("button[type=submit]", has_text="Run").click(no_wait_after=True)
    page.locator("[role=alert]").wait_for()
    # the script may run a moment after the words are there; the page's policy lets
    # nothing but this side ask again
    for _ in range(100):
        if selected(page) == "nope:p":
            break
        page.wait_for_timeout(50)
    assert selected(page) == "nope:p"


def selected(page: Page) -> str:
    """Return the six characters of the query that begin where the selection does."""
    return str(
        page.locator("#query").evaluate(
            "field => field.value.slice(field.selectionStart).slice(0, 6)"
        )
    )


def test_a_running_query_is_stopped_by_its_button(
    browser: Browser, settings: Settings, start: Callable[[Settings], tuple[str, int]]
) -> None:
    address, _ = start(replace(settings, query_deadline_s=60.0))
    with opened(browser, address) as page:
        stop_by_button(page)


def stop_by_button(page: Page) -> None:
    page.goto("/sparql?format=html")
    assert not page.locator("#stop").is_visible()
    page.locator("#query").fill(ENDLESS)
    # the driver itself waits while a page is being loaded
    page.evaluate(
        # again and again, since at first the server may not have the query yet
        "setInterval(() => { const stop = document.getElementById('stop');"
        " if (!stop.hidden) { sessionStorage.setItem('shown', 'true'); stop.click(); }"
        " }, 300)"
    )
    page.locator("button[type=submit]", has_text="Run").click(no_wait_after=True)
    page.locator("[role=alert]").wait_for()
    assert page.evaluate("sessionStorage.getItem('shown')") == "true"
    told = page.locator("[role=alert]").inner_text()
    assert "stopped, as its asker wished" in told, "not by its deadline"
    assert page.locator("#query").input_value() == ENDLESS, "the query stays"
