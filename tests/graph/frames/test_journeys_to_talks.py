"""Who went somewhere to meet somebody, and who acted in talks that they held."""

import pytest

from tests.graph.frames.conftest import State, values

MET = {
    ("meetingStatus", "meeting-status/held"),
    ("startDate", "2014-06-03"),
    ("heldInPlace", "Suva"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omar Sample flew to Suva on 3 June 2014 for talks with Minister"
        " Ines Other.",
        "On 3 June 2014, Minister Omar Sample travelled to Suva to meet with Minister"
        " Ines Other.",
        "Minister Omar Sample led a delegation to Suva on 3 June 2014 for meetings"
        " with Minister Ines Other.",
        "Minister Omar Sample was in Suva on 3 June 2014 to hold talks with Minister"
        " Ines Other.",
        "Minister Omar Sample paid a working visit to Suva on 3 June 2014 and held"
        " consultations with Minister Ines Other.",
        "A Chilean delegation led by Omar Sample, Director of Migration, arrived in"
        " Suva on 3 June 2014 for a meeting with Minister Ines Other.",
        "During talks in Suva on 3 June 2014, Minister Omar Sample and Minister Ines"
        " Other stressed the need for help.",
        "In talks held in Suva on 3 June 2014, Minister Omar Sample and Minister Ines"
        " Other agreed to share data.",
        "Minister Omar Sample and His Excellency Ines Other, in a meeting on 3 June"
        " 2014 in Suva, discussed visas.",
        "Meeting in Suva on 3 June 2014, Minister Omar Sample and Minister Ines Other"
        " agreed to share data.",
    ],
)
def test_who_went_to_meet_or_acted_in_talks_met(text: str, stated: State) -> None:
    facts = values(stated(text))
    assert facts.items() >= MET
    people = {o for _, p, o in stated(text) if p == "hasParticipant"}
    assert {"Omar Sample", "Ines Other"} <= people


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omar Sample planned to fly to Suva on 3 June 2014 for talks with"
        " Minister Ines Other.",
        "Minister Omar Sample did not travel to Suva on 3 June 2014 to meet with"
        " Minister Ines Other.",
        "Minister Omar Sample was in Suva on 3 June 2014 to meet with students from"
        " Peru.",
        "Minister Omar Sample went to Suva on 3 June 2014 to meet demands from Peru.",
        "Minister Omar Sample travelled to Suva on 3 June 2014 for talks on visas.",
        "Before talks in Suva on 3 June 2014, Minister Omar Sample and Minister Ines"
        " Other agreed to speak to the press.",
        "A guest said that in talks held in Suva on 3 June 2014, Minister Omar Sample"
        " and Minister Ines Other agreed to share data.",
    ],
)
def test_who_only_meant_to_go_or_met_no_official_held_no_meeting(
    text: str, stated: State
) -> None:
    assert ("meetingStatus", "meeting-status/held") not in values(stated(text)).items()


def test_a_meeting_of_sides_is_that_of_the_states_named(stated: State) -> None:
    text = "A tripartite meeting of Chile, Peru and Fiji was held in Suva in 2014."
    assert {o for _, p, o in stated(text) if p == "hasParticipant"} == {
        "Chile",
        "Peru",
        "Fiji",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omar Sample visited Fiji. In Suva he held talks with Minister Ines"
        " Other on 3 June 2014.",
        "Minister Omar Sample visited Fiji. On 3 June 2014 he was received in Suva by"
        " Minister Ines Other.",
        "Minister Omar Sample concluded a visit to Suva on 3 June 2014, during which he"
        " met Minister Ines Other.",
        "Minister Omar Sample and Minister Ines Other discussed visas during a meeting"
        " in Suva on 3 June 2014.",
        "The meeting between Minister Omar Sample and Minister Ines Other, which was"
        " held in Suva on 3 June 2014, focused on visas.",
        "Present at the meeting, held on 3 June 2014 in Suva, were Minister Omar Sample"
        " and Minister Ines Other.",
    ],
)
def test_who_met_is_told_behind_where_they_were(text: str, stated: State) -> None:
    facts = stated(text)
    assert values(facts).items() >= MET
    people = {o for _, p, o in facts if p == "hasParticipant"}
    assert {"Omar Sample", "Ines Other"} <= people


def test_officials_of_two_adjectives_bring_their_states(stated: State) -> None:
    text = "Chilean and Fijian visa officials held a meeting in Suva on 3 June 2014."
    assert {o for _, p, o in stated(text) if p == "hasParticipant"} == {"Chile", "Fiji"}
    text = "Chilean and Fijian workers held a meeting in Suva on 3 June 2014."
    assert not {o for _, p, o in stated(text) if p == "hasParticipant"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Omar Sample visited Fiji. In Suva he will meet Minister Ines Other on"
        " 3 June 2034.",
        "Minister Omar Sample and Minister Ines Other discussed plans to be agreed at a"
        " meeting in Suva on 3 June 2034.",
        "Minister Omar Sample concluded a visit to Suva on 3 June 2014, during which he"
        " met migrants from Chile.",
    ],
)
def test_who_will_meet_or_met_others_did_not_meet(text: str, stated: State) -> None:
    assert ("meetingStatus", "meeting-status/held") not in values(stated(text)).items()
