from collections.abc import Callable

import pytest

from hiwar.graph.mentions import Annotation

Annotate = Callable[[str], Annotation]
Person = tuple[str, str, str]


def persons(annotation: Annotation) -> list[Person]:
    """Return name, post and body of each person."""
    return [
        (
            person.name,
            person.post.text if person.post else "",
            person.post.body.text if person.post and person.post.body else "",
        )
        for person in annotation.persons.values()
    ]


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


@pytest.mark.parametrize(
    "later",
    [
        "Minister Sample left.",
        "Mr Sample left.",
        "H.E. Omar Sample left.",
        "Omar SAMPLE left.",
        "MINISTER OF FOREIGN AFFAIRS OMAR SAMPLE left.",
        "Minister Sample’s words were heard.",
        "The words were Mr. Sample's.",
        "Sample Omar, Minister of Foreign Affairs, left.",
    ],
)
def test_a_person_named_before_is_known_by_title_and_surname(
    later: str, annotated: Annotate
) -> None:
    text = f"Omar Sample, Minister of Foreign Affairs of Egypt, spoke. {later}"
    annotation = annotated(text)
    assert persons(annotation) == [
        ("Omar Sample", "Minister of Foreign Affairs", "Egypt")
    ]
    things = [
        item.thing
        for sentence in annotation.sentences
        for item in sentence.mentions
        if item.slot == "person"
    ]
    assert len(things) == 2
    assert len(set(things)) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Legal Adviser to the Vice President Dr. Paul Muster spoke.",
            [("Paul Muster", "Legal Adviser to the Vice President", "")],
        ),
        (
            "EU High Representative for Foreign Affairs and Security Policy and"
            " Vice-President of the European Commission Carla Probe spoke.",
            [
                (
                    "Carla Probe",
                    "EU High Representative for Foreign Affairs and Security Policy"
                    " and Vice-President of the European Commission",
                    "EU",
                )
            ],
        ),
        (
            "The Special Envoy of the UN Secretary-General in Haiti/MINTAH Interim"
            " Administrator, Mr Jorge Alves, came.",
            [
                (
                    "Jorge Alves",
                    "Special Envoy of the UN Secretary-General in Haiti/MINTAH Interim"
                    " Administrator",
                    "UN",
                )
            ],
        ),
        (
            "The Spanish Interior Minister, Ana Mostra, met her Moroccan counterpart,"
            " Abdel Mithal.",
            [
                ("Ana Mostra", "Interior Minister", "Spanish"),
                ("Abdel Mithal", "Interior Minister", "Moroccan"),
            ],
        ),
        (
            "Greek migration minister Nikos Deigma left.",
            [("Nikos Deigma", "migration minister", "Greek")],
        ),
        (
            "The Rt Hon Jane Sample MP, Home Secretary, left.",
            [("Jane Sample", "Home Secretary", "")],
        ),
        (
            "Tamika Sample, Minister of State for Migration at the Foreign Office of"
            " the United Kingdom, left.",
            [
                (
                    "Tamika Sample",
                    "Minister of State for Migration at the Foreign Office",
                    "United Kingdom",
                )
            ],
        ),
        (
            "Mr Michael Jordan, Head of the EU Delegation to Libya, left.",
            [("Michael Jordan", "Head of the EU Delegation to Libya", "EU")],
        ),
        (
            "UN High Commissioner for Refugees Paulo Exemplo left.",
            [
                (
                    "Paulo Exemplo",
                    "UN High Commissioner for Refugees",
                    "UN High Commissioner for Refugees",
                )
            ],
        ),
        (
            "They met Ali Mithal (Minister of Interior, Iraq) and Deputy Minister Petr"
            " Vzor (Czechia).",
            [
                ("Ali Mithal", "Minister of Interior", "Iraq"),
                ("Petr Vzor", "Deputy Minister", "Czechia"),
            ],
        ),
        (
            "Eva Muster, State Secretary, Ministry of the Interior of Germany, left.",
            [("Eva Muster", "State Secretary", "Germany")],
        ),
        (
            "Shadow immigration minister Tom Sample left.",
            [("Tom Sample", "Shadow immigration minister", "")],
        ),
        (
            "President Ibrahim Exemple of Niger met Nigeria's President Bola Sample.",
            [
                ("Ibrahim Exemple", "President", "Niger"),
                ("Bola Sample", "President", "Nigeria"),
            ],
        ),
        (
            "Ali Ould Exemple, Minister of Interior and Decentralization of Mauritania,"
            " left.",
            [
                (
                    "Ali Ould Exemple",
                    "Minister of Interior and Decentralization",
                    "Mauritania",
                )
            ],
        ),
        (
            "A word from ABCD Spokesperson Laura Sample Welcoming the Arrangement",
            [("Laura Sample", "ABCD Spokesperson", "ABCD")],
        ),
        (
            "Musa Sample, the Honourable Minister of Interior of the Federal Republic"
            " of Nigeria, left.",
            [("Musa Sample", "Minister of Interior", "Federal Republic of Nigeria")],
        ),
        (
            "Deputy Prime Minister, Minister of Foreign Affairs and Minister of Trade"
            " of Georgia, Nino Magaliti, left.",
            [
                (
                    "Nino Magaliti",
                    "Deputy Prime Minister, Minister of Foreign Affairs and Minister of"
                    " Trade",
                    "Georgia",
                )
            ],
        ),
        (
            "Deputy Head of the Department for Migration at the Swiss State Secretariat"
            " for Migration, Mr Beat Muster, left.",
            [
                (
                    "Beat Muster",
                    "Deputy Head of the Department for Migration at the Swiss State"
                    " Secretariat for Migration",
                    "Department for Migration",
                )
            ],
        ),
        (
            "Max Muster, Director General of the Swedish Migration Agency, left.",
            [("Max Muster", "Director General", "Swedish Migration Agency")],
        ),
        (
            "They chose Mr Semi Tabu (Kiribati) to the position of Deputy"
            " Secretary-General of ICMPD.",
            [("Semi Tabu", "Deputy Secretary-General", "ICMPD")],
        ),
        (
            "They met Mr. Horst Muster, Federal Ministry of the Interior, as the lead"
            " negotiator.",
            [("Horst Muster", "lead negotiator", "Federal Ministry of the Interior")],
        ),
        (
            "Commissioner Sample met Ylva Sample, the European Commissioner for Home"
            " Affairs.",
            [("Ylva Sample", "European Commissioner for Home Affairs", "")],
        ),
        (
            "President von der Muster met Prime Minister Ana de Sample.",
            [
                ("von der Muster", "President", ""),
                ("Ana de Sample", "Prime Minister", ""),
            ],
        ),
        (
            "It was opened by the Honourable Prime Minister Tala Sample Probe. Prime"
            " Minister Tala thanked them.",
            [("Tala Sample Probe", "Prime Minister", "")],
        ),
        (
            "It was led by Envoy Santos Ejemplo, Head of the Northern Seas Department.",
            [
                (
                    "Santos Ejemplo",
                    "Head of the Northern Seas Department",
                    "Northern Seas Department",
                )
            ],
        ),
        ("AU Commissioner and Chilean Minister Meet for Dinner", []),
        (
            "The IOM's Regional Director, Sara Sample, left.",
            [("Sara Sample", "Regional Director", "IOM")],
        ),
    ],
)
def test_a_post_is_as_long_as_the_text_has_it(
    text: str, found: list[Person], annotated: Annotate
) -> None:
    assert persons(annotated(text)) == found


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
    ("text", "post", "body"),
    [
        (
            "Minister Sample left. Ana Sample, Minister of Health of Chad, stayed.",
            "Minister of Health",
            "Chad",
        ),
        (
            "Ana Sample, Minister of Health, left. Chadian Minister Sample came back.",
            "Minister of Health",
            "Chadian",
        ),
    ],
)
def test_the_fullest_post_that_a_document_gives_is_the_persons(
    text: str, post: str, body: str, annotated: Annotate
) -> None:
    assert [item[1:] for item in persons(annotated(text))] == [(post, body)]


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


