"""What a phrase that only refers to something means, and the sentence that tells so."""

import pytest

from hiwar.graph.model import Reading
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State

NAMED = "The Senior Officials Meeting of the Khartoum Process was held in Nairobi."
SIGNED = "Kenya and Mali signed a memorandum of understanding on 3 May 2019."
FILLER = (
    "The weather of the week was fine, and the harbour was busy on all of the days."
)


def quotes(reading: Reading, predicate: str) -> list[str]:
    """Return the sentences behind the first true statement of a property."""
    found = next(
        item
        for item in reading.statements
        if str(item.predicate).endswith(f"#{predicate}") and item.status.is_true
    )
    return [reading.quote(index) for index in found.sentences]


@pytest.mark.parametrize(
    ("predicate", "sentence"),
    [
        ("hostedBy", "Kenya hosted the meeting."),
        ("hasParticipant", "Delegates from Kenya and Mali took part in the meeting."),
        ("committedAt", "The ministers agreed to protect refugees."),
        ("adoptedAt", "The meeting adopted the Nairobi Declaration."),
    ],
)
@pytest.mark.parametrize("between", ["", f"{FILLER}\n\n", f"{FILLER} {FILLER} "])
def test_the_sentence_that_names_the_meeting_is_evidence_too(
    predicate: str, sentence: str, between: str
) -> None:
    reading = read_text(f"{NAMED} {between}{sentence}")
    assert quotes(reading, predicate)[0].strip() == sentence
    assert NAMED in (quote.strip() for quote in quotes(reading, predicate))


def test_a_sentence_that_names_all_itself_needs_no_other() -> None:
    whole = "Kenya hosted the Senior Officials Meeting of the Khartoum Process."
    assert quotes(read_text(f"{NAMED} {FILLER} {whole}"), "hostedBy") == [whole]


def test_the_sentence_that_names_the_document_is_evidence_too() -> None:
    text = f"{SIGNED} {FILLER} The agreement builds on the Nairobi Declaration."
    assert SIGNED in (q.strip() for q in quotes(read_text(text), "buildsOn"))


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        (
            "The ministerial conference of the Rabat Process was held in Dakar. A"
            " workshop on visas was held in Oslo. A workshop on asylum was held in"
            " Rome. Kenya hosted the workshop.",
            "hostedBy",
        ),
        (
            "Kenya and Mali signed a memorandum of understanding on 3 May 2019. Kenya"
            " and Chad signed the Moroni Agreement on 4 May 2019. The treaty builds"
            " on the Nairobi Declaration. The accord builds on the Dakar Declaration.",
            "buildsOn",
        ),
    ],
)
def test_where_two_readings_tie_none_is_chosen(
    text: str, predicate: str, stated: State
) -> None:
    assert stated(text, predicate) == []


def test_the_year_tells_one_declaration_from_another(stated: State) -> None:
    text = (
        "In 2013 a conference of the Rabat Process adopted the Dakar Declaration. In"
        " 2016 a conference of the Rabat Process adopted the Tunis Declaration. The"
        " Khartoum Process builds on the 2013 Declaration."
    )
    facts = stated(text, "buildsOn")
    assert [value for _, _, value in facts] == ["Dakar Declaration"]


def test_they_are_the_actors_of_the_sentence_before(stated: State) -> None:
    text = f"{NAMED} Kenya and Mali spoke of borders. They agreed to protect refugees."
    assert {v for _, _, v in stated(text, "committedBy")} == {"Kenya", "Mali"}


def test_they_are_nobody_where_the_sentence_before_names_nobody(stated: State) -> None:
    text = f"{NAMED} {FILLER} They agreed to protect refugees."
    assert stated(text, "committedBy") == []


@pytest.mark.parametrize(
    "plan",
    [
        "the Dakar Action Plan, adopted at the Lima Summit in 2015",
        "the Dakar Action Plan, which was adopted at the Lima Summit in 2015",
        "the Dakar Action Plan that had been signed during the Lima Summit in 2015",
    ],
)
def test_where_a_plan_was_adopted_is_not_what_a_text_is_about(
    plan: str, stated: State
) -> None:
    text = (
        f"The states of the region work on {plan}. The Nairobi Conference was held"
        " on 3 May 2019. The meeting was attended by Kenya."
    )
    assert {one for one, _, _ in stated(text, "hasParticipant")} == {
        "Nairobi Conference"
    }


def test_the_only_meeting_of_a_text_is_its_own_wherever_it_stands(
    stated: State,
) -> None:
    text = "All know the Dakar Plan, adopted at the Lima Summit. Kenya took part."
    assert {one for one, _, _ in stated(text, "hasParticipant")} <= {"Lima Summit"}


