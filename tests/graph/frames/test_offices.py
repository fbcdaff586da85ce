"""For which state a post is held, where its own words do not say so."""

import pytest

from tests.graph.frames.conftest import State

TALKS = "The fourth ministerial meeting of the Colombo Process was held in Dhaka."


def test_a_delegation_ties_its_leader_to_its_state(stated: State) -> None:
    text = (
        f"{TALKS} Kenya's delegation, led by the Minister for Labour, Ana Sample, came."
    )
    assert ("Minister for Labour", "postFor", "Kenya") in stated(text, "postFor")


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Kenya's Health Minister Jan Exempel and Labour Minister Ana Sample came.", 2),
        ("Prime Minister Jan Exempel of Kenya and his Labour Minister Ana Sample came.",
         2),
        ("Kenyan Labour Minister Jan Exempel and Labour Minister Ana Sample came.", 1),
        ("Kenyan Labour Minister Jan Exempel and Home Secretary Ana Sample came.", 1),
        ("Kenyan Labour Minister Jan Exempel and Secretary Ana Sample came.", 1),
        ("Kenyan Labour Minister Jan Exempel and President Ana Sample came.", 1),
        ("Kenyan Labour Minister Jan Exempel never met Health Minister Ana Sample.", 1),
    ],
)  # fmt: skip
def test_ministers_named_in_one_breath_are_of_one_state(
    text: str, posts: int, stated: State
) -> None:
    found = [value for *_, value in stated(f"{TALKS} {text}", "postFor")]
    assert found == ["Kenya"] * posts


@pytest.mark.parametrize("office", ["Ghana Government", "Ghanaian Ministry of Labour"])
def test_a_line_that_names_a_government_tells_whose_ministers_are_meant(
    office: str, stated: State
) -> None:
    text = f"{office}\n\nThe Minister for Labour, Ana Sample, met envoys of Togo."
    assert [value for *_, value in stated(text, "postFor")] in (["Ghana"], ["Ghanaian"])


def test_who_attended_for_a_state_and_then_spoke_is_of_it(stated: State) -> None:
    text = "Ana Sample, Minister for Labour, who attended for Ghana, said it was good."
    assert ("Minister for Labour", "postFor", "Ghana") in stated(text, "postFor")


def test_a_post_that_serves_another_is_for_its_state(stated: State) -> None:
    text = (
        "The Vice President of Ghana, Ama Sample, and the Chief Adviser to the Vice"
        " President, Kofi Exempel, spoke."
    )
    assert stated(text, "postFor") == [
        ("Vice President", "postFor", "Ghana"),
        ("Chief Adviser to the Vice President", "postFor", "Ghana"),
    ]


@pytest.mark.parametrize(
    "sign",
    [
        "Ghana and our regional partners agreed.",
        "Ghana looks forward to the talks.",
        "Ghana is keen to help.\n\nSee: http://www.mint.gov.gh/",
        "Ghana took part.\n\nURL: http://www.mint.gov.gh/news",
        "Ghana took part.\n\nAccra, 3 May 2021",
    ],
)
def test_a_text_of_one_government_means_its_own_minister(
    sign: str, stated: State
) -> None:
    text = f"The Minister for Foreign Affairs, Ana Sample, travels to the talks. {sign}"
    assert stated(text, "postFor") == [
        ("Minister for Foreign Affairs", "postFor", "Ghana")
    ]


