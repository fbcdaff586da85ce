"""What stands behind a post: fields of work, bodies, and whose the post is."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record

POSTS = {
    "Minister of Ecology, Environmental Protection and Climate Change of Kenya": (
        "Minister of Ecology, Environmental Protection and Climate Change",
        "Kenya",
    ),
    "Minister of State for States and Frontier Regions of Kenya": (
        "Minister of State for States and Frontier Regions",
        "Kenya",
    ),
    "Minister for Information & Second Minister for Home Affairs of Kenya": (
        "Minister for Information & Second Minister for Home Affairs",
        "Kenya",
    ),
    "Commissioner of the Aliens & Checkpoints Authority": (
        "Commissioner of the Aliens & Checkpoints Authority",
        None,
    ),
    "director of the Federal Office for Visas, Kenya": (
        "director of the Federal Office for Visas",
        "Kenya",
    ),
    "Executive Secretary of CVW": ("Executive Secretary", "CVW"),
    "Director of the Cape Visa Watch (CVW)": ("Director", "Cape Visa Watch"),
    "Minister of Home Affairs (MHA) of Kenya": (
        "Minister of Home Affairs (MHA)",
        "Kenya",
    ),
    "Chief of Mission for Peru and Regional Officer for the Caribbean, IOM": (
        "Chief of Mission for Peru and Regional Officer for the Caribbean",
        "IOM",
    ),
    "Special Envoy for Peru": ("Special Envoy for Peru", None),
    "representative for Kenya": ("representative", "Kenya"),
}


@pytest.mark.parametrize("told", POSTS)
def test_a_post_goes_on_with_its_fields_and_ends_with_its_owner(told: str) -> None:
    (person,) = record(read_text(f"Ana Sample, {told}, spoke."))["persons"]
    owner = person.get("organisation_or_state")
    name = owner["name"] if isinstance(owner, dict) else owner
    assert (person["post"], name) == POSTS[told]


def test_two_persons_are_not_one_post() -> None:
    told = (
        "Ana Sample, Minister of Interior and Jan Exempel, Minister of Labour, spoke."
    )
    found = record(read_text(told))["persons"]
    assert [(one["name"], one["post"]) for one in found] == [
        ("Ana Sample", "Minister of Interior"),
        ("Jan Exempel", "Minister of Labour"),
    ]
