import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import State, objects

CONFERENCE = "ministerial conference of the Rabat Process"
HELD = f"The {CONFERENCE} was held in Dakar on 3 May 2019. "


def test_a_meeting_has_kind_ordinal_process_day_and_place(stated: State) -> None:
    text = (
        "The third Senior Officials Meeting of the Khartoum Process was held in Nairobi"
        " from 3 to 5 May 2019."
    )
    about = {predicate: value for _, predicate, value in stated(text)}
    assert about.items() >= {
        ("meetingKind", "meeting-kind/senior-officials"),
        ("ordinal", "3"),
        ("isMeetingOf", "Khartoum Process"),
        ("meetingStatus", "meeting-status/held"),
        ("when", "2019-05-03/2019-05-05"),
        ("startDate", "2019-05-03"),
        ("endDate", "2019-05-05"),
        ("heldInPlace", "Nairobi"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"Kenya hosted the {CONFERENCE}.", ["Kenya"]),
        (f"{HELD}It was hosted by Senegal and Spain.", ["Senegal", "Spain"]),
        (f"Hosted by the Government of Senegal, the {CONFERENCE} met.", ["Senegal"]),
        (f"{HELD}Senegal was the host of the conference.", ["Senegal"]),
        (f"{HELD}It was held in the capital of Senegal.", []),
        (f"{HELD}Spain hosted a dinner for the ministers.", []),
        (f"{HELD}Kenya hosts refugees from the region.", []),
    ],
)
def test_a_host_is_who_hosts_and_not_whose_capital_it_is(
    text: str, hosts: list[str], stated: State
) -> None:
    assert objects(stated(text, "hostedBy")) == hosts


@pytest.mark.parametrize(
    ("text", "organisers"),
    [
        ("IOM organised the regional workshop on return in Tunis.", ["IOM"]),
        (
            "The thematic meeting of the Rabat Process was organised by IOM and"
            " Tunisia.",
            ["IOM", "Tunisia"],
        ),
        (
            "In cooperation with IOM, the Government of Fiji hosts a thematic"
            " meeting on visas in Suva.",
            ["IOM", "Fiji"],
        ),
    ],
)
def test_organisers_are_kept_apart_from_hosts(
    text: str, organisers: list[str], stated: State
) -> None:
    assert objects(stated(text, "organisedBy")) == organisers


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (f"Italy chaired the {CONFERENCE}.", ["Italy"]),
        (f"The {CONFERENCE} was chaired by Mr Omar Sample.", ["Omar Sample"]),
        (
            f"The {CONFERENCE} was co-chaired by Spain and Senegal.",
            ["Spain", "Senegal"],
        ),
        (f"Spain and Senegal co-chaired the {CONFERENCE}.", ["Spain", "Senegal"]),
    ],
)
def test_a_chair_and_co_chairs_preside(
    text: str, chairs: list[str], stated: State
) -> None:
    assert objects(stated(text, "presidedBy")) == chairs


@pytest.mark.parametrize(
    "told",
    [
        "Senegal, the Gambia, IOM and Spain took part.",
        "Representatives of Senegal, the Gambia, IOM and Spain took part.",
        "It was attended by Senegal, the Gambia, IOM, and Spain.",
        "The following took part: Senegal, the Gambia, IOM and Spain.",
        "Present were Senegal, the Gambia, IOM and Spain.",
        "The following took part:\n\n• Senegal\n• the Gambia\n• IOM\n• Spain",
        "The following took part:\n\n- Senegal, the Gambia\n- IOM; Spain",
    ],
)
def test_participants_are_read_from_sentences_and_lists(
    told: str, stated: State
) -> None:
    facts = stated(HELD + told, "hasParticipant", "participationRole")
    found = [value for _, predicate, value in facts if predicate == "hasParticipant"]
    assert [name.removeprefix("the ") for name in found] == [
        "Senegal",
        "Gambia",
        "IOM",
        "Spain",
    ]
    roles = [value for _, predicate, value in facts if predicate != "hasParticipant"]
    assert roles == ["participation-role/participant"] * 4


def test_a_member_of_the_process_is_no_participant(stated: State) -> None:
    text = HELD + "The Rabat Process counts among its members Mali and Niger."
    assert stated(text, "hasParticipant") == []
    assert objects(stated(text, "hasMember")) == ["Mali", "Niger"]


@pytest.mark.parametrize("mark", ["¹", "[1]"])
def test_a_footnote_lists_who_took_part(mark: str, stated: State) -> None:
    text = (
        f"Ministers from 3 countries{mark} met at the {CONFERENCE} in Dakar.\n\n"
        f"{mark} Senegal, Mali, and France. A list of all members is on the website."
    )
    found = stated(text, "hasParticipant")
    assert objects(found) == ["Senegal", "Mali", "France"]


@pytest.mark.parametrize(("count", "is_reported"), [(3, False), (4, True), (2, True)])
def test_a_footnote_of_another_length_than_counted_is_reported(
    count: int, is_reported: bool
) -> None:
    reading = read_text(
        f"The ministers of {count} countries¹ met at the {CONFERENCE} in Dakar.\n\n"
        "¹ Senegal, Mali, and France."
    )
    reasons = [item.reason for item in reading.refusals]
    expected = [f"the text counts {count} states and lists 3"] if is_reported else []
    assert reasons == expected


