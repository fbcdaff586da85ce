"""Talks of two that are to come, and for whom those hold their posts who are met."""

import pytest

from tests.graph.frames.conftest import State, facts_in, who

HOST = "The Minister for Immigration of Australia, Ana Sample,"
GUEST = "the Indonesian Minister for Law, Omar Other,"
ASSISTANT = "Deputy Minister for Labour Eva Modell"
LETTERHEAD = "Ministry of Immigration of Australia\n\n"


@pytest.mark.parametrize(
    "verb",
    [
        "will meet",
        "will meet with",
        "is to hold talks with",
        "is due to hold bilateral talks with",
    ],
)
def test_two_who_will_meet_are_expected(verb: str, stated: State) -> None:
    facts = stated(f"{HOST} {verb} {GUEST} in Jakarta on 3 March 2031.")
    met = "meeting of Ana Sample and Omar Other in Jakarta"
    assert {
        (met, "meetingStatus", "meeting-status/planned"),
        (met, "scheduledFor", "2031-03-03"),
        (met, "expectedParticipant", "Ana Sample"),
        (met, "expectedParticipant", "Omar Other"),
    } <= set(facts)
    assert not who(facts)


@pytest.mark.parametrize(
    "text",
    [
        f"{HOST} will not meet {GUEST} in Jakarta on 3 March 2031.",
        f"{HOST} would have liked to meet {GUEST} in Jakarta on 3 March 2031.",
        f"If she travels, {HOST} will meet {GUEST} in Jakarta on 3 March 2031.",
        f"{HOST} will meet her critics in Jakarta on 3 March 2031.",
        f"{HOST} will meet the deadline set by Chile on 3 March 2031.",
        f"{HOST} will meet {GUEST} in court on 3 March 2031.",
    ],
)
def test_two_who_may_never_meet_are_not_expected(text: str, stated: State) -> None:
    assert not stated(text, "expectedParticipant", "hasParticipant", "meetingStatus")


def test_a_counterpart_named_by_a_post_holds_it_for_the_other_state(
    stated: State,
) -> None:
    facts = stated(
        f"{HOST} met her Indonesian counterpart, the Minister for Law and Human Rights,"
        " Mr Omar Other, in Jakarta."
    )
    assert ("Minister for Law and Human Rights", "postFor", "Indonesia") in facts


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (f"{HOST} will meet with {ASSISTANT} in Dili.", {"Australia"}),
        (f"{HOST} welcomed the law. {ASSISTANT} spoke.", {"Australia"}),
    ],
)
def test_whom_a_minister_meets_is_not_of_the_government_whose_text_it_is(
    text: str, states: set[str], stated: State
) -> None:
    facts = stated(LETTERHEAD + text, "postFor")
    own = [fact for fact in facts if fact[0] == "Deputy Minister for Labour"]
    assert bool(own) is ("meet" not in text)
    assert {value for *_, value in facts} == states


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "La ministra de Migración de Chile, Ana Sample, se reunió con el ministro"
            " de Trabajo, Omar Other, y habló de visados.",
        ),
        (
            "fr",
            "La ministre de la Migration du Mali, Ana Sample, a rencontré le ministre"
            " du Travail, Omar Other, et a parlé des visas.",
        ),
    ],
)
def test_whom_a_minister_meets_is_of_no_told_state_in_other_languages(
    language: str, text: str
) -> None:
    owners = [value for said, value in facts_in(language, text) if said == "postFor"]
    assert len(owners) == 1


def test_those_who_will_meet_once_are_not_to_meet_twice(stated: State) -> None:
    text = "Ministers of Peru and Chile will meet in Lima on 3 March 2031."
    assert len(stated(text, "meetingStatus")) == 1


@pytest.mark.parametrize("verb", ["will meet", "met"])
def test_what_two_met_to_discuss_is_their_topic(verb: str, stated: State) -> None:
    facts = stated(
        f"{HOST} {verb} {GUEST} in Jakarta to discuss the return of migrants.",
        "focusOf",
    )
    assert {value for *_, value in facts} == {
        "meeting of Ana Sample and Omar Other in Jakarta"
    }


@pytest.mark.parametrize(
    "name",
    [
        "informal meeting of EU home affairs ministers",
        "meeting of African Union leaders",
        "summit of EU leaders",
    ],
)
def test_a_meeting_is_named_by_those_of_a_body_who_met(
    name: str, stated: State
) -> None:
    facts = stated(f"The {name} was held in Oslo on 3 March 2021.", "meetingStatus")
    assert facts == [(name, "meetingStatus", "meeting-status/held")]
