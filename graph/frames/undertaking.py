"""What commitments, intentions and areas share: wording, theme and meeting."""

import re

from rdflib import Literal, URIRef

from hiwar.graph.frames.context import Context, Match
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.frames.themes import main_theme, themes_in
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Basis, Status, Thing
from hiwar.graph.namespaces import HIWAR

__all__ = [
    "state_item",
    "state_meeting",
    "was_held",
    "wording_of",
    "wording_of_item",
    "wordings_of",
    "years_in",
]

_KEY_WORDS = 10
_FEWEST = 2
_FEW_WORDS = 20
_NUMBERED = re.compile(r"(?:^|(?<=[\s:;,]))\((?:[ivx]{1,5}|[a-h]|\d{1,2})\)\s+")


def wording_of(context: Context, match: Match) -> str:
    """Return the wording: the sentence from the subject of the match on.

    What stands before the subject and only says when or where belongs to it.
    """
    begin = match.found.start()
    if "w" in match.found.re.groupindex and match.found.start("w") >= 0:
        begin = match.found.start("w")
    start = match.item.rendered.span(begin, match.found.end())[0]
    text = match.item.view.text
    if match.rule.option in (
        "topics",
        "behind-topics",
        "policy",
        "priority-of",
        "priorities",
        "document",
        "by",
        "ahead",
        "",
    ):
        start = 0 if match.rule.frame == "area" else start
    for article in context.scribe.rules.list_words("articles"):
        lead = article if article.endswith("'") else f"{article} "
        before = text[:start].lower().replace("’", "'")
        if before == lead or before.endswith(f" {lead}"):
            start -= len(lead)
    return text[_led_in(context, match, start) :].rstrip(" .;")


def _led_in(context: Context, match: Match, start: int) -> int:
    """Return where a wording begins with the few words that say when or where."""
    leads, text = context.scribe.rules.cues.get("leads_in"), match.item.view.text
    if leads is None or not leads.fullmatch(text[:start]):
        return start
    said = match.found.end()
    if "text" in match.found.re.groupindex:
        said = match.found.start("text")
    end = match.item.rendered.span(match.found.start(), said)[1]
    return 0 if len(text[:end].split()) <= _FEW_WORDS else start


def wordings_of(context: Context, match: Match) -> list[str]:
    """Return the wordings of what was agreed: each of "(i) …; (ii) …", else the one."""
    whole = wording_of(context, match)
    parts = _NUMBERED.split(whole)[1:]
    if len(parts) < _FEWEST:
        return [whole]
    return [_without_link(context, part) for part in parts]


def wording_of_item(context: Context, item: Annotated) -> str:
    """Return the wording of a list item, without its label and what leads on."""
    text, label = item.view.text, context.scribe.rules.cues.get("item_label")
    found = label.match(text) if label else None
    return _without_link(context, text[found.end() :] if found else text)


def years_in(item: Annotated, start: int = 0, end: int = 10**6) -> set[int]:
    """Return the years of the dates in a stretch of a sentence."""
    dates = (mention.date for mention in item.rendered.within(start, end, "date"))
    return {date.year for date in dates if date and date.year}


def _without_link(context: Context, wording: str) -> str:
    """Return a wording without the ";" and "and" that lead on to the next one."""
    wording = wording.rstrip(" ;,.")
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


def was_held(context: Context, draft: MeetingDraft) -> bool:
    """Whether all that was read so far tells of a meeting as held."""
    votes = {vote[0] for vote in draft.votes}
    cues = context.scribe.rules.cues
    if votes or not {"held", "planned"} <= cues.keys():
        return votes == {"held"}
    text = context.scribe.annotation.sentences[draft.sentence].rendered.text
    return bool(cues["held"].search(text)) and not cues["planned"].search(text)
