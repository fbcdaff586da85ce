"""Who stands beside a meeting and took no part in it; what was only meant to be."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The {} was held in Lima on 4 May 2019. "
NAME = "third ministerial conference of the Rabat Process"


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's critics attended the meeting.",
        "Fiji's diaspora attended the meeting.",
        "Protesters from Fiji gathered outside the meeting.",
        "The meeting was attended by protesters from Fiji and Nepal.",
        "The meeting was attended by journalists from Fiji and Nepal.",
        "Delegates from all member states except Fiji and Nepal attended.",
        "Fiji recalled its envoy before the meeting.",
        "Ana Sample, who was Minister of Labour of Fiji until 2011, attended.",
        "Ana Sample, candidate for President of Fiji, attended the meeting.",
        "Ana Sample, son of the late President of Fiji, opened the meeting.",
        "Ana Sample, who is married to the Minister of Labour of Fiji, opened it.",
        "The project is implemented with the participation of Fiji and Nepal.",
        "The project has grown. It was led by Fiji.",
        "From the Fijian side, several trucks gathered at the border.",
        "Five states were present (Fiji, Nepal, Chile, Togo and Mali) at the founding.",
        "Fiji took part in the war, Nepal in another one.",
        "Fiji sent a large delegation of athletes.",
        "Earlier, the Fijian Minister Ana Sample briefed senior officials in Suva.",
    ],
)
def test_whoever_is_only_spoken_of_took_no_part(text: str, stated: State) -> None:
    assert not stated(HELD.format(NAME) + text, "hasParticipant")


@pytest.mark.parametrize(
    "text",
    [
        "Chile is organising the {} in Lima in January 2024.",
        "Chile is convening the {} in Lima on 4 May 2024.",
        "Chile is also co-hosting the {} in Lima on 4 May 2024.",
        "Chile wanted to chair the {}.",
        "Chile hoped to chair the {}.",
        "Chile agreed to chair the {}.",
        "Chile called the {} useless.",
        "Chile called the {} a success.",
        "Ahead of the {} in Lima on 4 May 2026, ministers met in Suva on 2 May 2025.",
    ],
)
def test_a_meeting_meant_or_spoken_of_was_not_held(text: str, stated: State) -> None:
    facts = stated(text.format(NAME), "meetingStatus", "presidedBy", "organisedBy")
    held = {(name, value.rpartition("/")[2]) for name, _, value in facts}
    assert (NAME, "held") not in held
    assert not [fact for fact in facts if fact[1] == "presidedBy"]


def test_a_video_conference_is_how_people_met(stated: State) -> None:
    text = f"The {NAME} was held through a video conference on 4 May 2019."
    facts = stated(text, "startDate")
    assert facts == [(NAME, "startDate", "2019-05-04")]


def test_where_only_outsiders_met_no_meeting_was_held(stated: State) -> None:
    told = "Tourists from Chile and Ecuador met in Lima on 4 May 2011."
    assert stated(told, "meetingStatus") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Also in the Kenyan delegation were Ms Ana Sample and Mr Jan Exempel.",
        "Other members of the Kenyan delegation were Ms Ana Sample and Mr Jan Exempel.",
        "Sitting across from him was Ms Ana Sample, together with Mr Jan Exempel.",
        "Across the table sat Ms Ana Sample and Mr Jan Exempel.",
    ],
)
def test_those_in_a_delegation_and_across_the_table_took_part(
    sentence: str, stated: State
) -> None:
    text = f"The third ministerial conference of the Rabat Process was held. {sentence}"
    there = {name for _, _, name in stated(text, "hasParticipant")}
    assert {"Ana Sample", "Jan Exempel"} <= there


@pytest.mark.parametrize(
    "sentence",
    [
        "Not in the Kenyan delegation were Ms Ana Sample and Mr Jan Exempel.",
        "Former members of the Kenyan delegation were Ms Ana Sample and Mr Jan Ex.",
        "Sitting across from him should have been Ms Ana Sample.",
    ],
)
def test_those_missing_from_a_delegation_did_not_take_part(
    sentence: str, stated: State
) -> None:
    text = f"The third ministerial conference of the Rabat Process was held. {sentence}"
    there = {name for _, _, name in stated(text, "hasParticipant")}
    assert there.isdisjoint({"Ana Sample", "Jan Exempel"})
