"""Who came to a meeting, in the many ways in which texts list those who came."""

import pytest

from tests.graph.frames.conftest import State, who

HELD = "The ministerial conference of the Rabat Process was held in Dakar in May 2019. "
TO_COME = "The ministerial conference of the Rabat Process will be held in Dakar. "


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("It was attended by ministers from Kenya, Mali and Chad, as well as"
         " representatives of IOM and observers from Norway.",
         {"Kenya", "Mali", "Chad", "IOM", "Norway"}),
        ("It was attended by officials of the Bali Process Steering Group – Fiji and"
         " Peru – and of Chad, the country most affected.", {"Fiji", "Peru", "Chad"}),
        ("Twelve member states attended: Kenya (Chair), Mali, (Vice Chair) Chad and"
         " Peru.", {"Kenya", "Mali", "Chad", "Peru"}),
        ("The meeting gathered 54 people from 23 states, the European Commission and"
         " 3 agencies.", {"European Commission"}),
        ("Participants also included experts from Kenya, IOM, civil society and the"
         " private sector.", {"Kenya", "IOM"}),
        ("The conference also welcomed representatives of Peru and Fiji.",
         {"Peru", "Fiji"}),
        ("Peru's Minister of Labour and its Secretary of State for Trade took part as"
         " well.", {"Peru"}),
        ("The British and Kenyan delegations agreed on a date.",
         {"United Kingdom", "Kenya"}),
        ("It was attended by ministers from Kenya and criticised by officials of Mali.",
         {"Kenya"}),
        ("It was not attended by ministers from Kenya or experts of Mali.", set()),
        ("Peru's Minister of Interior criticised those who took part.", set()),
        ("The conference welcomed Peru's decision and Kenya's plans.", set()),
        ("The ministers were joined by Commissioner Ana Sample and by IOM.",
         {"Ana Sample", "IOM"}),
        ("Peru sent its Minister, and UNHCR sent observers.", {"Peru", "UNHCR"}),
        ("It was held under the co-chairmanship of Kenya and Peru.", {"Kenya", "Peru"}),
        ("Peru sent experts to Kenya. Kenya sent a letter.", set()),
        ("The ministers were not joined by Commissioner Ana Sample.", set()),
        ("It is open to ministers from Kenya, Mali and Chad.", set()),
    ],
)  # fmt: skip
def test_those_listed_as_present_took_part_and_nobody_else(
    text: str, came: set[str], stated: State
) -> None:
    assert who(stated(HELD + text)) == came


def test_agencies_of_a_body_are_not_the_body_and_the_others_are_expected(
    stated: State,
) -> None:
    text = f"{TO_COME}Representatives of Peru, IOM and UN agencies will also attend."
    assert who(stated(text), "expectedParticipant") == {"Peru", "IOM"}
    assert not who(stated(text))


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Ms Ana Sample, Minister of Labour of Chile, received a delegation from Peru"
         " led by Mr Omar Other. The meeting lasted two days.",
         {"Ana Sample", "Omar Other", "Chile", "Peru"}),
        ("Mr Omar Other, Minister of Interior of Peru, met with Ms Ana Sample.",
         {"Omar Other", "Ana Sample", "Peru"}),
        ("The Presidents of Chile and Peru issued a text. Chile and Peru spoke of trade"
         " when their meeting in Lima ended on 4 May 2011.", {"Chile", "Peru"}),
        ("Officials from Mali and Chad held two days of talks in Dakar. The Malian side"
         " was led by Minister Ana Sample, the Chadian side by Mr Omar Other.",
         {"Mali", "Chad", "Ana Sample", "Omar Other"}),
        ("Ms Ana Sample, Minister of Labour of Chile, visited Tunis on 4 April 2016,"
         " where she met her Tunisian counterpart, Mr Omar Other.",
         {"Ana Sample", "Omar Other", "Tunisia", "Chile"}),
        ("The Minister for Migration of Sweden, Eva Sample, hosted her Nordic"
         " colleagues in Stockholm on 20 November 2013.", {"Eva Sample", "Sweden"}),
        ("Delegates from 12 countries, including Mali and Chad, convened in Dakar in"
         " May 2020.", {"Mali", "Chad"}),
        ("Talks between Mali and Chad on return opened in Dakar.", {"Mali", "Chad"}),
        ("Hopes were that the talks between Mali and Chad opened doors.", set()),
        ("The minister said that Mali and Chad held talks in Dakar.", set()),
        ("Kenya held 30 days of training in Nairobi.", set()),
        ("Kenya met Mali in the final. The crowd was happy.", set()),
        ("Ms Ana Sample will receive a delegation from Peru.", set()),
        ("Ms Ana Sample did not receive a delegation from Peru.", set()),
        ("Ms Ana Sample received a letter from Peru.", set()),
    ],
)  # fmt: skip
def test_people_who_met_make_a_meeting_where_no_noun_names_one(
    text: str, came: set[str], stated: State
) -> None:
    assert who(stated(text)) == came


