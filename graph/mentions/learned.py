"""Names that a document teaches: "Long Name (ACR)", and ACR from then on."""

import re
from dataclasses import dataclass, field

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.lasting import lasting_bodies
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.numbered import learn_numbered
from hiwar.graph.mentions.pairs import known_as, meant_by, trim
from hiwar.graph.mentions.sitters import find_sitters
from hiwar.graph.mentions.spelt import spelt_bodies
from hiwar.graph.mentions.told import has_offices, is_told_of
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["Learned", "learn"]

_PAIR = re.compile(
    r"(?P<long>(?:[A-ZÀ-Þ][\w’'.-]*)(?:(?:,? |-)(?:of|the|and|for|on|in|to|de|des|du"
    r"|la|le|los|el|para|y|sobre|sur|against|au|aux|del|l'|d'|[A-ZÀ-Þ][\w’'.-]*)){1,14})"
    r" \((?P<short>[A-ZÀ-Þ][\w&-]{1,9})\)"
)
_OF = len(" de la ")
_KINDS = {"process": "Process", "organisation": "Organisation", "document": "Document"}
_SLOTS = {"process": "process", "organisation": "org", "document": "document"}


@dataclass(slots=True)
class Learned:
    """The long names and acronyms that one document gives, and what they name.

    Attributes:
        series: Acronyms of processes whose meetings have numbers: "the 24th AVC".
    """

    names: dict[str, tuple[str, Thing]] = field(default_factory=dict)
    series: set[str] = field(default_factory=set)

    def find(self, view: View) -> list[Mention]:
        """Return the learned names in a view, the longer ones first."""
        found: list[Mention] = []
        for name in sorted(self.names, key=len, reverse=True):
            loud = name.upper() if " " in name else name
            if name not in view.text and loud not in view.text:
                continue
            slot, thing = self.names[name]
            details = {"series": "yes"} if name in self.series else {}
            form = re.escape(name)
            if loud != name:
                form = f"(?:{form}|{re.escape(loud)})"
            for match in re.finditer(rf"(?<!\w){form}(?!\w)", view.text):
                if not any(
                    i.start < match.end() and match.start() < i.end for i in found
                ):
                    span = match.span()
                    found.append(Mention(slot, *span, name, thing, details=details))
        return found


def learn(views: list[View], rules: Rules) -> Learned:
    """Return the pairs of long name and acronym that a document gives."""
    learned, pairs = Learned(), dict[str, str]()
    for view in views:
        if view.is_too_long or "learned" in rules.without:
            continue
        _learn_bodies(learned, view, rules)
        _learn_series(learned, view, rules)
        _learn_spelt(learned, view, rules)
        for match in _PAIR.finditer(view.text) if " (" in view.text else ():
            short, said = match["short"], match["long"].rstrip("'’\"")
            long = _unlike_any(trim(said, short), said, rules)
            if rules.words.get("head_first"):
                long = _from_head(said, short, rules) or long
            if not long or long.lower().endswith(rules.list_words("groups")):
                continue
            pairs.setdefault(short, long)
            common = rules.heads.get("document", {})
            if fold(long) in common and fold(short) in common:
                continue
            if long in learned.names:
                learned.names.setdefault(short, learned.names[long])
                continue
            known = known_as(view, match, long, rules)
            if known:
                learned.names[short] = known
                continue
            if _is_organ(view, match.end(), long, rules) or _is_one(view, match, rules):
                continue
            meant = meant_by(view, match, long, rules)
            if meant:
                learned.names[long] = meant
                continue
            _learn_kind(learned, (long, short), views, rules)
    if "learned" not in rules.without:
        learned.series = learn_numbered(learned.names, pairs, views, rules)
    _learn_phrases(learned, views, rules)
    _learn_lasting(learned, views, rules)
    _join_forms(learned, rules)
    return learned


def _is_organ(view: View, end: int, long: str, rules: Rules) -> bool:
    """Whether a name of nothing own is that of a process's organ.

    So "Steering Committee (SC) of the Rabat Process" is none beside the process.
    """
    named = [
        item
        for item in (find_names(view, rules) if _is_any(long, rules) else ())
        if item.slot == "process" and 0 <= item.start - end <= _OF
    ]
    return bool(named) and "," not in view.text[end : named[0].start]


def _is_one(view: View, match: re.Match[str], rules: Rules) -> bool:
    """Whether a name says of what kind another is: "X is a Visa Process (VP)"."""
    cue = rules.cues.get("is_one")
    return bool(cue and cue.search(view.text, 0, match.start()))


def _learn_kind(
    learned: Learned, pair: tuple[str, str], views: list[View], rules: Rules
) -> None:
    """Take a pair of long name and acronym for what the head of the name says."""
    long, short = pair
    series = rules.cues.get("series_name")
    for kind, slot in _SLOTS.items():
        lasts = kind == "process" and bool(
            _lasts(long, short, views, rules) or (series and series.search(long))
        )
        is_pair = kind == "organisation" and head_of(long, rules, "paired")
        if head_of(long, rules, kind) or lasts or is_pair:
            thing = Thing(_KINDS[kind], fold(long))
            learned.names[long] = learned.names[short] = (slot, thing)
            return


def _learn_spelt(learned: Learned, view: View, rules: Rules) -> None:
    """Take the bodies whose long names the acronyms behind them spell."""
    for long, short, body in spelt_bodies(view, rules):
        learned.names.setdefault(long, ("org", body))
        learned.names.setdefault(short, ("org", body))


