"""What a note or a sheet says of a body that no registry knows."""

import pytest

from tests.graph.frames.conftest import State, objects

FORUM = "The Delta Visa Group is a dialogue of states."


@pytest.mark.parametrize(
    "text",
    [
        "The Delta Visa Group unites three coastal states: Kenya, Mali, Togo.",
        "The Delta Visa Group, set up in 2013, is a forum linking Kenya, Mali, Togo.",
        "The Delta Visa Group, of which Kenya, Mali and Togo are members, met.",
        "The Delta Visa Group (Kenya, Mali and Togo) was formed in 2013.",
        "Kenya, Mali and Togo make up the Delta Visa Group.",
        "In 2013, Kenya, Mali and Togo founded the Delta Visa Group.",
        "Set up by Kenya, Mali and Togo, the Delta Visa Group is small.",
        "The Delta Visa Group was set up in 2013 and includes Kenya, Mali and Togo.",
        "What is the Delta Visa Group? It is a platform through which Kenya, Mali and "
        "Togo exchange views.",
        "The members of the Delta Visa Group are as follows: Kenya, Mali and Togo.",
        "Ministers of the Delta Visa Group countries (Kenya, Mali and Togo) agree.",
        f"{FORUM} So far Kenya, Mali and Togo have joined.",
        "The Delta Visa Group has three members (Kenya, Mali and Togo) and two "
        "observers (Chad and IOM).",
    ],
)
def test_those_who_belong_are_members_however_it_is_told(
    text: str, stated: State
) -> None:
    assert sorted(objects(stated(text, "hasMember"))) == ["Kenya", "Mali", "Togo"]


@pytest.mark.parametrize(
    "text",
    [
        "The Delta Visa Group does not bring together Kenya, Mali and Togo.",
        "The planned Delta Visa Group would bring together Kenya, Mali and Togo.",
        "The Delta Visa Group thanked Kenya, Mali and Togo for it.",
        "Kenya, Mali and Togo want to set up the Delta Visa Group.",
        "Kenya, Mali and Togo take part in the Delta Visa Group as observers.",
        "Kenya, Mali and Togo take part in the Delta Visa Group meeting of May 2013.",
        "If the Delta Visa Group includes Kenya, Mali and Togo, nobody knows.",
        f"{FORUM} So far Kenya, Mali and Togo have not joined.",
        "Kenya, Mali and Togo opened the website of the Delta Visa Group.",
        "The website of the Delta Visa Group was set up by Kenya, Mali and Togo.",
        "The Delta Visa Group is no platform through which Kenya, Mali and Togo meet.",
        f"{FORUM} Its former members are Kenya, Mali and Togo.",
        f"{FORUM} Some say that Kenya, Mali and Togo make up the Delta Visa Group.",
        "The Colombo Process is a dialogue that worries neighbours: Kenya and Mali.",
        "The Colombo Process is praised by three other states: Kenya, Mali and Togo.",
        "The Colombo Process is the topic of a meeting of two states: Kenya and Mali.",
        "The Colombo Process is supported by two donors: Sweden and Norway.",
        "The Colombo Process met. Since 2014 Mali has been a member of the OECD, and "
        "Peru became a member in 2018.",
    ],
)
def test_those_who_do_not_belong_or_stand_beside_a_body_are_no_members(
    text: str, stated: State
) -> None:
    assert stated(text, "hasMember") == []


def test_what_one_clause_says_of_some_the_next_does_not_say(stated: State) -> None:
    text = f"{FORUM} Its members are Kenya and Mali; Togo and Chad are observers."
    assert objects(stated(text, "hasMember")) == ["Kenya", "Mali"]
    assert objects(stated(text, "hasObserver")) == ["Togo", "Chad"]


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        (f"{FORUM} Its current chair is Togo.", ["Togo"]),
        (f"{FORUM} The presidency currently rests with Togo.", ["Togo"]),
        (f"{FORUM} It is led by a rotating chair, at present Togo.", ["Togo"]),
        ("The Delta Visa Group, now under the chairmanship of Togo, met.", ["Togo"]),
        ("The Delta Visa Group dates from 2013 and is chaired by Togo.", ["Togo"]),
        (f"{FORUM} It is chaired jointly by Togo and Mali.", ["Togo", "Mali"]),
        (f"{FORUM} Under Togo's presidency (2019), it adopted a plan.", ["Togo"]),
        (f"{FORUM} The current chair of the African Union is Togo.", []),
        (f"{FORUM} Under Togo's presidency of the African Union, it met.", []),
        (f"{FORUM} Its next chair should be Togo.", []),
        (f"{FORUM} Its current chair is not Togo.", []),
    ],
)
def test_the_chair_of_a_body_described(
    text: str, chairs: list[str], stated: State
) -> None:
    assert [who for who, _, _ in stated(text, "chairs")] == chairs


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (f"{FORUM} Secretariat services are provided by ICMPD.", ["ICMPD"]),
        (f"{FORUM} It is supported by a secretariat at ICMPD.", ["ICMPD"]),
        (f"{FORUM} Its work is led by a secretariat that ICMPD runs.", ["ICMPD"]),
        (
            "ICMPD, which serves the Delta Visa Group as its secretariat, met.",
            ["ICMPD"],
        ),
        (f"{FORUM} Secretariat services are not provided by ICMPD.", []),
        (f"{FORUM} It asked for a secretariat that ICMPD might run.", []),
    ],
)
def test_the_secretariat_of_a_body_described(
    text: str, bodies: list[str], stated: State
) -> None:
    text += " The Delta Visa Group has members in three states."
    assert objects(stated(text, "hasSecretariat")) == bodies


def test_a_sheet_tells_of_the_body_at_its_head(stated: State) -> None:
    text = """Broad Regional Shelter and Solutions Framework (BRSSF)

Member States: Kenya, Mali, Togo
Cooperating States: Chad, Italy
Technical Secretariat: IOM
Pro Tempore Presidency: Kenya

The states adopted it in order to help those who are on the move in the region."""
    kinds = ("hasMember", "hasPartner", "hasSecretariat")
    told = {kind: objects(stated(text, kind)) for kind in kinds}
    assert told == {
        "hasMember": ["Kenya", "Mali", "Togo"],
        "hasPartner": ["Chad", "Italy"],
        "hasSecretariat": ["IOM"],
    }
    assert [who for who, _, _ in stated(text, "chairs")] == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Kenya and Mali set up a joint commission on migration in 2013.", 2),
        ("A mobility partnership was signed today between the EU and Mali.", 2),
        ("Kenya and Mali plan to set up a joint commission on migration.", 0),
        ("A joint commission on migration will be set up between Kenya and Mali.", 0),
    ],
)
def test_two_who_found_a_body_are_its_parties(
    text: str, members: int, stated: State
) -> None:
    assert len(stated(text, "hasMember")) == members
