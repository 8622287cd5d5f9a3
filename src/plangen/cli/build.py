"""`plangen build`: publish the handbook."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from time import monotonic
from typing import Any

import click

from plangen.findings import Finding, Level, level_of
from plangen.site.offline.archive import write_archive
from plangen.site.publishing.publish import Outcome, publish
from plangen.site.publishing.shelf import Order, Shelf
from plangen.site.publishing.words import say, spoken_language
from plangen.source import commit_day, content_folder

EXAMPLES = """\b
Examples:
  plangen build                      publish all years into site/
  plangen build --strict             refuse warnings too, for an automatic run
  plangen build --year 2026          write 2026 again, keep the other years
  plangen build --language en        write the English pages again, keep the others
  plangen build --site-dir /srv/www/handbook
  plangen build --offline --zip      a folder that opens without a server, and an archive of it
"""


def _complete_year(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from plangen.cli._session import complete_year

    return complete_year(ctx, param, incomplete)


@click.command(epilog=EXAMPLES)
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where the site goes [site].")
@click.option("--offline", is_flag=True, help="Make a site that opens from a folder or a file share [site-offline].")
@click.option("--zip", "archive", is_flag=True, help="With --offline: write an archive of it beside it.")
@click.option(
    "--year",
    "years",
    type=int,
    multiple=True,
    metavar="YEAR",
    shell_complete=_complete_year,
    help="Build only this year; may be repeated.",
)
@click.option(
    "--language", "languages", multiple=True, metavar="TAG", help="Build only this language; may be repeated."
)
@click.option("--strict", is_flag=True, help="Refuse warnings as well as errors.")
@click.pass_obj
def build(root: Path, /, site_dir: Path | None, years: tuple[int, ...], strict: bool, **profile: Any) -> None:
    """Check the handbook and publish it as a site.

    Every plan year becomes a version of its own. The site is built aside, looked at (placeholders, links, search,
    requests to other origins) and then switched in one step: readers see the old site or the new one. On any
    failure the site before stays as it was. With --year the other years are kept from the site before.

    A handbook of several languages is published in all of them: its own in the root, each other one below its tag
    (/en/2026/). With --language the others are kept from the site before.

    With --offline the pages are the same, and work without a server: open index.html of the folder.

    Exit status: 0 published or nothing to do, 1 content refused, 2 wrong usage or configuration, 75 another build of
    this site is running.
    """
    content = content_folder(root)
    language = spoken_language(root / content / "handbook.yml")
    offline, archive = profile["offline"], profile["archive"]
    if archive and not offline:
        from plangen.cli._session import wrong

        wrong(None, click.get_current_context(), "--zip 要和 --offline 一起用", "--zip goes with --offline")
    site = root / (site_dir or ("site-offline" if offline else "site"))
    order = Order(root, site, years, profile["languages"], strict, commit_day(root, content), offline)
    start = monotonic()
    outcome = publish(order, lambda: open_shelf(root), lambda key, **args: _progress(language, key, args))
    _report(outcome, order, language, monotonic() - start)
    if archive and outcome.status == 0:
        _tell(say(language, "archived", path=write_archive(order.site.resolve())), err=False)
    raise click.exceptions.Exit(outcome.status)


def open_shelf(root: Path) -> Shelf:
    """The handbook below `root`; imported late, so that an unchanged build does not wait for it."""
    from plangen import open_handbook

    return open_handbook(root)


def show_findings(findings: Sequence[Finding], root: Path, language: str) -> None:
    """Print the errors and warnings, with their source lines, on standard error; `check` shows the rest."""
    shown = [finding for finding in findings if level_of(finding) is not Level.INFO and not finding.waived]
    if shown:
        from plangen.render.terminal import lines_below, render_findings

        _tell(render_findings(shown, lines_below(root), language), err=True)


def _tell(text: str, *, err: bool) -> None:
    """Print; that nobody reads it any more (`plangen build | head`) changes nothing about the site."""
    try:
        click.echo(text, err=err)
    except OSError:
        stream = sys.stderr if err else sys.stdout
        with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())  # else what was not written is tried again at the end


def _progress(language: str, key: str, args: dict[str, object]) -> None:
    _tell(say(language, key, **args), err=True)


def _report(outcome: Outcome, order: Order, language: str, seconds: float) -> None:
    show_findings(outcome.findings, order.root, language)
    site = order.site.resolve()
    values = {"site": site, "pages": outcome.pages, "seconds": f"{seconds:.1f}", **outcome.args}
    _tell(say(language, outcome.sentence, **values), err=outcome.status != 0)
    if outcome.status == 0 and outcome.warnings:
        key = "same_warnings" if outcome.sentence == "same" else "warnings"
        _tell(say(language, key, count=outcome.warnings), err=False)
    if outcome.status == 0:
        key, place = ("open_file", site / "index.html") if order.offline else ("open", site)
        _tell(say(language, key, site=quote(str(place))), err=False)
