"""What a text in another language than English names."""

from dataclasses import replace

import pytest

from hiwar.graph.mentions import annotate
from hiwar.graph.mentions.date import find_dates
from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import View
from hiwar.graph.rules import detect_language, rules_for
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text
from tests.graph.mentions.conftest import annotated_in

DATES = [
    ("fr", "réunis du 4 au 6 juin 2014", ["2014-06-04/2014-06-06"]),
    ("fr", "les 4 et 5 juin", ["XXXX-06-04/XXXX-06-05"]),
    ("fr", "le 1er avril 2016", ["2016-04-01"]),
    ("fr", "du 31 octobre au 2 novembre 2016", ["2016-10-31/2016-11-02"]),
    ("es", "los días 8 y 9 de junio", ["XXXX-06-08/XXXX-06-09"]),
    ("es", "del 8 al 10 de junio del 2015", ["2015-06-08/2015-06-10"]),
    ("es", "el jueves 11 de junio de 2015", ["2015-06-11"]),
    ("es", "en junio de 2015", ["2015-06"]),
    ("sv", "den 4–5 juni 2015", ["2015-06-04/2015-06-05"]),
    ("sv", "torsdagen den 4 juni 2015", ["2015-06-04"]),
    ("sv", "den 31 maj till den 2 juni 2015", ["2015-05-31/2015-06-02"]),
    ("sv", "i Lund 23–24.11.2016", ["2016-11-23/2016-11-24"]),
    ("sv", "28.8.–2.9.2022 i Lund", ["2022-08-28/2022-09-02"]),
    ("sv", "protokoll 3-4.2016", []),
    ("ar", "4 حزيران 2015", ["2015-06-04"]),
    ("ar", "يومي 29-30/5/2015", ["2015-05-29/2015-05-30"]),
    ("ar", "الجمعة السابع من دجنبر 2018", ["2018-12-07"]),
    ("ar", "في فاتح فبراير 2015", ["2015-02-01"]),
    ("ar", "الحادي والعشرين من غشت 2015", ["2015-08-21"]),
    ("ar", "4 يونيو/ حزيران 2015", ["2015-06-04"]),
    ("ar", "يومي ٤ و٥ يونيو ٢٠١٥", ["2015-06-04/2015-06-05"]),
    ("ar", "من 4 إلى 6 تشرين الثاني من عام 2015", ["2015-11-04/2015-11-06"]),
]


@pytest.mark.parametrize(("language", "text", "edtf"), DATES)
def test_a_date_is_read_as_its_language_writes_it(
    language: str, text: str, edtf: list[str]
) -> None:
    assert [date.edtf for *_, date in find_dates(text, rules_for(language))] == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le 31 juin 2015"),
        ("fr", "en juin/juillet 2015"),
        ("es", "los 18 países"),
        ("sv", "i 20 år"),
        ("ar", "٤ يونيو/ تموز ٢٠١٥"),
        ("ar", "50 دولة"),
    ],
)
def test_what_no_calendar_has_is_no_date(language: str, text: str) -> None:
    assert find_dates(text, rules_for(language)) == []


def named(language: str, text: str) -> list[tuple[str, str]]:
    """Return slot and thing of each name of the registry in a text."""
    found = find_names(View(text, 0), rules_for(language))
    return [(m.slot, (m.thing.key if m.thing else "").split("/")[1]) for m in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "شاركت السودان ومصر وليبيا", ["SDN", "EGY", "LBY"]),
        (
            "ar",
            "قدم للمغرب وبالجزائر وللاتحاد الأفريقي",
            ["MAR", "DZA", "african-union"],
        ),
        ("ar", "الوزير الكيني", ["KEN"]),
        ("ar", "وزير المالية قدم دعم مالي", []),
        ("ar", "النيجر ومالي وتشاد", ["NER", "MLI", "TCD"]),
        ("sv", "Kenyas och Irlands ministrar", ["KEN", "IRL"]),
        ("sv", "den kenyanska delegationen", ["KEN"]),
        ("fr", "le discours de Maurice Dupont", []),
        ("fr", "Maurice, Madagascar et la Dominique", ["MUS", "MDG", "DMA"]),
        ("es", "la delegación chilena del Reino de España", ["CHL", "ESP"]),
    ],
)
def test_a_state_is_found_under_its_own_name_with_what_is_written_to_it(
    language: str, text: str, expected: list[str]
) -> None:
    assert [thing for _, thing in named(language, text)] == expected


def meetings(language: str, text: str) -> list[tuple[str, str, str]]:
    """Return words, kind and ordinal of each meeting that a sentence names."""
    return [
        (m.text, m.details.get("kind", ""), m.details.get("ordinal", ""))
        for sentence in annotated_in(language, text).sentences
        for m in sentence.mentions
        if m.slot == "meeting"
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La IIIe conférence ministérielle du Processus de Khartoum a eu lieu.",
            [
                (
                    "IIIe conférence ministérielle du Processus de Khartoum",
                    "ministerial",
                    "3",
                )
            ],
        ),
        (
            "fr",
            "La 3e réunion des hauts fonctionnaires du Processus de Khartoum.",
            [
                (
                    "3e réunion des hauts fonctionnaires du Processus de Khartoum",
                    "senior officials",
                    "3",
                )
            ],
        ),
        (
            "es",
            "La VII Cumbre del Proceso de Rabat.",
            [("VII Cumbre del Proceso de Rabat", "summit", "7")],
        ),
        (
            "es",
            "La XXI Conferencia Regional sobre Migración en San José.",
            [("XXI Conferencia Regional sobre Migración", "other", "21")],
        ),
        ("sv", "Vid högnivåmötet i Oslo.", [("högnivåmötet", "other", "")]),
        (
            "sv",
            "Det andra ministermötet inom Khartoumprocessen.",
            [("andra ministermötet inom Khartoumprocessen", "ministerial", "2")],
        ),
        ("sv", "Mötesdokumenten kom i går.", []),
        (
            "ar",
            "أعمال الدورة الحادية والأربعين",
            [("الدورة الحادية والأربعين", "other", "41")],
        ),
        ("ar", "أعمال الاجتماع الـ15 لوزراء", [("الاجتماع ال15", "other", "15")]),
        ("ar", "القمة التونسية المالطية", [("القمة التونسية المالطية", "summit", "")]),
        (
            "ar",
            "والاجتماع الوزاري الثالث لعملية الخرطوم",
            [("الاجتماع الوزاري الثالث لعملية الخرطوم", "ministerial", "3")],
        ),
    ],
)
def test_a_meeting_has_its_kind_and_its_ordinal(
    language: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert meetings(language, text) == expected


def test_two_spellings_of_one_arabic_word_are_read_alike() -> None:
    text = "شارك وفد كينيا في الاجتماع الوزاري الثالث لعملية الخرطوم يومي 4 و5 أكتوبر"
    other = text.replace("في", "فى").replace("يومي", "يومى").replace("أ", "ا")
    assert meetings("ar", other) == meetings("ar", text) != []
    assert detect_language(other) == "ar"


def test_a_noun_alone_is_no_document_and_a_compound_with_a_name_is() -> None:
    def documents(text: str) -> list[str]:
        source = replace(source_from_text(text, "text"), language="sv")
        sentences = annotate(lay_out(source)).sentences
        return [m.text for s in sentences for m in s.mentions if m.slot == "document"]

    assert documents("Deklarationen antogs i går.") == []
    assert documents("Oslodeklarationen antogs i går.") == ["Oslodeklarationen"]
