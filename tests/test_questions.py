"""The competency questions, over releases made from documents and from briefs."""

import io
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Variable

from hiwar.graph.briefs import brief_paths
from hiwar.graph.build import build
from hiwar.graph.namespaces import BASE, OA, PROV
from hiwar.ontology.questions import Question, load_questions
from hiwar.settings import Settings

QUESTIONS = load_questions()
REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("HIWAR_SHARED", REPOSITORY.parent / "shared"))
CORPORA = {"briefs": brief_paths()}
if (SHARED / "documents").is_dir():
    CORPORA["documents"] = tuple(sorted((SHARED / "documents/source").glob("*.txt")))

Row = tuple[str, ...]


@dataclass(frozen=True)
class Corpus:
    """What one set of files became, in both engines."""

    texts: tuple[str, ...]
    store: ox.Store
    dataset: Dataset

    def rows(self, question: Question) -> tuple[list[str], list[Row]]:
        """Return the variables and solutions that Oxigraph gives."""
        found = self.store.query(question.query, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        rows = [tuple(_text(row[name]) for name in names) for row in found]
        return names, rows

    def objects(self, subject: str, predicate: str) -> list[str]:
        """Return the values of a property."""
        start, via = ox.NamedNode(subject), ox.NamedNode(predicate)
        quads = self.store.quads_for_pattern(start, via, None, None)
        return [_text(quad.object) for quad in quads]

    def value(self, subject: str, predicate: str) -> str:
        """Return the one value of a property."""
        (found,) = self.objects(subject, predicate)
        return found


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


@pytest.fixture(scope="module", params=sorted(CORPORA))
def corpus(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Corpus]:
    files = CORPORA[request.param]
    assert len(files) == 5
    release = build(files, tmp_path_factory.mktemp(request.param), Settings())
    store = ox.Store.read_only(str(release.store_path))
    quads = store.dump(format=ox.RdfFormat.N_QUADS)
    assert quads is not None
    dataset = Dataset(default_union=True)
    dataset.parse(io.BytesIO(quads), format="nquads")
    texts = [path.read_text("utf-8") for path in files]
    yield Corpus(
        texts=tuple(unicodedata.normalize("NFC", text) for text in texts),
        store=store,
        dataset=dataset,
    )
    dataset.close()


@pytest.fixture(params=QUESTIONS, ids=lambda question: question.slug)
def question(request: pytest.FixtureRequest) -> Question:
    found = request.param
    assert isinstance(found, Question)
    return found


def test_there_are_sixteen_questions_in_order() -> None:
    assert [question.number for question in QUESTIONS] == list(range(1, 17))


def test_a_question_has_a_title_a_text_and_distinct_expected_rows(
    question: Question,
) -> None:
    assert question.title.endswith("?")
    assert question.text
    assert question.expected
    assert len(set(question.expected)) == len(question.expected)
    assert {len(row) for row in question.expected} == {len(question.columns)}


def test_an_empty_graph_does_not_answer_a_question(question: Question) -> None:
    found = ox.Store().query(question.query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    assert not list(found)


def test_a_question_has_its_expected_answer(corpus: Corpus, question: Question) -> None:
    names, rows = corpus.rows(question)
    places = [names.index(column) for column in question.columns]
    found = {tuple(row[place].removeprefix(BASE) for place in places) for row in rows}
    assert found == set(question.expected)


def test_the_query_of_the_readme_has_the_answer_that_it_prints(corpus: Corpus) -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    shown = re.search(r"'query=\n(.+?)'\n```\n\n```\n(.+?)```", readme, re.DOTALL)
    assert shown is not None
    found = corpus.store.query(shown[1], use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    csv = found.serialize(format=ox.QueryResultsFormat.CSV)
    assert csv is not None
    assert csv.decode().splitlines() == shown[2].splitlines()


def test_both_engines_give_the_same_solutions(
    corpus: Corpus, question: Question
) -> None:
    names, rows = corpus.rows(question)
    others = [
        tuple(str(binding.get(Variable(name), "")) for name in names)
        for binding in corpus.dataset.query(question.query).bindings
    ]
    assert Counter(others) == Counter(rows)


def test_each_row_names_sentences_of_the_texts_that_were_read(
    corpus: Corpus, question: Question
) -> None:
    names, rows = corpus.rows(question)
    proofs = [place for place, name in enumerate(names) if name not in question.columns]
    assert proofs
    for row in rows:
        for place in proofs:
            evidence = corpus.objects(row[place], str(PROV.wasDerivedFrom))
            assert evidence, row
            assert all(_is_quoted(corpus, item) for item in evidence), row


def _is_quoted(corpus: Corpus, evidence: str) -> bool:
    """Whether the quote of an evidence is one text between its positions."""
    assert corpus.value(evidence, str(OA.hasSource))
    found: dict[str, str] = {}
    for selector in corpus.objects(evidence, str(OA.hasSelector)):
        for name in ("exact", "start", "end"):
            for value in corpus.objects(selector, str(OA[name])):
                found[name] = value
    quote, start, end = found["exact"], int(found["start"]), int(found["end"])
    return bool(quote) and any(text[start:end] == quote for text in corpus.texts)
