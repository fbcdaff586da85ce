"""The heads of names: the nouns that tell what a phrase names."""

import re
from functools import cache

from hiwar.graph.rules import SLOTS, Rules

__all__ = ["NAMED", "head_forms", "is_bare", "is_part"]

NAMED = "".join(SLOTS[n] for n in ("state", "org", "process", "place", "demonym"))
"""What stands in a phrase for a name in it, which counts as a capital word."""
_NAMING = frozenset({"meeting", "document", "text"})
"""Kinds of heads that may end a compound: the others are common nouns."""
_ANY_WORDS = rf"(?:[\w{NAMED}-]+ ){{0,4}}?"
"""What "…" in a head stands for: "round of … talks"."""
_SIGNS = {"…": r"[\w-]*", "<org>": SLOTS["org"], "<process>": SLOTS["process"]}
"""What signs in a head stand for: "…" before a word, as in "…ministrars möte"."""


@cache
def head_forms(rules: Rules, kind: str) -> dict[str, str]:
    """Return the pattern of each head of a kind, longest first.

    A head is found with the endings of its language, in a compound where words
    are made so, and behind a particle that swallows the article's first letter.
    """
    begins = rules.words.get("compound_begins", "") if kind in _NAMING else ""
    ends = rules.words.get("head_ends", "") if kind != "definite" else ""
    contracted: dict[str, str] = rules.words.get("contracted", {})
    forms = {}
    for head in sorted(rules.heads.get(kind, {}), key=len, reverse=True):
        form = re.escape(head).replace("'", "['’]").replace("…\\ ", _ANY_WORDS)
        for sign, meant in _SIGNS.items():
            form = form.replace(sign, meant)
        for article, rest in contracted.items():
            if head.startswith(article):
                form = f"(?:{form}|{rest}{re.escape(head.removeprefix(article))})"
        forms[head] = f"{begins}{form}{ends}"
    return forms


def is_bare(head: str, rules: Rules) -> bool:
    """Whether a head is a common noun alone: no compound, without an adjective."""
    if rules.words.get("compound_begins"):
        return bool(_bare(rules).fullmatch(head))
    return " " not in head


@cache
def _bare(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of a common noun for a meeting, in all its forms."""
    words = "|".join(map(re.escape, rules.list_words("bare_meetings"))) or "(?!)"
    ends = rules.words.get("head_ends", "")
    return re.compile(rf"(?:{words}){ends}", re.IGNORECASE)


def is_part(behind: str, rules: Rules) -> bool:
    """Whether a phrase is part of a meeting, as in "first session of the summit".

    Or no meeting at all, but a verb that looks like one: "Ana Sample rencontre les …".
    """
    verb = rules.cues.get("verb_behind_head")
    return bool(_of_whole(rules).match(behind) or (verb and verb.match(behind)))


@cache
def _of_whole(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of the meeting that a phrase is part of: "of the summit"."""
    heads = "|".join(map(re.escape, rules.heads.get("generic", {})))
    links = "|".join(rules.list_words("of_process")) or "(?!)"
    definite = "|".join(rules.list_words("definite")) or "(?!)"
    pattern = rf" (?:{links}) (?:(?:{definite}) )?(?:{heads or '(?!)'})\b"
    return re.compile(pattern, re.IGNORECASE)
