import sqlite3
import string
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiwar.errors import QueryError, SettingError
from hiwar.graph.namespaces import DCTERMS, OA, RDFS, SKOS
from hiwar.graph.search import MAX_HITS, MAX_SEARCH_CHARACTERS, MAX_SEARCH_WORDS
from hiwar.graph.search.index import Field, SearchIndex
from hiwar.graph.search.terms import marked, read_terms
from hiwar.graph.search.writing import write_index

GRAPH = ox.NamedNode("https://example.org/graph")
Make = Callable[[list[ox.Quad]], SearchIndex]


def named(name: str, text: str, language: str | None = None) -> ox.Quad:
    return quad(name, str(RDFS.label), ox.Literal(text, language=language))


def quad(
    name: str, predicate: str, value: ox.NamedNode | ox.Literal | ox.BlankNode
) -> ox.Quad:
    subject = ox.NamedNode(f"https://example.org/{name}")
    return ox.Quad(subject, ox.NamedNode(predicate), value, GRAPH)


def quoted(name: str, text: str) -> list[ox.Quad]:
    selector = ox.NamedNode(f"https://example.org/{name}-quote")
    document = ox.NamedNode("https://example.org/document")
    return [
        quad(name, str(OA.hasSelector), selector),
        quad(name, str(OA.hasSource), document),
        quad(f"{name}-quote", str(OA.exact), ox.Literal(text)),
        quad("document", str(DCTERMS.language), ox.Literal("sv")),
    ]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[SearchIndex] = []

    def make_index(quads: list[ox.Quad]) -> SearchIndex:
        path = tmp_path / f"{len(made)}.sqlite"
        write_index(path, quads)
        made.append(SearchIndex(path))
        return made[-1]

    yield make_index
    for index in made:
        index.close()


def found(index: SearchIndex, field: Field, text: str, language: str = "") -> list[str]:
    hits = index.find(field, text, language=language)
    return [hit.iri.removeprefix("https://example.org/") for hit in hits]


@pytest.mark.parametrize(
    "text",
    ["khartum", "KHARTOUM", "kartoum process", "khar*", "process khartoum", "الخرطوم",
     "بالخرطوم", "processus", '"khartoum process"', "khartoum*"],
)  # fmt: skip
def test_a_thing_is_found_by_its_names_in_any_language_and_spelling(
    make: Make, text: str
) -> None:
    index = make(
        [
            named("kp", "Khartoum Process", "en"),
            named("kp", "Processus de Khartoum", "fr"),
            quad("kp", str(SKOS.altLabel), ox.Literal("عملية الخرطوم", language="ar")),
            named("rabat", "Rabat Dialogue", "en"),
        ]
    )
    assert set(found(index, Field.LABEL, text)) == {"kp"}


def test_all_words_must_be_there_and_a_phrase_as_it_is(make: Make) -> None:
    index = make([named("a", "Return and Readmission"), named("b", "Readmission desk")])
    assert set(found(index, Field.LABEL, "readmission")) == {"a", "b"}
    assert found(index, Field.LABEL, "readmission return") == ["a"]
    assert found(index, Field.LABEL, '"readmission return"') == []
    assert found(index, Field.LABEL, "readm") == []


def test_a_name_as_it_is_written_goes_before_one_that_sounds_alike(make: Make) -> None:
    others = [named(f"x{n}", f"Something else {n}") for n in range(50)]
    index = make([named("a", "Khartum"), named("b", "Khartoum"), *others])
    assert found(index, Field.LABEL, "khartoum") == ["b", "a"]
    assert found(index, Field.LABEL, "khartum") == ["a", "b"]


def test_a_language_range_restricts_names_and_quotes(make: Make) -> None:
    quads = [named("a", "Chile", "es-CL"), named("b", "Chile", "en")]
    index = make([*quads, *quoted("e", "Möte om Chile")])
    assert found(index, Field.LABEL, "chile", "es") == ["a"]
    assert found(index, Field.LABEL, "chile", "ES-cl") == ["a"]
    assert found(index, Field.LABEL, "chile", "es-MX") == []
    assert found(index, Field.QUOTE, "mote", "sv") == ["e"]
    assert index.find(Field.QUOTE, "mote")[0].tag == ""


def test_blank_nodes_and_what_is_no_literal_are_left_out(make: Make) -> None:
    blank = ox.Quad(
        ox.BlankNode("b"), ox.NamedNode(str(RDFS.label)), ox.Literal("alpha"), GRAPH
    )
    link = quad("a", str(RDFS.label), ox.NamedNode("https://example.org/alpha"))
    assert found(make([blank, link]), Field.LABEL, "alpha") == []


