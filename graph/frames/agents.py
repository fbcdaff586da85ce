"""Who undertakes or ranks something: by name, as a group, or by what went before.

An agent that the sentence does not name brings the sentence that does. Where two
readings tie, or the text names nobody, there is no agent.
"""

from dataclasses import replace

from hiwar.graph.frames.context import Agent, Context, Match
from hiwar.graph.frames.instrument import opening_of
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.known import held_post
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.paired import as_states
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import SLOTS, Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["find_agents", "state_agents", "state_parties"]

_ACTORS = ("state", "org", "person")
_PAIR = 2
_NEXT, _REACH = 1, 6
"""Sentences back to the agents of "they", and of "it was also agreed"."""


def state_parties(
    context: Context, thing: Thing, match: Match, *sentences: int
) -> None:
    """State whose topics the items of a list are, where two parties talk.

    The group that held a wider meeting is only noted, for the "they" that follows.
    """
    agents = find_agents(context, match)
    if agents and agents[0].thing.kind == "ActorGroup":
        _note(context, agents, match, *sentences)
    else:
        state_agents(context, thing, match, Status.REPORTED, *sentences)


def state_agents(
    context: Context,
    thing: Thing,
    match: Match,
    status: Status,
    *sentences: int,
    item: Annotated | None = None,
) -> None:
    """State who undertakes, intends or ranks it; nobody where the text names nobody.

    An item of a list may name whose act it is: "Kenya will …".
    """
    agents = _of_item(context, item) or find_agents(context, match)
    for agent in agents:
        places = (*sentences, match.sentence, *agent.sentences)
        if agent.thing.kind == "ActorGroup":
            context.scribe.name(agent.thing, agent.text, match.rule.name, places)
        context.scribe.state(
            thing,
            HIWAR.committedBy,
            agent.thing,
            match.rule.name,
            places,
            status=status,
            basis=agent.basis,
            mentioned_as=agent.text,
        )
    if agents:
        _note(context, agents, match, *sentences)


def _of_item(context: Context, item: Annotated | None) -> list[Agent]:
    """Return the actors with whom a list item begins, where it says what they do."""
    cue = context.scribe.rules.cues.get("item_subject")
    found = cue.match(item.rendered.text) if cue and item else None
    named = _named(item, *found.span("a")) if item and found else []
    return _represented(context, named)


def _note(context: Context, agents: list[Agent], match: Match, *sentences: int) -> None:
    """Note whom "they" may take up, with the sentence that names them."""
    named = [replace(a, sentences=(*a.sentences, match.sentence)) for a in agents]
    context.agents = (tuple(named), (*sentences, match.sentence)[0])


def find_agents(context: Context, match: Match) -> list[Agent]:
    """Return the actors or the group that a match is about."""
    is_list, found = match.rule.frame.startswith("list"), match.found
    told = [name for name in found.re.groupindex if found.start(name) >= 0]
    passives = [name for name in told if name.startswith("passive")]
    if "passive" in passives or (passives and not is_list):
        return _taken_up(context, match, _REACH)
    posts = match.mentions("posts", "state", "org", "demonym")
    if posts:
        return [Agent(m.thing, m.text, Basis.INFERRED) for m in posts if m.thing]
    group = "a" if match.text("a") else "g"
    named = _named(match.item, *match.found.span(group)) if match.text(group) else []
    if named:
        return _represented(context, [*named, *match.mentions("b", *_ACTORS)])
    words = match.text(group).lower()
    rules = context.scribe.rules
    first_person = match.rule.option == "first-person"
    if words in rules.list_words("first_person") or (first_person and not words):
        return _ourselves(context)
    if words in rules.list_words("pronouns"):
        return _they(context, match)
    if any(side in words for side in rules.list_words("both_sides")):
        return _sides(context, match, group)
    if words and (peoples := _of_peoples(match, group, rules)):
        return peoples
    is_meeting = bool(match.mentions(group, "meeting"))
    parties = context.parties()
    if parties and (is_meeting or (is_list and not words)):
        return [Agent(party, basis=Basis.INFERRED) for party in parties]
    if is_meeting and match.rule.frame == "area":
        return []
    beside = [Agent(m.thing, m.text) for m in match.mentions("b", *_ACTORS) if m.thing]
    return [_group(context, match.text(group)), *beside] if words else []


