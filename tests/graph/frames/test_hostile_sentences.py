"""Sentences that a careless reader would turn into facts."""

import pytest

from hiwar.graph.model import Thing
from hiwar.graph.reading import read_text

MEETING = "the ministerial conference of the Khartoum Process"
HELD = f"Once {MEETING} was held in Paris on 3 May 2024. "

Fact = tuple[str, str]


def facts(text: str) -> set[Fact]:
    """Return property and last word of the value of each fact that a text gives."""
    found = set()
    for statement in read_text(text).statements:
        if statement.status.is_true:
            value = statement.object
            name = value.key if isinstance(value, Thing) else str(value)
            predicate = str(statement.predicate).rsplit("#", 1)[-1]
            found.add((predicate, name.rsplit("/", 1)[-1]))
    return found


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (f"{MEETING} was not held in Cairo.", "heldInPlace scheduledIn meetingStatus"),
        (
            f"{MEETING} opens on 3 May. The hall burnt down on 3 May 1999.",
            "startDate",
        ),
        (f"Peru published a Summary of {MEETING}.", "adoptedAt"),
        (
            f"Joint Statement by Peru and Chile on the floods\n\n3 May 2024\n\nOn 3 May"
            f" 2024 {MEETING} opened in Lima.",
            "adoptedAt",
        ),
        ("The Khartoum Process met. The African Union is its former chair.", "chairs"),
        ("The Khartoum Process\n\nAgenda\n\nChair\n\nMali", "chairs"),
        ("The Khartoum Process\n\nNew book\n\nLaunch\n\n3 May 2024", "established"),
        (
            "The Khartoum Process was envisaged in the Lima Declaration of May 2005.",
            "established",
        ),
        (
            "Plans for a meeting between Minister Ana Roe of Peru and Minister Juan Poe"
            " of Chile ended in tears.",
            "meetingStatus",
        ),
        (
            "It was agreed to settle it at a meeting between Minister Ana Roe of Peru"
            " and Minister Juan Poe of Chile in May 2031.",
            "meetingStatus",
        ),
        ("The second ATM was opened in Lima on 3 May 2024.", "meetingStatus"),
        (f"{HELD}The football team of Chile included Mr Juan Poe.", "hasParticipant"),
        ("Ms Roe opened the meeting: “Peru welcomes refugees”.", "meetingStatus"),
        ("På mötet kom ministrarna att tala om flyktingar.", "committedBy"),
        ("اتفق ممثلو نقابات مصر وتونس على حماية العمال المهاجرين.", "committedBy"),
        (
            "La tercera reunión ministerial del Proceso de Rabat se celebró en Lima."
            " Según la declaración conjunta publicada por los sindicatos, Perú y Chile"
            " acordaron combatir la trata.",
            "committedBy",
        ),
        (
            f"Reports that {MEETING} was held in Paris are false.",
            "heldInPlace meetingStatus",
        ),
        (
            "The summit of the Rabat Process did not take place in Dakar in 2024.",
            "heldInPlace scheduledIn scheduledFor when meetingStatus",
        ),
        (f"Egypt hosted {MEETING}, the spokesman claimed.", "hostedBy"),
        (f"Egypt hosted {MEETING}, or so a blog has it.", "hostedBy"),
        (f"Myth: Egypt hosted {MEETING} in Cairo.", "hostedBy meetingStatus"),
        (f"In a novel Egypt hosted {MEETING} in Cairo.", "hostedBy meetingStatus"),
        (f"{HELD}These states are yet to confirm: Kenya and Mali.", "hasParticipant"),
        (
            f"{HELD}Participants urged these states to ratify it:\n\n- Kenya\n- Mali",
            "hasParticipant",
        ),
        (
            f"{HELD}Ms Ines Sample, who represented Kenya at a race, laughed.",
            "hasParticipant",
        ),
        (f"{HELD}The following states pay for it: Kenya, Mali.", "hasParticipant"),
        (f"The minister said Egypt hosted {MEETING}.", "hostedBy"),
        (f"It is rumoured that France chaired {MEETING}.", "presidedBy"),
        (f"{HELD}The summit's Action Plan was rejected.", "adoptedAt"),
        (f"{HELD}Neither Algeria nor Libya is expected.", "expectedParticipant"),
        (f"{HELD}Kenya hosts 500,000 refugees.", "hostedBy"),
        (f"{HELD}Spain hosted a football tournament.", "hostedBy"),
        (f"{HELD}Sweden and Norway took part in a workshop.", "hasParticipant"),
        (f"{HELD}Kenya agreed to host more refugees.", "committedAt"),
        (f"{HELD}The European Commission adopted the New Pact.", "adoptedAt"),
        (f"{HELD}The Global Compact, adopted in 2018, was cited.", "adoptedAt"),
        (
            f"{HELD}In 2019 Kenya signed a Memorandum of Understanding with Italy."
            " Italy will establish a fund if France agrees.",
            "committedAt committedBy",
        ),
    ],
)  # fmt: skip
def test_what_is_denied_said_by_others_or_about_something_else_is_no_fact(
    text: str, never: str
) -> None:
    stated = {predicate for predicate, _ in facts(text)}
    allowed = (
        {predicate for predicate, _ in facts(HELD)} if text.startswith(HELD) else set()
    )
    assert not (stated - allowed) & set(never.split())


