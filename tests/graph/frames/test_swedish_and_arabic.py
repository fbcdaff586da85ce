"""Who belongs to, chairs and hosts what, as Swedish and Arabic texts tell it."""

import pytest

from hiwar.graph.model import Status
from hiwar.graph.reading import read_text
from tests.graph.frames.conftest import objects, whole

PRAGUE_HELD = (
    "Det tredje ministermötet inom Pragprocessen hölls i Brno den 3 juni 2018. "
)
KHARTOUM_HELD = (
    "عقد الاجتماع الوزاري الثالث لعملية الخرطوم في القاهرة يوم 4 مايو 2021. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Medlemmar i Pragprocessen är bland andra Tjeckien, Polen och Georgien.",
        "I Pragprocessen ingår Tjeckien, Polen och Georgien.",
        "I Pragprocessen deltar 50 länder, däribland Tjeckien, Polen och Georgien.",
        "Tjeckien, Polen och Georgien är med i Pragprocessen.",
        "Pragprocessen består av följande länder: Tjeckien, Polen och Georgien.",
        "تتكون عملية براغ من التشيك وبولندا وجورجيا في هذه المنطقة.",
        "الدول الأعضاء في عملية براغ هي: التشيك وبولندا وجورجيا.",
        "في هذه المنطقة التشيك وبولندا وجورجيا أعضاء في عملية براغ.",
    ],
)
def test_members_are_told_in_a_list_before_or_behind(text: str) -> None:
    assert len(set(objects(whole(text, "hasMember")))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Pragprocessen omfattar Syrien men inte Irak.",
        "Pragprocessen omfattar i dag varken Syrien eller Irak.",
        "Tidigare medlemmar i Pragprocessen är Syrien och Irak.",
        "Syrien och Irak vill bli medlemmar i Pragprocessen.",
        "Oppositionen hävdar att Syrien och Irak ingår i Pragprocessen.",
        "Pragprocessen samlar experter från Syrien och Irak och är till för dem.",
        "لم تنضم سوريا إلى عملية الخرطوم في عام 2016 ولا العراق.",
        "انضمت سوريا إلى عملية الخرطوم في عام 2016 ثم انسحبت منها.",
        "الدول المرشحة لعضوية عملية الخرطوم هي: سوريا والعراق.",
        "تتكون عملية الخرطوم من ثلاث لجان في سوريا والعراق.",
    ],
)
def test_who_is_not_yet_or_no_longer_in_is_no_member(text: str) -> None:
    assert objects(whole(text, "hasMember")) == []


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Ordförandeskapet i Pragprocessen innehas av Polen.", 1),
        ("Ordförandeskapet i Pragprocessen gick över från Polen till Georgien.", 2),
        ("Den 1 juli 2023 tog Polen över som ordförandeland i Pragprocessen.", 1),
        ("Irak hoppas få ordförandeskapet i Pragprocessen efter Syrien.", 0),
        ("Tidigare ordförande i Pragprocessen var Syrien och det är inget nytt.", 0),
        ("خلفت مصر ألمانيا في رئاسة عملية الخرطوم.", 2),
        ("في هذه المنطقة تتولى مصر حاليا رئاسة عملية الخرطوم.", 1),
        ("ستتولى سوريا رئاسة عملية الخرطوم العام المقبل من العراق.", 0),
        ("الرئاسة السورية السابقة لعملية الخرطوم عملت على تعزيز التعاون.", 0),
    ],
)
def test_only_who_chairs_or_chaired_a_process_is_its_chair(
    text: str, chairs: int
) -> None:
    found = set(objects(whole(text, "chairs", "chairedBy")))
    assert len(found) in {chairs, min(chairs, 1)}
    assert len({who for who, _, _ in whole(text, "chairs")}) == chairs


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Pragprocessen är en dialog om migration som startade 2009.", ["2009"]),
        ("Pragprocessen har funnits sedan 2009 och det är av vikt.", ["2009"]),
        ("Projektet som finansieras av Pragprocessen inrättades 2009 i Prag.", []),
        ("عملية الخرطوم هي منصة للحوار أطلقت في نوفمبر 2014.", ["2014-11"]),
        ("قال الوزير إن عملية الخرطوم أطلقت في نوفمبر 2014.", []),
    ],
)
def test_when_a_process_began_is_told_of_itself(text: str, when: list[str]) -> None:
    assert objects(whole(text, "established")) == when


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Portugal och Marocko var gemensamma värdar för {sv} i Lima.", 2),
        ("{sv} i Lima hade Portugal som värd och det är av vikt.", 1),
        ("Portugal tackade nej till att vara värd för {sv}.", 0),
        ("Portugal välkomnade de nya medlemmarna till {sv} i ett brev.", 0),
        ("عقد {ar} في القاهرة بدعوة من وزير الداخلية الأردني سامي المثالي.", 1),
        ("استضافت وزارة الداخلية الأردنية {ar} في القاهرة.", 1),
        ("اعتذرت سوريا عن استضافة {ar} الذي كان مقررا في دمشق.", 0),
    ],
)
def test_who_turned_it_down_or_only_wrote_is_no_host(text: str, hosts: int) -> None:
    sv = "ministermötet inom Pragprocessen"
    ar = "الاجتماع الوزاري الثالث لعملية الخرطوم"
    assert len(objects(whole(text.format(sv=sv, ar=ar), "hostedBy"))) == hosts


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("وقال السيد داود نجوغو في كلمته أمام {ar} إن الهجرة تحد مشترك.", 1),
        ("قال السيد داود نجوغو في كلمته أمام البرلمان إن {ar} مهم.", 0),
        ("قال السيد داود نجوغو في مقابلة تلفزيونية عن {ar} إن الهجرة تحد.", 0),
        ("غاب السيد داود نجوغو عن {ar} في القاهرة.", 0),
    ],
)
def test_who_spoke_at_a_meeting_was_there_and_who_spoke_of_it_was_not(
    text: str, persons: int
) -> None:
    ar = "الاجتماع الوزاري الثالث لعملية الخرطوم"
    assert len(objects(whole(text.format(ar=ar), "hasParticipant"))) == persons


