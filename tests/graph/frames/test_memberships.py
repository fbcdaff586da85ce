"""Lists of members, observers and those who steer, and who is the secretariat."""

import pytest

from tests.graph.frames.conftest import State

RABAT = "The Rabat Process is a dialogue of many states."
KINDS = ("hasMember", "hasObserver", "hasSteeringMember", "hasSecretariat")


def roles(text: str, stated: State) -> dict[str, str]:
    """Return the names in each role of the Rabat Process."""
    found: dict[str, list[str]] = {}
    for one, name, value in stated(f"{RABAT}\n\n{text}", *KINDS):
        assert one == "Rabat Process"
        found.setdefault(name, []).append(value)
    return {name: " ".join(values) for name, values in found.items()}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Later the Rabat Process was joined by Kenya, Mali and Peru.", 3),
        ("Kenya and Mali have also become members of the Process.", 2),
        ("Agencies that signed to become members include: Kenya, Mali and Peru.", 3),
        (
            "The Rabat Process was launched as a dialogue among the following"
            " participating countries: Kenya, Mali and Peru.",
            3,
        ),
        (
            "The northern member states are Kenya and Mali, while the southern"
            " countries are Peru and Chile.",
            4,
        ),
        ("The member nations are Kenya, Mali and Peru.", 3),
        (
            "The Rabat Process comprises two states of the north (Kenya and Mali) and"
            " two of the south (Peru and Chile).",
            4,
        ),
        ("Kenya, Mali and Peru are participants in the process.", 3),
        ("Member States (3 States)\n\nKenya\nMali\nPeru", 3),
        ("Participating countries:\n\nKenya\nMali\nPeru\n\nAll met again.", 3),
    ],
)
def test_members_are_listed_in_many_ways(
    text: str, members: int, stated: State
) -> None:
    facts = stated(f"{RABAT}\n\n{text}", *KINDS)
    assert {name for _, name, _ in facts} == {"hasMember"}
    assert len(facts) == members


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "The following bodies participate in the Rabat Process as observers: IOM"
            " and UNHCR.",
            "hasObserver",
            "IOM UNHCR",
        ),
        (
            "Regular observers of the Rabat Process include IOM, UNHCR and firms.",
            "hasObserver",
            "IOM UNHCR",
        ),
        ("It has two observer countries, Kenya and Mali.", "hasObserver", "Kenya Mali"),
        ("UNHCR has become an observer of the Rabat Process.", "hasObserver", "UNHCR"),
        (
            "Observer States (2 States)\n\nKenya\nMali",
            "hasObserver",
            "Kenya Mali",
        ),
        (
            "The Rabat Process is led by a Steering Committee comprised of two EU"
            " Member States (Italy and Malta), two African countries (Kenya and Mali)"
            " and IOM.",
            "hasSteeringMember",
            "Italy Malta Kenya Mali IOM",
        ),
        (
            "Kenya and Mali are part of the Steering Committee of the Rabat Process.",
            "hasSteeringMember",
            "Kenya Mali",
        ),
        (
            "The Rabat Process, whose technical secretariat is ICMPD, met again.",
            "hasSecretariat",
            "ICMPD",
        ),
        (
            "ICMPD has served as the secretariat for the Rabat Process since 2011.",
            "hasSecretariat",
            "ICMPD",
        ),
        (
            "ICMPD took on the role of technical secretariat of the Rabat Process.",
            "hasSecretariat",
            "ICMPD",
        ),
        (
            "All thanked ICMPD in its role of technical secretariat.",
            "hasSecretariat",
            "ICMPD",
        ),
    ],
)
def test_observers_steering_members_and_secretariats_are_told_apart(
    text: str, role: str, names: str, stated: State
) -> None:
    assert roles(text, stated) == {role: names}


@pytest.mark.parametrize(
    "text",
    [
        "The meeting of the Rabat Process was joined by Kenya, Mali and Peru.",
        "The Rabat Process was not joined by Kenya, Mali or Peru.",
        "Kenya and Mali could become members of the Process.",
        "Kenya and Mali will become members of the Process.",
        "Kenya and Mali are no longer members of the Process.",
        "The former member states are Kenya and Mali.",
        "The board members include: Kenya, Mali and Peru.",
        "The meeting participants are Kenya, Mali and Peru.",
        "The potential member countries are Kenya, Mali and Peru.",
        "The members of the task team are Kenya, Mali and Peru.",
        "Kenya, Mali and Peru are participants in the meeting.",
        "Kenya and Mali asked to join the Rabat Process as observers.",
        "Kenya and Mali attended the talks of the bank as observers.",
        "No bodies participate in the Rabat Process as observers: IOM and UNHCR left.",
        "UNHCR became an observer of the fund.",
        "UNHCR will become an observer of the Rabat Process.",
        "Election observers of the Rabat Process region are few.",
        "The Rabat Process should be led by a Steering Committee comprised of Kenya,"
        " Mali and IOM.",
        "ICMPD will take on the role of secretariat of the Rabat Process.",
        "ICMPD served as the secretariat of the Rabat Process until 2011.",
        "ICMPD, as secretariat of the fund, was thanked.",
        "ICMPD, as technical secretariat staff know, is small.",
        "It is planned that ICMPD serves as the secretariat for the Rabat Process.",
        "Participating countries:\n\nKenya sent its minister.\nMali sent nobody.",
        "The Rabat Process was joined by Kenya and Mali in welcoming the ruling.",
        "UNHCR was granted observer status in the talks.",
        "UNHCR was refused observer status in the Rabat Process.",
        "The Rabat Process, whose secretariat IOM criticised, met again.",
        "The Rabat Process, whose secretariat is IOM's neighbour, met again.",
        "IOM worked as secretariat for the Rabat Process fund.",
        "IOM assumed that the secretariat for the Rabat Process would stay.",
    ],
)
def test_who_only_may_belong_or_belongs_elsewhere_or_stands_beside_does_not(
    text: str, stated: State
) -> None:
    assert roles(text, stated) == {}


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Established: 2006", "2006"),
        ("Established 2006", "2006"),
        ("Year founded: 2006", "2006"),
        ("It is a forum co-founded by Kenya in 2006.", "2006"),
    ],
)
def test_a_year_behind_a_label_is_that_of_the_founding(
    line: str, year: str, stated: State
) -> None:
    assert [v for _, _, v in stated(f"{RABAT}\n\n{line}", "established")] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "Launched in 2001, the Rabat Process was small. Its participating countries:"
        " Kenya, Mali and Peru.",
        "All know the Rabat Process. Its members are Kenya, Mali and Peru.",
    ],
)
def test_its_members_are_those_of_the_process_told_of_before(
    text: str, stated: State
) -> None:
    assert roles(text, stated) == {"hasMember": "Kenya Mali Peru"}


