import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.errors import NotAcceptableError
from hiwar.graph.formats import Answer
from hiwar.server.negotiation import HTML, Offer, negotiate, offers_for, prefers_html

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, */*;q=0.1", "text/csv"),
        ("application/*", JSON),
        ("application/json", "application/json"),
        ("text/xml", "text/xml"),
        (f"{JSON};q=0.5, {XML}", XML),
        (f"{JSON};q=0.5, {XML};q=0.50", JSON),
        ("text/csv;q=0.4, text/*;q=0.9", "text/tab-separated-values"),
        ("text/csv, */*", "text/csv"),
        ("text/csv;q=0, */*", JSON),
        (f"{JSON};q=0, {XML};q=0, */*", "text/csv"),
        ("text/csv;charset=utf-8", "text/csv"),
        ("text/csv;charset=iso-8859-1, text/tab-separated-values;q=0.1",
         "text/tab-separated-values"),
        ("text/csv;header=present;q=0.7, text/tab-separated-values;q=0.6", "text/csv"),
        ("text/csv ; q=0.1 , text/tab-separated-values ; q=0.2",
         "text/tab-separated-values"),
        ('text/turtle;x="a,b;q=1", text/csv;q=0.3', "text/csv"),
        ("nonsense", JSON),
        ("nonsense, text/csv", "text/csv"),
        ("text/csv;q=high, text/tab-separated-values;q=0.1",
         "text/tab-separated-values"),
        ("text/csv;q=nan, text/tab-separated-values;q=0.1",
         "text/tab-separated-values"),
        (BROWSER, "application/xml"),
    ],
)  # fmt: skip
def test_the_best_offer_is_chosen(accept: str | None, chosen: str) -> None:
    assert negotiate(accept, offers_for(Answer.SOLUTIONS)).media_type == chosen


@pytest.mark.parametrize(
    "accept", ["text/turtle", "image/*", "*/*;q=0", "text/csv;q=0", "text/csv;q=0.0"]
)
def test_what_is_not_there_is_refused_with_what_is(accept: str) -> None:
    with pytest.raises(NotAcceptableError, match="text/tab-separated-values"):
        negotiate(accept, offers_for(Answer.SOLUTIONS))


def test_a_truth_value_has_no_table() -> None:
    with pytest.raises(NotAcceptableError, match=r"sparql-results\+xml"):
        negotiate("text/csv", offers_for(Answer.BOOLEAN))


def test_a_page_is_chosen_where_it_is_liked_best() -> None:
    first = offers_for(Answer.GRAPH, page="first")
    last = offers_for(Answer.GRAPH, page="last")
    assert negotiate("*/*", first).media_type == HTML
    assert negotiate("*/*", last).media_type == "text/turtle"
    assert negotiate(BROWSER, last).media_type == HTML
    assert negotiate("text/turtle, text/html;q=0.9", first).media_type == "text/turtle"


@pytest.mark.parametrize(
    ("accept", "is_html"),
    [(BROWSER, True), ("*/*", False), (None, False), (JSON, False), ("a/b", False)],
)  # fmt: skip
def test_errors_are_told_in_html_to_browsers_only(
    accept: str | None, is_html: bool
) -> None:
    assert prefers_html(accept) is is_html


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    "text",
                    "/",
                    "*",
                    "csv",
                    ";",
                    "q",
                    "=",
                    "0.5",
                    ",",
                    '"',
                    " ",
                    "é",
                    "\\",
                ]
            )
        ).map("".join),
    )
)
def test_any_header_gives_an_offer_or_a_refusal(accept: str) -> None:
    offers = [Offer(JSON), Offer("text/csv")]
    with contextlib.suppress(NotAcceptableError):
        assert negotiate(accept, offers) in offers
