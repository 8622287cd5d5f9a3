"""`plangen export --format pdf`: plans as one document each, printed by an installed browser."""

import os
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from plangen.cli._ending import tidied_up
from plangen.cli._session import language_of, refuse
from plangen.render.pdf import page_count
from plangen.site.book import WHOLE
from plangen.site.printing.browser import VARIABLE, PrintFailed, find_browser
from plangen.site.printing.press import Press, serving
from plangen.site.publishing.inputs import config_value
from plangen.site.publishing.publish import Order, Outcome, publish
from plangen.site.publishing.words import say
from plangen.site.tongues import base_of, below
from plangen.source import commit_day, commit_name, content_folder
from plangen.values import record
from plangen.values.near import nearest
from plangen.workspace import Workspace

NO_BROWSER = 69
"""Exit status where there is no browser, or it does not print: something outside of plangen is missing."""


@record
class Printing:
    """What is printed: plans of one year of a handbook, in one of its languages, into the folder `out`."""

    root: Path
    workspace: Workspace
    year: int
    plans: tuple[str, ...]
    out: Path
    language: str

    @property
    def base(self) -> str:
        """The folder of the language in the site; empty for the handbook's own."""
        return base_of(self.language, language_of(self.workspace))


def print_plans(job: Printing) -> None:
    """Build the year aside, and print each plan's document; every file is whole or not there."""
    plans = _known(job)
    browser = _browser(job)
    _writable(job)
    with tidied_up(), tempfile.TemporaryDirectory(prefix="plangen-export-") as folder:
        site = Path(folder) / "site"
        _build(job, site)
        with serving(site) as origin:
            press = Press(browser, site, origin, _published(job), _revision(job), _day(job))
            for plan in plans:
                _print(job, press, plan)


def _print(job: Printing, press: Press, plan: str) -> None:
    name = f"{job.year}.{plan.replace('/', '.')}"  # ids have hyphens, and no dots: two plans never share a file
    if job.base:
        name = f"{job.base}.{name}"
    _tell(job, "printing", name=f"{name}.pdf")
    path = below(job.base, f"{job.year}/{plan}/{WHOLE}")
    if not (press.site / path).is_file():
        refuse(_say(job, "no_document", year=job.year), 1)
    try:
        pdf = press.print(path, (job.out / f"{name}.part.pdf").resolve())
    except PrintFailed as failed:
        refuse(_say(job, "not_printed", browser=press.browser, reason=failed), NO_BROWSER)
    _write(job.out / f"{name}.pdf", pdf)
    click.echo(_say(job, "printed", path=job.out / f"{name}.pdf", pages=page_count(pdf)))


def _write(path: Path, pdf: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    try:
        fresh.write_bytes(pdf)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _writable(job: Printing) -> None:
    """Make the folder and write into it once: nobody waits for a build whose files have no place."""
    try:
        job.out.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=job.out).close()
    except OSError as problem:
        refuse(_say(job, "no_place", path=job.out, reason=problem.strerror or problem))


def _known(job: Printing) -> Sequence[str]:
    """The plans that are asked for: all of the year, where none is named."""
    there = [scope.plan.path for scope in job.workspace.scope(job.year).plans()]
    asked = list(dict.fromkeys(name.strip("/") for name in job.plans))
    for name in asked:
        if name not in there:
            known = ", ".join(nearest(name, there)[:1] or there[:10])
            refuse(_say(job, "no_plan", plan=name, year=job.year, plans=known))
    return asked or there


def _browser(job: Printing) -> Path:
    looked = find_browser(os.environ)
    if looked.browser is None:
        refuse(_say(job, "no_browser", places=", ".join(looked.places), variable=VARIABLE), NO_BROWSER)
    return looked.browser


def _build(job: Printing, site: Path) -> None:
    order = Order(job.root, site, (job.year,), (job.language,))
    outcome = publish(order, lambda: job.workspace, lambda key, **args: _tell(job, key, **args))
    if outcome.status:
        _refused(job, outcome)


def _refused(job: Printing, outcome: Outcome) -> NoReturn:
    from plangen.cli.build import show_findings

    show_findings(outcome.findings, job.root, language_of(job.workspace))
    refuse(_say(job, outcome.reason or "not_built", **outcome.args), outcome.status)


def _published(job: Printing) -> str:
    """Where the site is published, ending in a slash; empty where the configuration does not say."""
    url = config_value(job.root / "mkdocs.yml", "site_url")
    return f"{url.rstrip('/')}/" if url else ""


def _revision(job: Printing) -> str:
    name = commit_name(job.root, content_folder(job.root))
    return say(job.language, "revision", name=name) if name else ""


def _day(job: Printing) -> date:
    """The day that the files carry: that of the data, else of the last commit, else one that means nothing."""
    handbook = job.workspace.handbook
    day = handbook.as_of.value if handbook else None
    return day or date.fromisoformat(commit_day(job.root, content_folder(job.root)) or "1980-01-01")


def _say(job: Printing, key: str, **args: object) -> str:
    return say(language_of(job.workspace), key, **args)


def _tell(job: Printing, key: str, **args: object) -> None:
    click.echo(_say(job, key, **args), err=True)
