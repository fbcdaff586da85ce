"""Documents of one text: which phrases mean the same one.

A name means itself, or a longer name given before; "the 2013 Declaration" the one
adopted in that year; "the agreement" the one before that it may mean. Where two
readings tie, none is chosen.
"""

import re
from dataclasses import dataclass, field

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules

__all__ = ["Papers", "is_called_draft", "is_itself", "is_named"]

_BY_NAME = 2
_ARTICLE = re.compile(r"^(?:the|an?) ")
_BEHIND = re.compile(
    r"(?: \([^()]*\)|(?: for)? (?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?)+$"
)
"""What stands behind a name and is no part of it: its acronym, its years."""
_YEARLY = re.compile(r"^((?:19|20)\d\d) (\w[\w -]*)$")


@dataclass(slots=True)
class Papers:
    """The documents that a text has named so far, by name in the order of the text.

    Attributes:
        real: Those that a text tells to have been adopted, or to be adopted.
        signings: Where several are told to have signed one on a day.
    """

    known: dict[str, Mention] = field(default_factory=dict)
    years: dict[Thing, int] = field(default_factory=dict)
    real: set[Thing] = field(default_factory=set)
    signings: list[tuple[Match, Date]] = field(default_factory=list)
    _meant: dict[int, tuple[Mention, Thing | None]] = field(default_factory=dict)

    def enter(self, mention: Mention) -> None:
        """Note a document that a phrase names or brings up."""
        if mention.thing and (is_named(mention) or mention.details.get("new")):
            self.known.setdefault(_name(mention), mention)

    def read_all(self, mentions: list[Mention]) -> None:
        """Read the documents of a sentence in their order.

        "The declaration" means one that was named before it, if there is one, and not
        what the same sentence names only then.
        """
        for mention in mentions:
            told = is_named(mention) or mention.details.get("new")
            if not told and len(self._fitting(mention)) == 1:
                self.read(mention)
            self.enter(mention)
        for mention in mentions:
            self.read(mention)

    def read(self, mention: Mention) -> Thing | None:
        """Return the document that a mention means, none where that is open.

        What it meant when it was first read it means always: no document that a
        later sentence brings up takes its place.
        """
        # the mention is kept with its meaning, so that no other gets its number
        if id(mention) not in self._meant:
            self._meant[id(mention)] = mention, self._meaning(mention)
        return self._meant[id(mention)][1]

    def is_told_before(self, mention: Mention, document: Thing) -> bool:
        """Whether "a declaration" is another than the real one of the same name.

        What is told of one of them is not true of the other.
        """
        before = self.known.get(_name(mention))
        is_new = bool(mention.details.get("new"))
        return is_new and before is not mention and document in self.real

    def _meaning(self, mention: Mention) -> Thing | None:
        """Return what a mention means after all that was entered so far."""
        if not mention.thing:
            return None
        if is_named(mention):
            self.enter(mention)
            return self._of_year(mention) or self._longer(mention) or mention.thing
        if mention.details.get("new"):
            self.enter(mention)
            return mention.thing
        fitting = self._fitting(mention)
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
        return None if mention.details.get("named") == "no" else mention.thing

    def _fitting(self, mention: Mention) -> set[Thing]:
        """Return the documents that a definite phrase may mean, the closest in name.

        Of several, it means the one that the text tells to have been adopted.
        """
        name, kind = _name(mention), mention.details.get("refers")
        ranks = (
            lambda known, _: _BEHIND.sub("", known).endswith(name),
            lambda known, _: bool(re.search(rf"(?<![\w-]){re.escape(name)}\b", known)),
            lambda _, item: bool(kind) and item.details.get("kind") == kind,
            lambda *_: kind == "any",
        )
        # one told by a day of its own is none that only is of the same kind
        for fits in ranks[: _BY_NAME if mention.details.get("apart") else None]:
            found = {m.thing for n, m in self.known.items() if m.thing and fits(n, m)}
            if found:
                real = found & self.real
                return real if len(real) == 1 else found
        return set()

    def _of_year(self, mention: Mention) -> Thing | None:
        """Return the one document of that kind adopted in the year of its name."""
        found = _YEARLY.match(_name(mention))
        if not found:
            return None
        fitting = {
            item.thing
            for name, item in self.known.items()
            if item.thing
            and self.years.get(item.thing) == int(found[1])
            and found[2] in name
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _longer(self, mention: Mention) -> Thing | None:
        """Return a document named before with the same name and more words."""
        name = _name(mention)
        words = set(name.split())
        for known, item in self.known.items():
            same_start = known.split()[:1] == name.split()[:1]
            if item.thing and words < set(known.split()) and same_start:
                return item.thing
        return None


def is_named(mention: Mention) -> bool:
    """Whether a mention is a name rather than a common noun."""
    known = mention.thing is not None and bool(mention.thing.iri)
    return known or bool(mention.details.get("proper"))


def is_draft(mention: Mention, text: str, rules: Rules) -> bool:
    """Whether a document is named as a draft in a text: none is adopted with it."""
    cue = rules.cues.get("draft")
    is_new = bool(mention.details.get("new"))
    return bool(is_new and cue and cue.match(text, mention.start, mention.end))


def is_called_draft(match: Match, named: list[Mention], rules: Rules) -> bool:
    """Whether a match says of a paper that it was a draft: "X was a draft text …"."""
    others = match.item.rendered.within(*match.found.span(), "document")
    text = match.item.view.text
    return any(is_draft(m, text, rules) for m in others if m not in named)


def is_itself(mention: Mention, text: str, rules: Rules) -> bool:
    """Whether a paper is meant, and no draft of it, annex to it or petition against it.

    Nor one that a business signs: "a sponsorship agreement", "between two airlines".
    """
    of = rules.cues.get("paper_of_strangers")
    if of and of.match(text, mention.end):
        return False
    before = rules.cues.get("no_paper_itself")
    trade = rules.cues.get("no_state_paper")
    if is_draft(mention, text, rules) or (trade and trade.search(mention.text)):
        return False
    return not (before and before.search(text, 0, mention.start))


def _name(mention: Mention) -> str:
    return _ARTICLE.sub("", fold(mention.text))
