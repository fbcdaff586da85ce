"""The document that sets an undertaking out: named, signed, or the text itself."""

import re
from dataclasses import dataclass, replace

from rdflib import Literal, URIRef

from hiwar.graph.frames.announced import is_announced
from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.papers import is_named
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.text.layout import BlockKind

__all__ = [
    "SetOut",
    "carries_undertakings",
    "find_set_out",
    "follows_commitment",
    "is_older",
    "speaks_itself",
    "state_set_out",
]

_OPENING = 12
_REACH, _SIGNED = 4, 8
"""Sentences behind a document, or a signature, that may still tell what is in it."""


@dataclass(frozen=True, slots=True)
class SetOut:
    """The document that sets something out, and how the text tells so.

    Attributes:
        is_object: Whether to carry it out is what was undertaken.
    """

    document: Thing
    text: str
    sentences: tuple[int, ...]
    basis: Basis = Basis.EXPLICIT
    is_object: bool = False


def state_set_out(
    context: Context, thing: Thing, match: Match, *sentences: int, inside: bool = True
) -> SetOut | None:
    """State the document that sets it out, where the text tells of one.

    Not what a topic names, unless ``inside``: to discuss a pact is not to be in it.
    """
    found = find_set_out(context, match, inside=inside)
    if found is None:
        return None
    places = tuple(dict.fromkeys((*sentences, match.sentence, *found.sentences)))
    context.scribe.state(
        thing,
        HIWAR.setOutIn,
        found.document,
        match.rule.name,
        places,
        basis=found.basis,
        mentioned_as=found.text,
    )
    if not found.is_object:
        context.set_out.append((thing, found.document, places))
    return found


def find_set_out(context: Context, match: Match, *, inside: bool) -> SetOut | None:
    """Return the document that a match says, or lets follow, that it is set out in.

    The sentence goes first, then a document signed just before, then the text where
    it is an instrument itself, then the document of the undertaking before.
    """
    tells = match.rule.frame in ("area", "intend") or match.rule.option == "paper"
    return (
        (_of(context, match.mentions("d"), match.sentence) if tells else None)
        or _by_lead(context, match)
        or _signed(context, match)
        or (_implemented(context, match) if inside else None)
        or _itself(context)
        or (_inside(context, match) if inside else None)
        or _carried_on(context, match)
    )


def _by_lead(context: Context, match: Match) -> SetOut | None:
    """Return the document of "In the declaration, …" or "According to it, …"."""
    cue = context.scribe.rules.cues.get("lead_document")
    text = match.item.rendered.text
    leads_list = match.rule.frame.startswith("list")
    end = len(text) if leads_list else match.found.start("text")
    found = cue.search(text, 0, end) if cue else None
    named = match.item.rendered.group(found, "d", "document") if found else []
    if not named:
        return _taken_up(context, match, "in_it" if leads_list else "in_paper")
    return _of(context, named, match.sentence)


def _taken_up(context: Context, match: Match, opening: str) -> SetOut | None:
    """Return the document that "in it" takes up from the sentence before."""
    taken_up = context.scribe.rules.list_words(opening)
    words = match.item.view.text.lower()
    if match.sentence == 0 or not words.startswith(taken_up):
        return None
    before = context.scribe.annotation.sentences[match.sentence - 1]
    named = before.rendered.within(0, 10**6, "document")
    return _of(context, named[:1], match.sentence, before.index)


def _of(
    context: Context,
    named: list[Mention],
    *sentences: int,
    basis: Basis = Basis.EXPLICIT,
) -> SetOut | None:
    """Return the first document of some mentions, unless it is an open reference."""
    for mention in named:
        document = context.document(mention)
        if document:
            text = mention.text if is_named(mention) else ""
            return SetOut(document, text, sentences, basis)
    return None


def _signed(context: Context, match: Match) -> SetOut | None:
    """Return the document that the actors of a match have signed just before."""
    actors = {m.thing for m in match.mentions("a", "state", "org")}
    rules, words = context.scribe.rules, match.text("a").lower()
    lists = ("both_sides", "signatories", "pronouns", "joint_bodies")
    sides = tuple(word for name in lists for word in rules.list_words(name))
    provides = match.rule.option == "instrument" and not words
    are_both = not actors and (provides or words.endswith(sides))
    for parties, document, sentence in reversed(context.signatories):
        signed = actors & parties or (are_both and len(parties) > 1)
        if signed and 0 <= match.sentence - sentence <= _SIGNED:
            return SetOut(document, "", (sentence,), Basis.INFERRED)
    return None


def _itself(context: Context) -> SetOut | None:
    """Return the document that the text itself is, by its title.

    What the statement of a meeting tells to have been agreed stands in it.
    """
    title = context.title
    if title is None or title.instrument is None:
        return None
    return _of(context, [title.instrument], title.sentence, basis=Basis.INFERRED)


def _implemented(context: Context, match: Match) -> SetOut | None:
    """Return the document that is to be implemented."""
    cue = context.scribe.rules.cues.get("implements")
    return _behind(context, match, cue) if cue else None


