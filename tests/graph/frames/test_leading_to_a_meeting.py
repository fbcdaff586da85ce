"""What stands beside a meeting to come, or beside a person, and is told of another."""

import pytest

from tests.graph.frames.conftest import State, facts_in, whole

PREPARED = """Senior officials of the Rabat Process met in Madrid on 20 October 2022 \
to prepare the 6th Ministerial Conference of the Rabat Process.

The Senior Officials' Meeting paved the way for the 6th Rabat Process Ministerial \
Conference, to take place on 13 and 14 December 2022 in Cádiz, Spain."""


def test_who_met_to_prepare_a_conference_did_not_hold_it() -> None:
    facts = whole(PREPARED)
    told = {(p, v) for s, p, v in facts if s.startswith("6th Ministerial")}
    assert ("meetingStatus", "meeting-status/planned") in told
    assert ("scheduledFor", "2022-12-13/2022-12-14") in told
    assert not [p for p, _ in told if p in ("when", "heldInPlace")]
    assert [v for _, p, v in facts if p == "heldInPlace"] == ["Madrid"]


def test_what_is_told_of_a_meeting_for_which_others_prepare_is_told_of_it(
    stated: State,
) -> None:
    text = (
        "Preparations for the third ministerial conference of the Colombo Process, "
        "hosted by Peru in Lima, are in full swing."
    )
    facts = stated(text, "hostedBy", true=False)
    assert [value for _, _, value in facts] == ["Peru"]


def test_what_was_done_before_a_plan_was_not_done_at_what_is_planned() -> None:
    facts = whole(
        "Representatives from Peru, Chile and Fiji joined senior officials to launch a "
        "plan on migration.\n\nThese countries will continue their work at the third "
        "ministerial conference of the Colombo Process in Lima on 6 October 2031."
    )
    assert not [fact for fact in facts if fact[1] in ("hasParticipant", "when")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The fourth meeting of the ministers of the Group (Greece, Spain, Cyprus) "
            "was held in Paphos on 7 October 2022.",
        ),
        (
            "es",
            "La cuarta reunión de ministros (Grecia, España, Chipre) se celebró en "
            "Pafos el 7 de octubre de 2022.",
        ),
        (
            "fr",
            "La quatrième réunion des ministres (Grèce, Espagne, Chypre) s'est tenue à "
            "Paphos le 7 octobre 2022.",
        ),
    ],
)
def test_no_meeting_was_in_the_first_of_those_who_met(language: str, text: str) -> None:
    states = {v for p, v in facts_in(language, text) if p == "heldInState"}
    assert states <= {"CYP", "Cyprus", "Chipre", "Chypre"}


@pytest.mark.parametrize(
    "text",
    [
        "Speaking for IGAD Executive Secretary, Dr Ana Sample noted the progress.",
        "On behalf of the Minister of Interior of Kenya, Ms Ana Sample spoke.",
        "Ana Sample, Director of Asylum at the Ministry of Interior of Peru with the "
        "Director of Visas at IOM, Mr Jan Example, spoke.",
    ],
)
def test_nobody_holds_the_post_of_who_is_named_beside(text: str, stated: State) -> None:
    wrong = ("Executive Secretary", "Minister of Interior", "Director of Visas")
    posts = [value for s, _, value in stated(text, "holdsPost") if s == "Ana Sample"]
    assert not [post for post in posts if any(name in post for name in wrong)]


def test_a_dash_leads_from_a_post_to_its_holder_and_not_to_the_next(
    stated: State,
) -> None:
    facts = stated(
        "It was opened by the Director of Refugees of IGAD-Ms Ana Sample, the Regional "
        "Director of UNHCR-Mr Jan Example, and the Director of Visas, Ms Eva Trial.",
        "holdsPost",
    )
    assert {(who, post) for who, _, post in facts} == {
        ("Ana Sample", "Director of Refugees"),
        ("Jan Example", "Regional Director"),
        ("Eva Trial", "Director of Visas"),
    }


def test_groups_that_go_on_being_chaired_are_no_meeting(stated: State) -> None:
    facts = stated(
        "The third ministerial conference of the Colombo Process was held in Lima. "
        "Ministers agreed that the Ad Hoc Groups would continue, for now, to be "
        "chaired by Nepal and Fiji."
    )
    assert not [fact for fact in facts if fact[1] == "presidedBy"]


