"""What several commands begin with: the option --year, and refusing wrong usage in one sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import click

from plangen.findings import Finding
from plangen.site.publishing.words import say, spoken_language
from plangen.source import content_folder
from plangen.values import Language
from plangen.values import say as in_language
from plangen.workspace import Workspace, open_handbook

USAGE = 2
"""Exit status of wrong usage."""
FORGES = ("github", "gitlab", "sarif")
"""What a command can write for forges and editors."""


def refuse(sentence: str, status: int = USAGE) -> NoReturn:
    """Say one sentence on standard error and end."""
    click.echo(f"plangen: {sentence}", err=True)
    raise click.exceptions.Exit(status)


def wrong(param: click.Parameter | None, ctx: click.Context | None, zh: str, en: str, /, **parts: object) -> NoReturn:
    """Refuse what is written for an option or an argument, in the handbook's language; click's words are English."""
    root = Path(str(ctx.find_root().params.get("root", "."))) if ctx else Path()
    said, name = in_language((zh, en), spoken := language_at(root), **parts), param.opts[0] if param else ""
    refuse(in_language(("{name}：{said}", "{name}: {said}"), spoken, name=name, said=said) if name[:1] == "-" else said)


def language_at(root: Path) -> Language:
    """The language of the handbook below a folder, told by its settings alone."""
    return spoken_language(root / content_folder(root) / "handbook.yml")


def opened(root: Path, year: int | None = None) -> Workspace:
    """The handbook of a folder. Refuses a year that it does not have; a handbook that cannot be read has any year."""
    workspace = open_handbook(root)
    if year is not None and workspace.handbook is not None and year not in workspace.years:
        years = ", ".join(map(str, workspace.years)) or "—"
        refuse(say(language_of(workspace), "no_year", year=year, years=years))
    return workspace


def concerning(workspace: Workspace, year: int | None) -> list[Finding]:
    """The findings of one year and those of no year in particular; without a year, all."""
    return [finding for finding in workspace.findings if year is None or finding.year in (None, year)]


def language_of(workspace: Workspace) -> Language:
    """The handbook's language, Chinese where there is none."""
    return workspace.language


def said(workspace: Workspace, zh: str, en: str, /, **parts: object) -> str:
    """A word in the handbook's language; with `parts` a template, which they fill."""
    return in_language((zh, en), language_of(workspace), **parts)


def complete_year(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The plan years of the handbook, for shell completion."""
    root = Path(str(ctx.find_root().params.get("root", ".")))
    folder = root / content_folder(root)
    years = sorted(path.name for path in folder.glob("[0-9][0-9][0-9][0-9]") if path.is_dir())
    return [year for year in years if year.startswith(incomplete)]


def complete_kind(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The section kinds, for shell completion."""
    from plangen.catalogue import kinds

    return [name for name in kinds() if name.startswith(incomplete)]


def written(language: str, scaffold: Callable[[], list[Path]]) -> None:
    """Run a scaffold and say what it wrote, or why it did not."""
    from plangen.scaffold import ScaffoldRefused

    try:
        paths = scaffold()
    except ScaffoldRefused as refused:
        refuse(in_language(refused.sentence, language), refused.status)
    for path in paths:
        click.echo(path.as_posix())