def test_a_meeting_held_within_another_is_part_of_it(stated: State) -> None:
    held = "The Nairobi Conference was {} on 3 May 2019 as part of the Lima Summit."
    assert stated(held.format("held"), "partOf") == [
        ("Nairobi Conference", "partOf", "Lima Summit")
    ]
    assert not stated(held.format("never held"), "partOf")
    assert not stated(held.replace("was {}", "should be held"), "partOf")


def test_those_who_meet_to_follow_up_on_a_plan_follow_it_up(stated: State) -> None:
    text = "{} met in Nairobi on 3 May 2019 to follow up on the Dakar Action Plan."
    ((_, _, plan),) = stated(text.format("Ministers of Kenya and Mali"), "followsUp")
    assert plan == "Dakar Action Plan"
    assert not stated(text.format("Nobody"), "followsUp")


SERIES = "Its third ministerial meeting was held in Lima in May 2011."


@pytest.mark.parametrize(
    ("text", "predicate", "target"),
    [
        (
            f"The Colombo Process is small. {SERIES} It follows the second Senior"
            " Officials' Meeting of the Colombo Process, held in Quito.",
            "followsUp",
            "second Senior Officials' Meeting of the Colombo Process",
        ),
        (
            "The third ministerial meeting of the Colombo Process was held in Lima in"
            " May 2011 to review progress in the implementation of the Quito"
            " Declaration.",
            "followsUp",
            "Quito Declaration",
        ),
        (
            "The Peru-Chile Joint Working Group, set up in 2011 under the Lima"
            " Declaration, is small.",
            "partOf",
            None,
        ),
        (
            "The Peru-Chile Joint Working Group, established under the Lima"
            " Declaration, is small.",
            "partOf",
            "Lima Declaration",
        ),
        (
            "The Peru-Chile Joint Working Group is a thematic track of the Colombo"
            " Process.",
            "partOf",
            "Colombo Process",
        ),
        (
            "The Colombo Process is anchored in the Lima Declaration.",
            "buildsOn",
            "Lima Declaration",
        ),
        (
            "The Colombo Process contributes to the implementation of the Lima"
            " Declaration.",
            "alignsWith",
            "Lima Declaration",
        ),
        (
            "In 2011 the Peru-Chile Visa Dialogue was renamed the Peru-Chile Joint"
            " Commission.",
            "successorOf",
            "Peru-Chile Visa Dialogue",
        ),
        (
            "The Colombo Process could one day be anchored in the Lima Declaration.",
            "buildsOn",
            None,
        ),
        (
            "The Peru-Chile Joint Working Group is no track of the Colombo Process.",
            "partOf",
            None,
        ),
        (
            "Some want the Peru-Chile Visa Dialogue to be renamed the Peru-Chile Joint"
            " Commission.",
            "successorOf",
            None,
        ),
        (
            f"The Colombo Process is small. {SERIES} It was followed by the second"
            " Senior Officials' Meeting of the Colombo Process.",
            "followsUp",
            None,
        ),
        (
            f"The Colombo Process is small. {SERIES} Critics say that it follows the"
            " Lima Declaration.",
            "followsUp",
            None,
        ),
    ],
)
def test_how_one_thing_hangs_on_another_is_told_in_many_ways(
    text: str, predicate: str, target: str | None, stated: State
) -> None:
    found = [value for _, _, value in stated(text, predicate)]
    assert found == ([target] if target else [])


def test_the_meeting_is_none_that_a_later_sentence_tells_as_upcoming() -> None:
    told = (
        "On Monday Minister Ines Sample received the Kenyan ambassador. During the"
        " meeting the Minister gave an overview. She referred to the upcoming"
        " ministerial meeting on migration, which will be held in Malta on 23 May."
    )
    true = [item for item in read_text(told).statements if item.status.is_true]
    assert not any(str(item.predicate).endswith("#hasParticipant") for item in true)
    status = [item.object for item in true if "meetingStatus" in item.predicate]
    assert [str(item).rsplit("/", 1)[-1] for item in status] == ["planned"]


def test_what_is_referred_to_is_not_a_meeting_that_is_told_of_only_later() -> None:
    text = (
        f"{NAMED} The Minister of Interior of Mali, Mr Omar Sample, chaired the summit."
    )
    facts = read_text(f"{text} Kenya had proposed it at a four-party summit in Paris.")
    chairs = [item for item in facts.statements if item.predicate == HIWAR.presidedBy]
    assert not [item for item in chairs if item.status.is_true]
