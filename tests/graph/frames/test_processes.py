import pytest

from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import Fact, State

KHARTOUM = "Khartoum Process"


def objects(facts: list[Fact]) -> list[str]:
    return [value for _, _, value in facts]


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process was launched by Kenya and Italy in Rome on 28 November"
        " 2014.",
        "On 28 November 2014, Kenya and Italy launched the Khartoum Process in Rome.",
        "Kenya and Italy launched the Khartoum Process in Rome on 28 November 2014.",
    ],
)
def test_a_launch_founds_the_process_and_is_a_meeting(text: str, stated: State) -> None:
    facts = stated(text)
    launch = f"launch of the {KHARTOUM}"
    assert (KHARTOUM, "established", "2014-11-28") in facts
    assert (KHARTOUM, "foundedIn", "Rome") in facts
    assert (launch, "meetingKind", "meeting-kind/launch") in facts
    assert (launch, "startDate", "2014-11-28") in facts
    assert objects(stated(text, "hasParticipant")) == ["Kenya", "Italy"]


def test_a_launch_without_a_year_has_none(stated: State) -> None:
    text = "Egypt and the EU launched the EU-Egypt Migration Dialogue on 16 December."
    facts = stated(text, "established", "when", "startDate")
    assert objects(facts) == ["XXXX-12-16", "XXXX-12-16"]


def test_founding_names_the_year_the_meeting_and_the_place(stated: State) -> None:
    text = (
        f"The {KHARTOUM}, founded in 2009 during a ministerial meeting in Oslo,"
        " is a dialogue."
    )
    facts = stated(text)
    assert (KHARTOUM, "established", "2009") in facts
    assert (KHARTOUM, "foundedIn", "Oslo") in facts
    assert ("ministerial meeting", "heldInPlace", "Oslo") in facts
    assert ("ministerial meeting", "isMeetingOf", KHARTOUM) in facts


def test_the_place_in_a_name_is_not_where_it_was_founded(stated: State) -> None:
    text = f"The {KHARTOUM} was established in 2014."
    assert objects(stated(text, "established", "foundedIn")) == ["2014"]


def test_an_aim_is_themes_and_never_an_undertaking(stated: State) -> None:
    text = (
        f"The {KHARTOUM} aims to prevent the smuggling of migrants and to protect"
        " refugees."
    )
    assert objects(stated(text, "aim")) == [
        "migration/irregular-smuggling-trafficking",
        "migration/protection-rights",
    ]
    assert stated(text, "wording") == []


@pytest.mark.parametrize(
    "text",
    [
        f"Egypt handed the chairmanship of the {KHARTOUM} to France.",
        f"Egypt handed over the {KHARTOUM} chairmanship to France.",
        f"The chairmanship of the {KHARTOUM} passed from Egypt to France.",
        f"France took over the chairmanship of the {KHARTOUM} from Egypt.",
    ],
)
def test_a_handover_goes_from_the_old_chair_to_the_new(text: str) -> None:
    reading = read_text(f"The states of the region met for the talks.\n\n{text}")
    handed = [s for s in reading.statements if s.predicate == HIWAR.handedOverTo]
    chairs = {
        s.describes: s.subject.iri[-3:]
        for s in reading.statements
        if s.predicate == HIWAR.chairs
    }
    (statement,) = handed
    assert isinstance(statement.object, Thing)
    assert chairs[statement.subject] == "EGY"
    assert chairs[statement.object] == "FRA"


def test_terms_that_were_turned_over_meet_in_the_month_of_the_meeting(
    stated: State,
) -> None:
    text = (
        f"At the ministerial conference of the {KHARTOUM} in Cairo on 9 April 2025,"
        f" Egypt handed the chairmanship of the {KHARTOUM} to France."
    )
    periods = [value for _, _, value in stated(text, "when") if "/" in value]
    assert sorted(periods) == ["/2025-04", "2025-04/"]


@pytest.mark.parametrize(
    "text",
    [
        f"Egypt resumed the presidency of the {KHARTOUM} in April 2024.",
        f"Egypt has held the chairmanship of the {KHARTOUM} since April 2024.",
        f"Egypt took up the chairmanship of the {KHARTOUM} in April 2024.",
    ],
)
def test_a_term_that_began_has_an_open_end(text: str, stated: State) -> None:
    assert ("Egypt", "chairs", KHARTOUM) in stated(text)
    assert objects(stated(text, "when")) == ["2024-04/"]


