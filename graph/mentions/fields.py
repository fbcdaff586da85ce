"""Fields of work that posts are for: "Foreign Affairs, Emigration and Trade"."""

from dataclasses import dataclass

from hiwar.graph.mentions.lexicon import Lexicon, Token
from hiwar.graph.mentions.mention import Mention

__all__ = ["Tail", "head_ahead", "names_people", "next_field", "take_field"]

_MOST_LEADS = 6


@dataclass(slots=True)
class Tail:
    """What stands behind a head, as far as it is read.

    Attributes:
        end: The token after the last that belongs to the post.
        words: The token after the last that stays in the post's own name.
        head: The head that the tail goes on from.
        body: The actor that it ends with, as in "Minister of Interior of Ghana".
        inner: The first actor inside it.
        served: The tokens of the post that this one serves.
        gap: A demonym right behind the head, which is no part of the name.
        named: Whether the name of the person stands before it.
        joined: Whether another post has been joined.
        in_portfolio: Whether a list of fields of work goes on.
        is_proper: Whether the head has a capital letter.
    """

    end: int
    words: int
    head: str
    body: Mention | None = None
    inner: Mention | None = None
    served: tuple[int, int] = (0, 0)
    gap: int = 0
    named: bool = False
    joined: bool = False
    in_portfolio: bool = False
    is_proper: bool = False

    @property
    def is_owned(self) -> bool:
        """Whether an actor has ended the name of the post."""
        return self.body is not None and not self.gap

    def take(self, end: int) -> int:
        """Take the tokens up to ``end`` into the post and its name."""
        self.end = self.words = end
        return end


def head_ahead(
    tokens: list[Token], at: int, words: Lexicon, *, joined: bool = True
) -> tuple[int, int]:
    """Return the first token of the head behind some leads, and the one after it.

    Leads may be ``joined`` by "and": "Migration and Asylum Minister". Half a compound
    always is: "justitie- och migrationsminister".

    ``(0, 0)`` where there is none.
    """
    for start in range(at, min(at + _MOST_LEADS, len(tokens))):
        end = words.head(tokens, start)
        if end > start:
            first, last = head_ahead(tokens, end, words)
            is_lead = tokens[start].low in words.modifiers
            is_thin = tokens[start].low in words.thin_heads and first > end
            goes_on = is_lead and end == start + 1 and (first == end or is_thin)
            return (first, last) if goes_on else (start, end)
        token = tokens[start]
        half = start > at and tokens[start - 1].text.endswith("-")
        links = (joined or half) and token.text in words.conjunctions and start > at
        if not (words.is_lead(token) or links):
            break
    return 0, 0


def take_field(tokens: list[Token], start: int, tail: Tail, words: Lexicon) -> int:
    """Take a field of work: a word with a capital, and those that go on with it."""
    token = tokens[start]
    small = words.is_portfolio(token) and not token.is_capital
    if token.slot in ("demonym", "org", "state"):
        tail.inner = tail.inner or token.mention
    elif token.slot == "document" and tail.named:
        return tail.take(start + 1)
    elif not (token.is_capital or small) or tail.is_owned:
        return 0
    at = start + 1
    while at < len(tokens) and (
        _goes_on(tokens[at], small, words)
        or _leads_on(tokens, at, words)
        or (tail.named and _is_unknown(tokens[at], words))
        or (tokens[at - 1].is_capitals and tokens[at].text.isdigit())
    ):
        at += 1
    at += at < len(tokens) and _is_unit(tokens[at], words)
    tail.in_portfolio = True
    return tail.take(at)


def names_people(token: Token, behind: Token | None, words: Lexicon) -> bool:
    """Whether a demonym is part of a field: "Kenyan Expatriates", "Kényans de …"."""
    if token.slot != "demonym" or behind is None:
        return False
    abroad = behind.text in words.owning or words.is_portfolio(behind)
    return behind.is_capital or (words.modifies_behind and abroad)


def _is_unit(token: Token, words: Lexicon) -> bool:
    """Whether a body is one of several: "[Overseas Markets] Department of the Mint"."""
    if token.slot != "org" or token.mention is None:
        return False
    return token.mention.text.split()[0].lower() in words.portfolio


def _leads_on(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether an unknown word stands before a known one: "Overseas Markets Unit"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].is_capital
        and tokens[at].text not in words.stops
        and behind is not None
        and (
            _is_unit(behind, words)
            or (behind.is_capital and words.is_portfolio(behind))
        )
    )


def _is_unknown(token: Token, words: Lexicon) -> bool:
    """Whether a word may belong to a field of work behind a name: no name follows."""
    return token.is_capital and token.text not in words.stops


def _goes_on(token: Token, small: bool, words: Lexicon) -> bool:
    """Whether a word goes on with a field of work."""
    word = token.text.lower()
    known = word in words.portfolio or (word in words.modifiers and token.is_capital)
    small = small or words.modifies_behind
    return not token.slot and known and (small or token.is_capital)


def next_field(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take the next field of a list: ", Emigration", "and Kenyan Expatriates"."""
    if at >= len(tokens) or not tail.in_portfolio or tail.is_owned:
        return 0
    ends = tokens[at].text in words.conjunctions
    if not ends and tokens[at].text != ",":
        return 0
    start = at + 1
    if not ends and start < len(tokens) and tokens[start].text in words.conjunctions:
        ends, start = True, start + 1
    linking = words.owning | words.articles | (words.sent_to if ends else frozenset())
    while start < len(tokens) and tokens[start].text.lower() in linking:
        start += 1
    if start >= len(tokens):
        return 0
    token = tokens[start]
    if token.text in words.governments:
        return 0
    behind = tokens[start + 1] if start + 1 < len(tokens) else None
    if words.is_portfolio(token):
        return take_field(tokens, start, tail, words)
    if token.slot == "place" and tail.named:
        return tail.take(start + 1)
    goes_on = behind is not None and behind.text in words.conjunctions
    if token.slot == "org" and goes_on and not ends:
        return _among_fields(tokens, start, tail, words)
    if not ends:
        return 0
    if names_people(token, behind, words):
        return take_field(tokens, start, tail, words)
    unknown = token.is_capital and token.text not in words.stops
    alone = behind is None or not (behind.is_capital or behind.slot == "person")
    alone = alone or (behind is not None and words.is_portfolio(behind))
    return take_field(tokens, start, tail, words) if unknown and alone else 0


def _among_fields(tokens: list[Token], at: int, tail: Tail, words: Lexicon) -> int:
    """Take a body between two fields: "Foreign Affairs, European Union and Trade"."""
    last = tokens[at + 2] if at + 2 < len(tokens) else None
    is_field = last is not None and last.is_capital and words.is_portfolio(last)
    return tail.take(at + 1) if is_field else 0
