"""What a meeting was about, told in prose; instruments that speak for themselves."""

import pytest

from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import State, whole

HELD = "The Senior Officials Meeting of the Khartoum Process was held in Nairobi. "
ELSEWHERE = "The Nairobi Tea Forum was held in Nairobi on 3 May 2019. "
JOINT = "Joint Statement by the Ministers of Kenya, Mali and Chad"


def items(text: str, stated: State = whole) -> set[tuple[str, str]]:
    """Return the class and the wording of each undertaking or topic."""
    facts = stated(text, "type", "wording")
    classes = {
        name: value.rpartition("#")[2] for name, kind, value in facts if kind == "type"
    }
    return {(classes[name], v) for name, kind, v in facts if kind == "wording"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Visas and the return of migrants were on the agenda too",
        "Among friends, the smuggling of migrants featured high on the agenda",
        "On the agenda was the cost of recruitment for migrant workers",
        "The agenda of the meeting included visas and the return of migrants",
        "The return of migrants and visas were discussed as well",
        "The smuggling of migrants was at the heart of the talks",
        "The meeting was mainly about the return of migrants to their homes",
        "The talks centered on the return of migrants to their homes",
    ],
)
def test_prose_tells_what_a_meeting_was_about(sentence: str, stated: State) -> None:
    assert items(f"{HELD}{sentence}.", stated) == {("AreaOfFocus", sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Visas and the return of migrants were not on the agenda",
        "The return of migrants, which was not on the agenda, came up at dinner",
        "The return of migrants and visas were never discussed",
        "Nobody knows whether the return of migrants was discussed there",
        "The minister said that the return of migrants was on the agenda",
        "According to critics, the meeting was mainly about the return of migrants",
        "Was the return of migrants on the agenda at last?",
        "If the agenda includes the return of migrants, Kenya will stay away",
        "The opposition demanded that the ministers agree to protect migrants",
        "Future cooperation will address smuggling, the minister hopes",
    ],
)
def test_what_was_not_discussed_or_only_said_to_be_is_no_topic(
    sentence: str, stated: State
) -> None:
    assert items(f"{HELD}{sentence}.", stated) == set()


def test_topics_of_a_meeting_about_something_else_are_none_of_ours(
    stated: State,
) -> None:
    text = f"{ELSEWHERE}Tea prices and the rain were on the agenda as well."
    assert items(text, stated) == set()


def test_a_pact_on_migration_is_a_topic_of_ours_whatever_the_meeting(
    stated: State,
) -> None:
    talk = "The forum focused on how far the {} had been carried out."
    pact = ELSEWHERE + talk.format("Joint Valletta Action Plan")
    assert {kind for kind, _ in items(pact, stated)} == {"AreaOfFocus"}
    assert items(ELSEWHERE + talk.format("2030 Agenda"), stated) == set()


@pytest.mark.parametrize(
    "undertaking",
    [
        "reiterated our commitment to keep migrants safe at sea",
        "pledged to keep migrants safe at sea",
        "undertook to keep migrants safe at sea",
        "renewed our firm commitment to keep migrants safe at sea",
    ],
)
def test_a_joint_statement_below_a_letterhead_speaks_for_its_parties(
    undertaking: str,
) -> None:
    text = f"The Office of the Harbour\n\n{JOINT}\n\nWe {undertaking}."
    facts = whole(text)
    assert items(text) == {("Commitment", f"We {undertaking}")}
    by = {value for _, name, value in facts if name == "committedBy"}
    assert {"Kenya", "Mali", "Chad"} <= by
    assert "setOutIn" in {name for _, name, _ in facts}


def test_the_same_words_below_a_headline_are_nobodys() -> None:
    pledge = "We pledged to help the migrants of the region."
    assert items(f"Ministers met\n\nKenya and Mali in talks\n\n{pledge}") == set()


def test_we_and_agreed_undertakes_what_was_reviewed() -> None:
    sentence = "We reviewed the work of the border guards and agreed to double it"
    assert items(f"{JOINT}\n\n{sentence}.") == {("Commitment", sentence)}


def test_a_solution_that_can_only_come_is_an_opinion() -> None:
    text = f"{JOINT}\n\nWe all agreed that peace for migrants can only come slowly."
    assert items(text) == set()


def test_recognising_undertakes_only_where_a_document_sets_it_out(
    stated: State,
) -> None:
    opinion = "the ministers recognise that smuggling of migrants has to end"
    assert items(f"{HELD}At last {opinion}.", stated) == set()
    told = items(f"{HELD}According to the communique, {opinion}.", stated)
    assert {kind for kind, _ in told} == {"Commitment"}


@pytest.mark.parametrize("lead", ["agree to write a paper to:", "undertake to:"])
def test_a_list_below_a_lead_in_the_present_undertakes(
    lead: str, stated: State
) -> None:
    items_ = "\n\n- protect migrants at sea;\n- return migrants in dignity."
    text = f"{HELD}The ministers {lead}{items_}"
    assert {kind for kind, _ in items(text, stated)} == {"Commitment"}
    for modal in ("should", "may", "did not"):
        assert not items(f"{HELD}The ministers {modal} {lead}{items_}", stated)


@pytest.mark.parametrize(
    "field", ["to fight terrorism together", "to trade more fish", "to store water"]
)
def test_what_belongs_to_another_field_is_no_undertaking_of_ours(
    field: str, stated: State
) -> None:
    talks = "Kenya and Mali met in Nairobi. They spoke of migrants and of visas. "
    assert items(f"{talks}It was agreed {field}.", stated) == set()


