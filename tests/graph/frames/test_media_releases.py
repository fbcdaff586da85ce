"""Media releases as whole texts: headline, letterhead, and who "I" is."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import objects, whole

TALKS = "the fifth ministerial conference of the Colombo Process in Lima"
LETTERHEAD = "Senator the Hon Ana Sample\nMinister for Home Affairs\n\n4 May 2019\n\n"


def values(text: str, predicate: str) -> set[str]:
    """Return the values of one property."""
    return set(objects(whole(text, predicate)))


@pytest.mark.parametrize(
    "text",
    [
        f"Media release\n\n{LETTERHEAD}Today I attended {TALKS}.",
        f"{LETTERHEAD}On Monday I took part in {TALKS}, where I spoke of visas.",
        f"{LETTERHEAD}The weather was fine, and I attended {TALKS}.",
        f"Statement by Minister Sample\n\nToday I attended {TALKS}.\n\nAna Sample\n"
        "Minister for Home Affairs",
        f"Remarks by the Hon. Ana Sample, Minister of Labour\n\nI attended {TALKS}.",
    ],
)
def test_i_am_who_signs_the_text(text: str) -> None:
    assert values(text, "hasParticipant") == {"Ana Sample"}


@pytest.mark.parametrize(
    "text",
    [
        f'{LETTERHEAD}"I attended {TALKS}," said a guest who gave no name to us.',
        f"{LETTERHEAD}I will attend {TALKS}.",
        f"{LETTERHEAD}I could not attend {TALKS}.",
        f"{LETTERHEAD}Annex I attended to {TALKS}.",
        f"MINISTER SAMPLE: I attended {TALKS}.\n\nJOURNALIST: I was there too.",
        f"Minister Ana Sample on visas\n\nToday I attended {TALKS}.",
        f"Today I attended {TALKS}.\n\nMedia contact: Ms Ana Sample",
        f"Ms Ana Sample\n\nMr Jan Muster\n\nToday I attended {TALKS} with others.",
    ],
)
def test_i_am_nobody_where_others_speak_or_nobody_signs(text: str) -> None:
    assert not values(text, "hasParticipant")


def test_what_i_did_leads_back_to_my_name() -> None:
    reading = read_text(f"{LETTERHEAD}Today I attended {TALKS}.")
    came = [
        s for s in reading.statements if str(s.predicate).endswith("hasParticipant")
    ]
    assert {0, len(reading.sentences) - 1} <= set(came[0].sentences)


def test_i_speak_for_the_state_that_i_represented() -> None:
    text = f"{LETTERHEAD}Today I represented Ghana at {TALKS}."
    assert values(text, "postFor") == {"Ghana"}
    assert values(text, "hasParticipant") == {"Ghana", "Ana Sample"}


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Minister attends Colombo Process conference in Lima", TALKS),
        ("Colombo Process meeting in Lima", TALKS),
        ("Labour: Colombo Process summit", TALKS),
        ("Minister off to MED4 meeting in Lima", "a MED4 summit on 4 May 2019"),
    ],
)
def test_a_headline_means_the_meeting_of_its_lead(head: str, text: str) -> None:
    facts = whole(f"{head}\n\nThe Minister of Labour, Ana Sample, attended {text}.")
    met = {name for name, predicate, _ in facts if predicate == "meetingStatus"}
    assert len(met) == 1
    assert ("heldInPlace", "Lima") in {
        (p, v) for _, p, v in facts
    } or "Lima" not in head


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Rabat Process conference in Lima", TALKS),
        ("Colombo Process conference in Oslo", TALKS),
        ("Fourth Colombo Process conference", TALKS),
        ("Ahead of the Colombo Process summit", TALKS),
    ],
)
def test_a_headline_of_another_meeting_is_another(head: str, text: str) -> None:
    facts = whole(f"{head}\n\nThe Minister of Labour, Ana Sample, attended {text}.")
    came = {name for name, predicate, _ in facts if predicate == "hasParticipant"}
    assert len(came) == 1
    assert len({name for name, p, _ in facts if p == "meetingKind"}) > 1


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Labour of the Republic of Ghana",
        "Ministry for Home Affairs, Ghana",
        "Embassy of Ghana in Peru",
        "Government of Ghana",
        "Press release by the Department of Labour (Ghana)",
        "Source: Ministry of Labour, Ghana",
    ],
)
def test_a_line_of_a_government_tells_whose_minister_it_is(line: str) -> None:
    lead = f"Minister of Labour Ana Sample attended {TALKS} on 4 May 2019."
    for text in (f"Labour talks\n\n{lead}\n\n{line}", f"{line}\n\n{lead}"):
        assert values(text, "postFor") == {"Ghana"}


@pytest.mark.parametrize(
    "lines",
    [
        ("Ministry of Labour, Ghana", "Ministry of Labour, Togo"),
        ("Friends of Ghana", ""),
        ("Photo: the Ministry of Labour of Ghana was closed", ""),
        ("- Ministry of Labour, Ghana", "- Ministry of Labour"),
    ],
)
def test_lines_of_others_tell_nothing(lines: tuple[str, str]) -> None:
    lead = f"Minister of Labour Ana Sample attended {TALKS} on 4 May 2019."
    text = f"Labour talks\n\n{lead}\n\n{lines[0]}\n\n{lines[1]}"
    assert not values(text, "postFor")


HELD = "Minister of Labour Ana Sample"
FIFTH = "the fifth ministerial conference of the Colombo Process"


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD} was in Lima today for {FIFTH}.",
        f"{HELD} was in Lima, Peru, to represent Ghana at {FIFTH}.",
        f"{HELD} has returned from Lima after attending {FIFTH}.",
        f"{HELD} is back from Lima, where she co-chaired {FIFTH}.",
        f"{HELD} concluded a working visit to Lima, where she attended {FIFTH}.",
        f"{HELD} travelled to Lima, Peru, where she led the Ghanaian delegation to"
        f" {FIFTH}.",
    ],
)
def test_who_went_there_took_part_there(text: str) -> None:
    facts = {(predicate, value) for _, predicate, value in whole(text)}
    assert ("hasParticipant", "Ana Sample") in facts
    assert ("heldInPlace", "Lima") in facts


@pytest.mark.parametrize(
    "text",
    [
        f"{HELD} was not in Lima for {FIFTH}.",
        f"{HELD} should have been in Lima for {FIFTH}.",
        f"{HELD} has returned from Lima without attending {FIFTH}.",
        f"{HELD} concluded a visit to Lima, where she refused to attend {FIFTH}.",
        f"{HELD} concluded a visit to Lima, where she criticised {FIFTH}.",
        f"{HELD} will travel to Lima to attend {FIFTH}.",
        f"{HELD} hopes to travel to Lima to attend {FIFTH}.",
        f"A newspaper claimed that {HELD} was in Lima for {FIFTH}.",
        f"{HELD} wrote from Lima to the guests of {FIFTH}.",
    ],
)
def test_who_did_not_go_or_has_not_yet_took_no_part(text: str) -> None:
    facts = whole(text, "hasParticipant", "heldInPlace")
    assert not [value for _, predicate, value in facts if value == "Ana Sample"]


def test_who_will_travel_is_expected_and_the_place_is_scheduled() -> None:
    text = f"{HELD} will travel to Lima on 3 May 2031 to co-chair {FIFTH}."
    facts = {(predicate, value) for _, predicate, value in whole(text)}
    assert ("expectedParticipant", "Ana Sample") in facts
    assert ("scheduledIn", "Lima") in facts


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("The Peruvian delegation comprised Mr Jan Muster and Ms Eva Okafor.", True),
        ("The delegation was composed of Mr Jan Muster and Ms Eva Okafor.", True),
        (
            "The delegation was led by Mr Omar Third and included Mr Jan Muster and"
            " Ms Eva Okafor.",
            True,
        ),
        ("The delegation should have included Mr Jan Muster and Ms Eva Okafor.", False),
        ("No delegation included Mr Jan Muster or Ms Eva Okafor.", False),
        ("The delegation thanked Mr Jan Muster and Ms Eva Okafor.", False),
    ],
)
def test_those_of_whom_a_delegation_consists_came(text: str, came: bool) -> None:
    found = values(f"{HELD} attended {FIFTH} in Lima. {text}", "hasParticipant")
    assert ({"Jan Muster", "Eva Okafor"} <= found) is came
    assert came or not {"Jan Muster", "Eva Okafor"} & found


@pytest.mark.parametrize(
    "line",
    [
        "Contacts for media only: Eva Muster, Press Secretary, Minister's Office",
        "Contact for the press: Ms Eva Muster, Press Secretary",
        "Media enquiries: Ms Eva Muster, Press Secretary",
        "Press officer: Ms Eva Muster",
        "For further information: Ms Eva Muster, Press Secretary",
    ],
)
def test_a_press_contact_is_no_person_of_the_text(line: str) -> None:
    text = f"Labour talks\n\n{HELD} attended {FIFTH} in Lima.\n\n{line}"
    assert values(text, "holdsPost") == {"Minister of Labour"}
