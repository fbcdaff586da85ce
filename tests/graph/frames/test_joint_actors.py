"""Who undertakes something where one noun, or one post, has several names."""

import pytest

from tests.graph.frames.conftest import State, each_kind, kinds, who, whole

TOGETHER = "agreed to train border guards together."


@pytest.mark.parametrize(
    ("actors", "states"),
    [
        ("The Chilean and Peruvian Governments", {"Chile", "Peru"}),
        ("The Chilean and the Peruvian delegations", {"Chile", "Peru"}),
        ("The Chilean, Kenyan and Peruvian ministers", {"Chile", "Kenya", "Peru"}),
    ],
)
def test_a_noun_behind_several_adjectives_is_of_each_state(
    actors: str, states: set[str], stated: State
) -> None:
    assert who(stated(f"{actors} {TOGETHER}"), "committedBy") == states


@pytest.mark.parametrize(
    "actors", ["Chilean unions and Peruvian officials", "The Peruvian delegations"]
)
def test_one_adjective_is_of_one_state_at_most(actors: str, stated: State) -> None:
    assert "Chile" not in who(stated(f"{actors} {TOGETHER}"), "committedBy")


MET = (
    "The Chilean President, Mr Abel Sample, and the Peruvian President, Ms Ana Ben "
    "Other, met in Lima on 3 May 2011. "
)


@pytest.mark.parametrize(
    "names", ["Sample and Other", "Abel and Other", "Abel and Ana"]
)
def test_presidents_known_by_one_name_act_for_their_states(
    names: str, stated: State
) -> None:
    facts = stated(f"{MET}Presidents {names} {TOGETHER}")
    assert who(facts, "committedBy") == {"Chile", "Peru"}
    assert who(facts) == {"Abel Sample", "Ana Ben Other", "Chile", "Peru"}


def test_a_president_whom_nobody_named_is_not_known_by_one_name(stated: State) -> None:
    facts = stated(f"{MET}Presidents Third and Fourth {TOGETHER}")
    assert who(facts) == {"Abel Sample", "Ana Ben Other", "Chile", "Peru"}
    assert not who(facts, "committedBy") & {"Chile", "Peru"}


RELEASE = """{}

Ms Ann Evans, Minister for Migration of Chad, and Mr Omar Sy, Minister of the Interior \
of Niger, met in Lima on 3 May 2018 for talks on migration.

Chad and Niger agreed to train border guards together.

{} will open a school for migrants.
"""


@pytest.mark.parametrize(
    "title", ["JOINT PRESS RELEASE", "Joint statement with the Minister of Niger"]
)
def test_a_joint_text_carries_what_those_bound_by_it_will_do(title: str) -> None:
    facts = whole(RELEASE.format(title, "Chad"))
    [school] = {name for name, _, _ in facts if "school" in name}
    told = {(said, value.lower()) for name, said, value in facts if name == school}
    assert ("committedBy", "chad") in told
    paper = title.lower().removesuffix(" with the minister of niger")
    assert ("setOutIn", paper) in told


@pytest.mark.parametrize(
    ("title", "actor"),
    [("JOINT PRESS RELEASE", "Kenya"), ("Press release of the ministry", "Chad")],
)
def test_a_text_carries_no_plan_of_those_whom_it_does_not_bind(
    title: str, actor: str
) -> None:
    facts = whole(RELEASE.format(title, actor))
    assert not [name for name, _, _ in facts if "school" in name]


def test_what_officials_were_asked_to_do_was_undertaken(stated: State) -> None:
    text = "{} to draw up a plan for the return of migrants."
    asked = "The Chilean and Peruvian Governments have asked senior officials"
    assert kinds(text.format(asked), stated) == {"Commitment"}
    assert not kinds(text.format("The ministers asked smugglers"), stated)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("agreed to train border guards together", 2),
        ("met in Lima to discuss the training of border guards", 0),
        ("met to no avail", 0),
    ],
)
def test_what_a_commitment_includes_is_one_too(
    before: str, told: int, stated: State
) -> None:
    text = f"Chile and Peru {before}. This includes opening a school for migrants."
    assert each_kind(text, stated).count("Commitment") == told


@pytest.mark.parametrize(
    ("what", "is_area"), [("importance", True), ("need", True), ("date", False)]
)
def test_what_they_agree_to_matter_is_a_topic(
    what: str, is_area: bool, stated: State
) -> None:
    text = f"Chile and Peru agreed on the {what} of the return of migrants."
    assert ("AreaOfFocus" in kinds(text, stated)) is is_area
