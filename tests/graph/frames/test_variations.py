"""What may change in a text without changing a fact, and what must change it."""

import re
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.model import Reading, Thing
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file, read_text
from hiwar.graph.record.projection import Projection

NOISE = [
    "The weather on the coast was fine, and the harbour was busy on all of the days.",
    "Bread, olives and figs are sold in the market of the old town from early on.",
    "Cookies help us to give you the best of our pages.",
]
REPORT = (
    "The third ministerial conference of the Rabat Process was held in Dakar on 3 May"
    " 2019. It was hosted by Senegal. Senegal, Mali, Kenya and IOM took part. The"
    " conference adopted the Dakar Declaration.\n\n"
    "Kenya and Mali agreed to train border guards together."
)


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


def paragraphs(text: str) -> list[str]:
    return re.split(r"\n{2,}", text.strip())


@pytest.mark.parametrize("path", brief_paths(), ids=lambda path: str(path.stem))
def test_paragraphs_of_noise_change_no_fact(path: Path) -> None:
    text = path.read_text("utf-8")
    blocks = paragraphs(text)
    noisy = [blocks[0]]
    for index, block in enumerate(blocks[1:]):
        between = block.startswith(("•", "-")) or noisy[-1].endswith(":")
        noisy += [block] if between else [NOISE[index % len(NOISE)], block]
    noisy.append(NOISE[0])
    assert facts(read_text("\n\n".join(noisy))) == facts(read_text("\n\n".join(blocks)))


def test_line_ends_and_forms_of_accents_change_no_fact(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert facts(read_file(path)) == facts(read_text(REPORT))


@pytest.mark.parametrize(
    "new", ["Niger", "the Netherlands", "Côte d’Ivoire", "Türkiye"]
)
def test_renaming_a_state_moves_its_facts(new: str) -> None:
    before, after = read_text(REPORT), read_text(REPORT.replace("Kenya", new))

    def told(reading: Reading, code: str) -> set[tuple[str, str]]:
        return {
            (str(item.predicate), item.subject.kind)
            for item in reading.statements
            if isinstance(item.object, Thing) and item.object.iri.endswith(f"/{code}")
        }

    codes = {"Niger": "NER", "the Netherlands": "NLD", "Türkiye": "TUR"}
    assert told(before, "KEN") == told(after, codes.get(new, "CIV"))
    assert len(told(before, "KEN")) == 4
    assert told(after, "KEN") == set()


@pytest.mark.parametrize(
    ("plain", "denied", "predicate"),
    [
        ("was hosted by", "was not hosted by", "hostedBy"),
        ("IOM took part", "IOM did not take part", "hasParticipant"),
        ("conference adopted", "conference did not adopt", "adoptedAt"),
        ("Mali agreed", "Mali did not agree", "committedBy"),
        ("was held in", "was not held in", "heldInPlace"),
        ("was held in Dakar on", "was not held in Dakar on", "startDate"),
    ],
)
def test_denying_a_sentence_takes_its_facts_back_and_no_others(
    plain: str, denied: str, predicate: str
) -> None:
    assert plain in REPORT
    before = read_text(REPORT)
    after = read_text(REPORT.replace(plain, denied))

    def true(reading: Reading) -> dict[str, set[str]]:
        view, found = Projection(reading.statements), dict[str, set[str]]()
        for item in reading.statements:
            if item.status.is_true:
                name = str(item.predicate).removeprefix(str(HIWAR))
                found.setdefault(name, set()).add(view.text(item.object))
        return found

    kept = set(true(before)) - {predicate}
    assert true(before)[predicate]
    assert predicate not in true(after)
    untouched = {"hostedBy", "hasParticipant", "adoptedAt", "committedBy"} & kept
    for name in untouched:
        assert true(after)[name] == true(before)[name]


def test_the_order_of_a_list_changes_no_fact() -> None:
    turned = REPORT.replace(
        "Senegal, Mali, Kenya and IOM", "IOM, Kenya, Mali and Senegal"
    )
    assert facts(read_text(turned)) == facts(read_text(REPORT))


def test_a_copy_below_itself_adds_no_fact() -> None:
    assert facts(read_text(f"{REPORT}\n\n{REPORT}")) == facts(read_text(REPORT))
