"""Which process a meeting belongs to when its own name does not say so."""

import pytest

from tests.graph.frames.conftest import State


def owners(text: str, stated: State) -> set[tuple[str, str]]:
    return {(one, value) for one, _, value in stated(text, "isMeetingOf")}


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (
            "The partners of the Rabat Process met again. The last Senior Officials'"
            " Meeting was held in Lima on 4 May 2021.",
            "last Senior Officials' Meeting",
        ),
        (
            "The second meeting of the Rabat Process was held in Lima on 4 May 2021."
            " The third meeting was held in Accra on 5 June 2022.",
            "third meeting",
        ),
        (
            "The Rabat Process grows. A new plan of the Rabat Process is out.\n\nThe"
            " Steering Committee Meeting was held in Lima on 4 May 2021.",
            "Steering Committee Meeting",
        ),
    ],
)
def test_a_meeting_named_by_its_level_alone_is_that_of_the_process_spoken_of(
    text: str, meeting: str, stated: State
) -> None:
    assert (meeting, "Rabat Process") in owners(text, stated)


@pytest.mark.parametrize(
    "text",
    [
        "The Rabat Process and the Khartoum Process grow. The last Senior Officials'"
        " Meeting was held in Lima on 4 May 2021.",
        'In 2021 a Ministerial Conference adopted the "Lima Declaration on a Silk'
        ' Routes Partnership for Migration".',
        "The Rabat Process grows. The Senior Officials' Meeting of ASEAN was held in"
        " Lima on 4 May 2021.",
        "The Rabat Process grows. The EU Senior Officials' Meeting was held in Lima on"
        " 4 May 2021.",
        "The Rabat Process grows. The third meeting of the bank was held in Lima on"
        " 4 May 2021.",
        "The Rabat Process grows. The third meeting between Kenya and Mali was held in"
        " Lima on 4 May 2021.",
        "The Rabat Process grows. A meeting was held in Lima on 4 May 2021.",
        "The Rabat Process is known.\n\nThe Steering Committee Meeting was held in Lima"
        " on 4 May 2021.",
    ],
)
def test_a_meeting_of_somebody_else_is_not_that_of_the_process(
    text: str, stated: State
) -> None:
    assert owners(text, stated) == set()


@pytest.mark.parametrize(
    ("text", "process"),
    [
        (
            "Kenya and Italy held their seventh high-level dialogue on migration and"
            " mobility in Rome on 4 May 2023.",
            "high-level dialogue on migration and mobility",
        ),
        (
            "The third Joint Working Group (JWG) meeting between Kenya and Italy was"
            " held in Rome on 4 May 2023.",
            "Joint Working Group (JWG) between Kenya and Italy",
        ),
        (
            "The 9th High Level Dialogue on Migration between Kenya and Italy was held"
            " in Rome on 4 May 2023.",
            "High Level Dialogue on Migration between Kenya and Italy",
        ),
        (
            "The 15th meeting of the Kenya-Italy working group was held in Rome on"
            " 4 May 2023.",
            "Kenya-Italy working group",
        ),
    ],
)
def test_a_numbered_dialogue_of_two_goes_on_and_has_them_for_members(
    text: str, process: str, stated: State
) -> None:
    facts = stated(text, "isMeetingOf", "hasMember")
    assert {value for _, name, value in facts if name == "isMeetingOf"} == {process}
    assert {value for _, name, value in facts if name == "hasMember"} == {
        "Kenya",
        "Italy",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Italy held their talks on migration in Rome on 4 May 2023.",
        "Kenya and Italy held a dialogue on migration in Rome on 4 May 2023.",
        "Kenya and Italy sent their third delegation to Rome on 4 May 2023.",
    ],
)
def test_talks_without_a_number_are_no_process(text: str, stated: State) -> None:
    assert stated(text, "isMeetingOf") == []


@pytest.mark.parametrize(
    ("name", "process"),
    [
        ("Experts' Group of the Almaty Process", "Almaty Process"),
        ("Working Group on Return of the Rabat Process", "Rabat Process"),
        ("Visa Board", "Visa Board"),
    ],
)
def test_a_meeting_of_an_organ_is_one_of_its_process(
    name: str, process: str, stated: State
) -> None:
    text = f"Peru hosted the third meeting of the {name} in Lima on 14 May 2019."
    assert [fact[2] for fact in stated(text, "isMeetingOf")] == [process]
