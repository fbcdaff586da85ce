"""The account: what was found in each sentence of a document, and what came of it."""

import re
from dataclasses import dataclass

from hiwar.graph.model import Refusal, Source, Status

__all__ = ["Explained", "Explanation", "Fact", "Finding", "Named", "shown"]

_UNSHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def shown(text: str) -> str:
    r"""Return a text in one line, in which no character commands a screen.

    >>> shown("Nepal\n and \x1b[2JFiji")
    'Nepal and \ufffd[2JFiji'
    """
    return _UNSHOWN.sub("\ufffd", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: what the text has from ``start`` to ``end``.

    Attributes:
        means: The name of what it was taken to mean, where that is another one.
        first: The number of the sentence that named it first, where that is another.
        is_open: Whether it refers back to something that was not found.
    """

    start: int
    end: int
    slot: str
    means: str = ""
    first: int | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement in words.

    Attributes:
        others: The other sentences that it needs.
    """

    subject: str
    predicate: str
    object: str
    status: str
    basis: str
    rule: str
    others: tuple[int, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What is not as it mostly is: another status than reported, inferred."""
        status = () if self.status == "reported" else (self.status,)
        return (*status, "inferred") if self.basis == "inferred" else status

    @property
    def is_true(self) -> bool:
        """Whether it may stand as a plain triple."""
        return Status(self.status).is_true


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that matched, and what came of it.

    Attributes:
        cue: The words that decided the status, empty where there are none.
        about: The meeting that it was taken to be about.
        about_first: The number of the sentence that named that meeting first, where
            its own does not name it.
        refusals: Why it was refused, if it was.
        outcome: What came of it where it neither made a fact here nor was refused.
    """

    rule: str
    frame: str
    start: int
    end: int
    status: str
    cue: str
    about: str
    about_first: int | None
    facts: tuple[Fact, ...]
    refusals: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence with all that was made of it.

    Attributes:
        facts: What rules outside its findings made of it.
        refusals: What was refused that no finding tells of.
    """

    number: int
    start: int
    end: int
    block: str
    is_spoken: bool
    named: tuple[Named, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    refusals: tuple[Refusal, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether no rule had anything to do with it."""
        return not (self.findings or self.facts or self.refusals)

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """All facts that it states."""
        found = (fact for item in self.findings for fact in item.facts)
        return (*found, *self.facts)

    @property
    def all_refusals(self) -> tuple[tuple[str, str], ...]:
        """The rule and the reason of all that was refused in it."""
        found = ((item.rule, why) for item in self.findings for why in item.refusals)
        return (*found, *((item.rule, item.reason) for item in self.refusals))


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was made of a document."""

    source: Source
    sentences: tuple[Explained, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many sentences, facts, those kept as not true, and refusals there are."""
        facts = [f for s in self.sentences for f in s.all_facts]
        refused = [r for s in self.sentences for r in s.all_refusals]
        quiet = sum(item.is_quiet for item in self.sentences)
        return {
            "sentences": len(self.sentences),
            "without anything": quiet,
            "true facts": sum(fact.is_true for fact in facts),
            "others": sum(not fact.is_true for fact in facts),
            "refusals": len(refused),
        }
