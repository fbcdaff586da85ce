"""What only looks like a fact of the meeting: French, Spanish, Swedish and Arabic."""

import pytest

from tests.graph.frames.conftest import Fact, whole

HELD = {
    "fr": "La troisième conférence ministérielle du Processus de Rabat s'est tenue à "
    "Dakar le 3 mai 2024.",
    "es": "La tercera conferencia ministerial del Proceso de Rabat se celebró en Dakar "
    "el 3 de mayo de 2024.",
    "sv": "Rabatprocessens tredje ministerkonferens hölls i Dakar den 3 maj 2024.",
    "ar": "عقد المؤتمر الوزاري الثالث لعملية الرباط في داكار في 3 مايو 2024.",
}


def told(language: str, text: str, *predicates: str) -> list[Fact]:
    """Return what a text in a language tells of its meeting."""
    return whole(f"{HELD[language]} {text}", *predicates)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une déclaration a été adoptée par les ministres de l'Union africaine."),
        ("fr", "Une déclaration conjointe a été publiée par les évêques."),
        ("fr", "Une déclaration a été adoptée par un autre forum."),
        ("fr", "Une déclaration a été adoptée il y a deux ans."),
        ("fr", "Il y a deux ans, les ministres ont adopté la Déclaration de Kigali."),
        ("fr", "L'année dernière, les participants ont adopté une déclaration."),
        ("fr", "Les ministres du Processus de Khartoum ont adopté une déclaration."),
        ("fr", "Les ministres ont adopté une déclaration à New York."),
        ("es", "Una declaración fue adoptada por los ministros de la Unión Africana."),
        ("es", "Una declaración conjunta fue emitida por los obispos."),
        ("es", "Una declaración fue adoptada por otro foro."),
        ("es", "Una declaración fue adoptada hace dos años."),
        ("es", "Hace dos años, los ministros adoptaron la Declaración de Kigali."),
        ("es", "El año pasado los participantes adoptaron una declaración."),
        ("es", "Los ministros del Proceso de Jartum adoptaron una declaración."),
        ("es", "Los ministros adoptaron una declaración en Nueva York."),
        ("sv", "En deklaration antogs av Afrikanska unionens ministrar."),
        ("sv", "En deklaration undertecknades av dem som stannade hemma."),
        ("sv", "En gemensam deklaration utfärdades av biskoparna."),
        ("sv", "En deklaration antogs av ett annat forum."),
        ("sv", "En deklaration antogs för två år sedan."),
        ("sv", "Ministrarna antog en deklaration i New York."),
        ("ar", "وقبل عامين اعتمد الوزراء إعلان كيغالي."),
        ("ar", "واعتمد الوزراء إعلان كيغالي في اجتماع آخر."),
    ],
)
def test_what_others_adopt_or_long_ago_is_adopted_at_no_meeting(
    language: str, text: str
) -> None:
    assert not told(language, text, "adoptedAt")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une déclaration a été adoptée par les ministres."),
        ("fr", "Une déclaration a été adoptée à l'unanimité par les participants."),
        ("fr", "Les ministres ont adopté la Déclaration de Dakar."),
        ("fr", "Les ministres ont adopté une déclaration à Dakar."),
        ("es", "Una declaración fue adoptada por los ministros."),
        ("es", "Una declaración fue adoptada por los países participantes."),
        ("es", "Los ministros adoptaron la Declaración de Dakar."),
        ("es", "Los ministros adoptaron una declaración en Dakar."),
        ("sv", "En deklaration antogs av ministrarna."),
        ("sv", "Ministrarna antog en deklaration i Dakar."),
        ("ar", "واعتمد الوزراء إعلان داكار."),
    ],
)
def test_what_those_who_met_adopt_is_adopted_there(language: str, text: str) -> None:
    assert told(language, text, "adoptedAt")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Sous la présidence du Mali de l'Union africaine, on a avancé."),
        ("fr", "Sous la présidence du Mali au Conseil de sécurité, on a avancé."),
        ("fr", "Sous la présidence malienne de l'Union africaine, on a avancé."),
        ("fr", "Sous la présidence de M. Omar Modèle, le Mali s'est enrichi."),
        ("fr", "Le tournoi a eu lieu à Lima. Il a été présidé par le Chili."),
        ("fr", "Le tribunal a siégé à Lima. Il était présidé par Mme Ana Exemple."),
        ("fr", "La conférence de l'an dernier avait été organisée par le Chili."),
        ("es", "Bajo la presidencia de Malí de la Unión Africana se avanzó."),
        ("es", "Bajo la presidencia de Chile en el Consejo de Seguridad se avanzó."),
        ("es", "El torneo se celebró en Lima. Fue presidido por Chile."),
        ("es", "El tribunal sesionó en Lima. Fue presidido por la señora Ana Ejemplo."),
        ("es", "La conferencia del año pasado fue organizada por Chile."),
        ("sv", "Fotbollsturneringen hölls i Lima. Chile stod värd."),
        ("sv", "Förra årets konferens organiserades av Chile."),
    ],
)
def test_who_leads_or_hosts_something_else_leads_and_hosts_no_meeting(
    language: str, text: str
) -> None:
    roles = ("presidedBy", "hostedBy", "organisedBy", "chairs", "hasParticipant")
    assert not told(language, text, *roles)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle a été présidée par le Chili."),
        ("fr", "La conférence a été organisée par le Chili."),
        ("es", "La conferencia fue presidida por Chile."),
        ("es", "La conferencia fue organizada por Chile."),
        ("sv", "Chile stod värd."),
        ("sv", "Konferensen organiserades av Chile."),
    ],
)
def test_who_leads_or_hosts_the_meeting_itself_does(language: str, text: str) -> None:
    assert told(language, text, "presidedBy", "hostedBy", "organisedBy")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un concert a eu lieu à Lima. Il a été ouvert par Mme Ana Exemple."),
        ("fr", "Des journalistes du Chili et du Pérou ont assisté à la conférence."),
        ("fr", "Des manifestants du Chili ont été présents à la conférence."),
        ("fr", "Le Chili et le Pérou ont participé à la guerre."),
        ("fr", "Le Chili a participé l'an dernier à la conférence."),
        ("es", "Un concierto se celebró en Lima. Fue inaugurado por Ana Ejemplo."),
        ("es", "Periodistas de Chile y Perú asistieron a la conferencia."),
        ("es", "Manifestantes de Chile estuvieron presentes en la conferencia."),
        ("es", "Chile y Perú participaron en la guerra."),
        ("es", "Chile participó el año pasado en la conferencia."),
        ("sv", "Journalister från Chile och Peru deltog i konferensen."),
        ("sv", "Chile och Peru deltog i kriget."),
        ("sv", "Chile deltog förra året i konferensen."),
        ("ar", "وشاركت تشيلي وبيرو في الحرب."),
        ("ar", "وشاركت تشيلي في بطولة."),
        ("ar", "وشاركت تشيلي في المؤتمر العام الماضي."),
    ],
)
def test_who_took_part_in_something_else_took_no_part(language: str, text: str) -> None:
    assert not told(language, text, "hasParticipant")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Chili et le Pérou ont participé à la conférence."),
        ("fr", "Des ministres du Chili et du Pérou ont assisté à la conférence."),
        ("es", "Chile y Perú participaron en la conferencia."),
        ("es", "Ministros de Chile y Perú asistieron a la conferencia."),
        ("sv", "Ministrar från Chile och Peru deltog i konferensen."),
        ("ar", "وشاركت تشيلي وبيرو في المؤتمر."),
    ],
)
def test_who_took_part_in_the_meeting_did(language: str, text: str) -> None:
    assert len(told(language, text, "hasParticipant")) >= len(("Chile", "Peru"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'OIM assure le secrétariat d'un conseil d'entreprises."),
        ("fr", "L'OIM assure le secrétariat d'un autre forum."),
        ("fr", "L'OIM assure le secrétariat de l'Union africaine."),
        ("es", "La OIM ejerce la secretaría de un consejo de empresas."),
        ("es", "La OIM ejerce la secretaría de otro foro."),
        ("sv", "IOM är sekretariat för ett annat forum."),
    ],
)
def test_who_serves_another_body_is_no_secretariat(language: str, text: str) -> None:
    assert not told(language, text, "hasSecretariat")


