"""`plangen export`: every figure exactly, what is not set or not translated yet, or every date, for other programs."""

from pathlib import Path
from typing import Any

import click

from plangen.cli._session import complete_year, concerning, language_of, opened, refuse, said
from plangen.compute import owed_values
from plangen.findings import Level, level_of
from plangen.render.export import figures_json
from plangen.site.publishing.words import say
from plangen.workspace import Workspace

EXAMPLES = """\b
Examples:
  plangen export --format json > figures.json
  plangen export --format json --year 2026
  plangen export --unset --format csv > unset.csv     what is not set yet, with owner and place
  plangen export --untranslated --format csv > texts.csv
  plangen export --format ics --year 2026 --role region-manager > manager.ics
  plangen export --format pdf adhesives --year 2026 --out print/
  plangen export --format pdf adhesives --language en          as English readers have it
"""


@click.command(epilog=EXAMPLES)
@click.argument("plans", metavar="[PLAN]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "ics", "pdf"]),
    default="json",
    help="json: every figure; csv: for spreadsheets (--unset and --untranslated); ics: a calendar of what is due when; "
    "pdf: each plan as one document.",
)
@click.option(
    "--year",
    type=int,
    metavar="YEAR",
    shell_complete=complete_year,
    help="Only this plan year; a calendar and documents are of one year, without it of the current one.",
)
@click.option("--role", metavar="ROLE", help="Only the dates of this role (ics): its id, or adhesives:org/rep.")
@click.option("--unset", is_flag=True, help="Write what is not set yet instead, with owner, place and last year.")
@click.option("--untranslated", is_flag=True, help="Write the texts that a language has no wording for instead.")
@click.option("--language", metavar="TAG", help="Write calendar or documents in this language [the handbook's own].")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Where PDF files go [the folder]."
)
@click.pass_obj
def export(root: Path, /, plans: tuple[str, ...], form: str, year: int | None, out: Path | None, **only: Any) -> None:
    """Write all figures, what is not set or not translated, or a calendar of all dates; or plans as PDF files.

    All but PDF files go to standard output.

    Figures come with values, units, rules, inputs and places; the form is explained in docs/export-format.md, the
    calendar in docs/calendar.md. PDF files (all plans of a year, or those that are named by their folders) are printed
    by an installed Chromium, Chrome or Edge, which PLANGEN_BROWSER may name: see docs/printing.md.
    Content with errors is not exported.
    Exit status: 0 written, 1 the content has errors, 2 wrong usage, 69 there is no browser, or it does not print.
    """
    workspace = opened(root, year)
    role, unset, untranslated = only["role"], only["unset"], only["untranslated"]
    _fitting(workspace, form, role, unset + untranslated)
    language = _language(workspace, form, only["language"])
    if form != "pdf" and (plans or out):
        zh = "计划名和 --out 只用于 --format pdf；其他格式写到标准输出"
        refuse(said(workspace, zh, "plans and --out are for --format pdf; all else is written to standard output"))
    errors = [
        finding for finding in concerning(workspace, year) if level_of(finding) is Level.ERROR and not finding.waived
    ]
    if errors:
        zh = "内容有 {n} 个错误，没有导出；先看 plangen check"
        en = "nothing was exported: the content has {n} error(s); see plangen check"
        refuse(said(workspace, zh, en, n=len(errors)), 1)
    if form == "pdf":
        from plangen.cli._paper import Printing, print_plans

        print_plans(Printing(root, workspace, _year(workspace, year), plans, root / (out or ""), language))
        return
    if form == "ics":
        click.echo(_calendar(workspace.in_language(language), year, role), nl=False)
        return
    text = _texts(workspace, form, year) if untranslated else _written(workspace, form, year, unset=unset)
    click.echo(text.encode(), nl=False)


def _fitting(workspace: Workspace, form: str, role: str | None, lists: int) -> None:
    """Refuse options that do not go together; `lists` is how many lists are asked for instead of figures."""
    if role and form != "ics":
        refuse(said(workspace, "--role 只用于 --format ics", "--role is for --format ics only"))
    if form == "csv" and not lists:
        zh = "CSV 只用于 --unset 和 --untranslated；全部数字用 --format json"
        en = "CSV is for --unset and --untranslated; use --format json for all figures"
        refuse(said(workspace, zh, en))
    if form in {"ics", "pdf"} and lists:
        zh = "--unset 和 --untranslated 写成 json 或 csv"
        en = "--unset and --untranslated are written as json or csv"
        refuse(said(workspace, zh, en))
    if lists > 1:
        refuse(said(workspace, "--unset 和 --untranslated 一次写一个", "--unset or --untranslated: one at a time"))


def _language(workspace: Workspace, form: str, tag: str | None) -> str:
    """The language that is asked for, else the handbook's own. Refuses one that it is not published in."""
    if tag and form not in {"ics", "pdf"}:
        refuse(said(workspace, "--language 只用于 --format ics 和 pdf", "--language is for --format ics and pdf only"))
    if tag and tag not in workspace.languages:
        refuse(say(language_of(workspace), "no_language", tag=tag, languages=", ".join(workspace.languages)))
    return tag or language_of(workspace)


def _year(workspace: Workspace, year: int | None) -> int:
    """The year that is asked for, else the current one."""
    which = year or workspace.current_year
    if which is None:
        refuse(said(workspace, "手册里还没有年度", "the handbook has no year yet"))
    return which


def _written(workspace: Workspace, form: str, year: int | None, *, unset: bool) -> str:
    if not unset:
        return figures_json(workspace.every_figure, language_of(workspace), year, workspace.scenarios)
    from plangen.render.export_unset import unset_csv, unset_json

    years = [each for each in workspace.years if year in (None, each)]
    owed = (value for each in years for value in owed_values(workspace.scope(each)))
    return unset_csv(owed) if form == "csv" else unset_json(owed)


def _texts(workspace: Workspace, form: str, year: int | None) -> str:
    """The texts without a wording in one of the languages, of one year and of what the years share, or of all."""
    from plangen.model.translating import untranslated
    from plangen.render.export_untranslated import untranslated_csv, untranslated_json

    handbook = workspace.handbook
    found = [each for tag in handbook.languages[1:] for each in untranslated(handbook, tag)] if handbook else []
    mine = [each for each in found if year is None or each.year in (0, year)]
    return untranslated_csv(mine) if form == "csv" else untranslated_json(mine)


def _calendar(workspace: Workspace, year: int | None, role: str | None) -> bytes:
    """The calendar of a year, or of one role in it. Refuses a role that no date is for."""
    from plangen.site.calendar.feed import role_feed, year_feed

    which = _year(workspace, year)
    edition = workspace.edition(which, ())
    if role is None:
        return year_feed(edition)
    found = role_feed(edition, role)
    if found is None:
        known = ", ".join(dict.fromkeys(each.item[-1] for each in edition.appointments_by_role)) or "—"
        zh = "{year} 年没有岗位“{role}”的日期；有日期的岗位：{known}"
        en = "no date of {year} is for a role “{role}”; roles that have dates: {known}"
        refuse(said(workspace, zh, en, year=which, role=role, known=known))
    return found
