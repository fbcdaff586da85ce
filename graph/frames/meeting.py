"""Meetings of one document: which phrases mean the same one.

A specific phrase (an ordinal, a process, a date, a proper name) means the one
meeting so far that it does not conflict with and shares something with; else it
is a new one. A definite phrase without specifics means the document's own
meeting. Where two readings tie, none is chosen.
"""

from dataclasses import dataclass, field

from rdflib import URIRef

from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Status, Thing

__all__ = ["Dated", "MeetingBook", "MeetingDraft", "MeetingFact", "Placed"]

_ANY_KIND = frozenset({"", "other", "launch"})
_DISTINCT = frozenset(
    [
        "forum",
        "dialogue",
        "workshop",
        "seminar",
        "review",
        "summit",
        "round",
        "committee",
    ]
)


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """Something that a document says of a meeting and an actor."""

    predicate: URIRef
    actor: Thing
    text: str
    rule: str
    sentences: tuple[int, ...]
    status: Status
    role: str = ""
    basis: Basis = Basis.EXPLICIT


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a document gives for a meeting."""

    date: Date
    rule: str
    sentences: tuple[int, ...]
    status: Status = Status.REPORTED


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
    """A meeting as the document has given it so far."""

    name: str
    sentence: int
    proper: bool = False
    descriptive: bool = False
    kind: str = ""
    ordinal: int | None = None
    indefinite: bool = False
    hint: Thing | None = None
    process: Thing | None = None
    process_sentences: tuple[int, ...] = ()
    process_basis: Basis = Basis.EXPLICIT
    process_rule: str = "meeting.named"
    names: dict[str, int] = field(default_factory=dict)
    sentences: list[int] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    places: list[Placed] = field(default_factory=list)
    facts: list[MeetingFact] = field(default_factory=list)
    votes: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def thing(self) -> Thing:
        """The meeting as a thing, under a key that lasts while it is being read."""
        return Thing("Meeting", f"[draft {id(self)}]")

    def vote(self, status: str, rule: str, sentence: int) -> None:
        """Note a sign that the meeting was held, or is planned."""
        self.votes.append((status, rule, sentence))

    def add_date(
        self,
        date: Date | None,
        rule: str,
        *sentences: int,
        status: Status = Status.REPORTED,
    ) -> None:
        """Note a date, unless the meeting has one that says as much."""
        known = [d for d in self.dates if d.date == date]
        if date and not any(d.status is status or d.status.is_true for d in known):
            self.dates.append(Dated(date, rule, sentences, status))

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


class MeetingBook:
    """The meetings of one document."""

    def __init__(self, main_process: Thing | None) -> None:
        self.drafts: list[MeetingDraft] = []
        self.main_process = main_process
        self._by_mention: dict[tuple[int, int], MeetingDraft] = {}

    @property
    def focus(self) -> MeetingDraft | None:
        """The meeting that the document is about: the first that it names."""
        return self.drafts[0] if self.drafts else None

    def add(self, draft: MeetingDraft) -> MeetingDraft:
        """Enter a meeting that a rule has found."""
        self.drafts.append(draft)
        return draft

    def read(self, mention: Mention, sentence: int) -> MeetingDraft | None:
        """Return the meeting that a mention means, entering it where it is new."""
        key = (sentence, mention.start)
        if key in self._by_mention:
            return self._by_mention[key]
        draft = (
            self._refer(mention)
            if "generic" in mention.details
            else self._specify(mention, sentence)
        )
        if draft:
            self._by_mention[key] = draft
            draft.sentences.append(sentence)
        return draft

    def _refer(self, mention: Mention) -> MeetingDraft | None:
        """Return the meeting that a definite phrase means."""
        date = mention.part("date")
        head = mention.details["generic"]
        if date and date.date:
            fitting = [
                d for d in self.drafts if d.date and _same_day(d.date, date.date)
            ]
            return fitting[0] if len(fitting) == 1 else self.focus
        if head == "dialogue" and self._is_dialogue(self.main_process):
            return None
        named = [
            d for d in self.drafts if head in fold(d.name).split() or head == d.kind
        ]
        if (
            head in ("meeting", "meetings", "event", "gathering", "conference")
            or not named
        ):
            return self.focus if head not in ("summit", "workshop", "forum") else None
        return named[0] if len(named) == 1 else self.focus

    @staticmethod
    def _is_dialogue(process: Thing | None) -> bool:
        """Whether "the Dialogue" may be a process."""
        return process is not None and "dialogue" in f"{process.key} {process.iri}"

    def _specify(self, mention: Mention, sentence: int) -> MeetingDraft:
        """Return the meeting that a specific phrase means, a new one if none fits."""
        new = self._draft(mention, sentence)
        fitting = [(score, d) for d in self.drafts if (score := _agreement(d, new)) > 0]
        best = max((score for score, _ in fitting), default=0)
        chosen = [d for score, d in fitting if score == best]
        indefinite = mention.details.get("det") in ("a", "an") and not new.process
        if len(chosen) >= 1 and not indefinite:
            return _absorb(chosen[0], new)
        return self.add(new)

    def _draft(self, mention: Mention, sentence: int) -> MeetingDraft:
        process = mention.part("process")
        date = mention.part("date")
        ordinal = mention.details.get("ordinal")
        draft = MeetingDraft(
            name=mention.text,
            sentence=sentence,
            proper=bool(mention.details.get("proper")),
            kind=mention.details.get("kind", ""),
            ordinal=int(ordinal) if ordinal else None,
            process=process.thing if process else None,
            names={mention.text: sentence},
            indefinite=mention.details.get("det") in ("a", "an"),
        )
        place = mention.part("place")
        draft.hint = place.thing if place else None
        if mention.details.get("of") == "process":
            draft.process = self.main_process
        if draft.process:
            draft.process_sentences = (sentence,)
        if date:
            draft.add_date(date.date, "meeting.named-date", sentence)
        return draft


def _agreement(old: MeetingDraft, new: MeetingDraft) -> int:
    """Return how much two drafts share, 0 where they conflict."""
    if old.ordinal and new.ordinal and old.ordinal != new.ordinal:
        return 0
    if old.indefinite and new.ordinal and not old.ordinal:
        return 0
    if not {old.kind, new.kind} & _ANY_KIND and old.kind != new.kind:
        return 0
    if old.process and new.process and old.process != new.process:
        return 0
    if old.date and new.date and not _compatible(old.date, new.date):
        return 0
    if _distinct_head(old.name) != _distinct_head(new.name) and (
        _distinct_head(old.name) and _distinct_head(new.name)
    ):
        return 0
    likeness = _likeness(old.name, new.name)
    if (
        old.proper
        and new.proper
        and likeness < 0.5
        and not (old.ordinal and new.ordinal)
    ) and not (old.process and new.process and old.kind == new.kind):
        return 0
    score = 2 * bool(old.ordinal and new.ordinal)
    score += bool(old.date and new.date) + bool(old.process and new.process)
    score += (old.kind == new.kind and old.kind not in _ANY_KIND) + (likeness >= 0.6)
    if bool(old.ordinal) != bool(new.ordinal) and old.kind != new.kind:
        return 0
    return score


def _absorb(old: MeetingDraft, new: MeetingDraft) -> MeetingDraft:
    """Give a meeting what a new phrase for it says beyond what is known."""
    if old.kind in _ANY_KIND and new.kind not in _ANY_KIND:
        old.kind = new.kind
    old.ordinal = old.ordinal or new.ordinal
    if new.process and not old.process:
        old.process, old.process_sentences = new.process, new.process_sentences
    for dated in new.dates:
        old.add_date(dated.date, dated.rule, *dated.sentences)
    if new.proper:
        old.names.setdefault(new.name, new.sentence)
    old.proper = old.proper or new.proper
    return old


def _distinct_head(name: str) -> str:
    """Return the word in a name that no other kind of meeting would bear."""
    return next((word for word in fold(name).split() if word in _DISTINCT), "")


def _likeness(left: str, right: str) -> float:
    """Return the share of words that two names have in common."""
    small = {"the", "of", "on", "in", "and", "for", "to", "a"}
    one, two = set(fold(left).split()) - small, set(fold(right).split()) - small
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _compatible(one: Date, two: Date) -> bool:
    """Whether two dates may be of one meeting."""
    return all(
        not (a and b and a != b)
        for a, b in ((one.year, two.year), (one.month, two.month), (one.day, two.day))
    )


def _same_day(one: Date, two: Date) -> bool:
    return bool(one.day) and one.day == two.day and one.month == two.month
