"""Who hosts, organises and chairs a meeting, in the wordings of many offices."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.graph.frames.conftest import State

WORDS = {
    "C": "the third ministerial conference of the Rabat Process",
    "U": "The third ministerial conference of the Rabat Process",
    "D": "The fifth Fiji-Tonga Migration Dialogue was held in Suva.",
    "A": "Ms Ana Sample",
    "T": "Mr Tom Other",
}
SENTENCES = tomllib.loads(
    Path(__file__).with_name("roles.toml").read_text(encoding="utf-8")
)["sentence"]


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"])
def test_who_hosts_organises_and_chairs_is_told_in_many_ways(
    case: dict[str, Any], stated: State
) -> None:
    (predicate,) = set(case) - {"text"}
    facts = stated(case["text"].format(**WORDS), predicate)
    assert {value for _, _, value in facts} == set(case[predicate])
