"""Every command explains itself, and docs/cli.md says what is true of it."""

import re
from collections.abc import Iterator

import click

from house.source_tree import ROOT

HEADING = re.compile(r"^#+ +`?(plangen(?: [a-z-]+)*)`?", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def commands(main: click.Command, path: str = "plangen") -> Iterator[tuple[str, click.Command]]:
    """Every command that can be typed, with how: (`plangen new year`, command). Groups are walked, not listed."""
    if not isinstance(main, click.Group):
        yield path, main
        return
    context = click.Context(main, info_name=path)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command and not command.hidden:
            yield from commands(command, f"{path} {name}")


def unhelpful(main: click.Command) -> Iterator[str]:
    """Commands and options without a help text, commands without an example of their use."""
    for path, command in commands(main):
        text = f"{command.help or ''}\n{command.epilog or ''}"
        name = path.removeprefix("plangen ")
        if not text.strip():
            yield f"{path} has no help text"
        elif not re.search(rf"plangen (-C \S+ )?{name}\b", text):
            yield f"{path} shows no example in its help (`plangen {name} …`)"
        yield from (f"{path} {option} has no help text" for option in silent_options(command))


def silent_options(command: click.Command) -> list[str]:
    """The options of a command that have no help text."""
    options = (each for each in command.params if isinstance(each, click.Option) and not each.hidden)
    return [max(each.opts, key=len) for each in options if not each.help]


def sections(page: str) -> dict[str, str]:
    """The text below each heading that names a command, up to the next such heading."""
    parts = HEADING.split(page)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def undocumented(main: click.Command, page: str) -> Iterator[str]:
    """Where the page and the commands differ: commands, arguments and options that only one of them has."""
    texts = sections(page)
    everywhere = option_names(main) | {"--help", "--version"}
    for path, command in commands(main):
        if path not in texts:
            yield f"docs/cli.md has no heading `{path}`"
            continue
        has, says = option_names(command), set(OPTION.findall(texts[path]))
        yield from (f"docs/cli.md, {path}: {name} is not explained" for name in sorted(has - says))
        yield from (f"docs/cli.md, {path}: {name} does not exist" for name in sorted(says - has - everywhere))
        yield from (f"docs/cli.md, {path}: {name} is not explained" for name in unnamed(command, texts[path]))
    known = {path for path, _ in commands(main)}
    for path in texts:
        if not any(f"{each} ".startswith(f"{path} ") for each in known):
            yield f"docs/cli.md explains `{path}`, which does not exist"


def option_names(command: click.Command) -> set[str]:
    """The long options of a command, as typed."""
    options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
    return {name for each in options for name in (*each.opts, *each.secondary_opts) if name.startswith("--")}


def unnamed(command: click.Command, text: str) -> list[str]:
    """The arguments of a command that a text does not name in capitals, as its usage line does."""
    context = click.Context(command)
    names = [each.make_metavar(context) for each in command.params if isinstance(each, click.Argument)]
    plain = {word for name in names for word in re.findall(r"[A-Z][A-Z_|]*", name)}
    return sorted(word for word in plain if word not in text)


def test_every_command_explains_itself() -> None:
    """The real commands."""
    from plangen.cli import main

    assert list(unhelpful(main)) == []


def test_every_command_is_in_the_documentation() -> None:
    """The real commands and the real page."""
    from plangen.cli import main

    assert list(undocumented(main, (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"))) == []


@click.group()
@click.option("--all", help="Everything.")
def sample() -> None:
    """A group to test the tests with."""


@sample.command()
@click.argument("address")
@click.option("--year", help="Which one.")
@click.option("--quiet")
def show(address: str, year: str, quiet: str) -> None:
    """Show it, as in plangen show ADDRESS."""


@sample.group()
def new() -> None:
    """Make things."""


@new.command()
def plan() -> None:
    """Make one, without an example."""


def test_an_unhelpful_command_is_seen() -> None:
    """Help, example, options; also of a command within a group."""
    assert [problem.split(" has ")[0].split(" shows ")[0] for problem in unhelpful(sample)] == [
        "plangen new plan",
        "plangen show --quiet",
    ]


def test_a_page_that_differs_is_seen() -> None:
    """Missing and outdated commands, options and arguments."""
    page = "## `plangen show`\nTakes `--year` and `--month`, or `--all`.\n## plangen gone\n"
    assert list(undocumented(sample, page)) == [
        "docs/cli.md has no heading `plangen new plan`",
        "docs/cli.md, plangen show: --quiet is not explained",
        "docs/cli.md, plangen show: --month does not exist",
        "docs/cli.md, plangen show: ADDRESS is not explained",
        "docs/cli.md explains `plangen gone`, which does not exist",
    ]


def test_a_true_page_passes() -> None:
    """A heading for a group is allowed."""
    page = "# plangen show ADDRESS\n`--year`, `--quiet`\n## `plangen new`\n### `plangen new plan`\n"
    assert list(undocumented(sample, page)) == []
