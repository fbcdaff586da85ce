"""A table below "Delegations" tells who took part; other tables do not."""

import pytest

from tests.graph.frames.conftest import State

HELD = "The third ministerial conference of the Colombo Process was held in Lima on "
HELD += "4 May 2011.\n\n"

TABLES = (
    "Delegations:\n\nChile: Ms Ana Muster, Minister of Labour\n"
    "Fiji: Mr Tomas Brandt, Envoy",
    "Participants\n\nCountry\tHead of delegation\n"
    "Chile\tMs Ana Muster, Minister of Labour\nFiji\tMr Tomas Brandt, Envoy",
    "Delegations\n\nCountry: Chile\n\nHead of delegation: Ms Ana Muster\n\n"
    "Country: Fiji\n\nHead of delegation: Mr Tomas Brandt",
    "List of participants\n\nChile – Ms Ana Muster\nNepal – absent\n"
    "Fiji – Mr Tomas Brandt",
)

OTHERS = (
    "Embassies\n\nChile: Ms Ana Muster, Minister of Labour\n"
    "Fiji: Mr Tomas Brandt, Envoy",
    "Absent delegations\n\nChile: Ms Ana Muster\nFiji: Mr Tomas Brandt",
    "Delegations:\n\nChile: Ms Ana Muster, Minister of Labour\n\nThe minister of Fiji "
    "is Mr Tomas Brandt.",
    "Participants in the project\n\nVisas given by Chile: 300\nVisas given by Fiji: 30",
)


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_of_a_table_of_delegations_took_part(
    table: str, stated: State
) -> None:
    found = {name for _, _, name in stated(HELD + table, "hasParticipant")}
    assert found == {"Chile", "Fiji", "Ana Muster", "Tomas Brandt"}


@pytest.mark.parametrize("table", OTHERS)
def test_the_rows_of_other_tables_did_not(table: str, stated: State) -> None:
    found = {name for _, _, name in stated(HELD + table, "hasParticipant")}
    assert not found & {"Chile", "Fiji"}


def test_who_heads_a_row_holds_a_post_for_its_state(stated: State) -> None:
    found = stated(HELD + TABLES[0], "postFor")
    assert [value for _, _, value in found][:1] == ["Chile"]
