"""The many ways in which a report says that a document was adopted, and when."""

import pytest

from tests.graph.frames.conftest import State

HELD = (
    "The fourth ministerial conference of the Colombo Process was held in Lima on"
    " 3 May 2019. "
)


def adopted(text: str, stated: State) -> dict[str, str]:
    """Return where each document of a text was adopted."""
    return {name: value for name, _, value in stated(text, "adoptedAt")}


@pytest.mark.parametrize(
    "text",
    [
        "The conference, after long debates, unanimously adopted the Lima Declaration.",
        "The ministers discussed visas and adopted the Lima Declaration.",
        "The ministers put their signatures to the Lima Declaration.",
        "The participants gave their approval to the Lima Declaration.",
        "The conference unveiled the Lima Declaration.",
        "The conference concluded with the signing of the Lima Declaration.",
        "The conference ended by adopting the Lima Declaration.",
        "The adoption of the Lima Declaration marked the end of the conference.",
        "With the adoption of the Lima Declaration, ministers set a new course.",
        "Adopting the Lima Declaration, the ministers named five priorities.",
        "The outcome of the meeting was the Lima Declaration.",
        "The Lima Declaration was the main outcome of the conference.",
        "The Lima Declaration was adopted by acclamation.",
        "The Lima Declaration was unanimously endorsed.",
        "The Lima Declaration, which ministers signed, names five priorities.",
        "The Lima Declaration, signed by eleven ministers, names five priorities.",
        "A declaration, called the Lima Declaration, was adopted at the conference.",
    ],
)
def test_an_adoption_is_told_in_many_words(text: str, stated: State) -> None:
    assert list(adopted(HELD + text, stated)) == ["Lima Declaration"]


@pytest.mark.parametrize(
    "text",
    [
        "The conference discussed the Lima Declaration.",
        "The Lima Declaration will be adopted at a later date.",
        "The adoption of the Lima Declaration would have been a milestone.",
        "Without adopting the Lima Declaration, the ministers left.",
        "Ministers hope that the outcome will be the Lima Declaration.",
        "The Lima Declaration was adopted by nobody.",
        "If the Lima Declaration was adopted at the conference, nobody knows it.",
        "Unless the Lima Declaration was the outcome of the conference, all is lost.",
        "The Lima Declaration was never put to the vote.",
        "Critics say that the ministers put their names to the Lima Declaration.",
        "The Lima Declaration was adopted in 2011.",
        "The Quito Declaration was adopted by acclamation.",
        "The draft of the Lima Declaration was circulated.",
    ],
)
def test_what_was_not_adopted_there_is_not(text: str, stated: State) -> None:
    assert adopted(HELD + text, stated) == {}


def test_a_statement_that_was_issued_is_of_the_only_meeting(stated: State) -> None:
    text = "A joint statement was issued."
    assert list(adopted(HELD + text, stated)) == ["joint statement"]
    other = "The fifth ministerial conference will be held in Quito in 2029. "
    assert adopted(HELD + other + text, stated) == {}


def test_an_agreement_to_do_something_is_no_document(stated: State) -> None:
    for text in (
        "The conference ended with an agreement to protect migrants.",
        "An agreement was reached to protect migrants.",
    ):
        assert adopted(HELD + text, stated) == {}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("All know the Lima Declaration of 2011.", "2011"),
        ("They read the Lima Declaration, dated 4 May 2011.", "2011-05-04"),
        ("Since the adoption of the Lima Declaration in 2011, much changed.", "2011"),
        ("They recalled the Lima Declaration, signed in 2011.", "2011"),
        ("The Re-admission Agreement, which Kenya and Mali signed in 2011.", "2011"),
        (
            "Kenya signed an agreement on seasonal work with Mali on 5 June 2018.",
            "2018-06-05",
        ),
        (
            "Kenya and Mali initialled a readmission agreement on 5 June 2018.",
            "2018-06-05",
        ),
        (
            "They recalled the joint statement on visas that was adopted in Lima on 5"
            " June 2018.",
            "2018-06-05",
        ),
        (
            "A protocol on the return of migrants was initialled on 5 June 2018.",
            "2018-06-05",
        ),
        (
            "They hailed the signing of a memorandum of understanding on visas on 5"
            " June 2018.",
            "2018-06-05",
        ),
        (
            "LIMA, 5 June 2018 – Kenya and Mali today signed a road map on visas.",
            "2018-06-05",
        ),
    ],
)
def test_a_document_is_dated_in_many_words(text: str, date: str, stated: State) -> None:
    assert [value for _, _, value in stated(text, "when")] == [date]