def test_what_cooperation_will_cover_is_intended(stated: State) -> None:
    text = f"{HELD}Future cooperation will address the return of migrants."
    assert {kind for kind, _ in items(text, stated)} == {"Intention"}
    assert not items(f"{HELD}Cooperation will not address visas.", stated)


def test_a_place_and_a_day_below_a_joint_title_date_it() -> None:
    body = "Kenya and Mali are glad of what was done for the migrants at sea."
    title = "Joint Declaration of Kenya and Mali"
    assert whole(f"{title}\n\nNairobi, 4 May 2023\n\n{body}", "when")
    assert not whole(f"{title}\n\n4 May 2023\n\n{body}", "when")
    assert not whole(f"Kenya and Mali met\n\nNairobi, 4 May 2023\n\n{body}", "when")


def test_a_meeting_behind_a_colon_did_not_issue_the_statement() -> None:
    text = "Joint Statement by Kenya and Mali: first meeting of the Rabat Process"
    reading = read_text(f"{text}\n\nThe meeting was held in Dakar on 3 May 2019.")
    assert not [s for s in reading.statements if s.predicate.endswith("adoptedAt")]


TOPICS = {
    "fr": [
        "Le retour des migrants et les visas étaient à l'ordre du jour",
        "La réunion avait pour but de lutter contre la traite des migrants",
        "Les deux ministres ont évoqué la situation des réfugiés dans la région",
    ],
    "es": [
        "En el orden del día figuraban el retorno de los migrantes y la trata",
        "También se ha hablado de la protección de los refugiados en la región",
        "Ambas partes han analizado la situación de los refugiados en la región",
    ],
    "sv": [
        "Mötets första tema är återvändande och skydd för de som flyr",
        "De ska också diskutera migrationen mellan länderna i regionen",
        "Frågor som ska tas upp är asyl och återvändande",
    ],
    "ar": [
        "وناقش الجانبان مكافحة تهريب المهاجرين في المنطقة",
        "وتبادل الجانبان الآراء حول أوضاع اللاجئين في المنطقة",
        "واستعرض الاجتماع كذلك جهود مكافحة الاتجار بالبشر",
    ],
}
OPENED = {
    "fr": "La conférence ministérielle du Processus de Rabat a eu lieu à Dakar.",
    "es": "La conferencia ministerial del Proceso de Rabat se celebró en Dakar.",
    "sv": "Det andra ministermötet inom Rabatprocessen hölls på en av dagarna.",
    "ar": "عقد الاجتماع الوزاري الثاني لعملية الرباط في داكار في 3 مايو 2019.",
}
UNTOLD = {
    "fr": "Selon un journal, {}.",
    "es": "Según un periódico, {}.",
    "sv": "Enligt en tidning är det så att {}.",
    "ar": "وبحسب الصحف {}.",
}
AGREED = {
    "fr": "Ils ont aussi décidé de lutter contre la traite des migrants",
    "es": "Ambas partes han acordado proteger a los migrantes en la región",
    "sv": "De kom också överens om att skydda de som flyr i regionen",
    "ar": "واتفق الجانبان على مكافحة تهريب المهاجرين في المنطقة",
}


@pytest.mark.parametrize(
    ("code", "sentence"), [(code, s) for code, told in TOPICS.items() for s in told]
)
def test_topics_in_prose_are_told_in_each_language(code: str, sentence: str) -> None:
    told = items(f"{OPENED[code]} {sentence}.")
    assert {kind for kind, _ in told} == {"AreaOfFocus"}
    doubted = UNTOLD[code].format(sentence[:1].lower() + sentence[1:])
    assert items(f"{OPENED[code]} {doubted}") == set()


@pytest.mark.parametrize(("code", "sentence"), AGREED.items())
def test_what_they_agreed_is_undertaken_in_each_language(
    code: str, sentence: str
) -> None:
    told = items(f"{OPENED[code]} {sentence}.")
    assert {kind for kind, _ in told} == {"Commitment"}
    doubted = UNTOLD[code].format(sentence[:1].lower() + sentence[1:])
    assert items(f"{OPENED[code]} {doubted}") == set()


def test_the_communique_of_a_meeting_is_no_doubt_and_that_of_a_party_is() -> None:
    told = "la réunion a porté principalement sur le retour des migrants à Dakar"
    assert items(f"{OPENED['fr']} Selon le communiqué, {told}.")
    for voice in ("voisin", "communiqué du parti", "communiqué du ministère"):
        assert not items(f"{OPENED['fr']} Selon le {voice}, {told}.")


@pytest.mark.parametrize(
    "when",
    [
        "Over the years",
        "Throughout the decades",
        "Since then",
        "In later meetings",
        "In subsequent years",
    ],
)
def test_what_was_added_later_is_no_subject_of_the_meeting(
    when: str, stated: State
) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held in Manila on"
        f" 3 May 2011. {when}, other subjects were added: the protection of workers"
        " abroad and remittances."
    )
    assert not stated(text, "focusOf")
    assert stated(text.replace(f"{when}, other", "Other"), "focusOf")


def test_what_a_chair_will_do_in_its_term_is_a_topic_of_its_own(stated: State) -> None:
    text = """The third ministerial conference of the Rabat Process was held in Dakar.

During its term Kenya will give priority to the following:

(a) visas for migrant workers;
(b) return of migrants."""
    assert [name for _, _, name in stated(text, "committedBy")] == ["Kenya"] * 2
    assert stated(text, "focusOf") == []


def test_what_a_chair_will_not_do_in_its_term_is_no_topic(stated: State) -> None:
    text = """The third ministerial conference of the Rabat Process was held in Dakar.

During its term Kenya will not give priority to the following:

(a) visas for migrant workers;
(b) return of migrants."""
    assert stated(text, "committedBy", "focusOf") == []