def _represented(context: Context, named: list[Mention]) -> list[Agent]:
    """Return the actors named; two persons act for those whose posts they hold."""
    known = context.scribe.annotation.persons
    posts = [held_post(m.thing, known) for m in named]
    bodies = [post.body for post in posts if post and post.body]
    if len(named) >= _PAIR and len(bodies) == len(named):
        return [Agent(b.thing, basis=Basis.INFERRED) for b in bodies if b.thing]
    return [Agent(m.thing, m.text) for m in named if m.thing]


def _named(item: Annotated, start: int, end: int) -> list[Mention]:
    """Return the actors that a stretch of a sentence ends with, none for a group."""
    slots = "".join(SLOTS[name] for name in (*_ACTORS, "note"))
    text = item.rendered.text[start:end].rstrip()
    if not text or text[-1] not in slots:
        return []
    return item.rendered.within(start, end, *_ACTORS)


def _of_peoples(match: Match, group: str, rules: Rules) -> list[Agent]:
    """Return the states of "the Chilean and Peruvian governments", none for a group."""
    cue, end = rules.cues.get("joint_governments"), match.found.end(group)
    found = cue.finditer(match.item.rendered.text, 0, end) if cue else ()
    spans = [one.span("n") for one in found if one.end() == end]
    named = match.item.rendered.within(*spans[0], "demonym") if spans else []
    return [Agent(m.thing, m.text, Basis.INFERRED) for m in as_states(named) if m.thing]


def _group(context: Context, name: str) -> Agent:
    """Return the group that the text names so, at the document's own meeting."""
    for article in context.scribe.rules.list_words("articles"):
        if name.lower().startswith(f"{article} "):
            name = name[len(article) + 1 :]
    focus = context.book.focus
    key = f"{fold(name)}/{focus.thing.key if focus else ''}"
    return Agent(Thing("ActorGroup", key), name, Basis.INFERRED)


def _sides(context: Context, match: Match, group: str) -> list[Agent]:
    """Return who "both sides" are, else the group: "the two countries of origin"."""
    words, rules = match.text(group).lower().split(), context.scribe.rules
    behind = match.item.rendered.text[match.found.end(group) :].split(maxsplit=1)
    told = [_group(context, match.text(group))]
    if behind and behind[0] in rules.list_words("prepositions"):
        return told
    two = rules.word_set("counts_two").intersection(words)
    met = _who_met(context, match, persons=False) if two else []
    return _pair(context) or met or told


def _pair(context: Context) -> list[Agent]:
    """Return the two parties of "both sides": of the process, the title, or before."""
    parties = context.parties()
    if not parties and context.title and len(context.title.parties) == _PAIR:
        parties = context.title.parties
    if not parties:
        before = context.agents[0] if context.agents else _opening(context)
        actors = [agent.thing for agent in before if agent.thing.kind != "ActorGroup"]
        parties = tuple(actors) if len(actors) == _PAIR else ()
    return [Agent(party, basis=Basis.INFERRED) for party in parties]


