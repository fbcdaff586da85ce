"""Facts in French, Spanish, Swedish and Arabic, and what never becomes one."""

import pytest

from tests.graph.frames.conftest import facts_in

SETTLED = {
    *("startDate", "endDate", "when", "heldInPlace", "heldInState", "hasParticipant"),
    *("hostedBy", "presidedBy", "adoptedAt", "committedBy", "chairs", "established"),
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les ministres du Ghana et du Bénin se sont réunis à Dakar le 6 mai 2016"
            " pour parler de la migration.",
            {
                ("hasParticipant", "Ghana"),
                ("hasParticipant", "Bénin"),
                ("heldInPlace", "Dakar"),
                ("startDate", "2016-05-06"),
                ("meetingKind", "ministerial"),
            },
        ),
        (
            "fr",
            "La 2e réunion des hauts fonctionnaires du Processus de Khartoum s'est"
            " tenue à Nairobi les 6 et 7 mai 2016. Elle a été présidée par M. Yao Adu,"
            " et le Ghana y a participé.",
            {
                ("ordinal", "2"),
                ("isMeetingOf", "Processus de Khartoum"),
                ("endDate", "2016-05-07"),
                ("presidedBy", "Yao Adu"),
                ("hasParticipant", "Ghana"),
            },
        ),
        (
            "es",
            "Los días 6 y 7 de mayo de 2016 se celebró en Quito la IV Reunión de Altos"
            " Funcionarios del Proceso de Rabat. Participaron Chile, Panamá y la OIM.",
            {
                ("ordinal", "4"),
                ("startDate", "2016-05-06"),
                ("heldInPlace", "Quito"),
                ("hasParticipant", "Chile"),
                ("hasParticipant", "Panamá"),
                ("hasParticipant", "OIM"),
            },
        ),
        (
            "es",
            "La ministra de Interior de Panamá, Eva Ruiz, inauguró la V Cumbre del"
            " Proceso de Rabat. La Cumbre adoptó la Declaración de Quito.",
            {
                ("hasParticipant", "Eva Ruiz"),
                ("meetingKind", "summit"),
                ("adoptedAt", "V Cumbre del Proceso de Rabat"),
            },
        ),
        (
            "sv",
            "Det fjärde ministermötet inom Khartoumprocessen hölls i Nairobi den 6–7"
            " maj 2016. Kenyas inrikesminister Peter Otieno och Sverige deltog.",
            {
                ("ordinal", "4"),
                ("heldInPlace", "Nairobi"),
                ("endDate", "2016-05-07"),
                ("hasParticipant", "Peter Otieno"),
                ("hasParticipant", "Sverige"),
                ("hasParticipant", "Kenya"),
            },
        ),
        (
            "ar",
            "عقد في نيروبي يومي 6 و7 أيار/مايو 2016 الاجتماع الوزاري الرابع لعملية"
            " الخرطوم، بمشاركة كينيا ومصر.",
            {
                ("ordinal", "4"),
                ("heldInPlace", "نيروبي"),
                ("startDate", "2016-05-06"),
                ("hasParticipant", "كينيا"),
                ("hasParticipant", "مصر"),
            },
        ),
    ],
)
def test_a_meeting_is_read_with_those_who_were_there(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= facts_in(language, text)


FR = "la troisième conférence ministérielle du Processus de Khartoum"
ES = "la tercera conferencia ministerial del Proceso de Rabat"
SV = "det tredje ministermötet inom Khartoumprocessen"
AR = "الاجتماع الوزاري الثالث لعملية الخرطوم"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", f"Le Ghana n'a pas accueilli {FR} à Accra."),
        ("fr", f"Selon un journal, le Ghana a accueilli {FR} à Accra."),
        ("fr", f"Le ministre a déclaré que le Ghana avait accueilli {FR} à Accra."),
        ("fr", f"Le Ghana a accueilli {FR} à Accra, a affirmé le porte-parole."),
        ("fr", f"Le Ghana aurait participé à {FR}."),
        ("fr", f"Le Ghana souhaite accueillir {FR} à Accra en mai 2016."),
        ("fr", f"Si le Ghana a accueilli {FR}, nul ne le sait."),
        ("fr", f"Le Ghana participera à {FR} le 6 mai 2016 à Accra."),
        ("fr", f"« Le Ghana a participé à {FR} et nous en sommes fiers. »"),
        ("fr", f"Le Ghana et le Togo ont refusé de participer à {FR}."),
        ("es", f"Chile no participó en {ES}."),
        ("es", f"Según la prensa, Chile participó en {ES} en Quito."),
        ("es", f"El canciller dijo que Chile participó en {ES}."),
        ("es", f"Chile habría participado en {ES} en mayo de 2016."),
        ("es", f"Chile participará en {ES} el 6 de mayo de 2016 en Quito."),
        ("es", f"Chile espera acoger {ES} en Quito el 6 de mayo de 2016."),
        ("es", f"Ni Chile ni Panamá participaron en {ES}."),
        ("es", f"Si Chile participó en {ES}, nadie lo sabe."),
        ("sv", f"Sverige deltog inte i {SV}."),
        ("sv", f"Enligt en tidning deltog Sverige i {SV}."),
        ("sv", f"Ministern sade att Sverige deltog i {SV}."),
        ("sv", f"Sverige ska delta i {SV} i Nairobi den 6 maj 2016."),
        ("sv", f"Sverige hoppas att Kenya blir värd för {SV} i Nairobi."),
        ("sv", f"Varken Sverige eller Kenya deltog i {SV}."),
        ("ar", f"لم تشارك مصر في {AR}."),
        ("ar", f"وقال الوزير إن مصر شاركت في {AR} في القاهرة."),
        ("ar", f"ستستضيف مصر {AR} في القاهرة يوم 6 مايو 2016."),
        ("ar", f"بحسب الصحيفة شاركت مصر في {AR}."),
        ("ar", f"رفضت مصر وكينيا المشاركة في {AR} في القاهرة."),
        ("ar", f"تأمل مصر أن تستضيف {AR} في القاهرة."),
    ],
)
def test_denial_speech_wish_and_plan_settle_nothing(language: str, text: str) -> None:
    assert not {name for name, _ in facts_in(language, text)} & SETTLED


