import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiwar.graph.text.tables import table_records

Rows = list[list[str]]


@pytest.mark.parametrize(
    ("rows", "records"),
    [
        ([["Date", "3 May"], ["Place:", "Oslo"]], [["Date: 3 May", "Place: Oslo"]]),
        (
            [["The talks went on.", "Then they ended."]],
            [["The talks went on.", "Then they ended."]],
        ),
        ([["Members"], ["Kenya"]], [["Members", "Kenya"]]),
        ([["Kenya", "1", "2"], ["Egypt", "", "4"]], [["Kenya; 1; 2"], ["Egypt; 4"]]),
        (
            [
                ["State", "Head", "Seat"],
                ["Kenya", "Ms A", ""],
                ["Egypt", "Mr B", "Cairo"],
            ],
            [
                ["State: Kenya", "Head: Ms A"],
                ["State: Egypt", "Head: Mr B", "Seat: Cairo"],
            ],
        ),
        ([["", ""], ["Date", " 3\n May "]], [["Date: 3 May"]]),
        ([], []),
    ],
)
def test_a_table_is_its_records(rows: Rows, records: Rows) -> None:
    assert table_records(rows, has_head=False) == records


def test_below_a_head_a_cell_is_named_by_its_column() -> None:
    rows = [["State", "Role"], ["Kenya", "host"], ["All others follow"]]
    assert table_records(rows, has_head=True) == [
        ["State: Kenya", "Role: host"],
        ["All others follow"],
    ]


CELLS = st.text("ab1 :.\n", max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5), st.booleans())
def test_no_cell_below_the_head_is_lost(rows: Rows, has_head: bool) -> None:
    lines = [
        line for record in table_records(rows, has_head=has_head) for line in record
    ]
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    written = "".join("".join(lines).split())
    for row in filled[1:]:
        for cell in row:
            assert "".join(cell.split()).rstrip(":") in written
