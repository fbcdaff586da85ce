import pytest

from tests.graph.mentions.conftest import Annotate, persons


@pytest.mark.parametrize(
    ("text", "name", "post", "body"),
    [
        (
            "Omar Sample, Minister of Foreign Affairs, Emigration and Kenyan"
            " Expatriates, opened the talks.",
            "Omar Sample",
            "Minister of Foreign Affairs, Emigration and Kenyan Expatriates",
            "Kenyan",
        ),
        (
            "The Minister of Foreign Affairs of Egypt, Omar SAMPLE, opened the talks.",
            "Omar SAMPLE",
            "Minister of Foreign Affairs",
            "Egypt",
        ),
        (
            "Dr Omar Sample-Senior Programme Coordinator at IOM, spoke.",
            "Omar Sample",
            "Senior Programme Coordinator",
            "IOM",
        ),
        (
            "Attorney-General Ana Model-Sample of Kenya, spoke.",
            "Ana Model-Sample",
            "Attorney-General",
            "Kenya",
        ),
        (
            "Mr Omar al-Sample, Minister of Migration of Iraq, spoke.",
            "Omar al-Sample",
            "Minister of Migration",
            "Iraq",
        ),
        (
            "The Minister of Labour of Egypt, Adel ash-Sample, spoke.",
            "Adel ash-Sample",
            "Minister of Labour",
            "Egypt",
        ),
        (
            "France's Minister of the Interior, Jean-Noël Exemple, spoke.",
            "Jean-Noël Exemple",
            "Minister of the Interior",
            "France",
        ),
        (
            "The Turkish Minister of Interior, Ali Örnek, spoke.",
            "Ali Örnek",
            "Minister of Interior",
            "Turkish",
        ),
        (
            "They met IOM Director General Eva Muster there.",
            "Eva Muster",
            "Director General",
            "IOM",
        ),
        (
            "They met African Union Commission for Labour, Humanitarian Affairs and"
            " Social Development Acting Director Ana Mostra.",
            "Ana Mostra",
            "African Union Commission for Labour, Humanitarian Affairs and Social"
            " Development Acting Director",
            "African Union Commission",
        ),
        (
            "They met EU Commissioner for Internal Affairs and Migration Max Muster.",
            "Max Muster",
            "EU Commissioner for Internal Affairs and Migration",
            "EU",
        ),
        (
            "It was H.E. Ambassador Said Mithal, Assistant Minister of Foreign Affairs"
            " for Consular Affairs, who spoke.",
            "Said Mithal",
            "Assistant Minister of Foreign Affairs for Consular Affairs",
            "",
        ),
        (
            "Ms Ana de la Muestra, Director of Migration of Spain, spoke.",
            "Ana de la Muestra",
            "Director of Migration",
            "Spain",
        ),
        (
            "Ana Sample, Director for Labour Dialogues and Partnerships at UNHCR.",
            "Ana Sample",
            "Director for Labour Dialogues and Partnerships",
            "UNHCR",
        ),
        (
            "Ana Sample, Head of Unit responsible for Remittance Corridors at the"
            " African Union, spoke.",
            "Ana Sample",
            "Head of Unit responsible for Remittance Corridors",
            "African Union",
        ),
        (
            "Omar Other, IOM Regional Director for South America, Central America, and"
            " the Caribbean, spoke.",
            "Omar Other",
            "Regional Director for South America, Central America, and the Caribbean",
            "IOM",
        ),
        (
            "Omar Other, Regional Coordinator in West Africa, UNHCR, spoke.",
            "Omar Other",
            "Regional Coordinator in West Africa",
            "UNHCR",
        ),
        (
            "Omar Other, Head of Division for Legal Affairs at the Ministry of"
            " Transport of Chad, spoke.",
            "Omar Other",
            "Head of Division for Legal Affairs at the Ministry of Transport",
            "Chad",
        ),
        (
            "Omar Other, Deputy Secretary, Ministry of External Affairs, spoke.",
            "Omar Other",
            "Deputy Secretary, Ministry of External Affairs",
            "",
        ),
        (
            "Omar Other, Adviser to the Ministry of Justice, led Kenya's delegation.",
            "Omar Other",
            "Adviser to the Ministry of Justice",
            "Ministry of Justice",
        ),
        ("President Recep Tayyip Örnek spoke.", "Recep Tayyip Örnek", "President", ""),
        ("They heard HE Dr Omar bin Said speak.", "Omar bin Said", "", ""),
        ("They heard Mr. Ali Sample speak.", "Ali Sample", "", ""),
    ],
)
def test_a_post_goes_to_its_person_and_its_state(
    text: str, name: str, post: str, body: str, annotated: Annotate
) -> None:
    assert persons(annotated(text)) == [(name, post, body)]


