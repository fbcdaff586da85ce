"""Who stayed away, and who met before, was not at the meeting that a text is about."""

import pytest

from tests.graph.frames.conftest import State, facts_in, stated_in


def test_who_stayed_away_behind_a_semicolon_did_not_take_part() -> None:
    text = (
        "La XII Conferencia Sudamericana sobre Migraciones se celebró en Lima el 12 de"
        " octubre de 2021. Asistieron Argentina y Uruguay; Colombia se ausentó."
    )
    came = {value for said, value in facts_in("es", text) if said == "hasParticipant"}
    assert came == {"Argentina", "Uruguay"}


@pytest.mark.parametrize(
    "had", ["had already met", "had been held", "had last convened"]
)
def test_who_had_met_before_was_not_there(had: str, stated: State) -> None:
    text = (
        "The steering committee of the Khartoum Process met in Cairo on 4 March 2020."
        f" The working party on data {had} in Tunis in January 2020 with the"
        " participation of Chad and Libya."
    )
    facts = stated(text, "hasParticipant")
    assert not {who for name, _, who in facts if "Cairo" in name}


def test_the_meeting_behind_one_without_a_name_is_that_one(stated: State) -> None:
    text = (
        "The foreign ministers of Chile, Peru and Fiji met in Lima on 3 May 2011."
        "\n\nMinister Ana Example of Kenya was at the meeting."
        "\n\nA donors' conference is planned for 2034."
    )
    facts = stated(text, "hasParticipant")
    (name,) = {name for name, _, who in facts if who == "Ana Example"}
    assert "Chile" in name


def test_what_would_have_been_liked_is_no_settled_meeting(stated: State) -> None:
    text = (
        "Malta would have liked Italy to host a ministerial conference of the Rabat"
        " Process in Rome on 1 July 2024, but Italy declined."
    )
    assert not stated(text, "hostedBy", "startDate", "heldInPlace", "hasParticipant")


def test_a_summit_is_of_those_who_met_right_before_and_not_of_the_meeting_above(
    stated: State,
) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held in Lima."
        " Its chair is Chile. In May 2011 heads of state of Kenya and Mali met in Suva."
        " Their summit adopted a plan of action on data."
    )
    ((_, _, meeting),) = stated(text, "adoptedAt")
    assert "Suva" in meeting


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        (
            "en",
            "At the meeting, held on 20 November 2024, Ecuador and Peru took part.",
            "The South American Conference on Migration held its 28th meeting in Buenos"
            " Aires on 5 and 6 October 2024.",
        ),
        (
            "es",
            "En la reunión, celebrada el 20 de noviembre de 2024, participaron Ecuador"
            " y Perú.",
            "La Conferencia Suramericana sobre Migraciones celebró su XXVIII reunión en"
            " Buenos Aires los días 5 y 6 de octubre de 2024.",
        ),
    ],
)
def test_the_meeting_of_one_day_is_not_that_of_another_day_named_behind_it(
    language: str, first: str, then: str
) -> None:
    facts = stated_in(language, f"{first} {then}")
    named = {name for name, said, _ in facts if said == "isMeetingOf"}
    came = {name for name, said, _ in facts if said == "hasParticipant"}
    assert named
    assert came
    assert named.isdisjoint(came)
    assert {value for name, said, value in facts if said == "startDate"} == {
        "2024-11-20",
        "2024-10-05",
    }


@pytest.mark.parametrize(
    "bid",
    [
        "wishes to host",
        "would like to host",
        "would have liked Mali to host",
        "hoped to hold",
        "would have hosted",
        "is keen to host",
    ],
)
def test_who_would_like_to_host_a_meeting_sets_no_day_for_it(
    bid: str, stated: State
) -> None:
    text = (
        f"Niger {bid} the third ministerial conference of the Rabat Process in Niamey"
        " on 5 October 2034."
    )
    assert not stated(text, "scheduledFor", "scheduledIn", "meetingStatus", "hostedBy")


@pytest.mark.parametrize(
    "lead", ["On the eve of", "The day before", "Ahead of", "In the run-up to"]
)
def test_where_people_gathered_before_a_meeting_is_not_where_it_was(
    lead: str, stated: State
) -> None:
    text = (
        f"{lead} the conference, demonstrators from Mali and Senegal gathered in Rabat."
        " Ministers from 20 countries attended the fifth ministerial conference of the"
        " Rabat Process in Marrakech on 2 May 2018."
    )
    ((_, _, place),) = stated(text, "heldInPlace")
    assert place == "Marrakech"
