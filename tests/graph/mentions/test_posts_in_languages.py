import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record

FRENCH = "Les ministres des États ont pris la parole lors de la réunion."
SPANISH = "Los ministros de los países hablaron en la reunión de la capital."
SWEDISH = "Ministrarna talade om de länder som är med i mötet och det är allt."


def posts(text: str) -> dict[str, tuple[str, str]]:
    """Return post and state or organisation of each person."""
    return {
        person["name"]: (
            person.get("post", ""),
            person.get("organisation_or_state", {}).get("name", ""),
        )
        for person in record(read_text(text)).get("persons", ())
    }


@pytest.mark.parametrize(
    ("text", "name", "post", "body"),
    [
        (
            f"La ministre de l'Emploi, des Affaires sociales et de la Solidarité, Mme"
            f" Ana Exemple, est venue. {FRENCH}",
            "Ana Exemple",
            "ministre de l'Emploi, des Affaires sociales et de la Solidarité",
            "",
        ),
        (
            f"Jan Modèle, directeur de l'asile au ministère de l'Intérieur du Tchad,"
            f" est venu. {FRENCH}",
            "Jan Modèle",
            "directeur de l'asile au ministère de l'Intérieur",
            "Tchad",
        ),
        (
            f"La délégation tchadienne comprendra Jan Modèle, ministre de la Santé."
            f" {FRENCH}",
            "Jan Modèle",
            "ministre de la Santé",
            "tchadienne",
        ),
        (
            f"Côté tchadien, le ministre de la Santé, Jan Modèle, était présent."
            f" {FRENCH}",
            "Jan Modèle",
            "ministre de la Santé",
            "tchadien",
        ),
        (
            f"La directora de migración del ministerio de Justicia de Chad, Ana"
            f" Ejemplo, vino. {SPANISH}",
            "Ana Ejemplo",
            "directora de migración del ministerio de Justicia",
            "Chad",
        ),
        (
            f"Por parte chadiana participaron la ministra de Salud, Ana Ejemplo, y"
            f" otros. {SPANISH}",
            "Ana Ejemplo",
            "ministra de Salud",
            "chadiana",
        ),
        (
            f"Sveriges EU-kommissionär Ana Exempel var där. {SWEDISH}",
            "Ana Exempel",
            "EU-kommissionär",
            "EU",
        ),
    ],
)
def test_a_post_in_another_language_is_read_whole(
    text: str, name: str, post: str, body: str
) -> None:
    said, of = posts(text)[name]
    assert said == post
    assert of == body or (bool(of) and body.islower())


@pytest.mark.parametrize(
    "text",
    [
        f"Nul ne sait si, côté tchadien, la ministre de la Santé, Ana Exemple, vient."
        f" {FRENCH}",
        f"La délégation tchadienne a salué la ministre de la Santé, Ana Exemple."
        f" {FRENCH}",
        f"El Chad no estuvo representado por la ministra de Salud, Ana Exemple."
        f" {SPANISH}",
        f"La delegación chadiana saludó a la ministra de Salud, Ana Exemple. {SPANISH}",
    ],
)
def test_who_does_not_come_for_a_state_holds_no_post_of_it(text: str) -> None:
    assert posts(text)["Ana Exemple"][1] == ""


def test_a_name_much_like_a_known_one_means_it_by_the_acronym() -> None:
    text = (
        "The talks of the states were told by the International Office for Migrations"
        " (IOM) and by the International Order of Oxen (ILO) to the ministers."
    )
    found = record(read_text(text))["organisations"]
    iris = [item.get("iri", "").rpartition("/")[2] for item in found]
    assert "international-organization-for-migration" in iris


@pytest.mark.parametrize(
    ("phrase", "post", "body"),
    [
        ("Le ministre de l'Intérieur italien", "ministre de l'Intérieur", "Italy"),
        ("La ministre de l'Emploi belge", "ministre de l'Emploi", "Belgium"),
        ("Le président du Conseil italien", "président du Conseil", "Italy"),
        ("Le ministre de la Santé du Tchad", "ministre de la Santé", "Tchad"),
        ("Le président du Conseil européen", "président", "Conseil européen"),
        (
            "Le ministre des Affaires étrangères et de la coopération malien",
            "ministre des Affaires étrangères et de la coopération",
            "Mali",
        ),
        (
            "Le ministre des Maliens établis à l'extérieur",
            "ministre des Maliens établis à l'extérieur",
            "Maliens",
        ),
        (
            "Le chef du gouvernement d'union nationale libyen",
            "chef du gouvernement d'union nationale",
            "Libya",
        ),
    ],
)
@pytest.mark.parametrize("title", ["", "le Dr ", "le Colonel ", "M. "])
def test_a_demonym_may_end_a_post_and_an_article_begin_a_title(
    phrase: str, post: str, body: str, title: str
) -> None:
    text = f"{phrase}, {title}Jan Modèle, est venu. {FRENCH}"
    assert posts(text) == {"Jan Modèle": (post, body)}


@pytest.mark.parametrize(
    "phrase",
    [
        "Le ministre de la Santé, le Malien Jan Modèle",
        "La réunion du ministre malien, le matin, et Jan Modèle",
    ],
)
def test_an_article_before_no_title_ties_nobody_to_a_post(phrase: str) -> None:
    assert not posts(f"{phrase}, est venu. {FRENCH}").get("Jan Modèle", ("",))[0]
