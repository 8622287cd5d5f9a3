"""`plangen reviewed`: marks what was looked at in a year that was rolled over."""

from datetime import datetime
from pathlib import Path

import click

from plangen.cli._session import complete_year, language_of, opened, refuse, said
from plangen.values import say

EXAMPLES = """\b
Examples:
  plangen reviewed adhesives/east-china:objectives/revenue --year 2027 --by region-manager --date 2027-01-10
  plangen reviewed adhesives/east-china:market adhesives --year 2027 --by region-manager --date 2027-01-10
  plangen reviewed content/2027/adhesives/org.yml --year 2027 --by region-manager --date 2027-01-10
"""


@click.command(epilog=EXAMPLES)
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--year", type=int, metavar="YEAR", required=True, shell_complete=complete_year, help="The plan year.")
@click.option("--by", required=True, metavar="NAME", help="Who looked at it: a role or a name.")
@click.option("--date", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On which day.")
@click.pass_obj
def reviewed(root: Path, names: tuple[str, ...], year: int, by: str, day: datetime) -> None:
    """Mark what was carried over from last year as reviewed: it still holds as it stands.

    NAME is an address or the beginning of one, a page of a plan, a plan, or a file. What was changed since it was
    carried over counts as reviewed without a mark.

    Exit status: 0 marked, 1 there is no readable handbook, or a list cannot be written, 2 a NAME means nothing; nothing
    is written then.
    """
    from plangen.model import review_debt
    from plangen.scaffold import ScaffoldRefused, mark_reviewed
    from plangen.workspace import open_handbook

    workspace = opened(root, year)
    if not by.strip():
        refuse(said(workspace, "--by 要写是谁复核的", "--by names who looked at it"))
    try:
        marked = mark_reviewed(workspace, year, names, day.date().isoformat(), by.strip())
    except ScaffoldRefused as refused:
        refuse(say(refused.sentence, language_of(workspace)), refused.status)
    for path, count in marked:
        click.echo(
            said(
                workspace,
                "{as_posix}：{count} 行",
                "{as_posix}: {count} line(s)",
                as_posix=path.as_posix(),
                count=count,
            )
        )
    handbook = open_handbook(root).handbook
    left = sum(debt.count for debt in review_debt(handbook, year)) if handbook else 0
    click.echo(said(workspace, "还有 {left} 项没有复核", "{left} left to review", left=left))
