"""Why a match is no undertaking: of others, of another time, or only an opinion."""

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.instrument import (
    carries_undertakings,
    find_set_out,
    follows_commitment,
    speaks_itself,
)
from hiwar.graph.frames.outsiders import are_outsiders
from hiwar.graph.frames.themes import in_domain
from hiwar.graph.frames.undertaking import years_in
from hiwar.graph.model import Status
from hiwar.graph.rules.patterns import Sought
from hiwar.graph.text.layout import BlockKind

__all__ = ["is_of_another_time", "leads_areas", "no_undertaking"]


def no_undertaking(context: Context, match: Match) -> str:
    """Return why a match is no undertaking, empty where it is one."""
    if match.item.is_spoken:
        return "a speaker's words"
    if match.item.block.kind is BlockKind.HEADING:
        return "a headline"
    if are_outsiders(match, context.scribe.rules) or _are_strangers(context, match):
        return "others than states"
    if match.rule.option == "instrument":
        if not carries_undertakings(context, match):
            return "a plan that no signed document carries"
        return _no_act(context, match)
    if match.rule.option == "also" and not _goes_on(context, match):
        return "of nobody who was told to act"
    if match.rule.option == "part" and not follows_commitment(context, match):
        return "of nothing that was undertaken"
    ours = match.rule.option == "first-person"
    if ours and not speaks_itself(context):
        return "a speaker's words"
    if [m.slot for m in match.mentions("a", "state", "org", "person")] == ["person"]:
        return "what one person means to do"
    if not match.status.is_true and not (ours and match.status is Status.PLANNED):
        return f"status {match.status.value}: no undertaking"
    return _no_act(context, match)


def _are_strangers(context: Context, match: Match) -> bool:
    """Whether "they" are the protesters or mayors that the sentence before names."""
    rules = context.scribe.rules
    cue, before = rules.cues.get("strangers_before"), match.sentence - 1
    who = (match.found.groupdict().get("a") or "").lower()
    if cue is None or match.sentence == match.item.block.first:
        return False
    if who not in rules.list_words("pronouns"):
        return False
    return bool(cue.search(context.scribe.annotation.sentences[before].rendered.text))


def _goes_on(context: Context, match: Match) -> bool:
    """Whether those of whom the sentence before tells may be who acts here too."""
    cue, before = context.scribe.rules.cues.get("also_behind"), match.sentence - 1
    if cue is None or before < 0:
        return False
    told = context.scribe.annotation.sentences[before].rendered.text
    return before in context.undertaken or bool(cue.search(told))


def _no_act(context: Context, match: Match) -> str:
    """Return why nothing is to be done about migration now, empty where it is."""
    if not in_domain(context, match.item.view.text):
        return "nothing to do with migration"
    if is_of_another_time(context, match):
        return "of another time than the meeting"
    if match.rule.option == "set-out" and not find_set_out(
        context, match, inside=False
    ):
        return "an opinion that no document sets out"
    cue = context.scribe.rules.cues.get("asserts")
    if cue and match.rule.frame == "commit" and _asserts(match, cue):
        return "an opinion: nothing to be done"
    return ""


def is_of_another_time(context: Context, match: Match) -> bool:
    """Whether the words before place an undertaking before the meeting spoken of."""
    focus, start = context.book.focus, match.found.start()
    cue = context.scribe.rules.cues.get("other_time")
    said = match.found.start("text") if match.found.groupdict().get("text") else start
    if cue and cue.search(match.item.rendered.text, 0, said):
        return True
    if focus is None or focus.sentence == match.sentence:
        return False
    told = years_in(match.item, 0, said)
    held = years_in(context.scribe.annotation.sentences[focus.sentence])
    return bool(told and held) and told.isdisjoint(held)


def _asserts(match: Match, cue: Sought) -> bool:
    """Whether what was agreed is how things are, and not what is to be done."""
    words = match.found.groupdict().get("text") or ""
    return match.rule.name != "commit.recognise" and bool(cue.search(words.lstrip()))


def leads_areas(context: Context, match: Match) -> bool:
    """Whether what stands below "they agreed to work in three areas:" are areas."""
    cue = context.scribe.rules.cues.get("areas_end")
    return bool(cue and cue.search(match.item.rendered.text))
