"""Who belongs to a process, and who is only named beside it."""

import pytest

from tests.graph.frames.conftest import State, objects

KHARTOUM = "Khartoum Process"


@pytest.mark.parametrize(
    ("text", "predicate", "names"),
    [
        (
            f"The {KHARTOUM} counts among its members Egypt, Kenya and Italy.",
            "hasMember",
            ["Egypt", "Kenya", "Italy"],
        ),
        (
            f"The {KHARTOUM} comprises 31 countries, among them Egypt and Kenya.",
            "hasMember",
            ["Egypt", "Kenya"],
        ),
        (
            f"The {KHARTOUM} is ours. IOM and UNHCR also participate as key partners.",
            "hasPartner",
            ["IOM", "UNHCR"],
        ),
        (
            f"The {KHARTOUM} is ours. The League of Arab States is an observer.",
            "hasObserver",
            ["League of Arab States"],
        ),
        (
            f"ICMPD serves as the secretariat of the {KHARTOUM}.",
            "hasSecretariat",
            ["ICMPD"],
        ),
    ],
)
def test_members_partners_observers_and_the_secretariat_are_kept_apart(
    text: str, predicate: str, names: list[str], stated: State
) -> None:
    kinds = ("hasMember", "hasPartner", "hasObserver", "hasSecretariat")
    assert stated(text, *kinds) == [(KHARTOUM, predicate, name) for name in names]


def test_a_group_is_not_expanded_into_its_states(stated: State) -> None:
    text = f"The {KHARTOUM} comprises 31 countries, among them all EU member states."
    assert stated(text, "hasMember") == []


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("The Rabat Process Steering Group (Kenya, Mali and IOM) met.", 3),
        ("The Rabat Process Steering Committee consists of Kenya and Mali.", 2),
        ("Kenya and Mali, members of the Rabat Process Steering Group, met.", 2),
        ("The Rabat Process Steering Committee should consist of Kenya.", 0),
        ("Kenya and Mali are not members of the Rabat Process Steering Group.", 0),
        ("Officials of the Rabat Process Steering Group and of Kenya met.", 0),
    ],
)
def test_those_who_steer_are_told_apart_from_those_beside_them(
    sentence: str, members: int, stated: State
) -> None:
    assert len(stated(sentence, "hasSteeringMember")) == members


THREE = ["Kenya", "Egypt", "Malta"]


@pytest.mark.parametrize(
    "text",
    [
        f"The {KHARTOUM} consists of the governments of Kenya, Egypt and Malta.",
        f"The {KHARTOUM} was set up in 2014. It brings together three countries on both"
        " shores: Kenya and Egypt in Africa, and Malta in Europe.",
        f"The {KHARTOUM} (KP), which unites Kenya (Chair), Egypt and Malta, is small.",
        f"The {KHARTOUM} is an informal platform for exchange between Kenya, Egypt and"
        " Malta.",
        f"The {KHARTOUM} is small. Its three participating states are: Kenya; Egypt;"
        " and Malta.",
        f"The participants of the {KHARTOUM} are the Republic of Kenya, Egypt and"
        " Malta.",
        f"Ministers of the states that take part in the {KHARTOUM} (Kenya, Egypt and"
        " Malta) spoke of visas.",
        f"The {KHARTOUM} was set up in 2014. The process comprises Kenya, Egypt and"
        " Malta.",
        "The Lima Mobility Forum (LMF) was set up in 2014. The Forum is made up of"
        " Kenya, Egypt and Malta.",
    ],
)
def test_of_whom_a_process_consists_is_told_in_many_ways(
    text: str, stated: State
) -> None:
    assert objects(stated(text, "hasMember")) == THREE


@pytest.mark.parametrize(
    "text",
    [
        f"The {KHARTOUM} brings together experts on the routes through Kenya, Egypt and"
        " Malta.",
        f"The {KHARTOUM} covers projects with partners in Kenya, Egypt and Malta.",
        f"The third meeting of the {KHARTOUM} brought together Kenya, Egypt and Malta.",
        f"The {KHARTOUM} could one day unite Kenya, Egypt and Malta.",
        f"The {KHARTOUM} was set up in 2014. Its participants do not include Kenya,"
        " Egypt and Malta.",
        f"Critics say that the {KHARTOUM} comprises Kenya, Egypt and Malta.",
        f"The {KHARTOUM} includes a visit to Kenya, Egypt and Malta.",
        f"The {KHARTOUM} met. They consist of nothing but Kenya, Egypt and Malta.",
        f"The {KHARTOUM} links its funds to returns from Kenya, Egypt and Malta.",
        f"Officials of the {KHARTOUM} met. The workshop is made up of Kenya, Egypt and"
        " Malta.",
    ],
)
def test_who_is_only_named_behind_a_process_is_no_member(
    text: str, stated: State
) -> None:
    assert objects(stated(text, "hasMember")) == []
