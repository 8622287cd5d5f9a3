"""`plangen diff`: what changed between two versions, and what followed."""

from decimal import Decimal
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from plangen.catalogue import kinds
from plangen.cli._session import complete_year, language_of, opened, refuse, said
from plangen.cli._version import Version, VersionType, scenario_of
from plangen.diff import Side, compare
from plangen.review import Report, report
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen diff 2025 2026
  plangen diff 2026 2026@stretch --plan adhesives/east-china
  plangen diff 2025 2026 --format markdown > comment.md
"""


class Percent(click.ParamType[Decimal]):
    """Reads `5%`."""

    name = "percent"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The share that a text names; fails in click's way."""
        text = str(value).strip().removesuffix("%").removesuffix("％")
        try:
            number = Decimal(text)
        except ArithmeticError:
            number = Decimal("NaN")
        if not number.is_finite() or not 0 <= number <= 1000 or not str(value).strip().endswith(("%", "％")):
            self.fail(f"{value!r} is no share such as 5%", param, ctx)
        return number / 100


def complete_plan(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The plans of all years, for shell completion."""
    workspace = opened(Path(str(ctx.find_root().params.get("root", "."))))
    plans = {
        path: plan.head.name
        for year in workspace.years
        for path, plan in workspace.scope(year).plan_year.plans.items()
        if path.startswith(incomplete)
    }
    return [CompletionItem(path, help=name) for path, name in sorted(plans.items())]


@click.command(epilog=EXAMPLES)
@click.argument("versions", metavar="A B", nargs=2, type=VersionType(), shell_complete=complete_year)
@click.option(
    "--plan", default="", metavar="PLAN", shell_complete=complete_plan, help="Only this plan and those below it."
)
@click.option("--format", "form", type=click.Choice(["text"]), default="text", help="The form of the report.")
@click.option("--min", "least", type=Percent(), metavar="SHARE", help="Leave out quantities that changed by less: 5%.")
@click.option("--exit-code", is_flag=True, help="End with status 1 where anything differs.")
@click.pass_obj
def diff(
    root: Path, versions: tuple[Version, Version], plan: str, form: str, least: Decimal | None, exit_code: bool
) -> None:
    """Tell what changed from version A to version B: what was typed, and what followed from it.

    A and B are plan years (2026) or scenarios of them (2026@stretch).
    Exit status: 0 told, 1 a part could not be read (it is named), or anything differs with --exit-code, 2 wrong usage.
    """
    del form
    workspace = opened(root)
    told = _reported(workspace, versions, plan, least)
    from plangen.review.text import render_text

    click.echo(render_text(told), nl=False)
    raise click.exceptions.Exit(1 if told.unread or (exit_code and not told.is_empty) else 0)


def _reported(workspace: Workspace, versions: tuple[Version, Version], plan: str, least: Decimal | None) -> Report:
    before, after = (_side(workspace, version) for version in versions)
    changes = compare(before, after)
    known = {path for side in (before, after) for path in side.scope.plan_year.plans}
    if plan and plan not in known:
        listed = ", ".join(sorted(known)) or "—"
        refuse(said(workspace, f"没有计划 {plan}；有：{listed}", f"there is no plan {plan}; there are: {listed}"))
    titles = {name: kind.title(language_of(workspace)) for name, kind in kinds().items()}
    return report(changes, titles, plan, least)


def _side(workspace: Workspace, version: Version) -> Side:
    if version.year not in workspace.years:
        opened(workspace.root, version.year)
        refuse(said(workspace, "这里没有读得出的手册，先看 plangen check", "no handbook here; see plangen check"), 1)
    scenario = scenario_of(workspace, version.year, version.scenario)
    label = f"{version.year}@{version.scenario}" if version.scenario else str(version.year)
    variant = next((v for v in workspace.variants if (v.year, v.scenario.id) == (version.year, scenario)), None)
    return Side(label, variant.scope if variant else workspace.scope(version.year))