@pytest.mark.parametrize(
    "text",
    [
        "La conférence ministérielle du Processus de Rabat s'est tenue à Lima, Paris "
        "et Rome.",
        "La conferencia ministerial del Proceso de Rabat se celebró en Lima, París y "
        "Roma.",
        "Rabatprocessens ministerkonferens hölls i Lima, Paris och Rom.",
        "عقد المؤتمر الوزاري لعملية الرباط في ليما وباريس وروما.",
    ],
)
def test_several_cities_are_the_place_of_no_meeting(text: str) -> None:
    assert not whole(text, "heldInPlace")


def test_who_is_host_on_a_day_without_a_year_is_host_of_a_plan() -> None:
    text = (
        "Den 18–19 november är migrationsminister Ana Exempel värd för ett nordiskt "
        "ministermöte om migration i Lund."
    )
    facts = whole(text, "meetingStatus", "hostedBy")
    assert [(f[1], f[2].rpartition("/")[2]) for f in facts] == [
        ("meetingStatus", "planned")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le site du Processus de Rabat a été lancé en 2010."),
        ("fr", "Le secrétariat du Processus de Rabat a été créé en 2011."),
        ("es", "El sitio web del Proceso de Rabat fue lanzado en 2010."),
        ("es", "La secretaría del Proceso de Rabat fue creada en 2011."),
    ],
)
def test_what_a_process_has_was_founded_without_it(language: str, text: str) -> None:
    assert not told(language, text, "established")


