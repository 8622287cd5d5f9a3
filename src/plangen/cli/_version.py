"""Versions as they are typed: a plan year, or a year in a scenario (`2026@stretch`)."""

from pathlib import Path
from typing import NamedTuple

import click
from click.shell_completion import CompletionItem

from plangen.cli._session import opened, refuse, said, wrong
from plangen.model import Scenario
from plangen.versions import Refusal, scenario_key
from plangen.workspace import Workspace


class Version(NamedTuple):
    """A plan year, and the scenario that was named with it, or an empty text."""

    year: int
    scenario: str = ""


class VersionType(click.ParamType[Version]):
    """Reads `2026` and `2026@stretch`."""

    name = "version"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Version:
        """The version that a text names; refuses what is none."""
        if isinstance(value, Version):
            return value
        year, _, scenario = str(value).partition("@")
        if not (year.isascii() and year.isdigit()):
            wrong(
                param,
                ctx,
                "“{value}”不是 2026 或 2026@stretch 这样的年度",
                "“{value}” is no year such as 2026, or 2026@stretch",
                value=value,
            )
        return Version(int(year), scenario)


def scenario_of(workspace: Workspace, year: int, name: str) -> str:
    """The scenario to look up: empty for the binding one, as its figures name none. Refuses a name that is not there.

    Refuses too, with status 1, a scenario whose files have errors: it has no figures.
    """
    if not name:
        return ""
    key = scenario_key(workspace, year, name)
    if isinstance(key, Refusal):
        refuse(said(workspace, key.zh, key.en), key.status)
    return key


def complete_scenario(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The scenarios of the asked year, else of the current one, for shell completion."""
    workspace = opened(Path(str(ctx.find_root().params.get("root", "."))))
    asked = ctx.params.get("version")
    year = asked.year if isinstance(asked, Version) else workspace.current_year
    known: tuple[Scenario, ...] = workspace.handbook.scenarios.get(year or 0, ()) if workspace.handbook else ()
    return [CompletionItem(each.id, help=each.title) for each in known if each.id.startswith(incomplete)]
