"""Write docs/cli.md, the reference of the command line, from the commands themselves.

python scripts/cli_reference.py            write the page
python scripts/cli_reference.py --check    say whether the page is current (status 1 if it is not)
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from plangen.cli import main

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEAD = """\
# The command line

<!-- Written by scripts/cli_reference.py from the commands' own help: change that, then run the script again. -->

`plangen` looks for the handbook in the folder it is started in: the one with `mkdocs.yml` and `content/`. `-C DIR`
names another one, as git does. Texts come in the handbook's language; help and the manual pages of codes are English.

## Exit statuses

| Status | Means |
| --- | --- |
| 0 | good |
| 1 | the content or the disk refuses: the findings, or one sentence, say why |
| 2 | wrong usage or configuration |
| 69 | what a command needs from the machine is missing: a browser to print with |
| 70 | a mistake in plangen itself: one sentence; `PLANGEN_DEBUG=1` shows where it happened |
| 75 | another build of the same site is running: try again later |

## Colours

Colours are written to terminals only, never into a pipe or file, and not at all where `NO_COLOR` is set.

## Shell completion

Commands, options, years and section kinds complete with the Tab key:

```sh
eval "$(_PLANGEN_COMPLETE=bash_source plangen)"     # bash 4.4 or newer: put it into ~/.bashrc
eval "$(_PLANGEN_COMPLETE=zsh_source plangen)"      # zsh: into ~/.zshrc
_PLANGEN_COMPLETE=fish_source plangen | source      # fish: into ~/.config/fish/completions/plangen.fish
```

## Addresses

`plangen explain` takes the address of a figure, the same that pages, findings and exports show:

```text
[plan:]kind/item[/part].measure[.facet][@period][/member]
adhesives/east-china:objectives/revenue.target@Q3/end-customer
```

The plan may be left out where only one has such a figure. Without a measure the item's figures are listed.
A [scenario](scenarios.md) is named with `--scenario stretch`, or with the year: `--year 2026@stretch`.

## Versions

Where a command compares, a version of the handbook is named by one text:

| Text | Means |
| --- | --- |
| `2026` | a plan year, as the files in the folder have it |
| `2026@stretch` | that year in a scenario |
| `main:2026`, `HEAD~3:2026`, `main:2026@floor` | a year at a git revision: a branch, a tag, a hash |
| `main` | a git revision with all its years |
| `../other`, `../other:2026` | another checkout: the folder with its `mkdocs.yml` |

Four digits are always a year; a branch of that name is `heads/2026`. A text with a separator is a folder where a
handbook lies there, else a revision; a text without one is a revision, else a folder with a handbook (`./other` is
always the folder). A revision is read straight from git: nothing is checked out and nothing changes. Its day is
that of its last commit of the content, unless its `handbook.yml` names one. In CI fetch the whole history
(`fetch-depth: 0`).
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, *(section(path, command) for path, command in commands(main, "plangen"))]
    return "\n".join(parts)


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, with how each is typed."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner and not inner.hidden:
                yield from commands(inner, f"{path} {name}")


def section(path: str, command: click.Command) -> str:
    """One command: what it does, usage, options, examples."""
    context = click.Context(command, info_name=path)
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    examples = cleandoc((command.epilog or "").replace("\b", "")).removeprefix("Examples:").strip("\n")
    lines = [
        f"## `{path}`",
        "",
        cleandoc(command.help or ""),
        "",
        "```text",
        usage,
        "```",
        "",
        *options(command, context),
    ]
    if examples:
        lines += ["", "```console", *(f"$ {line.strip()}" for line in examples.splitlines()), "```"]
    return "\n".join(lines) + "\n"


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """The options as a table, each as it is typed."""
    yield "| Option | Means |"
    yield "| --- | --- |"
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and isinstance(option, click.Option):
            yield "| " + " | ".join((f"`{record[0]}`".replace("|", "\\|"), record[1].replace("|", "\\|"))) + " |"


def run(arguments: list[str]) -> int:
    """Write or check the page; returns the exit status."""
    text = page()
    if "--check" in arguments:
        current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print(f"docs/{PAGE.name} is current" if current else f"docs/{PAGE.name} is old: run scripts/cli_reference.py")
        return 0 if current else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
