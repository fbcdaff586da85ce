"""For which state a post is held, where its own words do not say so.

A text of one government calls its own minister "the Minister". What ties such a
post to a state, from the surest: the post that it serves, a sentence that says for
whom the person spoke or came, and the state whose text it is, where exactly one is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.offices import Tie
from hiwar.graph.mentions.gazetteer import find_names, registry_thing
from hiwar.graph.mentions.known import Person
from hiwar.graph.mentions.mention import Mention, View, fold
from hiwar.graph.mentions.posts import Post, is_office, state_of
from hiwar.graph.model import Status, Thing
from hiwar.graph.namespaces import BASE, HIWAR
from hiwar.graph.text.layout import BlockKind
from hiwar.ontology.records import load_registry

__all__ = ["settle_offices"]

_HEAD = 3
"""So many sentences are the head of a text."""
_HOST = re.compile(
    r"(?:\b|\.)(?:gov|gouv|gob|gub|govt|go|government)\.(?P<code>[a-z]{2})(?![\w.-])"
)


@frame("represent")
def represent(context: Context, match: Match) -> None:
    """Note that persons speak or come for a state; who is to come is of it already."""
    body = match.first("b", "b2", "b3")
    if body is None or not (match.status.is_true or match.status is Status.PLANNED):
        return
    tie = Tie(body, (match.sentence,), match.rule.name)
    for person in match.mentions("a", "person") + match.mentions("a2", "person"):
        if person.thing:
            context.offices.persons.setdefault(person.thing, []).append(tie)


@frame("home")
def home(context: Context, match: Match) -> None:
    """Note that the text speaks in the name of a state; its own wish shows that."""
    body = match.first("b", "b2")
    wish = match.status is Status.ASPIRATIONAL and not match.item.is_spoken
    if body is not None and (match.status.is_true or wish):
        context.offices.homes.append(Tie(body, (match.sentence,), match.rule.name))


@frame("open")
def open_(context: Context, match: Match) -> None:
    """Note that a person opened a meeting: where its host is told, for the host."""
    draft = context.meeting(match, "m")
    if draft is None or not match.status.is_true:
        return
    for person in match.mentions("a", "person"):
        if person.thing:
            told = (draft, match.sentence, match.rule.name)
            context.offices.opened[person.thing] = told


def settle_offices(context: Context) -> None:
    """Give each post without a state the one that the text ties it to, if any."""
    open_posts = [
        (person, person.post)
        for person in context.scribe.annotation.persons.values()
        if person.post and (person.post.body is None or is_office(person.post.body))
    ]
    if not open_posts:
        return
    for person, post in open_posts:
        tie = (
            _served(context, post)
            or _only(context.offices.persons.get(person.thing))
            or _only(_sole(context, post))
            or _only(_hosts(context, person, post))
        )
        _settle(context, person, post, tie)
    own = _home(context)
    for person, post in open_posts:
        if not own or person.post is not post:
            continue
        if post.body or _is_of_government(context, person, post):
            _settle(context, person, post, own)


def _settle(context: Context, person: Person, post: Post, tie: Tie | None) -> None:
    if tie and person.post is post:
        person.post = replace(post, body=state_of(tie.body))
        context.offices.settled[person.thing] = tie


def _only(ties: Iterable[Tie] | None) -> Tie | None:
    """Return the first of some ties where all are to one state."""
    found = list(ties or ())
    return found[0] if len({tie.body.thing for tie in found}) == 1 else None


def _sole(context: Context, post: Post) -> Iterator[Tie]:
    """Yield the one organisation that has such a post, where the text names it."""
    rules = context.scribe.rules
    for slug, posts in rules.words.get("sole_posts", {}).items():
        if re.fullmatch(posts, post.text, re.IGNORECASE):
            record = load_registry().at(slug)
            if record:
                yield from _named(context, registry_thing(record), "office.sole", ())


def _hosts(context: Context, person: Person, post: Post) -> Iterator[Tie]:
    """Yield the state of the meeting which a member of government opened.

    Its hosts; where none is told, the state in which it was: guests bring theirs along.
    """
    told = context.offices.opened.get(person.thing)
    if told is None or not _is_of_government(context, person, post):
        return
    draft, sentence, rule = told
    hosts = [
        (fact.actor, fact.sentences)
        for fact in draft.facts
        if fact.predicate == HIWAR.hostedBy and fact.actor.kind == "State"
    ]
    venues = [
        (state, placed.sentences)
        for placed in draft.places
        for state in _states_of(placed.thing)
    ]
    for state, sentences in hosts or venues:
        yield from _named(context, state, rule, (sentence, *sentences))


def _served(context: Context, post: Post) -> Tie | None:
    """Return the state of the post that this one serves, where the text gives it."""
    if not post.serves:
        return None
    return _only(
        Tie(other.post.body, _sentences(context, person=other), "office.served")
        for other in context.scribe.annotation.persons.values()
        if other.post and other.post.body and fold(other.post.text) == post.serves
    )


def _sentences(context: Context, person: Person) -> tuple[int, ...]:
    """Return the first sentence that gives a person's post."""
    for item in context.scribe.annotation.sentences:
        for mention in item.mentions:
            if mention.thing == person.thing and mention.details.get("body"):
                return (item.index,)
    return ()


