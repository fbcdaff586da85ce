import re
from collections import defaultdict
from functools import cache
from importlib import resources
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from hiwar.graph.gate import looked_up
from hiwar.graph.namespaces import BASE, HIWAR, PREFIXES
from hiwar.graph.registry import registry_graph
from hiwar.graph.shape_checks import broken_kinds, broken_style, known_differences
from hiwar.graph.shape_examples import (
    Example,
    examples,
    exercised,
    own_report,
    results,
    second_report,
    shape_names,
    validator,
)
from hiwar.ontology import MODULES as ONTOLOGY_MODULES
from hiwar.ontology import load_graph
from hiwar.shapes import MODULES, STYLE, load_shapes

Broken = set[tuple[str, str]]

SHAPE = Namespace(f"{BASE}shapes#")
VALID = Path(__file__).with_name("valid.ttl")
HEADER = VALID.read_text(encoding="utf-8").partition("# Of each class")[0]
INFERRED = (
    "hasMeeting",
    "participatesIn",
    "participatesInProcess",
    "chairedBy",
    "memberOf",
)
ROUND = Path(__file__).with_name("round.ttl").read_text(encoding="utf-8")


LINES = Path(__file__).with_name("broken.txt").read_text(encoding="utf-8").splitlines()
BROKEN = [
    (shape, path.strip("-"), text)
    for line in LINES
    if not line.startswith("#")
    for shape, path, text in [line.split(" | ")]
]


def thing(index: int) -> str:
    letters = "".join(chr(ord("A") + int(digit)) for digit in f"{index:03}")
    kind = "state" if "hiwar:State" in BROKEN[index][2] else "broken"
    return f"{BASE}id/{kind}/{letters}"


@cache
def shapes_of(*modules: str) -> Graph:
    return load_shapes(*modules)


@cache
def vocabulary() -> Graph:
    return load_graph(*ONTOLOGY_MODULES)


def check(data: Graph) -> dict[str, Broken]:
    """Return the shapes, and the paths of the report, that each focus node breaks."""
    shapes = shapes_of()
    report = validator(is_style=False).report(looked_up(vocabulary()) + data)
    found: dict[str, Broken] = defaultdict(set)
    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        path = short(report.value(result, SH.resultPath))
        for owner in shapes.transitive_subjects(SH.property, shape):
            node = str(report.value(result, SH.focusNode))
            found[node].add((str(owner).removeprefix(SHAPE), path))
    return found


def short(path: Node | None) -> str:
    """Return a property with its prefix; a path of several steps has no name."""
    for prefix, iri in PREFIXES.items():
        if isinstance(path, URIRef) and path.startswith(iri) and path != iri:
            name = path.removeprefix(iri)
            if "/" not in name:
                return f"{prefix}:{name}"
    return ""


@pytest.fixture(scope="module")
def found() -> dict[str, Broken]:
    """All broken things beside the valid ones, checked together."""
    data = Graph().parse(VALID)
    for index, (_, _, text) in enumerate(BROKEN):
        described = f"<X> {text} .".replace("<X>", f"<{thing(index)}>")
        data.parse(data=f"{HEADER}\n{described}", format="turtle")
    return check(data)


def test_what_keeps_every_shape_conforms() -> None:
    assert check(Graph().parse(VALID)) == {}


@pytest.mark.parametrize(
    "index", range(len(BROKEN)), ids=lambda i: "-".join(map(str, (i, *BROKEN[i][:2])))
)
def test_a_broken_thing_is_found_by_its_shape_at_its_path(
    found: dict[str, Broken], index: int
) -> None:
    shape, path, _ = BROKEN[index]
    assert (shape, path) in found[thing(index)]
    assert {other for _, other in found[thing(index)]} <= {path, ""}


def test_a_broken_thing_leaves_the_valid_ones_valid(found: dict[str, Broken]) -> None:
    valid = {str(node) for node in Graph().parse(VALID).subjects()}
    assert valid & found.keys() == set()


