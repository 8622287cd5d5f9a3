"""`plangen rollback`: bring back the release before."""

from pathlib import Path

import click

from plangen.cli.build import show_findings
from plangen.site.publishing.publish import Order
from plangen.site.publishing.rollback import rollback as go_back
from plangen.site.publishing.words import say, spoken_language
from plangen.source import content_folder

EXAMPLES = """\b
Examples:
  plangen rollback
  plangen rollback --site-dir /srv/www/handbook
"""


@click.command(epilog=EXAMPLES)
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where the site is [site].")
@click.pass_obj
def rollback(root: Path, site_dir: Path | None) -> None:
    """Bring back the release that the last build replaced, in one step.

    Nothing is built: the two releases change places, so a second rollback undoes the first. The content stays as it
    is; the next build publishes it again.

    Exit status: 0 brought back, 1 there is no release before, 2 wrong usage, 75 a build of this site is running.
    """
    order = Order(root, root / (site_dir or "site"))
    language = spoken_language(root / content_folder(root) / "handbook.yml")
    outcome = go_back(order)
    show_findings(outcome.findings, root, language)
    click.echo(say(language, outcome.sentence, pages=outcome.pages, **outcome.args), err=outcome.status != 0)
    raise click.exceptions.Exit(outcome.status)