def test_the_chair_at_the_launch_and_the_chair_again_are_two_terms() -> None:
    reading = read_text(
        f"Egypt, which chaired the {KHARTOUM} at its launch, resumed the presidency of"
        f" the {KHARTOUM} in April 2024. The {KHARTOUM} was established in 2014."
    )
    terms = {s.describes for s in reading.statements if s.predicate == HIWAR.chairs}
    when = {
        s.subject: str(s.object)
        for s in reading.statements
        if s.predicate == HIWAR.when and s.subject in terms
    }
    assert len(terms) == 2
    assert sorted(when.values()) == ["2014/", "2024-04/"]


@pytest.mark.parametrize(
    ("text", "predicate", "names"),
    [
        (
            f"The {KHARTOUM} counts among its members Egypt, Kenya and Italy.",
            "hasMember",
            ["Egypt", "Kenya", "Italy"],
        ),
        (
            f"The {KHARTOUM} comprises 31 countries, among them Egypt and Kenya.",
            "hasMember",
            ["Egypt", "Kenya"],
        ),
        (
            f"The {KHARTOUM} is ours. IOM and UNHCR also participate as key partners.",
            "hasPartner",
            ["IOM", "UNHCR"],
        ),
        (
            f"The {KHARTOUM} is ours. The League of Arab States is an observer.",
            "hasObserver",
            ["League of Arab States"],
        ),
        (
            f"ICMPD serves as the secretariat of the {KHARTOUM}.",
            "hasSecretariat",
            ["ICMPD"],
        ),
    ],
)
def test_members_partners_observers_and_the_secretariat_are_kept_apart(
    text: str, predicate: str, names: list[str], stated: State
) -> None:
    kinds = ("hasMember", "hasPartner", "hasObserver", "hasSecretariat")
    assert stated(text, *kinds) == [(KHARTOUM, predicate, name) for name in names]


def test_a_group_is_not_expanded_into_its_states(stated: State) -> None:
    text = f"The {KHARTOUM} comprises 31 countries, among them all EU member states."
    assert stated(text, "hasMember") == []


@pytest.mark.parametrize(
    ("sentence", "chairs", "when"),
    [
        (
            "Kenya and Italy, the Rabat Process 2017-2018 Co-Chairs, met IOM.",
            {"Kenya", "Italy"},
            {"2017/2018"},
        ),
        ("Kenya, the 2019 Rabat Process chair, met IOM.", {"Kenya"}, {"2019/2019"}),
        ("Ms Amina Otieno, the Rabat Process chair, met.", {"Amina Otieno"}, set()),
        ("Kenya, 2017-18 chair of the Rabat Process, met.", {"Kenya"}, {"2017/2018"}),
        ("IOM helped the first Rabat Process Chair, Kenya.", {"Kenya"}, set()),
        ("The date is open, Kenya, the Rabat Process chair, said.", {"Kenya"}, set()),
        ("Kenya was never one of the Rabat Process co-chairs.", set(), set()),
        ("Italy, Kenya, the Rabat Process chair, and IOM met.", {"Kenya"}, set()),
        ("Italy and Kenya, chair of the Rabat Process, met.", {"Kenya"}, set()),
        ("Italy, a candidate for chair of the Rabat Process, left.", set(), set()),
        ("If Kenya, the 2019 Rabat Process chair, agrees, IOM will.", set(), set()),
        ("Kenya met the Rabat Process chair's friend.", set(), set()),
    ],
)
def test_a_chair_in_apposition_has_the_years_that_stand_with_it(
    sentence: str, chairs: set[str], when: set[str], stated: State
) -> None:
    facts = stated(sentence, "chairs", "when")
    assert {one for one, name, _ in facts if name == "chairs"} == chairs
    assert {value for _, name, value in facts if name == "when"} == when


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("The Rabat Process Steering Group (Kenya, Mali and IOM) met.", 3),
        ("The Rabat Process Steering Committee consists of Kenya and Mali.", 2),
        ("Kenya and Mali, members of the Rabat Process Steering Group, met.", 2),
        ("The Rabat Process Steering Committee should consist of Kenya.", 0),
        ("Kenya and Mali are not members of the Rabat Process Steering Group.", 0),
        ("Officials of the Rabat Process Steering Group and of Kenya met.", 0),
    ],
)
def test_those_who_steer_are_told_apart_from_those_beside_them(
    sentence: str, members: int, stated: State
) -> None:
    assert len(stated(sentence, "hasSteeringMember")) == members


def test_a_chair_is_handed_to_the_term_that_the_meeting_begins(stated: State) -> None:
    text = (
        "The Senior Officials' Meeting of the Rabat Process was held in Accra on 4 and"
        " 5 May 2021. At the meeting the Chairmanship passed from Ghana to Portugal,"
        " whose term began with it."
    )
    ((_, _, successor),) = stated(text, "handedOverTo")
    assert successor in {term for term, _, _ in stated(text, "when")}


