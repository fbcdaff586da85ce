"""Who was at a meeting, told in ways that no list and no verb of attending shows."""

import pytest

from tests.graph.frames.conftest import State, who

HELD = "The ministerial conference of the Rabat Process was held in Dakar in May 2019. "
TO_COME = "The ministerial conference of the Rabat Process will be held in Dakar. "
MINISTERS = "Ms Ana Sample, Minister of Labour of Peru, and Mr Omar Tester of Chad"


@pytest.mark.parametrize(
    ("text", "said", "actors"),
    [
        (f"It was co-chaired on 4 May by {MINISTERS}.", "presidedBy",
         {"Ana Sample", "Omar Tester"}),
        ("It was attended this year by Chad and Peru.", "hasParticipant",
         {"Chad", "Peru"}),
        ("It was chaired for the first time by Fiji.", "presidedBy", {"Fiji"}),
        ("The conference was hosted this week in Dakar by Senegal.", "hostedBy",
         {"Senegal"}),
        ("The conference was opened on Tuesday by Ms Ana Sample.", "hasParticipant",
         {"Ana Sample"}),
        ("The conference was not opened on Tuesday by Ms Ana Sample.", "hasParticipant",
         set()),
        ("It should have been co-chaired on 4 May by Chad.", "presidedBy", set()),
        ("The forum was hosted by AU members in rotation.", "hostedBy", set()),
    ],
)  # fmt: skip
def test_a_day_or_a_place_may_stand_before_those_by_whom_it_was_done(
    text: str, said: str, actors: set[str], stated: State
) -> None:
    assert who(stated(HELD + text), said) == actors


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Officials of Fiji were joined for the two days by delegates from UNHCR and"
         " Peru, and by Chad as a partner.", {"Fiji", "UNHCR", "Peru", "Chad"}),
        ("With them were the World Bank and UNHCR.", {"World Bank", "UNHCR"}),
        ("All four countries were present: Chad and Mali from the southern shore, Fiji"
         " and Peru from the northern one.", {"Chad", "Mali", "Fiji", "Peru"}),
        ("Delegations from 12 countries attended, as did IOM, its Global Office for"
         " Migration Data (GOMD) and UNHCR.", {"IOM", "UNHCR"}),
        ("The opening session heard Mr Omar Tester, Director of Labour of Chad; and"
         " Ms Ana Sample of Peru.", {"Omar Tester", "Ana Sample", "Chad", "Peru"}),
        ("Chad told of its training; Peru spoke about alternatives to detention.",
         {"Chad", "Peru"}),
        ("Ms Ana Sample, Minister of Labour of Peru, is heading the five-member"
         " visiting team.", {"Ana Sample", "Peru"}),
        ("Ms Ana Sample and Mr Omar Tester are representing the host, Senegal.",
         {"Ana Sample", "Omar Tester", "Senegal"}),
        ("“We are glad to be among friends,” said Ms Ana Sample at the opening of the"
         " conference.", {"Ana Sample"}),
        ("Norway came as an observer, as did UNHCR.", {"Norway", "UNHCR"}),
        ("Experts from IOM and Fiji facilitated the discussions.", {"IOM", "Fiji"}),
        ("Nobody heard Mr Omar Tester, Director of Labour of Chad.", set()),
        ("The conference heard that Mr Omar Tester was ill.", set()),
        ("With them the World Bank and UNHCR would have been of use.", set()),
        ("Ms Ana Sample, who headed the national team of swimmers, sent her regards.",
         set()),
    ],
)  # fmt: skip
def test_those_who_were_heard_or_stood_for_somebody_took_part(
    text: str, came: set[str], stated: State
) -> None:
    found = who(stated(HELD + text))
    assert came <= found
    assert bool(found) == bool(came)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegations are due from Chad, Mali and Fiji.", {"Chad", "Mali", "Fiji"}),
        ("Officials from the member states of ECOWAS and from Chad will discuss visas.",
         {"ECOWAS", "Chad"}),
        ("Delegates of Chad, UNHCR and several UN agencies will also attend.",
         {"Chad", "UNHCR"}),
        ("Speakers at the opening event will also include Ms Ana Sample, Minister of"
         " Labour; and Mr Omar Tester.", {"Ana Sample", "Omar Tester"}),
        ("Together with his Chadian counterpart Ana Sample, Interior Minister Omar"
         " Tester will open the conference.", {"Ana Sample", "Omar Tester", "Chad"}),
        ("Ms Ana Sample will chair the conference together with Mr Omar Tester.",
         {"Ana Sample", "Omar Tester"}),
        ("Delegates of Chad will attend. Senegal will chair the conference.",
         {"Chad", "Senegal"}),
        ("Senegal will chair the conference.", set()),
        ("Delegations are not due from Chad, Mali and Fiji.", set()),
        ("Experts from Chad will discuss a study of birds.", set()),
        ("Loans are due from Chad, Mali and Fiji.", set()),
    ],
)  # fmt: skip
def test_who_is_to_speak_or_to_preside_with_others_is_expected(
    text: str, expected: set[str], stated: State
) -> None:
    facts = stated(TO_COME + text)
    assert who(facts, "expectedParticipant") == expected
    assert not who(facts)


