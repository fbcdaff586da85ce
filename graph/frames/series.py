"""Meetings placed by the whole document: in its process."""

from functools import cache

from hiwar.graph.frames.belonging import names_body
from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.parties import parties_of
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__ = ["join_process"]

_TWO = 2


def join_process(context: Context) -> None:
    """Give the document's own meeting its main process, where a sentence ties them."""
    focus, process = context.book.focus, context.main_process
    if process and context.scribe.only_process():
        _join_levels(context, process)
    if not focus or focus.process or not process or focus.descriptive:
        return
    for item in context.scribe.annotation.sentences:
        told = _tied(item, context.scribe.rules)
        tied = [m for m in told if m.slot == "process" and m.thing == process]
        meetings = [m for m in item.mentions if m.slot == "meeting"]
        if tied and any(context.book.read(m, item.index) is focus for m in meetings):
            focus.process, focus.process_basis = process, Basis.INFERRED
            focus.process_sentences = (item.index, focus.sentence)
            return


def _tied(item: Annotated, rules: Rules) -> list[Mention]:
    """Return what a sentence names but for that of which it names only a member.

    "Peru, a member of the process, held a workshop" does not say whose that was.
    """
    cue, text = rules.cues.get("of_its_members"), item.view.text
    return [m for m in item.mentions if not (cue and cue.search(text, 0, m.start))]


def _join_levels(context: Context, process: Thing) -> None:
    """Give meetings of ministers and officials the only process of a document.

    And those that have nothing but a number or a rank for a name, "its third
    meeting", where the document speaks of the process more than once. Ministers do not
    meet as a committee, nor is another body's "third forum" one of its meetings.
    """
    named = context.scribe.sentence_naming(process)
    works = _is_working_body(process, context.scribe.rules)
    often = context.scribe.speaks_often_of(process)
    for draft in context.book.drafts:
        in_series = draft.kind in ("ministerial", "senior officials")
        if any(names_body(mention) for mention, _ in draft.phrases):
            continue
        if _two_of(draft) - set(parties_of(process, context.scribe.annotation)):
            continue
        if works and (in_series or _names_any_body(draft, context.scribe.rules)):
            continue
        if in_series or (often and _is_bare(draft, context.scribe.rules)):
            _join(draft, process, named)


def _is_working_body(process: Thing, rules: Rules) -> bool:
    """Whether a process that nobody knows is called a committee or working group."""
    words = process.key.rpartition("/")[2].split()
    return not process.iri and bool(rules.word_set("working_bodies") & set(words))


def _names_any_body(draft: MeetingDraft, rules: Rules) -> bool:
    """Whether a meeting's name holds what a body may be called: "regional process"."""
    heads = set(fold(" ".join(rules.heads.get("meeting", {}))).split())
    named = set(fold(draft.name).split()) - heads
    return not named.isdisjoint(rules.word_set("any_body"))


def _two_of(draft: MeetingDraft) -> set[Thing]:
    """Return the two states whose ministers met, where a meeting has no other name."""
    came = {
        fact.actor
        for fact in draft.facts
        if fact.predicate == HIWAR.hasParticipant and draft.sentence in fact.sentences
    }
    states = {actor for actor in came if actor.kind == "State"}
    return states if draft.descriptive and len(states) == _TWO else set()


def _join(draft: MeetingDraft, process: Thing, named: int) -> None:
    """Give a meeting a process, unless it has one."""
    if draft.process is None:
        draft.process, draft.process_basis = process, Basis.INFERRED
        draft.process_sentences = (draft.sentence, named)


def _is_bare(draft: MeetingDraft, rules: Rules) -> bool:
    """Whether a meeting's name is its number or rank alone: "third expert meeting".

    "An Intergovernmental Conference" may be anybody's.
    """
    if draft.descriptive or not (draft.ordinal or draft.name[:1].isupper()):
        return False
    if draft.indefinite and not draft.ordinal:
        return False
    words = {word for word in fold(draft.name).split() if not word[0].isdigit()}
    return _bare_words(rules).issuperset(words)


@cache
def _bare_words(rules: Rules) -> frozenset[str]:
    """Return the words that say nothing of whose a meeting is."""
    heads = fold(" ".join(rules.heads.get("meeting", {}))).split()
    lists = rules.word_set("any_body", "meeting_adjectives")
    numbers = (*rules.words.get("ordinals", ()), *rules.words.get("ordinal_tens", ()))
    bare = {word for item in (*lists, *numbers) for word in fold(item).split()}
    return frozenset({*bare, *heads} - rules.word_set("between_any"))
