"""For which state a post is held, where its own words do not say so."""

import pytest

from tests.graph.frames.conftest import State

TALKS = "The fourth ministerial meeting of the Colombo Process was held in Dhaka."


def test_a_delegation_ties_its_leader_to_its_state(stated: State) -> None:
    text = (
        f"{TALKS} Kenya's delegation, led by the Minister for Labour, Ana Sample, came."
    )
    assert ("Minister for Labour", "postFor", "Kenya") in stated(text, "postFor")


def test_a_post_that_serves_another_is_for_its_state(stated: State) -> None:
    text = (
        "The Vice President of Ghana, Ama Sample, and the Chief Adviser to the Vice"
        " President, Kofi Exempel, spoke."
    )
    assert stated(text, "postFor") == [
        ("Vice President", "postFor", "Ghana"),
        ("Chief Adviser to the Vice President", "postFor", "Ghana"),
    ]


@pytest.mark.parametrize(
    "sign",
    [
        "Ghana and our regional partners agreed.",
        "Ghana looks forward to the talks.",
        "Ghana is keen to help.\n\nSee: http://www.mint.gov.gh/",
        "Ghana took part.\n\nURL: http://www.mint.gov.gh/news",
        "Ghana took part.\n\nAccra, 3 May 2021",
    ],
)
def test_a_text_of_one_government_means_its_own_minister(
    sign: str, stated: State
) -> None:
    text = f"The Minister for Foreign Affairs, Ana Sample, travels to the talks. {sign}"
    assert stated(text, "postFor") == [
        ("Minister for Foreign Affairs", "postFor", "Ghana")
    ]


@pytest.mark.parametrize(
    "text",
    [
        # nothing says whose text it is
        "The Minister for Labour, Ana Sample, met officials of Ghana and Kenya.",
        # two states look forward
        "The Minister for Labour, Ana Sample, spoke. Ghana looks forward to the talks."
        " Kenya looks forward to the talks.",
        # the state whose minister is named with it is not the text's own
        "The Kenyan Minister of Health, Jan Exempel, and the Minister for Labour, Ana"
        " Sample, spoke. Kenya looks forward to the talks.",
        # a title alone can be anybody's
        "Minister Sample spoke. Ghana looks forward to the talks.",
        # a president can be another state's
        "President Sample spoke. Ghana looks forward to the talks.",
        # two governments, one page
        "The Minister for Labour, Ana Sample, spoke in Ghana and in Kenya.\n\n"
        "URL: http://www.labour.gov.gh http://www.labour.go.ke/",
        # somebody else said it
        "The Minister for Labour, Ana Sample, spoke. “Ghana looks forward to the talks"
        " and to what the states will do there,” an observer said.",
        # not led
        f"{TALKS} Kenya's delegation was not led by the Minister for Labour,"
        " Ana Sample.",
    ],
)
def test_a_post_is_for_no_state_where_that_is_not_sure(
    text: str, stated: State
) -> None:
    owners = {object_ for _, _, object_ in stated(text, "postFor")}
    posts = {subject for subject, _, _ in stated(text, "postFor")}
    assert "Minister for Labour" not in posts
    assert owners <= {"Kenyan", "Kenya"}


def test_an_incoming_minister_holds_no_post_yet(stated: State) -> None:
    text = "Incoming Minister of Health of Ghana Ana Sample spoke."
    assert stated(text, "holdsPost") == []
    assert stated(text, "holdsPost", true=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana was represented by its Minister for Labour, Ana Sample.",
        "Ghana, which holds the chair, was represented by its Minister for"
        " Labour, Ana Sample.",
        "For Ghana there came Ana Sample, Minister for Labour.",
        "On the Ghanaian side, the Minister for Labour, Ana Sample, took the floor.",
        "From Ghana came the Minister for Labour, Ana Sample.",
        "At the head of the Ghanaian delegation was Ana Sample, Minister for Labour.",
        "Heading the delegation of Ghana was the Minister for Labour, Ana Sample.",
        "The delegation from Ghana included the Minister for Labour, Ana Sample.",
        "The Minister for Labour, Ana Sample, led that of Ghana.",
        "The Minister for Labour, Ana Sample, signed for Ghana.",
        "Ghana dispatched its Minister for Labour, Ana Sample.",
        "Ghana (Minister for Labour Ana Sample) and Togo spoke.",
    ],
)
def test_who_comes_for_a_state_holds_a_post_of_it(text: str, stated: State) -> None:
    assert stated(f"{TALKS} {text}", "postFor") == [
        ("Minister for Labour", "postFor", "Ghana")
    ] or stated(f"{TALKS} {text}", "postFor") == [
        ("Minister for Labour", "postFor", "Ghanaian")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana was not represented by its Minister for Labour, Ana Sample.",
        "For Ghana, the Minister for Labour, Ana Sample, would be too far away.",
        "Ghana should have sent its Minister for Labour, Ana Sample.",
        "From Ghana to Togo and back went the Minister for Labour, Ana Sample.",
        "For Ghana and for Togo the Minister for Labour, Ana Sample, had praise.",
        "An observer said that on the Ghanaian side the Minister for Labour, Ana"
        " Sample, took the floor.",
    ],
)
def test_who_does_not_come_for_a_state_holds_no_post_of_it(
    text: str, stated: State
) -> None:
    assert stated(f"{TALKS} {text}", "postFor") == []


def test_posts_and_names_in_two_lists_go_by_their_order(stated: State) -> None:
    text = "The interior ministers of Ghana, Mali and Togo, {}, met in Accra."
    three = "Ana Sample, Jan Exempel and Eva Muster"
    owners = [owner for _, _, owner in stated(text.format(three), "postFor")]
    assert owners == ["Ghana", "Mali", "Togo"]
    for names in ("Ana Sample and Jan Exempel", f"Ida Prov, {three}"):
        assert stated(text.format(names), "postFor") == []


def test_a_post_that_only_one_body_has_is_of_the_body_named(stated: State) -> None:
    text = "Home Affairs Commissioner Ana Sample spoke in Accra{}."
    there = stated(text.format(" for the first time since the EU joined"), "postFor")
    assert there == [("Home Affairs Commissioner", "postFor", "EU")]
    assert stated(text.format(""), "postFor") == []