def test_the_words_between_two_quotations_are_the_document_s_own(
    stated: State,
) -> None:
    text = (
        "\n\n“It has been an honour for us to be here,” Ms Ana Sample told delegates."
        " “We came with the ministers of Fiji and Peru.”"
    )
    assert who(stated(HELD + text)) == {"Ana Sample"}


@pytest.mark.parametrize(
    ("text", "said", "actors"),
    [
        ("The four countries – Chad, Peru, Fiji and Mali – agreed to meet again.",
         "hasParticipant", {"Chad", "Peru", "Fiji", "Mali"}),
        ("Twelve states sent delegations: Chad, Peru and others.", "hasParticipant",
         {"Chad", "Peru"}),
        ("The delegations included officials from Chad and Peru.", "hasParticipant",
         {"Chad", "Peru"}),
        ("Chad, Peru and Fiji each presented a national report.", "hasParticipant",
         {"Chad", "Peru", "Fiji"}),
        ("Officials from Chad and Peru spent two days going over the plan.",
         "hasParticipant", {"Chad", "Peru"}),
        ("Officials of Fiji are joined by delegates from UNHCR, and by Chad as a"
         " partner of the Border Forum.", "hasParticipant", {"Fiji", "UNHCR", "Chad"}),
        ("Ms Ana Sample represented the host, Senegal.", "hostedBy", {"Senegal"}),
        ("Senegal's interior ministry hosted the conference.", "hostedBy", {"Senegal"}),
        ("The four countries – Chad, Peru, Fiji and Mali – lie on the coast.",
         "hasParticipant", set()),
        ("Twelve states sent condolences: Chad, Peru and others.", "hasParticipant",
         set()),
        ("Ms Ana Sample spoke for the host communities, Senegal's poorest.", "hostedBy",
         set()),
        ("Senegal's interior ministry hosted refugees.", "hostedBy", set()),
    ],
)  # fmt: skip
def test_countries_that_are_counted_and_named_took_part_in_what_they_did(
    text: str, said: str, actors: set[str], stated: State
) -> None:
    assert who(stated(HELD + text), said) == actors


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Ms Ana Sample travels to Lima for the second ministerial conference of the"
         " Rabat Process on 4 May 2041. She will chair it together with Mr Omar"
         " Tester.", {"Ana Sample", "Omar Tester"}),
        ("Ms Ana Sample works for the Rabat Process and its second ministerial"
         " conference. She will chair it together with Mr Omar Tester.", set()),
    ],
)  # fmt: skip
def test_it_is_the_one_meeting_of_the_sentence_before(
    text: str, chairs: set[str], stated: State
) -> None:
    facts = stated(text, "presidedBy", true=False)
    assert {value for _, _, value in facts} == chairs


def test_who_takes_part_for_a_state_is_expected_with_it(stated: State) -> None:
    text = "Ms Ana Sample and UNHCR will take part for Peru."
    assert "Peru" in who(stated(TO_COME + text), "expectedParticipant")
    assert not who(stated(TO_COME + text.replace("will", "would")))


@pytest.mark.parametrize(
    "text",
    [
        "The parliament was addressed on Tuesday by Ms Ana Sample.",
        "The centre was opened on 5 May in Quito by Ms Ana Sample.",
        "The project was co-chaired in 2016 by Chad.",
        "The board is co-chaired this year by Chad and Peru.",
        "Ms Ana Sample, who led the national team, won a medal.",
        "It takes in many people; representing the host, Peru, is not easy.",
    ],
)
def test_what_was_opened_or_chaired_is_no_meeting_by_that(
    text: str, stated: State
) -> None:
    facts = stated(HELD + text)
    assert not who(facts)
    assert not who(facts, "presidedBy") | who(facts, "hostedBy")
