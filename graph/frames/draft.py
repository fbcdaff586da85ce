"""A meeting as one document gives it, while that document is being read."""

from dataclasses import dataclass, field
from functools import lru_cache

from rdflib import URIRef

from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Status, Thing

__all__ = ["Dated", "MeetingDraft", "MeetingFact", "Placed", "told_by_those"]


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """Something that a document says of a meeting and an actor.

    Attributes:
        year: The year that its clause gives beside it, 0 where it gives none.
    """

    predicate: URIRef
    actor: Thing
    text: str
    rule: str
    sentences: tuple[int, ...]
    status: Status
    role: str = ""
    basis: Basis = Basis.EXPLICIT
    year: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a document gives for a meeting.

    Attributes:
        closes: Whether it is only known to be the day on which the meeting ended.
    """

    date: Date
    rule: str
    sentences: tuple[int, ...]
    status: Status = Status.REPORTED
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A place or state that a document gives for a meeting."""

    thing: Thing
    text: str
    rule: str
    sentences: tuple[int, ...]
    status: Status = Status.REPORTED


@dataclass(eq=False, slots=True)
class MeetingDraft:
    """A meeting as the document has given it so far.

    Attributes:
        name: The phrase that it is called by now.
        sentence: The first sentence that tells of it.
        proper: Whether the phrase is a name: "Second Valletta Summit".
        descriptive: Whether the name was made from who met, and where or when.
        common: Whether a common noun alone names it: "talks".
        counted: Whether its number counts somebody's own, and not the series.
        indefinite, definite: Whether "a" or "the" stands before the phrase.
        own: Whether those who wrote the text tell that they met there.
        year_before: Whether it is called last year's.
        title: What it was held under: "Shared Roads".
        hints: Places named inside the phrase, where it may have been.
        near: The day beside which a descriptive name was made.
        also: Further processes in its name, with the sentences.
        phrases: What it was called, with the sentence of each.
        names: Its names, with the first sentence of each.
        rows, officers: Who may be inferred to have been there.
        votes: Signs that it was held or planned: status, rule and sentence.
    """

    name: str
    sentence: int
    proper: bool = False
    descriptive: bool = False
    common: bool = False
    kind: str = ""
    ordinal: int | None = None
    counted: bool = False
    indefinite: bool = False
    own: bool = False
    definite: bool = False
    year_before: bool = False
    title: str = ""
    hints: set[Thing] = field(default_factory=set)
    near: Date | None = None
    also: list[tuple[Thing, tuple[int, ...]]] = field(default_factory=list)
    phrases: list[tuple[Mention, int]] = field(default_factory=list)
    process: Thing | None = None
    process_sentences: tuple[int, ...] = ()
    process_basis: Basis = Basis.EXPLICIT
    process_rule: str = "meeting.named"
    names: dict[str, int] = field(default_factory=dict)
    sentences: list[int] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    places: list[Placed] = field(default_factory=list)
    facts: list[MeetingFact] = field(default_factory=list)
    rows: list[MeetingFact] = field(default_factory=list)
    officers: list[MeetingFact] = field(default_factory=list)
    votes: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def thing(self) -> Thing:
        """The meeting as a thing, under a key that lasts while it is being read."""
        return Thing("Meeting", f"[draft {id(self)}]")

    def is_called(self, word: str) -> bool:
        """Whether its name, or a phrase for it, has a word."""
        names = (self.name, *(mention.text for mention, _ in self.phrases))
        return any(word in fold(name).split() for name in names)

    def words(self) -> frozenset[str]:
        """Return the words of its name, with "previous" or "next" before it."""
        leads = [mention.details.get("lead", "") for mention, _ in self.phrases[:1]]
        return _words_of(" ".join((self.name, *leads)))

    def vote(self, status: str, rule: str, sentence: int) -> None:
        """Note a sign that the meeting was held, or is planned."""
        self.votes.append((status, rule, sentence))

    def add_date(
        self,
        date: Date | None,
        rule: str,
        *sentences: int,
        status: Status = Status.REPORTED,
        closes: bool = False,
    ) -> None:
        """Note a date, unless the meeting has one that says as much.

        Months are when it was, or will be, on some day: no meeting takes so long.
        """
        if date and date.end and not date.day:
            return
        if date and self.near and self.near.is_within(date):
            return
        for place, one in enumerate(self.dates if date and date.day else ()):
            known_status = one.status is status or one.status.is_true
            fuller = date and (date.begins_as(one.date) or date.is_within(one.date))
            if date and fuller and known_status:
                told = tuple(dict.fromkeys((*one.sentences, *sentences)))
                self.dates[place] = Dated(date, one.rule, told, one.status)
                return
        known = [d for d in self.dates if d.date == date]
        if date and not any(d.status is status or d.status.is_true for d in known):
            self.dates.append(Dated(date, rule, sentences, status, closes))

    def add_place(
        self,
        item: Mention | None,
        rule: str,
        *sentences: int,
        status: Status = Status.REPORTED,
    ) -> None:
        """Note a place or a state in which the meeting is."""
        if item is None or item.thing is None:
            return
        known = [p for p in self.places if p.thing == item.thing]
        if not any(p.status is status or p.status.is_true for p in known):
            self.places.append(Placed(item.thing, item.text, rule, sentences, status))

    @property
    def date(self) -> Date | None:
        """The first date given, one that is reported before one that is planned."""
        ranked = sorted(self.dates, key=lambda dated: not dated.status.is_true)
        return ranked[0].date if ranked else None


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    """Return the words of a name, with which all others of a text are compared."""
    return frozenset(fold(name).split())


def told_by_those(mention: Mention, sentence: int) -> MeetingDraft:
    """Return the meeting that is named by those who meet, the first of its text."""
    name, kind = mention.details["those"], mention.details["kind"]
    draft = MeetingDraft(name, sentence, descriptive=True, kind=kind, definite=True)
    draft.names, draft.phrases = {name: sentence}, [(mention, sentence)]
    return draft
