"""Those who speak as "we" in an instrument: who met, and where their text is from."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import facts_of, whole

MET = {
    "together": "We, the ministers of Kenya, Mali and Niger, meeting in Nairobi on 4"
    " May 2021 at the third ministerial conference on migration,",
    "apart": "We, the ministers of the member states of the East African Community,"
    " namely Kenya, Mali and Niger,\n\nMeeting in Nairobi, Kenya, on 4 May 2021 at the"
    " third ministerial conference on migration,",
    "behind": "We, the heads of delegation of Kenya, Mali and Niger,\n\nRecalling the"
    " Quito Declaration,\n\nHaving met in Nairobi on 4 May 2021,",
    "under": "We, the representatives of Kenya, Mali and Niger, gathered in Nairobi on"
    " 4 May 2021 within the framework of the third ministerial conference on visas,",
}
APART = {
    "ahead": "We, the ministers of Kenya, Mali and Niger, meeting ahead of the third"
    " ministerial conference on migration,",
    "margins": "We, the ministers of Kenya, Mali and Niger, meeting on the margins of"
    " the third ministerial conference on migration,",
    "recalled": "We, the ministers of Kenya, Mali and Niger,\n\nRecalling the third"
    " ministerial conference on migration, held in Nairobi on 4 May 2021,",
    "others": "The ministers of Kenya, Mali and Niger wrote it.\n\nMeeting in Nairobi"
    " on 4 May 2021, neighbours of theirs heard of it.",
}
TITLE = "Nairobi Declaration on Migration"


@pytest.mark.parametrize("preamble", MET.values(), ids=MET)
def test_who_speaks_as_we_took_part_where_they_say_they_met(preamble: str) -> None:
    text = f"{TITLE}\n\n{preamble}\n\nCommit to train border guards together."
    reading = read_text(text)
    met = {name for _, _, name in facts_of(reading, "hasParticipant")}
    assert met == {"Kenya", "Mali", "Niger"}
    assert [name for name, _, _ in facts_of(reading, "adoptedAt")] == [TITLE]
    assert {day for _, _, day in facts_of(reading, "startDate")} == {"2021-05-04"}


@pytest.mark.parametrize("preamble", APART.values(), ids=APART)
def test_a_meeting_that_a_preamble_only_names_adopted_nothing(preamble: str) -> None:
    text = f"{TITLE}\n\n{preamble}\n\nCommit to train border guards together."
    reading = read_text(text)
    assert not facts_of(reading, "adoptedAt")
    assert not facts_of(reading, "hasParticipant")


SIGNED = {
    "fr": "Communiqué conjoint\n\nLa troisième session du dialogue migratoire"
    " franco-malien s'est tenue à Bamako les 3 et 4 mai 2021.\n\nLes deux parties sont"
    " convenues de former ensemble les agents des frontières.\n\nFait à Bamako, le 4"
    " mai 2021",
    "es": "COMUNICADO CONJUNTO\n\nLima, 4 de mayo de 2021\n\nLos Gobiernos de Chile y"
    " Perú se reunieron en Lima los días 3 y 4 de mayo de 2021. Acordaron formar juntos"
    " a los agentes de fronteras.",
    "fr final": "Communiqué final de la troisième conférence ministérielle sur les"
    " migrations\n\nLes ministres du Mali et du Niger se sont réunis à Bamako du 3 au 4"
    " mai 2021. Ils ont décidé de former ensemble les agents des frontières.\n\nFait à"
    " Bamako, le 4 mai 2021",
}
NEWS = {
    "fr": SIGNED["fr"].replace("Communiqué conjoint", "Communiqué de presse"),
    "es": SIGNED["es"].replace("COMUNICADO CONJUNTO", "COMUNICADO DE PRENSA"),
}


@pytest.mark.parametrize("text", SIGNED.values(), ids=SIGNED)
def test_a_joint_text_in_any_language_comes_from_the_meeting_it_tells_of(
    text: str,
) -> None:
    reading = read_text(text)
    papers = {name for name, _, _ in facts_of(reading, "adoptedAt")}
    assert len(papers) == 1
    assert {name for _, _, name in facts_of(reading, "setOutIn")} == papers
    days = [day for name, _, day in facts_of(reading, "when") if name in papers]
    assert days == ["2021-05-04"]


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_a_press_release_is_no_paper_of_those_who_met(text: str) -> None:
    reading = read_text(text)
    assert not facts_of(reading, "adoptedAt", "setOutIn")


def test_a_paper_is_done_on_a_day_of_a_month() -> None:
    text = f"{TITLE}\n\nKenya and Mali agree to train border guards.\n\nDone at Nairobi"
    for day in (
        "on the 4th day of May 2021.",
        "this 4th day of May, 2021, in English.",
    ):
        days = whole(f"{text} {day}", "when")
        assert days == [(TITLE, "when", "2021-05-04")]
