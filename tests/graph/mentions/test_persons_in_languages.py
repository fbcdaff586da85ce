"""Persons in other languages than English: where a name ends, and whose post it is."""

import pytest

from tests.graph.mentions.conftest import annotated_in


def posts(language: str, text: str) -> list[tuple[str, str, str]]:
    """Return name, post and what the post is for of each person of a text."""
    return [
        (
            person.name,
            person.post.text if person.post else "",
            person.post.body.thing.key.split("/")[1]
            if person.post and person.post.body and person.post.body.thing
            else "",
        )
        for person in annotated_in(language, text).persons.values()
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le ministre ghanéen des Affaires étrangères, M. Kofi Adu, est venu.",
            [("Kofi Adu", "ministre des Affaires étrangères", "GHA")],
        ),
        (
            "fr",
            "Rosa Blum, secrétaire d'État à l'Asile et à la Migration, est venue.",
            [("Rosa Blum", "secrétaire d'État à l'Asile et à la Migration", "")],
        ),
        (
            "fr",
            "Le ministre de l'Intérieur du Togo, Yao Mensah, et son homologue"
            " béninois, Luc Houn, ont signé.",
            [
                ("Yao Mensah", "ministre de l'Intérieur", "TGO"),
                ("Luc Houn", "ministre de l'Intérieur", "BEN"),
            ],
        ),
        (
            "es",
            "La senadora uruguaya Elsa Prado y Marcos Tejada, Director Regional de la"
            " OIM, hablaron.",
            [
                ("Elsa Prado", "senadora", "URY"),
                (
                    "Marcos Tejada",
                    "Director Regional",
                    "international-organization-for-migration",
                ),
            ],
        ),
        (
            "es",
            "El ministro de Relaciones Exteriores de Panamá, Iván Rey, viajó.",
            [("Iván Rey", "ministro de Relaciones Exteriores", "PAN")],
        ),
        (
            "sv",
            "Finlands inrikesminister Aino Laine mötte EU:s migrationskommissionär"
            " Pia Roos.",
            [
                ("Aino Laine", "inrikesminister", "FIN"),
                ("Pia Roos", "migrationskommissionär", "european-union"),
            ],
        ),
        (
            "ar",
            "التقى وزير الخارجية والتعاون الدولي الكيني السيد داود نجوغو، ووزيرة الهجرة"
            " التونسية سلمى بن عمر.",
            [
                ("داود نجوغو", "وزير الخارجية والتعاون الدولي", "KEN"),
                ("سلمى بن عمر", "وزيرة الهجرة", "TUN"),
            ],
        ),
        ("ar", "أكد وزير الخارجية التونسي أهمية التعاون بين الدول.", []),
        (
            "ar",
            "قال وزير الداخلية والجماعات المحلية والنقل، السيد علي نموذج، ذلك.",
            [("علي نموذج", "وزير الداخلية والجماعات المحلية والنقل", "")],
        ),
        ("ar", "قال وزير الداخلية، بعد عودته، إن ذلك ضروري.", []),
        (
            "ar",
            "استقبل علي نموذج وزير الخارجية أمس وفدا من الخبراء.",
            [("علي نموذج", "وزير الخارجية", "")],
        ),
        ("ar", "تحدثت الصحف عن أهمية دور وزير الخارجية في ذلك.", []),
        (
            "ar",
            "مع وزيرة العمل والشؤون الاجتماعية في جمهورية غانا السيدة آنا موديلو.",
            [("آنا موديلو", "وزيرة العمل والشؤون الاجتماعية", "GHA")],
        ),
        (
            "ar",
            "السيدة آنا موديلو الأمين العام المساعد لجامعة الدول العربية.",
            [("آنا موديلو", "الأمين العام المساعد", "league-of-arab-states")],
        ),
        ("ar", "وقال وزير داخلية مصر إن اللقاء سيعقد في مقر الوزارة الجديد.", []),
        (
            "sv",
            "I går talade justitie- och migrationsminister Pia Roos i Oslo.",
            [("Pia Roos", "justitie- och migrationsminister", "")],
        ),
        (
            "sv",
            "I går talade den norska bergsministern Kari Dahl.",
            [("Kari Dahl", "bergsministern", "NOR")],
        ),
        ("sv", "Statsministern åkte till Oslo i går.", []),
        ("fr", "Le ministre de l'Intérieur a pris la parole.", []),
    ],
)
def test_a_person_has_a_post_and_whom_it_is_for(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert posts(language, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأكد الوزير كريم سالم على أهمية الحوار.", "كريم سالم"),
        ("وأكد السيد محمد علي الطيب أهمية الحوار.", "محمد علي الطيب"),
    ],
)
def test_a_preposition_written_like_a_name_ends_no_name(text: str, name: str) -> None:
    assert [found for found, *_ in posts("ar", text)] == [name]
