"""Broken input is refused by name, through the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

VALID = """
@prefix commitment: <https://w3id.org/hiwar/id/commitment/> .
@prefix hiwar: <https://w3id.org/hiwar/ontology#> .
@prefix meeting: <https://w3id.org/hiwar/id/meeting/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix state: <https://w3id.org/hiwar/id/state/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

meeting:cairo a hiwar:Meeting ;
    rdfs:label "A meeting in Cairo"@en ;
    skos:prefLabel "A meeting in Cairo"@en ;
    hiwar:meetingStatus <https://w3id.org/hiwar/theme/meeting-status/held> ;
    hiwar:hostedBy state:EGY ;
    hiwar:startDate "2025-04-09"^^xsd:date .
commitment:return a hiwar:Commitment ;
    hiwar:committedAt meeting:cairo ;
    hiwar:hasTheme <https://w3id.org/hiwar/theme/gcm/21> ;
    hiwar:wording "We commit to cooperate on return."@en .
"""


def validate(folder: Path, text: str) -> tuple[int, list[str], str]:
    """Return the exit code, the lines, and what is said of the failure."""
    path = folder / "data.ttl"
    path.write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "hiwar", "validate", path, "--data", folder / "none"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return result.returncode, result.stdout.splitlines(), result.stderr


def test_what_nothing_is_wrong_with_conforms(tmp_path: Path) -> None:
    code, lines, failure = validate(tmp_path, VALID)
    assert (code, lines, failure) == (0, ["2 nodes checked, 0 problems"], "")


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        pytest.param(
            "hiwar:hostedBy",
            "hiwar:hostedBye",
            (
                "id/meeting/cairo hiwar:hostedBye, found id/state/EGY:",
                "[a meeting has only its own properties]",
            ),
            id="a typo in a predicate",
        ),
        pytest.param(
            "theme/gcm/21",
            "theme/gcm/42",
            (
                "id/commitment/return hiwar:hasTheme, found theme/gcm/42:",
                "[a theme is a concept of a scheme of themes]",
            ),
            id="an unknown theme",
        ),
        pytest.param(
            "2025-04-09",
            "2025-13-40",
            (
                "id/meeting/cairo hiwar:startDate, found 2025-13-40:",
                "[a start is a day]",
            ),
            id="a date that no calendar has",
        ),
        pytest.param(
            "meeting:cairo a hiwar:Meeting",
            "state:ZZZ a hiwar:Meeting ; rdfs:label 'Z'@en ; skos:prefLabel 'Z'@en .\n"
            "meeting:cairo a hiwar:Meeting",
            (
                "id/state/ZZZ, found id/state/ZZZ: This is typed Meeting,",
                "[a meeting has the IRI of a meeting]",
            ),
            id="a state typed as a meeting",
        ),
        pytest.param(
            "meeting:cairo a hiwar:Meeting",
            "meeting:rome a hiwar:Meting .\nmeeting:cairo a hiwar:Meeting",
            ("hiwar:Meting, found hiwar:Meting:", "[a class of ours is declared]"),
            id="a typo in a class",
        ),
    ],
)
def test_broken_input_is_refused_in_one_line_that_names_node_value_and_shape(
    tmp_path: Path, right: str, wrong: str, named: tuple[str, str]
) -> None:
    code, lines, failure = validate(tmp_path, VALID.replace(right, wrong, 1))
    assert code == 1
    assert len(lines) == 2
    assert lines[0].startswith(named[0])
    assert lines[0].endswith(named[1])
    assert lines[1].endswith("nodes checked, 1 problems")
    assert failure.startswith("hiwar: ")
    assert "it does not conform" in failure
    assert len(failure.splitlines()) == 1


def test_a_state_of_the_registry_typed_as_a_meeting_is_named_first(
    tmp_path: Path,
) -> None:
    code, lines, _ = validate(tmp_path, f"{VALID}\nstate:EGY a hiwar:Meeting .")
    assert code == 1
    assert lines[0].startswith(
        "id/state/EGY, found id/state/EGY: This is typed Meeting"
    )
    assert lines[0].endswith("[a meeting has the IRI of a meeting]")
