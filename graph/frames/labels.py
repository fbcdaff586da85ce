"""Frames of records: "Venue: …" below the heading that names a meeting."""

from hiwar.graph.frames.context import Context, Match, frame
from hiwar.graph.frames.draft import MeetingDraft
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.names import head_of
from hiwar.graph.model import Basis, Status
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.text.layout import BlockKind

__all__ = ["headed", "is_advisory"]

_REACH = 8


@frame("record")
def record(context: Context, match: Match) -> None:
    """State what a labelled line says of the meeting that a heading above it names."""
    own = match.first("m", "m2")
    draft = context.book.read(own, match.sentence) if own else headed(context, match)
    draft = draft or context.book.own(match.sentence)
    date, ranged = match.date("t", "t2"), match.rule.option == "range"
    if draft is None or (ranged and not (date and date.end)):
        return
    name, groups = match.rule.name, ("l", "l2", "l3", "l4")
    draft.add_date(date, name, match.sentence)
    if match.place("l") and not (date or draft.date or match.rule.option):
        _date_above(context, draft, match)
    for group in groups:
        draft.add_place(match.place(group), name, match.sentence)
    context.consume(match, "t", "t2", *groups)
    if ranged:
        return
    if is_advisory(context):
        draft.vote("planned", name, match.sentence)
    slots = ("state", "org", "person")
    actors = [m for group in ("a", "b", "b2") for m in match.mentions(group, *slots)]
    if match.rule.option:
        votes = list(draft.votes)
        context.add_facts(draft, HIWAR[match.rule.option], actors, match, "participant")
        draft.votes[:] = votes


def is_advisory(context: Context) -> bool:
    """Whether a text is headed as one that asks the press to what is yet to come."""
    cue, top = context.scribe.rules.cues.get("advisory"), context.scribe.annotation
    return cue is not None and any(
        cue.match(item.view.text) for item in top.sentences[:_REACH]
    )


def _date_above(context: Context, draft: MeetingDraft, match: Match) -> None:
    """Date a meeting by the line that stands between its name and its venue."""
    sentences = context.scribe.annotation.sentences
    above = sentences[match.sentence - 1] if match.sentence else None
    days = [m for m in above.mentions if m.date and m.date.day] if above else []
    if above is None or len(days) != 1 or len(above.mentions) != 1:
        return
    if above.view.text.strip() == days[0].text and draft.sentence < above.index:
        draft.add_date(days[0].date, match.rule.name, above.index, match.sentence)


def headed(context: Context, match: Match) -> MeetingDraft | None:
    """Return the meeting that the nearest line above names, in the line or before."""
    sentences = context.scribe.annotation.sentences
    cue = context.scribe.rules.cues.get("background")
    for item in reversed(sentences[max(0, match.sentence - _REACH) : match.sentence]):
        if item.block.kind is BlockKind.PARAGRAPH:
            break
        for position, mention in sorted(item.rendered.mentions.items()):
            before = item.rendered.text[:position].rstrip()
            aside = cue and cue.search(before)
            if mention.slot == "meeting" and not aside:
                return context.book.read(mention, item.index)
    return None


@frame("series")
def series(context: Context, match: Match) -> None:
    """State a list of meetings by their places and dates: "in Lima (2004), …"."""
    if not match.status.is_true:
        return
    rules, process = context.scribe.rules, context.process(match, "p")
    noun = match.text("h") or "meeting"
    kind = head_of(noun, rules, "meeting") or "other"
    phrase: dict[str, str] = rules.words.get("gathered_name", {})
    dates = match.mentions("list", "date")
    for place, date in zip(match.mentions("list", "place"), dates, strict=False):
        label = f"{noun.rstrip('s')} {phrase.get('in_place', '')} {place.text}"
        draft = _known(context, place, date) or context.book.add(
            MeetingDraft(label, match.sentence, descriptive=True, kind=kind)
        )
        if draft.process is None:
            draft.process, draft.process_sentences = process, (match.sentence,)
        draft.add_date(date.date, match.rule.name, match.sentence)
        draft.add_place(place, match.rule.name, match.sentence)
        draft.vote("held", match.rule.name, match.sentence)
    context.consume(match, "list")


def _known(context: Context, place: Mention, date: Mention) -> MeetingDraft | None:
    """Return the meeting of a place and a date that was named before."""
    for draft in context.book.drafts:
        day = draft.date or draft.near
        if (
            place.thing in draft.hints
            and day
            and date.date
            and day.year == date.date.year
        ):
            return draft
    return None


@frame("move")
def move(context: Context, match: Match) -> None:
    """State to when and where a meeting was moved, instead of what was planned."""
    draft = context.meeting(match, "m")
    if not draft or match.status not in (Status.REPORTED, Status.PLANNED):
        return
    rule, planned = match.rule.name, Status.PLANNED
    date, place = match.date("t"), match.place("l", "l2")
    for mention in match.item.mentions:
        if mention.slot in ("date", "place", "state"):
            context.consumed.add((match.sentence, mention.start))
    if date:
        draft.dates = [item for item in draft.dates if item.status.is_true]
        draft.add_date(date, rule, match.sentence, status=planned)
    if place:
        draft.places = [item for item in draft.places if item.status.is_true]
        draft.add_place(place, rule, match.sentence, status=planned)


@frame("again")
def again(context: Context, match: Match) -> None:
    """State when and where those who met are to meet next."""
    focus = context.book.focus
    if match.status not in (Status.REPORTED, Status.PLANNED) or not focus:
        return
    if context.has_consumed(match, "t", "t2", "l", "l2"):
        return
    name = context.scribe.rules.words.get("next_meeting", "")
    draft = MeetingDraft(name, match.sentence, descriptive=True, kind="other")
    draft.process, draft.process_sentences = focus.process, focus.process_sentences
    draft.process_basis = Basis.INFERRED
    rule, planned = match.rule.name, Status.PLANNED
    draft.add_date(match.date("t", "t2"), rule, match.sentence, status=planned)
    draft.add_place(match.place("l", "l2"), rule, match.sentence, status=planned)
    draft.vote("planned", rule, match.sentence)
    context.book.add(draft)
    context.consume(match, "t", "t2", "l", "l2")


@frame("joint")
def joint(context: Context, match: Match) -> None:
    """State that two processes held one meeting."""
    processes = [p.thing for p in match.mentions("p", "process") if p.thing]
    for mention in match.mentions("m", "meeting"):
        draft = context.book.read(mention, match.sentence)
        if draft and match.status.is_true:
            draft.process = draft.process or processes[0]
            draft.process_sentences = draft.process_sentences or (match.sentence,)
            draft.also.extend((process, (match.sentence,)) for process in processes)
            draft.vote("held", match.rule.name, match.sentence)