def test_a_launch_in_some_year_is_no_meeting(stated: State) -> None:
    facts = stated(f"The {KHARTOUM} was launched in 2014 by Kenya and Italy.")
    assert (KHARTOUM, "established", "2014") in facts
    assert not [item for item in facts if "launch" in item[0]]


THREE = ["Kenya", "Egypt", "Malta"]


@pytest.mark.parametrize(
    "text",
    [
        f"The {KHARTOUM} consists of the governments of Kenya, Egypt and Malta.",
        f"The {KHARTOUM} was set up in 2014. It brings together three countries on both"
        " shores: Kenya and Egypt in Africa, and Malta in Europe.",
        f"The {KHARTOUM} (KP), which unites Kenya (Chair), Egypt and Malta, is small.",
        f"The {KHARTOUM} is an informal platform for exchange between Kenya, Egypt and"
        " Malta.",
        f"The {KHARTOUM} is small. Its three participating states are: Kenya; Egypt;"
        " and Malta.",
        f"The participants of the {KHARTOUM} are the Republic of Kenya, Egypt and"
        " Malta.",
        f"Ministers of the states that take part in the {KHARTOUM} (Kenya, Egypt and"
        " Malta) spoke of visas.",
        f"The {KHARTOUM} was set up in 2014. The process comprises Kenya, Egypt and"
        " Malta.",
        "The Lima Mobility Forum (LMF) was set up in 2014. The Forum is made up of"
        " Kenya, Egypt and Malta.",
    ],
)
def test_of_whom_a_process_consists_is_told_in_many_ways(
    text: str, stated: State
) -> None:
    assert objects(stated(text, "hasMember")) == THREE


@pytest.mark.parametrize(
    "text",
    [
        f"The {KHARTOUM} brings together experts on the routes through Kenya, Egypt and"
        " Malta.",
        f"The {KHARTOUM} covers projects with partners in Kenya, Egypt and Malta.",
        f"The third meeting of the {KHARTOUM} brought together Kenya, Egypt and Malta.",
        f"The {KHARTOUM} could one day unite Kenya, Egypt and Malta.",
        f"The {KHARTOUM} was set up in 2014. Its participants do not include Kenya,"
        " Egypt and Malta.",
        f"Critics say that the {KHARTOUM} comprises Kenya, Egypt and Malta.",
        f"The {KHARTOUM} includes a visit to Kenya, Egypt and Malta.",
        f"The {KHARTOUM} met. They consist of nothing but Kenya, Egypt and Malta.",
        f"The {KHARTOUM} links its funds to returns from Kenya, Egypt and Malta.",
        f"Officials of the {KHARTOUM} met. The workshop is made up of Kenya, Egypt and"
        " Malta.",
    ],
)
def test_who_is_only_named_behind_a_process_is_no_member(
    text: str, stated: State
) -> None:
    assert objects(stated(text, "hasMember")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Khartoum Process is small. Its third meeting was held in Lima on 3 May"
            " 2015. The Khartoum Process went on.",
            "third meeting",
        ),
        (
            "The Khartoum Process is small. The fourth Expert Meeting was held in Lima"
            " on 3 May 2015. The Khartoum Process went on.",
            "fourth Expert Meeting",
        ),
        (
            "The Lima Conference on Visas (LCV) was set up in 2001. The III LCV was"
            " held in Quito in May 2015. The LCV is small.",
            "III LCV",
        ),
        (
            "The seventh Andean Visa Dialogue was held in Lima on 3 May 2015.",
            "seventh Andean Visa Dialogue",
        ),
    ],
)
def test_a_meeting_with_a_number_alone_is_one_of_the_only_process(
    text: str, name: str, stated: State
) -> None:
    assert [item[0] for item in stated(text, "isMeetingOf")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process is small. The third bilateral meeting was held in Lima on"
        " 3 May 2015. The Khartoum Process went on.",
        "The Khartoum Process is small. The 3rd meeting of the Joint Committee of Peru"
        " was held in Lima on 3 May 2015. The Khartoum Process went on.",
        "The Khartoum Process is small. The third International Conference on Water was"
        " held in Lima on 3 May 2015. The Khartoum Process went on.",
        "The fifth meeting was held in Lima on 3 May 2015. Some spoke of the Khartoum"
        " Process.",
        "The Khartoum Process and the Rabat Process are small. The third meeting was"
        " held in Lima on 3 May 2015. The Khartoum Process went on.",
    ],
)
def test_a_meeting_of_somebody_else_is_none_of_the_only_process(
    text: str, stated: State
) -> None:
    assert stated(text, "isMeetingOf") == []
