"""Which process a phrase means: its name, "it", "the forum", or none at all."""

from hiwar.graph.frames.match import Match
from hiwar.graph.frames.scribe import Scribe
from hiwar.graph.mentions import Annotation
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Thing
from hiwar.graph.rules import Rules
from hiwar.graph.text.layout import BlockKind

__all__ = ["process_meant"]

_CHAIRING = frozenset({"chair", "rota"})


def process_meant(
    match: Match,
    groups: tuple[str, ...],
    scribe: Scribe,
    subject: Thing | None,
    main: Thing | None,
) -> Thing | None:
    """Return the process in a group of the match, else the document's main one.

    "It" is what the sentence before is about, "the forum" the process of which the
    text spoke last under that word; where nothing fits, none.
    """
    annotation, rules = scribe.annotation, scribe.rules
    for group in groups:
        for mention in match.mentions(group, "process", "meeting"):
            part = mention if mention.slot == "process" else mention.part("process")
            if part and not mention.details.get("ordinal"):
                return part.thing
            if mention.details.get("generic") == "dialogue":
                return main
            noun = mention.details.get("word", "")
            known = _last_called(noun, match, annotation)
            return known or (main if _is_process(noun, scribe) else None)
        word = match.text(group).lower().rpartition(" ")[2]
        if word:
            pronouns = (*rules.list_words("it"), *rules.list_words("own"))
            if word in pronouns and subject is None:
                return _named_before(match, annotation)
            if word in pronouns:
                if match.rule.frame in _CHAIRING and _met_before(match, annotation):
                    return None
                return subject if subject and subject.kind == "Process" else None
            alone = word in rules.list_words("process_words") or scribe.only_process()
            called = _last_called(word, match, annotation)
            return called or (main if alone else None)
    return None if _is_anothers(match, rules) else _headed(match, annotation) or main


def _is_anothers(match: Match, rules: Rules) -> bool:
    """Whether a match is told of another body: "the secretariat ‖ of a council"."""
    text, end = match.item.rendered.text, match.found.end()
    of, by = rules.cues.get("of_another"), rules.cues.get("another_owns")
    return bool((of and of.match(text, end)) or (by and by.search(text, 0, end)))


def _is_process(word: str, scribe: Scribe) -> bool:
    """Whether "the forum" is the one process of a text that names no meeting so."""
    rules = scribe.rules
    return (
        word in rules.list_words("series_heads")
        and scribe.only_process()
        and not any(
            word in fold(mention.text).split() and "generic" not in mention.details
            for item in scribe.annotation.sentences
            for mention in item.mentions
            if mention.slot == "meeting"
        )
    )


def _named_before(match: Match, annotation: Annotation) -> Thing | None:
    """Return the process whose own "its" may be: the one in the sentence before.

    Not where a body stands beside it there.
    """
    if match.sentence == 0:
        return None
    before = annotation.sentences[match.sentence - 1].mentions
    named = {mention.thing for mention in before if mention.slot == "process"}
    bodies = any(mention.slot in ("org", "meeting", "document") for mention in before)
    return named.pop() if len(named) == 1 and not bodies else None


def _met_before(match: Match, annotation: Annotation) -> bool:
    """Whether the sentence before tells of a meeting, which "it was chaired" means."""
    if match.item.index == match.item.block.first:
        return False
    before = annotation.sentences[match.sentence - 1].mentions
    return any(mention.slot == "meeting" for mention in before)


def _last_called(word: str, match: Match, annotation: Annotation) -> Thing | None:
    """Return the last process before that a word is part of the name of.

    "The forum" is the "Forum on Visas" that the text named last.
    """
    for item in reversed(annotation.sentences[: match.sentence + 1]):
        for mention in reversed(item.mentions):
            for part in (mention, *mention.parts):
                if part.slot == "process" and word in fold(part.text).split():
                    return part.thing
    return None


def _headed(match: Match, annotation: Annotation) -> Thing | None:
    """Return the process of the heading right above a labelled line."""
    if not match.rule.name.endswith((".label", ".list")):
        return None
    for item in reversed(annotation.sentences[: match.sentence]):
        named = [m.thing for m in item.mentions if m.slot == "process"]
        if item.block.kind is BlockKind.HEADING and named:
            return named[0]
        if item.block.kind is BlockKind.PARAGRAPH and named:
            break
    return None
