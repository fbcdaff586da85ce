"""Meetings without a name, of which a text says when or where they were."""

import pytest

from hiwar.graph.reading import read_text
from hiwar.graph.record import record
from tests.graph.frames.conftest import State, values

STATUS, DONE = "meetingStatus", "meeting-status/held"
HELD = "The ministerial conference of the Rabat Process was held in Dakar in 2019. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A high-level event on labour mobility was held {}.", "other"),
        ("The seminar on visas, attended by 40 experts, took place {}.", "workshop"),
        ("IOM held a two-day workshop on visas {}.", "workshop"),
        ("Some 40 experts took part in a seminar on visas held {}.", "workshop"),
        ("During a meeting of interior ministers {} Fiji spoke.", "ministerial"),
        ("After a meeting of foreign ministers {} Fiji spoke.", "ministerial"),
        ("The presidents took part in a meeting of heads of state {}.", "summit"),
        ("A technical meeting on visas and return was convened {}.", "thematic"),
        ("Fiji was represented at a training course on documents {}.", "other"),
        ("Officials gathered for a round table with employers {}.", "other"),
    ],
)  # fmt: skip
def test_a_common_noun_with_a_day_and_a_place_is_a_meeting(
    text: str, kind: str, stated: State
) -> None:
    found = values(stated(text.format("in Suva on 3 June 2014")))
    assert found.items() >= {
        ("meetingKind", f"meeting-kind/{kind}"),
        ("meetingStatus", "meeting-status/held"),
        ("startDate", "2014-06-03"),
        ("heldInPlace", "Suva"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The ministers called for a workshop on visas in Suva.",
        "Fiji would welcome a seminar on visas in Suva in May 2014.",
        "No one proposed a meeting of ministers in Suva.",
        "The annual meeting brings experts to Suva in June.",
        "A workshop is always useful.",
    ],
)
def test_what_is_wished_or_recurs_is_no_meeting(text: str, stated: State) -> None:
    assert not stated(text, "meetingStatus", "meetingKind")


def test_those_at_another_meeting_are_not_at_the_one_before(stated: State) -> None:
    facts = stated(f"{HELD}Fiji and Norway took part in a workshop in Oslo.")
    at = {name for name, predicate, _ in facts if predicate == "hasParticipant"}
    assert at == {"workshop in Oslo"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The conference closed in Suva on 5 June 2014.", "/2014-06-05"),
        ("The conference wrapped up on 5 June 2014.", "/2014-06-05"),
        ("On 5 June 2014 the conference came to an end in Suva.", "/2014-06-05"),
        (
            "The conference opened on 3 June 2014 and ended on 5 June 2014.",
            "2014-06-03/2014-06-05",
        ),
        (
            "The conference began on 3 June 2014. The conference ended on 5 June.",
            "2014-06-03/2014-06-05",
        ),
        ("The conference was held on 5 June 2014 and ended well.", "2014-06-05"),
        ("From 3 to 5 June 2014, Fiji hosted the conference.", "2014-06-03/2014-06-05"),
    ],
)
def test_the_day_on_which_a_meeting_ended_is_not_its_first(
    text: str, when: str, stated: State
) -> None:
    named = text.replace("conference", "conference of the Rabat Process", 1)
    found = values(stated(named))
    assert found["when"] == when
    assert ("startDate" in found) is not when.startswith("/")


@pytest.mark.parametrize(
    "text",
    [
        "The opening session dealt with visas.",
        "The first session was devoted to return.",
        "09:00 Opening session",
        "It was the first meeting in person since 2017.",
        "This was the largest conference since 2017.",
        "A final round of revision took place over the summer.",
        "Fiji set up the Colombo Process forum in 2003.",
    ],
)
def test_part_of_a_meeting_and_what_it_is_called_again_is_no_other_one(
    text: str, stated: State
) -> None:
    meetings = {name for name, _, _ in stated(f"{HELD}{text}", "meetingKind")}
    assert meetings == {"ministerial conference of the Rabat Process"}


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Fiji and Tonga met for their eighth Joint Committee in Suva.", "8"),
        ("The Thirty First Meeting of the Rabat Process was held in Suva.", "31"),
        ("The twenty-second meeting of the Rabat Process was held in Suva.", "22"),
        ("The second edition of the Suva Ministerial Conference was held.", "2"),
        ("The third Senior Officials' Meeting (SOM) of the Rabat Process met.", "3"),
    ],
)
def test_an_ordinal_is_read_before_committees_and_in_words(
    text: str, ordinal: str, stated: State
) -> None:
    assert values(stated(text))["ordinal"] == ordinal


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A panel discussion was held in Suva on 3 June 2014.", 1),
        ("The signing ceremony took place in Suva on 3 June 2014.", 1),
        ("A panel discussion on visas was held in Suva on 3 June 2014.", 1),
        ("A video conference on visas was held on 3 June 2014 in Suva.", 1),
        ("The annual meeting was held in Suva in October 2014.", 1),
        ("The annual meeting is held in Suva in October.", 0),
        ("The 3rd Trilateral between Fiji, Tonga and Nauru took place in Suva.", 1),
        ("A sitting of parliament may be held in Suva on 3 June 2014.", 0),
        ("They hoped for a panel discussion in Suva.", 0),
    ],
)
def test_nouns_of_one_time_gatherings_tell_of_a_meeting(
    text: str, kinds: int, stated: State
) -> None:
    assert len(stated(text, "meetingKind")) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Bilateral talks between a Fijian delegation and Tongan officials took place in"
        " Suva on 3 June 2014.",
        "Talks between Fijian officials and their Tongan counterparts on pay concluded"
        " in Suva on 3 June 2014.",
        "The text was signed after talks held last week between a Fijian delegation led"
        " by Ms Ann Sample and Tongan officials.",
    ],
)
def test_talks_between_delegations_of_two_states_are_their_meeting(
    text: str, stated: State
) -> None:
    facts = stated(text)
    came = {value for _, said, value in facts if said == "hasParticipant"}
    assert came >= {"Fiji", "Tonga"}
    assert [v for _, said, v in facts if said == STATUS] == [DONE]


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("At the end of their meeting in Suva, the ministers agreed to go on.", True),
        ("At the end of their meeting in Suva, the ministers will agree.", False),
    ],
)
def test_what_was_agreed_at_its_end_tells_that_a_meeting_was_held(
    text: str, is_held: bool, stated: State
) -> None:
    assert (DONE in [v for *_, v in stated(text, STATUS)]) is is_held


