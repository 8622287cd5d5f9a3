"""`plangen diff`: what changed between two versions, and what followed."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from plangen.catalogue import kinds
from plangen.cli._forges import written_for
from plangen.cli._opened import OpenedType
from plangen.cli._percent import Percent
from plangen.cli._session import FORGES, language_of, opened, refuse, said, wrong
from plangen.diff import MAJOR, Changes, Side, compare
from plangen.diff.acceptance import Accepted, accepted
from plangen.review import Comparison, report
from plangen.review.report import NOTHING
from plangen.review.words import say
from plangen.versions import Opened
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen diff 2025 2026
  plangen diff 2026 2026@stretch --plan adhesives/east-china
  plangen diff main:2026 2026 --min 5%
  plangen diff main HEAD --exit-code
  plangen diff main:2026 2026 --format markdown > comment.md
  plangen diff 2025 2026 --format html > changes.html
"""
LIMIT = 65_536
"""How many characters a comment may have at GitHub."""
FORMS = ("text", "markdown", "html", "json", *FORGES)


def complete_plan(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The plans of all years, for shell completion."""
    del param
    workspace = opened(Path(str(ctx.find_root().params.get("root", "."))))
    plans = {
        path: plan.head.name
        for year in workspace.years
        for path, plan in workspace.scope(year).plan_year.plans.items()
        if path.startswith(incomplete)
    }
    return [CompletionItem(path, help=name) for path, name in sorted(plans.items())]


TWO = (
    "写上要比较的两个版本，例如 plangen diff 2025 2026",
    "name two versions to compare, such as: plangen diff 2025 2026",
)


def two(ctx: click.Context, param: click.Parameter, value: tuple[Opened, ...]) -> tuple[Opened, ...]:
    """Exactly two versions; click's own words for it do not say what is missing."""
    if len(value) != 2:
        wrong(param, ctx, *TWO)
    return value


@click.command(epilog=EXAMPLES)
@click.argument("versions", metavar="A B", nargs=-1, type=OpenedType(), callback=two)
@click.option(
    "--plan", default="", metavar="PLAN", shell_complete=complete_plan, help="Only this plan and those below it."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="Text to read, Markdown for a comment, a page of its own, JSON, or what a forge shows at the lines.",
)
@click.option("--min", "least", type=Percent(), metavar="SHARE", help="Leave out quantities that changed by less: 5%.")
@click.option(
    "--limit",
    type=click.IntRange(min=1_000),
    metavar="N",
    default=LIMIT,
    help="The most characters of a Markdown report; what does not fit is counted.",
)
@click.option("--exit-code", is_flag=True, help="End with status 1 where anything differs.")
def diff(
    versions: tuple[Opened, Opened], plan: str, form: str, least: Decimal | None, limit: int, *, exit_code: bool
) -> None:
    """Tell what changed from version A to version B: what was typed, and what followed from it.

    A and B are plan years (2026), scenarios of them (2026@stretch), the same at a git revision (main:2026), a revision
    or a folder alone: then each year that both have is compared.
    Exit status: 0 told, 1 a part could not be read (it is named), or anything differs with --exit-code, 2 wrong usage.
    """
    told = _compared(*versions, plan, least)
    text = _written(versions, told, form, limit)
    click.echo(text if form == "text" else text.encode(), nl=False)
    raise click.exceptions.Exit(1 if told.unread or (exit_code and not told.is_empty) else 0)


def _written(versions: tuple[Opened, Opened], told: Comparison, form: str, limit: int) -> str:
    """The comparison in a form; its printer is loaded only then."""
    if form in FORGES:
        from plangen.review.remarks import manuals, remarks_of

        command = f"plangen diff {told.before} {told.after}"
        return written_for(form, versions[1].workspace, remarks_of(told), manuals(), command)
    if form == "markdown":
        from plangen.review.markdown import render_markdown

        return render_markdown(told, limit)
    printer = import_module(f"plangen.review.{form}")
    render: Callable[[Comparison], str] = getattr(printer, f"render_{form}")
    return render(told)


def _compared(before: Opened, after: Opened, plan: str, least: Decimal | None) -> Comparison:
    language = language_of(after.workspace)
    pairs = list(_pairs(before, after))
    if not pairs:
        years = {"old": _years(before), "new": _years(after)}
        refuse(say(language, "not-shared", before=before.label, after=after.label, **years))
    known = {path for pair in pairs for side in pair for path in side.scope.plan_year.plans}
    if plan and plan not in known:
        listed = ", ".join(sorted(known)) or "—"
        refuse(
            said(
                after.workspace,
                "没有计划 {plan}；有：{listed}",
                "there is no plan {plan}; there are: {listed}",
                plan=plan,
                listed=listed,
            )
        )
    titles = {name: kind.title(language) for name, kind in kinds().items()}
    major = after.workspace.handbook.review().major_share.value if after.workspace.handbook else MAJOR
    accepts = partial(_accepted, after.workspace)
    compared = [compare(*pair, major) for pair in pairs]
    reports = tuple(report(each, titles, plan, least, accepts(each)) for each in compared)
    return Comparison(language, before.label, after.label, reports, tuple(_lonely(before, after, language)))


def _accepted(workspace: Workspace, changes: Changes) -> Accepted:
    """The changes that the handbook of the side after accepts on its day."""
    handbook = workspace.handbook
    return accepted(changes, handbook.review().accepted, handbook.as_of.value) if handbook else NOTHING


def _pairs(before: Opened, after: Opened) -> Iterator[tuple[Side, Side]]:
    """What is compared: two years, or each year that both versions have."""
    if len(before.years) == len(after.years) == 1 and not (before.is_whole and after.is_whole):
        yield _side(before, before.years[0]), _side(after, after.years[0])
        return
    for year in before.years:
        if year in after.years:
            yield _side(before, year), _side(after, year)


def _side(version: Opened, year: int) -> Side:
    return Side(f"{version.label}:{year}" if len(version.years) > 1 else version.label, version.scope(year))


def _lonely(before: Opened, after: Opened, language: str) -> Iterator[str]:
    """The years that only one side has, where each side means all of its years."""
    if not (before.is_whole and after.is_whole):
        return
    for version, other in ((before, after), (after, before)):
        for year in version.years:
            if year not in other.years:
                yield say(language, "only", side=version.label, year=year)


def _years(version: Opened) -> str:
    return ", ".join(map(str, version.years)) or "—"
