"""What to call a thing, from what is known when its name is minted."""

from collections.abc import Iterable

from rdflib import URIRef

from hiwar.graph import edtf
from hiwar.graph.namespaces import HIWAR, RDFS
from hiwar.graph.resolve.accounts import Accounts, Member
from hiwar.graph.resolve.documents import DocumentProfile
from hiwar.graph.resolve.meetings import MeetingProfile
from hiwar.graph.resolve.names import slug
from hiwar.graph.resolve.terms import TermProfile
from hiwar.graph.resolve.world import World

__all__ = ["document_slug", "meeting_slug", "name_slug", "term_slug", "wording_slug"]

_OPENING = 8


def name_slug(accounts: Accounts, world: World, members: tuple[Member, ...]) -> str:
    """Return the first name of a thing, and for what it is where that is known."""
    member = members[0]
    bodies = world.iris(member, accounts.values(member, HIWAR.postFor, HIWAR.roundOf))
    names = accounts.texts(member, RDFS.label) or [member.key]
    number = accounts.texts(member, HIWAR.ordinal)[:1]
    if member.kind == "DialogueRound" and number:
        return slug(*_tails(bodies), "round", number[0])
    return slug(names[0], *_tails(bodies))


def wording_slug(accounts: Accounts, world: World, members: tuple[Member, ...]) -> str:
    """Return the opening words of what was undertaken or aimed at."""
    member = members[0]
    texts = accounts.texts(member, HIWAR.wording) or accounts.texts(member, RDFS.label)
    return slug(*" ".join(texts[:1]).split()[:_OPENING])


def meeting_slug(profile: MeetingProfile) -> str:
    """Return process, kind and date; number, place or name where there is no date."""
    kinds = _tails(profile.kinds)
    processes = _tails(profile.processes)
    days = sorted(
        edtf.fill_year(text, profile.within) or text for text in profile.dates
    )
    dates = [text.partition("/")[0] for text in days if edtf.has_year(text)]
    dates = sorted(filter(None, dates), key=len)[-1:]
    numbers = sorted(profile.ordinals)[:1]
    if not processes:
        return slug(sorted(profile.names)[0], *dates)
    where = _tails(profile.places) or _tails(profile.venue_states)
    return slug(*processes, *kinds, *(dates or numbers or where[:1]))


def document_slug(profile: DocumentProfile) -> str:
    """Return its name, and its year where that is known."""
    years = sorted({date[:4] for date in profile.dates if date[:4].isdigit()})
    name = sorted(profile.names)[0]
    return slug(name, *(year for year in years[:1] if year not in name))


def term_slug(profile: TermProfile) -> str:
    """Return who fills the roles, and when the term starts as far as it is known."""
    predicate, *roles = profile.roles.split(" ")
    if not predicate.startswith("http"):
        return ""
    role = predicate.removeprefix(f"{HIWAR}has").lower()
    kind = [role] if profile.members[0].kind == "Membership" else []
    low, high = profile.start
    start = ""
    if low and high and low.year == high.year:
        start = f"{low:%Y-%m}" if low.month == high.month else f"{low:%Y}"
    return slug(*_tails(map(URIRef, roles), ordered=False), *kind, start)


def _tails(iris: Iterable[URIRef], *, ordered: bool = True) -> list[str]:
    """Return the last part of each IRI."""
    tails = [str(iri).rpartition("/")[2] for iri in iris]
    return sorted(tails) if ordered else tails
