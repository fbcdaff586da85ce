"""What a text leaves out since it has just said it: a year, the noun of a meeting.

"On 24 February 2020 and on 25 February": both days are of 2020. "Two mini-summits
had taken place. The first was held on 29 November": the first of these.
"""

import datetime
import re
from dataclasses import replace
from functools import cache

from hiwar.graph.mentions.annotated import Annotated
from hiwar.graph.mentions.date import Date
from hiwar.graph.mentions.editions import kind_of
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.mentions.ordinal import ordinal_number
from hiwar.graph.mentions.phrases import ordinal_pattern
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.rules import Rules

__all__ = ["find_elided", "share_year"]

_NEAR = datetime.timedelta(days=31)
_Found = tuple[int, int, Date]


def share_year(dates: list[_Found], text: str, rules: Rules) -> list[_Found]:
    """Return dates, where days without a year have that of the day told beside them.

    Only where a sentence names one year, with a day of it at most a month away, and
    speaks of no other year in words.
    """
    other = rules.cues.get("other_year")
    years = {date.year for _, _, date in dates if date.year}
    if other is None or len(years) != 1 or other.search(text):
        return dates
    (year,) = years
    told = [day for _, _, date in dates if (day := _day(date))]
    if year is None or not told:
        return dates
    return [
        (start, end, date.with_year(year) if _is_near(date, year, told) else date)
        for start, end, date in dates
    ]


def _is_near(date: Date, year: int, told: list[datetime.date]) -> bool:
    """Whether a day without a year is near one that is told with it."""
    day = None if date.year else _day(replace(date, year=year))
    return day is not None and any(abs(day - other) <= _NEAR for other in told)


def _day(date: Date) -> datetime.date | None:
    if not (date.year and date.month and date.day):
        return None
    try:
        return datetime.date(date.year, date.month, date.day)
    except ValueError:
        return None


@cache
def _elided(rules: Rules) -> re.Pattern[str] | None:
    """Return the pattern of an ordinal that stands for a meeting: "the second was"."""
    lead, behind = (rules.cues.get(f"elided_{name}") for name in ("lead", "behind"))
    if lead is None or behind is None:
        return None
    return re.compile(
        rf"(?:{lead.pattern})(?P<name>(?P<ord>{ordinal_pattern(rules)}))"
        rf"(?={behind.pattern})",
        re.IGNORECASE,
    )


def find_elided(
    rendered: Rendered, text: str, rules: Rules, before: Annotated | None
) -> list[Mention]:
    """Return the meetings that an ordinal alone names, after what they are was said.

    The noun is that of a numbered meeting before it in the sentence, else that of
    the meetings of which the sentence before tells.
    """
    pattern, found = _elided(rules), list[Mention]()
    for match in pattern.finditer(rendered.text) if pattern else ():
        number = ordinal_number(match["ord"], rules)
        noun, counted = _told(rendered, match.start(), rules)
        if not noun and before:
            noun, counted = _counted(before, rules), True
        if not noun and before:
            end = len(before.rendered.text)
            noun, counted = _told(before.rendered, end, rules)
        if not noun or not number:
            continue
        start, end = rendered.span(*match.span("name"))
        details = {
            "kind": kind_of(noun, rules),
            "head": noun.rpartition(" ")[2],
            "ordinal": str(number),
            "counted": "yes" if counted else "",
            "det": "the",
        }
        name = f"{text[start:end]} {noun}"
        found.append(Mention("meeting", start, end, name, details=details))
    return found


def _told(rendered: Rendered, position: int, rules: Rules) -> tuple[str, bool]:
    """Return what the last numbered meeting before a place is called, if any.

    And whether it is one of those that a text counts, and no edition.
    """
    numbered = [
        mention
        for place, mention in sorted(rendered.mentions.items())
        if place < position and mention.details.get("ordinal")
    ]
    if not numbered:
        return "", False
    last = numbered[-1]
    start = rf"^(?:\w+ )?(?:{ordinal_pattern(rules)}) "
    noun = re.sub(start, "", last.text, flags=re.IGNORECASE)
    return noun, bool(last.details.get("counted"))


def _counted(before: Annotated, rules: Rules) -> str:
    """Return what the meetings that a sentence counts are called, if it counts any."""
    counted = rules.cues.get("counted_meetings")
    told = list(counted.finditer(before.rendered.text)) if counted else []
    return told[-1]["noun"].lower() if told else ""