def test_a_footnote_of_a_sentence_without_a_meeting_lists_no_participants(
    stated: State,
) -> None:
    text = f"{HELD}The fund is for 3 countries¹ of the region.\n\n¹ Mali, Niger, Chad."
    assert stated(text, "hasParticipant") == []


def test_who_is_expected_did_not_come(stated: State) -> None:
    text = (
        f"The {CONFERENCE} will be held in Dakar on 3 May 2019. Senegal, Mali and IOM"
        " are expected to attend the conference."
    )
    assert objects(stated(text, "expectedParticipant")) == ["Senegal", "Mali", "IOM"]
    assert stated(text, "hasParticipant", "startDate", "when", "heldInPlace") == []
    planned = {predicate: value for _, predicate, value in stated(text)}
    assert planned["meetingStatus"] == "meeting-status/planned"
    assert (planned["scheduledFor"], planned["scheduledIn"]) == ("2019-05-03", "Dakar")


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_meeting_that_did_not_take_place_has_only_a_plan(
    status: str, stated: State
) -> None:
    text = f"The {CONFERENCE} in Dakar on 3 May 2019 was {status}."
    about = {predicate: value for _, predicate, value in stated(text)}
    assert about["meetingStatus"] == f"meeting-status/{status}"
    assert not about.keys() & {"when", "startDate", "heldInPlace"}


def test_the_date_of_publication_is_not_that_of_the_meeting(stated: State) -> None:
    text = f"10 May 2019\n\nThe {CONFERENCE} was held in Dakar."
    assert stated(text, "when", "startDate", "scheduledFor") == []
    assert read_text(text).source.published == "2019-05-10"


def test_a_day_and_a_place_stay_with_the_meeting_they_stand_beside(
    stated: State,
) -> None:
    text = (
        f"{HELD}It builds on the Regional Forum on Visas in West Africa in June 2019,"
        " and on the Regional Workshop on Training organised by IOM in Suva."
    )
    found = [
        (name.split()[1], predicate, value)
        for name, predicate, value in stated(text, "when", "heldInPlace")
    ]
    assert found[2:] == [
        ("Forum", "when", "2019-06"),
        ("Workshop", "heldInPlace", "Suva"),
    ]


@pytest.mark.parametrize(
    ("told", "scheduled"),
    [
        ("The last one was held in May 2022.", ["2025-04-09"]),
        ("The last one was held in May 2019.", ["XXXX-04-09"]),
        ("The last one was held in the city.", ["XXXX-04-09"]),
        ("The next one is held in May 2022.", ["XXXX-04-09"]),
    ],
)
def test_a_year_is_filled_in_only_where_one_is_left(
    told: str, scheduled: list[str], stated: State
) -> None:
    text = f"The {CONFERENCE} takes place in Dakar on Wednesday, April 9. {told}"
    assert objects(stated(text, "scheduledFor"))[:1] == scheduled


def test_two_ordinals_are_two_meetings(stated: State) -> None:
    text = (
        "The second ministerial conference of the Rabat Process was held in Paris in"
        " 2008. The third ministerial conference of the Rabat Process was held in Dakar"
        " in 2011."
    )
    ordinals = {(name, value) for name, _, value in stated(text, "ordinal")}
    places = {(name, value) for name, _, value in stated(text, "heldInPlace")}
    second, third = f"second {CONFERENCE}", f"third {CONFERENCE}"
    assert ordinals == {(second, "2"), (third, "3")}
    assert places == {(second, "Paris"), (third, "Dakar")}


@pytest.mark.parametrize(
    "name",
    [
        "seventh ministerial consultative meeting of the Rabat Process",
        "fifteenth round of the Kenyan-Malian consular consultations",
        "third Rabat Process Ministerial Committee meeting",
    ],
)
def test_a_phrase_with_two_heads_names_one_meeting(name: str) -> None:
    told = f"Kenya and Mali held the {name} in Nairobi on 4 May 2021."
    assert [m["name"] for m in record(read_text(told))["meetings"]] == [name]


def test_an_acronym_with_a_number_is_the_meeting_of_that_number(
    stated: State,
) -> None:
    told = (
        "The 14th Meeting of the Nile Visa Parties (NVP14) opened in Lima on 3 May "
        "2021. The previous meeting, NVP13, took place in Quito. NVP14 was attended "
        "by ministers from Kenya."
    )
    places = {(name, place) for name, _, place in stated(told, "heldInPlace")}
    assert {place for _, place in places} == {"Lima", "Quito"}
    assert len({name for name, _, _ in stated(told, "meetingStatus")}) == 2


def test_nothing_was_done_yet_at_a_meeting_that_is_called_upcoming(
    stated: State,
) -> None:
    told = (
        "Ministers spoke of the upcoming Ministerial Conference of the Rabat Process. "
        "After the meeting Mr Omar Sample, Minister of Labour of Kenya, said that he "
        "had invited them."
    )
    assert stated(told, "hasParticipant") == []
    assert stated(told, "meetingStatus") == []