def test_a_meeting_shifted_behind_a_colon_has_its_new_days_only(stated: State) -> None:
    facts = stated(
        "The third ministerial conference of the Rabat Process will not be held on 4"
        " May, as was planned: it has been shifted to 9 June 2031. The venue is still"
        " Dakar."
    )
    assert who(facts, "scheduledFor") == {"2031-06-09"}
    assert who(facts, "scheduledIn") == {"Dakar"}
    assert who(facts, "meetingStatus") == {"meeting-status/planned"}


def test_officials_who_met_and_their_meeting_named_by_kind_are_one(
    stated: State,
) -> None:
    facts = stated(
        "On 3 May 2019, senior officials of both continents met in Nairobi. At the"
        " Senior Officials Meeting (SOM) they restated their aims."
    )
    assert len({subject for subject, said, _ in facts if said == "meetingKind"}) == 1
    assert who(facts, "startDate") == {"2019-05-03"}


@pytest.mark.parametrize("day", ["", " yesterday", " today", " on Tuesday"])
def test_a_day_word_does_not_make_two_meetings_of_one(stated: State, day: str) -> None:
    facts = stated(
        f"Ministers of Kenya and Chad met in Nairobi{day} for the third ministerial"
        " conference of the Rabat Process."
    )
    assert {subject for subject, said, _ in facts if said == "hasParticipant"} == {
        "third ministerial conference of the Rabat Process"
    }


def test_a_french_list_repeats_its_preposition(stated: State) -> None:
    facts = stated(
        "Les ministres de la Hongrie, de la Serbie, du Mali et de la Tunisie se sont"
        " réunis à Vienne pour la conférence ministérielle du Processus de Rabat."
    )
    assert len(who(facts)) == 4


MET = (
    "The Interior Minister of Peru, Ines Other{}, met the Minister of Justice of Chile,"
    " Omar Sample, in Lima on 4 May 2019.{}"
)
BRANDT = "Deputy Minister of Labour Tomas Brandt"


@pytest.mark.parametrize(
    ("beside", "behind"),
    [
        (f", accompanied by {BRANDT}", ""),
        ("", f" Minister Other was accompanied by {BRANDT}."),
    ],
)
def test_who_accompanied_a_minister_came_too_and_is_of_that_state(
    beside: str, behind: str, stated: State
) -> None:
    facts = stated(MET.format(beside, behind))
    assert {"Ines Other", "Omar Sample", "Tomas Brandt"} <= who(facts)
    assert ("Deputy Minister of Labour", "postFor", "Peru") in facts


@pytest.mark.parametrize(
    ("whom", "state"),
    [
        ("the Spanish Minister Tomas Brandt", "Spain"),
        ("Tomas Brandt, Director General of the IOM", None),
        ("Ambassador Tomas Brandt", None),
        ("Minister of Interior Tomas Brandt", None),
    ],
)
def test_who_accompanied_a_minister_may_be_of_elsewhere(
    whom: str, state: str | None, stated: State
) -> None:
    facts = stated(MET.format("", f" Ms Other was accompanied by {whom}."))
    owners = [value for _, said, value in facts if said == "postFor"]
    assert owners.count("Peru") == 1
    assert state is None or state in owners


@pytest.mark.parametrize(
    ("told", "came"),
    [("this second meeting of the Rabat Process", {"Kenya"}), ("this 8th RCP", set())],
)
def test_who_joined_them_for_another_meeting_was_not_at_the_first(
    told: str, came: set[str], stated: State
) -> None:
    facts = stated(
        "Those who took part in the fifth meeting of the Khartoum Process were joined"
        f" for {told} by delegates from Kenya.",
        "hasParticipant",
    )
    assert who(facts) == came
    assert "fifth meeting of the Khartoum Process" not in {fact[0] for fact in facts}


@pytest.mark.parametrize("company", ["", f", accompanied by {BRANDT},"])
def test_who_went_elsewhere_was_not_at_the_meeting(company: str, stated: State) -> None:
    text = (
        f"{HELD}Ms Ines Other, accompanied by {BRANDT}, attended the opening of {{}}."
    )
    assert not who(stated(text.format("a school"), "hasParticipant"))
    assert "Ines Other" in who(stated(text.format("the meeting"), "hasParticipant"))
