"""The end of reading a document: meetings get their facts and lasting keys."""

from rdflib import Literal

from hiwar.graph.frames.adoptions import write_adoptions
from hiwar.graph.frames.context import Context
from hiwar.graph.frames.counted import add_counted
from hiwar.graph.frames.delegates import add_delegates
from hiwar.graph.frames.draft import MeetingDraft, MeetingFact
from hiwar.graph.frames.events import drop_other_years
from hiwar.graph.frames.naming import name_by_what_is_told
from hiwar.graph.frames.occasion import write_dates, write_places
from hiwar.graph.frames.parties import called_in, parties_in, parties_of
from hiwar.graph.frames.present import inferred
from hiwar.graph.frames.series import join_process
from hiwar.graph.frames.sides import write_sides
from hiwar.graph.frames.signing import write_signings
from hiwar.graph.frames.speeches import add_speakers
from hiwar.graph.frames.tallied import drop_tallies
from hiwar.graph.frames.tense import is_only_wished, vote_by_tense
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR, concept_iri
from hiwar.graph.text.layout import BlockKind

__all__ = ["final_keys", "write_meetings"]

_PARTICIPATING = frozenset({"co-chair", "guest", "speaker", "observer"})


def write_meetings(context: Context) -> None:
    """State all that is known of the meetings of a document.

    Of a meeting that the document does not report as held, only what design
    allows is plain: what was planned stays planned.
    """
    join_process(context)
    drop_tallies(context)
    for draft in context.book.drafts:
        drop_other_years(draft)
    vote_by_tense(context)
    write_signings(context)
    add_counted(context)
    held = {draft for draft in context.book.drafts if _status(draft) == "held"}
    add_speakers(context, held)
    for draft in context.book.drafts:
        if _is_idle(context, draft):
            continue
        sentences = (draft.sentence,)
        status = _status(draft)
        _add_parties(context, draft, status)
        _add_named_parties(context, draft, status)
        add_delegates(context, draft, held=status == "held")
        name_by_what_is_told(context, draft)
        _write_identity(context, draft, sentences, status)
        write_dates(context, draft, held=status == "held")
        write_places(context, draft, held=status == "held")
        alone = status == "held" and len(held) == 1
        for fact in (*draft.facts, *inferred(draft, alone=alone)):
            _write_fact(context, draft, fact, held=status == "held")
    _write_members(context)
    write_sides(context, held)
    to_come = ("planned", "cancelled", "postponed")
    open_ = {d for d in context.book.drafts if _status(d) not in to_come}
    write_adoptions(context, held, open_)


def _is_idle(context: Context, draft: MeetingDraft) -> bool:
    """Whether a phrase such as "a forum on trade" tells of no meeting."""
    if is_only_wished(context, draft):
        return True
    told = (draft.process, draft.ordinal, draft.dates, draft.places)
    if any((*told, draft.facts, draft.votes)) or context.scribe.speaks_of(draft.thing):
        return False
    if draft is not context.book.focus:
        return True
    block = context.scribe.annotation.sentences[draft.sentence].block
    lower = draft.name.split()[0].islower()
    common = lower or (draft.indefinite and not draft.proper)
    return block.kind is BlockKind.ITEM or common


def _status(draft: MeetingDraft) -> str:
    """Return the meeting's status, empty where the text leaves it open.

    What was put off and is then told to have taken place was held.
    """
    votes = {status: sentence for status, _, sentence in draft.votes}
    after_all = draft.votes and draft.votes[-1][0] == "held"
    if "cancelled" in votes:
        return "cancelled"
    if "postponed" in votes and not (after_all and votes["held"] > votes["postponed"]):
        return "postponed"
    return "held" if "held" in votes else "planned" if "planned" in votes else ""


def _write_identity(
    context: Context, draft: MeetingDraft, sentences: tuple[int, ...], status: str
) -> None:
    """State class, names, kind, ordinal, process and status."""
    scribe, thing, rule = context.scribe, draft.thing, "meeting.named"
    names = sorted(draft.names.items(), key=lambda item: item[1])
    if draft.name not in draft.names:
        names.insert(0, (draft.name, draft.sentence))
    for name, sentence in names:
        scribe.name(thing, name, rule, (sentence,))
    kind = (draft.kind or "other").replace(" ", "-")
    scribe.state(
        thing, HIWAR.meetingKind, concept_iri("meeting-kind", kind), rule, sentences
    )
    if draft.ordinal and not draft.counted:
        scribe.state(thing, HIWAR.ordinal, Literal(draft.ordinal), rule, sentences)
    if draft.process:
        scribe.state(
            thing,
            HIWAR.isMeetingOf,
            draft.process,
            draft.process_rule,
            draft.process_sentences or sentences,
            basis=draft.process_basis,
        )
    for process, said in draft.also:
        if process != draft.process:
            scribe.state(thing, HIWAR.isMeetingOf, process, rule, said)
    if status:
        by = next(vote for vote in draft.votes if vote[0] == status)
        scribe.state(
            thing,
            HIWAR.meetingStatus,
            concept_iri("meeting-status", status),
            by[1],
            (by[2],),
        )


