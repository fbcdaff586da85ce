"""What is about a meeting, comes long after it, or is done by others in one's stead."""

import pytest

from tests.graph.frames.conftest import State, facts_in

MEETING = "third ministerial conference of the Colombo Process"
HELD = f"The {MEETING} was held in Lima on 4 May 2011."
TOLD = {"startDate", "when", "heldInPlace", "scheduledFor", "scheduledIn"}


@pytest.mark.parametrize(
    "thing",
    [
        "A book on the {} appeared",
        "A protest against the {} took place",
        "The press conference on the {} was held",
        "A reception for delegates to the {} was given",
        "The tenth anniversary of the {} was celebrated",
        "The decision to hold the {} was taken",
        "The results of the {} were presented",
        "The bus to the {} was stopped",
    ],
)
def test_a_thing_about_a_meeting_has_its_own_day_and_place(
    stated: State, thing: str
) -> None:
    told = stated(f"{thing.format(MEETING)} in Quito on 4 May 2019.")
    assert TOLD.isdisjoint(fact[1] for fact in told)


@pytest.mark.parametrize(
    "thing",
    ["A protest against the {} took place", "A film about the {} was shown"],
)
def test_a_thing_about_a_meeting_does_not_say_that_it_was_held(
    stated: State, thing: str
) -> None:
    text = f"{thing.format(MEETING)} in Quito on 4 May 2019."
    assert stated(text, "meetingStatus") == []


@pytest.mark.parametrize(
    "part",
    [
        "The {} took place",
        "The opening of the {} took place",
        "The second day of the {} was held",
        "A film about the {}, held",
    ],
)
def test_a_part_of_a_meeting_has_its_day_and_place(stated: State, part: str) -> None:
    told = stated(f"{part.format(MEETING)} in Quito on 4 May 2019, drew a crowd.")
    assert {"startDate", "heldInPlace"} <= {fact[1] for fact in told}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "sv",
            "En utställning om det tredje ministermötet inom Colomboprocessen"
            " öppnade i Quito den 3 maj 2019.",
        ),
        (
            "es",
            "Una exposición sobre la tercera conferencia ministerial del Proceso de"
            " Colombo se inauguró en Quito el 4 de mayo de 2019.",
        ),
        (
            "fr",
            "Une exposition sur la troisième conférence ministérielle du Processus de"
            " Colombo s'est tenue à Quito le 4 mai 2019.",
        ),
        ("ar", "أقيم معرض عن الاجتماع الوزاري الثالث لعملية كولومبو في كيتو."),
    ],
)
def test_a_thing_about_a_meeting_is_not_the_meeting_in_other_languages(
    language: str, text: str
) -> None:
    assert TOLD.isdisjoint(name for name, _ in facts_in(language, text))


@pytest.mark.parametrize(
    "text",
    [
        f"On 4 May 2019, a month after the {MEETING}, Nepal published a plan.",
        f"Two years after the {MEETING}, the ministers adopted a plan.",
        f"Long before the {MEETING}, the ministers agreed to train border guards.",
    ],
)
def test_what_was_done_long_after_a_meeting_was_not_done_there(
    stated: State, text: str
) -> None:
    assert stated(text, "adoptedAt", "committedAt", "startDate") == []


@pytest.mark.parametrize(
    "beside",
    [
        ", two years after the second ministerial conference of the Colombo Process",
        ", after the second ministerial conference of the Colombo Process in Quito",
    ],
)
def test_it_is_the_meeting_and_not_one_that_only_says_when(
    stated: State, beside: str
) -> None:
    text = f"{HELD[:-1]}{beside}. It adopted the Lima Declaration."
    assert [fact[2] for fact in stated(text, "adoptedAt")] == [MEETING]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Instead of Nepal, Fiji chaired the {}.", {"Fiji"}),
        ("Fiji stood in for Nepal as chair of the {}.", set()),
        ("Nepal and Fiji hosted the {}.", {"Nepal", "Fiji"}),
    ],
)
def test_those_in_whose_stead_others_act_do_nothing(
    stated: State, text: str, present: set[str]
) -> None:
    told = stated(text.format(MEETING), "presidedBy", "hostedBy")
    assert {fact[2] for fact in told} == present


@pytest.mark.parametrize(
    "who", ["All member states but Nepal", "All states except Nepal and Chile"]
)
def test_those_left_out_of_all_were_not_there(stated: State, who: str) -> None:
    assert stated(f"{HELD} {who} took part.", "hasParticipant") == []


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("Peru, a member of the Colombo Process, hosted a workshop", 0),
        ("Peru hosted a workshop of the Colombo Process", 1),
    ],
)
def test_a_workshop_of_a_member_is_not_that_of_the_process(
    stated: State, host: str, number: int
) -> None:
    text = f"{host} on visas in Lima on 4 May 2012."
    assert len(stated(text, "isMeetingOf")) == number


@pytest.mark.parametrize(
    "text",
    [
        f"Students re-enacted the {MEETING} in Lima on 4 May 2019.",
        f"In a satirical article, the {MEETING} was held in Lima on 1 April 2019.",
    ],
)
def test_a_meeting_that_was_only_played_was_not_held(stated: State, text: str) -> None:
    assert stated(text, "meetingStatus", "startDate", "heldInPlace") == []


def test_who_agrees_to_disagree_undertakes_nothing(stated: State) -> None:
    text = "The ministers of the Colombo Process met in Lima on 4 May 2012 and agreed"
    assert stated(f"{text} to disagree on border controls.", "committedAt") == []
    assert stated(f"{text} to disrupt migrant smuggling.", "committedAt") != []


def test_what_two_agreed_under_a_plan_of_a_meeting_was_not_agreed_there(
    stated: State,
) -> None:
    text = "{}Kenya and Nepal have agreed to train border guards {}."
    plan = f"as part of the Lima Plan agreed to at the recent {MEETING}"
    assert stated(text.format("", plan), "committedAt") == []
    there = text.format(f"At the {MEETING}, ", "under the Lima Plan")
    assert len(stated(there, "committedAt")) == 1
