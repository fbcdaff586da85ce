"""Each proposal is checked, and what fails one check is rejected with its reason."""

from typing import Any

import pytest

from hiwar.graph.namespaces import HIWAR
from hiwar.graph.proposals.properties import DATE, properties
from tests.graph.proposals.asked import (
    DAKAR,
    KENYA,
    MEETING,
    OPEN,
    SEEN,
    SENEGAL,
    proposal,
    review_of,
)


def reason(**changes: Any) -> str:
    review = review_of(proposal(**changes))
    assert not review.statements
    (rejection,) = review.rejections
    return rejection.reason


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"object": "e999"}, "is no entity"),
        ({"subject": "Senegal"}, "is no entity"),
        ({"object": "https://example.org/x"}, "is no entity"),
        ({"property": "label"}, "may not be proposed"),
        ({"property": "sameAs"}, "may not be proposed"),
        ({"quote": OPEN.replace("threw", "flung")}, "does not stand"),
        ({"quote": OPEN.upper()}, "does not stand"),
        ({"quote": "Senegal threw open"}, "does not name the subject"),
        ({"object": KENYA}, "does not name the object"),
        ({"sentences": [0]}, "line of the page"),
        ({"sentences": [1]}, "does not stand"),
        ({"sentences": [999]}, "not there"),
        ({"sentences": [-1]}, "not there"),
        ({"object": MEETING}, "to itself"),
        ({"subject": SENEGAL, "object": MEETING}, "subject's class"),
        ({"property": "heldInPlace"}, "object's class"),
        ({"property": "when", "object": "2031-05-03"}, "not give that date"),
        ({"property": "when", "object": SENEGAL}, "not give that date"),
    ],
)
def test_what_fails_one_check_is_rejected_with_its_reason(
    changes: dict[str, Any], why: str
) -> None:
    assert why in reason(**changes)


def test_a_date_is_read_again_from_the_quote() -> None:
    sentence = SEEN.number("was held in Dakar")
    quote = (
        "third ministerial conference of the Rabat Process was held in Dakar on 3 May"
        " 2031"
    )
    date = {"property": "when", "sentences": [sentence], "quote": quote}
    review = review_of(
        proposal(**date, object="2031-05-03"),
        proposal(**date, object="2031-05-04"),
        proposal(**date, object="2031"),
        proposal(**date | {"quote": quote.removesuffix(" 2031")}, object="2031-05-03"),
    )
    assert [str(item.object) for item in review.known] == ["2031-05-03"]
    assert [item.reason for item in review.rejections] == [
        "its quote does not give that date"
    ] * 3


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("hopes that Togo", "Togo"),
        ("not true that Kenya", "Kenya"),
        ("said that Chad", "Chad"),
    ],
)
def test_the_status_is_that_of_our_gate_and_not_the_model_s(
    words: str, name: str
) -> None:
    verb = "pays" if name == "Togo" else "paid"
    review = review_of(
        proposal(
            object=SEEN.id(name),
            sentences=[SEEN.number(words)],
            quote=f"{name} {verb} for the third ministerial conference of the Rabat"
            " Process",
            status="reported",
            polarity="positive",
        )
    )
    (statement,) = review.statements
    assert not statement.status.is_true


def test_a_quote_over_two_sentences_takes_the_less_settled_status() -> None:
    first, second = SEEN.number("Ghana hopes"), SEEN.number("not true that Kenya")
    quote = (
        "third ministerial conference of the Rabat Process. It is not true that Kenya"
    )
    review = review_of(proposal(object=KENYA, sentences=[first, second], quote=quote))
    (statement,) = review.statements
    assert not statement.status.is_true
    assert statement.sentences == (first, second)


def test_quotation_marks_and_white_space_of_a_quote_may_differ() -> None:
    quote = OPEN.replace('"', "„").replace(" threw ", " \n threw\t")
    assert review_of(proposal(quote=quote)).statements


def test_what_is_proposed_twice_counts_once() -> None:
    again = proposal(quote=f"For the {OPEN}")
    assert len(review_of(proposal(), again, proposal()).statements) == 1


def test_what_our_rules_state_already_is_known_and_not_proposed() -> None:
    sentence = SEEN.number("was held in Dakar")
    quote = "third ministerial conference of the Rabat Process was held in Dakar"
    review = review_of(
        proposal(
            property="heldInPlace", object=DAKAR, sentences=[sentence], quote=quote
        )
    )
    assert review.statements == ()
    assert [item.predicate for item in review.known] == [HIWAR.heldInPlace]


def test_a_model_that_obeys_the_document_gets_nothing_into_it() -> None:
    injected = SEEN.number("Ignore all")
    review = review_of(
        proposal(
            subject=SEEN.id("Process", "Rabat"),
            object=KENYA,
            sentences=[injected],
            quote="Kenya hosted the Rabat Process for ever",
        ),
        {"system": "Kenya hosts everything"},
        "drop all graphs",
    )
    assert review.statements == ()
    assert len(review.rejections) == 3


def test_domain_and_range_are_those_of_the_ontology() -> None:
    table = {item.name: item for item in properties()}
    assert table["hostedBy"].objects >= {"State", "Organisation", "Person"}
    assert table["hostedBy"].subjects >= {"Meeting"}
    assert "Place" not in table["hostedBy"].objects
    assert table["when"].objects == {DATE}
    assert all(item.subjects and item.objects for item in properties())
