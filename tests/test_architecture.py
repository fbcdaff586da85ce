"""How the code is laid out, read from its syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import hiwar

PACKAGE = Path(hiwar.__file__).parent
FOLDERS = ("graph", "ontology", "server", "shapes")
MAY_IMPORT = {
    "errors": set(),
    "settings": {"errors"},
    "ontology": {"errors", "settings"},
    "shapes": {"errors", "settings"},
    "graph": {"errors", "settings", "ontology", "shapes"},
    "server": {"errors", "settings", "ontology", "shapes", "graph"},
    "commands": {"errors", "settings", "ontology", "shapes", "graph", "server"},
    "cli": {"commands"},
    "__main__": {"cli"},
    "__init__": set(),
}
MODULES = sorted(
    [
        *PACKAGE.glob("*.py"),
        *(path for folder in PACKAGE.glob("*/") for path in folder.rglob("*.py")),
    ]
)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.fixture(params=MODULES, ids=_name)
def module(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            assert node.module is not None
            if node.module == "hiwar":
                yield from (f"hiwar.{alias.name}" for alias in node.names)
            else:
                yield node.module


def test_every_folder_of_the_package_has_modules() -> None:
    assert {_name(path).split("/")[0] for path in MODULES} >= set(FOLDERS)


def test_imports_point_one_way(module: Path) -> None:
    part = _name(module).split("/")[0].removesuffix(".py")
    ours = {
        name.split(".")[1]
        for name in _imports(_tree(module))
        if name.startswith("hiwar.") and name != "hiwar.__version__"
    }
    assert ours <= MAY_IMPORT[part] | {part}


def test_the_four_folders_are_never_imported_by_their_bare_names(module: Path) -> None:
    bare = {name.split(".")[0] for name in _imports(_tree(module))}
    assert not bare & set(FOLDERS)


def test_a_file_has_at_most_300_lines(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= 300


def test_a_function_has_at_most_40_lines(module: Path) -> None:
    long = {
        node.name: _length(node)
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _length(node) > 40
    }
    assert not long


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines, its docstring not counted."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return lines
    first = node.body[0]
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def test_only_named_errors_are_caught_or_the_error_goes_on(module: Path) -> None:
    for node in ast.walk(_tree(module)):
        if not isinstance(node, ast.ExceptHandler):
            continue
        assert node.type is not None, f"line {node.lineno}"
        caught = {item.id for item in ast.walk(node.type) if isinstance(item, ast.Name)}
        if caught & {"Exception", "BaseException"}:
            last = node.body[-1]
            assert isinstance(last, ast.Raise), f"line {node.lineno}"
            assert last.exc is None, f"line {node.lineno}"


def test_a_module_has_a_docstring(module: Path) -> None:
    assert ast.get_docstring(_tree(module))
