"""What holds of any documents: their order, their absence, their names, their noise."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from hiwar.graph.briefs import brief_paths
from hiwar.graph.build import understand
from hiwar.graph.mentions import annotate
from hiwar.graph.mentions.mention import fold
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file, read_text
from hiwar.graph.record.projection import Projection
from hiwar.graph.resolve import Ledger
from hiwar.graph.rules import rules_for
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import source_from_text
from hiwar.ontology.records import load_registry

ANNOUNCED = (
    "The ministers of the states will meet again for the talks. The fourth ministerial"
    " conference of the Rabat Process will be held in Nairobi on 3 May 2031. It will be"
    " hosted by Kenya. Ms Ada Vell, Minister of Ports of Kenya, will chair it.\n"
)
REPORTED = (
    "The fourth ministerial conference of the Rabat Process was held on 3 May 2031. It"
    " was hosted by Kenya. Kenya, Mali and IOM took part. The conference adopted the"
    " Nairobi Declaration. Ms Ada Vell, Minister of Ports of Kenya, chaired it.\n\n"
    "Kenya and Mali agreed to train border guards together.\n"
)
READINGS = [
    *(read_file(path) for path in brief_paths()),
    read_text(ANNOUNCED, "announced.txt"),
    read_text(REPORTED, "reported.txt"),
]
DERIVED = ("facts", "inferred", "catalogue")


def dumped(graphs: dict[str, Graph]) -> dict[str, bytes]:
    """The bytes of each graph, but for the labels of the ontology's blank nodes."""
    found = {}
    for name, graph in graphs.items():
        lines = re.sub(r"_:\w+", "_:b", graph.serialize(format="nt")).splitlines()
        found[name] = "\n".join(sorted(lines)).encode()
    return found


@pytest.fixture(scope="module")
def whole() -> tuple[dict[str, bytes], Ledger]:
    graphs, resolution = understand(READINGS)
    return dumped(graphs), resolution.ledger


@settings(max_examples=2, deadline=None)
@given(order=st.permutations(READINGS))
def test_no_order_of_documents_changes_a_byte_of_a_graph(
    whole: tuple[dict[str, bytes], Ledger], order: Sequence[Reading]
) -> None:
    assert dumped(understand(order)[0]) == whole[0]


@pytest.mark.parametrize("gone", [0, len(READINGS) - 1])
def test_without_a_document_its_graph_is_gone_and_all_others_keep_their_bytes(
    whole: tuple[dict[str, bytes], Ledger], gone: int
) -> None:
    before, ledger = whole
    rest = [item for index, item in enumerate(READINGS) if index != gone]
    graphs, resolution = understand(rest, ledger)
    after = dumped(graphs)
    (missing,) = set(before) - set(after)
    assert missing.startswith("document/")
    assert not set(after) - set(before)
    for name in set(after) - set(DERIVED):
        assert after[name] == before[name], name
    # what is derived rests on what is left, whatever was derived before
    again = dumped(understand(rest, resolution.ledger)[0])
    assert again == after
    hashes = READINGS[gone].source.content_hash
    assert hashes.encode() not in b"".join(after.values())
    assert len(after["facts"]) < len(before["facts"])


NOISE = [
    "The weather on the coast was fine, and the harbour was busy on all of the days.",
    "Bread, olives and figs are sold in the market of the old town from early on.",
    "Simmer the lentils for forty minutes, then add lemon and a spoon of cumin.",
    "The striker scored twice in the second half, and the visitors went home early.",
    "The museum opens at nine. Tickets for the exhibition cost four coins.",
    "Shares of the shipping company fell by 3 per cent in the first quarter.",
    "The telescope found 14 new stars beyond the cloud; none of them has a name.",
    "Rehearsals of the orchestra begin on 4 June 2019 in the old theatre.",
]


