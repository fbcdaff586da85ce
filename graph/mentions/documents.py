"""Documents that the text names, or means by a common noun, and no registry knows."""

import re
from dataclasses import replace
from functools import cache

from hiwar.graph.mentions.heads import head_forms
from hiwar.graph.mentions.mention import Mention, fold, whole_name
from hiwar.graph.mentions.names import after_determiner, head_of
from hiwar.graph.mentions.phrases import phrases_for
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.model import Thing
from hiwar.graph.rules import SLOTS, Rules

__all__ = ["find_documents"]

_GOES_ON = re.compile(r" [A-ZÀ-Þ][a-z]+(?: [a-z]|[,.]|$)")
"""A name goes on with another capital word, as in "the Programme Coordinator"."""


def find_documents(rendered: Rendered, view_text: str, rules: Rules) -> list[Mention]:
    """Return the documents that proper phrases name."""
    found: list[Mention] = []
    for match in phrases_for(rules).document.finditer(rendered.text):
        named = _is_proper(match, rules) or match["head2"]
        vague = not named and _is_common(match["head"], rules)
        goes_on = _GOES_ON.match(rendered.text, match.end())
        if vague or goes_on or _is_any(match, rendered, rules):
            continue
        if not set(match["pre"].lower().split()).isdisjoint(rules.list_words("own")):
            # "They Reaffirm Their Shared Commitments" names no paper
            continue
        cut = match["tail"] and _close(match, rules) == match.start("tail")
        if cut and _is_outcome(match, rules):
            # the finder of what is named for a meeting takes it
            continue
        if match["head2"]:
            found.extend(_two_documents(match, rendered, view_text, rules))
        else:
            found.append(_document(match, rendered, view_text, rules))
    loose = _loose(rules)
    for match in phrases_for(rules).document_generic.finditer(rendered.text):
        if loose and loose.search(rendered.text, 0, match.end("name")):
            continue
        item = _generic_document(match, rendered, view_text, rules)
        called = _called(item, found, view_text, rules)
        if called:
            found[found.index(called)] = replace(called, start=item.start)
        else:
            found.append(_apposed(item, match, rendered) or item)
    return found


@cache
def _loose(rules: Rules) -> re.Pattern[str] | None:
    """Return the pattern of a common noun that is no paper: "came to an agreement"."""
    words = rules.words.get("no_paper")
    return re.compile(rf"(?:{words})$", re.IGNORECASE) if words else None


def _called(
    item: Mention, named: list[Mention], text: str, rules: Rules
) -> Mention | None:
    """Return the name that follows a common noun: "a declaration, called the …"."""
    joins, kind = rules.words.get("called", "(?!)"), item.details["kind"]
    later = (m for m in named if m.start > item.end and m.details["kind"] == kind)
    return next(
        (m for m in later if re.fullmatch(joins, text[item.end : m.start])), None
    )


def _apposed(item: Mention, match: re.Match[str], rendered: Rendered) -> Mention | None:
    """Return the document whose name follows: "an action plan, “Call for Action”"."""
    comma = re.compile(r",? ?").match(rendered.text, match.end())
    named = rendered.mentions.get(comma.end()) if comma else None
    if named is None or named.slot != "document" or named.details.get("generic"):
        return None
    return replace(named, start=item.start)


def _is_any(match: re.Match[str], rendered: Rendered, rules: Rules) -> bool:
    """Whether a phrase means any document of its kind: "every Declaration"."""
    before = rendered.text[: match.start()].lower().rstrip()
    return before.rpartition(" ")[2] in rules.list_words("any_of")


def _is_common(head: str, rules: Rules) -> bool:
    """Whether a head is a common noun: one word, and no compound with a name in it."""
    ends = rules.words.get("head_ends", "")
    nouns = "|".join(re.escape(noun) for noun in rules.heads.get("document", {}))
    is_noun = re.fullmatch(f"(?:{nouns}){ends}", head, re.IGNORECASE)
    return " " not in head and bool(is_noun)