def test_a_state_with_another_iri_than_its_code_gives_it_is_found() -> None:
    odd = f"{BASE}id/state/egypt"
    data = Graph().parse(VALID)
    state = URIRef(f"{BASE}id/state/EGY")
    for prop, value in list(data.predicate_objects(state)):
        data.add((URIRef(odd), prop, value))
    found = check(data)[odd]
    assert ("State-iri", "") in found
    assert {shape for shape, _ in found} == {
        "State",
        *("State-iri", "State-isoAlpha2-once", "State-isoAlpha3-once"),
        "State-name-once",
    }


def node_shapes(shapes: Graph) -> set[URIRef]:
    return {
        shape
        for shape in shapes.subjects(RDF.type, SH.NodeShape)
        if isinstance(shape, URIRef)
    }


@pytest.mark.parametrize(
    "text",
    [
        "2015",
        "2015-11",
        "2015-11-12",
        "2023-09-18/2023-09-20",
        "XXXX-12-16",
        "2024-04/",
        "../2024",
        "/2024",
        "2024/..",
        "201X",
        "2014?",
        "2014-06~",
        "?2004-06-~11",
        "2001-21",
        "[2017,2018]",
        "{2017..2019}",
        "[..2018]",
        "1985-XX-XX",
    ],
)
def test_edtf_of_levels_0_to_2_is_a_date(text: str) -> None:
    assert all(pattern.search(text) for pattern in edtf_patterns())


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "..",
        "../..",
        "2015-13",
        "2015-11-32",
        "2015-1",
        "15-11",
        "20155",
        "2025-04-09T10:00",
        "2023-09-18/20",
        "[2017",
        "2001-21-05",
        "spring",
    ],
)
def test_what_is_no_edtf_is_no_date(text: str) -> None:
    assert not all(pattern.search(text) for pattern in edtf_patterns())


def edtf_patterns() -> list[re.Pattern[str]]:
    shapes = shapes_of()
    names = (SHAPE.Edtf, SHAPE.EdtfParts)
    return [re.compile(str(shapes.value(name, SH.pattern))) for name in names]


@pytest.mark.parametrize("modules", [MODULES, STYLE], ids=["data", "style"])
def test_each_shape_says_what_it_asks_for_and_how_to_mend(
    modules: tuple[str, ...],
) -> None:
    shapes = load_shapes(*modules)
    asked = {shape for shape in shapes.subjects(SH.name) if isinstance(shape, URIRef)}
    parts = {part for part in shapes.objects(None, SH.property) if part in asked}
    assert asked >= node_shapes(shapes)
    assert len(parts) > 10
    for shape in asked:
        for prop in (SH.name, SH.description, SH.severity, SH.order, SH.group):
            assert len(list(shapes.objects(shape, prop))) == 1, (shape, prop)
        assert languages(shapes, shape, SH.message) == ["ar", "en", "fr"], shape
        group = shapes.value(shape, SH.group)
        assert group is not None
        assert languages(shapes, group, RDFS.label) == ["ar", "en", "fr"], group


def languages(shapes: Graph, node: Node, predicate: URIRef) -> list[str]:
    """Return the languages in which something is said, sorted."""
    texts = shapes.objects(node, predicate)
    return sorted(str(text.language) for text in texts if isinstance(text, Literal))


def test_no_two_shapes_of_a_module_have_the_same_place() -> None:
    for module in (*MODULES, *STYLE):
        shapes = load_shapes(module)
        ordered = [
            str(shapes.value(shape, SH.order)) for shape in shapes.subjects(SH.name)
        ]
        assert len(ordered) == len(set(ordered)) > 1, module


def test_each_shape_stands_in_a_module_that_is_loaded() -> None:
    names = {path.name for path in resources.files("hiwar.shapes").iterdir()}
    turtle = {name.removesuffix(".ttl") for name in names if name.endswith(".ttl")}
    assert turtle == {*MODULES, *STYLE}


