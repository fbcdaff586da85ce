"""What was undertaken, and talked about, as four languages put it."""

import pytest

from tests.graph.frames.conftest import facts_in

FR = "La troisième conférence ministérielle du Processus de Rabat s'est tenue à Lima. "


def told(language: str, text: str) -> set[str]:
    """Return the wordings of what is undertaken or looked at, one sentence each."""
    return {value for name, value in facts_in(language, text) if name == "wording"}


@pytest.mark.parametrize(
    ("language", "before", "sentence"),
    [
        ("fr", FR, "Les deux pays ont convenu, en outre, de protéger les migrants"),
        (
            "fr",
            FR,
            "Les participants se sont par ailleurs engagés à aider les migrants",
        ),
        ("fr", FR, "Les débats porteront avant tout sur le retour des migrants"),
        ("fr", FR, "Le retour des migrants a été au menu de la conférence"),
    ],
)
def test_small_words_and_tenses_keep_no_undertaking_away(
    language: str, before: str, sentence: str
) -> None:
    assert sentence in told(language, f"{before}{sentence}.")


@pytest.mark.parametrize(
    ("language", "before", "sentence"),
    [
        (
            "fr",
            FR,
            "Les participants n'ont pas convenu d'aider les migrants",
        ),
        (
            "fr",
            FR,
            "Selon un journal, les ministres ont décidé d'aider les migrants",
        ),
        (
            "fr",
            FR,
            "Les participants ont convenu, en outre, de reporter le retour",
        ),
    ],
)
def test_what_is_denied_or_told_by_others_is_not_undertaken(
    language: str, before: str, sentence: str
) -> None:
    assert not told(language, f"{before}{sentence}.")
