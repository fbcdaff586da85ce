from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.mentions import annotate
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.repair import joined_lines, mend_encoding
from hiwar.graph.text.source import source_from_text

TEXTS = [
    "Türkiye",
    "Côte d’Ivoire",
    "São Tomé – “quoted” … • item",
    "Łódź, Čapljina, Ağrı",
    "عملية الخرطوم",
    "Çirağan à É Í Ý",
]


def garbled(text: str) -> str:
    """Return what comes of UTF-8 that is read as Windows-1252."""
    open_bytes = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
    return "".join(
        open_bytes.get(byte) or bytes([byte]).decode("cp1252") for byte in text.encode()
    )


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_read_with_the_wrong_table_is_read_again(text: str) -> None:
    assert mend_encoding(garbled(text)) == text
    assert mend_encoding(f"a {garbled(text)} b") == f"a {text} b"


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS,
        "東京",
        "“PÅ”",
        "‘café’”",
        "É–",
        "Ã la carte",
        "À É Ã",
        "Å Ä Ö",
        "â€",
        "Ð",
    ],
)
def test_what_is_right_stays_as_it_is(text: str) -> None:
    assert mend_encoding(text) == text


@given(st.text("abc ÉéüßøĞاك–’”", max_size=40))
def test_any_text_survives_being_garbled_once(text: str) -> None:
    assert mend_encoding(text) == text
    assert mend_encoding(garbled(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        garbled("The ministers of Türkiye met in the city of Genève."),
        "The of\ufb01cials of Tür\u00adkiye met in the city.",
        "The delegations of Tür\u200bkiye and of the region met in the city.",
    ],
)
def test_a_name_in_broken_letters_is_found(text: str) -> None:
    annotation = annotate(lay_out(source_from_text(text, "a.txt")))
    states = [m for s in annotation.sentences for m in s.mentions if m.slot == "state"]
    assert [m.thing.key for m in states if m.thing] == ["state/TUR"]


@pytest.mark.parametrize(
    ("lines", "words", "text"),
    [
        (["the minis-", "ters"], {}, "the ministers"),
        (["a long-", "term plan"], {"long-term": 1}, "a long-term plan"),
        (["a well-", "known one"], {"well": 1, "known": 1}, "a well-known one"),
        (["the EU-", "Egypt talks"], {}, "the EU-Egypt talks"),
        (["2017-", "2020"], {}, "2017- 2020"),
        (["one –", "two"], {}, "one – two"),
        ([" a ", "", "b"], {}, "a  b"),
    ],
)
def test_lines_are_joined_as_they_were_written(
    lines: list[str], words: dict[str, int], text: str
) -> None:
    assert joined_lines(lines, Counter(words)).split() == text.split()
