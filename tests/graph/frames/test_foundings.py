"""The many ways in which a text says when a process began, and who belongs to it."""

import pytest

from tests.graph.frames.conftest import State


@pytest.mark.parametrize(
    "text",
    [
        "Launched in 2003, the Colombo Process brings together states of Asia.",
        "The Colombo Process came into being in 2003.",
        "The Colombo Process dates back to 2003.",
        "The Colombo Process, which started in 2003, has twelve members.",
        "The Colombo Process was formed in 2003 by ten states.",
        "The Colombo Process has existed since 2003.",
        "The Colombo Process is a dialogue of twelve states, established in 2003.",
        "In 2003, the Colombo Process was launched with ten states.",
        "The year 2003 saw the launch of the Colombo Process.",
        "The launch of the Colombo Process in Lima in 2003 was a milestone.",
        "Ministers founded the Colombo Process in Lima in 2003.",
        "The Colombo Process is a dialogue. It was set up in 2003.",
        "The Colombo Process\n\nEstablished in 2003, it has twelve members.",
    ],
)
def test_a_founding_is_dated_in_many_words(text: str, stated: State) -> None:
    assert {value for _, _, value in stated(text, "established")} == {"2003"}


@pytest.mark.parametrize(
    "text",
    [
        "To be launched in 2031, the Colombo Process has no members yet.",
        "The Colombo Process launched a programme in 2003.",
        "The Colombo Process should be founded in 2031, ministers hope.",
        "The idea of the Colombo Process dates back to 2003.",
        "The Colombo Process began in 2003 to train border guards.",
        "Nobody founded the Colombo Process in 2003.",
        "Ministers called for the launch of the Colombo Process in 2031.",
        "It is said that the Colombo Process came into being in 2003.",
    ],
)
def test_what_is_no_founding_dates_none(text: str, stated: State) -> None:
    assert stated(text, "established") == []


@pytest.mark.parametrize(
    "text",
    [
        "The member states of the Colombo Process, namely Nepal and Chile, met.",
        "The Colombo Process, made up of Nepal and Chile, met in Lima.",
        "The Colombo Process is a dialogue of two countries (Nepal and Chile).",
        "Nepal and Chile are members of the Colombo Process.",
        "Nepal and Chile have joined the Colombo Process.",
        "The Colombo Process\n\n2 Members\n\nNepal / Chile",
        "The Colombo Process\n\nMember states\n\nNepal, Chile",
    ],
)
def test_members_are_named_in_many_words(text: str, stated: State) -> None:
    members = {value for _, _, value in stated(text, "hasMember")}
    assert members == {"Nepal", "Chile"}


@pytest.mark.parametrize(
    "text",
    [
        "Nepal and Chile are possible members of the Colombo Process.",
        "Nepal and Chile left the Colombo Process in 2003.",
        "Nepal and Chile have not joined the Colombo Process.",
        "The Colombo Process met. IOM member states: Nepal and Chile.",
        "The Colombo Process\n\nMember states\n\nNepal thanked Chile for its help.",
    ],
)
def test_who_is_no_member_is_none(text: str, stated: State) -> None:
    assert stated(text, "hasMember") == []


@pytest.mark.parametrize(
    "name",
    [
        "migration partnership between Kenya and Mali",
        "Migration Dialogue between Kenya and Mali",
        "joint committee on migration between Kenya and Mali",
    ],
)
def test_the_two_parties_of_a_process_are_its_members(name: str, stated: State) -> None:
    text = f"The {name} was established in 2011."
    assert {value for _, _, value in stated(text, "hasMember")} == {"Kenya", "Mali"}
    assert {value for _, _, value in stated(text, "established")} == {"2011"}


@pytest.mark.parametrize(
    "text",
    [
        "IOM, which is in charge of the Colombo Process Secretariat, spoke.",
        "IOM also acts as secretariat of the Colombo Process.",
        "IOM performs the functions of the secretariat of the Colombo Process.",
    ],
)
def test_a_secretariat_is_named_in_many_words(text: str, stated: State) -> None:
    assert [value for _, _, value in stated(text, "hasSecretariat")] == ["IOM"]
    assert not stated(f"It is not true that {text}", "hasSecretariat")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le Processus de Colombo, qui est un dialogue entre les pays de la région,"
            " a été créé par le protocole d'accord signé à Lima le 30 octobre 1997.",
            "Processus de Colombo",
        ),
        (
            "El Proceso de Colombo es un diálogo de los países de la región. El proceso"
            " fue creado mediante la declaración firmada en Lima el 30 de octubre de"
            " 1997.",
            "Proceso de Colombo",
        ),
        (
            "The Colombo Process was established by the memorandum of understanding"
            " signed in Lima on 30 October 1997.",
            "Colombo Process",
        ),
    ],
)
def test_a_paper_that_founded_a_process_dates_it(
    text: str, name: str, stated: State
) -> None:
    assert {(name, "established", "1997-10-30"), (name, "foundedIn", "Lima")} <= set(
        stated(text)
    )