def test_shapes_use_no_term_that_is_not_declared() -> None:
    declared = set(vocabulary().subjects())
    known = {str(HIWAR), f"{BASE}theme/"}
    used = {
        term
        for triple in shapes_of()
        for term in triple
        if isinstance(term, URIRef) and any(term.startswith(iri) for iri in known)
    }
    assert used - declared == set()


@pytest.mark.parametrize(
    "example",
    examples(),
    ids=lambda x: f"{'in' * (not x.is_valid)}valid-{x.name}",
)
def test_an_example_gives_the_results_that_it_names_and_no_others(
    example: Example,
) -> None:
    assert results(own_report(example)) == example.expected
    assert example.is_valid == (not example.expected)


@pytest.mark.parametrize(
    "example", [x for x in examples() if not x.is_valid], ids=lambda x: x.name
)
def test_an_invalid_example_is_about_the_one_shape_whose_name_it_has(
    example: Example,
) -> None:
    shapes = shapes_of(*(STYLE if example.is_style else MODULES))
    shape = SHAPE[example.name]
    severity = str(shapes.value(shape, SH.severity)).removeprefix(str(SH))
    names_path = bool(shapes.value(shape, SH.path) or shapes.value(shape, SH.closed))
    for result in example.expected:
        assert (result.shape, result.severity) == (example.name, severity)
        assert result.focus
        assert bool(result.path) == names_path


def test_each_shape_has_a_valid_and_an_invalid_example() -> None:
    every = examples()
    assert {x.name for x in every if not x.is_valid} == shape_names()
    assert exercised([x for x in every if x.is_valid]) >= shape_names()


TERM = """
<id/state/{code}> a hiwar:State ; hiwar:chairs <id/process/khartoum> .
<id/chairmanship/{code}> a hiwar:Chairmanship ;
    hiwar:chair <id/state/{code}> ; hiwar:chairedProcess <id/process/khartoum> ;
    {dates} .
"""


def overlapping(first: str, second: str) -> set[str]:
    """Return which of two terms, ONE and TWO, are found to overlap."""
    terms = (
        TERM.format(code="ONE", dates=first),
        TERM.format(code="TWO", dates=second),
    )
    data = Graph().parse(data="\n".join((HEADER, *terms)), format="turtle")
    return {
        node.rpartition("/")[2]
        for node, broken in check(data).items()
        if ("Chairmanship-overlap", "hiwar:chairedProcess") in broken
    }


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("2024-04-17/2025-04-09", "2025-04-08/", {"TWO"}),
        ("2024-04-17/2025-04-09", "2025-04-08/2026-04-08", {"TWO"}),
        ("2024-04/2025-04", "2024-12/", {"TWO"}),
        ("2018/2020", "2019", {"TWO"}),
        ("2018/2020", "2018/2021", {"ONE", "TWO"}),
        ("2024-04-17/2025-04-09", "2024-06-01/2024-07-01", {"TWO"}),
    ],
)
def test_a_term_that_begins_during_another_one_is_found(
    first: str, second: str, later: set[str]
) -> None:
    assert overlapping(f'hiwar:when "{first}"', f'hiwar:when "{second}"') == later


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024-04-17/2025-04-09", "2025-04-09/"),  # the day of the handover
        ("2024-04-17/2025-04-09", "2025-04/"),
        ("2024-04-17/2025-04", "2025-04-09/"),
        ("2018/2019", "2019/2020"),
        ("2024-04/", "2025-04/"),  # nobody says when the first one ended
        ("/2019-11", "2016"),  # nor when it began
        ("../2019-11", "2016"),
        ("2017/2018", "2017/2018"),  # co-chairs
        ("2014?/2019?", "2016/2017"),
        ("2014/2019~", "2016/2017"),
        ("2014/2019", "2016?/2017"),
        ("201X/2019", "2016/2017"),
        ("2016", "2016"),
    ],
)
def test_terms_that_may_have_followed_one_another_conform(
    first: str, second: str
) -> None:
    assert overlapping(f'hiwar:when "{first}"', f'hiwar:when "{second}"') == set()


