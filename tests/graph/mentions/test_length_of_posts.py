"""How far a post goes: neither cut short nor run into what follows."""

import pytest

from tests.graph.mentions.conftest import Annotate, Person, persons


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