def test_a_process_itself_was_founded() -> None:
    assert told("fr", "Le Processus de Rabat a été lancé en 2006.", "established")
    assert told("es", "El Proceso de Rabat fue lanzado en 2006.", "established")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'an dernier, les ministres ont convenu de lutter contre la traite."),
        ("es", "El año pasado los ministros acordaron luchar contra la trata."),
        ("sv", "Förra året enades ministrarna om att bekämpa människohandeln."),
        ("fr", "La conférence de presse a été organisée par le Chili."),
        ("es", "La conferencia de prensa fue organizada por Chile."),
        ("ar", "ونظمت تشيلي المؤتمر الصحفي."),
        ("es", "Fueron invitados: Chile y Perú."),
        ("fr", "Le Chili est observateur auprès de l'Union africaine."),
    ],
)
def test_acts_of_last_year_and_other_events_are_none_of_the_meeting(
    language: str, text: str
) -> None:
    told_of_it = ("committedAt", "organisedBy", "hasParticipant", "hasObserver")
    assert not told(language, text, *told_of_it)


@pytest.mark.parametrize(
    "text",
    [
        "وقال أحد المارة: «عقد المؤتمر الوزاري الثالث لعملية الرباط في داكار».",
        "«La conférence ministérielle du Processus de Rabat s'est tenue à Dakar», a "
        "dit un passant.",
        "«La conferencia ministerial del Proceso de Rabat se celebró en Dakar», dijo "
        "un transeúnte.",
        "La tercera conferencia ministerial del Proceso de Rabat debió celebrarse en "
        "Dakar el 3 de mayo de 2024.",
    ],
)
def test_what_a_passer_by_says_or_should_have_been_was_not_held(text: str) -> None:
    facts = whole(text, "meetingStatus", "heldInPlace", "startDate")
    assert not facts
