"""For which state a post is held, where its own words do not say so.

A text of one government calls its own minister "the Minister". What ties such a
post to a state, from the surest: the post that it serves, a sentence that says for
whom the person spoke or came, and the state whose text it is, where exactly one is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.homeland import home_of, only, states_of, ties_to
from hiwar.graph.frames.offices import Tie
from hiwar.graph.mentions.gazetteer import registry_thing
from hiwar.graph.mentions.known import Person, held_post
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.posts import Post, is_office, state_of
from hiwar.graph.model import Status
from hiwar.graph.namespaces import HIWAR
from hiwar.ontology.records import load_registry

__all__ = ["settle_offices"]


@frame("represent")
def represent(context: Context, match: Match) -> None:
    """Note that persons speak or come for a state; who is to come is of it already."""
    if not (match.status.is_true or match.status is Status.PLANNED):
        return
    told = match.first("b", "b2", "b3")
    for person in match.mentions("a", "person") + match.mentions("a2", "person"):
        body = told or _of_colleague(context, match, person)
        if body and person.thing:
            tie = Tie(body, (match.sentence,), match.rule.name)
            context.offices.persons.setdefault(person.thing, []).append(tie)


def _of_colleague(context: Context, match: Match, other: Mention) -> Mention | None:
    """Return the state of the minister with whom another one is named or came.

    "The Chadian Interior Minister X and Labour Minister Y": of another state Y would
    be told. Two who hold the same post are of two states, and "X and the Labour
    Minister Y" may be of two, where X was not accompanied by Y.
    """
    rules, first = context.scribe.rules, match.first("f")
    known = context.scribe.annotation.persons
    own = held_post(first.thing, known) if first else None
    his = held_post(other.thing, known)
    if not own or not his or own.body is None:
        return None
    words = match.item.rendered.span(*match.found.span())
    said = match.item.view.text[slice(*words)].lower().split()
    company = match.rule.option == "company"
    if not company and set(rules.list_words("articles")).intersection(said):
        return None
    bare = rules.list_words("bare_heads")
    sole = rules.words.get("sole_posts", {}).values()
    differing = set(fold(own.text).split()) ^ set(fold(his.text).split())
    alike = differing <= set(rules.list_words("prepositions"))
    alike = alike or his.text.lower() in bare
    only_one = any(re.fullmatch(text, his.text, re.IGNORECASE) for text in sole)
    heads = rules.list_words("government_heads")
    ranked = his.kind in heads and (company or own.kind in heads)
    is_state = own.body.slot in ("state", "demonym")
    return own.body if is_state and ranked and not (alike or only_one) else None


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
            or only(context.offices.persons.get(person.thing))
            or only(_sole(context, post))
            or only(_hosts(context, person, post))
        )
        _settle(context, person, post, tie)
    own = home_of(context)
    for person, post in open_posts:
        if not own or person.post is not post:
            continue
        if post.body or _is_of_government(context, person, post):
            _settle(context, person, post, own)
    for person, post in open_posts:
        if post.body and "national" in post.body.details and person.post is post:
            person.post = replace(post, body=None)


def _settle(context: Context, person: Person, post: Post, tie: Tie | None) -> None:
    if tie and person.post is post:
        person.post = replace(post, body=state_of(tie.body))
        context.offices.settled[person.thing] = tie


def _sole(context: Context, post: Post) -> Iterator[Tie]:
    """Yield the one organisation that has such a post, where the text names it."""
    rules = context.scribe.rules
    for slug, posts in rules.words.get("sole_posts", {}).items():
        if re.fullmatch(posts, post.text, re.IGNORECASE):
            record = load_registry().at(slug)
            if record:
                yield from ties_to(context, registry_thing(record), "office.sole", ())


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
        for state in states_of(placed.thing)
    ]
    for state, sentences in hosts or venues:
        yield from ties_to(context, state, rule, (sentence, *sentences))


def _served(context: Context, post: Post) -> Tie | None:
    """Return the state of the post that this one serves, where the text gives it."""
    if not post.serves:
        return None
    return only(
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

    "Minister" alone can be anybody's, and so can a post that two persons hold, unless
    the text says for which state the other holds it. Whom somebody meets is of another
    government.
    """
    rules, persons = context.scribe.rules, context.scribe.annotation.persons.values()
    heads = rules.list_words("government_heads")
    open_posts = [p.post for p in persons if p.post and not _is_foreign(p, context)]
    same = [other for other in open_posts if fold(other.text) == fold(post.text)]
    alone = post.text.lower() in rules.list_words("bare_heads")
    return (
        person.post is post
        and not _is_whom_one_meets(context, person)
        and post.kind in heads
        and not post.serves
        and not alone
        and len(same) == 1
    )


def _is_whom_one_meets(context: Context, person: Person) -> bool:
    """Whether a sentence names a person behind "the minister will meet with"."""
    cue = context.scribe.rules.cues.get("whom_one_meets")
    return any(
        mention.thing == person.thing and cue.search(item.rendered.text, 0, place)
        for item in (context.scribe.annotation.sentences if cue else ())
        for place, mention in item.rendered.mentions.items()
        if cue and mention.slot == "person"
    )


def _is_foreign(person: Person, context: Context) -> bool:
    """Whether the text itself says for which state somebody holds a post."""
    body = person.post.body if person.post else None
    stated = person.thing not in context.offices.settled
    return stated and body is not None and body.slot in ("state", "demonym")