@pytest.mark.parametrize(
    ("said", "is_held"),
    [
        ("met the Minister of Labour of Tonga, Omar Other", True),
        ("paid a courtesy call on the Minister of Labour of Tonga, Omar Other", True),
        ("called on the Minister of Labour of Tonga, Omar Other, to resign", False),
        ("welcomed the plan of the Minister of Labour of Tonga, Omar Other", False),
        ("will meet the Minister of Labour of Tonga, Omar Other", False),
    ],
)
def test_two_officials_met_though_the_text_goes_on_to_another_meeting(
    said: str, is_held: bool, stated: State
) -> None:
    facts = stated(
        f"The Minister of Migration of Fiji, Ines Sample, {said}. She spoke of the"
        " upcoming ministerial meeting on visas, which will be held in Nadi in 2031."
    )
    held = {name for name, told, value in facts if (told, value) == (STATUS, DONE)}
    assert held == ({"meeting of Ines Sample and Omar Other"} if is_held else set())


def test_an_adjective_before_the_noun_of_a_meeting_is_no_meeting_of_its_own() -> None:
    text = "The paper was issued on the occasion of a Trilateral Ministerial Meeting in"
    (meeting,) = record(read_text(f"{text} Lima."))["meetings"]
    assert meeting["kind"] == "ministerial"


WELCOMED = (
    "On 26 September 2022, the Minister of Labour of Chile, Ines Sample, {} from Peru"
    " and Fiji to the Palace of Justice to launch a plan on visas. "
)


@pytest.mark.parametrize(
    ("said", "is_held"),
    [
        ("welcomed representatives", True),
        ("hosted senior officials", True),
        ("never welcomed representatives", False),
        ("will welcome representatives", False),
        ("welcomed letters to representatives", False),
    ],
)
def test_who_welcomed_others_to_launch_something_met_them(
    said: str, is_held: bool, stated: State
) -> None:
    facts = stated(WELCOMED.format(said))
    came = {value for _, told, value in facts if told == "hasParticipant"}
    assert came == ({"Ines Sample", "Chile", "Peru", "Fiji"} if is_held else set())


@pytest.mark.parametrize("said", ["June's", "last June’s"])
def test_a_meeting_of_another_month_is_not_the_one_told_of(
    said: str, stated: State
) -> None:
    text = f"The plan was announced by Tonga at {said} Summit of the Isles."
    facts = stated(WELCOMED.format("welcomed officials") + text)
    days = {name: value for name, told, value in facts if told == "startDate"}
    assert [*days.values()] == ["2022-09-26"]
    assert "Summit of the Isles" not in days
    assert ("Summit of the Isles", STATUS, DONE) in facts


@pytest.mark.parametrize(
    ("others", "is_held"),
    [
        ("officials from 40 countries", True),
        ("representatives from countries across the hemisphere", True),
        ("representatives of NGOs", False),
        ("representatives of migrants from many countries", False),
    ],
)
def test_who_welcomed_officials_of_states_met_them_and_no_others(
    others: str, is_held: bool, stated: State
) -> None:
    facts = stated(
        f"On 26 September 2022, the Minister of Labour of Chile, Ines Sample, welcomed"
        f" {others} to Lima to discuss visas."
    )
    held = {name for name, told, value in facts if (told, value) == (STATUS, DONE)}
    assert held == ({"meeting of Ines Sample in Lima"} if is_held else set())