def _inside(context: Context, match: Match) -> SetOut | None:
    """Return the document that the wording names as the place where it stands."""
    words = "|".join(context.scribe.rules.list_words("set_out_in"))
    return _behind(context, match, re.compile(rf"\b(?:{words})\s*$")) if words else None


def _behind(
    context: Context, match: Match, cue: re.Pattern[str] | Sought
) -> SetOut | None:
    """Return the document in a wording that stands behind a cue."""
    if "text" not in match.found.re.groupindex:
        return None
    text = match.item.rendered.text
    start, end = match.found.span("text")
    for position, mention in sorted(match.item.rendered.mentions.items()):
        if mention.slot != "document" or not start <= position < end:
            continue
        if cue.search(text[:position].lower()):
            found = _of(context, [mention], match.sentence, basis=Basis.INFERRED)
            return replace(found, is_object=True) if found else None
    return None


def _carried_on(context: Context, match: Match) -> SetOut | None:
    """Return the document of the undertaking before, where a match goes on from it."""
    cue = context.scribe.rules.cues.get("carries_on")
    if not cue or not context.set_out or not cue.search(match.found[0]):
        return None
    _, document, sentences = context.set_out[-1]
    if not 0 < match.sentence - sentences[0] <= _REACH:
        return None
    return SetOut(document, "", sentences, Basis.INFERRED)


def carries_undertakings(context: Context, match: Match) -> bool:
    """Whether "X will …" tells of an agreement: X has signed it, or the text is it."""
    if match.status not in (Status.REPORTED, Status.PLANNED, Status.ADOPTED):
        return False
    if _signed(context, match) or _is_adopted(context, match):
        return True
    if _is_outcome(context, match) or _pays_for(context, match):
        return True
    if is_announced(context, match):
        return True
    if match.mentions("d"):
        return False
    title = context.title
    if title is None or title.instrument is None:
        return False
    actors = {m.thing for m in match.mentions("a", "state", "org")}
    return actors <= {*title.parties, *_bound_by(context, title.instrument)}


def _bound_by(context: Context, instrument: Mention) -> set[Thing | URIRef | Literal]:
    """Return those told before to have undertaken something in an instrument.

    "Joint statement with the Prime Minister of X" leaves out whose statement it is.
    """
    document = context.document(instrument)
    carried = {thing for thing, where, _ in context.set_out if where == document}
    return {
        told.object
        for told in context.scribe.statements
        if told.predicate == HIWAR.committedBy and told.subject in carried
    }


def _is_adopted(context: Context, match: Match) -> bool:
    """Whether a document that a match names was adopted, or signed, before."""
    settled = {*context.adopted, *(document for _, document, _ in context.signatories)}
    named = match.mentions("d", "document")
    return any(context.document(mention) in settled for mention in named)


def _is_outcome(context: Context, match: Match) -> bool:
    """Whether a match stands in a list below "Outcomes:" or "Decisions"."""
    cue = context.scribe.rules.cues.get("outcomes_lead")
    blocks, block = context.scribe.annotation.layout.blocks, match.item.block
    if cue is None or block.kind is not BlockKind.ITEM:
        return False
    before = (b for b in reversed(blocks[: block.index]))
    lead = next((b for b in before if b.kind is not BlockKind.ITEM), None)
    text = context.scribe.annotation.layout.source.text
    return lead is not None and bool(cue.match(text[lead.start : lead.end]))


def _pays_for(context: Context, match: Match) -> bool:
    """Whether a state will pay for what was undertaken right before: "X will fund it".

    In the same paragraph, and in the text's own voice.
    """
    cue = context.scribe.rules.cues.get("pays_for")
    slots = {mention.slot for mention in match.mentions("a", "state", "org", "person")}
    if cue is None or slots.isdisjoint({"state", "org"}) or "person" in slots:
        return False
    return bool(cue.match(match.text("text"))) and follows_commitment(context, match)


def follows_commitment(context: Context, match: Match) -> bool:
    """Whether the sentence before, in the same paragraph, tells of a commitment."""
    before = match.sentence - 1
    return before >= match.item.block.first and any(
        told.subject.kind == "Commitment" and before in told.sentences
        for told in context.scribe.statements
    )


def speaks_itself(context: Context) -> bool:
    """Whether "we" made the text: it is an instrument, or opens as one."""
    title = context.title
    return bool(title and title.instrument) or opening_of(context) is not None


def opening_of(context: Context) -> tuple[Annotated, re.Match[str]] | None:
    """Return the "We, the ministers of …" that opens an instrument."""
    cues = context.scribe.rules.cues
    opens, announces = cues.get("opens_instrument"), cues.get("announces_itself")
    for item in context.scribe.annotation.sentences[:_OPENING]:
        found = opens.match(item.rendered.text) if opens else None
        if found is None and announces and item.rendered.text.endswith(":"):
            found = announces.search(item.rendered.text)
        if found and not item.is_spoken:
            return item, found
    return None


def is_older(context: Context, found: SetOut) -> bool:
    """Whether a document comes from elsewhere than the meeting that is spoken of."""
    title = context.title
    if title and title.instrument and found.sentences == (title.sentence,):
        return False
    known = bool(found.document.iri) or bool(re.search(r"\b\d{4}\b", found.text))
    return known and found.document not in context.adopted
