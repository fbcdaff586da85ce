"""What commitments, intentions and areas share: wording, theme and agents."""

from rdflib import Literal, URIRef

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.meeting import MeetingDraft
from hiwar.graph.frames.themes import main_theme, themes_in
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = ["state_agents", "state_group", "state_item", "state_meeting", "wording_of"]

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
    """State who undertakes, intends or ranks it: actors, or a group by its name."""
    places = (*sentences, match.sentence)
    actors = [m for m in match.mentions("a", "state", "org") if m.thing]
    for mention in actors:
        if mention.thing:
            context.scribe.state(
                thing,
                HIWAR.committedBy,
                mention.thing,
                match.rule.name,
                places,
                status=status,
                mentioned_as=mention.text,
            )
    if actors:
        return
    parties = context.parties()
    if parties and (
        match.mentions("a", "meeting")
        or "sides" in match.text("a")
        or "governments" in match.text("a")
        or not match.text("a")
    ):
        for party in parties:
            context.scribe.state(
                thing,
                HIWAR.committedBy,
                party,
                match.rule.name,
                places,
                status=status,
                basis=Basis.INFERRED,
            )
        return
    words = match.text("a") or match.text("g")
    if words and not words.lower().startswith(("it", "they")):
        state_group(context, thing, words, places, match)


def state_group(
    context: Context, thing: Thing, words: str, sentences: tuple[int, ...], match: Match
) -> None:
    """State that a group, named as the text names it, undertakes it."""
    name = words.removeprefix("The ").removeprefix("the ")
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