def test_the_member_countries_of_states_are_these_states(stated: State) -> None:
    facts = stated(
        "The third ministerial conference of the Colombo Process took place in Lima "
        "with the participation of the member countries of Belize, Chile and Peru.",
        "hasParticipant",
    )
    assert {value for _, _, value in facts} == {"Belize", "Chile", "Peru"}


def test_a_chair_is_not_handed_over_at_a_meeting_of_which_a_plan_tells_later() -> None:
    facts = whole(
        "On 21 March 2017 the chairmanship of the Rabat Process passed from Mali to "
        "Belgium.\n\nA plan will be adopted at the 5th Ministerial Conference of the "
        "Rabat Process in early 2018."
    )
    assert "handedOverTo" in {name for _, name, _ in facts}
    assert "handedOverAt" not in {name for _, name, _ in facts}


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("had the honour to co-chair", "held"),
        ("had the privilege of co-chairing", "held"),
        ("will have the honour to co-chair", "planned"),
    ],
)
def test_who_had_the_honour_to_chair_a_meeting_chaired_it(
    verb: str, status: str, stated: State
) -> None:
    name = "third ministerial conference of the Colombo Process"
    text = f"Nepal and Fiji {verb} the {name}."
    told = {(p, v) for _, p, v in stated(text)}
    assert ("meetingStatus", f"meeting-status/{status}") in told
    assert (("presidedBy", "Nepal") in told) is (status == "held")


@pytest.mark.parametrize(
    ("when", "met"),
    [("", True), (" on Friday", False), (" next week", False), (" on 4 May", False)],
)
def test_those_who_are_meeting_meet_unless_a_day_to_come_is_told(
    when: str, met: bool, stated: State
) -> None:
    text = f"Ministers from Kenya and Uganda are meeting in Nairobi{when} for talks."
    assert bool(stated(text, "heldInPlace")) is met


def test_who_met_one_and_then_another_met_twice_and_where_is_no_party() -> None:
    facts = whole(
        "While in Panama, Ana Sample, the Homeland Security Advisor, met with "
        "President Juan Example. They discussed irregular migration.\n\n"
        "While in Colombia, Sample met with Foreign Minister Eva Trial to discuss the "
        "smuggling of migrants."
    )
    came = {(s, v) for s, p, v in facts if p == "hasParticipant"}
    assert came == {
        ("meeting of Ana Sample and Juan Example", "Ana Sample"),
        ("meeting of Ana Sample and Juan Example", "Juan Example"),
        ("meeting of Ana Sample and Eva Trial", "Ana Sample"),
        ("meeting of Ana Sample and Eva Trial", "Eva Trial"),
    }


@pytest.mark.parametrize(
    "plan",
    [
        "The ministers thanked Costa Rica for the offer to host the sixth ministerial "
        "conference of the Rabat Process in 2001.",
        "The offer of Costa Rica to host the sixth ministerial conference of the Rabat "
        "Process in 2001 was accepted.",
    ],
)
def test_what_is_told_after_a_plan_was_not_at_what_is_planned(
    plan: str, stated: State
) -> None:
    facts = stated(
        f"The fifth ministerial conference of the Rabat Process was held in Lima.\n\n"
        f"{plan} The ministers expressed their satisfaction with the participation, as "
        "observers, of Kenya and Uganda."
    )
    came = {(s, v) for s, p, v in facts if p == "hasParticipant"}
    fifth = "fifth ministerial conference of the Rabat Process"
    assert came == {(fifth, "Kenya"), (fifth, "Uganda")}


@pytest.mark.parametrize("close", ['"', '."', ',"'])
def test_a_name_in_quotation_marks_may_hold_the_stop_behind_it(
    close: str, stated: State
) -> None:
    facts = stated(
        "The fifth ministerial conference of the Rabat Process was held in Lima. "
        'They adopted the "Declaration of the Ministers on the Strengthening of the '
        f"Rabat Process{close}"
    )
    assert [s for s, p, _ in facts if p == "adoptedAt"] == [
        "Declaration of the Ministers on the Strengthening of the Rabat Process"
    ]
