"""Explanations as one HTML page, whole in itself.

Every text gets into the page as a text node or an attribute of a tree, so that
nothing in a document can become markup; the page asks for no other file and
lets none be loaded.
"""

from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from hiwar.graph.explanation.account import (
    Explained,
    Explanation,
    Fact,
    Finding,
    shown,
)

__all__ = ["write_page"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TRUE = ("reported", "adopted")


def write_page(explanations: Sequence[Explanation]) -> str:
    """Return a page with a section for each document."""
    html = Element("html", lang="en")
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(
        head,
        "meta",
        {"http-equiv": "Content-Security-Policy", "content": _POLICY},
    )
    SubElement(
        head, "meta", name="viewport", content="width=device-width, initial-scale=1"
    )
    names = ", ".join(shown(item.source.name) for item in explanations)
    _add(head, "title", f"What was read: {names}")
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    SubElement(head, "style").text = style
    body = SubElement(html, "body")
    if len(explanations) > 1:
        contents = SubElement(SubElement(body, "nav"), "ol")
        for number, item in enumerate(explanations, start=1):
            _add(
                SubElement(contents, "li"),
                "a",
                shown(item.source.name),
                href=f"#d{number}",
            )
    for number, item in enumerate(explanations, start=1):
        _Section(body, item, number).write()
    return "<!doctype html>\n" + tostring(html, "unicode", method="html") + "\n"


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with a text; ``class_`` is its class."""
    if "class_" in attributes:
        attributes["class"] = attributes.pop("class_")
    element = SubElement(parent, tag, attributes)
    element.text = text
    return element


class _Section:
    """The part of a page that is about one document."""

    def __init__(self, body: Element, explanation: Explanation, number: int) -> None:
        self._explanation = explanation
        self._text = explanation.source.text
        self._key = f"d{number}"
        self._root = SubElement(body, "main", id=self._key)

    def write(self) -> None:
        """Write heading, counts and sentences."""
        source = self._explanation.source
        _add(self._root, "h1", shown(source.title or source.name), dir="auto")
        about = _add(self._root, "p", class_="counts")
        cells = [("file", shown(source.name)), ("language", source.language)]
        cells += [(k, str(v)) for k, v in self._explanation.counts.items()]
        for what, value in cells:
            cell = _add(about, "span", f"{what} ")
            _add(cell, "b", value, dir="auto")
        for sentence in self._explanation.sentences:
            self._sentence(sentence)

    def _sentence(self, item: Explained) -> None:
        kind = "quiet" if item.is_quiet else "told"
        row = _add(self._root, "section", class_=kind, id=f"{self._key}-{item.number}")
        side = _add(row, "div", class_="side")
        _add(side, "a", str(item.number + 1), href=f"#{self._key}-{item.number}")
        _add(side, "span", item.block)
        if item.is_spoken:
            _add(side, "span", "spoken")
        body = _add(row, "div", class_="body")
        self._mark(_add(body, "p", class_="text", dir="auto"), item)
        self._back_references(body, item)
        for finding in item.findings:
            self._finding(body, finding)
        if item.facts:
            box = _add(body, "div", class_="found")
            self._facts(box, item.facts, with_rule=True)
        for refusal in item.refusals:
            self._refused(body, refusal.rule, refusal.reason)

    def _mark(self, text: Element, item: Explained) -> None:
        """Write the sentence with its mentions marked."""
        position, last = item.start, None
        for named in sorted(item.named, key=lambda named: named.start):
            _append(text, last, _part(self._text[position : named.start]))
            said = shown(self._text[named.start : named.end])
            last = _add(text, "mark", said, class_=named.slot)
            last.set("title", f"{named.slot}: {named.means or said}")
            position = named.end
        _append(text, last, _part(self._text[position : item.end]))

    def _back_references(self, body: Element, item: Explained) -> None:
        """Say what phrases were taken to mean, where that is said elsewhere."""
        told = [n for n in item.named if n.means or n.is_open]
        if not told:
            return
        line = _add(body, "p", class_="means")
        for named in told:
            cell = _add(line, "span")
            said = shown(self._text[named.start : named.end])
            _add(cell, "q", said, dir="auto").tail = " means "
            if named.is_open:
                _add(cell, "b", f"no {named.slot} found", class_="refused")
                continue
            meant = _add(cell, "b", named.means, dir="auto")
            if named.first is not None:
                meant.tail = " "
                self._link(cell, named.first)

    def _finding(self, body: Element, item: Finding) -> None:
        box = _add(body, "div", class_="found")
        head = _add(box, "p", class_="rule")
        _add(head, "code", item.rule).tail = " fills "
        _add(head, "i", item.frame).tail = " "
        kind = "status true" if item.status in _TRUE else "status untrue"
        status = _add(head, "span", item.status, class_=kind)
        if item.cue:
            status.tail = " by "
            status = _add(head, "q", shown(item.cue), dir="auto")
        status.tail = " in "
        matched = shown(self._text[item.start : item.end])
        quote = _add(head, "q", matched, class_="quote", dir="auto")
        if item.about and item.about_first is not None:
            quote.tail = " of "
            _add(head, "b", item.about, dir="auto").tail = " "
            self._link(head, item.about_first)
        self._facts(box, item.facts, with_rule=False)
        for why in item.refusals:
            self._refused(box, "", why)
        if item.outcome:
            _add(box, "p", item.outcome, class_="nothing")

    def _facts(self, box: Element, facts: Sequence[Fact], *, with_rule: bool) -> None:
        if not facts:
            return
        for subject, about in groupby(facts, key=lambda fact: fact.subject):
            _add(_add(box, "p", class_="subject"), "bdi", subject)
            listed = _add(box, "ul", class_="facts")
            for fact in about:
                self._fact(listed, fact, with_rule=with_rule)

    def _fact(self, listed: Element, fact: Fact, *, with_rule: bool) -> None:
        line = _add(listed, "li", class_="true" if fact.is_true else "untrue")
        _add(line, "b", fact.predicate).tail = " "
        last = _add(line, "bdi", fact.object)
        if fact.notes:
            last.tail = " "
            kind = "true" if fact.is_true else "untrue"
            last = _add(line, "span", ", ".join(fact.notes), class_=f"status {kind}")
        if with_rule:
            last.tail = " "
            last = _add(line, "code", fact.rule)
        for other in fact.others:
            last.tail = " "
            last = self._link(line, other)

    def _refused(self, box: Element, rule: str, reason: str) -> None:
        line = _add(box, "p", "refused ", class_="refused")
        if rule:
            _add(line, "code", rule).tail = " "
        _add(line, "span", shown(reason), dir="auto")

    def _link(self, parent: Element, sentence: int) -> Element:
        """Add a link to another sentence of the document."""
        target = f"#{self._key}-{sentence}"
        return _add(parent, "a", f"sentence {sentence + 1}", href=target)


def _part(text: str) -> str:
    """Return a part of a sentence as it can be shown, its outer spaces kept."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{shown(text)}{tail}"


def _append(parent: Element, last: Element | None, text: str) -> None:
    """Add a text to an element, behind its last child if it has one."""
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
