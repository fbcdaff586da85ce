"""Frames of commitments, intentions and areas of focus.

An undertaking of a meeting, of its participants or of parties is a commitment;
what somebody means to do is an intention; what was talked about or ranks high is
an area of focus. A speaker's words are none of them.
"""

from rdflib import Literal, URIRef

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.meeting import MeetingDraft
from hiwar.graph.frames.themes import main_theme, themes_in
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__: list[str] = []

_KEY_WORDS = 10


@frame("commit")
def commit(context: Context, match: Match) -> None:
    """State that somebody undertook something."""
    if match.sentence in context.undertaken or match.item.view.text.endswith(":"):
        return None
    if match.item.is_spoken:
        return context.scribe.refuse(
            match.rule.name, "a speaker's words", match.sentence
        )
    if match.item.block.kind is BlockKind.HEADING:
        return context.scribe.refuse(match.rule.name, "a headline", match.sentence)
    if match.rule.option == "instrument" and not _carries_undertakings(context, match):
        return None
    if match.rule.option != "instrument" and not match.status.is_true:
        reason = f"status {match.status.value}: no undertaking"
        return context.scribe.refuse(match.rule.name, reason, match.sentence)
    context.undertaken.add(match.sentence)
    thing = _state(
        context,
        "Commitment",
        _clause(context, match),
        (match.sentence,),
        match.rule.name,
        Status.ADOPTED,
    )
    _by(context, thing, match, Status.ADOPTED)
    _set_out(context, thing, match)
    _at(context, thing, context.book.focus, match, HIWAR.committedAt)
    return None


def _carries_undertakings(context: Context, match: Match) -> bool:
    """Whether "X will …" tells of an agreement that the parties have signed."""
    actors = {m.thing for m in match.mentions("a", "state", "org")}
    return bool(context.signatories) and bool(actors & context.signatories)


@frame("intend")
def intend(context: Context, match: Match) -> None:
    """State that somebody means to do something."""
    if match.item.is_spoken or match.status in (Status.ATTRIBUTED, Status.NEGATED):
        return
    thing = _state(
        context,
        "Intention",
        _clause(context, match),
        (match.sentence,),
        match.rule.name,
        Status.REPORTED,
    )
    _by(context, thing, match, Status.REPORTED)
    _at(context, thing, context.book.focus, match, HIWAR.committedAt)


@frame("area")
def area(context: Context, match: Match) -> None:
    """State what a meeting was about, or what ranks high for somebody."""
    option = match.rule.option
    if match.item.is_spoken or match.sentence in context.undertaken:
        return
    if match.status in (Status.NEGATED, Status.ATTRIBUTED):
        return
    if (
        option == ""
        and not match.mentions("a", "meeting")
        and context.book.focus is None
    ):
        return
    if option == "" and match.item.rendered.text.rstrip().endswith(":"):
        return
    if option == "policy" and not _follows_areas(context, match):
        return
    context.undertaken.add(match.sentence)
    thing = _state(
        context,
        "AreaOfFocus",
        _clause(context, match),
        (match.sentence,),
        match.rule.name,
        Status.REPORTED,
        lists=bool(option),
    )
    if option == "policy":
        _by_owner(context, thing, match)
    elif option == "priority-of":
        _by(context, thing, match, Status.REPORTED)
        documents = match.item.rendered.within(0, 10**6, "document")
        for mention in documents[:1]:
            document = context.document(mention)
            if document:
                context.scribe.state(
                    thing,
                    HIWAR.setOutIn,
                    document,
                    match.rule.name,
                    (match.sentence,),
                    mentioned_as=mention.text,
                )
    else:
        _by(context, thing, match, Status.REPORTED)
        if option != "priorities":
            meeting = context.meeting(match, "m", "a")
            _at(context, thing, meeting, match, HIWAR.focusOf)


def _follows_areas(context: Context, match: Match) -> bool:
    """Whether "these include" takes up areas or priorities of the sentence before."""
    cue = context.scribe.rules.cues.get("area_lead")
    if not cue or match.sentence == 0:
        return False
    before = context.scribe.annotation.sentences[match.sentence - 1]
    return bool(cue.search(before.rendered.text))


