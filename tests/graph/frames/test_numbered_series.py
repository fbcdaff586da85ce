import pytest

from tests.graph.frames.conftest import State, whole

HEADS = "ASEAN Heads of Consular Services and Directors of Visa Departments"


def test_an_acronym_with_a_number_is_a_meeting_of_a_process(stated: State) -> None:
    text = (
        f"The Twelfth Meeting of the {HEADS} (12th AHCSD) was held in Lima from 3 to"
        " 5 June 2019.\n\nPeru hosted the 12th AHCSD. The Visa Roadmap was adopted by"
        " the 11th AHCSD in August 2018. As Peru is the host country, Mr Ivo Sample"
        " chaired the AHCSD."
    )
    facts = stated(text)
    whole = f"Twelfth Meeting of the {HEADS}"
    assert {(whole, "isMeetingOf", HEADS), ("11th AHCSD", "isMeetingOf", HEADS)} <= set(
        facts
    )
    assert ("Visa Roadmap", "adoptedAt", "11th AHCSD") in facts
    assert stated(text, "presidedBy") == [(whole, "presidedBy", "Ivo Sample")]
    assert stated(text, "hostedBy") == [(whole, "hostedBy", "Peru")]


@pytest.mark.parametrize(
    "text",
    [
        "The 9th AMVC was held in Lima on 3 June 2019.",
        "Peru attended the 9th AMVC in Lima on 3 June 2019.",
        "The 9th AMVC took place in Lima. At the AMVC, visas were discussed.",
    ],
)
def test_what_is_held_by_number_needs_no_long_name(text: str, stated: State) -> None:
    assert ("9th AMVC", "isMeetingOf", "AMVC") in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 4th SVRM project was launched in Lima on 3 June 2019.",
        "He was elected as 5th MNA of the province of Lima.",
        "The 11th EDF was adopted in 2014.",
        "Peru hosted the 3rd ABCX Bank fair in Lima.",
        "The 5th Visa Regiment (5th VRX) was held up in Lima.",
        "The first AMVC was held in Lima.",
    ],
)
def test_not_all_that_has_a_number_meets(text: str, stated: State) -> None:
    assert stated(text, "isMeetingOf") == []


def test_a_bare_number_is_one_more_of_the_only_series(stated: State) -> None:
    text = (
        "The 14th meeting of the Tripartite Commission on the Return of Malian"
        " Refugees was held in Lima on 3 June 2019.\n\nEarlier meetings\n\n"
        "The 12th meeting took place in Quito on 4 May 2017."
    )
    name = "Tripartite Commission on the Return of Malian Refugees"
    assert ("12th meeting", "isMeetingOf", name) in stated(text)


@pytest.mark.parametrize(
    "other",
    [
        "The Border Council had its 3rd meeting in May.",
        "The 3rd meeting of the Chess Club was held in May.",
    ],
)
def test_with_two_series_a_bare_number_is_of_none(other: str, stated: State) -> None:
    text = (
        "The 14th meeting of the Visa Board was held in Lima on 3 June 2019.\n\n"
        f"{other}\n\nThe 12th meeting took place in Quito on 4 May 2017."
    )
    assert all(one[0] != "12th meeting" for one in stated(text, "isMeetingOf"))


def test_who_hosts_and_chairs_it_does_both_at_the_meeting(stated: State) -> None:
    text = (
        "The sixth meeting of the Visa Board was held in Lima on 3 June 2019."
        " The Government of Peru hosted and chaired it."
    )
    name = "sixth meeting of the Visa Board"
    told = stated(text, "hostedBy", "presidedBy")
    assert set(told) == {(name, "hostedBy", "Peru"), (name, "presidedBy", "Peru")}


def test_it_is_no_meeting_where_a_body_is_spoken_of(stated: State) -> None:
    text = (
        "The sixth meeting of the Visa Board was held in Lima on 3 June 2019."
        " The Visa Board has a secretariat. Peru hosted it."
    )
    assert stated(text, "hostedBy") == []


def test_a_conference_held_elsewhere_is_another_meeting(stated: State) -> None:
    text = (
        "The Visa Board held its third meeting in Quito. The Visa Board was agreed"
        " upon in the joint communiqué of the conference held in Lima on 3 May 2012."
    )
    facts = stated(text)
    assert ("Visa Board", "established", "2012-05-03") in facts
    assert ("joint communiqué", "adoptedAt", "conference in Lima") in facts
    assert ("third meeting", "heldInPlace", "Lima") not in facts


def test_a_name_ends_before_the_conference_that_adopted_it(stated: State) -> None:
    text = (
        "The joint Communiqué of the International conference held in Lima on"
        " 3 May 2012 was adopted by all."
    )
    assert any(one[2] == "International conference" for one in stated(text))


def test_a_sheet_says_below_a_label_what_it_means(stated: State) -> None:
    text = (
        "Rabat Process\n\nEstablished\n\n2006\n\nCurrent chair\n\nMali\n\n"
        "Secretariat\n\nICMPD\n\nObservers\n\nChile and Fiji"
    )
    told = stated(text, "established", "chairs", "hasSecretariat", "hasObserver")
    assert sorted(value for _, _, value in told) == [
        "2006",
        "Chile",
        "Fiji",
        "ICMPD",
        "Rabat Process",
    ]


