"""Who hosts, chairs or organises something beside a meeting has no role at it."""

import pytest

from tests.graph.frames.conftest import State, facts_in

HELD = (
    "The third ministerial conference of the Colombo Process was held in Lima on "
    "4 May 2011. "
)
ROLES = ("hostedBy", "presidedBy", "organisedBy")


@pytest.mark.parametrize(
    "text",
    [
        "In the evening, at the dinner of the chamber, Chile presided.",
        "A regatta followed. Chile hosted.",
        "When the jury met, Chile presided.",
        "In the chess final that night Chile hosted.",
        "Lima had bid for the chess tournament too, but Chile hosted.",
        "Two working groups sat in the morning. Chile and Peru shared the chair.",
        "In the first working group Chile and Peru shared the chair.",
        "Ms Lena Okafor wielded the gavel at a raffle for charity.",
        "A debate of pupils took place too. Presiding was Ms Lena Okafor.",
        "The chair, Chile, declared the tournament open.",
        "While the Security Council voted, Chile presided.",
        "The organisers were IOM and the festival hall.",
        "They thanked the hosts, Chile and Peru, for the dinner.",
        "They thanked the hosts, Chile, for sheltering exiles.",
        "Chile is under the presidency of Mr Omar Sample.",
    ],
)
def test_who_has_a_role_at_another_event_has_none_at_the_meeting(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, *ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "In 2006 Chile hosted, and in 2008 Nepal did.",
        "Chile has long been at it: in 1997 it spoke; in 2000 Chile hosted.",
        "In May 2009 Chile presided.",
        "IOM was one of the organisers of the event in 2009.",
    ],
)
def test_who_had_a_role_in_another_year_has_none_at_the_meeting(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, *ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "A school choir sang. The organisers were IOM and UNHCR.",
        "Next to it, the board of a bank met. Chile chaired.",
        "Chile and Peru play chess every year; Chile hosted.",
    ],
)
def test_who_only_chaired_chaired_what_was_told_right_before(
    text: str, stated: State
) -> None:
    assert not stated(HELD + text, *ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "Chile chaired, in succession to Peru.",
        "It was hosted by Peru, which had joined in 2003.",
        "Peru hosted it, as it had in 2005.",
        "On 4 May 2011, Peru hosted it.",
        "They thanked the hosts, Peru and Chile, for their warm hospitality.",
        "During the panel debates, the conference was chaired by Chile.",
        "The conference, hosted by Peru, ended with a dinner.",
        "The conference was chaired by Ms Lena Okafor, who also opened a trade fair.",
        "The organisers were IOM and UNHCR.",
    ],
)
def test_who_has_a_role_at_the_meeting_itself_keeps_it(
    text: str, stated: State
) -> None:
    assert stated(HELD + text, *ROLES)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La troisième conférence ministérielle du Processus de Rabat s'est tenue à "
            "Dakar. Le dîner a été offert par la ville. Le Ghana a présidé.",
        ),
        (
            "sv",
            "Det tredje ministermötet inom Rabatprocessen hölls i Dakar. Värdlandet "
            "Ghana förlorade finalen.",
        ),
        (
            "ar",
            "عقد الاجتماع الوزاري الثالث لعملية كولومبو في ليما. وشكرت الوفود نيبال، "
            "البلد المضيف للاجئين.",
        ),
    ],
)
def test_roles_at_other_events_in_other_languages(language: str, text: str) -> None:
    told = {predicate for predicate, _ in facts_in(language, text)}
    assert not told & set(ROLES)
