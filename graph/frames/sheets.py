"""Frames of sheets: "Secretariat" as a line, and on the line below who it is."""

import re

from rdflib import Literal

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.labels import headed
from hiwar.graph.mentions import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.namespaces import HIWAR

__all__: list[str] = []


@frame("below")
def below(context: Context, match: Match) -> None:
    """State what the line below a label says of a process, where it says only that.

    The option is what the label tells of: the chair, the secretariat, or since when.
    """
    process, value = context.process(match, "p"), _value(context, match)
    if process is None or value is None or headed(context, match):
        return
    if context.scribe.sentence_naming(process) >= match.sentence:
        return
    name, sentences = match.rule.name, (value.index, match.sentence)
    actors = [m for m in value.mentions if m.slot in ("state", "org") and m.thing]
    dates = _dates(value)
    told = (match.rule.option, len(actors), len(dates))
    if told == ("established", 0, 1) and not dates[0].end:
        when = Literal(dates[0].edtf)
        context.founded.setdefault(process, (dates[0], value.index))
        context.scribe.state(process, HIWAR.established, when, name, sentences)
    holder = actors[0].thing if len(actors) == 1 else None
    if holder and told == ("secretariat", 1, 0) and actors[0].slot == "org":
        as_text, office = actors[0].text, HIWAR.hasSecretariat
        context.scribe.state(
            process, office, holder, name, sentences, mentioned_as=as_text
        )
    if holder and _is_term(told, dates):
        start = dates[0].first if dates else None
        term = context.terms.find(holder, process, start, False)
        term.note(name, value.index, match.status, actors[0].text)
        if dates:
            term.start, term.start_sentences = start, (value.index,)
            term.end, term.end_sentences = dates[0].end, (value.index,)


def _is_term(told: tuple[str, int, int], dates: list[Date]) -> bool:
    """Whether one chair is told, with no date or from one to another."""
    return told == ("chair", 1, 0) or (told == ("chair", 1, 1) and bool(dates[0].end))


def _dates(line: Annotated) -> list[Date]:
    """Return the dates of a line, of which a year alone may be all."""
    year = re.fullmatch(r"\W*((?:19|20)\d\d)\W*", line.view.text)
    found = [mention.date for mention in line.mentions if mention.date]
    return [Date(int(year[1]))] if year and not found else found


def _value(context: Context, match: Match) -> Annotated | None:
    """Return the line below, if it holds names or a date and hardly a word besides."""
    sentences = context.scribe.annotation.sentences
    line = next(iter(sentences[match.sentence + 1 :]), None)
    if line is None or line.block.last - line.block.first > 1:
        return None
    rest = line.view.text
    for mention in line.mentions:
        rest = rest.replace(mention.text, "", 1)
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\([^()]*\)", "", rest))
    plain = context.scribe.rules.word_set("governments", "function")
    return None if {word for word in words if word.lower() not in plain} else line
