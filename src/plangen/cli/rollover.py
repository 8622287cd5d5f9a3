"""`plangen rollover`: next year as a copy of this one."""

from pathlib import Path

import click

from plangen.cli._session import complete_year, language_of, opened, refuse
from plangen.values import say

EXAMPLES = """\b
Examples:
  plangen rollover 2026 2027 --dry-run
  plangen rollover 2026 2027
  plangen check
"""


@click.command(epilog=EXAMPLES)
@click.argument("then", metavar="FROM", type=int, shell_complete=complete_year)
@click.argument("now", metavar="TO", type=int)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.pass_obj
def rollover(root: Path, then: int, now: int, dry_run: bool) -> None:
    """Begin the year TO as a copy of FROM, the year before.

    Ids, comments and order stay. Targets start from what was reached, days move on by a year, actuals and waivers are
    left behind, and everything that was carried over is listed in `review.csv` until somebody looked at it.

    Exit status: 0 written, 1 FROM has errors or the copy would bring one, 2 TO is not the year after FROM, or exists.
    """
    from plangen.scaffold import ScaffoldRefused, place_rolled, roll_over, told

    workspace = opened(root, then)
    try:
        rolled = roll_over(workspace, then, now)
        if not dry_run:
            place_rolled(workspace, rolled)
    except ScaffoldRefused as refused:
        refuse(say(refused.sentence, language_of(workspace)), refused.status)
    roles = {
        item[-1]: str(getattr(role, "name", item[-1]))
        for (_, kind, item), role in workspace.scope(then).entries.items()
        if kind == "org"
    }
    for line in told(rolled, language_of(workspace), roles, written=not dry_run):
        click.echo(line)
