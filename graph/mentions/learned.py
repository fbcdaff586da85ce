"""Names that a document teaches: "Long Name (ACR)", and ACR from then on."""

import re
from dataclasses import dataclass, field

from hiwar.graph.mentions.gazetteer import find_names
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["Learned", "learn"]

_PAIR = re.compile(
    r"(?P<long>(?:[A-ZÀ-Þ][\w’'.-]*)(?:[ -](?:of|the|and|for|on|in|to|de|des|du|la|le"
    r"|los|el|para|y|sobre|sur|against|au|aux|del|l'|d'|[A-ZÀ-Þ][\w’'.-]*)){1,14})"
    r" \((?P<short>[A-ZÀ-Þ][\w&-]{1,9})\)"
)
_KINDS = {"process": "Process", "organisation": "Organisation", "document": "Document"}
_SLOTS = {"process": "process", "organisation": "org", "document": "document"}


@dataclass(slots=True)
class Learned:
    """The long names and acronyms that one document gives, and what they name."""

    names: dict[str, tuple[str, Thing]] = field(default_factory=dict)

    def find(self, view: View) -> list[Mention]:
        """Return the learned names in a view, the longer ones first."""
        found: list[Mention] = []
        for name in sorted(self.names, key=len, reverse=True):
            slot, thing = self.names[name]
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", view.text):
                if not any(
                    i.start < match.end() and match.start() < i.end for i in found
                ):
                    found.append(Mention(slot, match.start(), match.end(), name, thing))
        return found


def learn(views: list[View], rules: Rules) -> Learned:
    """Return the pairs of long name and acronym that a document gives."""
    learned = Learned()
    for view in views:
        if view.is_too_long or "learned" in rules.without:
            continue
        _learn_bodies(learned, view, rules)
        for match in _PAIR.finditer(view.text):
            long = _trim(match["long"].rstrip("'’\""), match["short"])
            short = match["short"]
            if not long or long.lower().endswith(rules.list_words("groups")):
                continue
            known = _known(view, match, long, rules)
            if known:
                learned.names[short] = known
                continue
            for kind, slot in _SLOTS.items():
                lasts = kind == "process" and _has_offices(short, views, rules)
                if head_of(long, rules, kind) or lasts:
                    thing = Thing(_KINDS[kind], fold(long))
                    learned.names[long] = learned.names[short] = (slot, thing)
                    break
    _learn_phrases(learned, views, rules)
    return learned


def _learn_bodies(learned: Learned, view: View, rules: Rules) -> None:
    """Take a body that meets by number for a process: "9th meeting of the X Board".

    Not where the registry knows it as something else.
    """
    cue = rules.cues.get("meets_by_number")
    for match in cue.finditer(view.text) if cue else ():
        name = match["name"].rstrip()
        start, end = match.start("name"), match.start("name") + len(name)
        known = find_names(view, rules)
        if not any(
            i.start < end and start < i.end and i.slot in ("org", "process")
            for i in known
        ):
            learned.names[name] = ("process", Thing("Process", fold(name)))


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
            if name in learned.names or not _is_told_of(name, views, rules):
                continue
            start, end = match.span("name")
            names = find_names(view, rules)
            if not any(i.start < end and start < i.end for i in names if i.thing):
                learned.names[name] = ("process", Thing("Process", fold(name)))


def _is_told_of(name: str, views: list[View], rules: Rules) -> bool:
    """Whether a text tells of the members, the chair or the founding of a name."""
    behind = "|".join(rules.list_words("offices_behind")) or "(?!)"
    said = re.compile(rf"{re.escape(name)}(?:{behind})", re.IGNORECASE)
    told = any(said.search(view.text) for view in views if not view.is_too_long)
    return told or _has_offices(name, views, rules)


def _has_offices(short: str, views: list[View], rules: Rules) -> bool:
    """Whether an acronym has members, a chair or a secretariat: it is no one meeting.

    So "Regional Conference on X (RCX)" is a process where there is "the chair of the
    RCX".
    """
    of = "|".join(rules.list_words("offices_of"))
    said = re.compile(rf"(?:{of or '(?!)'}) {re.escape(short)}(?!\w)", re.IGNORECASE)
    return any(said.search(view.text) for view in views if not view.is_too_long)


def _known(
    view: View, match: re.Match[str], long: str, rules: Rules
) -> tuple[str, Thing] | None:
    """Return what the registry knows under the long name."""
    for item in find_names(view, rules):
        if (
            0 <= match.end("long") - item.end <= 1
            and item.thing
            and item.slot != "place"
        ):
            covers = len(item.text) >= 0.6 * len(long)
            return (item.slot, item.thing) if covers else None
    return None


def _trim(long: str, short: str) -> str:
    """Return the end of a phrase whose capitals spell the acronym.

    >>> _trim("On Monday the Trilateral Fentanyl Committee", "TFC")
    'Trilateral Fentanyl Committee'
    """
    words = long.split()
    letters = [char for char in short if char.isupper()]
    for start in range(len(words) - 1, -1, -1):
        capitals = [
            w[0] for w in re.split(r"[ -]", " ".join(words[start:])) if w[:1].isupper()
        ]
        if words[start][:1] == letters[0] and len(capitals) >= len(letters):
            return " ".join(words[start:])
    return ""
