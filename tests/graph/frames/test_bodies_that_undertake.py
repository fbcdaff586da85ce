"""Bodies, groups and talks of any name that agree, mean to do or discuss something."""

import pytest

from tests.graph.frames.conftest import UNDERTAKINGS, State, kinds, whole
from tests.graph.frames.test_ways_of_undertaking import HELD


@pytest.mark.parametrize(
    "text",
    [
        "The Plenary decided to keep its working group on return.",
        "The Steering Committee resolved that data on returnees be exchanged.",
        "The neighbours pledged to take back migrants in dignity.",
        "All delegations committed to ratify the convention on migrant workers.",
        "Member States have undertaken to protect domestic workers abroad.",
        "The two sides settled on a common form for asylum seekers.",
        "There was broad agreement to set up a hotline for victims of trafficking.",
        "It was decided during the talks that consuls will visit migrants together.",
        "The working group was tasked with drawing up a list of border posts.",
        "Ministers lent their full support to a regional fund for returnees.",
        "Scope: The Plenary agreed to retain its work on refugees.",
    ],
)
def test_whatever_body_agrees_undertakes(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"Commitment"}


@pytest.mark.parametrize(
    "text",
    [
        "The Plenary should decide to keep its working group on return.",
        "The Steering Committee failed to agree on data on returnees.",
        "There was no agreement to set up a hotline for victims of trafficking.",
        "There was little agreement to set up a hotline for victims of trafficking.",
        "It was not decided during the talks that consuls will visit migrants.",
        "The working group should have been tasked with a list of border posts.",
        "NGOs asked that the working group be tasked with a list of border posts.",
        "The Steering Committee might resolve that data on returnees be exchanged.",
        "Whether the neighbours pledged to take back migrants is not known.",
        "An observer claimed that the Plenary decided to protect refugees.",
        "The Plenary agreed that cooperation on return is of value.",
    ],
)
def test_no_body_undertakes_what_it_may_or_did_not_agree(
    text: str, stated: State
) -> None:
    assert "Commitment" not in kinds(HELD + text, stated)


@pytest.mark.parametrize(
    "text",
    [
        "The talks dealt mainly with readmission and visas.",
        "The parties met to take stock of the fight against smuggling.",
        "Experts shared their experience with biometric visas.",
        "Participants heard presentations on statistics of labour migration.",
        "Special attention went to unaccompanied children on the move.",
        "The return of migrants was another item.",
        "Topics ranged from visa policy to the diaspora.",
        "They also exchanged on ways to make remittances cheaper.",
        "The Committee reported on the state of the asylum projects.",
    ],
)
def test_what_is_talked_about_is_an_area(text: str, stated: State) -> None:
    assert kinds(HELD + text, stated) == {"AreaOfFocus"}


@pytest.mark.parametrize("who", ["Italy", "Kenya and Italy", "The two sides"])
def test_what_the_signatories_will_do_is_undertaken(who: str, stated: State) -> None:
    told = f" {who} will strengthen the protection of migrants."
    for signed in (
        "Kenya and Italy signed a joint declaration.",
        "Kenya signed an agreement on migrants with Italy.",
    ):
        assert kinds(signed + told, stated) == {"Commitment"}
    for unsigned in (
        "Kenya and Italy did not sign a joint declaration.",
        "Kenya and Italy hope to sign a joint declaration.",
        "Kenya and Italy spoke of a joint declaration.",
    ):
        assert "Commitment" not in kinds(unsigned + told, stated)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("At the conference, ministers pledged to protect migrants.", "At the"),
        ("There the ministers pledged to protect migrants.", "There the"),
        (
            "One man whom all thanked was silent; they pledged to protect migrants.",
            "they",
        ),
    ],
)
def test_a_wording_begins_with_when_and_where(
    text: str, begins: str, stated: State
) -> None:
    [(_, _, wording)] = stated(HELD + text, "wording")
    assert wording.startswith(begins)


CELEBRADA = "La cuarta conferencia del Proceso de Colombo se celebró en Lima. "


@pytest.mark.parametrize(
    "text",
    [
        "Los viceministros de la región acordaron proteger a los migrantes.",
        "Los jefes de delegación decidieron crear una red contra la trata.",
        "Durante la reunión, las cancilleres de la región se comprometieron también a"
        " proteger a los migrantes.",
        "Los ministros hablaron. Se comprometieron asimismo a combatir la trata.",
        "Los ministros hablaron. También asumieron el compromiso de combatir la trata.",
    ],
)
def test_in_spanish_a_verb_undertakes_for_any_plural(text: str) -> None:
    facts = whole(CELEBRADA + text, "type")
    assert {value.rpartition("#")[2] for _, _, value in facts} & UNDERTAKINGS == {
        "Commitment"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Los viceministros de la región no acordaron proteger a los migrantes.",
        "Los viceministros que no acordaron proteger a los migrantes hablaron.",
        "Si los viceministros de la región acordaron proteger a los migrantes, bien.",
        "Según la prensa, los viceministros de la región acordaron proteger a los"
        " migrantes.",
        "Los ministros hablaron. Nunca se comprometieron a combatir la trata.",
    ],
)
def test_in_spanish_a_denial_or_a_rumour_undertakes_nothing(text: str) -> None:
    facts = whole(CELEBRADA + text, "type")
    assert not any(value.endswith("#Commitment") for _, _, value in facts)
