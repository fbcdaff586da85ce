import pytest

from tests.graph.frames.conftest import State, objects

KHARTOUM = "Khartoum Process"


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process was launched by Kenya and Italy in Rome on 28 November"
        " 2014.",
        "On 28 November 2014, Kenya and Italy launched the Khartoum Process in Rome.",
        "Kenya and Italy launched the Khartoum Process in Rome on 28 November 2014.",
    ],
)
def test_a_launch_founds_the_process_and_is_a_meeting(text: str, stated: State) -> None:
    facts = stated(text)
    launch = f"launch of the {KHARTOUM}"
    assert (KHARTOUM, "established", "2014-11-28") in facts
    assert (KHARTOUM, "foundedIn", "Rome") in facts
    assert (launch, "meetingKind", "meeting-kind/launch") in facts
    assert (launch, "startDate", "2014-11-28") in facts
    assert objects(stated(text, "hasParticipant")) == ["Kenya", "Italy"]


def test_a_launch_without_a_year_has_none(stated: State) -> None:
    text = "Egypt and the EU launched the EU-Egypt Migration Dialogue on 16 December."
    facts = stated(text, "established", "when", "startDate")
    assert objects(facts) == ["XXXX-12-16", "XXXX-12-16"]


def test_founding_names_the_year_the_meeting_and_the_place(stated: State) -> None:
    text = (
        f"The {KHARTOUM}, founded in 2009 during a ministerial meeting in Oslo,"
        " is a dialogue."
    )
    facts = stated(text)
    assert (KHARTOUM, "established", "2009") in facts
    assert (KHARTOUM, "foundedIn", "Oslo") in facts
    assert ("ministerial meeting", "heldInPlace", "Oslo") in facts
    assert ("ministerial meeting", "isMeetingOf", KHARTOUM) in facts


def test_the_place_in_a_name_is_not_where_it_was_founded(stated: State) -> None:
    text = f"The {KHARTOUM} was established in 2014."
    assert objects(stated(text, "established", "foundedIn")) == ["2014"]


def test_an_aim_is_themes_and_never_an_undertaking(stated: State) -> None:
    text = (
        f"The {KHARTOUM} aims to prevent the smuggling of migrants and to protect"
        " refugees."
    )
    assert objects(stated(text, "aim")) == [
        "migration/irregular-smuggling-trafficking",
        "migration/protection-rights",
    ]
    assert stated(text, "wording") == []


def test_a_launch_in_some_year_is_no_meeting(stated: State) -> None:
    facts = stated(f"The {KHARTOUM} was launched in 2014 by Kenya and Italy.")
    assert (KHARTOUM, "established", "2014") in facts
    assert not [item for item in facts if "launch" in item[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Khartoum Process is small. Its third meeting was held in Lima on 3 May"
            " 2015. The Khartoum Process went on.",
            "third meeting",
        ),
        (
            "The Khartoum Process is small. The fourth Expert Meeting was held in Lima"
            " on 3 May 2015. The Khartoum Process went on.",
            "fourth Expert Meeting",
        ),
        (
            "The Lima Conference on Visas (LCV) was set up in 2001. The III LCV was"
            " held in Quito in May 2015. The LCV is small.",
            "III LCV",
        ),
        (
            "The seventh Andean Visa Dialogue was held in Lima on 3 May 2015.",
            "seventh Andean Visa Dialogue",
        ),
    ],
)
def test_a_meeting_with_a_number_alone_is_one_of_the_only_process(
    text: str, name: str, stated: State
) -> None:
    assert [item[0] for item in stated(text, "isMeetingOf")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process is small. The third bilateral meeting was held in Lima on"
        " 3 May 2015. The Khartoum Process went on.",
        "The Khartoum Process is small. The 3rd meeting of the Joint Committee of Peru"
        " was held in Lima on 3 May 2015. The Khartoum Process went on.",
        "The Khartoum Process is small. The third International Conference on Water was"
        " held in Lima on 3 May 2015. The Khartoum Process went on.",
        "The fifth meeting was held in Lima on 3 May 2015. Some spoke of the Khartoum"
        " Process.",
        "The Khartoum Process and the Rabat Process are small. The third meeting was"
        " held in Lima on 3 May 2015. The Khartoum Process went on.",
    ],
)
def test_a_meeting_of_somebody_else_is_none_of_the_only_process(
    text: str, stated: State
) -> None:
    assert stated(text, "isMeetingOf") == []