@pytest.mark.parametrize(
    "text",
    [
        # nothing says whose text it is
        "The Minister for Labour, Ana Sample, met officials of Ghana and Kenya.",
        # two states look forward
        "The Minister for Labour, Ana Sample, spoke. Ghana looks forward to the talks."
        " Kenya looks forward to the talks.",
        # the state whose minister is named with it is not the text's own
        "The Kenyan Minister of Health, Jan Exempel, and the Minister for Labour, Ana"
        " Sample, spoke. Kenya looks forward to the talks.",
        # a title alone can be anybody's
        "Minister Sample spoke. Ghana looks forward to the talks.",
        # a president can be another state's
        "President Sample spoke. Ghana looks forward to the talks.",
        # two governments, one page
        "The Minister for Labour, Ana Sample, spoke in Ghana and in Kenya.\n\n"
        "URL: http://www.labour.gov.gh http://www.labour.go.ke/",
        # somebody else said it
        "The Minister for Labour, Ana Sample, spoke. “Ghana looks forward to the talks"
        " and to what the states will do there,” an observer said.",
        # not led
        f"{TALKS} Kenya's delegation was not led by the Minister for Labour,"
        " Ana Sample.",
    ],
)
def test_a_post_is_for_no_state_where_that_is_not_sure(
    text: str, stated: State
) -> None:
    owners = {object_ for _, _, object_ in stated(text, "postFor")}
    posts = {subject for subject, _, _ in stated(text, "postFor")}
    assert "Minister for Labour" not in posts
    assert owners <= {"Kenyan", "Kenya"}


def test_an_incoming_minister_holds_no_post_yet(stated: State) -> None:
    text = "Incoming Minister of Health of Ghana Ana Sample spoke."
    assert stated(text, "holdsPost") == []
    assert stated(text, "holdsPost", true=False)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana was represented by its Minister for Labour, Ana Sample.",
        "Ghana, which holds the chair, was represented by its Minister for"
        " Labour, Ana Sample.",
        "For Ghana there came Ana Sample, Minister for Labour.",
        "On the Ghanaian side, the Minister for Labour, Ana Sample, took the floor.",
        "From Ghana came the Minister for Labour, Ana Sample.",
        "At the head of the Ghanaian delegation was Ana Sample, Minister for Labour.",
        "Heading the delegation of Ghana was the Minister for Labour, Ana Sample.",
        "The delegation from Ghana included the Minister for Labour, Ana Sample.",
        "The Minister for Labour, Ana Sample, led that of Ghana.",
        "The Minister for Labour, Ana Sample, signed for Ghana.",
        "Ghana dispatched its Minister for Labour, Ana Sample.",
        "Ghana (Minister for Labour Ana Sample) and Togo spoke.",
    ],
)
def test_who_comes_for_a_state_holds_a_post_of_it(text: str, stated: State) -> None:
    assert stated(f"{TALKS} {text}", "postFor") == [
        ("Minister for Labour", "postFor", "Ghana")
    ] or stated(f"{TALKS} {text}", "postFor") == [
        ("Minister for Labour", "postFor", "Ghanaian")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana was not represented by its Minister for Labour, Ana Sample.",
        "For Ghana, the Minister for Labour, Ana Sample, would be too far away.",
        "Ghana should have sent its Minister for Labour, Ana Sample.",
        "From Ghana to Togo and back went the Minister for Labour, Ana Sample.",
        "For Ghana and for Togo the Minister for Labour, Ana Sample, had praise.",
        "An observer said that on the Ghanaian side the Minister for Labour, Ana"
        " Sample, took the floor.",
    ],
)
def test_who_does_not_come_for_a_state_holds_no_post_of_it(
    text: str, stated: State
) -> None:
    assert stated(f"{TALKS} {text}", "postFor") == []


def test_posts_and_names_in_two_lists_go_by_their_order(stated: State) -> None:
    text = "The interior ministers of Ghana, Mali and Togo, {}, met in Accra."
    three = "Ana Sample, Jan Exempel and Eva Muster"
    owners = [owner for _, _, owner in stated(text.format(three), "postFor")]
    assert owners == ["Ghana", "Mali", "Togo"]
    for names in ("Ana Sample and Jan Exempel", f"Ida Prov, {three}"):
        assert stated(text.format(names), "postFor") == []


