"""What the shapes take for a date."""

import re

import pytest
from rdflib import SH

from tests.shapes.conftest import SHAPE, shapes_of


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