def test_days_count_as_much_as_what_the_text_gives() -> None:
    first = (
        'hiwar:startDate "2024-04-17"^^xsd:date ; hiwar:endDate "2025-04-09"^^xsd:date'
    )
    assert overlapping(first, 'hiwar:startDate "2025-04-08"^^xsd:date') == {"TWO"}
    assert overlapping(first, 'hiwar:when "2025-04-08/"') == {"TWO"}
    assert overlapping(first, 'hiwar:startDate "2025-04-09"^^xsd:date') == set()
    assert overlapping(first, first) == set()


@pytest.mark.slow
def test_the_engines_differ_on_the_examples_that_are_listed_and_on_no_others() -> None:
    differ = {
        example.name
        for example in examples()
        if results(own_report(example)) != results(second_report(example))
    }
    assert differ == known_differences().keys()


def test_there_are_at_least_25_kinds_of_constraint() -> None:
    kinds = broken_kinds([x for x in examples() if not x.is_valid])
    assert len(kinds) >= 25
    assert kinds >= {"SPARQL", "Closed", "UniqueLang", "LanguageIn", "LessThanOrEquals"}


def test_the_ontology_and_the_themes_keep_their_style() -> None:
    assert broken_style() == frozenset()


def test_every_property_is_allowed_where_its_domain_allows_it() -> None:
    ontology, shapes = vocabulary(), shapes_of()
    not_asserted = {HIWAR[name] for name in INFERRED}
    for prop, domain in ontology.subject_objects(RDFS.domain):
        if prop in not_asserted or domain == HIWAR.Actor:
            continue
        for kind in ontology.transitive_subjects(RDFS.subClassOf, domain):
            for shape in shapes.subjects(SH.targetClass, kind):
                if shapes.value(shape, SH.closed):
                    assert prop in allowed(shapes, shape), (kind, prop)


def allowed(shapes: Graph, shape: Node) -> set[Node]:
    (ignored,) = shapes.objects(shape, SH.ignoredProperties)
    return set(shapes.items(ignored)) | {
        path
        for inner in shapes.objects(shape, SH.property)
        for path in shapes.objects(inner, SH.path)
    }


def test_status_and_basis_list_the_concepts_of_their_schemes() -> None:
    vocabulary_, shapes = vocabulary(), shapes_of()
    for name in ("status", "basis"):
        scheme = URIRef(f"{BASE}theme/{name}")
        (inner,) = [
            inner
            for inner in shapes.objects(SHAPE.Statement, SH.property)
            if shapes.value(inner, SH.path) == HIWAR[name]
        ]
        head = shapes.value(inner, SH["in"])
        assert head is not None
        listed = Collection(shapes, head)
        assert set(listed) == set(vocabulary_.subjects(SKOS.inScheme, scheme))


def test_integers_stay_what_the_shapes_ask_for_in_the_store() -> None:
    store = ox.Store()
    text = VALID.read_text(encoding="utf-8")
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    stored = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    assert stored is not None
    assert check(Graph().parse(data=stored.decode(), format="nt")) == {}


@pytest.mark.slow
def test_the_registry_keeps_every_shape() -> None:
    assert check(registry_graph()) == {}


@pytest.mark.slow
def test_ten_thousand_triples_conform() -> None:
    assert check(large(10_000)) == {}


def large(size: int) -> Graph:
    """Return as many triples of statements, evidence, meetings and participations."""
    data = Graph().parse(VALID)
    rounds = 0
    while len(data) < size:
        rounds += 1
        data.parse(data=HEADER + re.sub(r"\bN\b", str(rounds), ROUND), format="turtle")
    return data
