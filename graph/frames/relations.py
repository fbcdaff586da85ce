"""The frame of how processes, meetings and documents hang together."""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.model import Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.rules import Rules

__all__: list[str] = []

_RELATED = ("process", "meeting", "document", "instrument")
_SLOTS = {"hasDonor": ("state", "org")}
"""What else a property leads to than to another such thing."""


@frame("relate")
def relate(context: Context, match: Match) -> None:
    """State that one process, meeting or document relates to another."""
    if match.item.is_spoken:
        return
    predicate = HIWAR[match.rule.option]
    for subject in _subjects(context, match):
        for mention in _objects(match, context.scribe.rules):
            target = _related(context, match, mention)
            if target is None or target == subject:
                continue
            context.scribe.state(
                subject,
                predicate,
                target,
                match.rule.name,
                (match.sentence,),
                status=match.status,
                mentioned_as=mention.text,
            )


def _objects(match: Match, rules: Rules) -> list[Mention]:
    """Return what the subject relates to, up to where the means begin.

    "Builds on the plan, adopted in 2018, and on the pact" goes on behind them.
    """
    group = "list" if "list" in match.found.re.groupindex else "y"
    start, end = match.found.span(group)
    if start < 0:
        return []
    text = match.item.rendered.text[start:end]
    cue, over = rules.cues.get("means"), rules.cues.get("means_over")
    stop = cue.search(text) if cue else None
    again = over.search(text, stop.end()) if over and stop else None
    rendered, slots = match.item.rendered, _SLOTS.get(match.rule.option, _RELATED)
    first = rendered.within(start, start + stop.start() if stop else end, *slots)
    more = rendered.within(start + again.end(), end, *slots) if again else []
    return [*first, *more]


def _subjects(context: Context, match: Match) -> list[Thing]:
    """Return the subject: named, or what the sentences before were about."""
    if match.text("itself"):
        title = context.title.instrument if context.title else None
        document = context.document(title) if title else None
        return [document] if document else []
    named = match.mentions("x", *_RELATED)
    if named:
        found = [_related(context, match, mention) for mention in named]
        return [thing for thing in found if thing]
    words = fold(match.text("x")).removeprefix("the ")
    if words in context.scribe.rules.list_words("plural_documents"):
        return _adopted_last(context)
    pronouns = context.scribe.rules.word_set("it", "own")
    if words in pronouns and context.subject:
        return [context.subject]
    called = context.scribe.rules.list_words("process_words")
    if called and words.endswith(called) and context.main_process:
        return [context.main_process]
    if words.endswith(context.scribe.rules.list_words("lasting_heads")):
        return [context.main_process] if context.main_process else []
    focus = context.told_of(match.item) or context.book.focus
    thing = focus.thing if focus else context.main_process
    return [thing] if thing else []


def _adopted_last(context: Context) -> list[Thing]:
    """Return the documents that one meeting adopted, the last that was told of."""
    drafts = [draft for draft, _ in context.adopted.values()]
    last = drafts[-1] if drafts else None
    return [doc for doc, (draft, _) in context.adopted.items() if draft is last]


def _related(context: Context, match: Match, mention: Mention) -> Thing | None:
    """Return what a mention of a process, meeting or document means."""
    if mention.slot == "meeting":
        if mention.details.get("generic") == "dialogue":
            draft = context.book.read(mention, match.sentence)
            return draft.thing if draft else context.main_process
        draft = context.book.read(mention, match.sentence)
        if draft and match.status.is_true and draft is not context.book.focus:
            draft.vote("held", match.rule.name, match.sentence)
        return draft.thing if draft else None
    if mention.slot == "document":
        return context.document(mention)
    return mention.thing
