"""Terms of office do not begin during another one."""

import pytest
from rdflib import Graph

from tests.shapes.conftest import HEADER, check

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
