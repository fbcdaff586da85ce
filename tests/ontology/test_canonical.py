import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from hiwar.errors import DocumentError
from hiwar.ontology import APART, MODULES
from hiwar.ontology.canonical import canonical, rewrite
from hiwar.ontology.checks import published, shapes_files, uncanonical

EX = Namespace("http://example.org/")
TEXTS = {name: published(name) for name in (*MODULES, *APART)} | shapes_files()


def read(text: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=text, format="turtle")


@pytest.mark.parametrize("name", TEXTS)
def test_the_canonical_form_says_the_same_and_is_its_own(name: str) -> None:
    written = canonical(TEXTS[name])
    assert isomorphic(read(written), read(TEXTS[name]))
    assert canonical(written) == written


@pytest.mark.parametrize("name", [name for name in TEXTS if "shapes" in name])
def test_neither_order_nor_names_of_blank_nodes_matter(name: str) -> None:
    graph = read(TEXTS[name])
    lines = graph.serialize(format="nt").splitlines()
    random.Random(7).shuffle(lines)
    prefixes = [f"@prefix {p}: <{n}> ." for p, n in graph.namespaces()]
    shuffled = "\n".join([*prefixes, *lines])
    bare = canonical(TEXTS[name]).partition("@prefix")[1:]
    assert canonical(shuffled) == "".join(bare)


def test_the_hash_seed_does_not_matter(tmp_path: Path) -> None:
    found = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.ttl"
        path.write_text(published("dl").replace("\n    ", "\n"), "utf-8")
        command = [sys.executable, "-m", "hiwar.ontology.canonical", str(path)]
        run = subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout == f"{path}\n"
        found.add(path.read_text("utf-8"))
    assert found == {published("dl")}


def test_a_change_in_one_value_changes_one_line() -> None:
    nested = "x:s sh:property [ sh:path x:p ; sh:name 'one' ] , [ sh:path x:q ;"
    prefixes = (
        "@prefix x: <http://x.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> ."
    )
    source = f"{prefixes} {nested} sh:name 'two' ; sh:or ( [ x:a 1 ] [ x:b 2 ] ) ] ."
    text, changed = canonical(source), canonical(source.replace("'one'", "'zero'"))
    before, after = text.splitlines(), changed.splitlines()
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_the_order_of_a_list_stays() -> None:
    written = canonical("<x:a> <x:p> ( <x:c> <x:a> () ( 2 1 ) ) .")
    assert " ".join(written.split()).endswith("( <x:c> <x:a> () ( 2 1 ) ) .")


def test_the_comment_on_top_stays_and_others_go() -> None:
    text = "# What it is.\n\n@prefix x: <http://x.org/> .\n# And more.\nx:a x:p x:b .\n"
    written = canonical(text)
    assert written.startswith("# What it is.\n\n@prefix")
    assert "And more" not in written


def test_only_prefixes_that_are_used_stay() -> None:
    text = "@prefix x: <http://x.org/> .\n@prefix y: <http://y.org/> .\nx:a x:p x:b ."
    assert "y:" not in canonical(text)


@pytest.mark.parametrize(
    "text",
    [
        "_:a <http://x.org/p> _:b . _:b <http://x.org/p> _:a .",
        "_:a <http://x.org/p> _:a .",
        "<http://x.org/a> <http://x.org/p> _:c . <http://x.org/b> <http://x.org/p> _:c"
        " . _:c <http://x.org/q> 1 .",
    ],
)
def test_a_blank_node_that_is_no_tree_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match="Name it"):
        canonical(text)
    assert uncanonical({"shapes/bad.ttl": text}) == ["shapes/bad.ttl"]


def test_a_file_that_is_canonical_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("<http://x.org/a>   a <http://x.org/B>.", "utf-8")
    assert rewrite(path)
    assert not rewrite(path)


def test_a_file_in_another_order_is_named() -> None:
    text = published("things")
    moved = text.replace("# Axioms", "# Other axioms")
    assert uncanonical({"a": text, "b": moved}) == ["b"]


iris = st.sampled_from([EX[name] for name in ("a", "b10", "b9", "c-d", "e.f", "g/h")])
literals = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])).map(Literal),
    st.builds(Literal, st.sampled_from(["a\nb", 'a"""b', "\\", "'"]), st.just("en")),
    st.integers().map(Literal),
    st.booleans().map(Literal),
)


@settings(deadline=None)
@given(st.lists(st.tuples(iris, iris, st.one_of(iris, literals)), max_size=5))
def test_any_graph_comes_back(triples: list[tuple[URIRef, URIRef, URIRef]]) -> None:
    graph = Graph()
    for subject, predicate, value in triples:
        node = BNode()
        graph.add((subject, predicate, value))
        graph.add((subject, EX.inside, node))
        graph.add((node, RDF.type, value if isinstance(value, URIRef) else EX.a))
    graph.bind("ex", EX)
    written = canonical(graph.serialize(format="turtle"))
    assert isomorphic(read(written), graph)
    assert canonical(written) == written