def test_a_place_that_was_only_planned_gives_way_to_the_one_that_is_reported() -> None:
    found = facts(
        f"France was to have hosted {MEETING} in Paris in May 2025, but the meeting"
        " took place in Cairo."
    )
    assert ("heldInPlace", "cairo") in found
    assert not {name for predicate, name in found if predicate in ("when", "hostedBy")}
    assert ("heldInPlace", "paris") not in found


@pytest.mark.parametrize(
    ("word", "status"), [("was cancelled", "cancelled"), ("was postponed", "postponed")]
)
def test_a_meeting_called_off_or_put_off_is_not_held(word: str, status: str) -> None:
    found = facts(f"{MEETING}, due in Paris on 3 May 2024, {word}.")
    assert ("meetingStatus", status) in found
    assert not {predicate for predicate, _ in found} & {
        "heldInPlace",
        "when",
        "startDate",
    }


def test_a_date_to_come_is_no_past_date_from_which_to_count_years() -> None:
    found = facts(
        f"Its renewed mandate runs until 2030. {MEETING} will be held on Wednesday,"
        " April 9."
    )
    assert ("scheduledFor", "XXXX-04-09") in found


def test_a_body_inside_a_post_has_a_class_and_a_name() -> None:
    found = facts(
        "The National Population Council Senior Director for Mobility Ines Sample led"
        " a delegation to Fiji."
    )
    assert ("type", "ontology#Person") in found
    assert ("type", "ontology#Meeting") not in found
    bodies = {name for predicate, name in found if predicate == "postFor"}
    labels = {name.lower() for predicate, name in found if predicate == "label"}
    assert bodies <= labels


def test_a_former_minister_speaks_for_no_state() -> None:
    speech = f"Labour of Kenya, spoke at {MEETING} in Cairo."
    former = facts(f"Ms Ines Sample, former Minister of {speech}")
    assert ("hasParticipant", "ines sample") in former
    assert ("hasParticipant", "KEN") not in former
    assert ("hasParticipant", "KEN") in facts(f"Ms Ines Sample, Minister of {speech}")


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to Fiji, Ms Ines Sample thanked Spain for hosting the conference.",
        "Ms Ines Sample thanked Spain on Twitter for hosting the conference.",
        "Ms Ines Sample thanked Spain for hosting the conference on her Facebook page.",
        "Speaking for the European Union, Ms Ines Sample tweeted that skills matter.",
        "Speaking for the European Union, Ms Ines Sample told reporters about it.",
        "Representing the European Union, Ms Ines Sample won a race.",
        "At the opening of an exhibition in Oslo, Ms Ines Sample stressed the need.",
        "At the launch of the football season, Ms Ines Sample thanked all.",
        "Fiji sent its Deputy Minister, Ms Ines Sample, home.",
        "Fiji sent Ms Ines Sample and Mr Omar Other back to Suva.",
        "Fiji sent its Deputy Minister, Ms Ines Sample, into retirement.",
        "The conference attracted criticism by experts from Fiji and Togo.",
        "The conference drew protests against officials from Fiji and Togo.",
        "The conference drew fire for its officials from Fiji and Togo.",
    ],
)
def test_who_wrote_or_spoke_elsewhere_took_no_part(text: str) -> None:
    came = {name for said, name in facts(HELD + text) if said == "hasParticipant"}
    assert not came - {"ESP"}


@pytest.mark.parametrize(
    "text",
    [
        "UNHCR met resistance in Dakar on 4 May 2019.",
        "UNHCR met only half of its targets in Dakar on 4 May 2019.",
        "The Joint Committee met demands in Dakar on 4 May 2019.",
        "Kenya and Germany met their targets in Dakar on 4 May 2019.",
        "Kenya and Germany met EU targets in Dakar on 4 May 2019.",
        "Kenya and Germany met halfway in Dakar on 4 May 2019.",
        "Kenya and Germany met with a refusal in Dakar on 4 May 2019.",
        "Ministers from Nepal and Fiji met with success in Dakar on 4 May 2019.",
        "IOM sat idle in Lima on 4 May 2019.",
        "The Joint Committee sat on the report in Lima on 4 May 2019.",
        "UNHCR had talks with donors in Dakar on 4 May 2019.",
        "UNHCR held consultations with refugees in Dakar on 4 May 2019.",
    ],
)
def test_who_met_something_other_than_people_held_no_meeting(text: str) -> None:
    found = {said for said, _ in facts(text)}
    assert not found & {"hasParticipant", "heldInPlace", "when", "meetingStatus"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Germany met with UNHCR in Dakar on 4 May 2019.",
        "Kenya and Germany met at ministerial level in Dakar on 4 May 2019.",
        "Ministers from Nepal and Fiji sat together in Dakar on 4 May 2019.",
        "The Joint Committee met behind closed doors in Dakar on 4 May 2019.",
        "The Joint Committee met representatives of Kenya in Dakar on 4 May 2019.",
        "Kenya held talks with Germany in Dakar on 4 May 2019.",
        "Kenya and Germany had talks on visas in Dakar on 4 May 2019.",
    ],
)
def test_who_met_people_held_a_meeting(text: str) -> None:
    assert {said for said, _ in facts(text)} >= {"heldInPlace", "meetingStatus"}
