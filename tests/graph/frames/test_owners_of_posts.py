"""For whom a post is held, by who led, came, signed or opened, and by its own kind."""

import pytest

from tests.graph.frames.conftest import State

TALKS = "The fourth ministerial meeting of the Colombo Process was held in Dhaka."
MINISTER = "Minister for Labour"


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary for Trade, Jan Exempel, and the Minister for Labour, Ana"
        " Sample, led the delegation of Ghana.",
        "The Minister for Labour, Ana Sample, headed the Ghana delegation there.",
        "Secretary Jan Exempel led the Ghanaian delegation, alongside the Minister for"
        " Labour, Ana Sample.",
        "Representing Ghana at the table were the Minister for Labour, Ana Sample, and"
        " the Secretary for Trade, Jan Exempel.",
        "The Minister for Labour, Ana Sample, who led the negotiations on the Ghanaian"
        " side, was content.",
        "The Minister for Labour, Ana Sample, who attended for Ghana, was content.",
        "The Minister for Labour, Ana Sample, took part for Ghana.",
    ],
)
def test_who_leads_or_attends_for_a_state_holds_a_post_of_it(
    text: str, stated: State
) -> None:
    owners = {o for s, _, o in stated(f"{TALKS} {text}", "postFor") if s == MINISTER}
    assert owners in ({"Ghana"}, {"Ghanaian"})


@pytest.mark.parametrize(
    "text",
    [
        "The Minister for Labour, Ana Sample, would have led the Ghana delegation.",
        "The Minister for Labour, Ana Sample, did not lead the delegation of Ghana.",
        "The Minister for Labour, Ana Sample, met Ghana's delegation there.",
        "The Minister for Labour, Ana Sample, led the talks with the Ghanaian side.",
        "The Minister for Labour, Ana Sample, led Ghana's delegation's guests out.",
        "Nobody was there to attend for Ghana, the Minister for Labour, Ana Sample,"
        " said.",
        "If representing Ghana were the Minister for Labour, Ana Sample, all would"
        " know it.",
    ],
)
def test_who_does_not_lead_or_attend_for_a_state_holds_no_post_of_it(
    text: str, stated: State
) -> None:
    facts = stated(f"{TALKS} {text}", "postFor")
    assert MINISTER not in {subject for subject, _, _ in facts}


def test_who_opens_a_meeting_is_of_the_state_in_which_it_is(stated: State) -> None:
    text = (
        f"{TALKS} Bangladesh was content. It was opened by the {MINISTER}, Ana Sample."
    )
    assert stated(text, "postFor") == [(MINISTER, "postFor", "Bangladesh")]


@pytest.mark.parametrize(
    "text",
    [
        # a guest of another state
        f"{TALKS} Bangladesh thanked the {MINISTER}, Ana Sample.",
        # no minister at all
        f"{TALKS} Bangladesh was content. It was opened by the Director, Ana Sample.",
        # not opened
        f"{TALKS} Bangladesh knows that it was not opened by the {MINISTER}, Ana"
        " Sample.",
        # the state is not named
        f"{TALKS} It was opened by the {MINISTER}, Ana Sample.",
    ],
)
def test_a_venue_alone_ties_nobody_to_its_state(text: str, stated: State) -> None:
    assert stated(text, "postFor") == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Britain took part. Home Secretary Ana Sample spoke.", "Britain"),
        (
            "Germany and Chad met. Federal Minister of Health Ana Sample spoke.",
            "Germany",
        ),
        (
            "The US took part. Secretary of Homeland Security Ana Sample spoke.",
            "United States",
        ),
    ],
)
def test_a_post_that_only_some_states_have_is_of_the_one_named(
    text: str, owner: str, stated: State
) -> None:
    assert [o for _, _, o in stated(f"{TALKS} {text}", "postFor")] == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "Chad took part. Home Secretary Ana Sample spoke.",
        "Germany and Austria met. Federal Minister of Health Ana Sample spoke.",
        "India and the United Kingdom met. Home Secretary Ana Sample spoke.",
    ],
)
def test_a_post_that_several_states_named_have_is_of_none(
    text: str, stated: State
) -> None:
    assert stated(f"{TALKS} {text}", "postFor") == []
