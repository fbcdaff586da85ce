from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.mentions.mention import View, fold
from hiwar.graph.text.repair import INVISIBLE, LIGATURES, without_layout_marks

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_takes_off_case_and_accents() -> None:
    assert fold("TÜRKİYE Çelik Şahin Łódź Ñandú") == "turkiye celik sahin łodz nandu"
    assert fold("Côte d’Ivoire – ‘A’") == "cote d'ivoire - 'a'"
    assert len(fold("ﬁ ß İ ǅ ½ ﷺ")) == len("ﬁ ß İ ǅ ½ ﷺ")


@given(TEXT, st.integers(0, 1000))
def test_a_view_leads_back_to_the_characters_it_shows(text: str, start: int) -> None:
    view = View(text, start)
    for position, char in enumerate(view.text):
        origin = text[view.canonical(position) - start]
        shown = " " if origin.isspace() else LIGATURES.get(origin, origin)
        assert fold(char) in fold(shown)
    assert "  " not in view.text
    seen = without_layout_marks("".join(text.split()))
    assert "".join(view.text.split()).casefold() == seen.casefold()


@given(TEXT, st.sampled_from([*LIGATURES, *INVISIBLE]), TEXT)
def test_what_a_layout_puts_into_words_shifts_no_offset(
    before: str, mark: str, after: str
) -> None:
    text = f"{before}{mark}{after}"
    view = View(text, 7)
    places = [view.canonical(position) - 7 for position in range(len(view.text))]
    assert places == sorted(places)
    assert len(view.text) == len(view.folded)
    shown = [place for place in places if place > len(before)]
    expected = [
        len(before) + 1 + index
        for index, char in enumerate(after)
        if char not in INVISIBLE and not char.isspace()
    ]
    assert expected == sorted({p for p in shown if not text[p].isspace()})


def test_a_word_that_a_line_cuts_is_whole_and_a_hyphen_of_its_own_stays() -> None:
    assert View("the minis-\n  ters of Guinea-\nBissau", 0).text == (
        "the ministers of Guinea- Bissau"
    )
    assert View("in 2017-\n2020 - \n as the EU-\nled", 0).text == (
        "in 2017- 2020 - as the EU- led"
    )


@given(st.text("AÉΩBC’'- ,and", max_size=80))
def test_lines_in_capitals_keep_their_letters_and_length(text: str) -> None:
    view = View(text, 0)
    assert len(view.text) == len(view.folded)
    assert fold(view.text) == view.folded


def test_what_is_shouted_is_read_as_names_are_written() -> None:
    view = View("MINISTER OF FOREIGN AFFAIRS OMAR SAMPLE of the EU and IOM", 0)
    assert view.text == "Minister of Foreign Affairs Omar Sample of the EU and IOM"


def test_an_acronym_among_words_is_not_calmed() -> None:
    text = "The IOM, the EU and ICMPD met UNHCR"
    assert View(text, 0).text == text


def test_a_view_beyond_any_sentence_is_marked_as_too_long() -> None:
    assert View("a" * 4001, 0).is_too_long
    assert not View("a" * 4000, 0).is_too_long
