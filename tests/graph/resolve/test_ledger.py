import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.errors import LedgerError
from hiwar.graph.resolve.accounts import Member
from hiwar.graph.resolve.ledger import Ledger, Name

MEMBERS = st.builds(Member, st.text("ab01", min_size=1), st.just("Meeting"), st.text())
NAMES = st.builds(
    Name,
    st.text("abc-", min_size=1).map(lambda text: f"meeting/{text}"),
    st.just("Meeting"),
    st.lists(MEMBERS, min_size=1, max_size=3).map(tuple),
    st.lists(st.text(min_size=1), max_size=2).map(tuple),
    st.just(""),
    st.booleans(),
)


@settings(deadline=None)
@given(st.lists(NAMES, unique_by=lambda name: name.path))
def test_a_ledger_comes_back_as_it_was_written(names: list[Name]) -> None:
    ledger = Ledger(tuple(names))
    assert Ledger.parse(ledger.dump()) == ledger
    assert Ledger.parse(ledger.dump()).dump() == ledger.dump()


def name(path: str, replaced_by: str = "") -> dict[str, object]:
    content: dict[str, object] = {
        "path": path,
        "kind": "Meeting",
        "members": [["hash", "Meeting", "key"]],
    }
    return content | ({"replaced_by": replaced_by} if replaced_by else {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"format": 1, "names": [{"path": "meeting/a"}]}', "cannot be read"),
        ('{"format": 9, "names": []}', "format 9"),
        (
            json.dumps({"format": 1, "names": [name("meeting/a"), name("meeting/a")]}),
            "twice",
        ),
        (
            json.dumps(
                {
                    "format": 1,
                    "names": [
                        name("meeting/a", "meeting/b"),
                        name("meeting/b", "meeting/a"),
                    ],
                }
            ),
            "by itself",
        ),
        (
            json.dumps({"format": 1, "names": [name("meeting/a") | {"members": []}]}),
            "what meeting/a is for",
        ),
    ],
)
def test_a_damaged_ledger_is_refused_with_its_fault(text: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        Ledger.parse(text)


def test_a_chain_of_replacements_leads_to_its_end() -> None:
    chain = [("meeting/a", "meeting/b"), ("meeting/b", "meeting/c"), ("meeting/c", "")]
    names = [name(*link) for link in chain]
    ledger = Ledger.parse(json.dumps({"format": 1, "names": names}))
    ends = {str(new).rpartition("/")[2] for new in ledger.replaced().values()}
    assert ends == {"c"}
    assert set(ledger.known().values()) == {"meeting/c"}