def test_a_post_in_the_plural_is_each_ones(annotated: Annotate) -> None:
    text = (
        "Interior ministers Ana Sample of Chad, Jan Exempel (Austria) and Vit Vzor of"
        " the Czech Republic signed."
    )
    assert persons(annotated(text)) == [
        ("Ana Sample", "Interior Minister", "Chad"),
        ("Jan Exempel", "Interior Minister", "Austria"),
        ("Vit Vzor", "Interior Minister", "Czech Republic"),
    ]
    assert persons(annotated("Interior ministers of Chad and Kenya signed.")) == []


def test_congo_alone_is_neither_of_the_two_states(annotated: Annotate) -> None:
    text = "The Congolese Minister of Labour, Jean Exemple, left."
    assert persons(annotated(text)) == [("Jean Exemple", "Minister of Labour", "")]


@pytest.mark.parametrize(
    ("word", "tenure"),
    [("Former", "past"), ("Outgoing", "past"), ("Incoming", "coming")],
)
def test_a_former_post_is_not_called_former(
    word: str, tenure: str, annotated: Annotate
) -> None:
    annotation = annotated(f"{word} Prime Minister of Sweden Lars Exempel left.")
    (person,) = annotation.persons.values()
    assert person.post is not None
    assert (person.post.text, person.post.tenure) == ("Prime Minister", tenure)


@pytest.mark.parametrize(
    "second", ["Secretary of Homeland Security", "Minister of Nile Affairs"]
)
def test_a_post_before_the_next_name_is_not_that_of_the_last(
    second: str, annotated: Annotate
) -> None:
    text = f"Secretary of State Ana Sample, {second} Omar Other, and Jo Third met."
    held = {name: (post, body) for name, post, body in persons(annotated(text))}
    assert held == {
        "Ana Sample": ("Secretary of State", ""),
        "Omar Other": (second, ""),
    }


def test_posts_of_neighbours_are_kept_apart(annotated: Annotate) -> None:
    found = persons(
        annotated(
            "They welcomed HE Jean-Noël Exemple, Minister of Labour for Peru,"
            " EU Commissioner for Trade and Security Max Muster, and IOM"
            " Director General Eva Probe."
        )
    )
    assert found == [
        ("Jean-Noël Exemple", "Minister of Labour", "Peru"),
        ("Max Muster", "EU Commissioner for Trade and Security", "EU"),
        ("Eva Probe", "Director General", "IOM"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "For more information, please contact Mr. Omar Sample at the office.",
        "Media contact: Mr Omar Sample, Press Officer",
        "Omar Sample is a name that the text gives without a title.",
        "The Minister of Foreign Affairs of Egypt spoke.",
        "The Khartoum Process Ministers and the Regional Director spoke.",
        "The Prime Minister's Office and the General Secretariat answered.",
        "Foreign Affairs, Home Affairs and Migration were discussed.",
        "The Action Plan, the Cairo Declaration and the Steering Committee",
    ],
)
def test_a_press_contact_and_a_post_or_a_name_alone_are_no_person(
    text: str, annotated: Annotate
) -> None:
    assert persons(annotated(text)) == []


def test_a_european_commissioner_is_a_post(annotated: Annotate) -> None:
    text = "Eva MUSTER, European Commissioner for Home Affairs, spoke."
    assert [name for name, _, _ in persons(annotated(text))] == ["Eva MUSTER"]


@pytest.mark.parametrize("opening", ["Instead", "There", "Meanwhile", "Later"])
def test_an_adverb_that_opens_a_sentence_is_no_given_name(
    opening: str, annotated: Annotate
) -> None:
    text = f"{opening} Ana Sample, the new immigration minister of Peru, spoke."
    assert [name for name, _, _ in persons(annotated(text))] == ["Ana Sample"]


def test_an_article_between_two_titles_belongs_to_them(annotated: Annotate) -> None:
    text = "They met Senator the Honourable Ana Sample, Minister of Labour of Peru."
    [(name, post, body)] = persons(annotated(text))
    assert (name, post, body) == ("Ana Sample", "Minister of Labour", "Peru")


def test_behind_a_post_a_place_may_be_a_given_name(annotated: Annotate) -> None:
    told = annotated("The Minister of Labour of Ghana, Santiago Sample, spoke.")
    assert persons(told) == [("Santiago Sample", "Minister of Labour", "Ghana")]
    assert not persons(annotated("The Minister of Labour, Santiago Office, spoke."))