def test_a_post_that_only_one_body_has_is_of_the_body_named(stated: State) -> None:
    text = "Home Affairs Commissioner Ana Sample spoke in Accra{}."
    there = stated(text.format(" for the first time since the EU joined"), "postFor")
    assert there == [("Home Affairs Commissioner", "postFor", "EU")]
    assert stated(text.format(""), "postFor") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Lima Mobility Forum (LMF) was set up in 2014. Peru took over the"
        " chairmanship of the Forum.",
        "The Lima Mobility Forum (LMF) was set up in 2014. In Quito the chair passed"
        " from Chile to Peru.",
        "As current Chair of the Khartoum Process, Peru opened the day.",
        "Chile and Peru, the latter as Khartoum Process Chair, opened the day.",
        "Chile passed the gavel to Peru as chair of the Khartoum Process.",
        "The Khartoum Process was set up in 2014. It is currently chaired by Peru.",
    ],
)
def test_who_chairs_is_told_in_many_ways(text: str, stated: State) -> None:
    assert "Peru" in [who for who, _, _ in stated(text, "chairs")]


@pytest.mark.parametrize(
    "text",
    [
        "The Khartoum Process was set up in 2014. The meeting was chaired by Peru.",
        "The third meeting of the Khartoum Process is chaired by Peru.",
        "The Lima Mobility Forum (LMF) was set up in 2014. Peru hopes to take over the"
        " chairmanship of the Forum.",
        "As Chair of the European Council, Peru opened a day of the Khartoum Process.",
        "Chile refused to pass the gavel to Peru as chair of the Khartoum Process.",
        "As a former Chair of the Khartoum Process, Peru opened the day.",
    ],
)
def test_who_chairs_something_else_is_no_chair(text: str, stated: State) -> None:
    assert "Peru" not in [who for who, _, _ in stated(text, "chairs")]


@pytest.mark.parametrize(
    "text",
    [
        "ICMPD, the Secretariat of the Khartoum Process, gave a report.",
        "ICMPD [in its capacity of Secretariat of the Khartoum Process] came.",
        "The Khartoum Process was set up in 2014. Its secretariat is housed at ICMPD.",
        "The Khartoum Process met. It thanked ICMPD for its help as the Secretariat.",
        "The Khartoum Process was set up in 2014. ICMPD acts as the secretariat of the"
        " Process.",
        "The secretariat of the Khartoum Process was entrusted to ICMPD.",
    ],
)
def test_who_serves_as_secretariat_is_told_in_many_ways(
    text: str, stated: State
) -> None:
    served = [body for _, _, body in stated(text, "hasSecretariat")]
    assert served == [stated("ICMPD, the Secretariat of the Khartoum Process.")[0][2]]


@pytest.mark.parametrize(
    "text",
    [
        "ICMPD thanked the Secretariat of the Khartoum Process.",
        "The Khartoum Process met. ICMPD asked for a secretariat of the Network of"
        " Cities.",
        "ICMPD would like to be the Secretariat of the Khartoum Process.",
        "ICMPD and the Secretariat of the Khartoum Process gave a report.",
        "The Khartoum Process met. Its secretariat wrote to ICMPD.",
    ],
)
def test_who_only_stands_beside_a_secretariat_is_none(text: str, stated: State) -> None:
    assert stated(text, "hasSecretariat") == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "The Khartoum Process is small. The process came into being in 2014.",
            "2014",
        ),
        ("The Khartoum Process had its beginnings in 2014 in Lima.", "2014"),
        (
            "The Lima Mobility Forum (LMF) was set up by Peru. After the birth of the"
            " Forum in 2014 much changed.",
            "2014",
        ),
        (
            "The Khartoum Process is small. Since its founding in 2014 it has grown.",
            None,
        ),
        (
            "The Khartoum Process is small. The workshop came into being in 2014.",
            None,
        ),
        (
            "The Khartoum Process is small. The Lima Declaration was born in 2014.",
            None,
        ),
        ("The idea of the Khartoum Process came into being in 2014.", None),
    ],
)
def test_a_founding_is_told_of_what_it_names(
    text: str, when: str | None, stated: State
) -> None:
    assert [day for _, _, day in stated(text, "established")] == (
        [when] if when else []
    )
