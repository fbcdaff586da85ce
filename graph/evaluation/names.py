"""When two names count as one: of states, of persons, of all else.

Generous to spelling, articles and acronyms, since a record has names as its text has
them; strict where two things may share a word.
"""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from hiwar.graph.evaluation.tally import pair_up

__all__ = [
    "fold_name",
    "is_same_name",
    "is_same_person",
    "is_same_role",
    "share_of_parties",
    "share_of_post",
    "state_of",
    "words_of",
]

_LOCALES = ("en", "fr", "es", "ar", "pt", "de")
_NO_STATES = frozenset({"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"})
_ARTICLE = re.compile(r"^(?:the|la|le|les|el|los) ")
_FORM_OF_STATE = re.compile(
    r"^(?:government|kingdom|republic|state|arab republic|federal republic"
    r"|islamic republic|grand duchy|hellenic republic) of (?:the )?"
)
_BRACKETED = re.compile(r"\([^)]*\)")
_ACRONYM = re.compile(r"\(([^)]{2,14})\)")
_ALPHA_2 = re.compile(r"[A-Z]{2}")
_LONGEST_SHORT_WORD = 5


def fold_name(text: Any) -> str:
    """Return a name as its words, without case, accents and marks.

    >>> fold_name("Côte d’Ivoire")
    'cote d ivoire'
    """
    plain = unicodedata.normalize("NFKD", str(text)).replace("’", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", plain.casefold()))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))


@cache
def _states() -> dict[str, str]:
    """Return the alpha-2 code of a state by each of its names, folded."""
    codes: dict[str, str] = {}
    for locale in _LOCALES:
        for code, name in Locale(locale).territories.items():
            if _ALPHA_2.fullmatch(code):
                folded = fold_name(name)
                codes.setdefault(folded, code)
                codes.setdefault(_ARTICLE.sub("", folded), code)
    codes = {name: code for name, code in codes.items() if code not in _NO_STATES}
    spellings: dict[str, list[str]] = _table()["states"]
    return codes | {name: code for code in spellings for name in spellings[code]}


@cache
def _full_names() -> dict[str, str]:
    """Return the full name of an organisation by its acronyms and short names."""
    names: dict[str, list[str]] = _table()["organisations"]
    return {short: full for full in names for short in names[full]}


def state_of(item: Any) -> str:
    """Return the alpha-2 code of a state; of what is none, its folded name.

    >>> state_of("Arab Republic of Egypt"), state_of({"name": "X", "iso": "eg"})
    ('EG', 'EG')
    """
    if isinstance(item, dict):
        for key in ("iso", "code"):
            if item.get(key):
                return str(item[key]).upper()
        item = item.get("name", "")
    text = str(item).strip()
    if _ALPHA_2.fullmatch(text):
        return text
    key = _ARTICLE.sub("", fold_name(text))
    if key in _states():
        return _states()[key]
    short = _FORM_OF_STATE.sub("", key)
    return _states().get(short, key)


def _forms(item: Any) -> set[str]:
    """Return every folded form under which an item may be known."""
    given = [item]
    if isinstance(item, dict):
        given = [item.get("name", ""), *item.get("aliases", [])]
    forms: set[str] = set()
    for name in map(str, given):
        forms.add(fold_name(name))
        forms.add(fold_name(_BRACKETED.sub(" ", name)))
        forms.update(map(fold_name, _ACRONYM.findall(name)))
    full = _full_names()
    forms |= {full[form] for form in forms if form in full}
    forms |= {" ".join(map(_spelled_out, form.split())) for form in forms}
    return forms - {""}


def _spelled_out(word: str) -> str:
    """Return the full name that a short word stands for, else the word."""
    return word if len(word) > _LONGEST_SHORT_WORD else _full_names().get(word, word)


def words_of(form: str) -> frozenset[str]:
    """Return the words of a folded name that tell it from others."""
    return frozenset(form.split()) - frozenset(_table()["small_words"])


def is_same_name(one: Any, other: Any) -> bool:
    """Whether two items are known under one name, or nearly so.

    >>> is_same_name("the Rabat Process", "Rabat Process (RP)")
    True
    >>> is_same_name("Rabat Process", "Prague Process")
    False
    """
    left, right = _forms(one), _forms(other)
    if left & right:
        return True
    code = state_of(one)
    if code == state_of(other) and _ALPHA_2.fullmatch(code):
        return True
    return any(_are_like(words_of(a), words_of(b)) for a in left for b in right)


def _are_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one holds the other, or they share most of at least three words."""
    small, large = sorted((one, other), key=len)
    if len(small) >= 2 and small <= large:
        return True
    shared = len(one & other)
    return shared >= 3 and shared / len(one | other) >= 0.6


def is_same_person(one: Any, other: Any) -> bool:
    """Whether two names may be one person's.

    A surname alone counts, and so does a name with one given name left out.

    >>> is_same_person("Ms Ada Vell", "VELL"), is_same_person("Ada Vell", "Ida Vell")
    (True, False)
    """
    left, right = _personal(one), _personal(other)
    if not left or not right:
        return False
    if set(left) == set(right):
        return True
    is_alone = len(left) == 1 or len(right) == 1
    if left[-1] == right[-1] and (is_alone or left[0] == right[0]):
        return True
    small, large = sorted((set(left), set(right)), key=len)
    return len(small) >= 2 and small <= large


def _personal(item: Any) -> list[str]:
    """Return the words of a person's name, without titles."""
    name = item.get("name", "") if isinstance(item, dict) else item
    titles = frozenset(_table()["titles"])
    return [word for word in fold_name(name).split() if word not in titles]


def is_same_role(one: Any, other: Any) -> bool:
    """Whether two states, organisations or persons are one."""
    return is_same_name(one, other) or is_same_person(one, other)


def share_of_post(one: Any, other: Any) -> float:
    """Return 1 where two posts have the same words, 0.5 where they share half."""
    left, right = words_of(fold_name(one)), words_of(fold_name(other))
    if left == right:
        return 1.0
    if left and right and len(left & right) / len(left | right) >= 0.5:
        return 0.5
    return 0.0


_AND = re.compile(r",| and | y | et |;")


def share_of_parties(one: Any, other: Any) -> float:
    """Return the share of parties that two lists, or phrases, have in common."""
    left, right = _parties(one), _parties(other)
    pairs = pair_up(left, right, lambda a, b: float(is_same_role(a, b)))
    return len(pairs) / max(len(left), len(right), 1)


def _parties(value: Any) -> list[str]:
    names = [
        item if isinstance(item, str) else item.get("name", "")
        for item in (value if isinstance(value, list) else [value])
    ]
    return [part for name in names for part in _AND.split(name) if part.strip()]