def _who_met(context: Context, match: Match, *, persons: bool) -> list[Agent]:
    """Return the two sides that have met so far, at the meeting that a sentence means.

    Persons sat there for those whose posts they hold, else for themselves where both
    did; a third leaves no pair, nor does a state that the sentence named just before.
    """
    meeting = context.near(match.item, match.found.start()) or context.current(
        match.item
    )
    known = context.scribe.annotation.persons
    sides: dict[Thing, Agent] = {}
    for fact in meeting.facts if meeting else ():
        if fact.predicate != HIWAR.hasParticipant or not fact.status.is_true:
            continue
        post = held_post(fact.actor, known)
        side = post.body.thing if post and post.body else fact.actor
        if side and fact.sentences[0] <= match.sentence:
            sides.setdefault(side, Agent(side, "", Basis.INFERRED, fact.sentences))
    named = match.item.rendered.within(0, match.found.start(), "state")
    if any(mention.thing not in sides for mention in named):
        return []
    alone = [side.kind == "Person" for side in sides]
    is_pair = len(sides) == _PAIR and (all(alone) if persons else not any(alone))
    return list(sides.values()) if is_pair else []


def _opening(context: Context) -> list[Agent]:
    """Return whom the first sentence of the running text is about."""
    for item in context.scribe.annotation.sentences:
        if item.block.kind is BlockKind.PARAGRAPH and not item.is_spoken:
            return _subject(context, item)
    return []


def _taken_up(context: Context, match: Match, reach: int) -> list[Agent]:
    """Return the agents that a pronoun or a passive takes up from what went before."""
    found, told = context.agents or ((), -reach - 1)
    if reach == _NEXT and match.sentence > match.item.block.first:
        before = context.scribe.annotation.sentences[match.sentence - 1]
        subject = _subject(context, before)
        if subject:
            named = (replace(a, sentences=(before.index,)) for a in subject)
            found, told = tuple(named), before.index
    if not 0 < match.sentence - told <= reach:
        return []
    if match.text("a").lower() == "it" and len(found) != 1:
        return []
    return [replace(agent, basis=Basis.INFERRED) for agent in found]


def _ourselves(context: Context) -> list[Agent]:
    """Return who "we" are: the parties in the title, else those who open the text."""
    title = context.title
    joint = bool(title and title.instrument and len(title.parties) > _PAIR)
    if title and (joint or len(title.parties) == _PAIR):
        at = (title.sentence,)
        return [Agent(p, basis=Basis.INFERRED, sentences=at) for p in title.parties]
    found = opening_of(context)
    if found is None:
        return []
    item, match = found
    if match.start("a") < 0:
        return _opening(context)
    named = _named(item, *match.span("a"))
    if named:
        return [
            Agent(m.thing, m.text, Basis.INFERRED, (item.index,))
            for m in named
            if m.thing
        ]
    start, end = item.rendered.span(*match.span("a"))
    called = item.view.text[start:end]
    if called.lower() in context.scribe.rules.list_words("first_person"):
        return []
    group = _group(context, called)
    return [replace(group, sentences=(item.index,))]


def _they(context: Context, match: Match) -> list[Agent]:
    """Return whom a pronoun takes up; one person alone is no "they"."""
    taken = _taken_up(context, match, _NEXT)
    several = match.text("a").lower() in context.scribe.rules.list_words("plurals")
    if several and [agent.thing.kind for agent in taken] == ["Person"]:
        met = _who_met(context, match, persons=False)
        return met or _who_met(context, match, persons=True)
    return taken or _both(context, match)


def _both(context: Context, match: Match) -> list[Agent]:
    """Return the parties of the talks that a text is about, as those who undertake.

    What "they" discuss is the talks' own; it is nobody's.
    """
    parties = () if match.rule.frame == "area" else context.parties()
    return [Agent(party, basis=Basis.INFERRED) for party in parties]


def _subject(context: Context, item: Annotated) -> list[Agent]:
    """Return the actors or the group that a sentence begins with."""
    cue = context.scribe.rules.cues.get("subject")
    found = cue.match(item.rendered.text) if cue else None
    if found is None or item.is_spoken:
        return []
    named = _named(item, *found.span("a"))
    if named:
        return [Agent(m.thing, m.text) for m in named if m.thing]
    start, end = item.rendered.span(*found.span("a"))
    return [_group(context, item.view.text[start:end])]
