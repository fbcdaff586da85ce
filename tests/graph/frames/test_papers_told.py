"""Papers told in the passive, in lists, by number, or as a process's own."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import State, facts_of

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)
BOTH = {"Lima Work Plan", "Visa Roadmap"}


def adopted(text: str, stated: State) -> set[str]:
    """Return the documents that were adopted at a meeting."""
    return {name for name, _, _ in stated(text, "adoptedAt")}


@pytest.mark.parametrize(
    "text",
    [
        "Two documents were adopted at the conference: the Lima Work Plan and the Visa"
        " Roadmap.",
        "Two papers were approved: the Lima Work Plan and the Visa Roadmap.",
        "Adopted at the conference were the Lima Work Plan and the Visa Roadmap.",
        "The ministers adopted two documents: the Lima Work Plan and the Visa Roadmap.",
    ],
)
def test_all_documents_behind_a_colon_were_adopted(text: str, stated: State) -> None:
    assert adopted(HELD + text, stated) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Two documents are to be adopted: the Lima Work Plan and the Visa Roadmap.",
        "Two documents were adopted by students: the Lima Work Plan and the Visa"
        " Roadmap.",
        "Not adopted at the conference were the Lima Work Plan and the Visa Roadmap.",
        "Two documents should be adopted at the conference: the Lima Work Plan and the"
        " Visa Roadmap.",
        "A deal on migrants was inked by two football clubs.",
        "A memorandum of understanding on migrants was inked on the sidelines.",
        "The next step is the adoption of the Lima Declaration at the fifth ministerial"
        " conference of the Colombo Process.",
        "With the adoption of the Lima Declaration at the next conference, all would be"
        " well.",
        "They called for the adoption of the Lima Declaration at the conference.",
    ],
)
def test_what_others_adopt_or_is_yet_to_be_adopted_was_not(
    text: str, stated: State
) -> None:
    assert adopted(HELD + text, stated) == set()


def test_an_adoption_is_of_the_meeting_at_which_it_was(stated: State) -> None:
    text = (
        "The senior officials of the Colombo Process met in Suva on 5 June 2020. This"
        " meeting followed the adoption of the Lima Declaration and of the Lima Action"
        " Plan at the fourth ministerial conference of the Colombo Process, which took"
        " place in Lima on 3 May 2019."
    )
    found = {value for _, _, value in stated(text, "adoptedAt")}
    assert adopted(text, stated) == {"Lima Declaration", "Lima Action Plan"}
    assert found == {"fourth ministerial conference of the Colombo Process"}


def test_a_protocol_signed_with_an_agreement_is_of_its_day(stated: State) -> None:
    text = (
        "Nepal and Fiji signed the Labour Mobility Agreement and an accompanying"
        " protocol in Suva on 4 May 2021."
    )
    dated = {name for name, _, day in stated(text, "when") if day == "2021-05-04"}
    assert dated == {"Labour Mobility Agreement", "protocol"}


def test_what_a_communique_of_a_day_holds_is_set_out_in_it(stated: State) -> None:
    text = (
        "The Joint Communiqué of Nepal and Fiji is dated 4 May 2021. In it the two"
        " ministers agreed to protect migrant workers."
    )
    name = "Joint Communiqué of Nepal and Fiji"
    assert (name, "when", "2021-05-04") in stated(text, "when")
    assert [value for _, _, value in stated(text, "setOutIn")] == [name]


@pytest.mark.parametrize(
    "name", ["Resolution 2511", "Lima Action Points", "Lima Recommendations"]
)
def test_a_paper_is_known_by_its_number_or_its_place(name: str) -> None:
    text = f"{HELD}The ministers recalled the {name} adopted in May 2017."
    documents = record(read_text(text))["documents"]
    assert [item["name"] for item in documents] == [name]


def of_process(text: str) -> list[str]:
    """Return the process of each document of a text."""
    documents = record(read_text(text)).get("documents", [])
    return [item.get("of_process", {}).get("name", "") for item in documents]


def test_a_work_plan_without_a_name_is_that_of_the_only_process() -> None:
    text = (
        "The senior officials of the Colombo Process met in Suva on 5 June 2020. The"
        " Colombo Process has eleven members. Its officials went through the Work Plan"
        " for 2021."
    )
    assert of_process(text) == ["Colombo Process"]
    two = text.replace("eleven members", "the Rabat Process as its guest")
    assert of_process(two) == [""]
    other = text.replace("the Work Plan", "the Suva Harbour Work Plan")
    assert of_process(other) == [""]


def test_the_verb_of_a_headline_is_no_part_of_a_paper() -> None:
    text = f"Colombo Process Ministers Adopt Lima Recommendations\n\n{HELD}"
    documents = record(read_text(text))["documents"]
    assert [item["name"] for item in documents] == ["Lima Recommendations"]


@pytest.mark.parametrize(
    ("text", "document", "meeting"),
    [
        (
            "CONCLUSIONS OF THE 6th MEETING OF THE VISA BOARD\n\nThe sixth meeting of"
            " the Visa Board was held on 17 June 2019 in Lima.",
            "Conclusions of the 6th Meeting of the Visa Board",
            "6th Meeting of the Visa Board",
        ),
        (
            "It reviewed the Recommendations of the 3rd Andean Forum on Labour.",
            "Recommendations of the 3rd Andean Forum on Labour",
            "3rd Andean Forum on Labour",
        ),
        (
            "The previous meeting, COP13, took place in Lima, Peru, and adopted the"
            " Lima Declaration.",
            "Lima Declaration",
            "COP13",
        ),
    ],
)
def test_a_paper_is_of_the_meeting_that_it_is_named_for(
    text: str, document: str, meeting: str, stated: State
) -> None:
    told = {(name.lower(), value) for name, _, value in stated(text, "adoptedAt")}
    assert told == {(document.lower(), meeting)}


@pytest.mark.parametrize(
    "text",
    [
        "The draft Conclusions of the third meeting of the Visa Board were not agreed.",
        "Ministers discussed the Conclusions of the Visa Board.",
        "The Conclusions of the third meeting of the Visa Board will be published.",
    ],
)
def test_what_is_named_for_no_meeting_was_adopted_at_none(
    text: str, stated: State
) -> None:
    assert stated(text, "adoptedAt") == []


@pytest.mark.parametrize(
    ("title", "day", "adopted"),
    [
        ("Joint Statement by the Ministers of Peru and Chile", "today", True),
        ("Joint Statement by the Ministers of Peru and Chile", "on 4 April", False),
        ("Ministers of Peru and Chile issue joint statement", "today", False),
        ("Joint Statement by opposition leaders of Peru and Chile", "today", False),
    ],
)
def test_a_joint_text_is_of_those_who_met_on_its_day(
    title: str, day: str, adopted: bool
) -> None:
    text = f"{title}\n\nLima, 3 May 2021\n\nThe ministers of Peru and Chile met {day}."
    documents = record(read_text(f"{text} They agreed to share data on visas."))
    told = [one.get("adopted_at") for one in documents.get("documents", [])]
    assert any(told) is adopted


HEADED = """Rabat Process Ministerial Conference

