"""What stands beside meetings: themes, other processes, pages of other languages."""

import pytest

from tests.graph.frames.conftest import State, facts_in

THIRD = "The third meeting of the heads of visa offices"


@pytest.mark.parametrize(
    "beside",
    [
        "was held back to back with the Colombo Process",
        "was held on the margins of the Colombo Process",
        "was organised in parallel to the Colombo Process",
    ],
)
def test_a_meeting_beside_a_process_is_none_of_its_own(
    beside: str, stated: State
) -> None:
    assert not stated(f"{THIRD} {beside} in Lima.", "isMeetingOf")


def test_a_meeting_of_a_process_stays_its_own_beside_another(stated: State) -> None:
    text = (
        "The third meeting of the Rabat Process was held alongside the Prague Process."
    )
    assert {v for *_, v in stated(text, "isMeetingOf")} == {"Rabat Process"}


@pytest.mark.parametrize("what", ["theme of", "topic", "report entitled", "slogan"])
def test_a_theme_in_quotation_marks_is_no_meeting(what: str, stated: State) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held in Lima under"
        f" the {what} “Work and the Role of the Regional Consultation Meeting”."
    )
    assert len({s for s, *_ in stated(text, "meetingKind")}) == 1


@pytest.mark.parametrize(
    "says", ["covers", "deals with", "addresses", "extends to", "concerns"]
)
def test_what_a_signed_paper_covers_is_an_area_of_it(says: str, stated: State) -> None:
    text = (
        "Chile and Peru signed an agreement on labour migration in Lima on 3 May 2011."
        f" The agreement {says} the return of migrants and visas."
    )
    facts = stated(text, "setOutIn")
    assert [value for *_, value in facts] == ["agreement on labour migration"]


@pytest.mark.parametrize("says", ["does not cover", "should cover", "never addressed"])
def test_what_a_paper_leaves_out_is_no_area_of_it(says: str, stated: State) -> None:
    text = (
        "Chile and Peru signed an agreement on labour migration in Lima on 3 May 2011."
        f" The agreement {says} the return of migrants and visas."
    )
    assert not stated(text, "setOutIn")


def test_who_signed_for_a_state_and_then_spoke_is_of_that_state(stated: State) -> None:
    text = (
        "The Minister of Labour, Ana Sample, who signed the text on behalf of Ghana"
        " yesterday, said that it will help."
    )
    assert {v for *_, v in stated(text, "postFor")} == {"Ghana"}


def test_a_body_under_an_agreement_meets_by_number(stated: State) -> None:
    text = (
        "The Joint Visa Committee(JVC) under the EU – Peru Visa Agreement convened its"
        " first meeting in Lima on 3 May 2011."
    )
    facts = {p: v for _, p, v in stated(text, "isMeetingOf", "heldInPlace")}
    assert facts["isMeetingOf"].startswith("Joint Visa Committee")


def test_a_meeting_at_a_ministry_is_held_in_the_town_behind_it(stated: State) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was held at the"
        " Ministry of Labour, Lima, on 3 May 2011."
    )
    assert {v for *_, v in stated(text, "heldInPlace")} == {"Lima"}