def _by_owner(context: Context, thing: Thing, match: Match) -> None:
    """State whose areas these are: the actor named in the sentence before."""
    index = match.sentence - 1
    if index < 0:
        return
    before = context.scribe.annotation.sentences[index]
    for mention in before.rendered.within(0, 10**6, "state", "org"):
        owned = before.rendered.text.find("polic")
        if mention.thing and owned >= 0 and _is_before_policy(before, mention):
            context.scribe.state(
                thing,
                HIWAR.committedBy,
                mention.thing,
                match.rule.name,
                (match.sentence, index),
                basis=Basis.INFERRED,
                mentioned_as=mention.text,
            )
            return


def _is_before_policy(item: Annotated, mention: Mention) -> bool:
    """Whether a name stands right before its policies, as in "EU migration policies"."""
    tail = item.view.text[mention.end :][:40].lower()
    return "polic" in tail


@frame("list_commitments")
def list_commitments(context: Context, match: Match) -> None:
    """State each item below as a commitment."""
    if match.item.is_spoken or match.status is Status.NEGATED:
        return
    documents = match.item.rendered.within(0, 10**6, "document")
    if not documents:
        documents = _document_of_it(context, match)
    for item in context.items_below(match.item):
        wording = item.view.text.rstrip(" ;.")
        thing = _state(
            context,
            "Commitment",
            wording,
            (item.index, match.sentence),
            match.rule.name,
            Status.ADOPTED,
        )
        context.undertaken.add(item.index)
        for mention in documents[-1:]:
            document = context.document(mention)
            if document:
                context.scribe.state(
                    thing,
                    HIWAR.setOutIn,
                    document,
                    match.rule.name,
                    (item.index, match.sentence),
                    mentioned_as=mention.text,
                )
        _by_group(context, thing, "participants", (item.index, match.sentence), match)
        _at(context, thing, context.book.focus, match, HIWAR.committedAt, item.index)
    context.undertaken.add(match.sentence)


def _document_of_it(context: Context, match: Match) -> list[Mention]:
    """Return the document that "in it" takes up from the sentence before."""
    words = match.item.view.text.lower()
    if match.sentence == 0 or not words.startswith(("in it", "under it", "there")):
        return []
    before = context.scribe.annotation.sentences[match.sentence - 1]
    return before.rendered.within(0, 10**6, "document")[:1]


@frame("list_areas")
def list_areas(context: Context, match: Match) -> None:
    """State each item below as an area of focus."""
    if match.item.is_spoken or match.sentence in context.undertaken:
        return
    meeting = context.spoken_of(match.item)
    items = context.items_below(match.item)
    for item in items:
        wording = item.view.text.rstrip(" ;.")
        thing = _state(
            context,
            "AreaOfFocus",
            wording,
            (item.index, match.sentence),
            match.rule.name,
            Status.REPORTED,
        )
        context.undertaken.add(item.index)
        _by(context, thing, match, Status.REPORTED, item.index)
        _at(context, thing, meeting, match, HIWAR.focusOf, item.index)
    if items:
        context.undertaken.add(match.sentence)


def _clause(context: Context, match: Match) -> str:
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


def _state(
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


def _by(
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
        _by_group(context, thing, words, places, match)


def _by_group(
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


def _set_out(context: Context, thing: Thing, match: Match) -> None:
    """State the document that the undertaking is set out in."""
    mentions = match.item.rendered.within(
        match.found.start("text"), match.found.end(), "document"
    )
    text = match.item.rendered.text
    for position, mention in match.item.rendered.mentions.items():
        before = text[:position].rstrip().rsplit(" ", 1)[-1].lower()
        if mention in mentions and before in ("implementing", "in", "under", "through"):
            document = context.document(mention)
            if document:
                context.scribe.state(
                    thing,
                    HIWAR.setOutIn,
                    document,
                    match.rule.name,
                    (match.sentence,),
                    basis=Basis.INFERRED,
                    mentioned_as=mention.text,
                )


def _at(
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