def test_a_document_of_a_process_is_its_own(stated: State) -> None:
    for text in (
        "They read the Lima Declaration of the Colombo Process.",
        "In 2011 the Colombo Process adopted the Lima Declaration.",
        "The Colombo Process Vision 2030, a new strategy, was read out.",
    ):
        values = {value for _, _, value in stated(text, "frameworkOf")}
        assert values == {"Colombo Process"}, text


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Lima Declaration supersedes the Quito Declaration.", "successorOf"),
        ("The Lima Declaration has replaced the Quito Declaration.", "successorOf"),
        ("The Quito Declaration was replaced by the Lima Declaration.", "successorOf"),
        ("The Lima Declaration follows on from the Quito Declaration.", "followsUp"),
        ("The Lima Declaration is based on the Quito Declaration.", "buildsOn"),
        (
            "The Lima Declaration is an integral part of the Quito Declaration.",
            "partOf",
        ),
    ],
)
def test_documents_relate_in_many_words(
    text: str, relation: str, stated: State
) -> None:
    expected = [("Lima Declaration", relation, "Quito Declaration")]
    assert stated(text, "successorOf", "followsUp", "buildsOn", "partOf") == expected
    doubted = f"It is not true that {text[:1].lower()}{text[1:]}"
    assert not stated(doubted, "successorOf", "followsUp", "buildsOn", "partOf")


def test_a_later_document_takes_no_earlier_words(stated: State) -> None:
    text = (
        HELD + "According to the communiqué, the ministers recognise that safe routes"
        " matter. One minister wants a new roadmap with clear aims."
    )
    (name,) = adopted(text, stated)
    kinds = [subject for subject, _, _ in stated(text, "documentKind")]
    assert name in kinds, "what was adopted has its class"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed an agreement on the talks that ended on 5 June 2018.",
        "Kenya hopes to sign an agreement on seasonal work with Mali on 5 June 2028.",
        "An agreement on the return of migrants was not initialled on 5 June 2018.",
        "They hailed the plan for the signing of an agreement on 5 June 2028.",
        # another declaration of the same name
        "Kenya signed a joint declaration. Mali signed a joint declaration with Chad on"
        " 5 June 2018.",
    ],
)
def test_no_other_day_is_that_of_a_signature(text: str, stated: State) -> None:
    assert stated(text, "when") == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministers should adopt a Lima Declaration on Migration.",
        "The ministers did not adopt a Lima Declaration on Migration.",
        "No Lima Declaration on Migration was adopted.",
        "NGOs hope for a Lima Declaration on Migration.",
        "The ministers refused to sign a memorandum of understanding.",
        "Kenya and Mali might sign a readmission agreement.",
    ],
)
def test_a_document_that_is_only_wished_for_or_refused_is_none(
    text: str, stated: State
) -> None:
    named = {fact[-1] for fact in stated(text, "mentions")}
    assert stated(text, "documentKind") == []
    assert named <= {"Kenya", "Mali"}


def test_a_document_that_is_wished_for_and_then_adopted_is_one(stated: State) -> None:
    text = (
        "The ministers of Kenya and Mali met in Lima on 3 May 2019. NGOs hoped for a"
        " Lima Declaration. The ministers adopted the Lima Declaration."
    )
    assert len(stated(text, "documentKind")) == 1


def test_what_was_signed_beside_a_meeting_was_not_adopted_there(stated: State) -> None:
    held = "The ministerial conference of the Rabat Process was held in Dakar."
    for text in (
        "On the margins of the conference, Kenya and Mali signed a road map on visas.",
        "In the margins of the conference in Dakar, Ana Sample, Minister of Labour of"
        " Mali, and the officials who came with her signed a road map on visas.",
    ):
        assert stated(f"{held} {text}", "adoptedAt") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Action Plan 2024-26 tabled by Kenya was endorsed by all members present.",
        "The Action Plan 2024-26 was adopted by the delegations present.",
        "The Action Plan 2024–2026, put forward by Kenya, was endorsed by all present.",
    ],
)
def test_a_paper_of_some_years_is_adopted_by_those_present(
    sentence: str, stated: State
) -> None:
    text = f"The third ministerial conference of the Rabat Process was held. {sentence}"
    assert len(stated(text, "adoptedAt")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The Action Plan 2024-26 tabled by Kenya was rejected by all states present.",
        "The Action Plan 2024-26 tabled by Kenya was to be endorsed by all present.",
        "Kenya said the Action Plan 2024-26 was endorsed by all states present.",
        "The Action Plan 2024-26 was read out by the delegations present.",
    ],
)
def test_a_paper_that_was_only_tabled_is_not_adopted(
    sentence: str, stated: State
) -> None:
    text = f"The third ministerial conference of the Rabat Process was held. {sentence}"
    assert stated(text, "adoptedAt") == []
