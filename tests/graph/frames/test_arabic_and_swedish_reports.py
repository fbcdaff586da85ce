"""Reports of Arabic and Swedish agencies: what is said of meetings, and what is not."""

import pytest

from tests.graph.frames.conftest import facts_in


def values(language: str, text: str, name: str) -> set[str]:
    """Return the values of one property of a text."""
    return {value for key, value in facts_in(language, text) if key == name}


MUSCAT = "مسقط في 12 مارس / العمانية / "
THIRD = "عقد الاجتماع الوزاري الثالث لعملية الخرطوم في القاهرة في 3 مايو 2019. "


def test_the_day_between_slashes_is_that_of_the_text() -> None:
    text = MUSCAT + "عقد أمس في مسقط الاجتماع الوزاري الثالث لعملية الخرطوم."
    assert values("ar", text, "when") == {"XXXX-03-11"}
    text = MUSCAT + "شارك وزير العمل في الاجتماع الوزاري الثالث لعملية الخرطوم."
    assert not values("ar", text, "when")


def test_a_meeting_that_ended_on_a_day_need_not_have_begun_on_it() -> None:
    text = "اختتم في القاهرة يوم 4 مايو 2019 الاجتماع الوزاري الثالث لعملية الخرطوم."
    assert not values("ar", text, "startDate")


def test_a_process_is_named_for_a_place() -> None:
    text = "عقد في ليما يوم 4 مايو 2019 الاجتماع الوزاري الثالث لعملية ليما."
    assert values("ar", text, "isMeetingOf") == {"عملية ليما"}


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة منفذ عملية ليما في 4 مايو 2019 على الحدود.",
        "انتهت عملية ليما العسكرية في 4 مايو 2019 على الحدود.",
    ],
)
def test_an_operation_at_a_place_is_no_process(text: str) -> None:
    assert not {value for _, value in facts_in("ar", text) if "عملية" in value}


def test_the_next_meeting_is_another_one() -> None:
    text = THIRD + "ويعقد الاجتماع القادم في تونس عام 2021."
    assert ("scheduledFor", "2021") in facts_in("ar", text)
    assert ("startDate", "2019-05-03") in facts_in("ar", text)
    assert not {"2021"} & values("ar", text, "when")


def test_a_meeting_that_was_moved_is_where_it_was_moved_to() -> None:
    text = "المنتدى الأفريقي الخامس، الذي كان مقررا في هراري، سيعقد في لوساكا."
    assert values("ar", text, "scheduledIn") == {"لوساكا"}


def test_the_lines_of_a_record_tell_of_the_meeting_above() -> None:
    text = (
        "الاجتماع الوزاري الثالث لعملية الخرطوم\n\nالتاريخ: 2 - 3 ديسمبر 2024\n\n"
        "المكان: ليما، بيرو\n\nالمشاركون: نيبال وفيجي"
    )
    told = facts_in("ar", text)
    assert ("scheduledFor", "2024-12-03") in told
    assert {"نيبال", "فيجي"} <= values("ar", text, "expectedParticipant")


def test_who_came_may_be_told_by_the_attendance() -> None:
    text = THIRD + "واقتصر الحضور على مالطا وتونس."
    assert values("ar", text, "hasParticipant") == {"مالطا", "تونس"}
    text = THIRD + "ولم يقتصر الحضور على مالطا وتونس."
    assert not values("ar", text, "hasParticipant")


def test_the_host_country_is_the_host() -> None:
    text = THIRD + "وشكرت الوفود مصر، البلد المضيف."
    assert values("ar", text, "hostedBy") == {"مصر"}


def test_each_side_has_one_who_chaired() -> None:
    text = (
        "عقدت مصر وإيطاليا جولة سابعة من المشاورات القنصلية يوم 18 مارس 2019، ترأسها"
        " عن الجانب المصري السفير سامي المثال وعن"
        " الجانب الإيطالي السفيرة هيلينا إزمبيو."
    )
    told = facts_in("ar", text)
    assert ("ordinal", "7") in told
    assert values("ar", text, "presidedBy") == {"سامي المثال", "هيلينا إزمبيو"}
    assert not values("ar", text, "organisedBy")


def test_a_process_was_founded_when_its_founding_is_recalled() -> None:
    text = "نستذكر تأسيس عملية الخرطوم في مارس 2013 ونعمل معا."
    assert values("ar", text, "established") == {"2013-03"}


def test_by_agreement_of_the_parties_is_no_document() -> None:
    text = THIRD + "ويحدد الموعد لاحقا باتفاق الأطراف."
    assert not values("ar", text, "documentKind")


def test_what_was_not_issued_is_no_document() -> None:
    text = THIRD + "ولم يصدر عنه أي إعلان مشترك."
    assert not values("ar", text, "documentKind")


def test_a_swedish_compound_with_a_place_names_a_process() -> None:
    text = "Det andra ministermötet inom Bergenprocessen hölls i Bergen den 4 maj 2019."
    assert values("sv", text, "isMeetingOf") == {"Bergenprocessen"}
    text = "Det är Malmödialogen om flyktingar som har Norge och Polen som medlemmar."
    assert values("sv", text, "hasMember") == {"Norge", "Polen"}


@pytest.mark.parametrize(
    "text",
    [
        "Asylprocessen är lång för de som är med och den har inletts i maj 2019.",
        "Fredsprocessen inleddes i maj 2019 och det är av vikt för de som är med.",
    ],
)
def test_a_common_swedish_compound_names_none(text: str) -> None:
    assert not values("sv", text, "established")


def test_a_swedish_meeting_that_ended_need_not_have_begun_that_day() -> None:
    text = (
        "Det andra ministermötet inom Pragprocessen avslutades den 4 maj 2019 i Brno."
    )
    assert not values("sv", text, "startDate")


def test_a_swedish_meeting_is_where_it_was_moved_to() -> None:
    text = (
        "Det femte ministermötet inom Pragprocessen, som skulle ha hållits i Harare,"
        " kommer i stället att äga rum i Lusaka den 4 maj 2026."
    )
    assert values("sv", text, "scheduledIn") == {"Lusaka"}
    assert not values("sv", text, "heldInPlace")


HELD = "Det tredje ministermötet inom Pragprocessen hölls i Brno den 3 juni 2018. "


def test_swedish_guests_beside_the_host() -> None:
    text = HELD + "Utöver värdlandet var Nepal och Fiji representerade."
    assert {"Nepal", "Fiji"} <= values("sv", text, "hasParticipant")
    text = HELD + "Utöver värdlandet var varken Nepal eller Fiji representerade."
    assert not values("sv", text, "hasParticipant")


def test_a_swedish_host_country() -> None:
    text = HELD + "Det är värdlandet Polen som har bjudit in de andra."
    assert values("sv", text, "hostedBy") == {"Polen"}


def test_a_swedish_chair_holds_the_office_since_a_day() -> None:
    text = HELD + "Ordförandeskapet i Pragprocessen innehas sedan juli 2017 av Polen."
    assert values("sv", text, "chairs") == {"Pragprocessen"}
    text = "Ordförandeskapet i Pragprocessen innehas inte sedan juli 2017 av Polen."
    assert not values("sv", HELD + text, "chairs")