def test_a_field_in_brackets_may_stand_between_a_post_and_a_comma(
    stated: State,
) -> None:
    text = (
        "The third ministerial conference of the Colombo Process was opened by the"
        " Additional Secretary (Labour), Ana Sample of the Ministry of Labour of Chile"
        " and the Deputy Head of the Visa Unit, Omar Other."
    )
    assert {s for s, *_ in stated(text, "holdsPost")} == {"Ana Sample", "Omar Other"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Omar Exemple, ministre du Travail du Mali, a parlé aux médias après une"
         " rencontre avec son homologue italien Matteo Autre."),
        ("fr", "M. Omar Exemple, ministre du Travail du Mali, a reçu ce soir place"
         " Vendôme M. Matteo Autre, Président de l'Italie."),
        ("es", "El ministro de Trabajo del Mali, Omar Exemple, afirmó tras una reunión"
         " con su homólogo italiano, Matteo Autre, que habrá una oficina."),
        ("sv", "Malis migrationsminister Omar Exemple sa efter samtal med sin"
         " italienska kollega Matteo Autre att en plan behövs."),
    ],
)  # fmt: skip
def test_who_spoke_after_a_meeting_with_somebody_met_them_in_any_language(
    language: str, text: str
) -> None:
    came = {v for p, v in facts_in(language, text) if p == "hasParticipant"}
    assert {"Omar Exemple", "Matteo Autre"} <= came


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Omar Exemple, ministre du Travail du Mali, parlera aux médias après une"
         " rencontre avec son homologue italien Matteo Autre."),
        ("es", "El ministro de Trabajo del Mali, Omar Exemple, afirmó antes de una"
         " reunión con su homólogo italiano, Matteo Autre, que habrá una oficina."),
        ("sv", "Malis migrationsminister Omar Exemple sa inför samtal med sin"
         " italienska kollega Matteo Autre att en plan behövs."),
    ],
)  # fmt: skip
def test_who_will_meet_somebody_in_any_language_has_not(
    language: str, text: str
) -> None:
    told = facts_in(language, text)
    assert not {p for p, v in told if p == "meetingStatus" and v == "held"}


def test_a_verb_that_looks_like_a_noun_is_no_meeting() -> None:
    text = "Ana Exemple rencontre les présidents du Niger et du Mali"
    assert not {p for p, _ in facts_in("fr", text) if p == "meetingKind"}


def test_who_makes_up_a_meeting_took_part_in_it() -> None:
    text = (
        "La octava reunión del Proceso de Colombo, integrada por los viceministros de"
        " Chile, Perú y Fiji, se celebró en Lima."
    )
    told = facts_in("es", text)
    assert {v for p, v in told if p == "hasParticipant"} == {"Chile", "Perú", "Fiji"}


def test_a_chair_is_handed_over_through_an_official() -> None:
    text = (
        "México, a través del subsecretario Omar Muestra, entregó la Presidencia Pro"
        " Tempore de la Conferencia Regional sobre Migración a El Salvador."
    )
    chairs = {v for p, v in facts_in("es", text) if p == "chairs"}
    assert chairs


@pytest.mark.parametrize("between", [" ", ", ", ", Mr. "])
def test_the_government_of_a_minister_is_no_part_of_the_post(
    between: str, stated: State
) -> None:
    text = (
        f"The Minister for Interior, Government of Kenya{between}Omar Other, opened the"
        " third ministerial conference of the Colombo Process."
    )
    posts = {(p, v) for _, p, v in stated(text, "holdsPost", "postFor")}
    assert posts == {("holdsPost", "Minister for Interior"), ("postFor", "Kenya")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les ministres de l'Intérieur du Mali et du Niger, Ana Exemple et Omar"
         " Autre, se sont réunis à Lima le 3 mai 2011."),
        ("es", "Los ministros del Interior de Malí y de Níger, Ana Exemple y Omar"
         " Autre, se reunieron en Lima el 3 de mayo de 2011."),
    ],
)  # fmt: skip
def test_those_named_behind_their_states_bear_one_post_in_any_language(
    language: str, text: str
) -> None:
    told = facts_in(language, text)
    came = {value for said, value in told if said == "hasParticipant"}
    assert {"Ana Exemple", "Omar Autre"} <= came
    posts = {value for said, value in told if said == "holdsPost"}
    assert posts in ({"ministre de l'Intérieur"}, {"ministro del Interior"})


def test_the_name_given_to_a_meeting_is_contracted() -> None:
    text = (
        "Les présidents du Mali, Ana Exemple, et du Niger, Omar Autre, se sont réunis à"
        " Lima le 3 mai 2011."
    )
    labels = {v for p, v in facts_in("fr", text) if p == "label" and "réunion" in v}
    assert all(label.startswith("réunion des présidents") for label in labels)
    assert labels
