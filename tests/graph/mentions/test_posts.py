import pytest

from tests.graph.mentions.conftest import Annotate, posts

END = " The people of the town heard of this in the capital."


@pytest.mark.parametrize(
    ("text", "name", "post", "body"),
    [
        (
            "They met Ana Sample, Ambassador of Chad to the Kingdom of Norway, there.",
            "Ana Sample",
            "Ambassador to the Kingdom of Norway",
            "Chad",
        ),
        (
            "The Chadian Minister of Justice, Lieutenant General (police) Al-Muster"
            " Idris, spoke.",
            "Al-Muster Idris",
            "Minister of Justice",
            "Chadian",
        ),
        (
            "They heard Police Major General Ana Sample, Director of Borders of Chad.",
            "Ana Sample",
            "Director of Borders",
            "Chad",
        ),
        (
            "The Minister of Health of Oman HRH Sheikha Ana bint Omar Al Mithal spoke.",
            "Ana bint Omar Al Mithal",
            "Minister of Health",
            "Oman",
        ),
        (
            "They heard Hon. Ana Sample MP., Minister of Health of Malawi, speak.",
            "Ana Sample",
            "Minister of Health",
            "Malawi",
        ),
        (
            "Malawi's former Labour Cabinet Secretary Ana Sample spoke.",
            "Ana Sample",
            "Labour Cabinet Secretary",
            "Malawi",
        ),
        (
            "The Director of Borders and Commander of the Visa Corps (Lekra) H.E."
            " Omar Other spoke.",
            "Omar Other",
            "Director of Borders and Commander of the Visa Corps (Lekra)",
            "",
        ),
        (
            "They heard Ana Sample (Malawi), Minister of Health, speak.",
            "Ana Sample",
            "Minister of Health",
            "Malawi",
        ),
        (
            "They heard Ana Sample (Malawi), President of the General Assembly, speak.",
            "Ana Sample",
            "President of the General Assembly",
            "",
        ),
        (
            "The side of Chad was led by Director General Africa, Omar Other.",
            "Omar Other",
            "Director General Africa",
            "",
        ),
        (
            "So said the migration commissioner of the Chadian government, Omar Other.",
            "Omar Other",
            "migration commissioner",
            "Chadian",
        ),
        (
            "The team was led by the first deputy head of the Main Directorate for"
            " Visas of the Ministry of Justice of Chad, Colonel Omar Other.",
            "Omar Other",
            "first deputy head of the Main Directorate for Visas of the Ministry of"
            " Justice",
            "Chad",
        ),
        (
            "They heard Ana Sample, Officer in Charge of UNHCR, speak.",
            "Ana Sample",
            "Officer in Charge",
            "UNHCR",
        ),
        (
            "They heard Ana Sample, Chair of the Nile Visa Foundation, speak.",
            "Ana Sample",
            "Chair",
            "Nile Visa Foundation",
        ),
        (
            "The UNHCR Head of Division, Free Movement and Visas Dr. Ana Sample spoke.",
            "Ana Sample",
            "Head of Division, Free Movement and Visas",
            "UNHCR",
        ),
        (
            "They heard Ana Sample, Director General of the Chadian Ministry of"
            " Justice, speak.",
            "Ana Sample",
            "Director General of the Ministry of Justice",
            "Chadian",
        ),
        (
            "They heard Malawi's newly appointed Minister of Health, Ana Sample.",
            "Ana Sample",
            "Minister of Health",
            "Malawi",
        ),
        (
            "They heard Ana Sample, Permanent Representative of Chad to UNESCO, speak.",
            "Ana Sample",
            "Permanent Representative to UNESCO",
            "Chad",
        ),
        (
            "They heard Ana Sample, UNHCR Representative in Vienna, Geneva and Lima.",
            "Ana Sample",
            "UNHCR Representative in Vienna, Geneva and Lima",
            "UNHCR",
        ),
        (
            "They heard Ana Sample, Deputy Chief of the Royal Chadian Police, speak.",
            "Ana Sample",
            "Deputy Chief of the Royal Chadian Police",
            "Royal Chadian Police",
        ),
        (
            "It is told by Her Royal Highness Princess Ana bint Omar Al Mithal there.",
            "Ana bint Omar Al Mithal",
            "",
            "",
        ),
        (
            "They heard the Secretary to the Ministry of Justice of Chad, General"
            " A.B.C. Sample (Rtd.), there.",
            "A.B.C. Sample",
            "Secretary to the Ministry of Justice",
            "Chad",
        ),
        (
            "They heard the High Commissioner of Kenya in Canberra, J. C. Sample.",
            "J. C. Sample",
            "High Commissioner in Canberra",
            "Kenya",
        ),
        (
            "They heard the Minister of Health of Chad Ana King in the hall.",
            "Ana King",
            "Minister of Health",
            "Chad",
        ),
    ],
)
def test_a_post_is_read_whole_and_no_further(
    text: str, name: str, post: str, body: str, annotated: Annotate
) -> None:
    assert posts(annotated(text + END)).get(name) == (post, body)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Omar Other, Ambassador Ana Sample and others.", {"Ana Sample"}),
        ("The General Assembly met the Police Academy there.", set()),
        ("The Police General Directorate and the Air Force Academy came.", set()),
        ("They met in the hall at King George Square in Brisbane.", set()),
        ("They met the President of the Chadian Red Cross and the new Police.", set()),
        ("The chair of the third conference, the head of state, left.", set()),
        ("They stood at the head of the Visa Department in the hall.", set()),
    ],
)
def test_what_only_looks_like_a_title_makes_no_person(
    text: str, names: set[str], annotated: Annotate
) -> None:
    assert set(posts(annotated(text + END))) == names


def test_a_bare_post_is_of_the_name_behind_it(annotated: Annotate) -> None:
    found = posts(annotated("They met Mr Omar Other, Ambassador Ana Sample." + END))
    assert found == {"Omar Other": ("", ""), "Ana Sample": ("Ambassador", "")}


def test_the_chair_of_a_meeting_holds_a_role_and_no_post(annotated: Annotate) -> None:
    text = "They heard Mr Omar Other, Chair of the Rabat Process, speak."
    assert posts(annotated(text + END)) == {"Omar Other": ("", "")}