def test_an_officer_of_a_body_is_not_the_body() -> None:
    found = facts_in(
        "sv",
        f"I år hålls {SV}. Vid det har Herr Tomas Brandt ett bilateralt möte med FN:s"
        " särskilda representant för migration.",
    )
    assert ("expectedParticipant", "FN") not in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres ne se sont pas engagés à protéger les migrants."),
        ("fr", "Les ministres devraient s'engager à protéger les migrants."),
        ("fr", "L'opposition demande que les ministres adoptent un plan d'action."),
        ("es", "Los ministros no acordaron proteger a los migrantes."),
        ("es", "La oposición pidió que los ministros se comprometieran a más."),
        ("sv", "Ministrarna enades inte om att ge skydd åt dem som flyr."),
        ("sv", "Partiet vill att ministrarna åtar sig att ge skydd."),
    ],
)
def test_what_nobody_undertook_is_no_commitment(language: str, text: str) -> None:
    held = {
        "fr": "La troisième réunion du Processus de Khartoum s'est tenue à Paris.",
        "es": "La tercera reunión del Proceso de Rabat se celebró en Quito.",
        "sv": "Det tredje mötet inom Khartoumprocessen hölls i Oslo.",
    }[language]
    properties = {name for name, _ in facts_in(language, f"{held} {text}")}
    assert not properties & {"committedBy", "committedAt", "adoptedAt"}


@pytest.mark.parametrize(
    ("language", "word", "status"),
    [
        ("fr", f"{FR.capitalize()}, prévue à Paris, a été annulée.", "cancelled"),
        ("fr", f"{FR.capitalize()}, prévue à Paris, a été reportée.", "postponed"),
        ("es", f"{ES.capitalize()}, prevista en Quito, fue cancelada.", "cancelled"),
        ("es", f"{ES.capitalize()}, prevista en Quito, fue aplazada.", "postponed"),
        ("sv", f"{SV.capitalize()} i Oslo ställdes in.", "cancelled"),
        ("ar", f"تم إلغاء {AR} في القاهرة.", "cancelled"),
    ],
)  # fmt: skip
def test_a_meeting_called_off_or_put_off_is_not_held(
    language: str, word: str, status: str
) -> None:
    found = facts_in(language, word)
    assert ("meetingStatus", status) in found
    assert not {name for name, _ in found} & {"heldInPlace", "when", "startDate"}


@pytest.mark.parametrize(
    ("language", "told", "name"),
    [
        (
            "fr",
            "Les deux pays ont signé à Lima, le 4 mai 2016, un accord sur la mobilité"
            " des travailleurs.",
            "accord sur la mobilité des travailleurs",
        ),
        (
            "es",
            "Los dos países firmaron en Lima el 4 de mayo de 2016 un convenio sobre la"
            " movilidad de los trabajadores.",
            "convenio sobre la movilidad de los trabajadores",
        ),
        (
            "sv",
            "Nepal och Fiji undertecknade den 4 maj 2016 ett avtal om återvändande.",
            "avtal om återvändande",
        ),
    ],
)
def test_a_signed_agreement_has_its_topic_and_its_day(
    language: str, told: str, name: str
) -> None:
    found = facts_in(language, told)
    assert {("when", "2016-05-04"), ("mentions", name)} <= found


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fr",
            "Les deux pays n'ont jamais signé à Lima, le 4 mai 2016, un accord sur la"
            " mobilité.",
        ),
        ("fr", "Les deux pays espèrent signer à Lima un accord sur la mobilité."),
        (
            "es",
            "Los dos países no firmaron en Lima el 4 de mayo de 2016 un convenio sobre"
            " la movilidad.",
        ),
        ("es", "Los sindicatos piden que los países firmen un convenio laboral."),
        ("sv", "Nepal och Fiji vill inte underteckna ett avtal om återvändande."),
    ],
)
def test_an_agreement_that_nobody_signed_has_no_day(language: str, told: str) -> None:
    assert not {name for name, _ in facts_in(language, told)} & {"when", "adoptedAt"}
