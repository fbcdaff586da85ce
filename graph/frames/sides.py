"""Members of a body whose own name says how many sides it has: "Tripartite Commission".

Where as many took part in a meeting of it as it has sides, they are these.
"""

from collections.abc import Set

from hiwar.graph.frames.context import Context
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.model import Basis, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["write_sides"]

_TWO = 2


def write_sides(context: Context, held: Set[MeetingDraft]) -> None:
    """State the members of bodies of two, three or four by what their meetings tell.

    Not of those of which a text gives the members itself.
    """
    for draft in context.book.drafts:
        process = draft.process
        if draft not in held or process is None or process.iri or draft.also:
            continue
        if context.scribe.has(process, HIWAR.hasMember):
            continue
        for fact in _sides(context, draft, process):
            named = context.scribe.sentence_naming(process)
            context.scribe.state(
                process,
                HIWAR.hasMember,
                fact.actor,
                "member.sides",
                tuple(dict.fromkeys((named, *fact.sentences))),
                basis=Basis.INFERRED,
                describes=Thing("Membership", f"{process.key}/{fact.actor.key}/"),
                mentioned_as=fact.text,
            )


def _sides(
    context: Context, draft: MeetingDraft, process: Thing
) -> tuple[MeetingFact, ...]:
    """Return who took part in a meeting, if they are as many as its body has sides.

    A joint body has two, where the title of the text names just these.
    """
    words = process.key.split()
    counts: dict[str, int] = context.scribe.rules.words.get("side_counts", {})
    number = next((counts[word] for word in words if word in counts), 0)
    present: dict[Thing, MeetingFact] = {}
    for fact in draft.facts:
        came = fact.predicate == HIWAR.hasParticipant and fact.status.is_true
        came = came and not _is_guest(context, fact)
        if came and fact.actor.kind in ("State", "Organisation"):
            present.setdefault(fact.actor, fact)
    states = {actor: present[actor] for actor in present if actor.kind == "State"}
    joint = context.scribe.rules.word_set("side_words").intersection(words)
    title = set(context.title.parties) if context.title else set()
    for sides in (present, states):
        if number and len(sides) == number:
            return tuple(sides.values())
        if joint and len(sides) == _TWO and sides.keys() == title:
            return tuple(sides.values())
    return ()


def _is_guest(context: Context, fact: MeetingFact) -> bool:
    """Whether a sentence tells of who came that they observe or were invited."""
    guests = context.scribe.rules.list_words("side_guests")
    item = context.scribe.annotation.sentences[fact.sentences[0]]
    return any(word in item.view.text.lower() for word in guests)
