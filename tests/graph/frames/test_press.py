r"""What press offices write in four languages, and all that is settled by it.

The files in ``press/`` hold a text a line (``\n`` ends a line of it) with its facts
below, indented. Names and places are made up; a text without facts settles nothing.
"""

from pathlib import Path

import pytest

from tests.graph.frames.conftest import facts_in

TOLD = {
    *("meetingStatus", "meetingKind", "ordinal", "isMeetingOf", "adoptedAt"),
    *("startDate", "endDate", "scheduledFor", "heldInPlace", "heldInState"),
    *("scheduledIn", "hostedBy", "organisedBy", "presidedBy"),
    *("hasParticipant", "expectedParticipant"),
    *("hasMember", "hasSecretariat", "chairs"),
    *("hasPartner", "hasSteeringMember"),
}
FILES = sorted(Path(__file__).with_name("press").glob("*.txt"))


def cases() -> list[tuple[str, str, frozenset[tuple[str, str]]]]:
    """Return language, text and facts of each text in the files."""
    found = []
    for file in FILES:
        for block in file.read_text("utf-8").split("\n\n")[1:]:
            text, *lines = block.strip().split("\n")
            pairs = (line.strip().split(" = ", 1) for line in lines)
            told = frozenset((name, value) for name, value in pairs)
            found.append((file.stem, text.replace("\\n", "\n"), told))
    return found


@pytest.mark.parametrize(("language", "text", "told"), cases())
def test_a_press_text_settles_these_facts_and_no_other(
    language: str, text: str, told: frozenset[tuple[str, str]]
) -> None:
    """A date or a place with a slash in it is compared by its last part."""
    found = facts_in(language, text)
    wanted = {(name, value.rpartition("/")[2]) for name, value in told}
    assert {
        (name, value)
        for name, value in found
        if name in TOLD and (name, value) != ("meetingKind", "other")
    } == wanted
