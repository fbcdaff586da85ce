"""What stands next to a role, or uses its words, does not hold it."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, facts_of, objects, whole

CONFERENCE = "The third ministerial conference of the Rabat Process was held in Accra."
SPANISH = "Los países de la región se reunieron para hablar de los temas comunes."
FRENCH = "Les pays de la région se sont réunis pour parler des questions communes."


@pytest.mark.parametrize(
    "text",
    [
        "UNHCR, IOM, the Secretariat of the Rabat Process and Kenya took part.",
        "UNHCR, IOM, the Secretariat of the Rabat Process, and Kenya took part.",
        "IOM, the Secretariat of the Rabat Process and Kenya took part.",
        "IOM, the Secretariat of the Rabat Process, Kenya and Mali took part.",
        "Kenya, IOM, the Secretariat of the Rabat Process, took part.",
        "Kenya and IOM, the Secretariat of the Rabat Process and others took part.",
        "Present were UNHCR; IOM; the Secretariat of the Rabat Process; Kenya.",
        "IOM works with the Rabat Process Secretariat.",
        "IOM operates with the Rabat Process Secretariat on visas.",
        "IOM is with the Rabat Process Secretariat in Accra.",
        f"{FRENCH}\n\nY étaient l'OIM, le secrétariat du Processus de Rabat et le HCR.",
        f"{FRENCH}\n\nL'OIM, le secrétariat du Processus de Rabat, et le Kenya vont.",
        f"{FRENCH}\n\nL'OIM, comme le secrétariat du Processus de Rabat, est pour.",
        f"{SPANISH}\n\nHabló un experto de la OIM, de la Secretaría del Proceso de"
        " Rabat y del ACNUR.",
        f"{SPANISH}\n\nLa OIM, como la Secretaría del Proceso de Rabat, habló de ello.",
        f"{SPANISH}\n\nHablaron la OIM, la Secretaría del Proceso de Rabat y el ACNUR.",
    ],
)
def test_who_is_listed_beside_a_secretariat_is_none(text: str, stated: State) -> None:
    foreign = text.startswith((FRENCH, SPANISH))
    reading = whole(text, "hasSecretariat")
    assert (reading if foreign else stated(text, "hasSecretariat")) == []


@pytest.mark.parametrize(
    "text",
    [
        "IOM, the Secretariat of the Rabat Process, gave a report.",
        "IOM, which is the Secretariat of the Rabat Process, gave a report.",
        "Kenya and IOM, as the Secretariat of the Rabat Process, gave a report.",
        "IOM (the technical Secretariat of the Rabat Process) gave a report.",
        "IOM is entrusted with the Rabat Process Secretariat.",
        "Delegates thanked IOM, the Secretariat of the Rabat Process.",
    ],
)
def test_a_secretariat_in_apposition_is_one(text: str, stated: State) -> None:
    assert objects(stated(text, "hasSecretariat")) == ["IOM"]


@pytest.mark.parametrize(
    "text",
    [
        "Delegates thanked Morocco for hosting the African Migration Observatory.",
        "Delegates thanked Kenya for hosting the secretariat.",
        "Delegates thanked Kenya for hosting the secretariat of the conference.",
        "Delegates thanked Kenya for hosting the conference centre.",
        "Delegates thanked Kenya for hosting the regional consultation office.",
        "Delegates thanked Kenya for hosting a side event.",
        "Delegates praised Kenya for generously hosting a reception centre.",
        "Delegates thanked Kenya for hosting them for so long.",
        "As host country, Lebanon carries a heavy load.",
        "Jordan, as host country, carries a heavy load.",
        "The host country, Jordan, spoke of its refugees.",
        "The host state, Jordan, needs more help.",
        "As host of many refugees, Lebanon asked for help.",
        "As host, Lebanon carries the load of a million refugees.",
    ],
)
def test_who_hosts_people_or_offices_hosts_no_meeting(text: str, stated: State) -> None:
    assert stated(f"{CONFERENCE} {text}", "hostedBy") == []


@pytest.mark.parametrize(
    "text",
    [
        "Delegates thanked Ghana for hosting.",
        "Delegates thanked Ghana for hosting the meeting.",
        "Delegates thanked the Government of Ghana for its hospitality and for hosting"
        " this important event.",
        "As host, Ghana spoke of labour.",
        "As host country of the conference, Ghana spoke of labour.",
    ],
)
def test_who_is_thanked_for_hosting_the_meeting_hosts_it(
    text: str, stated: State
) -> None:
    assert objects(stated(f"{CONFERENCE} {text}", "hostedBy")) == ["Ghana"]


@pytest.mark.parametrize(
    "verb", ["developed in", "integrated into", "expanded to", "merged with"]
)
def test_a_process_that_grew_within_another_is_not_succeeded_by_it(
    verb: str, stated: State
) -> None:
    text = f"The Khartoum Process was {verb} the Rabat Process."
    assert stated(text, "successorOf") == []


@pytest.mark.parametrize(
    "text",
    [
        "Egypt will have passed the baton to Kenya as chair of the Rabat Process next"
        " year.",
        "Egypt passed the baton to Kenya as chair of the Rabat Process next year.",
        "Egypt passed the gavel to Kenya, the Rabat Process chair from next year.",
        "Kenya, chair of the Rabat Process from next year, spoke of visas.",
        "Kenya, as Rabat Process Chair from next year, spoke of visas.",
        f"{SPANISH}\n\nEl Perú dirige el Proceso de Rabat hacia el fracaso.",
    ],
)
def test_who_steers_or_will_take_over_is_no_chair_yet(text: str) -> None:
    opening = "" if text.startswith(SPANISH) else "The states of the region met.\n\n"
    reading = read_text(f"{opening}{text}")
    assert facts_of(reading, "chairs", "handedOverTo") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Rabat Process is a platform of academics for Nepal and Fiji.",
        "The Rabat Process is a network for Nepal and Fiji to learn from.",
        "The Rabat Process is a forum of journalists between Nepal and Fiji.",
        "The Rabat Process is a platform of experts from Nepal and Fiji.",
    ],
)
def test_a_platform_of_others_has_no_states_as_members(
    text: str, stated: State
) -> None:
    assert stated(text, "hasMember") == []


@pytest.mark.parametrize(
    "text",
    [
        "The EU-Nepal Mobility Partnership was signed on 4 May 2011 in draft.",
        "The EU-Nepal Mobility Partnership was signed in May 2011 only by experts.",
        "The EU-Nepal Mobility Partnership was signed in May 2011 as a draft.",
        "The EU-Nepal Mobility Partnership was provisionally signed in May 2011.",
    ],
)
def test_a_signed_draft_founds_nothing(text: str, stated: State) -> None:
    assert stated(text, "established") == []


def test_who_called_a_meeting_a_success_did_not_organise_it(stated: State) -> None:
    text = f"{CONFERENCE[:-1]} and was called by Fiji a great success."
    assert stated(text, "organisedBy") == []