def test_a_sentence_below_a_label_is_no_value(stated: State) -> None:
    text = "Rabat Process\n\nChair\n\nMali asked for it.\n\nSecretariat\n\nNot ICMPD"
    assert stated(text, "chairs") == []
    assert stated(text, "hasSecretariat") == []
    assert stated("Visa Fund\n\nChair\n\nMali\n\nRabat Process", "chairs") == []


@pytest.mark.parametrize(
    "name",
    [
        "Comité bilatéral frontalier malo-nigérien",
        "Commission mixte franco-péruvienne sur la mobilité",
    ],
)
def test_a_french_committee_that_meets_by_number_lasts(
    name: str, stated: State
) -> None:
    text = (
        f"La 7e session du {name} s'est tenue à Lima le 3 juin 2019 dans le cadre de"
        " la coopération. La 6e session avait eu lieu à Quito en 2018."
    ).replace("du Commission", "de la Commission")
    told = {value for _, _, value in stated(text, "isMeetingOf")}
    assert told == {name}
    assert ("6e session", "isMeetingOf", name) in stated(text)


def test_a_steering_committee_is_of_its_process(stated: State) -> None:
    text = (
        "La réunion du Comité de Pilotage (CoPil) du Processus de Rabat s'est tenue à"
        " Lima le 3 juin 2019. La prochaine Conférence ministérielle aura lieu à Quito."
    )
    assert {value for _, _, value in stated(text, "isMeetingOf")} == {
        "Processus de Rabat"
    }


@pytest.mark.parametrize(
    ("text", "name", "members"),
    [
        (
            "Perú y Chile celebraron en Lima la primera reunión del Comité Binacional"
            " de Cooperación Consular, que es un mecanismo de diálogo sobre los visados"
            " y el trabajo de los nacionales de los dos países.",
            "Comité Binacional de Cooperación Consular",
            {"Perú", "Chile"},
        ),
        (
            "The 9th meeting of the Tripartite Visa Commission was held in Lima."
            " Peru, Chile and UNHCR took part.",
            "Tripartite Visa Commission",
            {"Peru", "Chile", "UNHCR"},
        ),
        (
            "The 9th meeting of the Tripartite Visa Commission was held in Lima."
            " Peru and Chile took part.",
            "Tripartite Visa Commission",
            set(),
        ),
        (
            "The 9th meeting of the Trilateral Visa Commission will be held in Lima."
            " Peru, Chile and Fiji will take part.",
            "Trilateral Visa Commission",
            set(),
        ),
        (
            "The 9th meeting of the Bilateral Visa Commission was held in Lima."
            " Observers from Fiji and Chile attended.",
            "Bilateral Visa Commission",
            set(),
        ),
        (
            "The 9th meeting of the Joint Visa Commission was held in Lima."
            " Delegations of Peru and Chile took part.",
            "Joint Visa Commission",
            set(),
        ),
    ],
)
def test_a_body_of_so_many_sides_has_those_who_came(
    text: str, name: str, members: set[str], stated: State
) -> None:
    found = stated(text, "hasMember")
    assert {value for _, _, value in found} == members
    assert all(subject == name for subject, _, _ in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The 27th Meeting of the Southern Visa Heads (SVH 27) was held in Lima.", 1),
        ("The 27th Southern Visa Heads Meeting (SVH-27) was held in Lima.", 1),
        ("The 27th report of the Southern Visa Heads (SVH 27) was read in Lima.", 0),
        ("The 27th Meeting of the Southern Visa Heads (COP 27) was held in Lima.", 0),
    ],
)
def test_a_number_behind_the_acronym_of_a_meeting_tells_of_a_series(
    text: str, count: int, stated: State
) -> None:
    assert len(stated(f"{text} The SVH was set up in 1996.", "established")) == count


def test_meetings_of_others_are_not_meetings_of_the_committee_named_first() -> None:
    facts = whole(
        "Following the 5th Regional Migration Coordination Committee (RMCC) meeting,"
        " IGAD opened the 8th Regional Consultative Process meeting on migration in"
        " Kampala ahead of the 1st Sectoral Ministerial Meeting on migration. The RMCC"
        " will meet again.",
        "isMeetingOf",
    )
    assert {subject for subject, *_ in facts} == {
        "5th Regional Migration Coordination Committee (RMCC) meeting"
    }


def test_what_a_process_is_worth_as_a_dialogue_is_no_meeting() -> None:
    facts = whole(
        "The Rabat Process partners met in Madrid on 12 February 2019. The place of the"
        " Rabat Process in the region and its added value as a regional dialogue were"
        " also discussed by the dialogue partners.",
        "meetingStatus",
    )
    assert len(facts) == 1


def test_debates_that_mark_a_dialogue_and_aim_at_something_are_not_its_aim() -> None:
    facts = whole(
        "Belgium chairs the Rabat Process. It supports the open debates which"
        " characterise the dialogue and which aim at addressing irregular migration.",
        "committedBy",
    )
    assert "dialogue" not in {value for *_, value in facts}
