"""The patterns of proper phrases: names of meetings, documents and bodies.

They are built for each language from its heads and connectors, over rendered
text, so that a known name inside a phrase counts as one capital word.
"""

import re
from dataclasses import dataclass
from functools import cache

from hiwar.graph.mentions.heads import NAMED, head_forms
from hiwar.graph.mentions.paired import pair_pattern
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.rules.spelling import CAPITALS

__all__ = ["Phrases", "ordinal_pattern", "phrases_for"]

_CAPITAL = rf"(?=[{CAPITALS}])"
_WORD = (
    rf"[{CAPITALS}](?:[\w.]*\w)?(?:['’][{CAPITALS}]\w+)?"
    r"(?:(?:(?<=\bRe)|(?<=\bCo)|(?<=\bAnti)|(?<=\bPre)|(?<=\bNon))-[a-z]\w+)?"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrase patterns of one language."""

    document: Sought
    document_generic: Sought
    topic: re.Pattern[str]
    meeting: Sought
    numbered: re.Pattern[str]
    meeting_generic: Sought
    body: Sought
    bilateral: Sought
    between: Sought
    paired: Sought
    place_process: Sought


@cache
def phrases_for(rules: Rules) -> Phrases:
    """Return the phrase patterns of a language."""
    word = rules.words.get("proper_word", _WORD)
    unit = rf"(?:(?:{word}|[{NAMED}])(?:[-–/](?:{word}|[{NAMED}]))*)"
    unit = f"(?-i:{unit})"
    joining = rules.list_words("name_connectors") or rules.list_words("connectors")
    connectors = "|".join(map(re.escape, joining)) or "of"
    link = rf"(?: (?:{connectors}))*"
    if rules.words.get("modifiers_behind"):
        # what stands behind a known name without a word between is another name
        link = rf"(?:(?: (?:{connectors}))+|(?<![{NAMED}]))"
    run = rf"{unit}(?:{link} {unit})*"
    articles = "|".join(
        article if article.endswith("'") else f"{article} "
        for article in rules.list_words("articles") or ("the",)
    )
    tail_run = _tail_run(rules, unit, link, articles)
    prepositions = "|".join(rules.list_words("prepositions")) or "on|for|of|to|against"
    tail = rf"(?:,? (?:{prepositions}) (?:{articles}|an? )?{tail_run})"
    is_head_first = bool(rules.words.get("head_first"))
    document_tail = rf"(?: (?:(?:{prepositions}) )?{run})" if is_head_first else tail
    behind = "|".join(rules.list_words("after_year")) or "(?!)"
    years = (
        r"(?: (?:\(?(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d(?![\d–/-]))\)?"
        rf"|(?-i:20\d\d)(?= (?:{behind})|$)))|{rules.words.get('serials', '(?!)')}"
    )
    return Phrases(
        document=_document(rules, unit, document_tail, years),
        document_generic=_document_generic(rules),
        topic=_topic(rules, tail_run),
        meeting=_meeting(rules, unit, tail),
        numbered=_numbered(rules),
        meeting_generic=_meeting_generic(rules),
        body=_body(rules, unit, document_tail),
        bilateral=_bilateral(rules, unit, run),
        between=_between(rules),
        paired=_paired(rules),
        place_process=_place_process(rules),
    )


def _tail_run(rules: Rules, unit: str, link: str, articles: str) -> str:
    """Return what a name may go on with: names, in a list, but no day of the week."""
    joint = "|".join(rules.list_words("list_and")) or "(?!)"
    name = rf"(?!(?:{'|'.join(rules.words.get('weekdays', {})) or '(?!)'})\b){unit}"
    run = rf"{name}(?:{link} {name})*"
    return rf"{run}(?:(?:, {run})+,? (?:{joint}) (?:{articles})?{run})?"


def _compile(pattern: str) -> Sought:
    return Sought(pattern, re.IGNORECASE)


def _heads(rules: Rules, kind: str) -> str:
    """Return the heads of a kind, longest first."""
    return "|".join(head_forms(rules, kind).values()) or "(?!)"


def _start(rules: Rules) -> str:
    """Return a pattern for where a word begins, or what follows a particle on it."""
    behind = "|".join(rf"(?<=\b{word})" for word in rules.list_words("proclitics"))
    return rf"(?:(?<![\w'’-]){'|' + behind if behind else ''})"


def _document(rules: Rules, unit: str, tail: str, years: str) -> Sought:
    heads = _heads(rules, "document")
    capital = rules.words.get("capital", _CAPITAL)
    joint = "|".join(rules.list_words("list_and")) or "(?!)"
    shared = rf"(?: (?:{joint}) (?P<head2>(?-i:{capital})(?:{heads})))?"
    apposition = rules.words.get("apposition", "(?!)")
    number = r"(?:(?-i:(?:19|20)\d\d) )?"
    series = rf"(?:(?-i:(?:{_WORD} ){{0,3}}{_WORD}, {_WORD}) (?:{joint}) )?"
    most = 0 if rules.words.get("head_first") else 6
    pair = f"(?:{pair_pattern(rules)} )?" if most else ""
    return _compile(
        rf"(?P<pre>{number}{series}{pair}(?:{unit} ){{0,{most}}}?)(?-i:{capital})"
        rf"(?P<head>{heads})\b{shared}"
        rf"(?P<tail>{tail}(?:{apposition})?)?(?P<years>{years})?"
        r"(?P<short> \((?-i:[A-Z]{2,10})\))?"
    )


def _place_process(rules: Rules) -> Sought:
    """Return the pattern of processes named for a place, such as "<place> Process"."""
    forms = "|".join(rules.list_words("place_processes")) or "(?!)"
    named = forms.replace("<place>", SLOTS["place"])
    owned = "|".join(rules.list_words("genitives"))
    end = rf"(?=(?:{owned})(?![\w-]))|" if owned else ""
    return Sought(rf"{_start(rules)}(?:{named})(?:{end}(?![\w-]))")


def _bilateral(rules: Rules, unit: str, run: str) -> Sought:
    """Return the pattern of "Kenya-Italy Migration Dialogue", with its topic."""
    pair = f"(?<![-–/]){pair_pattern(rules)}"
    words = "|".join(rules.list_words("bilateral_words")) or "(?!)"
    topics = "|".join(rules.list_words("topics")) or "(?!)"
    # "in Lima" behind the topic is where a meeting was, and no part of a name
    ends = rf"(?<!{SLOTS['place']})"
    topic = rf"(?: (?:{topics}) (?:[Tt]he )?{run}{ends})?"
    return _compile(rf"{pair} (?P<head>(?:{unit} ){{0,4}}(?-i:{words})\b){topic}")


def _between(rules: Rules) -> Sought:
    """Return the pattern of "the migration dialogue between Kenya and Italy"."""
    party = f"[{SLOTS['state']}{SLOTS['org']}]"
    words = "|".join(rules.list_words("between")) or "(?!)"
    joins = "|".join(rules.list_words("list_and")) or "(?!)"
    nouns = "|".join(rules.list_words("sitting_nouns")) or "(?!)"
    return _compile(
        rf"{_start(rules)}(?P<head>{rules.words.get('between_processes', '(?!)')})"
        rf"(?P<noun> (?:{nouns}))? (?:{words}) {party},? (?:{joins}) ?{party}"
        r"(?!['’]s)"
    )


def _paired(rules: Rules) -> Sought:
    """Return the pattern of bodies that two adjectives name: "X-Y joint committee"."""
    body: str = rules.words.get("paired_processes", "(?!)")
    named = body.replace("<pair>", f"(?:{pair_pattern(rules)})")
    return _compile(rf"{_start(rules)}(?:{named})(?![\w-])")


def _document_generic(rules: Rules) -> Sought:
    determiners = "|".join(rules.list_words("determiners")) or "(?!)"
    plain = "|".join(rules.list_words("plain_adjectives")) or "(?!)"
    stops = "|".join(rules.list_words("name_stops")) or "(?!)"
    small = "(?=[a-z])" if "capital" not in rules.words else ""
    vague = "|".join(rules.list_words("vague_adjectives")) or "(?!)"
    word = rf"(?:[{NAMED}]|(?!(?:{stops})\b)(?-i:[a-zà-ÿ-]+)) "
    return _compile(
        rf"(?<![\w-])(?P<det>{determiners}) (?:(?P<plain>{plain}) )*"
        rf"(?P<name>(?P<year>(?:19|20)\d\d )?(?:(?:{word}){{0,3}}?"
        rf"(?-i:{small})(?:{_heads(rules, 'text')})"
        rf"|(?P<kind>(?!(?:{vague})\b)(?:{word}){{1,3}}?"
        rf"(?:{_heads(rules, 'qualified')}))"
        rf"|(?:{_heads(rules, 'reference')})"
        rf"(?!{rules.words.get('no_document', '(?!)')})))"
        r"(?![\w-])(?!(?-i: [A-Z]))"
    )


def _topic(rules: Rules, tail_run: str) -> re.Pattern[str]:
    """Return the pattern of what a document is on: " on labour migration".

    It ends before the word that no name goes on with.
    """
    about = "|".join(rules.list_words("about")) or "(?!)"
    stops = "|".join(rules.list_words("name_stops")) or "(?!)"
    ends = "|".join(rules.list_words("topic_ends")) or "(?!)"
    articles = "|".join(
        (*rules.list_words("articles"), *rules.list_words("indefinite"))
    )
    links = "|".join(rules.list_words("topic_links")) or "(?!)"
    word = rf"(?!(?:{stops}|{links})\b)(?-i:[a-zà-ÿ][\w'’-]*)"
    few = rf"{word}(?:(?: (?:{links})){{0,2}} (?!(?:{ends})\b){word}){{0,7}}"
    return re.compile(
        rf" (?:{about}) (?:(?:{articles}) )?(?:{few}|{tail_run})(?![\w-])",
        re.IGNORECASE,
    )


def ordinal_pattern(rules: Rules) -> str:
    """Return a pattern of the ordinals of a language, in words, digits or numerals."""
    words = sorted(rules.words.get("ordinals", {}), key=len, reverse=True)
    named = "|".join(map(re.escape, words)) or "(?!)"
    tens = "|".join(rules.words.get("ordinal_tens", {})) or "(?!)"
    behind = "|".join(rules.words.get("ordinal_tens_behind", {})) or "(?!)"
    named = rf"(?:(?:{tens})[ -])?(?:{named})(?: (?:{behind}))?"
    digits = rules.words.get("ordinal_digits") or (
        rf"\d{{1,3}}(?:{rules.words.get('ordinal_ends', '(?!)')})"
    )
    small = "|".join(word.upper() for word in rules.list_words("small")) or "(?!)"
    roman = rf"(?-i:(?!(?:{small})\b)[IVX]{{1,6}})"
    return rf"(?:{digits}|{named}|{roman}(?:{rules.words.get('ordinal_ends', '')})?)"


def _meeting(rules: Rules, unit: str, tail: str) -> Sought:
    date, process = SLOTS["date"], SLOTS["process"]
    adjectives = "|".join(rules.list_words("meeting_adjectives")) or "(?!)"
    adjectives = adjectives.replace("<demonym>", SLOTS["demonym"])
    adjectives = adjectives.replace("<pair>", pair_pattern(rules))
    join = "|".join(rules.list_words("list_and")) or "(?!)"
    both = rf"{process} (?:{join})(?= {process})|{SLOTS['document']}"
    dated = f"|{date}" if rules.words.get("dated_names") else ""
    often = "{0}" if rules.words.get("head_first") else "*"
    of = "|".join(rules.list_words("of_process")) or "of"
    bodies = (*rules.list_words("process_words"), *rules.list_words("body_words"))
    generic = "|".join(bodies) or "(?!)"
    lower = "|".join(rules.list_words("party_words")) or "(?!)"
    people = "|".join(rules.list_words("met_people")) or "(?!)"
    whose = rf"(?<=[{process}{SLOTS['org']}])"
    theirs = rf"{whose} (?-i:[a-z][a-z-]* ){{0,2}}?(?:{people})\b"
    heads, ordinal = _heads(rules, "meeting"), ordinal_pattern(rules)
    editions = "|".join(rules.list_words("editions")) or "(?!)"
    openers = "|".join(rules.list_words("openers")) or "(?!)"
    opens = rf"(?!(?-i:{openers}) {ordinal} )"
    words = rf"(?:(?:{adjectives}){dated}|{both}|{opens}{unit})"
    pre = rf"(?P<pre>(?:{words} ){often}?)"
    behind = rules.words.get("ordinal_behind", "(?!)")
    after = rf"(?:(?:{behind}) (?P<ord2>{ordinal}))?"
    apart = rf"(?! (?:(?:{adjectives}) )?(?:{heads})\b| (?:{join}) {process})"
    is_behind = {"modifiers_behind", "qualifiers_behind"} & rules.words.keys()
    said_behind = "{0,3}" if is_behind else "{0}"
    qualified = rf"(?P<qual>(?: (?:{adjectives})(?!\w)){said_behind})"
    after += rf"(?: {date}(?= (?:{of}) ?{process}))?" if is_behind else ""
    return _compile(
        rf"{_start(rules)}(?:(?-i:{openers}) (?={ordinal} ))?"
        rf"(?P<year>(?:19|20)\d\d )?"
        rf"(?:(?P<ord>{ordinal}) (?:(?:{editions}) (?:{of}) )?)?{pre}"
        rf"(?P<head>{heads}|(?<=[\w°] ){process}{apart})(?![\w-]){qualified}{after}"
        rf"(?P<short> \((?-i:[A-Z]{{2,}}[\w-]*)\)(?= (?:{of}) ))?"
        rf"(?P<twin> (?:{join}) (?!{ordinal} )"
        rf"(?:(?:{adjectives}|(?-i:{_WORD})) )*(?:{heads})\b)?"
        rf"(?P<of> (?:{of}) ?(?P<process>{process}|(?:{generic})\b))?"
        rf"(?P<tail>{tail}(?: (?:{lower})|{theirs})?(?:{tail})?)?"
    )


def _numbered(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of "their third " before a body; "a third " counts none."""
    own = "|".join(rules.list_words("own")) or "(?!)"
    articles = "|".join(rules.list_words("articles")) or "(?!)"
    pattern = rf"\b(?:{own}|{articles}) {ordinal_pattern(rules)} $"
    return re.compile(pattern, re.IGNORECASE)


def _meeting_generic(rules: Rules) -> Sought:
    heads, date = _heads(rules, "generic"), SLOTS["date"]
    definite = "|".join(rules.list_words("definite")) or "(?!)"
    adjectives = "|".join(rules.list_words("meeting_current")) or "(?!)"
    return _compile(
        rf"(?:\b(?P<det>{definite}) (?:(?:{adjectives}) )?"
        rf"|(?={date}))"
        rf"(?P<date>{date} )?(?P<head>{heads})\b"
        rf"|{_start(rules)}(?P<alone>{_heads(rules, 'definite')})(?![\w-])"
    )


def _body(rules: Rules, unit: str, tail: str) -> Sought:
    capital = rules.words.get("capital", _CAPITAL)
    owner = f"[{SLOTS['state']}{SLOTS['demonym']}{SLOTS['org']}](?:'s)?"
    offices = _heads(rules, "office")
    return _compile(
        rf"(?P<pre2>(?:{owner} )?(?:{unit} ){{0,2}}?)(?<![-–])"
        rf"(?-i:{capital})(?P<head2>{offices})\b(?P<tail2>{tail})?"
        rf"|(?P<pre>(?:{owner} )?(?:{unit} (?:& )?){{0,3}}?)(?<![-–])(?-i:{capital})"
        rf"(?P<head>{_heads(rules, 'organisation')})\b(?P<tail>{tail})?"
    )
