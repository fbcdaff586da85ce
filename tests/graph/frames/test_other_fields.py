"""What states undertake in other fields is no commitment on migration."""

import pytest

from tests.graph.frames.conftest import State

SIGNED = "Norway and Chile signed {} in Oslo on 3 May 2024. Under the agreement, {}."


@pytest.mark.parametrize(
    ("paper", "undertaking"),
    [
        (
            "a fishing agreement",
            "Norway will provide vessels for the return of salmon to rivers",
        ),
        ("an agreement on trade", "Norway will lift tariffs at the border"),
        ("an agreement on energy", "Chile will recruit engineers and pay their stay"),
        ("an agreement on nuclear safety", "Norway will fight the smuggling of arms"),
    ],
)
def test_words_that_other_fields_have_too_place_nothing_in_this_one(
    paper: str, undertaking: str, stated: State
) -> None:
    assert not stated(SIGNED.format(paper, undertaking), "wording")


@pytest.mark.parametrize(
    ("paper", "undertaking"),
    [
        ("an agreement", "Norway will provide support for the return of migrants"),
        ("an agreement on trade and migration", "Norway will open its border"),
        ("an agreement on trade", "Norway will fight the smuggling of refugees"),
    ],
)
def test_one_word_that_only_migration_has_is_enough(
    paper: str, undertaking: str, stated: State
) -> None:
    assert stated(SIGNED.format(paper, undertaking), "wording")