def _is_of_government(context: Context, person: Person, post: Post) -> bool:
    """Whether an unqualified post can only be of the text's own government.

    "Minister" alone can be anybody's, and so can a post that two persons hold.
    """
    rules, persons = context.scribe.rules, context.scribe.annotation.persons.values()
    heads = rules.list_words("government_heads")
    same = [p for p in persons if p.post and fold(p.post.text) == fold(post.text)]
    alone = post.text.lower() in rules.list_words("bare_heads")
    return (
        person.post is post
        and post.kind in heads
        and not post.serves
        and not alone
        and len(same) == 1
    )


def _home(context: Context) -> Tie | None:
    """Return the one state whose text this is, none where that is not sure."""
    surest = [*_by_publisher(context), *_by_address(context), *_by_office(context)]
    if surest:
        return _only(surest)
    told = list(context.offices.settled.values())
    told = [tie for tie in told if tie.body.slot in ("state", "demonym")]
    spoken = [*context.offices.homes, *_by_dateline(context)]
    foreign = {
        person.post.body.thing
        for person in context.scribe.annotation.persons.values()
        if person.post
        and person.post.body
        and person.thing not in context.offices.settled
    }
    return _only(tie for tie in told if tie.body.thing not in foreign) or _only(
        tie for tie in spoken if tie.body.thing not in foreign
    )


def _by_publisher(context: Context) -> Iterator[Tie]:
    """Yield the state that the publisher's name holds, as in "Ministry of X, Chad"."""
    layout = context.scribe.annotation.layout
    for item in find_names(View(layout.source.publisher, 0), layout.rules):
        if item.slot in ("state", "demonym"):
            yield from _named(context, item.thing, "home.publisher", ())


def _by_address(context: Context) -> Iterator[Tie]:
    """Yield the states whose government has the address of the page."""
    annotation = context.scribe.annotation
    lines: list[tuple[str, tuple[int, ...]]] = [(annotation.layout.source.url, ())]
    lines += [
        (item.view.text, (item.index,))
        for item in annotation.sentences
        if item.block.kind is BlockKind.FURNITURE
    ]
    for text, sentences in lines:
        for match in _HOST.finditer(text):
            slug = _states_by_code().get(match["code"], "")
            yield from _named(context, _state(slug), "home.address", sentences)


def _by_office(context: Context) -> Iterator[Tie]:
    """Yield the state of the office that heads the text or stands beside it.

    Only one whose name no other state's office has in the language.
    """
    rules, annotation = context.scribe.rules, context.scribe.annotation
    offices: dict[str, str] = rules.words.get("home_offices", {})
    for slug, names in offices.items():
        pattern = re.compile(names)
        for item in annotation.sentences:
            beside = item.block.kind is BlockKind.FURNITURE or item.index < _HEAD
            if beside and pattern.search(item.view.text):
                yield from _called(context, _state(slug), item.index)


def _called(context: Context, state: Thing, index: int) -> Iterator[Tie]:
    """Yield a tie to a state, as the text calls it, or by its name in the language."""
    ties = list(_named(context, state, "home.office", (index,)))
    record = load_registry().at(state.iri.removeprefix(f"{BASE}id/"))
    language = context.scribe.rules.language
    names = [n.text for n in record.names if n.language == language] if record else []
    plain = Mention("state", 0, 0, names[0], state) if names else None
    yield from ties or ([Tie(plain, (index,), "home.office")] if plain else [])


@cache
def _states_by_code() -> dict[str, str]:
    """Return the states by the letters of their addresses."""
    codes = {
        code.lower(): record.slug
        for record in load_registry().of_kind("State")
        for code in record.values("isoAlpha2")
    }
    return {**codes, "uk": codes["gb"]}


def _state(slug: str) -> Thing:
    return Thing("State", f"state/{slug}", f"{BASE}id/state/{slug}")


def _by_dateline(context: Context) -> Iterator[Tie]:
    """Yield the state in whose capital or city the text says it was written."""
    for item in context.scribe.annotation.sentences:
        if item.block.kind is not BlockKind.DATELINE:
            continue
        for mention in item.mentions:
            for state in _states_of(mention.thing) if mention.slot == "place" else ():
                yield from _named(context, state, "home.dateline", (item.index,))


def _states_of(thing: Thing | None) -> Iterator[Thing]:
    """Yield the state that a thing is, or that the registry places it in."""
    if thing and thing.kind == "State":
        yield thing
    record = load_registry().at(thing.iri.removeprefix(f"{BASE}id/")) if thing else None
    for slug in record.values("inState") if record else ():
        yield _state(slug)


def _named(
    context: Context, thing: Thing | None, rule: str, sentences: tuple[int, ...]
) -> Iterator[Tie]:
    """Yield a tie to a state where the text itself names it."""
    named: list[tuple[Mention, int]] = [
        (mention, item.index)
        for item in context.scribe.annotation.sentences
        for mention in item.mentions
        if mention.thing == thing and mention.slot in ("state", "demonym", "org")
    ]
    named.sort(key=lambda found: found[0].slot == "demonym")
    if thing and named:
        mention, index = named[0]
        yield Tie(mention, (*sentences, index), rule)
