"""No plan, wish, denial or quotation becomes a settled fact."""

from dataclasses import dataclass

import pytest

from tests.graph.frames.conftest import State

CONFERENCE = "the ministerial conference of the Rabat Process"
CHAIR = "the chairmanship of the Khartoum Process"


@dataclass(frozen=True)
class Kind:
    """A fact in plain words, and in words that do not settle it."""

    predicate: str
    subject: str
    plain: str
    unsettled: tuple[str, ...]
    rest: str

    def sentence(self, verb: str = "") -> str:
        return f"{self.subject} {verb or self.plain} {self.rest}"


def verbs(*forms: str, rest: str = "") -> tuple[str, ...]:
    return tuple(f"{form} {rest}".strip() for form in forms)


KINDS = {
    "host": Kind(
        "hostedBy",
        "Kenya",
        "hosted",
        (
            "will host", "would host", "is expected to host", "plans to host",
            "did not host", "never hosted", "refused to host",
            "should host", "hopes to host", "could have hosted", "may host",
        ),
        f"{CONFERENCE} in Nairobi on 3 May 2019",
    ),
    "organiser": Kind(
        "organisedBy",
        "IOM",
        "organised",
        (
            "will organise", "is due to organise", "did not organise",
            "never organised", "should have organised", "wants to organise",
        ),
        "the thematic meeting of the Rabat Process in Nairobi",
    ),
    "chair of a meeting": Kind(
        "presidedBy",
        "Kenya",
        "chaired",
        ("will chair", "is expected to chair", "never chaired", "should have chaired"),
        f"{CONFERENCE} in Nairobi on 3 May 2019",
    ),
    "co-chairs": Kind(
        "presidedBy",
        "Kenya and Italy",
        "co-chaired",
        ("will co-chair", "would have co-chaired", "never co-chaired", "may co-chair"),
        f"{CONFERENCE} in Nairobi on 3 May 2019",
    ),
    "participants": Kind(
        "hasParticipant",
        "Kenya, Italy and IOM",
        "took part in",
        (
            "will take part in", "were expected to take part in",
            "did not take part in", "never took part in", "hoped to take part in",
        ),
        f"{CONFERENCE} in Nairobi on 3 May 2019",
    ),
    "launch": Kind(
        "established",
        "Kenya and Italy",
        "launched",
        ("will launch", "have not launched", "never launched", "should have launched"),
        "the Khartoum Process in Rome on 28 November 2014",
    ),
    "handover": Kind(
        "handedOverTo",
        "Egypt",
        f"handed {CHAIR} to",
        (
            f"will hand {CHAIR} to", f"never handed {CHAIR} to",
            f"should have handed {CHAIR} to", f"hopes to have handed {CHAIR} to",
        ),
        "France",
    ),
    "chair of a process": Kind(
        "chairs",
        "Egypt",
        "resumed",
        ("will resume", "has never resumed", "should have resumed", "may have resumed"),
        "the presidency of the Khartoum Process in April 2024",
    ),
    "adoption": Kind(
        "adoptedAt",
        CONFERENCE.capitalize().replace("rabat process", "Rabat Process"),
        "adopted",
        (
            "will adopt", "was to have adopted", "did not adopt", "never adopted",
            "should have adopted", "could have adopted", "refused to adopt",
        ),
        "the Dakar Declaration",
    ),
    "part": Kind(
        "partOf",
        "The Khartoum Process",
        "is part of",
        ("will be part of", "is not part of", "is no longer part of", "may be part of"),
        "the Joint Valletta Action Plan",
    ),
    "alignment": Kind(
        "alignsWith",
        "The Khartoum Process",
        "takes into account",
        ("will take into account", "never takes into account", "may take into account"),
        "the Joint Valletta Action Plan",
    ),
    "basis": Kind(
        "buildsOn",
        "The Khartoum Process",
        "builds on",
        ("will build on", "does not build on", "hopes to build on"),
        "the Joint Valletta Action Plan",
    ),
    "members": Kind(
        "hasMember",
        "The Khartoum Process",
        "counts",
        ("will count", "never counts", "should count"),
        "among its members Egypt, Kenya and Italy",
    ),
    "secretariat": Kind(
        "hasSecretariat",
        "ICMPD",
        "serves as",
        ("will serve as", "no longer serves as", "should serve as"),
        "the secretariat of the Khartoum Process",
    ),
    "commitment": Kind(
        "wording",
        "Kenya and Italy",
        "agreed",
        (
            "will agree", "did not agree", "never agreed", "could not have agreed",
            "should have agreed", "were expected to have agreed",
        ),
        "to train border guards together",
    ),
}  # fmt: skip