def _learn_bodies(learned: Learned, view: View, rules: Rules) -> None:
    """Take a body that meets by number for a process: "9th meeting of the X Board".

    Not where the registry knows it as something else.
    """
    for name, short, start in find_sitters(view, rules):
        known, end = find_names(view, rules), start + len(name)
        if not _is_any(name, rules) and not any(
            i.start < end and start < i.end and i.slot in ("org", "process")
            for i in known
        ):
            named = ("process", Thing("Process", fold(name)))
            learned.names[name] = named
            if short:
                learned.names[short] = named


def _learn_series(learned: Learned, view: View, rules: Rules) -> None:
    """Take a series with its acronym for a process, where names are in small letters.

    "Le Dialogue sur la mobilité en Asie centrale (DMAC)".
    """
    cue = rules.cues.get("series_pair")
    for match in cue.finditer(view.text) if cue else ():
        start, end = match.span("name")
        if not any(
            i.start < end and start < i.end and i.slot in ("org", "process")
            for i in find_names(view, rules)
        ):
            new = ("process", Thing("Process", fold(match["name"])))
            known = learned.names.get(match["short"], new)
            process = known if known[0] == "process" else new
            learned.names[match["name"]] = learned.names[match["short"]] = process


def _learn_phrases(learned: Learned, views: list[View], rules: Rules) -> None:
    """Add the processes that a phrase names, where the text tells of their offices.

    So "Forum on X" is a process where there is "the chair of the Forum on X".
    """
    cue = rules.cues.get("process_phrase")
    if cue is None or "learned" in rules.without:
        return
    for view in views:
        for match in () if view.is_too_long else cue.finditer(view.text):
            name = match["name"]
            if name in learned.names or _is_any(name, rules):
                continue
            if not is_told_of(name, views, rules):
                continue
            if not _names_another(view, match, rules):
                learned.names[name] = ("process", Thing("Process", fold(name)))


def _names_another(view: View, match: re.Match[str], rules: Rules) -> bool:
    """Whether the registry knows a part of a phrase as something other than a place.

    A process may be named for a small state, as for a city: "Processus de Malte".
    """
    start, end = match.span("name")
    seat = match.span("seat") if "seat" in match.re.groupindex else (-1, -1)
    return any(
        item.start < end and start < item.end and (item.start, item.end) != seat
        for item in find_names(view, rules)
        if item.thing and item.slot != "place"
    )


def _learn_lasting(learned: Learned, views: list[View], rules: Rules) -> None:
    """Add the bodies to which a text says that states belong, for what they are."""
    if "learned" in rules.without:
        return
    for name, short, process in lasting_bodies(views, rules):
        forms = (name, short) if short else (name,)
        known = [learned.names[form] for form in forms if form in learned.names]
        if not any(slot == "process" or thing.iri for slot, thing in known):
            longer = {
                thing
                for other, (slot, thing) in learned.names.items()
                if slot == "process" and other.startswith(f"{name} ")
            }
            same = longer.pop() if len(longer) == 1 else process
            learned.names |= dict.fromkeys(forms, ("process", same))


def _is_any(name: str, rules: Rules) -> bool:
    """Whether a name has nothing of its own, as "Joint Working Group"."""
    return rules.word_set("any_body").issuperset(re.split(r"[ -]", name.lower()))


def _unlike_any(long: str, said: str, rules: Rules) -> str:
    """Return a name with the capital words before it, where it has nothing of its own.

    So "Peru-Chile Joint Working Group (JWG)" is the whole, and no joint working group.
    """
    if not long or not _is_any(long, rules):
        return long
    before = re.search(r"(?:[A-ZÀ-Þ][\w’'.-]* )+$", said.removesuffix(long))
    return f"{before[0]}{long}" if before else long


def _from_head(said: str, short: str, rules: Rules) -> str:
    """Return a name from its head on, where the acronym leaves out letters of it.

    In a language in which the head comes first: "Sesión Anual de la Comisión Andina
    de Visas (ACAV)" is no "Anual de la …".
    """
    trimmed = trim(said, short)
    starts = [
        found.start()
        for found in re.finditer(r"[A-ZÀ-Þ][\w’'-]*", said)
        if fold(found[0]) in rules.heads.get("series", {})
    ]
    first_word = fold(trimmed).split(" ")[0] if trimmed else ""
    kinds = ("series", "organisation", "document")
    if not starts or any(first_word in rules.heads.get(kind, {}) for kind in kinds):
        return ""
    return said[starts[-1] :]


def _join_forms(learned: Learned, rules: Rules) -> None:
    """Let a process's short form mean the one longer name that goes on with a topic.

    So "Visa Group" and its acronym are the "Visa Group on Return" of the same text.
    """
    topics = "|".join(rules.list_words("prepositions")) or "(?!)"
    # where adjectives stand behind, a longer name goes on with them
    is_behind = {"modifiers_behind", "qualifiers_behind"} & rules.words.keys()
    behind = "[a-zà-ÿ]" if is_behind else "(?!)"
    names = {n: t for n, (slot, t) in learned.names.items() if slot == "process"}
    for name, thing in names.items():
        goes_on = re.compile(rf"{re.escape(name)} (?:(?:{topics}) |{behind})")
        longer = [other for other in names if goes_on.match(other)]
        if len(longer) == 1:
            for form, same in names.items():
                if same == thing:
                    learned.names[form] = ("process", names[longer[0]])


def _lasts(long: str, short: str, views: list[View], rules: Rules) -> bool:
    """Whether what a pair names is told of as a body that lasts, and no one meeting."""
    if has_offices(short, views, rules):
        return True
    is_series = bool(head_of(long, rules, "series")) and not _is_any(long, rules)
    paired = f"{long} ({short})"
    return is_series and any(is_told_of(name, views, rules) for name in (paired, short))
