"""What commitments, intentions and areas share: wording, theme and agents."""

from collections.abc import Sequence

from rdflib import Literal, URIRef

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.meeting import MeetingDraft
from hiwar.graph.frames.themes import main_theme, themes_in
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = [
    "state_agents",
    "state_item",
    "state_meeting",
    "state_set_out",
    "wording_of",
    "wording_of_item",
]

_KEY_WORDS = 10


def wording_of(context: Context, match: Match) -> str:
    """Return the wording: the sentence from the subject of the match on."""
    start = match.item.rendered.span(match.found.start(), match.found.end())[0]
    text = match.item.view.text
    if match.rule.option in ("topics", "policy", "priority-of", "priorities", "by", ""):
        start = 0 if match.rule.frame == "area" else start
    for article in context.scribe.rules.list_words("articles"):
        if (
            text[:start].lower().endswith(f" {article} ")
            or text[:start].lower() == f"{article} "
        ):
            start -= len(article) + 1
    return text[start:].rstrip(" .")


def wording_of_item(context: Context, item: Annotated) -> str:
    """Return the wording of a list item, without what leads on to the next one."""
    wording = item.view.text.rstrip(" ;,.")
    for word in context.scribe.rules.list_words("list_and"):
        if wording.endswith((f"; {word}", f", {word}")):
            wording = wording.removesuffix(word).rstrip(" ;,")
    return wording


def state_item(
    context: Context,
    kind: str,
    wording: str,
    sentences: tuple[int, ...],
    rule: str,
    status: Status,
    *,
    lists: bool = False,
) -> Thing:
    """State the thing, its wording and its theme; all themes, where it lists areas."""
    scribe = context.scribe
    thing = Thing(kind, " ".join(fold(wording).split()[:_KEY_WORDS]))
    scribe.name(thing, wording, rule, sentences)
    scribe.state(
        thing,
        HIWAR.wording,
        Literal(wording, lang=scribe.language),
        rule,
        sentences,
        status=status,
    )
    main = main_theme(wording, scribe.rules)
    for theme in themes_in(wording, scribe.rules) if lists else [main]:
        if theme:
            scribe.state(
                thing,
                HIWAR.hasTheme,
                theme,
                "theme.words",
                sentences[:1],
                basis=Basis.INFERRED,
            )
    return thing


def state_agents(
    context: Context, thing: Thing, match: Match, status: Status, *sentences: int
) -> None:
    """State who undertakes, intends or ranks it: actors, parties, or a named group.

    Nobody is stated where the text names nobody.
    """
    places = (*sentences, match.sentence)
    actors = [m for m in match.mentions("a", "state", "org") if m.thing]
    if actors:
        for mention in actors:
            _state_agent(
                context, thing, mention.thing, match, status, places, text=mention.text
            )
        return
    words = (match.text("a") or match.text("g")).lower()
    is_meeting = bool(match.mentions("a", "meeting"))
    both = any(side in words for side in context.scribe.rules.list_words("both_sides"))
    parties = context.parties() if is_meeting or both or not words else ()
    for party in parties:
        _state_agent(context, thing, party, match, status, places, basis=Basis.INFERRED)
    pronouns = context.scribe.rules.list_words("pronouns")
    if words and not parties and not is_meeting and words not in pronouns:
        _state_group(context, thing, match, places)


def _state_agent(
    context: Context,
    thing: Thing,
    actor: Thing | None,
    match: Match,
    status: Status,
    sentences: tuple[int, ...],
    *,
    basis: Basis = Basis.EXPLICIT,
    text: str = "",
) -> None:
    """State one actor."""
    if actor is not None:
        context.scribe.state(
            thing,
            HIWAR.committedBy,
            actor,
            match.rule.name,
            sentences,
            status=status,
            basis=basis,
            mentioned_as=text,
        )


def _state_group(
    context: Context, thing: Thing, match: Match, sentences: tuple[int, ...]
) -> None:
    """State that a group, named as the text names it, undertakes it."""
    name = match.text("a") or match.text("g")
    for article in context.scribe.rules.list_words("articles"):
        if name.lower().startswith(f"{article} "):
            name = name[len(article) + 1 :]
    focus = context.book.focus
    group = Thing("ActorGroup", f"{fold(name)}/{focus.thing.key if focus else ''}")
    context.scribe.name(group, name, match.rule.name, sentences)
    context.scribe.state(
        thing,
        HIWAR.committedBy,
        group,
        match.rule.name,
        sentences,
        basis=Basis.INFERRED,
        mentioned_as=name,
    )


def state_set_out(
    context: Context,
    thing: Thing,
    mentions: Sequence[Mention],
    match: Match,
    *sentences: int,
    basis: Basis = Basis.EXPLICIT,
) -> None:
    """State the documents that set it out."""
    for mention in mentions:
        document = context.document(mention)
        if document:
            context.scribe.state(
                thing,
                HIWAR.setOutIn,
                document,
                match.rule.name,
                sentences,
                basis=basis,
                mentioned_as=mention.text,
            )


def state_meeting(
    context: Context,
    thing: Thing,
    meeting: MeetingDraft | None,
    match: Match,
    predicate: URIRef,
    *sentences: int,
) -> None:
    """State the meeting at which it was undertaken, or which it was about."""
    if meeting is not None:
        context.scribe.state(
            thing,
            predicate,
            meeting.thing,
            match.rule.name,
            (*sentences, match.sentence),
        )