def test_more_than_the_limit_is_refused_unless_the_best_are_asked_for(
    make: Make,
) -> None:
    index = make([named(f"n{n}", "same name") for n in range(MAX_HITS + 1)])
    with pytest.raises(QueryError, match="More than 1,000"):
        index.find(Field.LABEL, "same")
    assert len(index.find(Field.LABEL, "same", most=MAX_HITS)) == MAX_HITS
    assert [hit.iri for hit in index.find(Field.LABEL, "same", most=2)] == [
        "https://example.org/n0",
        "https://example.org/n1",
    ]


@pytest.mark.parametrize(
    "text",
    ["", " ", '"', '""', "***", "\0", "()", "-", "\u200f", "'", "a*",
     "x" * (MAX_SEARCH_CHARACTERS + 1), "w " * (MAX_SEARCH_WORDS + 1)],
)  # fmt: skip
def test_a_text_that_cannot_be_searched_for_is_refused(make: Make, text: str) -> None:
    with pytest.raises(QueryError):
        make([named("a", "alpha")]).find(Field.LABEL, text)


@pytest.mark.parametrize(
    "text",
    ['NEAR("alpha" beta)', "alpha OR beta", "words:alpha", "alpha NOT beta", "^alpha",
     "alpha + beta", '"alpha', "alpha' OR '1'='1", "alpha; DROP TABLE label; --",
     "{words others} : alpha", "alpha\0beta", "\\alpha", "al*pha AND", "-alpha"],
)  # fmt: skip
def test_the_syntax_of_the_index_is_text(make: Make, text: str) -> None:
    index = make([named("a", "alpha"), named("b", "beta")])
    index.find(Field.LABEL, text)
    assert found(index, Field.LABEL, "alpha") == ["a"]


LETTERS = st.text(string.ascii_lowercase + "éåخر'-", min_size=1, max_size=6)
SENTENCES = st.lists(st.lists(LETTERS, max_size=6).map(" ".join), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.sampled_from(["alpha", "beta", "gamma", "delta", "eta"]), max_size=6
        ),
        max_size=8,
    ),
    st.sampled_from(["alpha", "beta", "eta", "gamma eta"]),
)
def test_quotes_are_those_that_a_scan_for_the_words_finds(
    make: Make, sentences: list[list[str]], text: str
) -> None:
    quads = [
        each
        for number, sentence in enumerate(sentences)
        for each in quoted(f"e{number}", " ".join(sentence))
    ]
    store = ox.Store()
    store.extend(quads)
    filters = "".join(
        f'FILTER(CONTAINS(CONCAT(" ", ?text, " "), " {word} "))'
        for word in text.split()
    )
    solutions = store.query(
        f"SELECT ?e {{ ?e <{OA.hasSelector}>/<{OA.exact}> ?text {filters} }}",
        use_default_graph_as_union=True,
    )
    assert isinstance(solutions, ox.QuerySolutions)
    scanned = {str(row["e"].value).rpartition("/")[2] for row in solutions}
    assert set(found(make(quads), Field.QUOTE, text)) == scanned


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), SENTENCES)
def test_any_text_is_searched_for_or_refused_in_our_words(
    make: Make, text: str, sentences: list[str]
) -> None:
    index = make([named(f"n{n}", sentence) for n, sentence in enumerate(sentences)])
    try:
        hits = index.find(Field.LABEL, text)
    except QueryError:
        return
    for hit in hits:
        pieces = marked(hit.text, read_terms(text), by_sound=True)
        assert "".join(piece for piece, _ in pieces) == hit.text
        assert any(is_found for _, is_found in pieces)


def test_the_same_quads_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    quads = [named(f"n{n}", f"name {n} of Malmö", "en") for n in range(300)]
    quads += [each for n in range(100) for each in quoted(f"e{n}", f"quote {n} مصر")]
    write_index(tmp_path / "one", quads)
    write_index(tmp_path / "two", quads[::-1])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_index_is_opened_without_the_right_to_change_it(make: Make) -> None:
    index = make([named("a", "alpha")])
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        index._base.execute("DELETE FROM entry")


def test_without_an_index_a_search_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no search index"):
        SearchIndex(tmp_path / "search.sqlite")


def test_a_file_that_cannot_hold_an_index_is_told_as_such(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x")) as base:
        base.execute("CREATE TABLE label (a)")
    with pytest.raises(SettingError, match="cannot make a search index"):
        write_index(tmp_path / "x", [])


def test_a_damaged_index_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "search.sqlite"
    for content in (b"", b"SQLite format 3\0" + b"x" * 5000, b"no database at all"):
        path.write_bytes(content)
        with (
            pytest.raises(OSError, match="damaged"),
            closing(SearchIndex(path)) as index,
        ):
            index.find(Field.LABEL, "alpha")


def test_threads_share_an_index(make: Make) -> None:
    index = make([named("a", "alpha")])
    with ThreadPoolExecutor(4) as pool:
        hits = pool.map(lambda _: found(index, Field.LABEL, "alpha"), range(100))
    assert list(hits) == [["a"]] * 100
