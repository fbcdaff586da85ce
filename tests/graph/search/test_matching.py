import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.namespaces import BASE
from hiwar.graph.search.matching import MATCH, Name, NameBook
from hiwar.graph.search.registered import registered_names

VARIANTS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("variants.toml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def book() -> NameBook:
    """The registry's names, as the server has them, and those of the list."""
    invented = (
        Name(f"{BASE}id/{thing}", kind, text)
        for kind, things in VARIANTS["names"].items()
        for thing, texts in things.items()
        for text in texts
    )
    registered = registered_names(("State", "Organisation", "Process"))
    return NameBook([*registered, *invented])


def matched(book: NameBook, text: str, *kinds: str) -> str:
    found = book.find(text, kinds)
    return (
        found[0].name.thing.removeprefix(f"{BASE}id/")
        if found and found[0].is_match
        else ""
    )


def expected() -> list[tuple[str, str, str]]:
    """The class, the text and the thing that it means, or nothing."""
    meant = [
        (kind, text, thing)
        for kind, things in VARIANTS["variants"].items()
        for thing, texts in things.items()
        for text in texts
    ]
    none = [(kind, text, "") for kind, of in VARIANTS["none"].items() for text in of]
    return meant + none


@pytest.mark.parametrize("is_typed", [True, False])
def test_nine_tenths_of_spelling_variants_are_matched_and_hardly_anything_else(
    book: NameBook, is_typed: bool
) -> None:
    right = matches = faults = 0
    of = expected()
    for kind, text, thing in of:
        found = matched(book, text, *([kind] if is_typed else []))
        right += bool(found) and found == thing
        matches += bool(found)
        faults += bool(found) and found != thing
    meant = sum(bool(thing) for _, _, thing in of)
    assert len(of) >= 200
    assert 2 * right / (matches + meant) >= 0.9
    assert faults / matches <= 0.02


def test_what_many_things_are_called_matches_none_of_them(book: NameBook) -> None:
    found = book.find("Congo", ["State"])
    assert {item.name.thing[-3:] for item in found[:2]} == {"COD", "COG"}
    assert not any(item.is_match for item in found)
    two = NameBook([Name("a:1", "Person", "Ada Moe"), Name("a:2", "Person", "Ada Moe")])
    assert [item.is_match for item in two.find("Ada Moe")] == [False, False]


def test_a_class_that_is_asked_for_is_kept_to(book: NameBook) -> None:
    found = book.find("Khartoum Process", ["State", "Organisation"])
    assert {item.name.kind for item in found} <= {"State", "Organisation"}
    assert not any(item.is_match for item in found)


@pytest.mark.parametrize("text", ["UNHRC", "unhrc", "IMO", "AUS", "ECOWES"])
def test_each_letter_of_an_acronym_counts(book: NameBook, text: str) -> None:
    assert matched(book, text, "Organisation") == ""


def test_the_beginning_of_a_name_finds_it_in_any_language(book: NameBook) -> None:
    for text in ("khart", "Processus de Khar", "عملية الخر"):
        found = book.beginning(text, ["Process"])
        assert [name.thing for name in found] == [f"{BASE}id/process/khartoum-process"]
    assert book.beginning("") == book.beginning("- !") == book.beginning("zzzz") == []
    assert len(book.beginning("e", most=7)) == 7


@given(st.text(max_size=60) | st.sampled_from([text for _, text, _ in expected()]))
def test_any_text_has_ordered_candidates_and_at_most_the_first_is_a_match(
    book: NameBook, text: str
) -> None:
    found = book.find(text)
    scores = [item.score for item in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 100 for score in scores)
    assert len({item.name.thing for item in found}) == len(found)
    assert not any(item.is_match for item in found[1:])
    assert all(item.score >= MATCH for item in found if item.is_match)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "\u202e", "((((", "a" * 5000,
                                  "le " * 2000, "\U0001f600", "%s{}"])  # fmt: skip
def test_no_text_is_too_hostile(book: NameBook, text: str) -> None:
    assert not any(item.is_match for item in book.find(text))
    book.beginning(text)
