"""The queries of our own pages, and their answers as values that a page can show.

What a visitor names is put in as a term, never as text.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

from hiwar.graph.formats import Answer
from hiwar.graph.namespaces import BASE, PREFIXES
from hiwar.server.frames import Job
from hiwar.server.session import Session

__all__ = ["Row", "Value", "best_label", "local_path", "read_rows", "select"]

_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})

_KNOWN: Final = (BASE, *PREFIXES.values())


@dataclass(frozen=True, order=True, slots=True)
class Value:
    """A term, as a page shows it.

    Attributes:
        text: The IRI, the lexical form, or the label of a blank node.
        kind: ``uri``, ``literal``, ``bnode`` or ``triple``.
        language: The language tag, or empty.
        datatype: The IRI of the datatype, or empty.
    """

    text: str
    kind: str = "uri"
    language: str = ""
    datatype: str = ""

    @property
    def is_iri(self) -> bool:
        """Whether it is an IRI."""
        return self.kind == "uri"

    @property
    def path(self) -> str:
        """Where this site shows it, or its address elsewhere, or empty."""
        if not self.is_iri:
            return ""
        return local_path(self.text)

    @property
    def short(self) -> str:
        """A short form: the last part of a name that we use, or the text."""
        if not self.is_iri or not self.text.startswith(_KNOWN):
            return self.text
        return self.text.rstrip("/").rpartition("#")[2].rpartition("/")[2]

    @property
    def compact(self) -> str:
        """The text; of a name of ours, what follows the base."""
        return self.text.removeprefix(BASE) if self.is_iri else self.text

    @property
    def direction(self) -> str:
        """The direction in which its language is written."""
        primary = self.language.partition("-")[0].lower()
        return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"


Row = dict[str, Value]
"""A solution: the bound variables."""


def select(session: Session, query: str, **things: str) -> list[Row]:
    """Return the solutions of one of our own queries.

    Args:
        session: What asks it.
        query: The query; it may use our prefixes without declaring them.
        things: IRIs that stand for variables which the query selects.
    """
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    job = Job(
        query=prologue + query,
        answer=Answer.SOLUTIONS.value,
        format="json",
        deadline_s=session.settings.query_deadline_s,
        base_iri=BASE,
        substitutions=things,
    )
    return read_rows(json.loads(b"".join(session.ask(job))))


def read_rows(answer: dict[str, Any]) -> list[Row]:
    """Return the solutions of a SPARQL JSON document."""
    return [
        {name: _value(term) for name, term in binding.items()}
        for binding in answer["results"]["bindings"]
    ]


def _value(term: dict[str, Any]) -> Value:
    if term["type"] == "triple":
        parts = (_value(term["value"][part]) for part in term["value"])
        return Value(" ".join(part.text for part in parts), "triple")
    return Value(
        term["value"], term["type"], term.get("xml:lang", ""), term.get("datatype", "")
    )


def best_label(labels: list[Value], language: str = "en") -> Value | None:
    """Return the label in a language, else one without, else the first of all.

    >>> best_label([Value("Égypte", "literal", "fr"), Value("Egypt", "literal", "en")])
    Value(text='Egypt', kind='literal', language='en', datatype='')
    """
    order = {language: 0, "": 1}
    return min(
        labels, key=lambda label: (order.get(label.language, 2), label), default=None
    )


def local_path(iri: str) -> str:
    """Return where this site shows an IRI: our own by path, others as they are.

    An address that a browser would run is none.

    >>> local_path(BASE + "id/state/EGY"), local_path("javascript:alert(1)")
    ('/id/state/EGY', '')
    """
    if iri.startswith(BASE):
        # two slashes would name another host
        return "/" + iri.removeprefix(BASE).lstrip("/")
    return iri if iri.startswith(("https://", "http://")) else ""