def _add_parties(context: Context, draft: MeetingDraft, status: str) -> None:
    """Add the parties of a bilateral process, who take part in its meetings."""
    process = draft.process
    if (
        not process
        or draft is not context.book.focus
        or status not in ("held", "planned")
    ):
        return
    parties = parties_of(process, context.scribe.annotation)
    named = context.scribe.sentence_naming(process)
    for party in parties:
        draft.facts.append(
            MeetingFact(
                HIWAR.hasParticipant,
                party,
                called_in(party, context.scribe.annotation),
                "attend.parties",
                (draft.sentence, *draft.process_sentences, named),
                Status.REPORTED,
                "participant",
                Basis.INFERRED,
            )
        )


def _write_members(context: Context) -> None:
    """State that the two parties of each bilateral process are its members.

    Those whom a text lists besides are so too, where the name has the parties.
    """
    focus, scribe = context.book.focus, context.scribe
    own = (context.main_process, focus.process if focus else None)
    named = scribe.bilateral()
    for process in dict.fromkeys((*own, *named)):
        is_told = process is not None and scribe.has(process, HIWAR.hasMember)
        if process is None or (is_told and process not in named):
            continue
        for party in parties_of(process, scribe.annotation):
            scribe.state(
                process,
                HIWAR.hasMember,
                party,
                "member.parties",
                (scribe.sentence_naming(process),),
                basis=Basis.INFERRED,
                describes=Thing("Membership", f"{process.key}/{party.key}/"),
            )


def _add_named_parties(context: Context, draft: MeetingDraft, status: str) -> None:
    """Add those between whom a meeting was, by its own name."""
    if status not in ("held", "planned"):
        return
    for mention, sentence in draft.phrases:
        for part in parties_in(mention, context.scribe.rules):
            if part.thing:
                draft.facts.append(
                    MeetingFact(
                        HIWAR.hasParticipant,
                        part.thing,
                        part.text,
                        "attend.named-parties",
                        (sentence,),
                        Status.REPORTED,
                        "participant",
                        Basis.INFERRED,
                    )
                )


def _write_fact(
    context: Context, draft: MeetingDraft, fact: MeetingFact, *, held: bool
) -> None:
    """State who did what at a meeting, as far as its status allows."""
    scribe, thing = context.scribe, draft.thing
    predicate, status = fact.predicate, fact.status
    describes = None
    if predicate == HIWAR.hasParticipant and not held:
        if status.is_true or status is Status.PLANNED:
            predicate, status = HIWAR.expectedParticipant, Status.REPORTED
    elif predicate not in (HIWAR.hasParticipant, HIWAR.expectedParticipant):
        status = Status.PLANNED if status.is_true and not held else status
    if predicate == HIWAR.hasParticipant:
        describes = Thing("Participation", f"{thing.key}/{fact.actor.key}")
    scribe.state(
        thing,
        predicate,
        fact.actor,
        fact.rule,
        fact.sentences,
        status=status,
        basis=fact.basis,
        describes=describes,
        mentioned_as=fact.text,
    )
    if describes and status.is_true:
        scribe.state(
            describes,
            HIWAR.participationRole,
            concept_iri("participation-role", _role(draft, fact)),
            fact.rule,
            fact.sentences,
            basis=fact.basis,
        )


def _role(draft: MeetingDraft, fact: MeetingFact) -> str:
    """Return as what an actor took part: who is said to observe is no participant."""
    if fact.role in _PARTICIPATING:
        return fact.role
    alike = (other for other in draft.facts if other.actor == fact.actor)
    watches = any(item.role == "observer" and item.status.is_true for item in alike)
    return "observer" if watches else "participant"


def final_keys(drafts: list[MeetingDraft]) -> dict[str, str]:
    """Return the lasting key of each meeting, by its key while it was being read.

    Keys come from what the text says of a meeting; where two agree, the date and
    then the order of the text tells them apart.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for draft in drafts:
        process = draft.process.key if draft.process else ""
        key = "/".join(part for part in (process, fold(draft.name)) if part)
        if key in taken and draft.date:
            key += f"/{draft.date.edtf}"
        number = 2
        base = key
        while key in taken:
            key, number = f"{base}/{number}", number + 1
        keys[draft.thing.key] = key
        taken.add(key)
    return keys
