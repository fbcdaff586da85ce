"""People who met, in whatever order a sentence says who, when and where."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import Fact, State, facts_of, values, whole

HELD = "The ministerial conference of the Rabat Process was held in Dakar in 2019. "


def meetings(facts: list[Fact]) -> set[str]:
    """Return the names of the meetings."""
    return {name for name, predicate, _ in facts if predicate == "meetingKind"}


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Committee on Mobility convened in Suva on 3 June 2014.",
        "The Technical Working Group met in Suva, Fiji, on 3 June 2014 for this.",
        "The TWG reconvened on 3 June 2014 in Suva.",
        "On 3 June 2014 the Steering Committee met in Suva.",
        "Officials of ten states wrapped up talks on visas in Suva on 3 June 2014.",
        "In Suva, officials of ten states held consultations on 3 June 2014.",
        "Ms Ines Other received Mr Omar Sample in Suva on 3 June 2014.",
        "Ms Ines Other was received in Suva on 3 June 2014 by Mr Omar Sample.",
        "During a visit to Suva on 3 June 2014, Ms Ines Other met Mr Omar Sample.",
        "Ms Ines Other met Mr Omar Sample for talks on return in Suva on 3 June 2014.",
        "The ministers of Fiji, Tonga and Nauru, Ann Sample, Ben Other and Cy Third,"
        " met on 3 June 2014 in Suva.",
        "Ten heads of state took part in a mini-summit in Suva on 3 June 2014.",
        "Suva hosted on 3 June 2014 a meeting of labour ministers.",
        "Fiji played host to the annual forum of ministers on 3 June 2014 in Suva.",
        "The regional seminar drew ten experts. It took place in Suva on 3 June 2014.",
        "Ten experts came to Suva for a seminar on visas on 3 June 2014.",
    ],
)
def test_who_met_when_and_where_is_found_in_any_order(text: str, stated: State) -> None:
    facts = stated(text)
    assert len(meetings(facts)) == 1
    assert values(facts).items() >= {
        ("meetingStatus", "meeting-status/held"),
        ("startDate", "2014-06-03"),
        ("heldInPlace", "Suva"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Committee never convened in Suva on 3 June 2014.",
        "The Joint Committee met all the criteria of 3 June 2014.",
        "Ms Ines Other refused to receive Mr Omar Sample in Suva on 3 June 2014.",
        "Had the Technical Working Group met in Suva, little would have changed.",
        "An observer said that Ms Ines Other met Mr Omar Sample in Suva.",
        "Officials will hold talks in Suva on 3 June 2034.",
        "The committee meets in Suva every year.",
    ],
)
def test_who_did_not_meet_or_has_yet_to_meet_held_no_meeting(
    text: str, stated: State
) -> None:
    assert not stated(text, "startDate", "heldInPlace")


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ines Other met Mr Omar Sample to discuss the situation in Suva.",
        "Ms Ines Other met Mr Omar Sample, who was born in Suva.",
        "Ms Ines Other met Mr Omar Sample ahead of the conference in Suva.",
        "Ms Ines Other met Mr Omar Sample after he left the embassy in Suva.",
    ],
)
def test_the_place_of_something_else_is_not_where_they_met(
    text: str, stated: State
) -> None:
    assert not stated(f"{text} They spoke of 2014.", "heldInPlace")


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ines Other received Mr Omar Sample in Suva on Monday.",
        "On Monday, Ms Ines Other met with Mr Omar Sample in Suva.",
        "Ministers from ten states gathered in Suva on Monday for talks on return.",
        "Ms Ines Other left Suva on Monday, where she held talks with Mr Omar Sample.",
        "A workshop on visas opened in Suva on Monday.",
    ],
)
def test_a_weekday_is_counted_from_the_dateline(text: str) -> None:
    reading = read_text(f"4 June 2014\n\n{text} All of them spoke of visas.")
    assert values(facts_of(reading))["startDate"] == "2014-06-02"


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ines Other met Mr Omar Sample, who said on Monday that all was well.",
        "Ms Ines Other will meet Mr Omar Sample on Monday.",
        "Ms Ines Other met Mr Omar Sample before the vote on Monday.",
    ],
)
def test_the_weekday_of_something_else_is_none_of_the_meeting(text: str) -> None:
    reading = read_text(f"4 June 2014\n\n{text} All of them spoke of visas.")
    assert "startDate" not in values(facts_of(reading))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He spoke in the margins of the Transport Affairs Council in Suva.", "other"),
        ("They met ahead of the European Council on 3 June 2014.", "summit"),
        ("It was adopted at the European Council of 3 June 2014.", "summit"),
        ("It was signed after the Cooperation Council on 3 June 2014.", "other"),
    ],
)
def test_a_council_that_sits_is_a_meeting(text: str, kind: str, stated: State) -> None:
    assert values(stated(text))["meetingKind"] == f"meeting-kind/{kind}"


@pytest.mark.parametrize(
    "text",
    [
        "The European Council has a President.",
        "He works at the European Council.",
        "The European Council called for more returns.",
    ],
)
def test_a_council_that_acts_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingKind")


def test_the_items_below_what_was_held_are_meetings_that_were_held(
    stated: State,
) -> None:
    lead = "These meetings of the South American Conference on Migration were held:"
    facts = stated(f"{lead}\n\n- II CSM, Suva, Fiji (2001)\n- III CSM, Lima (2002)")
    assert {name for name, _, _ in facts} >= {"II CSM", "III CSM"}
    held = {value for _, name, value in facts if name == "meetingStatus"}
    assert held == {"meeting-status/held"}
    assert {value for _, name, value in facts if name == "when"} == {"2001", "2002"}


@pytest.mark.parametrize(
    "text",
    [
        "A summit of ministers in Suva opened on 3 June 2014. With the Sixth"
        " Ministerial Consultation of the Colombo Process the chairmanship ended.",
        "Ministers met in Suva on 3 June 2014. They took part in the second edition of"
        " the Ministerial Conference on Return.",
        "Second Ministerial Conference on Return\n\nMinisters from Fiji met in Suva on"
        " 3 June 2014.",
        "Third Regional Conference on Visas Opens in Suva\n\nThe Third Regional"
        " Conference on Visas was held in Suva on 3 June 2014. The regional conference"
        " was well attended.",
    ],
)
def test_two_names_of_one_meeting_are_one(text: str, stated: State) -> None:
    facts = stated(text)
    assert len(meetings(facts)) == 1
    assert values(facts)["startDate"] == "2014-06-03"
    assert "ordinal" in values(facts)


@pytest.mark.parametrize(
    "text",
    [
        "A summit of ministers in Suva opened on 3 June 2014. Since the Sixth"
        " Ministerial Consultation of the Colombo Process much has changed.",
        "A summit of ministers in Suva opened on 3 June 2014. Preparations for the"
        " Sixth Ministerial Consultation of the Colombo Process go on.",
    ],
)
def test_a_meeting_before_or_after_is_another_one(text: str, stated: State) -> None:
    numbered = [name for name, _, _ in stated(text, "ordinal")]
    assert not set(numbered) & {name for name, _, _ in stated(text, "startDate")}


@pytest.mark.parametrize(
    "text",
    [
        "This Forum is a closed meeting for employers.",
        "A partners forum exists too, as does the Suva Partners Forum.",
        "It is the fourth conference in the series.",
        "They spoke for long at this ministerial meeting.",
    ],
)
def test_a_mere_mention_is_no_other_meeting(text: str, stated: State) -> None:
    assert meetings(stated(f"{HELD}{text}")) == {
        "ministerial conference of the Rabat Process"
    }


def test_a_meeting_that_another_one_prepares_is_to_come(stated: State) -> None:
    text = (
        "The Second Preparatory Meeting for the 5th Ministerial Conference of the"
        " Rabat Process was held in Suva on 3 June 2014."
    )
    status = {name: value for name, _, value in stated(text, "meetingStatus")}
    assert {name[:6]: value.rpartition("/")[2] for name, value in status.items()} == {
        "Second": "held",
        "5th Mi": "planned",
    }


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("GFMD 2018 took place in Suva on 3 June.", "2018-06-03"),
        ("The GFMD 2018 took place in Suva.", "2018"),
        ("The Suva Summit 2018 was held from 3 to 5 June.", "2018-06-03/2018-06-05"),
        ("Suva Summit 2018\n\nThe summit was held on 3 June 2018.", "2018-06-03"),
    ],
)  # fmt: skip
def test_a_year_behind_a_name_is_that_of_the_meeting(
    text: str, when: str, stated: State
) -> None:
    assert [value for *_, value in stated(text, "when")] == [when]


def test_the_next_edition_of_a_dialogue_of_two_is_planned(stated: State) -> None:
    text = "The next consular dialogue between Fiji and Peru will be held in Suva."
    assert values(stated(text)).items() >= {
        ("meetingStatus", "meeting-status/planned"),
        ("scheduledIn", "Suva"),
    }


def test_a_planned_meeting_is_not_the_one_before(stated: State) -> None:
    text = (
        "During a meeting in Suva on 3 June 2014 both sides spoke of visas. The meeting"
        " of the Joint Committee will take place in Lima on 12 January 2015."
    )
    assert len(meetings(stated(text))) == 2


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It was held in the Fijian capital, Suva, on 3 June 2014.", "2014-06-03"),
        ("It got under way on 3 June 2014 and will run until 5 June.", "2014-06-03"),
        (
            "It was held from Tuesday 3 June to Thursday 5 June 2014.",
            "2014-06-03/2014-06-05",
        ),
    ],
)
def test_days_are_read_in_many_forms(text: str, when: str, stated: State) -> None:
    named = text.replace("It", "The ministerial conference of the Rabat Process", 1)
    assert [value for *_, value in stated(named, "when")] == [when]


def test_months_between_which_a_meeting_will_be_are_not_its_days(stated: State) -> None:
    text = (
        "The ministerial conference of the Rabat Process will be held between {} 2031."
    )
    assert not stated(text.format("May and July"), "scheduledFor")
    assert stated(text.format("5 and 7 May"), "scheduledFor")


def test_what_opened_here_was_at_the_place_of_the_dateline() -> None:
    text = (
        "Lima, 3 June 2014 - The conference of the Rabat Process opened here today. The"
        " states of the region are at work on the issues that they have in common."
    )
    assert values(whole(text))["heldInPlace"] == "Lima"


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres de l'Intérieur du Pérou et du Chili se sont réunis pour parler"
        " de la migration de travail à Lima le 4 mai 2016.",
        "Los ministros del Interior de Perú y Chile se reunieron para hablar de la"
        " migración laboral en Lima el 4 de mayo de 2016.",
        "Peru och Chiles migrationsministrar träffades för samtal om arbetskraft i Lima"
        " den 4 maj 2016.",
    ],
)
def test_other_languages_say_when_and_where_behind_what_was_spoken_of(
    text: str,
) -> None:
    found = values(whole(text))
    assert (found["startDate"], found["heldInPlace"]) == ("2016-05-04", "Lima")


def test_the_place_of_a_crisis_is_not_where_they_met_in_french() -> None:
    text = (
        "Le ministre Omar Sample a rencontré son homologue chilienne Ines Other pour"
        " parler de la situation des réfugiés à Lima."
    )
    assert "heldInPlace" not in values(whole(text))
