"""The page on which people write queries."""

from hiwar.graph.formats import Answer, formats_for
from tests.server.asking import EGYPT, Get, path


def test_a_browser_gets_the_query_page(get: Get) -> None:
    reply = get("/sparql", {"Accept": "text/html"})
    page = reply.get_data(as_text=True)
    assert reply.headers["Content-Type"].startswith("text/html")
    assert "<textarea" in page
    assert "Khartoum Process" in page
    assert 'class="example"' in page
    for item in (*formats_for(Answer.SOLUTIONS), *formats_for(Answer.GRAPH)):
        assert f'<option value="{item.name}"' in page


def test_the_query_page_shows_answers_and_keeps_a_wrong_query(get: Get) -> None:
    accept = {"Accept": "text/html,*/*;q=0.8"}
    page = get(path(EGYPT), accept).get_data(as_text=True)
    assert '<bdi lang="ar" dir="rtl">مصر</bdi>' in page
    assert "3 rows" in page
    assert '<p class="truth">Yes' in get(path("ASK {}"), accept).get_data(as_text=True)
    many = get(path("SELECT * { ?s ?p ?o } LIMIT 1500"), accept).get_data(as_text=True)
    assert "1,500 rows; the first 1,000" in many
    wrong = get(path("SELECT * { my own words"), accept)
    assert wrong.status_code == 400
    assert "SELECT * { my own words</textarea>" in wrong.get_data(as_text=True)
    assert 'role="alert"' in wrong.get_data(as_text=True)


def test_the_query_page_escapes_what_it_is_given(get: Get) -> None:
    attack = "</textarea><script>alert(1)</script>"
    page = get(path(attack, format="html")).get_data(as_text=True)
    assert "<script>alert" not in page
    link = "SELECT (IRI('javascript:alert(1)') AS ?x) ('<b>' AS ?y) {}"
    shown = get(path(link, format="html")).get_data(as_text=True)
    assert 'href="javascript' not in shown
    assert "<b>" not in shown