OTHERS_WORDS = [
    "According to the minister, {inner}.",
    "The minister said that {inner}.",
    "Minister Omar Sample claimed that {inner}.",
    "“{whole},” said Minister Omar Sample.",
    "“{whole}.”",
    "Minister Omar Sample: “{whole}.”",
    "{whole}\nsaid Minister Omar Sample",
    "It is not true that {inner}.",
    "If {inner}, all would be well.",
    "It was hoped that {inner}.",
    "It was proposed that {inner}.",
    "The press reported that {inner}.",
    "It is rumoured that {inner}.",
    "Whether {inner} is not known.",
    "According to Minister Omar Sample, {inner}.",
    "Nobody believes that {inner}.",
    "Ghana hopes that {inner}.",
    "Ghana is hoping that {inner}.",
    "Ghana trusts that {inner}.",
    "Ghana fears that {inner}.",
    "Ghana doubts that {inner}.",
    "Ghana believes that {inner}.",
    "Ghana is confident that {inner}.",
    "Ghana thought that {inner}.",
    "Had {inner}, all would be well.",
    "{whole}, Minister Omar Sample said.",
]


def phrased(form: str, kind: Kind) -> str:
    whole = kind.sentence()
    inner = whole[0].lower() + whole[1:] if whole.startswith("The ") else whole
    return form.format(whole=whole, inner=inner)


@pytest.mark.parametrize("name", KINDS)
def test_what_a_document_says_itself_is_a_fact(name: str, stated: State) -> None:
    kind = KINDS[name]
    assert stated(f"{kind.sentence()}.", kind.predicate)


UNSETTLED = [(name, verb) for name, kind in KINDS.items() for verb in kind.unsettled]


@pytest.mark.parametrize(("name", "verb"), UNSETTLED)
def test_a_plan_a_wish_or_a_denial_is_no_fact(
    name: str, verb: str, stated: State
) -> None:
    kind = KINDS[name]
    assert stated(f"{kind.sentence(verb)}.", kind.predicate) == []


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("form", OTHERS_WORDS)
def test_what_others_say_hope_or_doubt_is_no_fact(
    form: str, name: str, stated: State
) -> None:
    kind = KINDS[name]
    assert stated(phrased(form, kind), kind.predicate) == []


def test_a_plan_is_kept_as_a_plan(stated: State) -> None:
    kind = KINDS["host"]
    text = f"{kind.sentence('will host')}."
    (fact,) = stated(text, "hostedBy", true=False)
    assert fact[2] == "Kenya"


@pytest.mark.parametrize(
    "behind",
    [
        ", while the senior officials meeting will be in Rome.",
        "; the next one will be in Rome.",
        ", but Italy did not come.",
        ". The next one should be in Rome.",
    ],
)
def test_the_cue_of_another_clause_does_not_reach_a_fact(
    behind: str, stated: State
) -> None:
    kind = KINDS["host"]
    assert stated(kind.sentence() + behind, "hostedBy")


def test_what_is_agreed_may_hold_a_denial_of_its_own(stated: State) -> None:
    text = "Kenya and Italy agreed that migrants should not be sent back to danger."
    assert [value for _, _, value in stated(text, "wording")] == [text[:-1]]


@pytest.mark.parametrize(
    "when",
    ["next month", "next year", "in the coming weeks", "tomorrow", "next Tuesday"],
)
def test_the_present_tense_before_a_coming_time_is_a_plan(
    when: str, stated: State
) -> None:
    told = f"Kenya hosts the third meeting of the Rabat Process in Nairobi {when}."
    assert stated(told, "hostedBy") == []
    assert {f[2] for f in stated(told, "meetingStatus")} == {"meeting-status/planned"}


def test_what_was_hosted_stays_so_beside_a_coming_one(stated: State) -> None:
    told = (
        "Kenya hosted the third meeting of the Rabat Process, and Mali hosts the "
        "fourth meeting of the Rabat Process next year."
    )
    assert [fact[2] for fact in stated(told, "hostedBy")] == ["Kenya"]
