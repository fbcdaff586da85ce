"""What a text only seems to state, kind by kind, beside what it does state."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, objects

CONFERENCE = "ministerial conference of the Rabat Process"
HELD = f"The {CONFERENCE} was held in Dakar on 3 May 2019. "


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            f"Ghana, with the support of IOM and ICMPD, hosted the {CONFERENCE}.",
            "Ghana",
        ),
        (f"Peru, together with Chile, hosted the {CONFERENCE}.", "Peru, Chile"),
        (f"The region, supported by IOM and ICMPD, hosted the {CONFERENCE}.", ""),
        (f"The city, with help from Togo, hosted the {CONFERENCE}.", ""),
        (f"Ghana and Togo hosted the {CONFERENCE}.", "Ghana, Togo"),
    ],
)
def test_who_only_helps_is_no_host(text: str, hosts: str, stated: State) -> None:
    assert ", ".join(objects(stated(text, "hostedBy"))) == hosts


def test_who_pays_for_a_workshop_does_not_organise_it(stated: State) -> None:
    text = "Togo, with funding from IOM, organised the regional workshop on return."
    assert "IOM" not in objects(stated(text, "organisedBy"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ms Ines Other, Chair-in-Office of the Rabat Process, spoke.",
            "Office of the",
        ),
        ("They recalled the 2014 and 2017 Ministerial Declarations.", "Ministerial"),
        ("All the states are eager to promote regional dialogue.", "regional dialogue"),
        ("The envoys of the Rabat Process Member States (RPMS) came.", "Member States"),
        ("Officers of the Kenyan Ministry of Health and IOM spoke.", "and IOM"),
    ],
)
def test_part_of_a_phrase_is_no_name(text: str, name: str) -> None:
    reading = read_text(f"{HELD}\n\n{text}")
    labels = [
        str(item.object)
        for item in reading.statements
        if str(item.predicate).endswith("abel")
    ]
    assert not [label for label in labels if name in label]


@pytest.mark.parametrize(
    "text",
    [
        "The last of five workshops preceding the {0} was held in Porto on 4 May 2018.",
        "Porto, 4-5 May 2018: The workshops leading up to the {0} were held in Porto.",
    ],
)
def test_a_meeting_that_others_lead_to_has_not_their_day_and_place(
    text: str, stated: State
) -> None:
    facts = stated(text.format(CONFERENCE), "heldInPlace", "startDate", "when")
    assert facts == []


def test_a_meeting_to_which_others_lead_has_its_own_day(stated: State) -> None:
    text = f"Talks were held ahead of the {CONFERENCE} slated for 4 May 2031 in Porto."
    assert objects(stated(text, "scheduledFor")) == ["2031-05-04"]


def test_whom_a_meeting_is_meant_for_did_not_take_part(stated: State) -> None:
    text = (
        "The meeting will be prepared with care. The wanted profiles of the"
        " participants are:\n\n- Officers of the Ministry of Health of Kenya\n- Mali"
    )
    assert stated(f"The workshop on return.\n\n{text}", "hasParticipant") == []


def test_a_statement_on_a_meeting_was_not_adopted_there(stated: State) -> None:
    title = "Joint statement of Mali and Kenya on the {0} held on 3 May 2019 in Dakar"
    assert stated(title.format(CONFERENCE), "adoptedAt") == []


def test_a_list_of_places_is_told_once(stated: State) -> None:
    text = "The states of the Rabat Process have met in Porto (2015) and Dakar (2017)."
    assert len(stated(text, "when")) == 2


def test_a_line_that_begins_with_a_numeric_day_is_part_of_the_text(
    stated: State,
) -> None:
    text = f"08-11-2016, Porto: Kenya and Mali took part in the {CONFERENCE}."
    assert objects(stated(text, "hasParticipant")) == ["Kenya", "Mali"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (f"The Kenyan Government hosted the {CONFERENCE}.", "Kenya"),
        (f"The {CONFERENCE} was hosted by the Malian authorities.", "Mali"),
        (f"The Kenyan Government never hosted the {CONFERENCE}.", ""),
        (f"Kenyan families hosted guests of the {CONFERENCE}.", ""),
    ],
)
def test_a_government_hosts_for_its_state(text: str, host: str, stated: State) -> None:
    assert ", ".join(objects(stated(text, "hostedBy"))) == host


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It was attended by the steering group – Kenya, Mali and IOM – and Togo.", 4),
        ("Many states of the coast took part - Kenya, Mali and Togo.", 3),
        ("It was not attended by the steering group – Kenya, Mali and IOM.", 0),
        ("It was attended by few – Kenya, Mali and Togo had urged others to stay.", 0),
    ],
)
def test_participants_may_be_set_off_by_dashes(
    text: str, count: int, stated: State
) -> None:
    assert len(stated(HELD + text, "hasParticipant")) == count


def test_members_may_be_told_in_two_groups(stated: State) -> None:
    text = (
        "The Rabat Process was set up in 2006. It comprises two small coastal states"
        " — Togo and Benin; and three large inland states — Mali, Niger and Chad."
    )
    members = objects(stated(text, "hasMember"))
    assert members == ["Togo", "Benin", "Mali", "Niger", "Chad"]
    other = "The Rabat Process includes work in two coastal states: Togo and Benin."
    assert stated(other, "hasMember") == []


def test_the_chair_passes_between_governments(stated: State) -> None:
    text = "The chairmanship of the Rabat Process passed from the {0} in May 2019."
    told = text.format("Malian Government to the Kenyan Government")
    assert len(stated(told, "chairs")) == 2
    planned = told.replace("passed", "is to be transferred")
    assert stated(planned, "chairs") == []


def test_a_label_belongs_to_the_process_of_its_heading(stated: State) -> None:
    text = "The Rabat Process is old.\n\nKhartoum Process\n\nCurrent Chair: Mali"
    assert stated(text, "chairs") == [("Mali", "chairs", "Khartoum Process")]


@pytest.mark.parametrize(
    "text",
    [
        "A fictional Kenya agreed to open its borders to all.",
        f"In the novel, Kenya hosted the {CONFERENCE} in Nairobi.",
        f"Kenya and Mali took part in the {CONFERENCE} in a film.",
    ],
)
def test_fiction_states_nothing(text: str, stated: State) -> None:
    assert stated(text, "hostedBy", "hasParticipant", "committedBy") == []


def test_the_day_of_an_adoption_at_a_meeting_is_that_of_the_meeting(
    stated: State,
) -> None:
    text = f"The Porto Declaration was adopted at the {CONFERENCE} on 3 May 2019."
    assert objects(stated(text, "startDate")) == ["2019-05-03"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mali and Togo are members of the Dialogue on Skills for the Coast.",
            "Dialogue on Skills for the Coast",
        ),
        (
            "The Western Network on Seasonal Work is an informal network of states."
            " Its members are Mali and Togo.",
            "Western Network on Seasonal Work",
        ),
        (
            "Mali and Togo came to the Forum on Trade. Its members are Mali and Togo.",
            "",
        ),
    ],
)
def test_a_phrase_names_a_process_where_members_are_told(
    text: str, name: str, stated: State
) -> None:
    assert {fact[0] for fact in stated(text, "hasMember")} == (
        {name} if name else set()
    )


@pytest.mark.parametrize(
    "text",
    [
        "The regional dialogue on work at sea started in May 2003.",
        "The Rabat Process is an informal regional forum on migration.",
        "Mr Omar Sample, Chair of the senior officials meeting, spoke in the morning.",
    ],
)
def test_what_lasts_is_no_meeting_that_was_held(text: str, stated: State) -> None:
    told = ("meetingStatus", "startDate", "scheduledFor")
    assert stated(f"{HELD}{text}", *told) == stated(HELD, *told)


def test_observers_of_a_process_did_not_take_part_in_a_meeting(stated: State) -> None:
    text = "It has the following observer organisations: IOM and ICMPD."
    facts = stated(f"{HELD}\n\nThe Rabat Process is old. {text}")
    assert [fact for fact in facts if fact[1] == "hasParticipant"] == []
    assert [fact[2] for fact in facts if fact[1] == "hasObserver"] == ["IOM", "ICMPD"]


def test_a_person_is_no_part_of_a_ministry(stated: State) -> None:
    text = "The Secretary of the Ministry of Labour of Kenya Omar Sample spoke."
    reading = read_text(f"{HELD}\n\n{text}")
    assert not [i for i in reading.statements if "Kenya Omar" in str(i.object)]


def test_a_headline_tells_of_a_meeting_by_number(stated: State) -> None:
    text = "Benin Hosts Ninth Ministerial Conference of the Rabat Process"
    facts = stated(text, "ordinal", "hostedBy")
    assert [value for _, _, value in facts] == ["9", "Benin"]


@pytest.mark.parametrize("beside", ["on the sidelines of", "as part of", "alongside"])
def test_who_hosts_beside_another_meeting_does_not_host_that(
    beside: str, stated: State
) -> None:
    text = f"It was hosted by Togo {beside} the World Harvest Summit in Dakar."
    assert stated(HELD + text, "hostedBy") == [(CONFERENCE, "hostedBy", "Togo")]