def test_its_members_are_nobodys_where_a_body_may_be_meant(stated: State) -> None:
    text = "UNHCR knows the Rabat Process. Its members are Kenya, Mali and Peru."
    assert roles(text, stated) == {}


def test_what_follows_the_members_of_another_process_is_not_theirs(
    stated: State,
) -> None:
    text = (
        "The Lima Forum on Visas consists of the member states of the Rabat Process,"
        " namely Kenya and Mali; and two states of the south: Peru and Chile."
    )
    facts = stated(text, "hasMember")
    assert ("Rabat Process", "hasMember", "Peru") not in facts
    assert ("Rabat Process", "hasMember", "Chile") not in facts


@pytest.mark.parametrize(
    "text",
    [
        "It is the first time that Kenya leads the Rabat Process since its inception"
        " in 2006.",
        "Kenya leads the Rabat Process, for the first time since the forum's inception"
        " in 2006.",
        "Founded in 2006 the Rabat Process is small.",
    ],
)
def test_the_inception_of_a_process_may_stand_behind_or_before_it(
    text: str, stated: State
) -> None:
    assert ("Rabat Process", "established", "2006") in stated(text, "established")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("All three states of the Rabat Process were present: Kenya, Mali, Peru.", 3),
        ("The two countries of the Process took part in Lima: Kenya and Mali.", 2),
        ("Kenya was admitted to the Rabat Process in 2003.", 1),
        ("Three countries of the Rabat Process were absent: Kenya, Mali and Peru.", 0),
        ("The countries of the Rabat Process met three guests: Kenya, Mali, Peru.", 0),
        ("Kenya was never admitted to the Rabat Process.", 0),
        ("The Rabat Process was set up by IOM and ICMPD.", 0),
        ("The Rabat Process was set up by IOM in 2000 with the help of Kenya.", 0),
        ("The Rabat Process was set up by Kenya, Mali and Peru with help of IOM.", 3),
    ],
)
def test_who_is_present_as_one_of_its_states_is_a_member_and_no_helper_is(
    text: str, count: int, stated: State
) -> None:
    assert len(roles(text, stated).get("hasMember", "").split()) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "It has three Member States, viz. Kenya, Mali and Chad.",
        "The process now has three members (Kenya, Mali and Chad) and two observers.",
        "On one side its members are Kenya and Mali; on the other side, Chad.",
        "Its members are Kenya and Mali; as countries of transit, Chad and Tunisia.",
        "Its members are Kenya and Mali, and, on the receiving side, Chad.",
    ],
)
def test_members_behind_viz_and_of_two_sides_belong(
    sentence: str, stated: State
) -> None:
    text = f"The Rabat Process is a dialogue of states. {sentence}"
    members = [name for _, _, name in stated(text, "hasMember")]
    assert members[:3] == ["Kenya", "Mali", "Chad"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It has three observers, viz. Kenya, Mali and Chad.",
        "It has no members, viz. Kenya, Mali or Chad.",
        "It has three former members, viz. Kenya, Mali and Chad.",
    ],
)
def test_observers_and_former_members_behind_viz_do_not_belong(
    sentence: str, stated: State
) -> None:
    text = f"The Rabat Process is a dialogue of states. {sentence}"
    assert stated(text, "hasMember") == []


def test_those_on_the_side_of_observers_are_no_members(stated: State) -> None:
    text = (
        "The Rabat Process is a dialogue of states. Its members are Kenya and Mali; "
        "on the observers' side, Chad and Tunisia."
    )
    assert [name for _, _, name in stated(text, "hasMember")] == ["Kenya", "Mali"]


def test_two_bodies_each_with_what_it_is_serve_a_process(stated: State) -> None:
    text = (
        "The Rabat Process is a dialogue of states. IOM, the UN Migration Agency, and "
        "UNHCR, the UN Refugee Agency, act as its Secretariat."
    )
    assert [name for _, _, name in stated(text, "hasSecretariat")] == ["IOM", "UNHCR"]
    doubted = text.replace("act as", "were never asked to act as")
    assert stated(doubted, "hasSecretariat") == []