def facts(reading: Reading) -> set[tuple[str, ...]]:
    """Return the statements by names, apart from where they stand in the text."""
    view = Projection(reading.statements)
    return {
        (
            view.name(item.subject),
            str(item.predicate),
            view.text(item.object),
            item.status,
            item.basis,
            item.describes.key if item.describes else "",
        )
        for item in reading.statements
        if item.subject.kind != "SourceDocument"
    }


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from([ANNOUNCED, REPORTED]),
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NOISE)), max_size=12),
)
def test_paragraphs_of_other_domains_change_no_fact(
    text: str, noise: list[tuple[int, str]]
) -> None:
    paragraphs = text.strip().split("\n\n")
    noisy: list[str] = []
    for index in range(len(paragraphs) + 1):
        noisy += [words for place, words in noise if place == index]
        noisy += paragraphs[index : index + 1]
    assert facts(read_text("\n\n".join(noisy))) == facts(read_text(text))


def _states() -> list[tuple[str, str]]:
    """IRI and English name of the states, but for those that the text has."""
    found = []
    for record in load_registry().records:
        names = [
            name.text
            for name in record.names
            if name.language == "en" and name.role == "preferred"
        ]
        if record.kind == "State" and names and record.slug not in ("KEN", "MLI"):
            found.append((record.slug, names[0]))
    return found


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(_states()))
def test_renaming_a_state_in_a_copy_moves_its_facts(state: tuple[str, str]) -> None:
    code, name = state
    before, after = read_text(REPORTED), read_text(REPORTED.replace("Kenya", name))

    def told(reading: Reading, code: str) -> list[str]:
        return sorted(
            f"{item.subject.kind} {item.predicate} {item.status}"
            for item in reading.statements
            if isinstance(item.object, Thing) and item.object.key == f"state/{code}"
        )

    assert told(before, "KEN") == told(after, code) != []
    assert told(after, "KEN") == []


def told_by(sentence: str) -> set[str]:
    """The properties that a sentence makes true of the world."""
    opening = "The states of the region are at work on the issues that they share."
    return {
        str(item.predicate)
        for item in read_text(f"{opening}\n\n{sentence}").statements
        if item.status.is_true and item.predicate in _PLAIN
    }


# a post in apposition is told beside what is denied, as in "X, Minister of Y, hosted"
_PLAIN = {
    item.predicate
    for item in READINGS[-1].statements
    if item.describes or item.predicate.endswith(("hostedBy", "presidedBy", "Date"))
} - {HIWAR.holdsPost}
_ONE_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?! [A-Z])[^.!?\n]*)*")
FIRING = [
    rule
    for rule in rules_for("en").rules
    if _ONE_SENTENCE.fullmatch(rule.fires) and told_by(rule.fires)
]


@pytest.mark.parametrize(
    "denial", ["It is not true that {}", "Nobody believes that {}"]
)
@pytest.mark.parametrize("rule", FIRING, ids=lambda rule: rule.name)
def test_denying_the_sentence_of_a_rule_makes_nothing_of_it_true(
    rule: object, denial: str
) -> None:
    sentence = str(getattr(rule, "fires", ""))
    assert told_by(denial.format(sentence)) == set()


ODD = [
    "İ",
    "ﬁ",
    "ß",
    "e\u0301",
    "ǆ",
    "𝔄",
    "😀",
    "\u00a0",
    "  ",
    "’",
    "–",
    "ı",
    "ſ",
    "Ω",
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from([*ODD, "a", "B", ".", " "]), max_size=8).map("".join),
    st.lists(st.sampled_from([*ODD, "a", " "]), max_size=6).map("".join),
)
def test_folding_shifts_no_offset_of_a_name(before: str, between: str) -> None:
    text = (
        f"{before} Senegal {between} and IOM took part in the ministerial conference"
        f" of the Rabat Process {before} in Dakar on 3 May 2031."
    )
    layout = lay_out(source_from_text(text, "odd"))
    named = []
    for item in annotate(layout).sentences:
        for mention in item.mentions:
            start = item.view.canonical(mention.start)
            end = item.view.canonical(mention.end - 1) + 1
            quoted = " ".join(layout.source.text[start:end].split())
            shown = " ".join(item.view.text[mention.start : mention.end].split())
            assert fold(quoted) == fold(shown)
            named.append(quoted)
    assert any("Rabat Process" in name for name in named)
