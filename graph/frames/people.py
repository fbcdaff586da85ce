"""Persons with their posts, and everything else that a document names."""

import re

from rdflib import Literal

from hiwar.graph.frames.belonging import process_of_paper
from hiwar.graph.frames.context import Context, frame
from hiwar.graph.frames.match import Match
from hiwar.graph.frames.status import clause_status
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.known import Person
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.names import head_of
from hiwar.graph.mentions.posts import Post
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR, concept_iri
from hiwar.graph.text.layout import BlockKind

__all__ = ["write_mentions", "write_persons"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = frozenset({"state", "org", "process", "document", "instrument", "person"})


def write_persons(context: Context) -> None:
    """State the persons of a document and the posts in which it shows them."""
    for person in context.scribe.annotation.persons.values():
        naming = [
            (item, mention)
            for item in context.scribe.annotation.sentences
            if item.block.kind is not BlockKind.FURNITURE
            for mention in item.mentions
            if mention.thing == person.thing and "pronoun" not in mention.details
        ]
        if not naming:
            continue
        first = naming[0][0].index
        shown = _first(naming, "post", person.post.text if person.post else "")
        index = first if shown is None else shown
        called = next((i.index for i, m in naming if m.text == person.name), first)
        context.scribe.name(person.thing, person.name, "person.named", (called,))
        if person.post:
            body = person.post.body.thing if person.post.body else None
            said = _first(naming, "body", body.key if body else "")
            sentences = tuple(dict.fromkeys((index, index if said is None else said)))
            sentences += _beside(naming, index)
            _write_post(context, person, person.post, sentences)


def _first(
    naming: list[tuple[Annotated, Mention]], detail: str, value: str
) -> int | None:
    """Return the first sentence where a detail of the mentions has a value."""
    found = (i.index for i, m in naming if value and m.details.get(detail) == value)
    return next(found, None)


def _beside(naming: list[tuple[Annotated, Mention]], index: int) -> tuple[int, ...]:
    """Return the line with the post, where it stands beside the line with the name."""
    return tuple(
        int(mention.details["beside"])
        for item, mention in naming
        if item.index == index and "beside" in mention.details
    )


def _write_post(
    context: Context, person: Person, post: Post, sentences: tuple[int, ...]
) -> None:
    """State the post that a person holds, and what it is for."""
    scribe, rule = context.scribe, "person.post"
    body = post.body.thing if post.body else None
    thing = Thing("Post", f"{fold(post.text)}/{body.key if body else ''}")
    relation = Thing("PostHolding", f"{person.thing.key}/{thing.key}")
    scribe.name(thing, post.text, rule, sentences)
    scribe.state(
        person.thing,
        HIWAR.holdsPost,
        thing,
        rule,
        sentences,
        status=Status.PLANNED if post.tenure == "coming" else Status.REPORTED,
        describes=relation,
    )
    if not body or not post.body:
        return
    tie = context.offices.settled.get(person.thing)
    scribe.name(body, post.body.text, rule, sentences)
    scribe.state(
        thing,
        HIWAR.postFor,
        body,
        tie.rule if tie else rule,
        tuple(dict.fromkeys((*sentences, *(tie.sentences if tie else ())))),
        basis=Basis.INFERRED if tie else Basis.EXPLICIT,
        mentioned_as=post.body.text,
    )


@frame("act")
def act(context: Context, match: Match) -> None:
    """State that the document is about the states that act in it."""
    if not match.status.is_true:
        return
    for mention in match.mentions("a", "state"):
        if mention.thing:
            context.scribe.state(
                context.source,
                HIWAR.about,
                mention.thing,
                match.rule.name,
                (match.sentence,),
                mentioned_as=mention.text,
            )


def write_mentions(context: Context) -> None:
    """State what the document names: actors, processes, documents."""
    scribe, source = context.scribe, context.source
    for item in scribe.annotation.sentences:
        for mention in _top_mentions(item):
            if mention.slot == "document":
                _write_document(context, mention, item)
            elif _is_of_a_family(context, mention, item):
                continue
            elif mention.slot in _NAMED and mention.thing:
                scribe.mention(source, mention, item.index)
                if not mention.thing.iri and mention.slot != "person":
                    scribe.name(
                        mention.thing, mention.text, "name.phrase", (item.index,)
                    )


def _is_of_a_family(context: Context, mention: Mention, item: Annotated) -> bool:
    """Whether an organisation only says whose agencies are meant: "UN agencies"."""
    families: dict[str, str] = context.scribe.rules.words.get("family", {})
    iri = mention.thing.iri if mention.thing else ""
    family = families.get(iri.partition("/id/")[2])
    if mention.slot != "org" or family is None:
        return False
    places = [at for at, known in item.rendered.mentions.items() if known is mention]
    behind = item.rendered.text[places[0] + 1 :] if places else ""
    return bool(re.match(family, behind))


def _top_mentions(item: Annotated) -> list[Mention]:
    """Return a sentence's mentions with the actors inside meetings and persons."""
    found: list[Mention] = []
    waiting = list(item.mentions)
    while waiting:
        mention = waiting.pop(0)
        if "pronoun" in mention.details:
            continue
        found.append(mention)
        if mention.slot in ("meeting", "quote") or mention.slot == "person":
            waiting.extend(mention.parts)
    return found


def _write_document(context: Context, mention: Mention, item: Annotated) -> None:
    """State that a document is spoken of, its class, name and kind."""
    scribe = context.scribe
    thing = context.document(mention)
    if thing is None or not (
        _is_used(context, thing) or _exists(context, mention, item)
    ):
        return
    if not thing.iri:
        _describe_document(context, mention, item, thing)
    _date_by_name(context, mention, item, thing)
    scribe.state(
        context.source,
        HIWAR.mentions,
        thing,
        "mention",
        (item.index,),
        mentioned_as=mention.text,
    )


def _describe_document(
    context: Context, mention: Mention, item: Annotated, thing: Thing
) -> None:
    """State the name and the kind of a document, and the process in its name."""
    scribe = context.scribe
    scribe.name(thing, mention.text, "name.phrase", (item.index,))
    kind = mention.details.get("kind", "other").replace(" ", "-")
    if not scribe.has(thing, HIWAR.documentKind):
        scribe.state(
            thing,
            HIWAR.documentKind,
            concept_iri("document-kind", kind),
            "document.head",
            (item.index,),
        )
    process = mention.part("process")
    before = mention.text[: process.start - mention.start] if process else ""
    of = scribe.rules.list_words("of_process")
    is_its = not before or before.rstrip().lower().endswith(of[:2])
    if process and process.thing and is_its:
        scribe.state(
            thing,
            HIWAR.frameworkOf,
            process.thing,
            "document.named-for",
            (item.index,),
            basis=Basis.INFERRED,
            mentioned_as=process.text,
        )
    own = process_of_paper(context, mention) if process is None else None
    if own:
        scribe.state(
            thing,
            HIWAR.frameworkOf,
            own[0],
            "document.of-its-process",
            (item.index, own[1]),
            basis=Basis.INFERRED,
        )


def _date_by_name(
    context: Context, mention: Mention, item: Annotated, thing: Thing
) -> None:
    """State the year of "the 2016 Lima Declaration"; a plan's may be yet to come."""
    rules, scribe = context.scribe.rules, context.scribe
    led = item.view.text[: mention.start + len("2000 ")].split()[-2:]
    if not _YEAR.fullmatch(led[-1]):
        led = item.view.text[: mention.start].split()[-2:]
    leads = rules.word_set("articles", "definite")
    is_led = led[-1:] and _YEAR.fullmatch(led[-1]) and led[0].lower() in leads
    dated = scribe.has(thing, HIWAR.when) or thing in context.adopted
    negated = rules.cues.get("negated")
    if negated and negated.search(item.rendered.text):
        return
    if is_led and not dated and head_of(mention.text, rules, "dated"):
        scribe.state(
            thing,
            HIWAR.when,
            Literal(led[-1]),
            "document.year-in-name",
            (item.index,),
            basis=Basis.INFERRED,
        )


def _is_used(context: Context, thing: Thing) -> bool:
    """Whether a frame has told something true of a document, or that it is to come."""
    return thing in context.papers.real or context.scribe.tells_of(thing)


def _exists(context: Context, mention: Mention, item: Annotated) -> bool:
    """Whether a name is that of a document which there is.

    A common noun alone names none, and "they should adopt a Lima Declaration" or "no
    Lima Declaration was adopted" tells of none.
    """
    if mention.details.get("generic"):
        return False
    rules, text = context.scribe.rules, item.rendered.text
    places = [at for at, known in item.rendered.mentions.items() if known is mention]
    if mention.thing is None or mention.thing.iri or not places:
        return True
    before = text[: places[0]].lower().split()[-1:]
    if not rules.word_set("indefinite", "any_of").intersection(before):
        return True
    status, _ = clause_status(text[: places[0] + 1], places[0], places[0] + 1, rules)
    return status not in (Status.NEGATED, Status.ASPIRATIONAL)
