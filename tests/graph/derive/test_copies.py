import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from hiwar.graph.build import build
from hiwar.graph.derive.copies import same_texts
from hiwar.graph.model import Reading
from hiwar.graph.reading import read_file, read_text
from hiwar.settings import Settings

POINT = "On point {0} the ministers of the states of the region agreed to go on."
TEXT = "\n\n".join(POINT.format(number) for number in range(10))
PAGE = TEXT.replace("\n\n", "<p>")
HOST = "Kenya hosted the ministerial conference of the Khartoum Process in Nairobi."


def is_copy(one: str, other: str) -> bool:
    return len(same_texts([read_text(one, "a"), read_text(other, "b")])) == 1


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        TEXT.replace("\n\n", "\n"),
        "\n\n".join(textwrap.fill(line, 60) for line in TEXT.split("\n\n")),
        TEXT.replace("region", "ré\u00adgion"),
        f"Press Office\n\nShare this page\n\n{TEXT}\n\nAll rights reserved",
        TEXT.replace("On point 3 the", "On the third point the"),
    ],
    ids=["capitals", "lines", "breaks", "marks", "furniture", "one sentence in ten"],
)
def test_a_text_on_another_site_is_the_same_text(other: str) -> None:
    assert is_copy(TEXT, other)
    assert is_copy(other, TEXT)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("point 1", "item 1").replace("point 2", "item 2"),
        "\n\n".join(TEXT.split("\n\n")[:5]),
        f"{TEXT}\n\n{TEXT.replace('agreed', 'refused')}",
        HOST,
    ],
    ids=["two in ten", "half of it", "twice as long", "another"],
)
def test_a_text_with_much_of_its_own_is_another(other: str) -> None:
    assert not is_copy(TEXT, other)
    assert not is_copy(other, TEXT)


SIX = [
    read_text(text)
    for text in (TEXT, TEXT.upper(), TEXT + "\n", HOST, HOST.upper(), "A b.")
]


@settings(deadline=None)
@given(st.permutations(SIX))
def test_the_order_of_documents_does_not_matter(readings: list[Reading]) -> None:
    found = same_texts(readings)
    assert found == same_texts(SIX)
    assert len(found) == 3
    assert not found.keys() & set(found.values())


def readings_of(folder: Path) -> list[Reading]:
    return [
        read_file(path)
        for path in sorted(folder.glob("*.*"))
        if ".meta" not in path.name
    ]


def test_the_one_published_first_stands_for_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT + "\n")
    (tmp_path / "b.meta.toml").write_text('published = "2021-05-04"\n')
    (tmp_path / "c.html").write_text(f"<!doctype html><p>{PAGE}")
    hashes = {r.source.name: r.source.content_hash for r in readings_of(tmp_path)}
    assert same_texts(readings_of(tmp_path)) == {
        hashes["a.txt"]: hashes["b.txt"],
        hashes["c.html"]: hashes["b.txt"],
    }


COUNT = """
SELECT ?host
  (COUNT(DISTINCT ?document) AS ?documents) (COUNT(DISTINCT ?text) AS ?texts)
WHERE {
  ?statement rdf:predicate hiwar:hostedBy ;
    rdf:object ?host ;
    hiwar:wasStatedIn ?document .
  OPTIONAL { ?document hiwar:sameTextAs ?first }
  BIND(COALESCE(?first, ?document) AS ?text)
}
GROUP BY ?host
"""


@pytest.mark.slow
def test_a_release_counts_a_text_on_two_sites_once(tmp_path: Path) -> None:
    documents = {
        "a.txt": f"{HOST}\n\n{TEXT}",
        "b.html": f"<!doctype html><nav>Home</nav><p>{HOST}<p>{PAGE}",
        "c.txt": f"{HOST}\n\nThe talks in the city were long, and they went well.",
    }
    for name, text in documents.items():
        (tmp_path / name).write_text(text, "utf-8")
    paths = [tmp_path / name for name in documents]
    release = build(paths, tmp_path / "data", Settings())
    answer = release.open_store().query(COUNT)
    assert isinstance(answer, QuerySolutions)
    (row,) = answer
    assert (row["documents"].value, row["texts"].value) == ("3", "2")
    report = (release.path / "report.md").read_text("utf-8")
    assert "## Documents of the same text, counted as one" in report