def test_two_persons_are_not_one_by_their_surname(annotated: Annotate) -> None:
    found = persons(annotated("Mr John Sample spoke. Mrs Anna Sample spoke."))
    assert [name for name, _, _ in found] == ["John Sample", "Anna Sample"]


def test_a_surname_that_two_bear_means_neither(annotated: Annotate) -> None:
    annotation = annotated("Mr John Sample and Mrs Anna Sample spoke. Mr Sample left.")
    (last,) = [m for m in annotation.sentences[-1].mentions if m.slot == "person"]
    assert last.thing is not None
    assert last.thing.key == "sample"


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
    ],
)
def test_a_press_contact_is_no_person_of_the_graph(
    text: str, annotated: Annotate
) -> None:
    assert persons(annotated(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Omar Sample is a name that the text gives without a title.",
        "The Minister of Foreign Affairs of Egypt spoke.",
        "The Khartoum Process Ministers and the Regional Director spoke.",
        "The Prime Minister's Office and the General Secretariat answered.",
        "Foreign Affairs, Home Affairs and Migration were discussed.",
        "The Action Plan, the Cairo Declaration and the Steering Committee",
    ],
)
def test_a_post_or_a_name_alone_is_no_person(text: str, annotated: Annotate) -> None:
    assert persons(annotated(text)) == []


def test_a_european_commissioner_is_a_post(annotated: Annotate) -> None:
    text = "Eva MUSTER, European Commissioner for Home Affairs, spoke."
    assert [name for name, _, _ in persons(annotated(text))] == ["Eva MUSTER"]
