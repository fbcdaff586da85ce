"""Wishes, demands, conditions and other people's words: none becomes an undertaking."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.graph.frames.conftest import State, kinds

HELD = (
    "The Senior Officials Meeting of the Khartoum Process was held in Nairobi on 3 May"
    " 2019. "
)

WISHES = [
    "The minister hopes that the states will agree to protect refugees.",
    "We want a world in which states agree to protect refugees.",
    "States must commit to protect refugees.",
    "The participants would like to commit to protect refugees.",
    "The opposition demands that the government commit to protect refugees.",
    "Opposition parties called on Kenya to sign the Nairobi Declaration.",
]
CONDITIONS = [
    "If the ministers agreed to train border guards, IOM would help.",
    "Had the ministers agreed to train border guards, IOM would have helped.",
    "The ministers would have agreed to protect refugees if IOM had paid.",
    "Unless Kenya and Italy agree to train border guards, migrants will suffer.",
    "Once Kenya and Italy agree to train border guards, IOM will pay for migrants.",
    "As soon as the ministers adopt the Nairobi Declaration, IOM will begin.",
    "When the ministers adopt the Nairobi Declaration, IOM will begin.",
    "Should the ministers adopt the Nairobi Declaration, IOM will begin.",
]
SUBJUNCTIVES = [
    "They recommended that the ministers adopt the Nairobi Declaration.",
    "It was vital that the meeting adopt the Nairobi Declaration.",
    "One delegate moved that the ministers adopt the Nairobi Declaration.",
    "The officials decided that the ministers adopt the Nairobi Declaration in 2027.",
    "It is imperative that the participants pledge to protect refugees.",
    "The report advised that Kenya and Italy agree to train border guards.",
    "Before the ministers adopt the Nairobi Declaration, states will be consulted.",
    "Until the ministers adopt the Nairobi Declaration, nothing changes.",
    "IOM will begin after the ministers formally adopt the Nairobi Declaration.",
    "By the time Kenya and Italy agree to protect refugees, many will have left.",
]
PROVISOS = [
    "Italy pledged 5 million euros for refugees, subject to approval by parliament.",
    "Subject to funding, the participants agreed to train border guards.",
    "The participants agreed to train border guards pending approval by ministers.",
    "Kenya and Italy agreed to train border guards, provided that donors pay.",
    "Kenya and Italy agreed to train border guards on condition that donors pay.",
    "Kenya and Italy agreed in principle to train border guards.",
    "Kenya and Italy agreed to train border guards, but nothing was signed.",
    "Kenya and Italy agreed to protect refugees, although no document has been signed"
    " yet.",
    "Kenya and Italy agreed to protect refugees, but the agreement was never signed.",
]
DRAFTS = [
    "The officials endorsed a draft declaration to be adopted by ministers in 2027.",
    "The officials approved a draft action plan for adoption by ministers.",
    "The officials endorsed the Nairobi Declaration, to be adopted by ministers later.",
    "The officials endorsed a declaration that ministers will adopt in 2027.",
    "A draft declaration was endorsed by the officials.",
]
PLANS = [
    "The ministers are expected to adopt the Nairobi Declaration.",
    "The meeting is set to end with the adoption of the Nairobi Declaration.",
    "Kenya and Italy are preparing to sign a memorandum of understanding.",
    "Kenya and Italy are negotiating a memorandum of understanding. Italy will support"
    " the return of migrants.",
    "A draft of the Nairobi Declaration, to be adopted next year, commits states to"
    " protect refugees.",
    "The Nairobi Declaration was due to be adopted at the meeting.",
    "Italy will support the return of migrants.",
]
WORDS_OF_OTHERS = [
    "We agreed to train border guards together.\nsaid Minister Amina Diallo",
    "The ministers agreed to protect refugees, the paper reported.",
    "The ministers agreed to protect refugees, sources claim.",
    "The ministers agreed to protect refugees, it is claimed.",
    "Minister Amina Diallo: the ministers agreed to protect refugees.",
    "Critics say Kenya agreed to take back migrants in secret.",
    "According to the opposition, the ministers agreed to return refugees.",
    "In his view, the ministers agreed to protect refugees.",
    "The ministers supposedly agreed to protect refugees.",
]
DENIALS = [
    "The ministers agreed to nothing, not even to protect refugees.",
    "Few ministers agreed to protect refugees.",
    "No ministers agreed to protect refugees.",
    "None of the ministers agreed to protect refugees.",
    "The ministers have yet to agree to protect refugees.",
    "The ministers nearly agreed to protect refugees.",
    "The Nairobi Declaration was adopted by nobody.",
    "The ministers tried to adopt the Nairobi Declaration.",
]
ELSEWHERE = [
    "In 2006 ministers agreed to protect refugees in Rabat.",
    "Last year in Geneva, states agreed to protect refugees.",
    "The ministers recalled that in 2015 leaders agreed to protect refugees.",
    "The ministers welcomed that Kenya agreed to protect refugees.",
]
TO_COME = [
    "They spoke of the next ministerial conference of the Rabat Process. The ministers"
    " adopted the Nairobi Declaration.",
]
QUESTIONS = [
    "Have the ministers agreed to protect refugees?",
    "Did the ministers adopt the Nairobi Declaration?",
    "Imagine that the ministers agreed to protect refugees.",
]
HEADLINES = ["Ministers agree to protect refugees\n\nThe city is on the coast."]


def undertaken(text: str, stated: State) -> set[str]:
    """Return the classes of undertakings in a text, and whether it adopts anything."""
    adopted = {"adopted" for _ in stated(text, "adoptedAt")}
    return kinds(text, stated) | adopted


@pytest.mark.parametrize(
    "text",
    [
        *WISHES, *CONDITIONS, *PLANS, *WORDS_OF_OTHERS, *DENIALS, *ELSEWHERE,
        *QUESTIONS, *HEADLINES, *SUBJUNCTIVES, *PROVISOS, *DRAFTS,
    ],
)  # fmt: skip
def test_nothing_is_undertaken_where_nobody_undertook_it(
    text: str, stated: State
) -> None:
    assert undertaken(HELD + text, stated) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Italy agreed to return migrants subject to removal orders.", "C"),
        ("Kenya and Italy agreed to help migrants with pending asylum claims.", "C"),
        (
            "Kenya and Italy agreed to train border guards, but no agreement was"
            " reached on visas.",
            "C",
        ),
        (
            "Before the ministers adopted the Nairobi Declaration, they met experts.",
            "a",
        ),
        ("The ministers adopted the Nairobi Declaration, but no deal on visas.", "a"),
        ("The ministers adopted the Nairobi Declaration before they left.", "a"),
    ],
)
def test_what_only_sounds_like_a_proviso_takes_nothing_back(
    text: str, kind: str, stated: State
) -> None:
    expected = {"C": "Commitment", "a": "adopted"}[kind]
    assert undertaken(HELD + text, stated) == {expected}


AGENTS = st.sampled_from(
    ["The ministers", "Kenya and Italy", "The participants", "The two sides"]
)
VERBS = st.sampled_from(["agreed", "pledged", "decided", "undertook"])
TASKS = st.sampled_from(
    [
        "to protect refugees on the route",
        "to train border guards together",
        "to share their reports on migrants",
    ]
)
DENIED = st.sampled_from(["never", "have not", "hardly", "almost"])
SPEAKERS = st.sampled_from(
    ["A spokesman", "Minister Amina Diallo", "The opposition", "Two observers"]
)
SAYING = st.sampled_from(
    ["said", "said that", "claims", "believes that", "insisted", "told the press that"]
)
each = settings(max_examples=40, deadline=None)


@each
@given(AGENTS, VERBS, TASKS)
def test_a_plain_undertaking_is_a_commitment(
    stated: State, agent: str, verb: str, task: str
) -> None:
    assert undertaken(f"{HELD}{agent} {verb} {task}.", stated) == {"Commitment"}


@each
@given(AGENTS, VERBS, TASKS, DENIED)
def test_a_denied_undertaking_is_none(
    stated: State, agent: str, verb: str, task: str, denied: str
) -> None:
    assert undertaken(f"{HELD}{agent} {denied} {verb} {task}.", stated) == set()


@each
@given(AGENTS, VERBS, TASKS, SPEAKERS, SAYING)
def test_an_undertaking_that_somebody_tells_of_is_none(
    stated: State, agent: str, verb: str, task: str, speaker: str, saying: str
) -> None:
    told = f"{agent[0].lower()}{agent[1:]}" if agent.startswith("The") else agent
    text = f"{HELD}{speaker} {saying} {told} {verb} {task}."
    assert undertaken(text, stated) == set()


@each
@given(AGENTS, VERBS, TASKS, SPEAKERS)
def test_an_undertaking_whose_speaker_comes_last_is_none(
    stated: State, agent: str, verb: str, task: str, speaker: str
) -> None:
    said = f"{speaker[0].lower()}{speaker[1:]}"
    text = f"{HELD}{agent} {verb} {task}, {said} said."
    assert undertaken(text, stated) == set()


@pytest.mark.parametrize("text", TO_COME)
def test_nothing_is_adopted_at_a_meeting_to_come(text: str, stated: State) -> None:
    meetings = [value for _, _, value in stated(HELD + text, "adoptedAt")]
    assert not any("next" in meeting for meeting in meetings)
