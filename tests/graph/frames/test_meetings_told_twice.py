"""One meeting told in two ways is one; what was only agreed or due is not held."""

from typing import Any

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record

THIRD = (
    "The third ministerial conference of the Colombo Process was held in Lima on "
    "3 May 2019."
)
ONE = (
    (
        "Kenyan Interior Minister Ana Sample, Ugandan Interior Minister Jan Exempel "
        "and Malian Interior Minister Ines Other led large delegations and met in "
        "Mombasa on 4 May 2021 for talks. This trilateral meeting was the first.",
        "2021-05-04",
    ),
    (f"{THIRD} The plenary session was attended by Ana Sample of Nepal.", "2019-05-03"),
    (
        "In May 2019 ministers of Nepal and Fiji met in Lima to talk about migration. "
        "The first meeting took place on 3 and 4 May 2019.",
        "2019-05-03",
    ),
    (
        "La deuxième conférence ministérielle sur la migration s'est tenue à Paris le "
        "25 novembre 2008. La Conférence de Paris s'inscrit dans un processus.",
        "2008-11-25",
    ),
    (
        "التقى وزراء داخلية مصر والسودان في اجتماع ثلاثي حول الهجرة عقد في القاهرة يوم "
        "3 مايو 2021. وشارك في الاجتماع الثلاثي وزير الداخلية الليبي أحمد سالم.",
        "2021-05-03",
    ),
    (
        "THE CAPE VISA FORUM\n\nMINISTERIAL CONFERENCE\n\n23 June 2021, Prague\n\nThe "
        "ministers of the Cape Visa Forum member states met in Prague on 23 June 2021. "
        "The conference also brought together Denmark and Nepal.",
        "2021-06-23",
    ),
)
ANOTHER_TO_COME = (
    "Ministers of Nepal and Fiji met in Lima on 3 May 2019 and agreed to hold a "
    "follow-up meeting on migration in Suva on 4 June 2019.",
    "Perú y Chile se reunieron en Lima el 3 de mayo de 2021. Ambas partes acordaron "
    "celebrar el 4 de junio de 2021 una reunión de seguimiento en Tacna.",
    "Les ministres du Mali et du Niger se sont réunis à Bamako le 3 mai 2021. Ils sont "
    "convenus de tenir une deuxième réunion à Niamey le 4 juin 2021.",
    "Ministrarna från Kenya och Uganda möttes i Nairobi den 3 maj 2021. De enades om "
    "att hålla ett nytt möte om migration i Kampala den 4 juni 2021.",
)


def meetings(text: str) -> list[dict[str, Any]]:
    """Return the meetings of a text that is read alone."""
    found: list[dict[str, Any]] = record(read_text(text)).get("meetings", [])
    return found


@pytest.mark.parametrize(("text", "day"), ONE)
def test_a_meeting_told_twice_is_one(text: str, day: str) -> None:
    found = meetings(text)
    assert [(item["start"], item["status"]) for item in found] == [(day, "held")]


@pytest.mark.parametrize("text", ANOTHER_TO_COME)
def test_what_was_agreed_to_be_held_is_planned(text: str) -> None:
    told = {item["start"][5:7]: item["status"] for item in meetings(text)}
    assert told == {"05": "held", "06": "planned"}


def test_a_meeting_before_is_known_by_the_name_behind_it() -> None:
    told = f"{THIRD} The previous meeting, COP21, took place in Dhaka in 2014."
    names = [item["name"] for item in meetings(told)]
    assert names == ["third ministerial conference of the Colombo Process", "COP21"]


def test_a_meeting_of_another_month_is_another_one() -> None:
    told = (
        "In May 2019 ministers of Nepal and Fiji met in Lima to talk about migration. "
    )
    told += "The second meeting took place on 3 and 4 June 2019."
    assert {item["start"] for item in meetings(told)} == {"2019-05", "2019-06-03"}


@pytest.mark.parametrize(
    "text",
    [
        "SUVA, 4 May 2021 – Experts of Nepal and Fiji are due to hold a meeting on "
        "labour migration in Suva today.",
        f"{THIRD} Nepal spoke for the presidency of the next climate summit (COP 35).",
    ],
)
def test_what_is_due_or_next_is_not_held(text: str) -> None:
    assert meetings(text)[-1]["status"] == "planned"


def test_what_a_secretariat_delivered_is_no_meeting() -> None:
    told = (
        "The secretariat delivered ten reports, a workshop on labour migration, and a "
    )
    assert meetings(f"{told}course for officials in Nepal.") == []


def test_birds_do_not_migrate_as_people_do() -> None:
    told = (
        "The ninth meeting of the Convention on Birds was held in Lima on 3 May 2019. "
    )
    acts = record(read_text(f"{told}The states agreed to protect migratory birds."))
    assert not acts.get("commitments")


def test_a_year_before_the_meeting_is_that_of_another_undertaking() -> None:
    told = "In 2017 Nepal, Fiji and Peru adopted a declaration on migration and agreed "
    told += "to train guards. The second meeting was held in Suva on 4 May 2021."
    assert not record(read_text(told)).get("commitments")


def test_an_article_that_leans_on_a_state_is_part_of_the_wording() -> None:
    told = (
        "L'Espagne et le Maroc ont convenu de renforcer la lutte contre les passeurs."
    )
    found = record(read_text(told))["commitments"]
    assert [item["text_start"].startswith("L'Espagne et") for item in found] == [True]
