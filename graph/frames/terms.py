"""Terms of office in the chair of a process, as one document gives them."""

from dataclasses import dataclass, field

from rdflib import Literal

from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.mentions.date import Date
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["ChairTerm", "ChairTerms"]


@dataclass(eq=False, slots=True)
class ChairTerm:
    """One term of one chair."""

    holder: Thing
    process: Thing
    at_launch: bool = False
    start: Date | None = None
    end: Date | None = None
    start_sentences: tuple[int, ...] = ()
    end_sentences: tuple[int, ...] = ()
    began: bool = False
    ended: bool = False
    turned_over_at: MeetingDraft | None = None
    handed_to: "ChairTerm | None" = None
    handed_rule: str = ""
    handed_sentences: tuple[int, ...] = ()
    handed_status: Status = Status.REPORTED
    notes: list[tuple[str, int, Status, str]] = field(default_factory=list)

    def note(self, rule: str, sentence: int, status: Status, text: str) -> None:
        """Note a sentence that speaks of the term."""
        self.notes.append((rule, sentence, status, text))

    @property
    def thing(self) -> Thing:
        """The relation that the term is."""
        key = f"{self.process.key}/{self.holder.key}"
        if self.at_launch:
            key += "/launch"
        elif self.start:
            key += f"/{self.start.edtf}"
        return Thing("Chairmanship", key)


class ChairTerms:
    """The terms of one document."""

    def __init__(self) -> None:
        self.terms: list[ChairTerm] = []

    def find(
        self, holder: Thing, process: Thing, start: Date | None, at_launch: bool
    ) -> ChairTerm:
        """Return the term that is meant; the one at the launch is another one."""
        for term in self.terms:
            same = term.holder == holder and term.process == process
            fits = not (start and term.start) or term.start == start
            if same and term.at_launch == at_launch and fits:
                return term
        term = ChairTerm(holder, process, at_launch)
        self.terms.append(term)
        return term

    def write(self, scribe: Scribe, founded: dict[Thing, tuple[Date, int]]) -> None:
        """State the terms and what follows from handing over at a dated meeting.

        A term at the launch of a process is dated by when it was founded.
        """
        # all are dated before one is named: a term is told apart by its start
        for term in self.terms:
            if _was_at_another_time(term):
                term.turned_over_at = None
            _date_by_meeting(term)
            if term.at_launch and term.start is None and term.process in founded:
                date, sentence = founded[term.process]
                term.start = date
                term.start_sentences = (term.notes[0][1], sentence)
        for term in self.terms:
            _write(scribe, term)


def _write(scribe: Scribe, term: ChairTerm) -> None:
    """State a term: whose it was, when, and to whom it was handed."""
    for rule, sentence, status, text in term.notes:
        scribe.state(
            term.holder,
            HIWAR.chairs,
            term.process,
            rule,
            (sentence,),
            status=status,
            describes=term.thing,
            mentioned_as=text,
        )
    when = _when(term)
    if when and any(status.is_true for _, _, status, _ in term.notes):
        _write_when(scribe, term, when)
    if term.handed_to:
        scribe.state(
            term.thing,
            HIWAR.handedOverTo,
            term.handed_to.thing,
            term.handed_rule,
            term.handed_sentences,
            status=term.handed_status,
        )
        if term.turned_over_at:
            scribe.state(
                term.thing,
                HIWAR.handedOverAt,
                term.turned_over_at.thing,
                term.handed_rule,
                term.handed_sentences,
                status=term.handed_status,
            )


def _write_when(scribe: Scribe, term: ChairTerm, when: str) -> None:
    """State when a term was, with the sentences that say so."""
    sentences = tuple(dict.fromkeys(term.start_sentences + term.end_sentences))
    stated = {sentence for _, sentence, _, _ in term.notes}
    basis = Basis.EXPLICIT if set(sentences) <= stated else Basis.INFERRED
    scribe.state(
        term.thing, HIWAR.when, Literal(when), term.notes[0][0], sentences, basis=basis
    )


def _was_at_another_time(term: ChairTerm) -> bool:
    """Whether the day on which a chair changed hands is not that of the meeting."""
    begun = term.handed_to.start if term.handed_to else term.start
    told, meeting = term.end or begun, term.turned_over_at
    day = meeting.date if meeting else None
    if told is None or day is None or None in (told.year, day.year):
        return False
    apart = told.month != day.month and None not in (told.month, day.month)
    return told.year != day.year or apart


def _date_by_meeting(term: ChairTerm) -> None:
    """Give a term the month of the held meeting at which it was turned over.

    The year alone, where the meeting went from one month into the next.
    """
    meeting = term.turned_over_at
    if meeting is None or not any(vote[0] == "held" for vote in meeting.votes):
        return
    date = meeting.date
    if date is None or not date.year or not date.month:
        return
    last = date.end or date
    if last.year != date.year:
        return
    month = Date(date.year, date.month if last.month == date.month else None)
    sentences = (*(s for _, s, _, _ in term.notes), *meeting.dates[0].sentences)
    if term.ended and (term.end is None or term.end.month is None):
        term.end, term.end_sentences = month, sentences
    if term.began and not term.start:
        term.start, term.start_sentences = month, sentences


def _when(term: ChairTerm) -> str:
    """Return the term in EDTF, empty where nothing is known."""
    if not term.start and not term.end:
        return ""
    start = (
        Date(term.start.year, term.start.month, term.start.day).edtf
        if term.start
        else ""
    )
    return f"{start}/{term.end.edtf if term.end else ''}"
