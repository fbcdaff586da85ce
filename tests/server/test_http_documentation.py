import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

import hiwar.server
from hiwar.errors import HiwarError
from hiwar.graph.dumps import DUMPS
from hiwar.graph.formats import FORMATS, Answer
from hiwar.server import limits, problems
from hiwar.server.app import create_app
from hiwar.server.pool import Pool
from hiwar.server.releases import OTHER_FILES
from hiwar.settings import Settings

SERVER = Path(hiwar.server.__file__).parent
DOCUMENT = Path(__file__).parents[2] / "docs" / "http.md"


@pytest.fixture(scope="module")
def text() -> str:
    return DOCUMENT.read_text("utf-8")


def source() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(SERVER.glob("*.py")))


def test_every_route_is_documented(pool: Pool, text: str) -> None:
    routes = {rule.rule for rule in create_app(pool).url_map.iter_rules()}
    assert [route for route in sorted(routes) if f"`{route}`" not in text] == []


def test_every_setting_that_the_server_uses_is_documented(text: str) -> None:
    used = set(re.findall(r"settings\.(\w+)", source()))
    known = {item.name for item in fields(Settings)}
    assert sorted(name for name in used & known if f"`{name}`" not in text) == []
    assert len(used & known) > 8


def test_every_limit_is_documented_with_its_value(text: str) -> None:
    for name in limits.__all__:
        value = getattr(limits, name)
        if isinstance(value, int):
            assert f"| `{name}` | {value:,} |" in text


def test_every_format_is_documented(text: str) -> None:
    for item in FORMATS:
        if Answer.PICTURE not in item.answers:
            row = next(
                line
                for line in text.splitlines()
                if line.startswith(f"| `{item.name}`")
            )
            sent = "as it comes" if item.cut_shows else "whole"
            assert f"`{item.media_type}`" in row
            assert row.endswith(f"| {sent} |")
            assert all(f"`{alias}`" in row for alias in item.aliases)


def test_every_header_that_is_set_is_documented(text: str) -> None:
    set_here = set(re.findall(r'headers\[\s*"([\w-]+)"\s*\] = ', source()))
    named = set(re.findall(r'\(\s*"([A-Z][\w-]+-[\w-]+)",', source()))
    assert "Dataset-Version" in set_here
    assert "Referrer-Policy" in named
    assert sorted(name for name in set_here | named if f"`{name}`" not in text) == []


def test_every_error_of_the_server_is_documented(text: str) -> None:
    modules = [limits, problems]
    kinds = {
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, HiwarError) and kind is not HiwarError
    }
    raised = set(re.findall(r"raise (\w+Error)\(", source()))
    kinds |= {kind for kind in _all_errors() if kind.__name__ in raised}
    assert len(kinds) > 8
    text = text.partition("## Errors")[2]
    for kind in kinds:
        row = next(
            line for line in text.splitlines() if line.startswith(f"| `{kind.slug}`")
        )
        assert str(kind.status) in row


def _all_errors() -> set[type[HiwarError]]:
    return {
        kind
        for direct in HiwarError.__subclasses__()
        for kind in (direct, *direct.__subclasses__())
        if kind.__name__ != "PortError"
    }


def test_every_dump_is_documented(text: str) -> None:
    assert all(f"`{item.name}`" in text for item in DUMPS)
    assert all(f"`{name}`" in text for name in OTHER_FILES)


def test_every_test_that_the_document_names_is_there(text: str) -> None:
    tests = "".join(
        path.read_text("utf-8") for path in Path(__file__).parent.rglob("test_*.py")
    )
    named = re.findall(r"`(test_\w+)`", text)
    assert len(named) > 4
    assert [name for name in named if f"def {name}(" not in tests] == []