@pytest.mark.parametrize(
    ("text", "is_agreed"),
    [
        ("Länderna var eniga om att stärka samarbetet om återvändande.", True),
        ("Vid mötet beslutades att inrätta en arbetsgrupp om återvändande.", True),
        ("Ministrarna utfäste sig att öka antalet vidarebosatta flyktingar.", True),
        ("Ministrarna kunde inte enas om att stärka gränserna.", False),
        ("Ministrarna var nära att enas om att stärka gränserna.", False),
    ],
)
def test_only_what_was_agreed_is_a_commitment(text: str, is_agreed: bool) -> None:
    assert bool(_adopted(PRAGUE_HELD + text)) is is_agreed


@pytest.mark.parametrize(
    ("text", "is_agreed"),
    [
        ("وتم الاتفاق على إنشاء آلية لتبادل المعلومات حول المهربين.", True),
        ("وجدد الجانبان التزامهما بمكافحة الهجرة غير النظامية.", True),
        ("وقال الوزير إنه تم الاتفاق على مكافحة تهريب المهاجرين.", False),
        ("وطالب الوزراء سوريا بتجديد التزامها بمكافحة التهريب.", False),
    ],
)
def test_what_was_only_said_or_asked_for_is_no_commitment(
    text: str, is_agreed: bool
) -> None:
    assert bool(_adopted(KHARTOUM_HELD + text)) is is_agreed


AGREED = "\n\n- دعم حرس الحدود في المنطقة\n- مكافحة تهريب المهاجرين"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("وبحسب البيان المشترك، اتفق الوزراء على ما يلي:" + AGREED, 2),
        ("وبحسب الصحف، اتفق الوزراء على ما يلي:" + AGREED, 0),
        ("واتفق وزراء داخلية ليبيا وتونس خلال الاجتماع على مكافحة تهريب المهاجرين.", 1),
        ("ولم يتفق وزراء داخلية ليبيا وتونس على مكافحة تهريب المهاجرين.", 0),
        ("ويأمل الوزراء في أن يتم الاتفاق على مكافحة تهريب المهاجرين.", 0),
    ],
)  # fmt: skip
def test_what_a_joint_statement_or_ministers_agree_on_is_undertaken(
    text: str, number: int
) -> None:
    held = "عقد الاجتماع الوزاري الثالث لعملية الخرطوم في القاهرة في 3 مايو 2019. "
    assert len(set(_adopted(held + "\n\n" + text))) == number


def test_a_press_conference_is_no_meeting() -> None:
    text = "Minister Karin Exempel höll en presskonferens i Brno den 3 juni 2018."
    assert objects(whole(text, "meetingStatus")) == []


def test_a_preposition_is_no_roman_numeral() -> None:
    text = "I ministermötet inom Pragprocessen i Brno den 3 juni 2018 deltog Polen."
    assert objects(whole(text, "ordinal")) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وقعت تونس وإيطاليا مذكرة تفاهم.", "ar"),
        ("استضافت القاهرة الاجتماع الوزاري لعملية الخرطوم.", "ar"),
        ("اجلاس وزیران خارجه ایران و پاکستان در تهران برگزار شد.", "und"),
        ("وزیر خارجہ کا اجلاس آج اسلام آباد میں ہوا", "und"),
    ],
)
def test_a_short_sentence_tells_its_language_by_its_forms(
    text: str, language: str
) -> None:
    assert read_text(text).source.language == language


def _adopted(text: str) -> list[str]:
    """Return the commitments of a text that count as adopted."""
    return [
        item.subject.key
        for item in read_text(text).statements
        if item.subject.kind == "Commitment" and item.status is Status.ADOPTED
    ]
