"""Sentences in four languages that come near to a fact and do not state it."""

import pytest

from tests.graph.frames.conftest import facts_in

FR = (
    "La deuxième conférence ministérielle du Processus de Khartoum s'est tenue à Accra."
)
ES = "La tercera conferencia ministerial del Proceso de Rabat"
SV = "Det tredje ministermötet inom Khartoumprocessen hölls i Baku."
AR = "عقد الاجتماع الوزاري الثاني لعملية الخرطوم في القاهرة."
THERE, MET = {"hasParticipant"}, {"hasParticipant", "meetingStatus", "startDate"}
CHAIR, FOUNDED = {"chairs", "hasChair"}, {"established"}


@pytest.mark.parametrize(
    ("language", "text", "absent"),
    [
        ("fr", f"{FR} En marge, M. Yao Adu a visité un centre de rétention.", THERE),
        ("fr", f"{FR} À la télévision, M. Yao Adu a pris la parole.", THERE),
        (
            "fr",
            f"{FR} M. Yao Adu, président d'une ONG, a pris la parole devant le siège"
            " pour protester.",
            THERE,
        ),
        (
            "fr",
            f"{FR} Le juge Yao Adu a présidé le procès, accompagné de M. Jan Modèle.",
            THERE,
        ),
        (
            "fr",
            "La conférence d'Accra a réuni des victimes de plusieurs pays (Libye,"
            " Soudan) le 4 mai 2021.",
            THERE,
        ),
        (
            "fr",
            "Mme Ana Diop et M. Yao Adu se sont entretenus par téléphone le 4 mai"
            " 2021.",
            MET,
        ),
        ("fr", "Le Tchad a reçu le Niger au stade de Bamako le 4 mai 2021.", MET),
        ("fr", "La future présidence chilienne du Processus de Khartoum dira.", CHAIR),
        (
            "fr",
            "L'ancienne présidence chilienne du Processus de Khartoum a dit.",
            CHAIR,
        ),
        (
            "fr",
            "La présidence chilienne du Processus de Khartoum, de 2010 à 2012, a fini.",
            CHAIR,
        ),
        (
            "fr",
            "Le Népal, qui succédera au Chili à la présidence du Processus de"
            " Khartoum, a parlé.",
            CHAIR,
        ),
        (
            "fr",
            "La conférence ministérielle du Processus de Khartoum s'est achevée à"
            " Dakar par l'adoption d'un projet de déclaration.",
            {"adoptedAt"},
        ),
        (
            "fr",
            "Conférence ministérielle du Processus de Khartoum\n\nLieu : à confirmer"
            " (Paris ou Rome)\n\nLa conférence des pays",
            {"heldInPlace"},
        ),
        (
            "es",
            "Nepal y Fiji firmaron en 2015 un acuerdo que fue criticado durante la"
            " tercera conferencia ministerial del Proceso de Rabat.",
            THERE,
        ),
        ("es", f"Durante {ES[0].lower()}{ES[1:]}, Chile cerró su frontera.", THERE),
        ("es", f"Nepal y Fiji reafirmaron su interés en {ES}.", THERE),
        ("es", f"{ES} fue boicoteada por iniciativa de Chile.", {"organisedBy"}),
        ("es", f"Comenzó en Lima el juicio a los autores de {ES}.", {"meetingStatus"}),
        ("es", f"Comenzaron los preparativos de {ES} en Lima.", {"meetingStatus"}),
        (
            "es",
            "Tercera conferencia ministerial del Proceso de Rabat\n\nDía: 4 de mayo de"
            " 2021 (aplazada)\n\nLa conferencia de los países",
            {"startDate"},
        ),
        ("sv", "Den 4 maj 2021 möttes ministrarna av kritik från Sverige.", MET),
        ("sv", "Den 4 maj 2021 möttes Sverige och Finland på isen i Globen.", MET),
        ("sv", "Sverige övertar ordförandeskapet i Khartoumprocessen 2028.", CHAIR),
        (
            "sv",
            "Khartoumprocessen, där Sverige är ordförande i en grupp, möts i maj.",
            CHAIR,
        ),
        ("ar", "مصر وليبيا التقيا في نهائي البطولة في القاهرة يوم 4 مايو 2021.", MET),
        (
            "ar",
            "أجرى السيد داود نجوغو محادثات هاتفية مع السيدة آنا موديلو"
            " يوم 4 مايو 2021.",
            MET,
        ),
        ("ar", "كانت تضم عملية الخرطوم مصر وليبيا حتى 2015.", {"hasMember"}),
        ("ar", "تتولى مصر رئاسة عملية الخرطوم ابتداء من 2028.", CHAIR),
        ("ar", f"{AR} وشارك السيد داود نجوغو في احتجاج ضد الاجتماع.", THERE),
        ("ar", f"{AR} ويشمل الاجتماع ملف اللاجئين في سوريا والعراق.", THERE),
        (
            "ar",
            "اختتم الاجتماع الوزاري الثاني لعملية الخرطوم في القاهرة بالمطالبة"
            " باعتماد إعلان القاهرة.",
            {"adoptedAt"},
        ),
    ],
)
def test_what_is_only_near_a_fact_settles_none(
    language: str, text: str, absent: set[str]
) -> None:
    assert not absent & {name for name, _ in facts_in(language, text)}


def test_an_arabic_joint_committee_does_not_swallow_its_meeting() -> None:
    text = (
        "عقد في الرباط يوم 4 مايو 2021 اجتماع اللجنة الوزارية المشتركة"
        " بين المغرب وإسبانيا."
    )
    expected = {("startDate", "2021-05-04"), ("meetingStatus", "held")}
    assert expected <= facts_in("ar", text)
