"""Meetings of one document: which phrases mean the same one.

A specific phrase (an ordinal, a process, a date, a proper name) means the one
meeting so far that it does not conflict with and shares something with; else it
is a new one. A definite phrase without specifics means the document's own
meeting. Where two readings tie, none is chosen.
"""

from hiwar.graph.frames.draft import MeetingDraft, told_by_those
from hiwar.graph.frames.likeness import (
    absorb,
    agreement,
    is_another_day,
    is_short_name,
    is_told_later,
    same_day,
    share_traveller,
)
from hiwar.graph.frames.outlook import Outlook
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Thing

__all__ = ["MeetingBook"]

_COMMON_HEADS = ("meeting", "conference")


class MeetingBook:
    """The meetings of one document."""

    def __init__(
        self,
        main_process: Thing | None,
        venue_words: tuple[str, ...] = (),
        next_words: tuple[str, ...] = (),
        body_words: tuple[str, ...] = (),
        back_words: tuple[str, ...] = (),
        earlier_words: tuple[str, ...] = (),
        following_words: tuple[str, ...] = (),
    ) -> None:
        self.drafts: list[MeetingDraft] = []
        self.main_process = main_process
        self.headings: set[int] = set()
        self.aside: list[MeetingDraft] = []
        self.venue_words = venue_words
        self._next_words = next_words
        self._body_words = body_words
        self._back_words = back_words
        self._earlier_words = set(earlier_words)
        self._following_words = {fold(word) for word in following_words}
        self.outlook = Outlook()
        self._by_mention: dict[tuple[int, int], MeetingDraft] = {}
        self._apart: set[tuple[int, int]] = set()

    @property
    def focus(self) -> MeetingDraft | None:
        """The meeting that the document is about: the first that it names.

        Not one that only says where something was adopted, unless there is no other.
        """
        own = [draft for draft in self.drafts if draft not in self.aside]
        return min(own or self.drafts, key=lambda draft: draft.sentence, default=None)

    def own(self, sentence: int) -> MeetingDraft | None:
        """Return the meeting that the document is about, as a sentence may mean it.

        What was done at "the meeting" was not done at "the upcoming meeting" of which
        only a later sentence tells, or tells as a plan, nor at one told in passing.
        Of several talks of one traveller, none is the document's own.
        """
        draft = self.focus
        told = [d for d in self.drafts if d.descriptive and d.sentence <= sentence]
        if draft in told and share_traveller(told):
            return None
        if draft is None or draft.sentence <= sentence:
            return draft
        planned = self.is_upcoming(draft) or draft.sentence in self.outlook.to_come
        passing = planned or any(draft is one for one in self.aside)
        return None if passing else draft

    def is_upcoming(self, draft: MeetingDraft) -> bool:
        """Whether a text calls a meeting upcoming: nothing was done at it yet."""
        return not set(self._next_words).isdisjoint(fold(draft.name).split())

    def add(self, draft: MeetingDraft) -> MeetingDraft:
        """Enter a meeting that a rule has found."""
        self.drafts.append(draft)
        return draft

    def enter(self, mention: Mention, sentence: int, draft: MeetingDraft) -> None:
        """Take a mention for a meeting that was added for it."""
        self._by_mention[sentence, mention.start] = draft

    def set_apart(self, mention: Mention, sentence: int) -> None:
        """Take a mention for a meeting of which the text tells nothing else."""
        key = (sentence, mention.start)
        self._apart.add(key)
        if draft := self._by_mention.pop(key, None):
            draft.sentences.remove(sentence)

    def join(self, kept: MeetingDraft, other: MeetingDraft) -> None:
        """Take two meetings as one, before anything is stated of either."""
        absorb(kept, other)
        kept.common = kept.common and other.common
        kept.kind = other.kind or kept.kind
        kept.name, kept.sentences = other.name, kept.sentences + other.sentences
        self.drafts.remove(other)
        self.aside = [draft for draft in self.aside if draft is not other]
        for key, draft in self._by_mention.items():
            if draft is other:
                self._by_mention[key] = kept

    def read(
        self, mention: Mention, sentence: int, beside: tuple[Mention, ...] = ()
    ) -> MeetingDraft | None:
        """Return the meeting that a mention means, entering it where it is new.

        ``beside`` is the date and the place right behind a mention, which tell it
        from another meeting of the same name, and the process that is said to hold it.
        """
        key = (sentence, mention.start)
        if key in self._by_mention or key in self._apart:
            return self._by_mention.get(key)
        draft = (
            self._refer(mention, sentence)
            if "generic" in mention.details
            else self._specify(mention, sentence, beside)
        )
        if draft and "generic" in mention.details and is_told_later(draft, key):
            return None
        if draft is None and mention.details.get("those") and not self.drafts:
            draft = self.add(told_by_those(mention, sentence))
        if draft:
            self._by_mention[key] = draft
            draft.sentences.append(sentence)
        return draft

    def _is_of_main(self, body: str) -> bool:
        """Whether "of the process" or "of the Commission" means the main process.

        A word that many bodies bear does only where it is part of its name.
        """
        name = self.main_process.key if self.main_process else ""
        return bool(body) and (body not in self._body_words or body in name.split())

    def meant_by(self, mention: Mention, sentence: int) -> MeetingDraft | None:
        """Return the meeting that a mention was read as, None where none was."""
        return self._by_mention.get((sentence, mention.start))

    def glance(self, mention: Mention, sentence: int) -> MeetingDraft | None:
        """Return what a mention would mean by now, without taking it for that."""
        known = self.meant_by(mention, sentence)
        if known or "generic" not in mention.details:
            return known
        return self._refer(mention, sentence)

    def _refer(self, mention: Mention, sentence: int) -> MeetingDraft | None:
        """Return the meeting that a definite phrase means."""
        own = self.own(sentence)
        date = mention.part("date")
        head = mention.details["generic"]
        if mention.details.get("det") in self._back_words:
            before = self._told_in(sentence - 1)
            if len(before) == 1:
                return before[0]
        if date and date.date:
            fitting = [
                d
                for d in self.drafts
                if d.date
                and same_day(d.date, date.date)
                and not is_another_day(d, date.date)
            ]
            other = own and not fitting and is_another_day(own, date.date)
            return fitting[0] if len(fitting) == 1 else None if other else own
        if head == "dialogue" and self._is_dialogue(self.main_process):
            return None
        word = fold(mention.details.get("word", head))
        named = [] if head in _COMMON_HEADS else self._called(head, word, sentence)
        if not named:
            alone = len(self.drafts) == 1 and head != "forum"
            other = head in ("summit", "workshop", "forum") and not alone
            return None if other else own
        if len(named) > 1 and own not in named:
            return None
        return named[0] if len(named) == 1 else own

    def _called(self, head: str, word: str, sentence: int) -> list[MeetingDraft]:
        """Return the meetings of a text so far that bear a noun."""
        return [
            d
            for d in self.drafts
            if d.sentence <= sentence and (head == d.kind or d.is_called(word))
        ]

    def _told_in(self, sentence: int) -> list[MeetingDraft]:
        """Return the meetings that a sentence names."""
        read = self._by_mention.items()
        return list(
            {id(draft): draft for (at, _), draft in read if at == sentence}.values()
        )

    @staticmethod
    def _is_dialogue(process: Thing | None) -> bool:
        """Whether "the Dialogue" may be a process."""
        return process is not None and "dialogue" in f"{process.key} {process.iri}"

    def _specify(
        self, mention: Mention, sentence: int, beside: tuple[Mention, ...]
    ) -> MeetingDraft:
        """Return the meeting that a specific phrase means, a new one if none fits."""
        new = self._draft(mention, sentence)
        for item in beside:
            if item.slot == "process":
                own = new.process is None
                new.process = new.process or item.thing
                new.process_sentences = (sentence,) if own else new.process_sentences
                continue
            new.near = new.near or item.date
            new.hints |= {item.thing} if item.thing else set()
        last = self.drafts[-1] if self.drafts else None
        if mention.details.get("again") and last and not last.ordinal:
            numbered = [d for d in self.drafts if d.ordinal == new.ordinal]
            return absorb(numbered[0] if len(numbered) == 1 else last, new)
        if mention.details.get("other"):
            told = [d for d in self.drafts if fold(d.name) == fold(new.name)]
            return told[0] if told else self.add(new)
        whole = [
            d
            for d in self.drafts
            if is_short_name(new, d) and not self._is_another(new, d)
        ]
        if len(whole) == 1:
            return absorb(whole[0], new)
        known = [d for d in self.drafts if not self._is_another(new, d)]
        fitting = [(score, d) for d in known if (score := agreement(d, new)) > 0]
        best = max((score for score, _ in fitting), default=0)
        chosen = [d for score, d in fitting if score == best]
        indefinite = mention.details.get("det") in ("a", "an") and not new.process
        headed = chosen and chosen[0].sentence in self.headings
        if len(chosen) >= 1 and (headed or not indefinite):
            return absorb(chosen[0], new)
        return self.add(new)

    def _is_another(self, new: MeetingDraft, known: MeetingDraft) -> bool:
        """Whether a meeting is told as one before, or after, another that is known.

        "The next meeting" comes after one of which the text has told as held.
        """
        over = not self.outlook.past.isdisjoint(known.sentences)
        behind = over and _is_told(self._following_words, new, known)
        return behind or self._is_before(new, known)

    def _is_before(self, new: MeetingDraft, known: MeetingDraft) -> bool:
        """Whether a meeting is told as the one before another: "the previous one"."""
        return _is_told(self._earlier_words, new, known) and known is self.focus

    def _draft(self, mention: Mention, sentence: int) -> MeetingDraft:
        process = mention.part("process")
        date = mention.part("date")
        ordinal = mention.details.get("ordinal")
        draft = MeetingDraft(
            name=mention.text,
            sentence=sentence,
            proper=bool(mention.details.get("proper")),
            common=bool(mention.details.get("common")),
            kind=mention.details.get("kind", ""),
            ordinal=int(ordinal) if ordinal else None,
            counted=bool(mention.details.get("counted")),
            process=process.thing if process else None,
            names={mention.text: sentence},
            indefinite=mention.details.get("det") in ("a", "an"),
            definite=mention.details.get("det") in ("the", "this"),
            title=mention.details.get("title", ""),
        )
        place = mention.part("place")
        draft.hints = {place.thing} if place and place.thing else set()
        draft.phrases = [(mention, sentence)]
        before = mention.text[: place.start - mention.start] if place else ""
        if place and before.endswith(self.venue_words):
            draft.add_place(place, "meeting.named-place", sentence)
        for other in mention.parts:
            if other.slot == "process" and other.thing and other is not process:
                draft.also.append((other.thing, (sentence,)))
        if self._is_of_main(mention.details.get("of", "")):
            draft.process = self.main_process
        if draft.process:
            draft.process_sentences = (sentence,)
        year = mention.details.get("year")
        if date or year:
            day = date.date if date else Date(int(year or 0))
            draft.add_date(day, "meeting.named-date", sentence)
        return draft


def _is_told(words: set[str], new: MeetingDraft, known: MeetingDraft) -> bool:
    """Whether words such as "next" stand in a meeting's name, and in no other's."""
    return not words.isdisjoint(new.words()) and words.isdisjoint(known.words())
