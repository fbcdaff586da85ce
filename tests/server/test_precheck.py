import contextlib
import time

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.errors import QueryError, TooLargeError
from hiwar.graph.formats import Answer
from hiwar.graph.search.tokens import tokens
from hiwar.ontology.questions import load_questions
from hiwar.server.limits import MAX_PATH_STEPS, MAX_PATTERNS
from hiwar.server.precheck import Outline, outline


def check(text: str) -> Outline:
    return outline(text, max_bytes=100_000, max_depth=128)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("SELECT * {}", Answer.SOLUTIONS),
        ("aSk{}", Answer.BOOLEAN),
        ("# SELECT\nBASE <http://a/ask> PREFIX ask: <> CONSTRUCT {} {}", Answer.GRAPH),
        ("DESCRIBE <http://example.org/>", Answer.GRAPH),
    ],
)
def test_the_form_is_the_first_keyword_after_the_prologue(
    text: str, answer: Answer
) -> None:
    assert check(text).answer is answer


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'SERVICE <http://a/> {}' }",
        'SELECT * { ?s ?p """ " SERVICE <http://a/> {} """ }',
        "SELECT * { ?s ?p '''it's SERVICE <http://a/> {}''' }",
        "SELECT * { ?s ?p 'a\\'b SERVICE' }",
        "SELECT * { ?s <http://example.org/SERVICE#service> ?o } # SERVICE <http://a/>",
        "SELECT ?service { ?service ?p $SERVICE }",
        "PREFIX service: <http://a/> SELECT * { service:a service:b service:service }",
        "PREFIX service: <http://a/> SELECT * FROM service:g { GRAPH service:h { } }",
        "PREFIX ex: <http://a/> SELECT * { ?s ex:service ?o . _:service ?p 'x'@en }",
        "PREFIX ex: <http://a/> ASK { ?s ex:load%20service\\#SERVICE ?o }",
    ],
)
def test_a_word_in_a_string_an_iri_a_comment_or_a_name_is_no_keyword(text: str) -> None:
    check(text)
    ox.Store().query(text)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { SERVICE <http://127.0.0.1/> {} }",
        "ASK { sErViCe SILENT <http://127.0.0.1/> {} }",
        "ASK { SERVICESILENT<http://127.0.0.1/> {} }",
        "ASK { ?s ?p 1SERVICE<http://127.0.0.1/> {} }",
        "ASK { ?s ?p trueSERVICE<http://127.0.0.1/> {} }",
        "PREFIX : <http://127.0.0.1/> ASK { SERVICE:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1/> ASK { SERVICE SILENT:x { ?s ?p ?o } }",
        "ASK { VALUES ?u { <http://127.0.0.1/> } LATERAL { SERVICE ?u {} } }",
        "ASK { FILTER(1 <2#>\n) SERVICE <http://127.0.0.1/> {} }",
        "ASK { ?s ?p <x:\\u0041#> SERVICE <http://127.0.0.1/> {} }",
        "ASK { FILTER(?a<?b) SERVICE <http://127.0.0.1/> {} FILTER(?c>?d) }",
        "ASK { ?s ?p ''''''SERVICE <http://127.0.0.1/> {} }",
    ],
)
def test_service_is_refused_in_every_spelling_that_the_engine_takes(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not served"):
        check(text)


@pytest.mark.parametrize("word", ["INSERT", "delete", "Load", "CLEAR", "DROP", "WITH"])
def test_an_update_is_refused_by_name(word: str) -> None:
    with pytest.raises(QueryError, match=f"{word.upper()} begins an update"):
        check(f"PREFIX a: <http://a/> {word} <http://a/>")


@pytest.mark.parametrize(
    "text", ["", "PREFIX a: <http://a/>", "SELEKT *", "{}", "\x00", "'SELECT'"]
)
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        check(text)


def test_a_query_is_refused_by_its_bytes_not_its_characters() -> None:
    with pytest.raises(TooLargeError, match="at most 1,000"):
        outline("ASK {} #" + "é" * 600, max_bytes=1000, max_depth=9)
    assert outline("ASK {} #" + "e" * 600, max_bytes=1000, max_depth=9)


@pytest.mark.parametrize(("opening", "closing"), ["{}", "()", "[]"])
def test_nesting_is_refused_beyond_the_depth(opening: str, closing: str) -> None:
    def nested(depth: int) -> str:
        return "ASK { " + opening * depth + closing * depth + " }"

    assert check(nested(127))
    with pytest.raises(QueryError, match="levels of nesting"):
        check(nested(128))


def test_patterns_are_counted_for_each_group() -> None:
    group = "{ " + "?s ?p ?o . " * (MAX_PATTERNS - 2) + "}"
    assert check(f"ASK {{ {group} UNION {group} }}")
    for separator in (" . ?s ?p ", "; ?p ", ", "):
        chain = separator.join(["?o"] * (MAX_PATTERNS + 1))
        with pytest.raises(QueryError, match="triple patterns"):
            check(f"ASK {{ ?s ?p {chain} }}")


def test_long_paths_are_refused() -> None:
    steps = ["<http://a/p>"] * MAX_PATH_STEPS
    assert check(f"ASK {{ ?s {'/'.join(steps)} ?o }}")
    for joint in ("/", "|", "/^"):
        path = joint.join([*steps, *steps])
        with pytest.raises(QueryError, match="path steps"):
            check(f"ASK {{ ?s {path} ?o }}")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { VALUES (?a ?b) { " + "(-1 'x'^^<http://a/t>) " * 2000 + "} }",
        "SELECT * { FILTER(?x IN (" + ", ".join(["<http://a/b>"] * 2000) + ")) }",
        "SELECT * { FILTER(" + " || ".join(["?x = 1 + 2 * 3"] * 1000) + ") }",
        "DESCRIBE " + " ".join(["<http://a/b/c/d/e>"] * 3000),
        "CONSTRUCT { " + "?s ?p ?o . " * 200 + "} { " + "?s ?p 1.5 . " * 200 + "}",
    ],
    ids=["values", "in", "or", "describe", "construct"],
)
def test_long_ordinary_queries_pass(text: str) -> None:
    check(text)


def test_every_competency_question_passes() -> None:
    for question in load_questions():
        assert check(question.query).answer is Answer.SOLUTIONS


def test_a_graph_that_from_names_twice_is_named_once() -> None:
    text = "SELECT * FROM <g:1> FROM NAMED <g:1> FROM <g:2>\nFROM <g:1> { }"
    found = check(text)
    assert found.has_dataset
    assert found.text == text[:48] + " " * len("FROM <g:1>") + " { }"


def test_a_dataset_is_seen_in_no_other_place() -> None:
    assert not check("SELECT * { ?from ?p 'FROM <g:1>' } # FROM <g:1>").has_dataset


def test_a_refusal_names_line_and_column() -> None:
    with pytest.raises(QueryError, match=r"^line 3, column 4: SERVICE"):
        check("ASK {\n# é\n ''SERVICE <x:y> {} }")


@given(st.text())
def test_the_tokens_are_the_whole_text(text: str) -> None:
    try:
        found = [token.text for token in tokens(text)]
    except QueryError:
        assert sum(map(text.count, "\"'")) > 8
    else:
        assert "".join(found) == text


UNITS = ['"\\', "'\\", "\\'" + "''\n", '\\""' + '"\n', "''" + "'", "<", "a:.", "'\n"]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("before", ["", "ASK {", "SELECT * { ?s ?p "])
def test_no_text_takes_long_to_be_read(before: str, unit: str) -> None:
    text = before + unit * ((99_000 - len(before)) // len(unit))
    since = time.process_time()
    with contextlib.suppress(QueryError):
        check(text)
    assert time.process_time() - since < 2


def test_text_with_many_stray_quotes_is_refused_where_they_are() -> None:
    with pytest.raises(QueryError, match="line 9, column 1: this quote begins"):
        check('"\n' * 20)


PIECES = [*"{}()<>'\\.#^é\n \x00", '"""', "ASK", "?s", "<a:b>", "a:b", "SERVICE", "1.e"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_is_too_odd_to_be_refused_in_words(text: str) -> None:
    with contextlib.suppress(QueryError):
        assert check(text).text == text or "FROM" in text
