"""Persons at a meeting: in lists with posts between them, and as its speakers."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import OPENING, State

HELD = "The third ministerial conference of the Colombo Process was held in Lima. "
HOSTED = HELD + "It was hosted by Peru. "


def who(text: str, stated: State, predicate: str = "hasParticipant") -> set[str]:
    names = {name for _, _, name in stated(text, predicate)}
    return {name for name in names if name.startswith(("Omar", "Ines", "Lena", "Jan"))}


LISTS = {
    "It was opened by Mr Omar Sample, Head of Cabinet, Ministry of Labour of Chile, by"
    " Ms Ines Other (Peru), and by Ms Lena Okafor, lead negotiator.": "OIL",
    "It was opened by Mr Omar Sample, Minister of Labour, and Ms Ines Other, who heads"
    " a bank, told the press that Mr Jan Exempel would come.": "O",
    "Mr Omar Sample, Head of Cabinet, Ms Ines Other, from the lower house, and Ms Lena"
    " Okafor, lead negotiator for trade, took part.": "OIL",
    "After a dinner with Mr Omar Sample, Head of Cabinet, Ms Ines Other, of the lower"
    " house, and Ms Lena Okafor took part.": "L",
    "According to Mr Omar Sample, head of a bank, Ms Ines Other took part.": "",
    "Those who took the floor were the guest, Mr. Omar Sample, of the harbour;"
    " Ato Ines Other, Focal Point at the Ministry of Trade of Chile, the country that"
    " is in charge; Mr Jan Exempel, Director of a Division; and Ms Lena Okafor, banker."
    "": "OIJL",
    "It was opened by Mr Omar Sample, special envoy of Minister Jan Exempel, and by Ms"
    " Ines Other, adviser to Ms Lena Okafor.": "OI",
    "It was opened by Mr Omar Sample, Head of Cabinet, and not by Ms Ines Other.": "O",
    "It was opened by Mr Omar Sample, Head of Cabinet, and Ms Ines Other's speech was"
    " read out.": "O",
    "It was opened by Mr Omar Sample, Head of Cabinet, and a letter from Ms Ines Other"
    " was read out.": "O",
    "It was opened by Mr Omar Sample, Head of Cabinet, before Ms Ines Other, a critic,"
    " and Ms Lena Okafor were told.": "O",
    "The delegation of Chile was led by the Principal Secretary Mr. Omar Sample, ABC"
    " and PS Ms. Ines Other, XYZ of the Department for Trade.": "OI",
}


@pytest.mark.parametrize(("text", "initials"), LISTS.items())
def test_a_list_goes_on_past_posts_and_ends_where_another_clause_begins(
    text: str, initials: str, stated: State
) -> None:
    assert {name[0] for name in who(HELD + text, stated)} == set(initials)


def test_those_who_chair_together_are_all_named(stated: State) -> None:
    text = (
        "It was co-chaired by the Secretary of the Ministry of Trade of Chile, General"
        " Omar Sample (Rtd.), and by Ines Other, Acting Deputy Secretary, Policy Group."
    )
    chairs = {name for _, _, name in stated(HELD + text, "presidedBy")}
    assert len(chairs) == 2
    assert {"Ines Other"} < chairs


SPOKE = [
    "Ms Ines Other, Minister of Labour of Peru, underlined that nobody is illegal.",
    "Ms Ines Other, Minister of Labour of Peru, praised the work of the experts.",
    "The Minister of Labour of Peru, Ms Ines Other, stressed the value of skills.",
    "In turn, Ms Ines Other, Minister of Labour of Peru, called for more visas.",
    "Ms Ines Other, Minister of Labour of Peru, warmly thanked all who had come.",
]
ELSEWHERE = [
    "Ms Ines Other, Director of a bank, underlined that skills matter.",
    "Ms Ines Other, Minister of Labour of Fiji, underlined that skills matter.",
    "Ms Ines Other, former Minister of Labour of Peru, underlined that skills matter.",
    "Ms Ines Other, Minister of Labour of Peru, underlined in an interview that skills"
    " matter.",
    "Ms Ines Other, Minister of Labour of Peru, stressed on 3 May 2011 that skills"
    " matter.",
    '"Skills matter," said Ms Ines Other, Minister of Labour of Peru.',
    "Ms Ines Other, Minister of Labour of Peru, will underline that skills matter.",
    "Ms Ines Other, Minister of Labour of Peru, did not underline that skills matter.",
    "Ms Ines Other, Minister of Labour of Peru, has written that skills matter.",
    "Ms Ines Other, Minister of Labour of Peru, urged reporters to wait.",
    "Ms Ines Other, Minister of Labour of Peru, praised the deal on social media.",
]


@pytest.mark.parametrize("text", SPOKE)
def test_who_spoke_for_a_state_that_was_there_spoke_there(
    text: str, stated: State
) -> None:
    assert who(HOSTED + text, stated) == {"Ines Other"}


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_is_only_quoted_or_came_for_nobody_was_not_there(
    text: str, stated: State
) -> None:
    assert not who(HOSTED + text, stated)


def test_a_row_of_speakers_goes_on(stated: State) -> None:
    text = (
        "Mr Omar Sample opened the conference. Ms Ines Other, Director of a bank,"
        " underlined that skills matter."
    )
    assert who(HELD + text, stated) == {"Omar Sample", "Ines Other"}


def test_nobody_spoke_at_a_meeting_that_is_to_come(stated: State) -> None:
    text = (
        "The third ministerial conference of the Colombo Process will be held in Lima,"
        " hosted by Peru. Ms Ines Other, Minister of Labour of Peru, noted this."
    )
    assert not who(text, stated)
    assert not who(text, stated, "expectedParticipant")


ROLES = {
    "Fiji participated as observer.": {"Fiji": "observer"},
    "Fiji, Chile and the World Bank took part as observers.": {
        "Fiji": "observer",
        "Chile": "observer",
        "World Bank": "observer",
    },
    "Ministers from Chile and observers from Fiji and the World Bank took part.": {
        "Chile": "participant",
        "Fiji": "observer",
        "World Bank": "observer",
    },
    "It was attended by Chile as well as Fiji as an observer. Chile spoke.": {
        "Chile": "participant",
        "Fiji": "observer",
    },
    "Participants included ministers from Chile, observers from Fiji, and ministers of"
    " Kenya.": {"Chile": "participant", "Fiji": "observer", "Kenya": "participant"},
    "Chile, Fiji and Kenya took part. Fiji was there as an observer.": {
        "Chile": "participant",
        "Fiji": "observer",
        "Kenya": "participant",
    },
}


@pytest.mark.parametrize(("text", "roles"), ROLES.items())
def test_who_took_part_as_observer_is_no_plain_participant(
    text: str, roles: dict[str, str]
) -> None:
    reading = read_text(f"{OPENING}\n\n{HELD}{text}")
    came = {
        item.describes: item.mentioned_as
        for item in reading.statements
        if item.describes and str(item.predicate).endswith("hasParticipant")
    }
    found = {
        (came[item.subject], str(item.object).rpartition("/")[2])
        for item in reading.statements
        if str(item.predicate).endswith("participationRole")
    }
    assert found == set(roles.items())


OTHERS = {
    "La tercera conferencia ministerial del Proceso de Colombo se celebró en Lima el 3"
    " de mayo de 2011. La sesión inaugural estuvo a cargo del Ministro de Relaciones"
    " Exteriores, Omar Sample, el Presidente Pro-Témpore, Vicecanciller de Panamá, Jan"
    " Otro, y el Director General para Asuntos Consulares, Ines Tercero.": "OJI",
    "La troisième conférence ministérielle du Processus de Rabat s'est tenue à Dakar le"
    " 3 mai 2011. Elle a été ouverte par le ministre de l'Intérieur, Omar Sample, chef"
    " de cabinet du service, et par la directrice de l'OIM, Mme Ines Exemple.": "OI",
    "La troisième conférence ministérielle du Processus de Rabat s'est tenue à Dakar le"
    " 3 mai 2011. Elle a été ouverte par le ministre de l'Intérieur, Omar Sample, chef"
    " de cabinet du service, et Mme Ines Exemple, juge, a parlé à la presse.": "O",
}


@pytest.mark.parametrize(("text", "initials"), OTHERS.items())
def test_lists_go_on_in_other_languages_too(text: str, initials: str) -> None:
    came = {
        str(item.mentioned_as)
        for item in read_text(text).statements
        if str(item.predicate).endswith("hasParticipant") and item.status.is_true
    }
    found = {given[0] for given in ("Omar", "Jan", "Ines") if given in " ".join(came)}
    assert found == set(initials)


NOBODY = [
    "The Lake Initiative was founded in 2004. Its participants are Chile and Fiji.",
    "Its participating countries: Chile and Fiji.",
    "The Lake Process is old. Its participants were Chile and Fiji.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_those_who_belong_to_something_else_were_not_at_the_meeting(
    text: str, stated: State
) -> None:
    assert not stated(f"{HELD}\n\n{text}", "hasParticipant")


def test_the_participants_of_the_meeting_itself_were_there(stated: State) -> None:
    came = stated(HELD + "Its participants were Chile and Fiji.", "hasParticipant")
    assert {name for _, _, name in came} == {"Chile", "Fiji"}


def test_an_office_behind_one_of_its_people_came_for_nobody(stated: State) -> None:
    text = (
        "The Chilean delegation was led by Ambassador Omar Sample, Head of the Lakes"
        " and South Coast Department, Ministry of Foreign Affairs."
    )
    came = {name for _, _, name in stated(HELD + text, "hasParticipant")}
    assert came == {"Omar Sample", "Chile"}


def test_who_speaks_at_the_opening_spoke_at_the_meeting_told_last(
    stated: State,
) -> None:
    text = (
        "The second ministerial conference of the Rabat Process was held in Dakar in"
        " 2008. The third ministerial conference of the Colombo Process was held in"
        " Lima in 2011. At the opening, Ms Ines Other, a judge, said that skills count."
        " Mr Omar Sample, a farmer, spoke of the harvest."
    )
    came = stated(text, "hasParticipant")
    assert {(meeting[:5], name) for meeting, _, name in came} == {
        ("third", "Ines Other"),
        ("third", "Omar Sample"),
    }


def test_a_headline_names_those_who_met_and_makes_no_meeting_held(
    stated: State,
) -> None:
    headline = "Interior ministers of Chile, Peru and Fiji meet in Lima\n\n"
    came = stated(headline + HELD, "hasParticipant")
    assert {name for _, _, name in came} == {"Chile", "Peru", "Fiji"}
    to_come = (
        "The third ministerial conference of the Colombo Process will be held in Lima."
    )
    facts = stated(headline + to_come, "hasParticipant", "expectedParticipant")
    assert {said for _, said, _ in facts} <= {"expectedParticipant"}
