"""Who chairs or attends a meeting, told without a verb, does so when its verb says."""

import pytest

from tests.graph.frames.conftest import State, facts_in

MEETING = "the fourth ministerial conference of the Colombo Process"
DONE = ("hasParticipant", "hostedBy", "presidedBy", "organisedBy")


@pytest.mark.parametrize(
    "text",
    [
        "With the participation of delegates of Chile and Peru, {m} will open in Lima.",
        "The talks at {m}, chaired by Ms Lena Okafor of Peru, will be about visas.",
        "During {m}, hosted by Peru, questions such as visas will be discussed.",
        "At {m}, organised jointly by IOM and ICMPD, experts will present a study.",
        "Under the chairmanship of Peru, {m} will review the plan.",
        "In the presence of the ministers of Chile and Peru, {m} opens on Monday.",
        "In Lima {m}, under the chairmanship of Peru, will end with a declaration.",
        "During {m}, moderated by Ms Lena Okafor of Peru, nobody will speak of war.",
    ],
)
def test_who_is_told_before_the_verb_of_a_plan_has_not_been_there(
    text: str, stated: State
) -> None:
    facts = stated(text.format(m=MEETING))
    assert not [fact for fact in facts if fact[1] in DONE]
    assert not [fact for fact in facts if fact[2].endswith("/held")]


@pytest.mark.parametrize(
    "text",
    [
        "With delegates of Chile attending, {m}, hosted by Peru, opened in Lima.",
        "At {m}, chaired by Peru, the members heard that visas will be free.",
        "At {m}, chaired by Peru, the members agreed on a plan that will be printed.",
        "Following {m}, hosted by Peru, the plan will be printed.",
        "The plan adopted at {m}, hosted by Peru, will be printed.",
    ],
)
def test_what_will_come_of_a_meeting_makes_it_no_plan(text: str, stated: State) -> None:
    assert stated(text.format(m=MEETING), "hostedBy", "presidedBy")


@pytest.mark.parametrize(
    ("language", "planned", "held"),
    [
        (
            "es",
            "Con la participación de Chile y Perú, la cuarta conferencia ministerial "
            "del Proceso de Colombo concluirá con una declaración.",
            "Con la participación de Chile y Perú, la cuarta conferencia ministerial "
            "del Proceso de Colombo concluyó con un plan que se publicará.",
        ),
        (
            "fr",
            "Avec la participation du Ghana et du Mali, la quatrième conférence "
            "ministérielle du Processus de Rabat s'achèvera par une déclaration.",
            "Avec la participation du Ghana et du Mali, la quatrième conférence "
            "ministérielle du Processus de Rabat s'est achevée par un plan.",
        ),
    ],
)
def test_the_verb_decides_in_other_languages_too(
    language: str, planned: str, held: str
) -> None:
    assert ("meetingStatus", "planned") in facts_in(language, planned)
    assert ("meetingStatus", "held") in facts_in(language, held)
