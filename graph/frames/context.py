"""What a frame may use: the scribe, the meetings, and who a phrase means."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rdflib import URIRef

from hiwar.graph.frames.beside import unless_beside
from hiwar.graph.frames.bygone import in_view, is_bygone
from hiwar.graph.frames.called import process_meant
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.frames.match import (
    Agent,
    Match,
    is_aside,
    is_at_another_time,
    is_other_edition,
    nearest,
    only_before,
)
from hiwar.graph.frames.meeting import MeetingBook
from hiwar.graph.frames.offices import Offices
from hiwar.graph.frames.outsiders import not_acting, without_outsiders
from hiwar.graph.frames.papers import Papers
from hiwar.graph.frames.parties import parties_of
from hiwar.graph.frames.presumed import Presumed
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.frames.terms import ChairTerms
from hiwar.graph.frames.title import Title
from hiwar.graph.frames.upcoming import in_its_time
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["FRAMES", "Agent", "Context", "Match", "frame"]

_ACTORS = ("state", "org", "person", "demonym")

_Agreed = tuple[Thing, MeetingDraft, str, tuple[int, ...]]
_NamedFor = tuple[Thing, Thing, int | None, int, str]
"""A document adopted somewhere, with its name's place; year, sentence and rule."""


@dataclass(slots=True)
class Context:
    """The state of reading one document."""

    scribe: Scribe
    book: MeetingBook
    source: Thing
    main_process: Thing | None
    papers: Papers = field(default_factory=Papers)
    consumed: set[tuple[int, int]] = field(default_factory=set)
    undertaken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    signatories: list[tuple[set[Thing], Thing, int]] = field(default_factory=list)
    set_out: list[tuple[Thing, Thing, tuple[int, ...]]] = field(default_factory=list)
    agents: tuple[tuple[Agent, ...], int] | None = None
    title: Title | None = None
    agreed: list[_Agreed] = field(default_factory=list)
    named_for: list[_NamedFor] = field(default_factory=list)
    issued: list[tuple[Thing, MeetingDraft, int, str]] = field(default_factory=list)
    adopted: dict[Thing, tuple[MeetingDraft, int]] = field(default_factory=dict)
    presumed: list[Presumed] = field(default_factory=list)
    terms: ChairTerms = field(default_factory=ChairTerms)
    offices: Offices = field(default_factory=Offices)
    speeches: list[Match] = field(default_factory=list)
    counted: list[tuple[MeetingDraft, Match]] = field(default_factory=list)
    dateline: tuple[Date, int] | None = None
    subject: Thing | None = None
    founded: dict[Thing, tuple[Date, int]] = field(default_factory=dict)
    about: MeetingDraft | None = None
    """The meeting that the match at hand was taken to be about."""

    def whole_actors(self, actors: list[Mention], match: Match) -> list[Mention]:
        """Return the actors that act themselves: "UN agencies" is not the UN."""
        cues, text = self.scribe.rules.cues, match.item.view.text
        end = match.item.rendered.span(match.found.start(), match.found.end())[1]
        parts = [("part_of_actor", _ACTORS), ("part_of_body", ("org",))]
        owned = [cues[name] for name in ("owner",) if name in cues]
        apart = not_acting(actors, match, self.scribe.rules)
        return [
            item
            for item in actors
            if item not in apart
            and not any(
                name in cues and item.slot in slots and cues[name].match(text, item.end)
                for name, slots in parts
            )
            and not (
                item.end >= end and any(cue.match(text, item.end) for cue in owned)
            )
        ]

    def extent(self) -> tuple[int, int, int]:
        """Return how much has been stated so far, to see what a frame adds."""
        facts = sum(len(draft.facts) for draft in self.book.drafts)
        return len(self.scribe), facts, sum(len(t.notes) for t in self.terms.terms)

    def parties(self) -> tuple[Thing, ...]:
        """Return the parties of the bilateral process or meeting in focus."""
        focus = self.book.focus
        process = focus.process if focus and focus.process else self.main_process
        return parties_of(process, self.scribe.annotation) if process else ()

    def meeting(self, match: Match, *groups: str) -> MeetingDraft | None:
        """Return the meeting in a group of the match, else the one it is about.

        The document's own meeting only where the clause names no other object:
        who "took part in a workshop in Oslo" took part in nothing else.
        """
        self.about = self._meeting(match, groups)
        return self.about

    def _meeting(self, match: Match, groups: tuple[str, ...]) -> MeetingDraft | None:
        sentences, rules = self.scribe.annotation.sentences, self.scribe.rules
        for group in groups:
            for mention in match.mentions(group, "meeting"):
                other = is_other_edition(match, mention, rules)
                return None if other else self.book.read(mention, match.sentence)
        aside = is_aside(match, rules, sentences)
        told_of_it = not aside and match.text("it")
        if told_of_it and getattr(self.subject, "kind", "") != "Meeting":
            told = only_before(match.item, sentences)
            return self.book.read(told, match.sentence - 1) if told else None
        if near := self.near(match.item, *match.found.span()):
            told_before = near.sentence < match.sentence
            return None if told_before and is_at_another_time(match, rules) else near
        _, passing = self._named_in(match.item, *match.found.span())
        led_to = [self.book.meant_by(mention, match.sentence) for mention in passing]
        current = None if aside else self.current(match.item)
        return None if current in led_to else current

    def near(
        self, item: Annotated, start: int, end: int | None = None
    ) -> MeetingDraft | None:
        """Return the meeting that a sentence itself speaks of, at a span of it.

        The nearest one before the span goes first, then one right behind it, then
        one elsewhere in the sentence, then one that it tells of without a noun.
        """
        own, _ = self._named_in(item, start, end)
        read = (self.book.read(mention, item.index) for mention in own)
        return next(filter(None, read), None) or self.told_of(item)

    def _named_in(
        self, item: Annotated, start: int, end: int | None
    ) -> tuple[list[Mention], list[Mention]]:
        """Return the meetings of a sentence, apart those that it only leads to."""
        meetings = [
            (place, mention)
            for place, mention in sorted(item.rendered.mentions.items())
            if mention.slot == "meeting"
        ]
        return nearest(item, meetings, start, end, self.scribe.rules)

    def current(self, item: Annotated) -> MeetingDraft | None:
        """Return the only meeting of the block so far, else the document's own."""
        sentences = self.scribe.annotation.sentences[item.block.first : item.index]
        later = self.book.outlook.is_planned_before
        named = [
            draft
            for before in sentences
            for mention in before.mentions
            if mention.slot == "meeting"
            for draft in (self.book.read(mention, before.index),)
            if not (draft and is_bygone(draft, self.scribe.annotation))
            and not (draft and later(draft.sentence, item.index))
        ]
        only = len({id(draft) for draft in named}) == 1
        meant = named[0] if only else self.book.own(item.index)
        return unless_beside(meant, self.scribe.annotation)

    def spoken_of(self, item: Annotated, position: int = 0) -> MeetingDraft | None:
        """Return the meeting that a sentence speaks of, else the document's own."""
        self.about = self.near(item, position) or self.current(item)
        return self.about

    def in_session(self, match: Match) -> MeetingDraft | None:
        """Return the meeting at which something was agreed, where the text ties them.

        States or bodies by name may agree anywhere: for them the sentence must
        speak of the meeting, or they are its very parties.
        """
        self.about = self._in_session(match)
        return self.about

    def _in_session(self, match: Match) -> MeetingDraft | None:
        item, at = match.item, match.mentions("m", "meeting")
        if at and (told := self.book.read(at[0], match.sentence)):
            return told
        if near := self.near(item, match.found.start(), match.found.end()):
            return near
        agents = {m.thing for m in match.mentions("a", "state", "org")}
        own = not agents or agents <= set(self.parties())
        return self.current(item) if own else None

    def told_of(self, item: Annotated) -> MeetingDraft | None:
        """Return the meeting that the sentence tells of without a noun."""
        takes_up = item.view.text.lower().startswith(
            self.scribe.rules.list_words("takes_up")
        )
        wanted = {item.index, item.index - 1} if takes_up else {item.index}
        same_block = range(item.block.first, item.block.last)
        told = [
            d
            for d in self.book.drafts
            if d.sentence in wanted
            and d.sentence in same_block
            and (takes_up or d.descriptive)
            and not self.book.outlook.is_planned_before(d.sentence, item.index)
            and not is_bygone(d, self.scribe.annotation)
        ]
        before = in_view(told, item.index, self.scribe.annotation)
        return (before or told)[-1] if told else None

    def process(self, match: Match, *groups: str) -> Thing | None:
        """Return the process in a group of the match, else the document's main one."""
        return process_meant(
            match, groups, self.scribe, self.subject, self.main_process
        )

    def consume(self, match: Match, *groups: str) -> None:
        """Mark dates and places as used, so that nothing else takes them."""
        for group in groups:
            for mention in match.mentions(group, "date", "place", "state"):
                self.consumed.add((match.sentence, mention.start))

    def has_consumed(self, match: Match, *groups: str) -> bool:
        """Whether another rule took all dates and places of a match, if it has any."""
        used = {
            (match.sentence, mention.start)
            for group in groups
            for mention in match.mentions(group, "date", "place")
        }
        return bool(used) and self.consumed.issuperset(used)

    def add_facts(
        self,
        draft: MeetingDraft,
        predicate: URIRef,
        actors: list[Mention],
        match: Match,
        role: str = "",
    ) -> None:
        """Note who did what at a meeting, and what that says of its status."""
        rules = self.scribe.rules
        match = in_its_time(match, draft, self.book.outlook, rules)
        upcoming = match.status.is_true and self.book.is_upcoming(draft)
        actors = [] if upcoming else self.whole_actors(actors, match)
        if predicate == HIWAR.hasParticipant:
            actors = without_outsiders(actors, match, rules)
        by = match.rule.name, (match.sentence,), match.status, role
        draft.facts += [
            MeetingFact(predicate, a.thing, a.text, *by, year=match.year_beside(rules))
            for a in actors
            if a.thing and a.slot in ("state", "org", "person")
        ]
        if actors and (match.status.is_true or match.status is Status.PLANNED):
            vote = "held" if match.status.is_true else "planned"
            draft.vote(vote, match.rule.name, match.sentence)

    def document(self, mention: Mention) -> Thing | None:
        """Return the document that a mention names, or refers back to."""
        return self.papers.read(mention)

    def claim(self, match: Match, *, topic: bool = False) -> bool:
        """Take the words of a match for one undertaking; whether they were free.

        A topic takes only what leads to it: "will discuss X, and will agree on Y".
        """
        start, end = match.found.span()
        end = match.found.start("text") if topic else end
        if "w" in match.found.re.groupindex and match.found.start("w") >= 0:
            start = match.found.start("w")
        taken = self.undertaken.setdefault(match.sentence, [])
        if any(start < other_end and other < end for other, other_end in taken):
            return False
        taken.append((start, end))
        return True

    def claim_all(self, *sentences: int) -> None:
        """Take whole sentences for one undertaking each."""
        for sentence in sentences:
            self.undertaken[sentence] = [(0, 10**6)]


Frame = Callable[[Context, Match], None]
FRAMES: dict[str, Frame] = {}


def frame(name: str) -> Callable[[Frame], Frame]:
    """Register the function that fills a frame."""

    def register(function: Frame) -> Frame:
        FRAMES[name] = function
        return function

    return register