{label}Co-Chairs' Statement

3 May 2019

The Ministerial Conference of the Rabat Process was {held} in Lima on 3 May 2019."""


@pytest.mark.parametrize(
    ("label", "held", "count"),
    [("", "held", 1), ("• ", "held", 0), ("", "put off, and not held,", 0)],
)
def test_a_paper_below_the_name_of_its_meeting_is_adopted_there_and_no_menu_is(
    label: str, held: str, count: int
) -> None:
    reading = read_text(HEADED.format(label=label, held=held))
    assert len(facts_of(reading, "adoptedAt")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They ended their third conference in Lima on Sunday with the signing of", 1),
        ("They wound up their third conference in Lima by adopting", 1),
        ("They ended their third conference in Lima on Sunday without adopting", 0),
        ("They will end their third conference in Lima by adopting", 0),
        ("They ended their third conference in Lima, and a crowd met by signing", 0),
    ],
)
def test_a_meeting_that_ended_somewhere_with_a_paper_adopted_it(
    text: str, count: int, stated: State
) -> None:
    told = "The ministers of the Rabat Process met in Lima in 2019."
    assert len(adopted(f"{told} {text} the Lima Work Plan.", stated)) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Outcomes Document of the talks has been released.", 1),
        ("Both reviewed how the Kenya-Mali Visa Accords are carried out.", 1),
        ("The group works under the Southern Arrangement on Labour Mobility.", 1),
        ("Arrangements were made, and the outcomes were praised.", 0),
    ],
)
def test_accords_arrangements_and_outcomes_documents_are_papers(
    text: str, names: int, stated: State
) -> None:
    assert len(stated(text, "documentKind")) == names


def test_a_paper_is_dated_behind_its_acronym(stated: State) -> None:
    text = "It was formed under the memorandum of understanding (MoU) of March 2019."
    assert [date for *_, date in stated(text, "when")] == ["2019-03"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ministers adopted a Declaration and a Plan of Action.", 2),
        ("The ministers adopted a political declaration as well as an action plan.", 2),
        ("The ministers adopted the Visa Roadmap and its related Lima Work Plan.", 2),
        ("The ministers adopted two papers, the Visa Roadmap and a declaration.", 2),
        ("A declaration and a plan of action were adopted at the conference.", 2),
        ("The ministers adopted the Visa Roadmap and a strategy was drawn up.", 1),
        ("The ministers adopted the Visa Roadmap and the Lima Plan was discussed.", 1),
        ("The ministers adopted the Visa Roadmap, and a charter should follow.", 1),
        ("The ministers did not adopt a declaration and a plan of action.", 0),
    ],
)
def test_each_of_several_papers_is_adopted_and_none_that_begins_another_clause(
    text: str, count: int, stated: State
) -> None:
    assert len(adopted(HELD + text, stated)) == count
