"""Which of those named beside a signature signed: not who looked on, nor who is meant.

"Signed by the ministers of Kenya and Nepal, with Chile looking on", "signed by the
football federations of Kenya and Nepal": the words between the names tell.
"""

from hiwar.graph.frames.match import Match
from hiwar.graph.mentions.mention import Mention
from hiwar.graph.rules import Rules

__all__ = ["own_signers"]


def own_signers(match: Match, named: list[Mention], rules: Rules) -> list[Mention]:
    """Return those of the names in a match that signed a paper.

    A state signs where it is named alone, or behind a post or a body of it; one that
    is joined to another name does as that one did. Nobody does behind what ends a list.
    """
    offices, end = rules.cues.get("signs_for"), rules.cues.get("signers_end")
    if offices is None or end is None or not named:
        return named
    text, at = match.item.view.text, _start(match)
    signed: list[Mention] = []
    does, before = True, None
    for item in named:
        between = text[at : item.start] if item.start > at else ""
        at = max(at, item.end)
        if end.search(between):
            break
        does = _signs(item, between, before, rules, joined=does)
        if does and not _is_owner(item, text, rules):
            signed.append(item)
        before = item
    return signed


def _start(match: Match) -> int:
    """Return where the names of a match begin in its sentence."""
    return match.item.rendered.span(*match.found.span("a"))[0]


def _signs(
    item: Mention, between: str, before: Mention | None, rules: Rules, *, joined: bool
) -> bool:
    """Whether the words before a name let it be one of those who signed."""
    joins = rules.cues.get("signers_joined")
    if joins and joins.fullmatch(between):
        return joined
    if item.slot == "person" or rules.cues["signs_for"].search(between.lower()):
        return True
    behind = rules.cues.get("signs_after_person")
    person = before is not None and before.slot == "person"
    return bool(person and behind and behind.match(between))


def _is_owner(item: Mention, text: str, rules: Rules) -> bool:
    """Whether a state stands for what it has: "Kenya's school teams"."""
    rest = text[item.end :]
    if item.slot != "state" or rest[:2] not in ("'s", "’s", "' ", "’ "):
        return False
    clause = rest[2:].split(",", maxsplit=1)[0]
    return not rules.cues["signs_for"].search(clause.lower())
