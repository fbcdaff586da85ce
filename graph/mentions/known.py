"""The persons whom a document has named so far, each with one post."""

from dataclasses import dataclass, replace

from hiwar.graph.mentions.mention import fold
from hiwar.graph.mentions.posts import Post
from hiwar.graph.model import Thing

__all__ = [
    "Person",
    "full_names",
    "held_post",
    "identify",
    "is_surname",
    "learn_person",
]


@dataclass(slots=True)
class Person:
    """A person as the document knows him or her so far."""

    thing: Thing
    name: str
    post: Post | None = None


def learn_person(name: str, post: Post | None, known: dict[str, Person]) -> Person:
    """Return the person whom a name means, with the post that is said most fully."""
    person = identify(name, known)
    if person is None:
        person = Person(Thing("Person", fold(name)), name)
        known[fold(name)] = person
    if post:
        person.post = _fuller(person.post, post) if person.post else post
    return person


def is_surname(name: str, known: dict[str, Person]) -> bool:
    """Whether a name is that with which the full name of one known person ends.

    >>> ana = Person(Thing("Person", "ana ben sample"), "Ana Ben Sample")
    >>> [is_surname(n, {"ana ben sample": ana}) for n in ("Ben Sample", "Ana", "Ben")]
    [True, False, False]
    """
    end = " " + fold(name).removesuffix("'s")
    return sum(full.endswith(end) for full in known) == 1


def held_post(thing: Thing | None, known: dict[str, Person]) -> Post | None:
    """Return the post of a known person, None for any other thing.

    >>> ana = Person(Thing("Person", "ana sample"), "Ana Sample")
    >>> held_post(Thing("State", "TD"), {"ana sample": ana}) is None
    True
    """
    held = (person.post for person in known.values() if person.thing == thing)
    return next(held, None)


def _fuller(old: Post, new: Post) -> Post:
    """Return the fuller of two posts of one person.

    "Minister" gives way to "Minister of Health"; a post without a state gains the
    one that is said of the same post elsewhere.
    """
    before, after = set(fold(old.text).split()), set(fold(new.text).split())
    if before < after:
        return new if new.body else replace(new, body=old.body)
    if after <= before and old.body is None:
        return replace(old, body=new.body)
    same_kind = old.kind.split()[-1:] == new.kind.split()[-1:]
    if same_kind and old.body is None and new.body is not None:
        return new
    return old


def identify(name: str, known: dict[str, Person]) -> Person | None:
    """Return the one known person whom a full name or a surname means."""
    folded = fold(name)
    if folded in known:
        return known[folded]
    words = folded.split()
    fitting = [
        person
        for full, person in known.items()
        if full.split()[-len(words) :] == words
        or (len(words) > 1 and set(words) == set(full.split()))
    ]
    if not fitting and len(words) == 1:
        fitting = [p for full, p in known.items() if full.split()[0] == words[0]]
    return fitting[0] if len(fitting) == 1 else None


def full_names(known: dict[str, Person]) -> dict[str, Person]:
    """Return the persons with full names, where one is also named by surname first.

    A headline often has "Minister Sample" whom only the text calls Ana Sample; it is
    read again, knowing her. None are returned where that would change nothing.
    """
    full = {key: person for key, person in known.items() if " " in key}
    last = [key.rpartition(" ")[2] for key in full]
    early = [key for key in known if " " not in key and last.count(key) == 1]
    return {
        key: Person(person.thing, person.name) for key, person in full.items() if early
    }
