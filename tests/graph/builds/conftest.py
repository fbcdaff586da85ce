"""Releases of the briefs, and what is compared of them."""

import shutil
from pathlib import Path

import pytest

from hiwar.graph.briefs import brief_paths
from hiwar.graph.build import build
from hiwar.graph.release import Release
from hiwar.settings import Settings

SETTINGS = Settings()
BRIEFS = brief_paths()
TEXT = "Egypt hosted a ministerial meeting of the Khartoum Process in Cairo in 2025.\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build(BRIEFS, tmp_path_factory.mktemp("first"), SETTINGS)


@pytest.fixture
def data(first: Release, tmp_path: Path) -> Path:
    """A data folder of its own with the release of the briefs."""
    return Path(shutil.copytree(first.path.parents[1], tmp_path / "data"))
