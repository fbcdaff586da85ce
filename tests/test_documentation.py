import importlib
import os
import pkgutil
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from hiwar.cli import cli
from hiwar.errors import HiwarError
from hiwar.settings import Settings

DOCS = (
    Path(os.environ.get("HIWAR_REPOSITORY", Path(__file__).resolve().parents[1]))
    / "docs"
)


def headings(name: str) -> set[str]:
    text = (DOCS / name).read_text("utf-8")
    return set(re.findall(r"^## (.+)$", text, re.MULTILINE))


def sections(name: str) -> dict[str, str]:
    text = (DOCS / name).read_text("utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def all_errors(base: type[HiwarError] = HiwarError) -> Iterator[type[HiwarError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from all_errors(kind)


def import_everything() -> None:
    for part in ("graph", "ontology", "server", "shapes"):
        package = importlib.import_module(f"hiwar.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"hiwar.{part}."):
            importlib.import_module(module.name)


def test_each_error_has_its_heading_and_each_heading_its_error() -> None:
    import_everything()
    assert {kind.slug for kind in all_errors()} == headings("errors.md")


def test_each_setting_is_listed_with_its_environment_name_and_default() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .* \| `(\w+)` \| .* \| `(.*)` \|$", text, re.M)
    assert rows == [
        (item.name, f"HIWAR_{item.name.upper()}", str(item.default))
        for item in fields(Settings)
    ]


def test_each_command_has_its_heading_and_each_heading_its_command() -> None:
    assert set(cli.commands) == headings("commands.md")


def documented_calls() -> list[tuple[str, list[str]]]:
    found = []
    for name, text in sections("commands.md").items():
        block = "".join(re.findall(r"^    .*\n", text, re.MULTILINE))
        found += [
            (name, arguments)
            for line in block.split("    hiwar ")[1:]
            if (arguments := shlex.split(line, comments=True))
        ]
    return found


@pytest.mark.parametrize(("name", "arguments"), documented_calls())
def test_each_example_is_a_call_that_its_command_understands(
    name: str, arguments: list[str]
) -> None:
    words = arguments[: arguments.index(">")] if ">" in arguments else arguments
    assert words[0] == name
    command = cli.commands[name]
    with click.Context(command) as context:
        command.parse_args(context, words[1:])


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_each_option_of_a_command_is_in_the_docs(name: str) -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    for parameter in cli.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert all(option in text for option in parameter.opts)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_each_command_is_explained_in_one_sentence_in_the_list(name: str) -> None:
    assert not cli.commands[name].get_short_help_str(limit=60).endswith("...")


@pytest.mark.parametrize(
    "path", sorted(DOCS.glob("*.md")), ids=lambda path: str(path.name)
)
def test_each_link_within_the_docs_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", path.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        linked = path.parent / name if name else path
        assert linked.exists(), target
        if anchor:
            assert anchor in {
                h.lower().replace(" ", "-") for h in headings(linked.name)
            }