def _generic_document(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> Mention:
    """Return the document that a common noun means, as in "a political declaration".

    What a text says that it is on belongs to its name.
    """
    first, last = match.span("name")
    noun = text[slice(*rendered.span(first, last))]
    topic = None
    if noun[-1:].isupper() or noun.split()[-1][:1].islower():
        topic = phrases_for(rules).topic.match(rendered.text, last)
    close = topic.end() if topic else last
    begin = rendered.span(first, close)[0]
    start, end = rendered.span(match.end("det") + 1, close)
    kind = head_of(noun, rules, "document") or head_of(noun, rules, "reference")
    is_name = bool(topic or match["kind"])
    refers = not is_name and bool(head_of(noun, rules, "reference"))
    apart = rules.cues.get("paper_of_day")
    words = {match["det"].lower(), match["plain"]}
    new = words & rules.word_set("indefinite", "introducing")
    dated = "yes" if match["year"] else ""
    return Mention(
        "document",
        start,
        end,
        text[begin:end],
        Thing("Document", fold(text[begin:end])),
        details={
            "kind": kind or "other",
            "generic": "" if dated else match["det"].lower(),
            "proper": dated,
            "refers": kind or "any" if refers and not dated else "",
            "new": "yes" if new else "",
            "apart": "yes" if apart and apart.match(rendered.text, close) else "",
            "named": "" if is_name or head_of(noun, rules, "text") else "no",
        },
    )


def _document(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> Mention:
    start, end = rendered.span(_begin(match, rules), _close(match, rules))
    name_end = (
        rendered.span(match.start(), match.start("short"))[1] if match["short"] else end
    )
    contracted: dict[str, str] = rules.words.get("contracted", {})
    name = whole_name(text, start, name_end, contracted).strip()
    return _named_document(name, start, end, match, rendered, rules)


def _close(match: re.Match[str], rules: Rules) -> int:
    """Return where a name ends: before "of the International" of a conference.

    And before the conference where its name is whole: it has adopted the document.
    """
    behind, outcome = _meeting_behind(rules), rules.cues.get("of_meeting")
    if not match["tail"]:
        return match.end()
    if not behind.match(match.string, match.end("tail")):
        of = outcome.match(match["tail"]) if outcome else None
        named = of and match.end() == match.end("tail") and _is_outcome(match, rules)
        return match.start("tail") if named else match.end()
    links = "|".join(map(re.escape, rules.list_words("prepositions"))) or "(?!)"
    last = re.search(rf",? (?:{links})(?: (?!(?:{links})\b)\S+)+$", match["tail"])
    return match.start("tail") + last.start() if last else match.end()


def _is_outcome(match: re.Match[str], rules: Rules) -> bool:
    """Whether a paper is of a kind that meetings adopt: conclusions, a declaration."""
    outcome = rules.cues.get("outcome_of")
    noun = match.string[_begin(match, rules) : match.end("head")]
    found = outcome.match(f"{noun} of {SLOTS['meeting']}") if outcome else None
    return bool(found and found["noun"] == noun)


@cache
def _meeting_behind(rules: Rules) -> re.Pattern[str]:
    """Return the pattern of a common noun for a meeting right behind a name."""
    heads = "|".join(head_forms(rules, "generic").values()) or "(?!)"
    return re.compile(rf" (?:{heads})(?![\w-])")


def _begin(match: re.Match[str], rules: Rules) -> int:
    """Return where a name begins: behind the verb of "Ministers Adopt Lima Pact"."""
    begin = after_determiner(match, rules)
    verbs = "|".join(rules.list_words("headline_adopts")) or "(?!)"
    before = match.string[begin : match.start("head")]
    found = list(re.finditer(rf"(?:^|(?<= ))(?:{verbs}) ", before))
    return begin + found[-1].end() if found else begin


def _two_documents(
    match: re.Match[str], rendered: Rendered, text: str, rules: Rules
) -> list[Mention]:
    """Return both documents of "the Cairo Ministerial Declaration and Action Plan"."""
    start, middle = rendered.span(_begin(match, rules), match.end("head"))
    start2, end2 = rendered.span(match.start("head2"), match.end("head2"))
    places = rendered.within(match.start("pre"), match.end("pre"), "place", "process")
    second = text[start2:end2]
    if places:
        second = f"{places[0].text} {second}"
    return [
        _named_document(text[start:middle], start, middle, match, rendered, rules),
        _named_document(second, start2, end2, match, rendered, rules),
    ]


def _named_document(
    name: str,
    start: int,
    end: int,
    match: re.Match[str],
    rendered: Rendered,
    rules: Rules,
) -> Mention:
    inside = rendered.within(match.start(), match.end())
    kind = head_of(name, rules, "document") or "other"
    short = (match["short"] or "").strip(" ()")
    proper = _is_proper(match, rules) or bool(match["head2"])
    before = rendered.text[: match.start()].lower().split()[-1:]
    new = not proper and rules.word_set("indefinite").intersection(before)
    return Mention(
        "document",
        start,
        end,
        name,
        Thing("Document", fold(name)),
        parts=tuple(inside),
        details={
            "kind": kind,
            "proper": "yes" if proper else "",
            "short": short,
            "new": "yes" if new else "",
            "refers": "" if proper or new else head_of(name, rules, "reference"),
        },
    )


def _is_proper(match: re.Match[str], rules: Rules) -> bool:
    """Whether a phrase has more of a name than its head: "The Action Plan" has not."""
    before_head = match.start("head") > _begin(match, rules)
    return before_head or bool(match["tail"] or match["years"])
